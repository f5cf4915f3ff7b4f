import type { Entity } from './entities.ts'
import { foldName } from './fold-name.ts'
import { spellName } from './known-leaders.ts'
import type { Draft, Scene } from './scene.ts'

/** Offices of those who lead a country: before a surname alone they tell whose leader is meant. */
const LEADING = new Set(['president', 'chancellor', 'premier', 'pm', 'king', 'queen', 'pope', 'emir', 'sultan'])
const FORMER = /^(?:ex-?)?(?=president|chancellor|premier)/

/**
 * Gives leaders of countries the country that everybody knows them by, where the text tells none: by their full name, by
 * a name that only they have, and by an office before their surname.
 */
export function tellLeaders(scene: Scene, order: readonly Entity[]): void {
  const { byName, bySurname } = scene.gazetteers.leaders
  for (const entity of order) {
    if (entity.country === null && entity.name.length === 0) entity.country = ledCountry(scene, entity)
    if (entity.kind !== 'person' || entity.country !== null || entity.many || entity.name.length === 0) continue
    // Who speaks for an alliance or a world body speaks for no country.
    if (entity.sector === 'IGO' || entity.sector === 'NGO') continue
    const name = entity.name.map(spellName)
    const whole = name.join(' ')
    const known = byName.get(whole) ?? (name.length > 2 ? byName.get(`${name[0]} ${name.at(-1)}`) : undefined)
    if (known !== undefined) {
      entity.country = known
      continue
    }
    const offices = entity.drafts.flatMap((draft) => officesBefore(scene, draft))
    for (const office of offices) {
      entity.country ??= byName.get(`${office} ${whole}`) ?? null
      if (LEADING.has(office)) entity.country ??= bySurname.get(whole) ?? null
    }
  }
  // What is told of them holds for whoever is theirs: "supporters of President Roe".
  for (const entity of order) {
    if (entity.kind !== 'person' || entity.country === null) continue
    for (const draft of entity.drafts) if (draft.form === 'name') draft.country ??= entity.country
  }
}

/** "the Thatcher government": the name before the noun. */
function ledCountry(scene: Scene, entity: Entity): Entity['country'] {
  for (const draft of entity.drafts) {
    if (!/^(?:administration|government|regime|cabinet)$/.test(scene.lower[draft.head] ?? '')) continue
    const name = spellName(foldName(scene.words[draft.head - 1] ?? '').join(' '))
    const { byName, bySurname } = scene.gazetteers.leaders
    const country = /^\p{Lu}/u.test(scene.words[draft.head - 1] ?? '')
      ? (byName.get(name) ?? bySurname.get(name))
      : null
    if (country) return country
  }
  return null
}

/** The last word of each title that the drafts have; "prime minister" as "premier". */
function officesBefore(scene: Scene, { title }: Draft): readonly string[] {
  if (!title) return []
  const last = scene.lower[title.last - 1] ?? ''
  if (last === 'minister') return scene.lower[title.last - 2] === 'prime' ? ['premier'] : []
  return [last.replace(FORMER, '')]
}
