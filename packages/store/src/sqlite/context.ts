import { type StoryId, storyId } from '@backchannel/core'
import { storeError } from '../errors.ts'
import type { Ledger } from '../ledger.ts'
import type { KeyedKind } from '../store.ts'
import type { Connection } from './connection.ts'
import type { RowCache } from './row-cache.ts'

/** What one write works with. */
export interface WriteContext {
  readonly connection: Connection
  readonly ledger: Ledger
  readonly cache: RowCache
  /** Numbers of the documents that were asked for in this write. */
  readonly arrivals: Map<string, number>
  /** Whether somebody (row of an actor) was of a document when the write came to them: see `countDocuments`. */
  readonly membership: Map<string, { readonly owner: number; readonly arrival: number; readonly was: boolean }>
}

/** The number of a keyed kind in the table `key`. */
export const KEY_CODES: Readonly<Record<KeyedKind, number>> = { copy: 1, actor: 2, report: 3 }

/** The number of a stored document. Throws where it is not stored. */
export function needDocument({ connection, arrivals }: WriteContext, document: string, what: string): number {
  const known = arrivals.get(document)
  if (known !== undefined) return known
  const arrival = connection.value<number>('select arrival from document where id = ?', document)
  if (arrival === null) throw storeError('store/no-such-document', { what, document })
  // No write removes a document.
  arrivals.set(document, arrival)
  return arrival
}

/** The row of a story under its id or an old one; null where there is none. */
export function storyRow(connection: Connection, id: string): number | null {
  return (
    connection.value<number>('select row from story where id = ?', id) ??
    connection.value<number>('select story from story_alias where id = ?', id)
  )
}

/** Where an id leads: its strand, and the story that shows it. */
export interface StrandPlace {
  readonly strand: StoryId
  readonly row: number
  readonly story: StoryId
}

/** The strand of an id, with the row and id of its story; null where there is none. */
export function strandPlace(connection: Connection, id: string): StrandPlace | null {
  const own = connection.value<number>('select row from story where id = ?', id)
  if (own !== null) return { strand: storyId(id), row: own, story: storyId(id) }
  const [alias] = connection.rows<{ readonly strand: string; readonly row: number; readonly id: string }>(
    `select story_alias.strand, story.row, story.id from story_alias join story on story.row = story_alias.story
     where story_alias.id = ?`,
    id,
  )
  return alias ? { strand: storyId(alias.strand), row: alias.row, story: storyId(alias.id) } : null
}
