/**
 * A key leads to so many of its owners, the latest: what thousands share tells them apart no more, and whoever is meant
 * shares rarer keys too. So a look-up costs the same however much is stored.
 */
export const KEY_LEADS = 128

/** Of those that share equally many keys and might come last, so many of the latest are put in order. */
const TIES = 256

/**
 * Those of `shared` (number of keys by owner) that can be among the first `limit`: all that share more keys than the last of
 * them, and of those that share as many the `TIES` latest. `newer` sorts the latest first.
 */
export function lookupTies<Owner>(
  shared: ReadonlyMap<Owner, number>,
  limit: number,
  newer: (a: Owner, b: Owner) => number,
): readonly Owner[] {
  if (limit <= 0) return []
  if (shared.size <= limit) return [...shared.keys()]
  const times = [...shared.values()].sort((a, b) => b - a)
  const last = times[limit - 1] ?? 0
  const sure: Owner[] = []
  const tied: Owner[] = []
  for (const [owner, count] of shared) {
    if (count > last) sure.push(owner)
    else if (count === last) tied.push(owner)
  }
  return [...sure, ...(tied.length > TIES ? tied.sort(newer).slice(0, TIES) : tied)]
}
