import { type Sentence, type TokenTable, toldPath, UPOS } from '@backchannel/core'
import { documentOf } from '@backchannel/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/stages/attribution/attribute.ts'
import { plainTokens } from './plain-tokens.ts'

const WORDS = [
  'Orlov',
  'said',
  'that',
  'he',
  'according',
  'to',
  'officials',
  'adding',
  'citing',
  '“',
  '”',
  '"',
  '‘',
  '’',
  '—',
  ',',
  '.',
  ':',
  '\n',
  'denied',
  'reportedly',
  'quoted',
  'as',
  'saying',
]
const RELATIONS = [
  'nsubj',
  'ccomp',
  'obj',
  'conj',
  'advcl',
  'parataxis',
  'mark',
  'acl:relcl',
  'xcomp',
  'obl',
  'aux:pass',
  'nsubj:pass',
]
const TAGS = ['VBD', 'VBG', 'NNP', 'NN', 'IN', 'VBN', 'PRP']

/** Any words with any tags and any heads, circles included: what a broken parse may be. */
const anyReading = fc
  .array(
    fc.record({
      word: fc.constantFrom(...WORDS),
      upos: fc.integer({ min: 0, max: UPOS.length - 1 }),
      xpos: fc.constantFrom(...TAGS),
      relation: fc.constantFrom(...RELATIONS),
      head: fc.integer({ min: -1, max: 40 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((rows) => {
    const text = rows.map((row) => row.word).join(' ')
    const { tokens, paragraphs } = plainTokens(text)
    const words = rows.filter((row) => row.word !== '\n')
    const sentences: Sentence[] = []
    paragraphs.forEach((first, at) => {
      const last = paragraphs[at + 1] ?? tokens.length
      if (last > first)
        sentences.push({ first, last, from: tokens.from[first]!, to: tokens.to[last - 1]!, paragraph: true })
    })
    const syntax: TokenTable = {
      ...tokens,
      sentence: Int32Array.from({ length: tokens.length }, (_, i) => sentences.findIndex((one) => i < one.last)),
      upos: Uint8Array.from({ length: tokens.length }, (_, i) => words[i]?.upos ?? 16),
      xpos: Array.from({ length: tokens.length }, (_, i) => words[i]?.xpos ?? ''),
      relation: Array.from({ length: tokens.length }, (_, i) => words[i]?.relation ?? ''),
      head: Int32Array.from({ length: tokens.length }, (_, i) => Math.min(words[i]?.head ?? -1, tokens.length - 1)),
    }
    return { text, syntax, sentences }
  })

describe('attribute', () => {
  it('never throws, keeps spans in bounds and never goes in circles, whatever the parse', () => {
    fc.assert(
      fc.property(anyReading, ({ text, syntax, sentences }) => {
        const found = attribute({ document: documentOf(text), syntax, sentences, mentions: [], actors: [] }, null)
        const byId = new Map(found.map((one) => [one.id, one]))
        expect(byId.size).toBe(found.length)
        for (const one of found) {
          for (const span of [...one.source, ...one.cue, ...one.content]) {
            expect(span.from).toBeGreaterThanOrEqual(0)
            expect(span.to).toBeGreaterThan(span.from)
            expect(span.to).toBeLessThanOrEqual(text.length)
          }
          const path = toldPath(byId, one.id)
          expect(path.at(-1)).toBe(one.id)
          const outermost = byId.get(path[0]!)
          expect(outermost?.within).toBeNull()
        }
      }),
      { numRuns: 400, seed: 5 },
    )
  })
})
