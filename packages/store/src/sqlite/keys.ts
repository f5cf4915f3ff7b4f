import { KEY_LEADS } from '../lookup-limits.ts'
import type { Connection } from './connection.ts'
import { keyName, type RowCache } from './row-cache.ts'

/** The latest owners of a key, at most `KEY_LEADS`. */
export function ownersOf(connection: Connection, cache: RowCache | null, kind: number, key: string): readonly number[] {
  const known = cache?.owners.get(keyName(kind, key))
  if (known !== undefined) return known
  const owners = connection.column<number>(
    'select owner from key where kind = ? and key = ? order by owner desc limit ?',
    kind,
    key,
    KEY_LEADS,
  )
  cache?.owners.set(keyName(kind, key), owners)
  return owners
}

export function addKey(connection: Connection, cache: RowCache, kind: number, key: string, owner: number): void {
  connection.run('insert into key (kind, key, owner) values (?, ?, ?)', kind, key, owner)
  const known = cache.owners.get(keyName(kind, key))
  if (known === undefined) return
  // Mostly the latest comes; where an older one does, the rows are read again.
  if (known.length > 0 && owner < (known[0] ?? 0)) cache.owners.delete(keyName(kind, key))
  else cache.owners.set(keyName(kind, key), [owner, ...known].slice(0, KEY_LEADS))
}

export function dropKey(connection: Connection, cache: RowCache, kind: number, key: string, owner: number): void {
  connection.run('delete from key where kind = ? and key = ? and owner = ?', kind, key, owner)
  cache.owners.delete(keyName(kind, key))
}

/** Replaces the keys of one owner; `old` are its keys so far. */
export function replaceKeys(
  connection: Connection,
  cache: RowCache,
  kind: number,
  owner: number,
  old: readonly string[],
  keys: readonly string[],
): void {
  const before = new Set(old)
  const after = new Set(keys)
  for (const key of before) if (!after.has(key)) dropKey(connection, cache, kind, key, owner)
  for (const key of after) if (!before.has(key)) addKey(connection, cache, kind, key, owner)
}
