import type { Copy, Correction, Judgement, RecordActor, Report, Story } from '@backchannel/core'
import type { DossierJson } from '../format.ts'

/** The version of the backup format, in its first line. */
export const BACKUP_FORMAT = 'backchannel.backup/1'

/** One thing taken in, as a store keeps it. */
export interface BackupItem {
  readonly origin: string
  readonly sha256: string | null
  readonly state: 'waiting' | 'done' | 'skipped' | 'failed'
  readonly document: string | null
  readonly error: { readonly code: string; readonly message: string } | null
  readonly found: string
}

/** A document with all that a store keeps beside it. Bytes are base64. */
export interface BackupDocument {
  readonly dossier: DossierJson
  readonly raw: string | null
  readonly extractor: { readonly name: string; readonly version: string }
  readonly pipeline: string
  readonly found: string
  readonly origin: string
  readonly sketch: string | null
}

/** An actor of a document, who it is, and who by the machine's own grouping where people joined that one with others. */
export interface BackupMember {
  readonly actor: string
  readonly is: string
  readonly strand?: string
}

/** One line of a backup. Lines come in the order of this list, and all of one kind together. */
export type BackupLine =
  | { readonly format: typeof BACKUP_FORMAT }
  | { readonly raw: { readonly sha256: string; readonly mediaType: string; readonly bytes: string } }
  | { readonly document: BackupDocument }
  | { readonly actor: RecordActor }
  | { readonly cast: { readonly document: string; readonly members: readonly BackupMember[] } }
  | { readonly story: Story }
  /** An old id of a story, or one of the strands that people say are one with it: then `strand` is its own id. */
  | { readonly alias: { readonly id: string; readonly into: string; readonly strand?: string | undefined } }
  /** `strand` where it is not the id of the story; `read` with the actors of the machine, where people joined some of them. */
  | {
      readonly report: Report
      readonly in: string
      readonly strand?: string | undefined
      readonly read?: Report | undefined
    }
  | { readonly copy: Copy }
  | { readonly item: BackupItem }
  | { readonly judgement: Judgement }
  | { readonly correction: Correction }
  | { readonly setting: { readonly key: string; readonly value: string } }
  /** The last line: how many stand before it, so that a cut file is noticed. */
  | { readonly end: { readonly lines: number } }

/** One line of a backup with its line end. Properties are in alphabetical order, so that the same record gives the same bytes. */
export function backupLine(line: BackupLine): string {
  return `${JSON.stringify(sorted(line))}\n`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]))
}
