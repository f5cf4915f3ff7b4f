import type { StoryId } from '@backchannel/core'
import { storeError } from '../errors.ts'
import { packJson, unpackJson } from '../pack.ts'
import { type Connection, queries } from './connection.ts'
import { type StrandPlace, strandPlace, type WriteContext } from './context.ts'
import { facetRows } from './reports.ts'
import type { ReportData } from './rows.ts'

/** Makes one strand of two for good. Throws `store/no-such-story` where one is not there, or not saved yet. */
export function mergeStrands(cx: WriteContext, from: StoryId, into: StoryId): void {
  const { connection } = cx
  const [old, now] = [needStrand(connection, from), needStrand(connection, into)]
  if (old.strand === now.strand) return
  relabel(cx, old, now)
  connection.run('update story_alias set story = ?, strand = ? where strand = ?', now.row, now.strand, old.strand)
  if (old.story === old.strand) leave(cx, old, now)
  for (const ids of [cx.ledger.stories, cx.ledger.thinnedStories]) if (ids.delete(old.strand)) ids.add(now.strand)
}

/** Shows a strand in another story, or in one of its own. Gives the ids of the stories whose rows are to be saved again. */
export function moveStrand(cx: WriteContext, strand: StoryId, into: StoryId): readonly StoryId[] {
  const { connection, ledger } = cx
  const old = needStrand(connection, strand, true)
  const isOwn = strandPlace(connection, into)?.strand === old.strand
  if (isOwn && old.story === old.strand) return []
  if (isOwn) {
    connection.run('delete from story_alias where id = ?', old.strand)
    connection.run(`insert into story (id, type, status, day, low) values (?, '', '', '', 0)`, old.strand)
  }
  const place = needStrand(connection, isOwn ? old.strand : into, true)
  if (place.row === old.row) return []
  const now = { ...place, strand: old.strand }
  relabel(cx, old, now)
  connection.run('update story_alias set story = ? where strand = ?', now.row, old.strand)
  const left = old.story === old.strand ? leave(cx, old, now) : old.story
  if (left !== null) ledger.thinnedStories.add(left)
  ledger.stories.add(now.story)
  // It may be that nothing tells it any more.
  ledger.thinnedStories.add(now.story)
  return left === null ? [now.story] : [now.story, left]
}

function needStrand(connection: Connection, id: string, fresh = false): StrandPlace {
  const place = strandPlace(connection, id)
  const isSaved = place !== null && connection.first(savedIn(place.row))?.data != null
  if (place === null || !(fresh || isSaved)) throw storeError('store/no-such-story', { what: 'a merge', story: id })
  return place
}

const savedIn = (row: number) => queries.selectFrom('story').select('data').where('row', '=', row)

/** Lets the reports of a strand be of another story or strand, with what they are found by. */
function relabel({ connection, cache }: WriteContext, old: StrandPlace, now: StrandPlace): void {
  const rows = connection.all(queries.selectFrom('report').select(['row', 'data']).where('story', '=', old.row))
  for (const { row, data } of rows) {
    const { strand, ...rest } = unpackJson<ReportData>(data)
    if ((strand ?? old.story) !== old.strand) continue
    if (now.row !== old.row)
      for (const [kind, value] of facetRows(rest.report))
        connection.run(
          'update facet set story = ? where kind = ? and value = ? and story = ? and report = ?',
          ...[now.row, kind, value, old.row, row],
        )
    const named: ReportData = now.strand === now.story ? rest : { ...rest, strand: now.strand }
    connection.run('update report set story = ?, data = ? where row = ?', now.row, packJson(named), row)
    cache.reports.delete(row)
  }
}

/**
 * The row of a story whose own strand has left goes by the first of the other strands, or goes where there is none; the id
 * leads to where the strand went. Gives the new id of the row.
 */
function leave({ connection, cache, ledger }: WriteContext, old: StrandPlace, now: StrandPlace): StoryId | null {
  const strands = new Set<StoryId>()
  const rows: number[] = []
  for (const { row, data } of connection.all(
    queries.selectFrom('report').select(['row', 'data']).where('story', '=', old.row),
  )) {
    strands.add(unpackJson<ReportData>(data).strand ?? old.story)
    rows.push(row)
  }
  const [next] = [...strands].sort()
  if (next === undefined) {
    connection.run('update story_alias set story = ? where story = ?', now.row, old.row)
    connection.run('delete from story where row = ?', old.row)
  } else {
    connection.run('delete from story_alias where id = ?', next)
    connection.run('update story set id = ?, data = null where row = ?', next, old.row)
    for (const row of rows) cache.reports.delete(row)
    ledger.stories.add(next)
  }
  connection.run('insert into story_alias (id, story, strand) values (?, ?, ?)', old.strand, now.row, now.strand)
  return next ?? null
}
