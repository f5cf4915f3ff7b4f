import type { RecordActor, Report, When } from '@backchannel/core'
import { foldName } from './search/words.ts'
import type { StoryFilter } from './store.ts'

/** What a report can be found by, beside the columns that it has once: derived from the report, and only from it. */
export interface Facets {
  /** Participants and members of groups. */
  readonly actor: readonly string[]
  /** Countries of participants, ISO 3166-1 alpha-3. */
  readonly country: readonly string[]
  /** Names of the voices that tell it, folded. */
  readonly speaker: readonly string[]
  /** Attributions that tell it: the tie between a quote and a claim. */
  readonly told: readonly string[]
}

export type FacetKind = keyof Facets

export const FACET_KINDS: readonly FacetKind[] = ['actor', 'country', 'speaker', 'told']

export function facetsOf(report: Report): Facets {
  const { participants, told } = report
  return {
    actor: distinct(participants.flatMap((one) => [...(one.actor === null ? [] : [one.actor]), ...one.includes])),
    country: distinct(participants.flatMap((one) => (one.country === null ? [] : [one.country]))),
    speaker: distinct(told.map((voice) => foldName(voice.name)).filter((name) => name !== '')),
    told: distinct(told.map((voice) => voice.attribution)),
  }
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}

/**
 * The lists of a filter in the form that is compared: outlets and speakers folded; an absent and an empty list are both
 * no condition.
 */
export interface FilterLists {
  readonly actor: readonly string[]
  readonly country: readonly string[]
  readonly speaker: readonly string[]
  readonly type: readonly string[]
  readonly channel: readonly string[]
  readonly status: readonly string[]
  readonly outlet: readonly string[]
  readonly document: readonly string[]
}

export type FilterList = keyof FilterLists

/** The lists that a story has once, and so answers for itself; one of its reports must pass all the others. */
export const STORY_LISTS: readonly FilterList[] = ['type', 'status']
/** The lists that a document answers for itself. */
export const DOCUMENT_LISTS: readonly FilterList[] = ['outlet', 'document']
export const FILTER_LISTS: readonly FilterList[] = [
  'actor',
  'country',
  'speaker',
  'type',
  'channel',
  'status',
  'outlet',
  'document',
]

export function listsOf(
  filter: Omit<StoryFilter, 'not' | 'from' | 'to' | 'independence' | 'differs' | 'story'>,
): FilterLists {
  return {
    actor: filter.actor ?? [],
    country: filter.country ?? [],
    speaker: (filter.speaker ?? []).map(foldName),
    type: filter.type ?? [],
    channel: filter.channel ?? [],
    status: filter.status ?? [],
    outlet: (filter.outlet ?? []).flatMap(outletForms),
    document: filter.document ?? [],
  }
}

/** "The Ledger" and "Ledger" are one paper to whoever asks. */
function outletForms(name: string): readonly string[] {
  const folded = foldName(name)
  return folded.startsWith('the ') ? [folded, folded.slice(4)] : [folded, `the ${folded}`]
}

/** Days of a filter; null where there is no bound. */
export interface Days {
  readonly from: string | null
  readonly to: string | null
}

export function daysOf(filter: StoryFilter): Days {
  return { from: filter.from ?? null, to: filter.to ?? null }
}

/**
 * True where something of that date may lie within the days. A bound that is not known may be anywhere, and a date that
 * is not known at all may be any: a search by date never hides what it cannot rule out.
 */
export function mayOverlap(when: When | null, days: Days): boolean {
  const earliest = when?.earliest ?? null
  const latest = when?.latest ?? null
  return (
    (days.to === null || earliest === null || earliest <= days.to) &&
    (days.from === null || latest === null || latest >= days.from)
  )
}

/** By what things are put in order of time: the last day it may have been, else the first; '' where neither is known. */
export function dayKey(when: When | null): string {
  return when?.latest ?? when?.earliest ?? ''
}

/** By what things are put in order of time from the first: the first day it may have been, else the last; behind all days where neither is known. */
export function firstDayKey(when: When | null): string {
  return when?.earliest ?? when?.latest ?? '9999'
}

/** Every form of an actor's name, folded, once each. */
export function spellingsOf(actor: Pick<RecordActor, 'name' | 'profiles'>): readonly string[] {
  const names = [actor.name, ...actor.profiles.flatMap((profile) => profile.names)]
  return distinct(names.map(foldName).filter((name) => name !== ''))
}
