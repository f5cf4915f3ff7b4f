import {
  bindNotice,
  type Document,
  type DocumentId,
  documentKeys,
  type Lexicon,
  meantKeys,
  type NamedDocument,
  type Notice,
  type NoticeFound,
  noticesIn,
  outletKeyOf,
  reportKeys,
  type StoryId,
} from '@backchannel/core'
import type { StoreReader, StoreWriter } from '@backchannel/store'
import { NOTICE_CANDIDATES } from './limits.ts'

/** The notices that a document has to do with. */
export interface PlacedNotices {
  /** Those in it, and those of other documents about it. */
  readonly notices: readonly Notice[]
  /** What the document, and the documents that its notices mean, are found by. */
  readonly keys: readonly string[]
}

/**
 * Ties the notices of a document to the documents that they name by headline or item number, and finds those of documents
 * that came before about this one. Notices that name no document are tied to none: the story tells whom they mean.
 */
export async function findPlacedNotices(
  reader: StoreReader,
  document: Document,
  item: string | null,
  found: readonly NoticeFound[],
  lexicon: Lexicon,
): Promise<PlacedNotices> {
  const named: NamedDocument = { outlet: document.outlet, title: document.title, item }
  const own = documentKeys(named, lexicon)
  const notices: Notice[] = []
  const keys = [...own]
  for (const notice of found) {
    const meant = meantKeys(notice, named, lexicon)
    keys.push(...meant.map(aboutKey))
    const before = await documentsBy(reader, meant, document, (other) => isBefore(other, document))
    if (before.length === 0) notices.push(bindNotice(notice, document, null))
    for (const other of before) notices.push(bindNotice(notice, document, other.id))
  }
  for (const other of await documentsBy(reader, own.map(aboutKey), document, (one) => isBefore(document, one))) {
    const findings = await reader.findings(other.id)
    const carrier: NamedDocument = { outlet: other.outlet, title: other.title, item }
    for (const notice of noticesIn(other, findings?.diagnostics))
      if (meantKeys(notice, carrier, lexicon).some((key) => own.includes(key)))
        notices.push(bindNotice(notice, other, document.id))
  }
  return { notices, keys }
}

/**
 * Withdrawals that name no document, tied to the one that they mean: the only earlier one of that outlet that tells of what
 * the notice tells of. All that it told is withdrawn then, not only that story. None where several could be meant.
 */
export async function findMeantByStory(
  reader: StoreReader,
  document: Document,
  notices: readonly Notice[],
  lexicon: Lexicon,
): Promise<readonly Notice[]> {
  const open = notices.filter(({ kind, of, by }) => kind === 'withdrawal' && of === null && by !== null)
  if (open.length === 0) return []
  const found: Notice[] = []
  const told = await reader.reportsIn(document.id)
  for (const notice of open) {
    const outlet = outletKeyOf(lexicon, notice.by ?? '')
    const meant = new Set<DocumentId>()
    for (const { report, story } of told) {
      if (!notice.words.includes(report.evidence.quote)) continue
      for (const other of await reader.reportsOf(story)) {
        const isTheirs = other.outlet !== null && outletKeyOf(lexicon, other.outlet) === outlet
        const isEarlier = (other.published?.earliest ?? '9999') <= (document.published?.when.earliest ?? '')
        if (isTheirs && isEarlier && other.ref.document !== document.id) meant.add(other.ref.document)
      }
    }
    const [only] = meant
    if (only !== undefined && meant.size === 1) found.push({ ...notice, of: only })
  }
  return found
}

/** Lets the reports of the documents that the notices mean carry them. Gives the stories of those. */
export async function passNoticesOn(writer: StoreWriter, notices: readonly Notice[]): Promise<ReadonlySet<StoryId>> {
  const touched = new Set<StoryId>()
  for (const notice of notices) {
    if (notice.of === null || notice.of === notice.document) continue
    for (const { report, story, strand, read } of await writer.reportsIn(notice.of)) {
      const others = (report.notices ?? []).filter(
        ({ document, words }) => document !== notice.document || words !== notice.words,
      )
      const told = { notices: [...others, notice] }
      await writer.saveReport({ ...report, ...told }, strand, reportKeys(report), read && { ...read, ...told })
      touched.add(story)
    }
  }
  return touched
}

/** Keys of what a notice means, apart from those of the documents themselves. */
const aboutKey = (key: string): string => `notice ${key}`

/** Other documents that one of the keys leads to. */
async function documentsBy(
  reader: StoreReader,
  keys: readonly string[],
  self: Document,
  fits: (other: Document) => boolean,
): Promise<readonly Document[]> {
  if (keys.length === 0) return []
  const found: Document[] = []
  // Keys of kind "copy" lead to documents.
  for (const id of (await reader.lookup('copy', keys, NOTICE_CANDIDATES)) as readonly DocumentId[]) {
    const other = id === self.id ? null : await reader.document(id)
    if (other !== null && fits(other.document)) found.push(other.document)
  }
  return found
}

/** True where a document may have been there before the other; also where a date is missing. */
function isBefore(one: Document, other: Document): boolean {
  return (one.published?.text ?? '') <= (other.published?.text ?? '9999')
}
