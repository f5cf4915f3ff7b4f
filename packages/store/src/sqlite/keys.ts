import { KEY_LEADS } from '../lookup-limits.ts'
import type { KeyedKind } from '../store.ts'
import type { Connection } from './connection.ts'
import { KEY_CODES } from './context.ts'
import type { RowCache } from './row-cache.ts'

/** The latest owners of a key, at most `KEY_LEADS`, the latest last. */
export function ownersOf(
  connection: Connection,
  cache: RowCache | null,
  kind: KeyedKind,
  key: string,
): readonly number[] {
  const known = cache?.owners[kind].get(key)
  if (known !== undefined) return known
  const owners = connection
    .column<number>(
      'select owner from key where kind = ? and key = ? order by owner desc limit ?',
      KEY_CODES[kind],
      key,
      KEY_LEADS,
    )
    .reverse()
  cache?.owners[kind].set(key, owners)
  return owners
}

export function addKey(connection: Connection, cache: RowCache, kind: KeyedKind, key: string, owner: number): void {
  connection.run('insert into key (kind, key, owner) values (?, ?, ?)', KEY_CODES[kind], key, owner)
  const known = cache.owners[kind].get(key)
  if (known === undefined) return
  // Mostly the latest comes; where an older one does, the rows are read again.
  if (owner < (known.at(-1) ?? 0)) cache.owners[kind].delete(key)
  else {
    known.push(owner)
    if (known.length > KEY_LEADS) known.shift()
  }
}

export function dropKey(connection: Connection, cache: RowCache, kind: KeyedKind, key: string, owner: number): void {
  connection.run('delete from key where kind = ? and key = ? and owner = ?', KEY_CODES[kind], key, owner)
  cache.owners[kind].delete(key)
}

/** Replaces the keys of one owner; `old` are its keys so far. */
export function replaceKeys(
  connection: Connection,
  cache: RowCache,
  kind: KeyedKind,
  owner: number,
  old: readonly string[],
  keys: readonly string[],
): void {
  const before = new Set(old)
  const after = new Set(keys)
  for (const key of before) if (!after.has(key)) dropKey(connection, cache, kind, key, owner)
  for (const key of after) if (!before.has(key)) addKey(connection, cache, kind, key, owner)
}
