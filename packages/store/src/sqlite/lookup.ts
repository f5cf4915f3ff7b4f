import { lookupTies } from '../lookup-limits.ts'
import type { KeyedKind } from '../store.ts'
import type { Connection } from './connection.ts'
import { KEY_CODES } from './context.ts'
import { ownersOf } from './keys.ts'
import type { RowCache } from './row-cache.ts'

/** What a key's owner is called outside, by its row. */
const OWNERS: Readonly<Record<KeyedKind, string>> = {
  copy: 'select id, arrival as row from document where arrival in (select value from json_each(?))',
  actor: 'select id, row from actor where row in (select value from json_each(?))',
  report: `select document.id || ' ' || claim.id as id, claim.row from claim join document on arrival = claim.document
    where claim.row in (select value from json_each(?))`,
}

/** See `StoreReader.lookup`. Time grows with the number of keys, not with what is stored. */
export function lookup(
  connection: Connection,
  cache: RowCache | null,
  kind: KeyedKind,
  keys: readonly string[],
  limit: number,
): readonly string[] {
  const shared = new Map<number, number>()
  for (const key of new Set(keys)) {
    for (const owner of ownersOf(connection, cache, KEY_CODES[kind], key))
      shared.set(owner, (shared.get(owner) ?? 0) + 1)
  }
  const some = lookupTies(shared, limit, (a, b) => b - a)
  if (some.length === 0) return []
  const named = connection.rows<{ readonly id: string; readonly row: number }>(OWNERS[kind], JSON.stringify(some))
  return named
    .map(({ id, row }) => ({ id, times: shared.get(row) ?? 0 }))
    .sort((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id)
}
