import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Analysis, createCoreNet } from '../../src/learn/index.ts'
import { UPOS } from '../../src/model/index.ts'
import { createRandom } from './random.ts'
import { referenceAnalysis } from './reference-net.ts'
import { TINY, type TinyConfig, writeTinyCore } from './write-model.ts'

const FORMS = [
  'The',
  'envoy',
  'met',
  'talks',
  ',',
  '.',
  'ÉLAN',
  'élan',
  '1,150',
  'pro-',
  'river',
  'Xu',
  'U.S.',
  '“',
  'a',
  '',
]

function sentencesOf(seed: number, count: number, longest: number): string[][] {
  const random = createRandom(seed)
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + random.below(longest) }, () => FORMS[random.below(FORMS.length)]!),
  )
}

/** One sentence's part of an analysis, heads counted in the sentence. */
function partOf(analysis: Analysis, first: number, length: number) {
  const { width, values } = analysis.encoding
  const last = first + length
  return {
    upos: Array.from(analysis.upos.subarray(first, last), (code) => UPOS[code]),
    xpos: analysis.xpos.slice(first, last),
    heads: Array.from(analysis.heads.subarray(first, last), (head) => (head < 0 ? -1 : head - first)),
    relations: analysis.relations.slice(first, last),
    names: analysis.names.slice(first, last),
    states: Array.from(values.subarray(first * width, last * width)),
  }
}

function parts(analysis: Analysis, sentences: readonly (readonly string[])[]) {
  let first = 0
  return sentences.map((forms) => {
    const part = partOf(analysis, first, forms.length)
    first += forms.length
    return part
  })
}

describe('against a plain reference in doubles', () => {
  // Seeds at which no two choices are nearly equal: rounding may decide those either way.
  const configs: [string, TinyConfig, number][] = [
    ['two layers', TINY, 4],
    ['one layer, sizes that fill no tile', { ...TINY, layers: 1, hidden: 8, arc: 9, label: 7, rank: 3 }, 5],
    ['three layers, whole tiles', { ...TINY, layers: 3, hidden: 24, arc: 16, label: 16, rank: 8 }, 7],
  ]
  it.each(configs)('%s', (_, config, seed) => {
    const model = writeTinyCore(config, seed)
    const sentences = sentencesOf(seed, 30, config.maxSentence)
    const found = parts(createCoreNet(model.bytes).analyze(sentences), sentences)
    sentences.forEach((forms, i) => {
      const { states, ...expected } = referenceAnalysis(model, config, forms)
      const { states: values, ...columns } = found[i]!
      expect(columns).toEqual(expected)
      states.flat().forEach((value, at) => {
        expect(Math.abs(values[at]! - value)).toBeLessThan(0.001)
      })
    })
  })
})

describe('a sentence is read the same', () => {
  const net = createCoreNet(writeTinyCore().bytes)
  const pool = sentencesOf(11, 60, TINY.maxSentence * 2)
  const alone = pool.map((forms) => partOf(net.analyze([forms]), 0, forms.length))

  it('whatever stands beside it, in whatever order', () => {
    const choice = fc.array(fc.nat(pool.length - 1), { minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(choice, (places) => {
        const sentences = places.map((place) => pool[place]!)
        expect(parts(net.analyze(sentences), sentences)).toEqual(places.map((place) => alone[place]!))
      }),
      { numRuns: 40, seed: 4 },
    )
  })

  it('by another instance of the net', () => {
    const other = createCoreNet(writeTinyCore().bytes)
    expect(parts(other.analyze(pool), pool)).toEqual(alone)
  })

  it('after more word types than the cache holds', () => {
    const many = Array.from({ length: 600 }, (_, i) => Array.from({ length: 12 }, (_, k) => `type${i * 12 + k}`))
    const first = net.analyze(many)
    expect(parts(net.analyze(pool), pool)).toEqual(alone)
    expect(net.analyze(many)).toEqual(first)
  })
})

describe('shapes of input', () => {
  const net = createCoreNet(writeTinyCore().bytes)

  it('gives empty columns for nothing and skips empty sentences', () => {
    expect(net.analyze([]).upos.length).toBe(0)
    const gaps = net.analyze([[], ['The', 'envoy'], []])
    expect(gaps).toEqual(net.analyze([['The', 'envoy']]))
  })

  it('gives every sentence one tree with one root, also those read in pieces', () => {
    for (const forms of sentencesOf(21, 20, TINY.maxSentence * 5)) {
      const { heads, relations } = net.analyze([forms])
      expect(heads.filter((head) => head === -1).length).toBe(1)
      heads.forEach((head, word) => {
        expect(head === -1).toBe(relations[word] === 'root')
        let steps = 0
        for (let at = word; at >= 0; at = heads[at]!) expect(++steps).toBeLessThanOrEqual(forms.length)
      })
    }
  })

  it('leaves the encoding out where it is not wanted', () => {
    const { encoding, ...columns } = net.analyze([['The', 'envoy']], { encoding: false })
    expect(encoding.values.length).toBe(0)
    const { encoding: full, ...same } = net.analyze([['The', 'envoy']])
    expect(full.values.length).toBe(2 * net.width)
    expect(columns).toEqual(same)
  })
})

describe('the shipped net', () => {
  const assets = new URL('../../../assets/models/core/', import.meta.url)
  const net = createCoreNet(readFileSync(new URL('core.bcm', assets)))
  // Written by training/core/parity.py from the same file: shape known.
  const { sentences } = JSON.parse(readFileSync(new URL('parity.json', assets), 'utf8')) as {
    sentences: readonly {
      readonly forms: readonly string[]
      readonly upos: readonly string[]
      readonly xpos: readonly string[]
      readonly heads: readonly number[]
      readonly deprels: readonly string[]
      readonly names: readonly string[]
      readonly h: readonly (readonly number[])[]
    }[]
  }
  const found = parts(
    net.analyze(sentences.map((sentence) => sentence.forms)),
    sentences.map((s) => s.forms),
  )

  it.each(sentences.map((sentence, i) => [sentence.forms.join(' '), i] as const))('%s', (_, i) => {
    const expected = sentences[i]!
    const got = found[i]!
    expect(got.upos).toEqual(expected.upos)
    expect(got.xpos).toEqual(expected.xpos)
    expect(got.heads.map((head) => head + 1)).toEqual(expected.heads)
    expect(got.relations).toEqual(expected.deprels)
    expect(got.names).toEqual(expected.names)
    expected.h.forEach((row, word) => {
      row.forEach((value, at) => {
        expect(Math.abs(got.states[word * net.width + at]! - value)).toBeLessThan(0.02)
      })
    })
  })
})
