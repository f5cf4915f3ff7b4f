import {
  type Actor,
  type ActorId,
  type ActorProfile,
  type Document,
  type Findings,
  type Mention,
  type MentionId,
  wordsAt,
} from '../../model/index.ts'
import { parseBodyName } from './body-name.ts'
import { officeKey } from './office.ts'

const DETERMINER = /^(?:the|a|an|its|his|her|their|our|this|that|these|those|some|any)\s+/i
const CAPITAL = /^\p{Lu}/u
/** Names of one document that are kept of an actor, the fullest first. */
const MOST_NAMES = 8

/**
 * What a document says of each of its actors who can be somebody across documents: those with a name, and holders of an
 * office of one holder ("the Belarusian president"), whose `names` are empty. People and groups that are only described
 * are left out: a description alone tells nobody apart. In the order of the document.
 */
export function actorProfiles(document: Document, findings: Findings): readonly ActorProfile[] {
  const mentions = new Map(findings.mentions.map((one) => [one.id, one]))
  const actors = new Map(findings.actors.map((one) => [one.id, one]))
  const published = document.published?.when ?? null
  const profiles: ActorProfile[] = []
  for (const actor of findings.actors) {
    const names = namesOf(document.text, actor, mentions)
    const offices = actor.roles.map((role) => ({
      title: role.title,
      of: ownerOf(role.of, actor, actors),
      told: published,
    }))
    if (names.length === 0 && !(actor.kind === 'person' && offices.some((one) => isTelling(one, actor)))) continue
    profiles.push({
      ref: { document: document.id, actor: actor.id },
      kind: actor.kind,
      names,
      country: actor.country,
      sector: actor.sector,
      offices,
      published,
    })
  }
  return profiles
}

function ownerOf(of: ActorId | null, actor: Actor, actors: ReadonlyMap<ActorId, Actor>): string | null {
  return of === null || of === actor.id ? null : (actors.get(of)?.name ?? null)
}

function isTelling(office: { readonly title: string; readonly of: string | null }, actor: Actor): boolean {
  const key = officeKey(office.title)
  return key.unique && key.now && (office.of !== null || actor.country !== null)
}

function namesOf(text: string, actor: Actor, mentions: ReadonlyMap<MentionId, Mention>): string[] {
  const own = actor.mentions.flatMap((id) => mentions.get(id) ?? [])
  const named = own.filter((one) => one.form === 'name')
  if (named.length === 0) {
    if (actor.kind !== 'organization' && actor.kind !== 'outlet') return []
    // "the Karsovian foreign ministry" is as good as a name.
    const bodies = own.filter((one) => one.form === 'nominal').map((one) => tidy(wordsAt(text, one)))
    return distinct(bodies.filter((name) => hasCapital(name) && parseBodyName(name).generic !== null))
  }
  if (actor.kind === 'state' || actor.kind === 'place') return [actor.name]
  const forms = named.map((one) => (actor.kind === 'person' ? personForm(text, actor, one) : tidy(wordsAt(text, one))))
  return distinct([actor.name, ...forms])
}

/** The name in a mention: what stands behind the titles in it, or the capitalized words at its end. */
function personForm(text: string, actor: Actor, mention: Mention): string {
  let from = mention.from
  for (const { span } of actor.roles) if (span.from >= from && span.to < mention.to) from = span.to
  const words = text.slice(from, mention.to).trim().split(/\s+/)
  let start = words.length
  for (let i = words.length - 1; i >= 0; i--) {
    if (CAPITAL.test(words[i]!)) start = i
    else if (!/^(?:al|el|bin|ibn|ben|de|da|del|van|von|der|den|di|du|la|le)\b/.test(words[i]!)) break
  }
  return tidy(words.slice(start).join(' '))
}

function tidy(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(DETERMINER, '')
    .replace(/['’]s$/, '')
}

function hasCapital(name: string): boolean {
  return name.split(' ').some((word) => CAPITAL.test(word))
}

/** Each once, the one with most words first, quiet ones before those in capitals. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const name of names) {
    if (name === '' || !/\p{L}/u.test(name)) continue
    const key = name.toLowerCase()
    const known = seen.get(key)
    if (known === undefined || (isShouted(known) && !isShouted(name))) seen.set(key, name)
  }
  return [...seen.values()]
    .sort((a, b) => b.split(' ').length - a.split(' ').length || Number(isShouted(a)) - Number(isShouted(b)))
    .slice(0, MOST_NAMES)
}

function isShouted(name: string): boolean {
  return name.length > 5 && name === name.toUpperCase()
}
