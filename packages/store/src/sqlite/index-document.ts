import type { Document, Findings, Span } from '@backchannel/core'
import { articleText, claimUnits, indexWords, namesIn, quoteText, quoteUnits } from '../search/units.ts'
import { type Connection, queries } from './connection.ts'
import type { RowCache } from './row-cache.ts'
import { spansText } from './search.ts'

/** Writes the rows of a document's quotes and claims, and the words of these and of its text. */
export function indexDocument(connection: Connection, arrival: number, document: Document, findings: Findings): void {
  addWords(connection, 'search_article', arrival, articleText(document), namesIn(document, findings, null))
  for (const { id, spans } of quoteUnits(findings)) {
    const { row } = connection.run(
      'insert into quote (document, id, spans) values (?, ?, ?)',
      arrival,
      id,
      spansText(spans),
    )
    addWords(connection, 'search_quote', row, quoteText(document.text, spans), namesIn(document, findings, spans))
  }
  for (const { id, span } of claimUnits(findings))
    indexClaim(connection, arrival, id, span, quoteText(document.text, [span]), namesIn(document, findings, [span]))
}

/** Writes the row of a claim and the words of its evidence; returns the row. */
export function indexClaim(
  connection: Connection,
  arrival: number,
  id: string,
  span: Span,
  quote: string,
  names: readonly string[],
): number {
  const { row } = connection.run(
    'insert into claim (document, id, start, stop) values (?, ?, ?, ?)',
    arrival,
    id,
    span.from,
    span.to,
  )
  addWords(connection, 'search_claim', row, quote, names)
  return row
}

function addWords(
  connection: Connection,
  table: 'search_article' | 'search_quote' | 'search_claim',
  row: number,
  text: string,
  names: readonly string[],
): void {
  const words = indexWords(text, names)
  connection.run(`insert into ${table} (rowid, body, names) values (?, ?, ?)`, row, words.body, words.names)
}

/** Removes what `indexDocument` wrote. The reports of the claims must be gone already. */
export function unindexDocument(connection: Connection, cache: RowCache, arrival: number): void {
  for (const table of ['quote', 'claim'] as const) {
    for (const { row } of connection.all(queries.selectFrom(table).select('row').where('document', '=', arrival)))
      connection.run(`delete from search_${table} where rowid = ?`, row)
    if (table === 'claim') forgetClaims(connection, cache, arrival)
    connection.run(`delete from ${table} where document = ?`, arrival)
  }
  connection.run('delete from search_article where rowid = ?', arrival)
}

/** Rows that go may come back as other claims. */
function forgetClaims(connection: Connection, cache: RowCache, arrival: number): void {
  const rows = connection.rows<{ readonly row: number; readonly name: string }>(
    `select row, document.id || ' ' || claim.id as name from claim join document on arrival = claim.document
     where claim.document = ?`,
    arrival,
  )
  for (const { row, name } of rows) {
    cache.names.report.delete(row)
    cache.claims.delete(name)
  }
}
