import {
  type AccountField,
  type AccountFieldName,
  type ClaimRef,
  type Correction,
  compareAccounts,
  type DocumentId,
  type Findings,
  type Lexicon,
  type LinkReport,
  type Notice,
  noticesOf,
  type Report,
  type Story,
} from '@backchannel/core'
import type { Listed, Page, StoreReader, StoryFilter } from '@backchannel/store'
import type { AccountsJson, DisagreementJson, NoticeJson } from '@backchannel/wire/write'
import { areStoriesCompared } from '../compare-older-stories.ts'
import { loadStory, type StoryBasis, shakenOf } from '../refresh-story.ts'
import { type Correctors, loadCorrectors } from './corrected-by.ts'
import { cutPage } from './cut-page.ts'
import { everyPage } from './every-page.ts'
import { loadLinks } from './load-links.ts'
import { findStory } from './stories.ts'

/** Who says what of a story, field by field, and what its outlets have since corrected or withdrawn. */
export async function showAccounts(reader: StoreReader, id: string, lexicon: Lexicon): Promise<AccountsJson> {
  const story = await findStory(reader, id)
  return accountsOf(reader, story, await loadStory(reader, story.id), lexicon, await loadCorrectors(reader))
}

/** The same of a story that is loaded already. */
export async function accountsOf(
  reader: Pick<StoreReader, 'findings' | 'corrections'>,
  story: Pick<Story, 'id'>,
  basis: Pick<StoryBasis, 'reports' | 'copies' | 'notices'>,
  lexicon: Lexicon,
  correctors: Correctors,
): Promise<AccountsJson> {
  const { reports, copies, notices } = basis
  const links: readonly LinkReport[] = await loadLinks(reader, reports)
  const shaken = shakenOf(basis, lexicon)
  return {
    story: story.id,
    fields: compareAccounts(reports, copies, links, shaken).map((field) =>
      fieldToWire(field, createWhoSet(field.field, reports, correctors)),
    ),
    notices: notices.map(noticeToWire),
    shaken: shaken.map(({ ref, notice, why }) => ({
      document: ref.document,
      claim: ref.claim,
      by: notice.document,
      why,
    })),
  }
}

/** Stories whose tellings cannot all be true, with the fields in which they differ; all of them. */
export async function listDisagreements(
  reader: StoreReader,
  filter: StoryFilter,
  lexicon: Lexicon,
): Promise<readonly DisagreementJson[]> {
  const isKnown = await areStoriesCompared(reader)
  const stories = await everyPage((page) => reader.stories(isKnown ? { ...filter, differs: true } : filter, page))
  return disagreementsOf(reader, stories, lexicon)
}

/** One page of the same list. Only in a store of an older format that nothing was taken into since is the whole put together for it. */
export async function pageDisagreements(
  reader: StoreReader,
  filter: StoryFilter,
  lexicon: Lexicon,
  page: Page,
): Promise<Listed<DisagreementJson>> {
  if (!(await areStoriesCompared(reader))) return cutPage(await listDisagreements(reader, filter, lexicon), page)
  const listed = await reader.stories({ ...filter, differs: true }, page)
  return { ...listed, rows: await disagreementsOf(reader, listed.rows, lexicon) }
}

async function disagreementsOf(
  reader: StoreReader,
  stories: readonly Story[],
  lexicon: Lexicon,
): Promise<readonly DisagreementJson[]> {
  const found: { readonly story: Story; readonly accounts: AccountsJson }[] = []
  const correctors = await loadCorrectors(reader)
  const links = cachedFindings(reader, correctors)
  for (const story of stories) {
    const documents = new Set(story.claims.map(({ document }) => document))
    if (documents.size < 2) continue
    const reports = await reader.reportsOf(story.id)
    const copies = (await reader.copies([...documents])).filter(({ document }) => documents.has(document))
    const accounts = await accountsOf(
      links,
      story,
      { reports, copies, notices: noticesOf(reports) },
      lexicon,
      correctors,
    )
    const fields = accounts.fields.filter(({ agree }) => !agree)
    if (fields.length > 0 || accounts.notices.length > 0) found.push({ story, accounts: { ...accounts, fields } })
  }
  const correctedBy = await correctors.ofStories(found.map(({ story }) => story))
  return found.map(({ story, accounts }) => ({
    ...{ ...accounts, title: story.title },
    correctedBy: correctedBy.get(story.id) ?? [],
  }))
}

/** Documents whose findings are kept at hand: stories that follow each other are told by the same ones. */
const FINDINGS_KEPT = 128

/** Findings that are unpacked once for all the stories that a document is in, and corrections only where somebody changed something. */
function cachedFindings(reader: StoreReader, { isTouched }: Correctors): Pick<StoreReader, 'findings' | 'corrections'> {
  const kept = new Map<DocumentId, Promise<Findings | null>>()
  return {
    corrections: async (id) => (id !== undefined && isTouched(id) ? reader.corrections(id) : []),
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

/** Fields of a claim from which a field of accounts has its value, beside who tells it; none where it comes from links. */
const CLAIM_FIELDS_OF: Readonly<Partial<Record<AccountFieldName, string>>> = {
  ...{ status: 'status', stance: 'stance', date: 'when', place: 'place', channel: 'channel' },
  ...{ agent: 'participants', count: 'participants', composition: 'participants' },
}

/** Says of claims who set what a field of accounts shows of them: the value, or its teller. */
function createWhoSet(
  field: AccountFieldName,
  reports: readonly Report[],
  correctors: Correctors,
): (claims: readonly ClaimRef[]) => readonly string[] {
  const corrected = reports.filter((report) => report.corrected !== undefined)
  if (corrected.length === 0) return () => []
  const isMeant = (change: Correction['change']): boolean =>
    change.kind === 'add' ||
    change.kind === 'quotation' ||
    (change.kind === 'set' && (change.field === 'speaker' || change.field === CLAIM_FIELDS_OF[field]))
  return (claims) => {
    const names = claims.flatMap(({ document, claim }) => {
      const report = corrected.find(({ ref }) => ref.document === document && ref.claim === claim)
      return report ? correctors.ofReportWhere(report, isMeant) : []
    })
    return [...new Set(names)]
  }
}

function fieldToWire(
  { field, values, agree }: AccountField,
  whoSet: (claims: readonly ClaimRef[]) => readonly string[],
): AccountsJson['fields'][number] {
  return {
    field,
    values: values.map(({ value, told, documents, claims, quote, takenBack = false }) => ({
      value,
      told: [...told],
      documents: [...documents],
      quote,
      takenBack,
      correctedBy: whoSet(claims),
    })),
    agree,
  }
}
