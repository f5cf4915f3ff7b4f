import type { ActorKind, Attribution, AttributionId, Copy, Findings, Report, Sector } from '@backchannel/core'
import type { RecordActorJson, StoryJson } from '../record.ts'

/** What an outlet has since said of the words that a claim rests on. */
export interface ExportNotice {
  readonly kind: 'withdrawn' | 'corrected'
  /** One sentence for a person. */
  readonly why: string
  /** The document that says so; null where the outlet itself repeats the words to correct them. */
  readonly by: string | null
}

/** A claim of the record with the story it belongs to and the independent roots of that story. */
export interface ExportReport {
  readonly report: Report
  readonly story: string
  readonly roots: StoryJson['roots']
  /** What people changed in it, as `changeSentences`; empty where nobody did. */
  readonly corrections: readonly string[]
  /** What outlets took back of it; empty where nobody did. */
  readonly notices: readonly ExportNotice[]
}

/** One document of an export with what is exported of it. */
export interface ExportDocument {
  /** Everything that was found; the claims of it that are exported are those of `reports`. */
  readonly findings: Findings
  /** When it was taken in, ISO 8601 in UTC. */
  readonly found: string
  /** What it was made from, where it is a copy. */
  readonly copy: Copy | null
  /** In text order. */
  readonly reports: readonly ExportReport[]
  /** Who of the document is whom in the record: ids of its actors to ids of the record. */
  readonly cast: ReadonlyMap<string, string>
  /** True where all of the document is exported, false where a filter chose claims. */
  readonly whole: boolean
  /** True where names were taken out, so that the text is not the one that was published. */
  readonly redacted: boolean
}

/** One story of an export with its tellings, in the order in which their documents came. */
export interface ExportStory {
  readonly story: StoryJson
  readonly reports: readonly Report[]
  /** What outlets took back of its tellings, by document and claim, parted by a blank. */
  readonly notices: ReadonlyMap<string, readonly ExportNotice[]>
  /** What people changed in its tellings, a text each, with the claim that is meant; empty where nobody did. */
  readonly corrections: readonly string[]
}

/** Somebody across documents, with the sector that the record knows. */
export interface ExportActor extends RecordActorJson {
  readonly kind: ActorKind
  readonly sector: Sector | null
}

/** The voices by which a claim is told, outermost first, as they are believed: a speaker whom a person named is among them. */
export function voicesTelling({ findings }: ExportDocument, { report }: ExportReport): readonly AttributionId[] {
  const claim = findings.claims.find(({ id }) => id === report.ref.claim)
  return claim?.told ?? report.told.map(({ attribution }) => attribution)
}

/** What people changed, of a voice that a person named: the sentences of the claims that it tells. Empty for all others. */
export function voiceCorrections(document: ExportDocument, { id }: Attribution): readonly string[] {
  if (!id.startsWith(NAMED_BY_PERSON)) return []
  const told = document.reports.filter((one) => voicesTelling(document, one).includes(id))
  return [...new Set(told.flatMap(({ corrections }) => corrections))]
}

/** How the ids of voices begin that `believedFindings` adds. */
const NAMED_BY_PERSON = 'corrected'
