import type { Entity } from './entities.ts'
import { OFFICE_FAMILIES } from './lexicon.ts'
import type { Draft, Scene } from './scene.ts'

/** How many sentences back a definite noun looks for somebody of the same office or noun. */
export const WINDOW = 30
/** The same for a noun that only fits by kind ("the diplomat" of an ambassador). */
export const LOOSE_WINDOW = 6
export function lastSentence(entity: Entity, before: number): number {
  let last = -1
  for (const draft of entity.drafts) if (draft.first < before && draft.sentence > last) last = draft.sentence
  return last
}

export function family(noun: string): ReadonlySet<string> {
  const all = new Set<string>([noun])
  for (const row of OFFICE_FAMILIES) if (row.has(noun)) for (const word of row) all.add(word)
  return all
}

export function isCompatible(entity: Entity, draft: Draft): boolean {
  if (draft.gender !== null && entity.gender !== null && draft.gender !== entity.gender) return false
  if (draft.country !== null && entity.country !== null && draft.country !== entity.country) return false
  return true
}

/** True where a mention of the entity overlaps the draft or is another argument of its verb: then it is another one. */
export function overlaps(scene: Scene, entity: Entity, draft: Draft): boolean {
  const { head } = scene.tokens
  for (let i = entity.drafts.length - 1; i >= 0; i--) {
    const other = entity.drafts[i]!
    if (other.first < draft.last && draft.first < other.last) return true
    if (
      other.sentence === draft.sentence &&
      head[other.root] === head[draft.root] &&
      isArgument(scene, other) &&
      isArgument(scene, draft)
    )
      return true
  }
  return false
}

function isArgument(scene: Scene, draft: Draft): boolean {
  return /^(?:nsubj|obj|iobj|obl)/.test(scene.tokens.relation[draft.root]!)
}

export function wordsOf(scene: Scene, draft: Draft): string {
  return scene.lower.slice(draft.first, draft.last).join(' ')
}

/** "the president of neighbouring Urland" is not the president of Belmarra told of before. */
export function isOfOther(scene: Scene, entity: Entity, draft: Draft): boolean {
  const mine = domainOf(scene, draft)
  if (mine.length === 0) return false
  const theirs = entity.drafts.filter((one) => one.noun === draft.noun).map((one) => domainOf(scene, one))
  const told = theirs.filter((one) => one.length > 0)
  return told.length > 0 && !told.some((one) => one.some((word) => mine.includes(word)))
}

/** Names right behind "of" that say of what somebody holds an office: "Urland"; none where nothing is named there. */
function domainOf({ words, lower }: Scene, { coreLast }: Draft): readonly string[] {
  if (lower[coreLast] !== 'of') return []
  const found: string[] = []
  for (let i = coreLast + 1; i < coreLast + LONGEST_DOMAIN; i++) {
    const word = words[i] ?? ''
    if (/^\p{Lu}/u.test(word)) {
      if (!KINDS_OF_STATE.test(word)) found.push(lower[i]!)
    } else if (found.length > 0 || !/^(?:the|of|neighbou?ring|nearby)$/.test(word)) break
  }
  return found
}
/** Words behind an office in which its land is named. */
const LONGEST_DOMAIN = 7
const KINDS_OF_STATE = /^(?:Republic|Kingdom|Federation|State|Union|Democratic|People|Islamic)$/
