import type { AccountsJson, RootJson, SourcesJson } from '@backchannel/wire/write'
import type { Page } from '../page.ts'
import { quoted } from '../words.ts'

/** Documents beside a value, at most; more are only noise beside the voices. */
const MOST_PLACES = 2

/** What a person calls each document, by id. */
export type Labels = ReadonlyMap<string, string>

const named = (labels: Labels, ids: readonly string[]): string => ids.map((id) => labels.get(id) ?? id).join(', ')

/** Who says what, field by field; fields in which tellings cannot all be true are marked. */
export function printAccounts(page: Page, accounts: AccountsJson, labels: Labels): void {
  for (const { field, values, agree } of accounts.fields) {
    page.lines(agree ? field : `${field}: accounts differ`, { tone: agree ? 'bold' : 'yellow' })
    for (const { value, told, documents, quote } of values) {
      // Who tells it, and where: the outlet is said only where it is another, and where few tell it.
      const where =
        documents.length > MOST_PLACES
          ? []
          : [...new Set(documents.map((id) => labels.get(id) ?? id))].filter((label) => !told.includes(label))
      const by = [...told, ...(where.length > 0 ? [`in ${where.join(', ')}`] : [])].join(', ')
      page.lines(`${value} — ${by}: ${quoted(quote)}`, { indent: 4, first: '  ' })
    }
  }
  for (const { kind, document, quote, old, new: now } of accounts.notices) {
    const change = old !== null && now !== null ? ` (${old} is now ${now})` : ''
    page.lines(`${kind} in ${named(labels, [document])}${change}: ${quoted(quote)}`, { tone: 'yellow' })
  }
  for (const { why } of accounts.shaken) page.lines(why, { indent: 4, first: '  ' })
  if (accounts.fields.length === 0 && accounts.notices.length === 0) page.lines('nothing to compare')
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
  if (sources.denied.roots.length > 0) {
    page.gap()
    page.lines('Denied by')
    printRoots(page, sources.denied.roots, labels)
  }
}

function printRoots(page: Page, roots: readonly RootJson[], labels: Labels): void {
  for (const { name, kind, documents } of roots)
    page.lines(`${name} (${kind}): ${named(labels, documents)}`, { indent: 4, first: '  *' })
}
