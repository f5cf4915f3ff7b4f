import { setImmediate } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { unpackJson } from '../pack.ts'
import { byText } from '../page.ts'
import { foldName } from '../search/words.ts'
import type { CountedList, ListCounts, SpanCount, StoryCounts, StoryFilter } from '../store.ts'
import type { Connection } from './connection.ts'
import { facetCode, storyPasses } from './filter.ts'
import type { ReportData } from './rows.ts'

/** See `StoreReader.countStories`. Others get their turn between the lists. */
export async function countStories(
  connection: Connection,
  filter: StoryFilter,
  lists: readonly CountedList[],
  most: number,
): Promise<StoryCounts> {
  const rows = passing(connection, filter)
  const own = rows === null ? sql`story.type <> ''` : sql`row in ${setOf(rows)}`
  const found = new Map<CountedList, ListCounts>()
  for (const list of lists) {
    found.set(list, countValues(connection, list, rows, most))
    await setImmediate()
  }
  const roots = connection.all(sql<{ roots: number; stories: number }>`
    select low as roots, count(*) as stories from story where ${own} group by low order by low`)
  return {
    stories: roots.reduce((sum, { stories }) => sum + stories, 0),
    lists: found,
    spans: connection.all(sql<SpanCount>`
      select earliest, latest, count(*) as stories from story where ${own}
      group by earliest, latest order by earliest, latest`),
    roots,
  }
}

/** Rows of the stories that pass, as JSON; null where all do, so that nothing has to be looked up. */
function passing(connection: Connection, filter: StoryFilter): string | null {
  const isOpen = Object.values(filter).every(
    (value) => value === undefined || (Array.isArray(value) && value.length === 0),
  )
  if (isOpen) return null
  const rows = connection.all(sql<{ row: number }>`select row from story where ${storyPasses(filter, 'type')}`)
  return JSON.stringify(rows.map(({ row }) => row))
}

function setOf(rows: string): RawBuilder<unknown> {
  return sql`(select value from json_each(${rows}))`
}

/**
 * Pairs of value and story, each once, read in their order from an index, so that nothing is sorted: see
 * migrations/0002-facets.ts. The plus keeps SQLite from looking up each story instead.
 */
function pairsOf(list: CountedList, rows: string | null): RawBuilder<unknown> {
  const within = rows === null ? sql`` : sql`and +story in ${setOf(rows)}`
  switch (list) {
    case 'actor':
    case 'country':
    case 'speaker':
      return sql`select distinct value, story from facet where kind = ${facetCode(list)} ${within}`
    case 'channel':
      return sql`select distinct channel as value, story from report indexed by report_channel
        where channel is not null ${within}`
    case 'outlet':
      return sql`select distinct outlet as value, story from report indexed by report_outlet
        where outlet is not null ${within}`
    case 'type':
    case 'status':
      return sql`select ${sql.ref(list)} as value, row as story from story indexed by story_own
        where type <> '' ${rows === null ? sql`` : sql`and +row in ${setOf(rows)}`}`
  }
}

function countValues(connection: Connection, list: CountedList, rows: string | null, most: number): ListCounts {
  const counted = connection.all(sql<{ value: string; stories: number }>`
    select value, count(*) as stories from (${pairsOf(list, rows)}) group by value`)
  const values = counted.sort((a, b) => b.stories - a.stories || byText(a.value, b.value)).slice(0, Math.max(0, most))
  return {
    values: values.map(({ value, stories }) => ({ value: spelled(connection, list, value), stories })),
    total: counted.length,
  }
}

/** An outlet or a voice as some report spells it; any other value as it is. */
function spelled(connection: Connection, list: CountedList, value: string): string {
  if (list !== 'outlet' && list !== 'speaker') return value
  const row =
    list === 'outlet'
      ? connection.value<number>('select row from report where outlet = ? limit 1', value)
      : connection.value<number>(
          'select report from facet where kind = ? and value = ? limit 1',
          facetCode(list),
          value,
        )
  const data = row === null ? null : connection.value<Buffer>('select data from report where row = ?', row)
  if (data === null) return value
  const { report } = unpackJson<ReportData>(data)
  const names = list === 'outlet' ? [report.outlet ?? ''] : report.told.map(({ name }) => name)
  return names.find((name) => foldName(name) === value) ?? value
}
