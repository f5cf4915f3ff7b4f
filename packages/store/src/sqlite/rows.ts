import {
  type ActorProfile,
  actorId,
  type Document,
  documentId,
  type Findings,
  type RecordActorId,
  type Report,
  type Story,
  type StoryId,
  storyId,
  type When,
} from '@backchannel/core'
import { unpackBytes, unpackJson } from '../pack.ts'
import type { Item, PlacedReport, StoredDocument } from '../store.ts'

/** What a document's `data` holds: all but its id and text. */
export type DocumentData = Omit<Document, 'id' | 'text'>

export interface DocumentRow {
  readonly arrival: number
  readonly id: string
  readonly found: string
  readonly origin: string
  readonly data: Buffer
  readonly text: Buffer
  readonly pipeline: string
  readonly extractor: string
  readonly extractor_version: string
  readonly sha256: string | null
}

export function storedDocumentOf(row: DocumentRow): StoredDocument {
  const data = unpackJson<DocumentData>(row.data)
  return {
    document: { id: documentId(row.id), text: unpackJson<string>(row.text), ...data },
    raw: row.sha256,
    extractor: { name: row.extractor, version: row.extractor_version },
    pipeline: row.pipeline,
    found: row.found,
    origin: row.origin,
    arrival: row.arrival,
  }
}

/** What a document's `findings` hold: all but the document. */
export type FindingsData = Omit<Findings, 'document'>

/** What a report's `data` holds: the report, and the keys by which it is found. */
export interface ReportData {
  readonly report: Report
  readonly keys: readonly string[]
  /** As in `PlacedReport`; absent where it is the id of the story. */
  readonly strand?: StoryId
  readonly read?: Report
}

export function placedReportOf(row: { readonly data: Buffer; readonly story: string }): PlacedReport {
  const { report, strand, read } = unpackJson<ReportData>(row.data)
  const story = storyId(row.story)
  return { report, story, strand: strand ?? story, ...(read && { read }) }
}

/** What a story's `data` holds: all but its claims, which are where its reports are. */
export type StoryData = Omit<Story, 'claims'>

/** A profile as its columns' JSON: all but its reference, which is the primary key. */
type ProfileData = readonly [
  ActorProfile['kind'],
  ActorProfile['names'],
  ActorProfile['country'],
  ActorProfile['sector'],
  ActorProfile['offices'],
  When | null,
  ...RecordActorId[],
]

export function profileData(profile: ActorProfile): string {
  const { kind, names, country, sector, offices, published, strand } = profile
  const data: ProfileData = [kind, names, country, sector, offices, published, ...(strand ? [strand] : [])]
  return JSON.stringify(data)
}

export function profileOf(row: {
  readonly document: string
  readonly actor: string
  readonly data: string
}): ActorProfile {
  // Written by `profileData`.
  const [kind, names, country, sector, offices, published, strand] = JSON.parse(row.data) as ProfileData
  return {
    ref: { document: documentId(row.document), actor: actorId(row.actor) },
    kind,
    names,
    country,
    sector,
    offices,
    published,
    ...(strand && { strand }),
  }
}

export function itemOf(row: {
  readonly origin: string
  readonly sha256: string | null
  readonly state: string
  readonly document: string | null
  readonly error: string | null
  readonly found: string
}): Item {
  return {
    origin: row.origin,
    sha256: row.sha256,
    // The column holds what `saveItem` was given, and so does `error`.
    state: row.state as Item['state'],
    document: row.document === null ? null : documentId(row.document),
    error: row.error === null ? null : (JSON.parse(row.error) as Item['error']),
    found: row.found,
  }
}

export function rawBytesOf(bytes: Buffer): Uint8Array {
  return new Uint8Array(unpackBytes(bytes))
}
