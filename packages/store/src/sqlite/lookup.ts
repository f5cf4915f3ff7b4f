import { mostShared } from '../lookup-limits.ts'
import type { KeyedKind } from '../store.ts'
import type { Connection } from './connection.ts'
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
    for (const owner of ownersOf(connection, cache, kind, key)) shared.set(owner, (shared.get(owner) ?? 0) + 1)
  }
  const some = mostShared(shared, limit, (a, b) => b - a)
  if (some.length === 0) return []
  const named = namesOf(connection, cache, kind, some)
  return some
    .flatMap((row) => {
      const id = named.get(row)
      return id === undefined ? [] : [{ id, times: shared.get(row) ?? 0 }]
    })
    .sort((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** What owners of keys are called, those that the cache knows and those that the tables do. */
function namesOf(
  connection: Connection,
  cache: RowCache | null,
  kind: KeyedKind,
  rows: readonly number[],
): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  const missing: number[] = []
  for (const row of rows) {
    const known = cache?.names[kind].get(row)
    if (known === undefined) missing.push(row)
    else names.set(row, known)
  }
  if (missing.length === 0) return names
  const found = connection.rows<{ readonly id: string; readonly row: number }>(OWNERS[kind], JSON.stringify(missing))
  for (const { id, row } of found) {
    names.set(row, id)
    cache?.names[kind].set(row, id)
    if (kind === 'report') cache?.claims.set(id, row)
  }
  return names
}
