import {
  type AccountField,
  compareAccounts,
  type Document,
  type DocumentId,
  findNotices,
  type Lexicon,
  type LinkReport,
  markShaken,
  type NoticeIn,
  type Report,
  type Story,
} from '@backchannel/core'
import type { StoreReader, StoryFilter } from '@backchannel/store'
import type { AccountsJson } from '@backchannel/wire/write'
import { loadStory, type StoryBasis } from '../refresh-story.ts'
import { everyPage } from './every-page.ts'
import { loadLinks } from './load-links.ts'
import { findStory } from './stories.ts'

/** Who says what of a story, field by field, and what its outlets have since corrected or withdrawn. */
export async function showAccounts(reader: StoreReader, id: string, lexicon: Lexicon): Promise<AccountsJson> {
  const story = await findStory(reader, id)
  return accountsOf(reader, story, await loadStory(reader, story.id), lexicon)
}

/** The same of a story that is loaded already. */
export async function accountsOf(
  reader: StoreReader,
  story: Story,
  { reports, copies }: StoryBasis,
  lexicon: Lexicon,
): Promise<AccountsJson> {
  const links: readonly LinkReport[] = await loadLinks(reader, reports)
  const notices = await loadNotices(reader, reports)
  const shaken = markShaken(reports, copies, notices, lexicon)
  return {
    story: story.id,
    fields: compareAccounts(reports, copies, links).map(fieldToWire),
    notices: notices.map((notice) => ({
      document: notice.document,
      kind: notice.kind,
      quote: notice.words,
      old: notice.old,
      new: notice.new,
    })),
    shaken: shaken.map(({ ref, notice, why }) => ({
      document: ref.document,
      claim: ref.claim,
      by: notice.document,
      why,
    })),
  }
}

/** Stories whose tellings cannot all be true, with the fields in which they differ. */
export async function listDisagreements(
  reader: StoreReader,
  filter: StoryFilter,
  lexicon: Lexicon,
): Promise<readonly (AccountsJson & { readonly title: string })[]> {
  const found: (AccountsJson & { readonly title: string })[] = []
  for (const story of await everyPage((page) => reader.stories(filter, page))) {
    if (new Set(story.claims.map(({ document }) => document)).size < 2) continue
    const accounts = await showAccounts(reader, story.id, lexicon)
    const fields = accounts.fields.filter(({ agree }) => !agree)
    if (fields.length > 0 || accounts.notices.length > 0) found.push({ ...accounts, title: story.title, fields })
  }
  return found
}

async function loadNotices(reader: StoreReader, reports: readonly Report[]): Promise<readonly NoticeIn[]> {
  const notices: NoticeIn[] = []
  for (const id of documentsOf(reports)) {
    const stored = await reader.document(id)
    const document: Pick<Document, 'text'> | undefined = stored?.document
    if (document) for (const notice of findNotices(document)) notices.push({ ...notice, document: id })
  }
  return notices
}

function documentsOf(reports: readonly Report[]): readonly DocumentId[] {
  return [...new Set(reports.map(({ ref }) => ref.document))]
}

function fieldToWire({ field, values, agree }: AccountField): AccountsJson['fields'][number] {
  return {
    field,
    values: values.map(({ value, told, documents, quote }) => ({
      value,
      told: [...told],
      documents: [...documents],
      quote,
    })),
    agree,
  }
}
