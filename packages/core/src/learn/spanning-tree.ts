/**
 * Scores of arcs between the words of one sentence: `scores[dependent * stride + head]`, head 0 is the root, word i
 * (from 0) is dependent i and head i + 1. A word's arc to itself is never looked at.
 */
export interface ArcScores {
  readonly values: Float64Array
  readonly stride: number
  readonly length: number
}

/** Taken from every root arc: more than any sum of score differences, so that the best tree has one root arc only. */
const ROOT_FINE = 1e6
/** Stands for "no such arc"; far below ROOT_FINE times the longest sentence. */
const NEVER = -1e12

/**
 * The heads of the best tree with exactly one root, to `heads` from `at` on: -1 for the root, otherwise the word's
 * index in the sentence. The best head of each word where these make such a tree (most sentences), the best tree of
 * all otherwise (Chu and Liu 1965, Edmonds 1967; path growing as in Gabow et al. 1986, O(n^2) on a full matrix; one
 * root by a fine on root arcs, Stanojevic and Cohen 2021, the same tree as trying each root in turn).
 */
export function findHeads(arcs: ArcScores, heads: Int32Array, at: number): void {
  const { values, stride, length } = arcs
  let roots = 0
  for (let d = 0; d < length; d++) {
    const row = d * stride
    let head = 0
    let best = values[row]!
    for (let h = 1; h <= length; h++) {
      const value = values[row + h]!
      if (value > best && h !== d + 1) {
        best = value
        head = h
      }
    }
    heads[at + d] = head - 1
    if (head === 0) roots++
  }
  if (roots === 1 && isTree(heads, at, length)) return
  maximumSpanningTree(arcs, heads, at)
}

/** True where every word reaches the root. Marks of the walk are kept in one array: linear in words. */
function isTree(heads: Int32Array, at: number, length: number): boolean {
  const seen = new Int32Array(length)
  for (let first = 0; first < length; first++) {
    let word = first
    while (word >= 0 && seen[word] === 0) {
      seen[word] = first + 1
      word = heads[at + word]!
    }
    if (word >= 0 && seen[word] === first + 1) return false
  }
  return true
}

/** The best single-root tree, whatever the greedy heads are; writes `heads` as findHeads does. */
export function maximumSpanningTree(arcs: ArcScores, heads: Int32Array, at: number): void {
  const { values, stride, length } = arcs
  if (length === 0) return
  const size = length + 1 // nodes: 0 is the root, i + 1 is word i
  const supers = 2 * size
  // Arcs between the nodes that are alive, by their place in the matrix: weight, and the real ends of the arc.
  const weight = new Float64Array(size * size) // [from * size + to]
  const source = new Int16Array(size * size)
  const target = new Int16Array(size * size)
  for (let from = 0; from < size; from++) {
    for (let to = 0; to < size; to++) {
      const cell = from * size + to
      source[cell] = from
      target[cell] = to
      if (from === to || to === 0) weight[cell] = NEVER
      else weight[cell] = values[(to - 1) * stride + from]! - (from === 0 ? ROOT_FINE : 0)
    }
  }
  const place = new Int32Array(supers) // place of a (super)node in the matrix
  const nodeAt = new Int32Array(size) // node that lives at a place, -1 for none
  const parent = new Int32Array(supers).fill(-1)
  const enterFrom = new Int16Array(supers).fill(-1) // real ends of the best arc into a node
  const enterTo = new Int16Array(supers)
  const enterWeight = new Float64Array(supers)
  const before = new Int32Array(supers).fill(-1) // node before it on the path
  const top = new Int32Array(supers) // the living node that holds a node, by way of others
  const children: number[][] = []
  for (let node = 0; node < supers; node++) top[node] = node
  for (let node = 0; node < size; node++) {
    place[node] = node
    nodeAt[node] = node
  }
  let alive = size
  let count = size
  let node = size - 1
  while (alive > 1) {
    // The best arc into the path's end.
    const column = place[node]!
    let best = Number.NEGATIVE_INFINITY
    let row = -1
    for (let p = 0; p < size; p++) {
      if (p === column || nodeAt[p]! < 0) continue
      const value = weight[p * size + column]!
      if (value > best) {
        best = value
        row = p
      }
    }
    const cell = row * size + column
    enterFrom[node] = source[cell]!
    enterTo[node] = target[cell]!
    enterWeight[node] = best
    const origin = nodeAt[row]!
    before[node] = origin
    if (enterFrom[origin] === -1) {
      node = origin
      continue
    }
    // `origin` is on the path already: everything from it to the end is a cycle, one node from now on.
    const merged = count++
    const cycle: number[] = []
    let member = node
    do {
      cycle.push(member)
      parent[member] = merged
      top[member] = merged
      member = topOf(before[member]!)
    } while (member !== merged)
    children[merged] = cycle
    const home = place[node]!
    for (let p = 0; p < size; p++) {
      const other = nodeAt[p]!
      if (other < 0 || parent[other] === merged) continue
      mergeArcs(cycle, p, home)
    }
    for (const each of cycle) nodeAt[place[each]!] = -1
    place[merged] = home
    nodeAt[home] = merged
    alive -= cycle.length - 1
    node = merged
  }

  function topOf(start: number): number {
    let at = start
    while (top[at] !== at) {
      top[at] = top[top[at]!]!
      at = top[at]!
    }
    return at
  }

  /** The best arc from place `p` into the cycle and the best out of it, at the cycle's new home. */
  function mergeArcs(cycle: readonly number[], p: number, home: number): void {
    let inBest = Number.NEGATIVE_INFINITY
    let inCell = 0
    let outBest = Number.NEGATIVE_INFINITY
    let outCell = 0
    for (const member of cycle) {
      const q = place[member]!
      const into = weight[p * size + q]! - enterWeight[member]!
      if (into > inBest) {
        inBest = into
        inCell = p * size + q
      }
      const out = weight[q * size + p]!
      if (out > outBest) {
        outBest = out
        outCell = q * size + p
      }
    }
    const inHome = p * size + home
    const outHome = home * size + p
    source[inHome] = source[inCell]!
    target[inHome] = target[inCell]!
    weight[inHome] = inBest
    source[outHome] = source[outCell]!
    target[outHome] = target[outCell]!
    weight[outHome] = outBest
  }

  // Undo the contractions from the root: an arc into a cycle decides which of its members loses its own arc.
  const waiting: number[] = []
  function dissolve(leaf: number): void {
    for (let child = leaf; parent[child]! >= 0; child = parent[child]!) {
      for (const sibling of children[parent[child]!]!) {
        if (sibling === child) continue
        parent[sibling] = -1
        if (sibling >= size) waiting.push(sibling)
      }
    }
  }
  dissolve(0)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const leaf = enterTo[next]!
    enterFrom[leaf] = enterFrom[next]!
    dissolve(leaf)
  }
  for (let word = 0; word < length; word++) heads[at + word] = enterFrom[word + 1]! - 1
}
