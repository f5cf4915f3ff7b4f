import { SHARED_SEATS } from './capitals.ts'
import type { Entity } from './entities.ts'
import type { Draft, Scene } from './scene.ts'

/**
 * The name an actor goes by: the fullest proper name in the document without its title; for groups and unnamed ones the
 * fullest nominal without its determiner's capital; for a state its name as the text has it, else its English name.
 */
export function nameOfEntity(scene: Scene, entity: Entity): string {
  if (entity.kind === 'state') return nameOfState(scene, entity)
  const own = nameInWords(scene, entity)
  return (entity.kind === 'organization' && ownBody(scene.document.outlet, own)) || own
}

/** "the Ministry" in a statement that the Ministry of Works of Kovia gives out itself: the outlet's name; else null. */
function ownBody(outlet: string | null, name: string): string | null {
  const short = name.replace(/^[Tt]he /, '')
  if (outlet === null || !/^\p{Lu}/u.test(short)) return null
  const whole = outlet.replace(/^The /, '')
  return whole.startsWith(`${short} of `) || whole.startsWith(`${short} for `) ? outlet : null
}

function nameInWords(scene: Scene, entity: Entity): string {
  const names = entity.drafts.filter((draft) => draft.form === 'name')
  const quiet = names.filter((draft) => scene.shouted[draft.first] === 0 && !isSeat(scene, draft, names))
  if (names.length > 0)
    return longest(
      scene,
      quiet.length > 0 ? quiet : names,
      (draft) => draft.coreFirst,
      (draft) => draft.coreLast,
    )
  const nominals = entity.drafts.filter((draft) => draft.form === 'nominal')
  if (nominals.length > 0)
    return longest(
      scene,
      nominals,
      (draft) => draft.first,
      (draft) => draft.last,
    )
  return longest(
    scene,
    entity.drafts,
    (draft) => draft.first,
    (draft) => draft.last,
  )
}

/** "Brussels" for a union that the text also calls by its name. */
function isSeat(scene: Scene, draft: Draft, names: readonly Draft[]): boolean {
  const bySeat = (one: Draft) => SHARED_SEATS.test(scene.lower[one.first]!)
  return bySeat(draft) && names.some((one) => !bySeat(one))
}

function longest(
  scene: Scene,
  drafts: readonly Draft[],
  first: (draft: Draft) => number,
  last: (draft: Draft) => number,
): string {
  let best = ''
  let count = 0
  for (const draft of [...drafts].sort((a, b) => a.first - b.first)) {
    const words = last(draft) - first(draft)
    const text = scene.document.text
      .slice(scene.tokens.from[first(draft)], scene.tokens.to[last(draft) - 1])
      .replace(/\s+/g, ' ')
    if (words > count || (words === count && text.length > best.length)) {
      best = text
      count = words
    }
  }
  return best
}

function nameOfState(scene: Scene, entity: Entity): string {
  let best = ''
  for (const draft of entity.drafts) {
    if (draft.form !== 'name') continue
    const match = scene.gazetteers.phrases.longest(
      scene.words,
      draft.first,
      draft.last,
      (entry) => entry.kind === 'state' && entry.country === entity.country,
    )
    if (!match || match.end !== draft.last) continue
    const text = scene.document.text
      .slice(scene.tokens.from[draft.first], scene.tokens.to[draft.last - 1])
      .replace(/\s+/g, ' ')
    if (text.length > best.length) best = text
  }
  if (best !== '') return best
  return (
    (entity.country !== null ? scene.gazetteers.countryNames.get(entity.country) : undefined) ??
    longest(
      scene,
      entity.drafts,
      (draft) => draft.first,
      (draft) => draft.last,
    )
  )
}
