/**
 * A key leads to so many of its owners, the latest: what thousands share tells them apart no more, and whoever is meant
 * shares rarer keys too. So a look-up costs the same however much is stored.
 */
export const KEY_LEADS = 128

/**
 * The `limit` owners that share most keys, in no order; of those that share as many as the last of them the latest, since what
 * is told now is mostly of now. `shared` is the number of keys by owner, `newer` sorts the latest first. Time is linear in owners.
 */
export function mostShared<Owner>(
  shared: ReadonlyMap<Owner, number>,
  limit: number,
  newer: (a: Owner, b: Owner) => number,
): readonly Owner[] {
  if (limit <= 0) return []
  if (shared.size <= limit) return [...shared.keys()]
  // How many owners share so many keys: a query has some hundred keys at most.
  const owners: number[] = []
  for (const times of shared.values()) owners[times] = (owners[times] ?? 0) + 1
  let last = owners.length - 1
  let left = limit
  for (; last > 0 && (owners[last] ?? 0) < left; last--) left -= owners[last] ?? 0
  const sure: Owner[] = []
  const tied: Owner[] = []
  for (const [owner, times] of shared) {
    if (times > last) sure.push(owner)
    else if (times === last) tied.push(owner)
  }
  return [...sure, ...tied.sort(newer).slice(0, left)]
}
