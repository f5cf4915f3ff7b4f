import type { Sentence } from '@backchannel/core'
import { describe, expect, it } from 'vitest'
import { cutPieces } from '../../../src/stages/attribution/cut-pieces.ts'

/** Sentences of the given lengths; a negative length starts a paragraph. */
function sentencesOf(...lengths: number[]): Sentence[] {
  let first = 0
  return lengths.map((length) => {
    const last = first + Math.abs(length)
    const sentence = { from: first, to: last, first, last, paragraph: length < 0 }
    first = last
    return sentence
  })
}

describe('cutPieces', () => {
  it('keeps a paragraph whole', () => {
    expect(cutPieces(sentencesOf(-10, 20, -5))).toEqual([
      { first: 0, last: 30 },
      { first: 30, last: 35 },
    ])
  })

  it('cuts a long paragraph between sentences', () => {
    expect(cutPieces(sentencesOf(-200, 100))).toEqual([
      { first: 0, last: 200 },
      { first: 200, last: 300 },
    ])
  })

  it('cuts a sentence that is too long where the limit falls', () => {
    expect(cutPieces(sentencesOf(-300))).toEqual([
      { first: 0, last: 256 },
      { first: 256, last: 300 },
    ])
  })

  it('gives nothing for no sentence', () => {
    expect(cutPieces([])).toEqual([])
  })
})
