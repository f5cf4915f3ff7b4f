import type { Iso3, RecordActor, RecordActorId } from '../../model/index.ts'
import { findOutlet, type Lexicon, outletKeyOf } from '../lexicon.ts'
import { isWithin, officeStems } from './describe-source.ts'
import { joinRoots, type RootEntry, type RootTable } from './root-table.ts'
import type { Source } from './trace-report.ts'

type Actors = ReadonlyMap<RecordActorId, RecordActor>

const SPOKES = /\b(?:spokes(?:man|woman|person|people)|press secretary|press service|press office)\b/i
/** Stems of words that make a name one of a government's: ministry, president's office, embassy. */
const GOVERNMENT = new Set([
  'minis',
  'gover',
  'presi',
  'embas',
  'cabin',
  'palac',
  'krem',
  'kreml',
  'house',
  'servi',
  'parli',
])

/**
 * Joins roots that are one voice under several names: a body named more or less fully, its spokesman, its statement, the
 * state it speaks for, outlets of that state, outlets that print another's text, and words passed on by a speaker who is
 * a root himself. Each join leaves its sentence.
 */
export function joinSame(table: RootTable, lexicon: Lexicon, actors: Actors): RootTable {
  let now = joinShortNames(table, actors)
  now = joinStatements(now)
  now = joinSpokesmen(now, actors)
  now = joinStates(now, actors)
  now = joinStateOutlets(now, lexicon, actors)
  now = joinPrinters(now, lexicon)
  return joinRelayed(now)
}

/** The same words in another order or form, then "Hale" for Tomas Hale and "the foreign ministry" where only one fits. */
function joinShortNames(table: RootTable, actors: Actors): RootTable {
  let now = table
  for (const isFuller of [false, true]) {
    for (const [key, { source, name }] of now.entries) {
      if (source.kind !== 'speaker' || source.office.size === 0) continue
      const fuller = entriesOf(now).filter(
        ([other, { source: fuller }]) =>
          other !== key &&
          fuller.kind === 'speaker' &&
          fuller.isCollective === source.isCollective &&
          (isFuller ? fuller.office.size > source.office.size : fuller.office.size === source.office.size) &&
          isWithin(source.office, fuller.office) &&
          canBeOne(source, fuller, actors),
      )
      const [only] = fuller
      // Of names that say the same the first stays.
      if (!isFuller) for (const [other, one] of fuller) now = joinRoots(now, other, key, `“${one.name}” is ${name}.`)
      else if (only && fuller.length === 1) now = joinRoots(now, key, only[0], `“${name}” is ${only[1].name}.`)
    }
  }
  return now
}

/** False for two persons that the record holds apart, and for bodies of two countries. */
function canBeOne(a: Source, b: Source, actors: Actors): boolean {
  if (a.actor === null || b.actor === null || a.actor === b.actor) return true
  const [one, other] = [actors.get(a.actor), actors.get(b.actor)]
  // A state is more than a ministry whose name holds its own: joinStates knows which office speaks for it.
  if (!a.isCollective || !b.isCollective || one?.kind === 'state' || other?.kind === 'state') return false
  return !one?.country || !other?.country || one.country === other.country
}

/** "A statement by the foreign ministry" is the foreign ministry. */
function joinStatements(table: RootTable): RootTable {
  let now = table
  for (const [key, { source, name, direct }] of table.entries) {
    if (source.kind !== 'document') continue
    const speakers = entriesOf(now).filter(([, entry]) => entry.source.kind === 'speaker')
    const owners = speakers.filter(([, entry]) =>
      source.office.size > 0
        ? isWithin(source.office, entry.source.office) || isWithin(entry.source.office, source.office)
        : // "The statement" with no more words is that of the body the same documents name.
          entry.source.isCollective && [...direct].every((document) => entry.direct.has(document)),
    )
    const [owner] = owners
    if (owner && owners.length === 1) now = joinRoots(now, key, owner[0], `“${name}” is the word of ${owner[1].name}.`)
  }
  return now
}

/** A spokesman is the voice of the body he speaks for. */
function joinSpokesmen(table: RootTable, actors: Actors): RootTable {
  let now = table
  for (const [key, { source, name }] of table.entries) {
    if (source.kind !== 'speaker' && source.kind !== 'anonymous') continue
    const bodies = bodiesSpokenFor(source.actor, name, actors)
    const body = entriesOf(now).find(
      ([other, entry]) =>
        other !== key &&
        entry.source.kind === 'speaker' &&
        entry.source.isCollective &&
        bodies.some((office) => isWithin(office, entry.source.office) || isWithin(entry.source.office, office)),
    )
    if (body) now = joinRoots(now, key, body[0], `${name} speaks for ${body[1].name}: one voice.`)
  }
  return now
}

