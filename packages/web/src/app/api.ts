import type {
  AccountsJson,
  ActorAroundJson,
  AroundJson,
  BelievedJson,
  CorrectedJson,
  CustodyJson,
  DisagreementJson,
  DossierJson,
  EngagementStoryJson,
  FacetsJson,
  FollowedJson,
  HistoryJson,
  MapJson,
  NetworkJson,
  RecordActorJson,
  ReportJson,
  SearchHitJson,
  SourcesJson,
  SpanJson,
  StoryJson,
  TimelineEntryJson,
} from '@backchannel/wire/write'
import { type Query, searchOf } from './query.ts'

// What the server answers under /api, as far as the pages use it; packages/wire/src/api-answers.ts has all of it.

/** A page of a list. */
export interface Listed<Row> {
  readonly rows: readonly Row[]
  /** Give it as `after` for the next page; null at the end. */
  readonly next: string | null
  /** Rows of the whole list. */
  readonly total: number
}

export interface StoryAnswer extends StoryJson {
  readonly reports: readonly ReportJson[]
  readonly sources: SourcesJson
  readonly accounts: AccountsJson
  /** What people changed in its claims, those that they withdrew among them. */
  readonly corrected: readonly CorrectedJson[]
}

export type NetworkAnswer = NetworkJson
export type MapAnswer = MapJson
export type ActorAroundAnswer = ActorAroundJson
export type FollowedAnswer = FollowedJson
export type AroundAnswer = AroundJson
export type HistoryAnswer = HistoryJson
export type DisagreementRow = DisagreementJson

export interface DocumentRow {
  readonly id: string
  readonly title: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly copyOf: string | null
  /** File name or address. */
  readonly name: string
}

/** What a person changed, and whether it still finds its words. */
export interface StatedCorrection {
  readonly correction: {
    readonly id: string
    readonly anchor: {
      readonly document: string
      readonly span: SpanJson
      readonly quote: string
      readonly prefix: string
      readonly suffix: string
    }
    readonly change: Readonly<Record<string, unknown>>
    readonly by: { readonly kind: string; readonly name: string }
    readonly at: string
    readonly reason: string
  }
  readonly state: 'holds' | 'gone' | 'ambiguous' | 'value' | 'undone'
}

/** A type of events, as /api/types lists it. */
export interface TypeRow {
  readonly name: string
  readonly family: string
  readonly label: string
  readonly gloss: string
  readonly roles: readonly string[]
}

export interface DocumentAnswer extends DossierJson {
  readonly record: {
    readonly origin: string
    readonly copies: readonly {
      readonly document: string
      readonly of: string
      readonly how: string
      readonly score: number
      readonly why: string
    }[]
    readonly actors: readonly { readonly actor: string; readonly is: string }[]
    /** In which story each claim is, and who takes part in it as is believed; a claim that is withdrawn is in none. */
    readonly stories: readonly {
      readonly claim: string
      readonly story: string
      readonly participants: readonly { readonly role: string; readonly name: string }[]
    }[]
    readonly corrections: readonly StatedCorrection[]
    readonly believed: {
      readonly claims: readonly BelievedJson[]
      readonly unlinked: readonly { readonly link: string; readonly correction: string }[]
    }
  }
}

export interface ActorAnswer extends RecordActorJson {
  readonly stories: readonly StoryJson[]
}

/** An answer by its address under /api. */
export interface Answers {
  readonly stories: Listed<StoryJson>
  readonly documents: Listed<DocumentRow>
  readonly actors: Listed<RecordActorJson>
  readonly search: Listed<SearchHitJson>
  readonly timeline: Listed<TimelineEntryJson>
  readonly engagements: Listed<EngagementStoryJson>
  readonly custody: Listed<CustodyJson>
  readonly facets: FacetsJson
  readonly disagreements: Listed<DisagreementRow>
}

/** Rows of lists that names and labels are taken from: the most that the server gives at once. */
export const LABEL_ROWS = 500

/** Why nothing came: the server's own message, or that it was not reached. */
export class ApiFailure extends Error {}

/** The JSON of an address on this server. Rejects with an `ApiFailure` that can be shown to a person. */
export async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  let answer: Response
  try {
    answer = await fetch(address, { signal, headers: { accept: 'application/json' } })
  } catch (error) {
    if (signal.aborted) throw error
    throw new ApiFailure('The server cannot be reached. Is it still running?')
  }
  const body: unknown = await answer.json().catch(() => null)
  // What was broken off on the way has no body, and nobody waits for it.
  signal.throwIfAborted()
  if (!answer.ok) throw new ApiFailure(messageOf(body) ?? `The server answered ${answer.status}.`)
  return body
}

/** The message of the one error shape; null for anything else. */
export function messageOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null
  const { error } = body
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : null
}

/** The address of a list with its query. */
export const listAddress = (list: keyof Answers, search: string): string => `/api/${list}${search}`
/** The address of the counts by which a list can be narrowed; of a list that holds some stories only, of those. */
export const facetsAddress = (query: Query, list?: 'custody' | 'engagements'): string => {
  const narrowed = filterPart(query)
  return `/api/facets${narrowed}${list === undefined ? '' : `${narrowed === '' ? '?' : '&'}list=${list}`}`
}
export const networkAddress = (query: Query): string => `/api/network${filterPart(query)}`
export const mapAddress = (query: Query): string => `/api/map${filterPart(query)}`
/** What narrows, without words and page. */
const filterPart = (query: Query): string => searchOf({ ...query, q: '', after: '' })
export const storyAddress = (id: string): string => `/api/stories/${encodeURIComponent(id)}`
export const aroundAddress = (id: string): string => `${storyAddress(id)}/around`
export const followedAddress = (id: string): string => `${storyAddress(id)}/followed`
export const historyAddress = (id: string): string => `${storyAddress(id)}/history`
export const documentAddress = (id: string): string => `/api/documents/${encodeURIComponent(id)}`
export const actorAddress = (id: string): string => `/api/actors/${encodeURIComponent(id)}`
export const actorAroundAddress = (id: string): string => `${actorAddress(id)}/around`
