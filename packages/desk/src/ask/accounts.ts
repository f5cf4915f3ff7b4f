import {
  type AccountField,
  compareAccounts,
  type DocumentId,
  type Findings,
  type Lexicon,
  type LinkReport,
  type Notice,
  noticesOf,
  type Story,
} from '@backchannel/core'
import type { StoreReader, StoryFilter } from '@backchannel/store'
import type { AccountsJson, NoticeJson } from '@backchannel/wire/write'
import { loadStory, type StoryBasis, shakenOf } from '../refresh-story.ts'
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
  reader: Pick<StoreReader, 'findings'>,
  story: Pick<Story, 'id'>,
  basis: Pick<StoryBasis, 'reports' | 'copies' | 'notices'>,
  lexicon: Lexicon,
): Promise<AccountsJson> {
  const { reports, copies, notices } = basis
  const links: readonly LinkReport[] = await loadLinks(reader, reports)
  const shaken = shakenOf(basis, lexicon)
  return {
    story: story.id,
    fields: compareAccounts(reports, copies, links, shaken).map(fieldToWire),
    notices: notices.map(noticeToWire),
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
  const links = cachedFindings(reader)
  for (const story of await everyPage((page) => reader.stories(filter, page))) {
    const documents = new Set(story.claims.map(({ document }) => document))
    if (documents.size < 2) continue
    const reports = await reader.reportsOf(story.id)
    const copies = (await reader.copies([...documents])).filter(({ document }) => documents.has(document))
    const accounts = await accountsOf(links, story, { reports, copies, notices: noticesOf(reports) }, lexicon)
    const fields = accounts.fields.filter(({ agree }) => !agree)
    if (fields.length > 0 || accounts.notices.length > 0) found.push({ ...accounts, title: story.title, fields })
  }
  return found
}

/** Documents whose findings are kept at hand: stories that follow each other are told by the same ones. */
const FINDINGS_KEPT = 128

/** Findings that are unpacked once for all the stories that a document is in. */
function cachedFindings(reader: StoreReader): Pick<StoreReader, 'findings'> {
  const kept = new Map<DocumentId, Promise<Findings | null>>()
  return {
    findings(id) {
      const known = kept.get(id)
      if (known) return known
      const [oldest] = kept.keys()
      if (kept.size >= FINDINGS_KEPT && oldest !== undefined) kept.delete(oldest)
      const loaded = reader.findings(id)
      kept.set(id, loaded)
      return loaded
    },
  }
}

/** A notice as JSON: what an outlet says of its earlier words. */
export function noticeToWire({ document, kind, words, old, new: now, by, outlet, of }: Notice): NoticeJson {
  return { document, kind, quote: words, old, new: now, outlet: by ?? outlet, of }
}

function fieldToWire({ field, values, agree }: AccountField): AccountsJson['fields'][number] {
  return {
    field,
    values: values.map(({ value, told, documents, quote, takenBack = false }) => ({
      value,
      told: [...told],
      documents: [...documents],
      quote,
      takenBack,
    })),
    agree,
  }
}
