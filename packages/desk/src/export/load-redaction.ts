import { EVENT_TYPES, type RecordActor } from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'
import {
  createRedaction,
  type NamedPerson,
  nameKey,
  pluralsOf,
  type Redaction,
  surnamesOf,
} from '@backchannel/wire/write'
import { everyPage } from '../ask/every-page.ts'
import { pagesOf } from './pages-of.ts'

/** Sectors of those who hold an office: a detained one of them is no private person. */
const PUBLIC_SECTORS: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'SPY', 'JUD', 'LEG', 'PTY', 'IGO'])

/**
 * Hides the private persons who are or were held: persons that an event of custody is done to anywhere in the record, named
 * members of a group among them, and that no document gives an office of state, party or international body. With them go the
 * persons without such an office who bear one of their surnames: relatives, by whom they would be known, and the same person where the
 * record has him a second time ("Mr Roe"). Nobody else.
 */
export async function loadRedaction(reader: StoreReader): Promise<Redaction> {
  const type = EVENT_TYPES.filter(({ family }) => family === 'custody').map(({ name }) => name)
  const held = new Set<string>()
  const unplaced = new Set<string>()
  for await (const { report } of pagesOf((page) => reader.reportsBy({ type }, page))) {
    for (const { role, actor, includes, kind, name, count } of report.participants) {
      if (role !== 'patient') continue
      if (actor !== null) held.add(actor)
      else if (kind === 'person' && count === null && /^\p{Lu}\S*(\s+\S+)*\s+\p{Lu}\S*$/u.test(name)) unplaced.add(name)
      for (const member of includes) held.add(member)
    }
  }
  const actors = await everyPage((page) => reader.actors({}, page))
  const isPrivate = (actor: RecordActor): boolean => actor.kind === 'person' && !actor.profiles.some(holdsOffice)
  const named = (actor: RecordActor) => ({
    id: actor.id,
    names: [...new Set([actor.name, ...actor.profiles.flatMap(({ names }) => names)])],
    isPlace: isKnownPlace(actor),
  })
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
  const known = new Set(actors.flatMap((actor) => named(actor).names))
  const loose = [...unplaced].filter((name) => !known.has(name)).map((name) => ({ id: `name ${name}`, names: [name] }))
  const people = actors.filter((actor) => held.has(actor.id) && isPrivate(actor)).map(named)
  const surnames = new Set([...people, ...loose].flatMap(({ names }) => lastNames(names)))
  const bearsOne = (actor: RecordActor): boolean =>
    named(actor).names.some((name) => surnames.has(nameKey(lastWord(name))))
  const hidden = new Set(actors.filter((actor) => isPrivate(actor) && (held.has(actor.id) || bearsOne(actor))))
  // A family or a crowd is called by those in it, and what is taken for a place may be one ("the Roes"): they protect no name.
  const others = actors
    .filter((actor) => !hidden.has(actor) && actor.kind !== 'group' && (actor.kind !== 'place' || isKnownPlace(actor)))
    .map(named)
  return createRedaction([...oneEach([...hidden].map(named).sort(byId)), ...loose.sort(byId)], others)
}

/**
 * Joins to a person with a full name who the record has a second time under less of it ("Mr Roe") or with a word before it
 * ("Fisherman John Roe"), so that both get one number; where two persons could be meant it stays apart.
 */
function oneEach(hidden: readonly NamedPerson[]): readonly NamedPerson[] {
  const fuller = (one: NamedPerson): readonly NamedPerson[] =>
    hidden.filter((other) => other !== one && isMoreOf(other, one) && !(isMoreOf(one, other) && one.id < other.id))
  const joined = new Map<NamedPerson, NamedPerson[]>()
  for (const one of hidden) {
    const [first, second] = fuller(one).filter((other) => fuller(other).length === 0)
    const into = first !== undefined && second === undefined ? first : one
    joined.set(into, [...(joined.get(into) ?? []), one])
  }
  return [...joined].map(([{ id }, all]) => ({ id, names: [...new Set(all.flatMap(({ names }) => names))] }))
}

const HONORIFIC = /^(?:mr|mrs|ms|miss|dr|prof)\.? /

/** True where all names of the second are the surname of the first, or hold its whole name. */
function isMoreOf(full: NamedPerson, { names }: NamedPerson): boolean {
  const wholes = full.names.filter((name) => /\s/.test(name.trim())).map(nameKey)
  const own = wholes.filter((name) => !HONORIFIC.test(name))
  const last = new Set(own.map(lastWord))
  return (
    own.length > 0 &&
    names
      .map(nameKey)
      .every((name) => last.has(name.replace(HONORIFIC, '')) || own.some((one) => name.endsWith(` ${one}`)))
  )
}

/** True for a state, and for a place that the gazetteer knows. */
function isKnownPlace({ kind, country }: RecordActor): boolean {
  return kind === 'state' || (kind === 'place' && country !== null)
}

const lastWord = (name: string): string => name.trim().split(/\s+/).at(-1) ?? ''

/** Surnames by the names of several words, for a single one may be the first name; by that where there is no other. */
function lastNames(names: readonly string[]): readonly string[] {
  const whole = names.filter((name) => /\s/.test(name.trim()))
  return (whole.length > 0 ? whole : names)
    .flatMap(surnamesOf)
    .flatMap((name) => [name, ...pluralsOf(name)])
    .map(nameKey)
}

function holdsOffice({ sector }: RecordActor['profiles'][number]): boolean {
  return sector !== null && PUBLIC_SECTORS.has(sector)
}
