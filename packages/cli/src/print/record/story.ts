import type { AccountsJson, CorrectedJson, NoticeJson, RootJson, SourcesJson } from '@backchannel/wire/write'
import type { Page } from '../page.ts'
import { quoted } from '../words.ts'

/** Documents beside a value, at most; more are only noise beside the voices. */
const MOST_PLACES = 2

/** What a person calls each document, by id. */
export type Labels = ReadonlyMap<string, string>

const named = (labels: Labels, ids: readonly string[]): string => ids.map((id) => labels.get(id) ?? id).join(', ')

/**
 * Who says what, field by field; fields in which tellings cannot all be true are marked. `except`: what `printSources` says
 * below it of words that were withdrawn.
 */
export function printAccounts(
  page: Page,
  accounts: AccountsJson,
  labels: Labels,
  { except = [] }: { readonly except?: SourcesJson['withdrawn']['why'] } = {},
): void {
  for (const { field, values, agree } of accounts.fields) {
    page.lines(agree ? field : `${field}: accounts differ`, { tone: agree ? 'bold' : 'yellow' })
    for (const { value, told, documents, quote, takenBack } of values) {
      // Who tells it, and where: the outlet is said only where it is another, and where few tell it.
      const where =
        documents.length > MOST_PLACES
          ? []
          : [...new Set(documents.map((id) => labels.get(id) ?? id))].filter((label) => !told.includes(label))
      const by = [...told, ...(where.length > 0 ? [`in ${where.join(', ')}`] : [])].join(', ')
      const mark = takenBack ? ' (taken back)' : ''
      page.lines(`${value}${mark} — ${by}: ${quoted(quote)}`, { indent: 4, first: '  ' })
    }
  }
  printNotices(page, accounts.notices, labels)
  const shaken = new Map(accounts.shaken.map(({ document, why }) => [`${document} ${why}`, { document, why }]))
  for (const { document, why } of except) shaken.delete(`${document} ${why}`)
  for (const { document, why } of shaken.values())
    page.lines(`${named(labels, [document])}: ${why}`, { indent: 4, first: '  ' })
  if (accounts.fields.length === 0 && accounts.notices.length === 0) page.lines('nothing to compare')
}

function printNotices(page: Page, notices: readonly NoticeJson[], labels: Labels): void {
  for (const { kind, document, quote, old, new: now } of notices) {
    const change = old !== null && now !== null ? ` (${old} is now ${now})` : ''
    page.lines(`${kind} in ${named(labels, [document])}${change}: ${quoted(quote)}`, { tone: 'yellow' })
  }
}

/** The independent roots, the copies, and why each other branch does not count. */
export function printSources(page: Page, sources: SourcesJson, labels: Labels): void {
  page.lines(sources.sentence)
  page.gap()
  printRoots(page, sources.roots, labels)
  for (const { document, of, how, why } of sources.copies)
    page.lines(`copy: ${named(labels, [document])} of ${named(labels, [of])} (${how}: ${why})`, {
      indent: 4,
      first: '  ',
    })
  for (const { documents, into, why } of sources.collapsed)
    page.lines(`not counted: ${named(labels, documents)}, down to ${into}: ${why}`, { indent: 4, first: '  ' })
  for (const loop of sources.loops)
    page.lines(`loop: ${[...loop, loop[0]].join(' cites ')}; nobody of them is a root`, { indent: 4, first: '  ' })
  if (sources.withdrawn.roots.length > 0 || sources.withdrawn.why.length > 0) {
    page.gap()
    page.lines('Does not count any more')
    printRoots(page, sources.withdrawn.roots, labels)
    for (const { document, why } of sources.withdrawn.why)
      page.lines(`${named(labels, [document])}: ${why}`, { indent: 4, first: '  ' })
  }
  if (sources.denied.roots.length > 0) {
    page.gap()
    page.lines('Denied by')
    printRoots(page, sources.denied.roots, labels)
  }
}

/** What people changed in the claims of a story: each with what the machine read, who changed it and why. */
export function printCorrected(
  page: Page,
  corrected: readonly CorrectedJson[],
  labels: Labels,
  { changedFields }: Pick<typeof import('@backchannel/wire/write'), 'changedFields'>,
): void {
  page.section('What people changed')
  for (const claim of corrected) {
    const { document, evidence, withdrawn, checked, changes } = claim
    const fields = changedFields(claim)
    const what = withdrawn
      ? 'withdrawn, counts for nothing'
      : fields.length > 0
        ? fields.join('; ')
        : `read: ${checked}`
    page.lines(`${named(labels, [document])}: ${quoted(evidence.quote)}: ${what}`, { indent: 2 })
    for (const { author, at, reason } of changes) page.lines(`${author}, ${at}: ${reason}`, { indent: 4 })
  }
}

function printRoots(page: Page, roots: readonly RootJson[], labels: Labels): void {
  for (const { name, kind, documents } of roots)
    page.lines(`${name} (${kind}): ${named(labels, documents)}`, { indent: 4, first: '  *' })
}
