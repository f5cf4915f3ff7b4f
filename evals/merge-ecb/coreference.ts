/** A partition of mentions: cluster id by mention id. */
export type Partition = ReadonlyMap<string, string>

export interface CoreferenceScore {
  readonly muc: number
  readonly b3: number
  readonly ceafe: number
  /** Mean of the three F1 (CoNLL 2012). */
  readonly conll: number
  readonly b3Precision: number
  readonly b3Recall: number
}

/**
 * MUC (Vilain et al. 1995), B3 (Bagga and Baldwin 1998) and CEAF with the entity similarity phi4 (Luo 2005), each as F1 in
 * per cent over the same mentions, singletons kept.
 */
export function scorePartition(gold: Partition, found: Partition): CoreferenceScore {
  const goldSets = setsOf(gold)
  const foundSets = setsOf(found)
  const muc = f1(mucRecall(foundSets, gold), mucRecall(goldSets, found))
  const b3Precision = b3Recall(foundSets, gold)
  const recall = b3Recall(goldSets, found)
  const b3 = f1(b3Precision, recall)
  const total = ceaf(goldSets, foundSets, gold)
  const ceafe = f1(total / foundSets.length, total / goldSets.length)
  return {
    muc: 100 * muc,
    b3: 100 * b3,
    ceafe: 100 * ceafe,
    conll: (100 * (muc + b3 + ceafe)) / 3,
    b3Precision: 100 * b3Precision,
    b3Recall: 100 * recall,
  }
}

function setsOf(partition: Partition): string[][] {
  const sets = new Map<string, string[]>()
  for (const [mention, cluster] of partition) {
    const set = sets.get(cluster)
    if (set) set.push(mention)
    else sets.set(cluster, [mention])
  }
  return [...sets.values()]
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

/** Links of the sets that the other partition keeps. */
function mucRecall(sets: readonly (readonly string[])[], other: Partition): number {
  let kept = 0
  let all = 0
  for (const set of sets) {
    const parts = new Set(set.map((mention) => other.get(mention)))
    kept += set.length - parts.size
    all += set.length - 1
  }
  return all === 0 ? 0 : kept / all
}

/** Mean over mentions of the share of their set that is with them in the other partition. */
function b3Recall(sets: readonly (readonly string[])[], other: Partition): number {
  let sum = 0
  let mentions = 0
  for (const set of sets) {
    const parts = new Map<string | undefined, number>()
    for (const mention of set) parts.set(other.get(mention), (parts.get(other.get(mention)) ?? 0) + 1)
    for (const size of parts.values()) sum += (size * size) / set.length
    mentions += set.length
  }
  return mentions === 0 ? 0 : sum / mentions
}

/** Best one-to-one mapping of sets by 2|A n B| / (|A| + |B|): exact within each connected part of overlapping sets. */
function ceaf(goldSets: readonly string[][], foundSets: readonly string[][], gold: Partition): number {
  const goldIndex = new Map<string, number>()
  goldSets.forEach((set, i) => {
    goldIndex.set(gold.get(set[0]!)!, i)
  })
  const edges: Map<number, number>[] = foundSets.map((set) => {
    const overlap = new Map<number, number>()
    for (const mention of set) {
      const i = goldIndex.get(gold.get(mention)!)!
      overlap.set(i, (overlap.get(i) ?? 0) + 1)
    }
    return new Map([...overlap].map(([i, shared]) => [i, (2 * shared) / (set.length + goldSets[i]!.length)]))
  })
  // Parts: sets that hang together by overlap; the assignment is solved in each on its own.
  const parent = new Map<string, string>()
  const root = (key: string): string => {
    let at = key
    while (parent.get(at) !== undefined && parent.get(at) !== at) at = parent.get(at)!
    return at
  }
  edges.forEach((row, f) => {
    for (const g of row.keys()) {
      const a = root(`f${f}`)
      const b = root(`g${g}`)
      if (a !== b) parent.set(a, b)
    }
  })
  const parts = new Map<string, { found: number[]; gold: Set<number> }>()
  edges.forEach((row, f) => {
    const key = root(`f${f}`)
    const part = parts.get(key) ?? { found: [], gold: new Set<number>() }
    part.found.push(f)
    for (const g of row.keys()) part.gold.add(g)
    parts.set(key, part)
  })
  let sum = 0
  for (const part of parts.values()) {
    const columns = [...part.gold]
    sum += assign(part.found.map((f) => columns.map((g) => edges[f]!.get(g) ?? 0)))
  }
  return sum
}

/** The greatest sum of a one-to-one assignment (Hungarian method, Kuhn 1955, in the form with potentials). */
function assign(weights: readonly (readonly number[])[]): number {
  const size = Math.max(weights.length, weights[0]?.length ?? 0)
  const cost = (i: number, j: number) => -(weights[i]?.[j] ?? 0)
  const u = new Array<number>(size + 1).fill(0)
  const v = new Array<number>(size + 1).fill(0)
  const match = new Array<number>(size + 1).fill(0)
  for (let i = 1; i <= size; i++) {
    const way = new Array<number>(size + 1).fill(0)
    const least = new Array<number>(size + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Array<boolean>(size + 1).fill(false)
    match[0] = i
    let j = 0
    do {
      used[j] = true
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let k = 1; k <= size; k++) {
        if (used[k]) continue
        const reduced = cost(match[j]! - 1, k - 1) - u[match[j]!]! - v[k]!
        if (reduced < least[k]!) {
          least[k] = reduced
          way[k] = j
        }
        if (least[k]! < delta) {
          delta = least[k]!
          next = k
        }
      }
      for (let k = 0; k <= size; k++) {
        if (used[k]) {
          u[match[k]!]! += delta
          v[k]! -= delta
        } else least[k]! -= delta
      }
      j = next
    } while (match[j] !== 0)
    while (j !== 0) {
      const before = way[j]!
      match[j] = match[before]!
      j = before
    }
  }
  let sum = 0
  for (let j = 1; j <= size; j++) sum -= cost(match[j]! - 1, j - 1)
  return sum
}