function bodiesSpokenFor(actor: RecordActorId | null, name: string, actors: Actors): ReadonlySet<string>[] {
  const bodies = SPOKES.test(name) ? [officeStems(name)] : []
  for (const profile of (actor && actors.get(actor)?.profiles) || []) {
    for (const { title, of } of profile.offices)
      if (SPOKES.test(title)) bodies.push(officeStems(`${title} ${of ?? ''}`))
  }
  return bodies.filter((body) => body.size > 0)
}

/** "Minsk said" is whichever office of Belarus said so, where one is named. */
function joinStates(table: RootTable, actors: Actors): RootTable {
  let now = table
  for (const [key, entry] of table.entries) {
    const state = entry.source.actor ? actors.get(entry.source.actor) : undefined
    if (state?.kind !== 'state') continue
    const office = entriesOf(now).find(
      ([other, one]) =>
        other !== key && one.source.isCollective && isGovernmentOf(one, state.country, officeStems(state.name), actors),
    )
    if (office) now = joinRoots(now, key, office[0], `${entry.name} speaks through ${office[1].name}.`)
  }
  return now
}

/** An outlet that a state owns tells what that state tells. */
function joinStateOutlets(table: RootTable, lexicon: Lexicon, actors: Actors): RootTable {
  let now = table
  const firstOf = new Map<string, string>()
  for (const [key, { source, name }] of table.entries) {
    const outlet = source.kind === 'outlet' ? findOutlet(lexicon, name) : null
    const owner = ownerState(outlet?.owner ?? null, lexicon)
    if (outlet === null || owner === null) continue
    const government = entriesOf(now).find(([, entry]) =>
      isGovernmentOf(entry, outlet.country, officeStems(owner), actors),
    )
    const sister = firstOf.get(owner)
    if (government)
      now = joinRoots(
        now,
        key,
        government[0],
        `${name} belongs to the state of ${owner}: it is no voice beside ${government[1].name}.`,
      )
    else if (sister !== undefined)
      now = joinRoots(
        now,
        key,
        sister,
        `${name} and ${now.entries.get(sister)?.name} both belong to the state of ${owner}.`,
      )
    else firstOf.set(owner, key)
  }
  return now
}

/** "State of Belarus", "Government of Belarus" -> "Belarus", also by way of an outlet that owns the outlet; null for others. */
function ownerState(owner: string | null, lexicon: Lexicon): string | null {
  let at = owner
  for (let steps = 0; at !== null && steps < 4; steps++) {
    const state = /^(?:the )?(?:state|government|republic|ministry of [\p{L} ]+) of (?:the )?(.+)$/iu.exec(at)?.[1]
    if (state) return state
    at = findOutlet(lexicon, at)?.owner ?? null
  }
  return null
}

function isGovernmentOf(entry: RootEntry, country: Iso3 | null, state: ReadonlySet<string>, actors: Actors): boolean {
  const { source } = entry
  if (source.kind !== 'speaker' && source.kind !== 'document') return false
  const actor = source.actor ? actors.get(source.actor) : undefined
  if (actor && country !== null && actor.country === country)
    return actor.kind === 'state' || actor.sector === 'GOV' || (source.isCollective && hasGovernmentWord(source.office))
  const namesState = [...state].some((stem) => source.office.has(stem))
  return namesState && (source.office.size === state.size || hasGovernmentWord(source.office))
}

function hasGovernmentWord(office: ReadonlySet<string>): boolean {
  return [...office].some((stem) => GOVERNMENT.has(stem))
}

/** An outlet that the lists say prints another's text rests on that other, where it is there too. */
function joinPrinters(table: RootTable, lexicon: Lexicon): RootTable {
  let now = table
  for (const [key, { source, name }] of table.entries) {
    if (source.kind !== 'outlet') continue
    for (const printed of findOutlet(lexicon, name)?.copies ?? []) {
      const into = `outlet ${outletKeyOf(lexicon, printed)}`
      now = joinRoots(now, key, into, `${name} prints what ${printed} writes.`)
    }
  }
  return now
}

/** What a speaker says that another said adds nothing where the speaker is a root already. */
function joinRelayed(table: RootTable): RootTable {
  let now = table
  for (const [key, { source, name }] of table.entries) {
    if (source.relay === null || source.relay === key) continue
    const relay = now.entries.get(source.relay)
    if (relay) now = joinRoots(now, key, source.relay, `What ${name} said is known through ${relay.name} only.`)
  }
  return now
}

function entriesOf(table: RootTable): (readonly [string, RootEntry])[] {
  return [...table.entries]
}
