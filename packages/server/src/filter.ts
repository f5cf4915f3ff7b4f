import { documentId } from '@backchannel/core'
import { findActor } from '@backchannel/desk'
import type { StoreReader, StoryFilter } from '@backchannel/store'
import type { FilteredQuery } from '@backchannel/wire'
import { serverError } from './errors.ts'
import { SCAN_STORIES_MAX } from './limits.ts'

/** The filter of a query; names of actors become ids. Throws `desk/no-such-actor`. */
export async function filterOf(reader: StoreReader, query: FilteredQuery): Promise<StoryFilter> {
  const { from, to, independence } = query
  const kept = await listsOf(reader, query, '')
  const left = await listsOf(reader, query, 'not-')
  return {
    ...kept,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(independence !== undefined && { independence }),
    ...(Object.keys(left).length > 0 && { not: left }),
  }
}

async function listsOf(
  reader: StoreReader,
  query: FilteredQuery,
  prefix: '' | 'not-',
): Promise<NonNullable<StoryFilter['not']>> {
  const names = query[`${prefix}actor`]
  const actor = []
  for (const name of names ?? []) actor.push((await findActor(reader, name)).id)
  const country = query[`${prefix}country`]
  const type = query[`${prefix}type`]
  const channel = query[`${prefix}channel`]
  const status = query[`${prefix}status`]
  const outlet = query[`${prefix}outlet`]
  const speaker = query[`${prefix}speaker`]
  const document = query[`${prefix}document`]
  return {
    ...(actor.length > 0 && { actor }),
    ...(country && { country }),
    ...(type && { type }),
    ...(channel && { channel }),
    ...(status && { status }),
    ...(outlet && { outlet }),
    ...(speaker && { speaker }),
    ...(document && { document: document.map(documentId) }),
  }
}

/** Throws `server/too-many` where a list that is put together anew would have to look at too much. */
export async function checkScan(reader: StoreReader, filter: StoryFilter): Promise<void> {
  const { total } = await reader.stories(filter, { limit: 1 })
  if (total > SCAN_STORIES_MAX) throw serverError('server/too-many', { found: total, limit: SCAN_STORIES_MAX })
}
