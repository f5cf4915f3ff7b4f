import { describe, expect, it } from 'vitest'
import { trainSplitter } from '../../../../../training/segment/train.ts'
import { parseTreebank } from '../../../../../training/segment/treebank.ts'
import { readSplitter, splitSentences } from '../../../src/stages/segment/index.ts'
import { tokenizeText } from '../../../src/stages/tokenize/index.ts'

/** CoNLL-U of documents of invented sentences, with forms only. */
function treebank(documents: readonly (readonly string[])[]): string {
  const lines: string[] = []
  documents.forEach((sentences, d) => {
    lines.push(`# newdoc id = ${d}`)
    for (const sentence of sentences) {
      lines.push(`# text = ${sentence}`)
      const tokens = tokenizeText(sentence)
      for (let i = 0; i < tokens.length; i++) {
        const form = sentence.slice(tokens.from[i], tokens.to[i])
        lines.push(`${i + 1}\t${form}\t${form}\tX\tX\t_\t0\troot\t_\t_`)
      }
      lines.push('')
    }
  })
  return `${lines.join('\n')}\n`
}

const documents = Array.from({ length: 12 }, (_, d) => [
  `Envoy number ${d} left the capital.`,
  'Mr. Roe stayed there.',
  'Did she meet Gen. Doe?',
  '“We met,” she said.',
])
const config = {
  name: 'segment',
  version: 'test',
  seed: 1,
  bits: 12,
  epochs: 3,
  margin: 5,
  usualBits: 10,
  folds: 2,
  dropout: 0.1,
  runs: 1,
}

describe('training of the splitter', () => {
  it('makes fewer mistakes from epoch to epoch, and a model that splits', () => {
    const lines: string[] = []
    const bytes = trainSplitter(parseTreebank(treebank(documents)), config, (line) => lines.push(line))
    const wrong = lines.flatMap((line) => /: (\d+) wrong/.exec(line)?.[1] ?? []).map(Number)
    expect(wrong.length).toBe(3)
    expect(wrong[2]).toBeLessThan(wrong[0]!)
    const text = 'The envoy left. Mr. Roe stayed. Did he meet Gen. Doe? “We met,” she said.'
    const found = splitSentences(text, tokenizeText(text), readSplitter('test', bytes))
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual([
      'The envoy left.',
      'Mr. Roe stayed.',
      'Did he meet Gen. Doe?',
      '“We met,” she said.',
    ])
  })

  it('gives the same bytes again', () => {
    const train = () => trainSplitter(parseTreebank(treebank(documents)), config, () => {})
    expect(train()).toEqual(train())
  })
})
