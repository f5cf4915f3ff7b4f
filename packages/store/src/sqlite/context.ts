import { storeError } from '../errors.ts'
import type { Ledger } from '../ledger.ts'
import { unpackJson } from '../pack.ts'
import type { KeyedKind } from '../store.ts'
import type { Connection } from './connection.ts'

/** What one write works with. */
export interface WriteContext {
  readonly connection: Connection
  readonly ledger: Ledger
}

/** The number of a keyed kind in the table `key`. */
export const KEY_CODES: Readonly<Record<KeyedKind, number>> = { copy: 1, actor: 2, report: 3 }

/** The number of a stored document. Throws where it is not stored. */
export function needDocument(connection: Connection, document: string, what: string): number {
  const arrival = connection.value<number>('select arrival from document where id = ?', document)
  if (arrival === null) throw storeError('store/no-such-document', { what, document })
  return arrival
}

/** The row of a story under its id or an old one; null where there is none. */
export function storyRow(connection: Connection, id: string): number | null {
  return (
    connection.value<number>('select row from story where id = ?', id) ??
    connection.value<number>('select story from story_alias where id = ?', id)
  )
}

/** Replaces the keys of one owner; `old` are its packed keys so far. */
export function replaceKeys(
  connection: Connection,
  kind: number,
  owner: number,
  old: Buffer | null,
  keys: readonly string[],
): void {
  const before = new Set(old === null ? [] : unpackJson<string[]>(old))
  const after = new Set(keys)
  for (const key of before)
    if (!after.has(key)) connection.run('delete from key where kind = ? and key = ? and owner = ?', kind, key, owner)
  for (const key of after)
    if (!before.has(key)) connection.run('insert into key (kind, key, owner) values (?, ?, ?)', kind, key, owner)
}
