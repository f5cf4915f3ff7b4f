import type { DocumentId, Iso3, RecordActor, RecordActorId } from '../../model/index.ts'
import { findOutlet, type Lexicon, outletKeyOf } from '../lexicon.ts'
import { officeStems } from './describe-source.ts'
import { createOfficeIndex, type OfficeIndex } from './office-index.ts'
import { createRootJoins, type RootEntry, type RootJoins, type RootTable } from './root-table.ts'
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
 * a root himself. Each join leaves its sentence. Time grows with the roots, and with how many share their rarest word.
 */
export function joinSame(table: RootTable, lexicon: Lexicon, actors: Actors): RootTable {
  const joins = createRootJoins(table)
  // What a speaker is called does not change, whatever is joined to him.
  const speakers = createOfficeIndex(joins.list().filter(([, { source }]) => source.kind === 'speaker'))
  joinShortNames(joins, speakers, actors)
  joinStatements(joins, speakers)
  joinSpokesmen(joins, speakers, actors)
  joinStates(joins, actors)
  joinStateOutlets(joins, lexicon, actors)
  joinPrinters(joins, lexicon)
  joinRelayed(joins)
  return joins.table()
}

/** The same words in another order or form, then "Hale" for Tomas Hale and "the foreign ministry" where only one fits. */
function joinShortNames(joins: RootJoins, speakers: OfficeIndex, actors: Actors): void {
  for (const isFuller of [false, true]) {
    for (const [key, { source, name }] of joins.list()) {
      if (source.kind !== 'speaker' || !joins.entries.has(key)) continue
      const fuller = speakers.holding(source.office).flatMap((other) => {
        const one = other === key ? undefined : joins.entries.get(other)
        const fits =
          one !== undefined &&
          one.source.isCollective === source.isCollective &&
          one.source.office.size > source.office.size === isFuller &&
          canBeOne(source, one.source, actors)
        return fits ? [[other, one] as const] : []
      })
      const [only] = fuller
      // Of names that say the same the first stays.
      if (!isFuller) for (const [other, one] of fuller) joins.join(other, key, `“${one.name}” is ${name}.`)
      else if (only && fuller.length === 1) joins.join(key, only[0], `“${name}” is ${only[1].name}.`)
    }
  }
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
function joinStatements(joins: RootJoins, speakers: OfficeIndex): void {
  const bodiesIn = new Map<DocumentId, Set<string>>()
  const note = (documents: Iterable<DocumentId>, body: string): void => {
    for (const document of documents) bodiesIn.set(document, (bodiesIn.get(document) ?? new Set()).add(body))
  }
  for (const [key, { source, direct }] of joins.entries)
    if (source.kind === 'speaker' && source.isCollective) note(direct, key)
  for (const [key, { source, name, direct }] of joins.list()) {
    if (source.kind !== 'document') continue
    const owners = (source.office.size > 0 ? speakers.fitting(source.office) : bodiesOfAll(direct)).flatMap((other) => {
      const entry = joins.entries.get(other)
      return entry ? [[other, entry] as const] : []
    })
    const [owner] = owners
    if (!owner || owners.length !== 1) continue
    joins.join(key, owner[0], `“${name}” is the word of ${owner[1].name}.`)
    if (owner[1].source.isCollective) note(direct, owner[0])
  }

  /** "The statement" with no more words is that of the body that the same documents name. */
  function bodiesOfAll(documents: ReadonlySet<DocumentId>): readonly string[] {
    const [first, ...others] = documents
    const bodies = first === undefined ? [] : [...(bodiesIn.get(first) ?? [])]
    return bodies.filter((body) => others.every((document) => bodiesIn.get(document)?.has(body)))
  }
}

/** A spokesman is the voice of the body he speaks for. */
function joinSpokesmen(joins: RootJoins, speakers: OfficeIndex, actors: Actors): void {
  const order = new Map([...joins.entries.keys()].map((key, at) => [key, at]))
  for (const [key, { source, name }] of joins.list()) {
    if (source.kind !== 'speaker' && source.kind !== 'anonymous') continue
    const [body] = bodiesSpokenFor(source.actor, name, actors)
      .flatMap((office) => speakers.fitting(office))
      .filter((other) => other !== key && joins.entries.get(other)?.source.isCollective)
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    if (body !== undefined) joins.join(key, body, `${name} speaks for ${joins.entries.get(body)?.name}: one voice.`)
  }
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
function joinStates(joins: RootJoins, actors: Actors): void {
  for (const [key, entry] of joins.list()) {
    const state = entry.source.actor ? actors.get(entry.source.actor) : undefined
    if (state?.kind !== 'state') continue
    const stems = officeStems(state.name)
    const office = firstOf(
      joins,
      (one, other) => other !== key && one.source.isCollective && isGovernmentOf(one, state.country, stems, actors),
    )
    if (office) joins.join(key, office[0], `${entry.name} speaks through ${office[1].name}.`)
  }
}

/** An outlet that a state owns tells what that state tells. */
function joinStateOutlets(joins: RootJoins, lexicon: Lexicon, actors: Actors): void {
  const sisters = new Map<string, string>()
  for (const [key, { source, name }] of joins.list()) {
    const outlet = source.kind === 'outlet' ? findOutlet(lexicon, name) : null
    const owner = ownerState(outlet?.owner ?? null, lexicon)
    if (outlet === null || owner === null) continue
    const stems = officeStems(owner)
    const government = firstOf(joins, (entry) => isGovernmentOf(entry, outlet.country, stems, actors))
    const sister = sisters.get(owner)
    if (government)
      joins.join(
        key,
        government[0],
        `${name} belongs to the state of ${owner}: it is no voice beside ${government[1].name}.`,
      )
    else if (sister !== undefined)
      joins.join(key, sister, `${name} and ${joins.entries.get(sister)?.name} both belong to the state of ${owner}.`)
    else sisters.set(owner, key)
  }
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
function joinPrinters(joins: RootJoins, lexicon: Lexicon): void {
  for (const [key, { source, name }] of joins.list()) {
    if (source.kind !== 'outlet') continue
    for (const printed of findOutlet(lexicon, name)?.copies ?? [])
      joins.join(key, `outlet ${outletKeyOf(lexicon, printed)}`, `${name} prints what ${printed} writes.`)
  }
}

/** What a speaker says that another said adds nothing where the speaker is a root already. */
function joinRelayed(joins: RootJoins): void {
  for (const [key, { source, name }] of joins.list()) {
    if (source.relay === null || source.relay === key) continue
    const relay = joins.entries.get(source.relay)
    if (relay) joins.join(key, source.relay, `What ${name} said is known through ${relay.name} only.`)
  }
}

/** The first root for which this holds. There are only so many states, so that each may look through all roots. */
function firstOf(
  joins: RootJoins,
  holds: (entry: RootEntry, key: string) => boolean,
): readonly [string, RootEntry] | undefined {
  for (const one of joins.entries) if (holds(one[1], one[0])) return one
  return undefined
}
