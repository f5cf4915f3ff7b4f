import type { Report, StoryId } from '@backchannel/core'
import { reportWhen } from '@backchannel/core'
import { dayKey, FACET_KINDS, facetsOf } from '../facets.ts'
import { packJson, unpackJson } from '../pack.ts'
import { reportNames } from '../search/units.ts'
import { foldName } from '../search/words.ts'
import type { Connection } from './connection.ts'
import { needDocument, type StrandPlace, strandPlace, type WriteContext } from './context.ts'
import { facetCode } from './filter.ts'
import { indexClaim } from './index-document.ts'
import { addKey, dropKey } from './keys.ts'
import type { ReportData } from './rows.ts'

/** Adds a report, or replaces the one of the same claim, with all that is derived from it. */
export function saveReport(
  cx: WriteContext,
  report: Report,
  story: StoryId,
  keys: readonly string[],
  read?: Report,
): void {
  const { connection, ledger, cache } = cx
  const { document, claim } = report.ref
  const arrival = needDocument(cx, document, 'a report')
  const row = claimRow(connection, arrival, claim, report)
  const when = reportWhen(report)
  dropReport(cx, row)
  const place = storyOrReserved(connection, story)
  connection.run(
    `insert into report (row, story, type, status, channel, outlet, earliest, latest, day, data)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row,
    place.row,
    report.type,
    report.status,
    report.channel?.kind ?? null,
    report.outlet === null ? null : foldName(report.outlet),
    when?.earliest ?? null,
    when?.latest ?? null,
    dayKey(when),
    packJson({
      ...{ report, keys: [...new Set(keys)] },
      ...(place.strand !== place.story && { strand: place.strand }),
      ...(read && { read }),
    } satisfies ReportData),
  )
  for (const [kind, value] of facetRows(report))
    connection.run('insert into facet (kind, value, story, report) values (?, ?, ?, ?)', kind, value, place.row, row)
  for (const key of new Set(keys)) addKey(connection, cache, 'report', key, row)
  ledger.stories.add(place.story)
  cache.reports.set(row, { report, story: place.story, strand: place.strand, ...(read && { read }) })
}

/** The row of a claim; one that reading did not find, because a person added it, gets one now. */
function claimRow(connection: Connection, arrival: number, claim: string, report: Report): number {
  const known = connection.value<number>('select row from claim where document = ? and id = ?', arrival, claim)
  if (known !== null) return known
  const { span, quote } = report.evidence
  return indexClaim(connection, arrival, claim, span, quote, reportNames(report))
}

/** The strand of that id with its story; a row for one that is saved later in the same write. */
function storyOrReserved(connection: Connection, story: StoryId): StrandPlace {
  const known = strandPlace(connection, story)
  if (known !== null) return known
  const made = connection.run(`insert into story (id, type, status, day, low) values (?, '', '', '', 0)`, story)
  return { row: made.row, story, strand: story }
}

/** Removes a report with its keys and facets; its claim stays. Nothing happens where there is none. */
export function dropReport({ connection, ledger, cache }: WriteContext, row: number): void {
  const [known] = connection.rows<{ readonly story: number; readonly data: Buffer }>(
    'select story, data from report where row = ?',
    row,
  )
  if (known === undefined) return
  const { report, keys } = unpackJson<ReportData>(known.data)
  for (const [kind, value] of facetRows(report))
    connection.run(
      'delete from facet where kind = ? and value = ? and story = ? and report = ?',
      kind,
      value,
      known.story,
      row,
    )
  for (const key of keys) dropKey(connection, cache, 'report', key, row)
  const story = nameOf(connection, row)
  if (story !== null) ledger.thinnedStories.add(story)
  connection.run('delete from report where row = ?', row)
  cache.reports.delete(row)
}

function nameOf(connection: Connection, row: number): string | null {
  return connection.value<string>(
    'select story.id from report join story on story.row = report.story where report.row = ?',
    row,
  )
}

/** A report's rows of the table `facet`: kind and value. */
export function facetRows(report: Report): readonly (readonly [number, string])[] {
  const facets = facetsOf(report)
  return FACET_KINDS.flatMap((kind) => facets[kind].map((value) => [facetCode(kind), value] as const))
}
