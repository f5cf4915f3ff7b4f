import { describe, expect, it } from 'vitest'
import { findHeads, maximumSpanningTree } from '../../src/learn/spanning-tree.ts'
import { createRandom } from './random.ts'
import { bestTree } from './reference-net.ts'

function arcsOf(scores: readonly (readonly number[])[]) {
  return { values: Float64Array.from(scores.flat()), stride: scores.length + 1, length: scores.length }
}

function randomScores(seed: number, length: number): number[][] {
  const random = createRandom(seed)
  return Array.from({ length }, () => Array.from({ length: length + 1 }, () => random.sign() * 10))
}

/** The best sum over all ways to choose heads that make one tree with one root. */
function bruteForce(scores: readonly (readonly number[])[]): number {
  const length = scores.length
  let best = Number.NEGATIVE_INFINITY
  const heads: number[] = new Array(length).fill(0)
  const isTree = (): boolean => {
    if (heads.filter((head) => head === 0).length !== 1) return false
    return heads.every((_, word) => {
      let at = word + 1
      for (let steps = 0; at !== 0; steps++) {
        if (steps > length) return false
        at = heads[at - 1]!
      }
      return true
    })
  }
  const choose = (word: number): void => {
    if (word === length) {
      if (isTree())
        best = Math.max(
          best,
          heads.reduce((sum, head, d) => sum + scores[d]![head]!, 0),
        )
      return
    }
    for (let head = 0; head <= length; head++) {
      heads[word] = head
      if (head !== word + 1) choose(word + 1)
    }
  }
  choose(0)
  return best
}

const sumOf = (scores: readonly (readonly number[])[], heads: Int32Array): number =>
  scores.reduce((sum, row, d) => sum + row[heads[d]! + 1]!, 0)

describe('the best tree with one root', () => {
  it.each([1, 2, 3, 4, 5])('has the best sum of all trees of %i words', (length) => {
    for (let seed = 0; seed < 40; seed++) {
      const scores = randomScores(seed * 7 + length, length)
      const heads = new Int32Array(length)
      maximumSpanningTree(arcsOf(scores), heads, 0)
      expect(heads.filter((head) => head === -1).length).toBe(1)
      expect(sumOf(scores, heads)).toBeCloseTo(bruteForce(scores), 6)
    }
  })

  it('is the one that trying every root finds, for longer sentences', () => {
    for (let seed = 0; seed < 25; seed++) {
      const scores = randomScores(seed, 12 + seed)
      const heads = new Int32Array(scores.length + 3)
      findHeads(arcsOf(scores), heads, 3)
      expect(Array.from(heads.subarray(3))).toEqual(bestTree(scores))
    }
  })

  it('is a tree where all scores are equal', () => {
    const heads = new Int32Array(40)
    maximumSpanningTree(arcsOf(Array.from({ length: 40 }, () => new Array(41).fill(0))), heads, 0)
    expect(heads.filter((head) => head === -1).length).toBe(1)
    heads.forEach((_, word) => {
      let steps = 0
      for (let at = word; at >= 0; at = heads[at]!) expect(++steps).toBeLessThanOrEqual(40)
    })
  })
})
