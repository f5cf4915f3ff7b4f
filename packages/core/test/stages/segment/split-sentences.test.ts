import { readFileSync } from 'node:fs'
import { checkCases } from '@backchannel/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_SENTENCE, readSplitter, splitSentences } from '../../../src/stages/segment/index.ts'
import { tokenizeText } from '../../../src/stages/tokenize/index.ts'
import { sha256 } from '../../../src/text/index.ts'

const asset = new URL('../../../../assets/models/segment/segment.bcm', import.meta.url)
const bytes = readFileSync(asset)
const splitter = readSplitter('segment.bcm', bytes)
const split = (text: string) => splitSentences(text, tokenizeText(text), splitter)

/** One sentence a line, its line breaks written as blanks; ¶ where a paragraph starts. */
checkCases(new URL('./split-sentences.cases', import.meta.url), (one) =>
  split(one.input)
    .map(
      (sentence) => (sentence.paragraph ? '¶ ' : '') + one.input.slice(sentence.from, sentence.to).replace(/\s+/g, ' '),
    )
    .join('\n'),
)

describe('splitSentences', () => {
  it('reads the file that model.json names', () => {
    expect(readFileSync(new URL('model.json', asset), 'utf8')).toContain(sha256(bytes))
  })

  it('gives no sentence to an empty text', () => {
    expect(split(' \n ')).toEqual([])
  })

  it('cuts a sentence that never ends', () => {
    const sentences = split('Envoy '.repeat(3 * LONGEST_SENTENCE))
    expect(Math.max(...sentences.map(({ first, last }) => last - first))).toBeLessThanOrEqual(LONGEST_SENTENCE)
    expect(
      Math.max(...split('talks '.repeat(3 * LONGEST_SENTENCE)).map(({ first, last }) => last - first)),
    ).toBeLessThanOrEqual(LONGEST_SENTENCE)
  })

  it('reads CRLF as it reads LF', () => {
    const text = 'ENVOY FREED\nBy Jane Roe\n\nThe envoy left on Monday. She said: “No.”\r\n\r\nTalks go on.\n'
    const lines = (one: string) => split(one).map(({ from, to }) => one.slice(from, to).replace(/\s+/g, ' '))
    expect(lines(text.replace(/\r?\n/g, '\r\n'))).toEqual(lines(text.replaceAll('\r', '')))
  })

  it('parts the words into sentences without a gap', () => {
    const anything = fc
      .array(
        fc.constantFrom(
          ...[
            'The',
            'envoy',
            'left',
            '.',
            '?',
            '…',
            '...',
            '“',
            '”',
            '"',
            '’',
            ')',
            '(',
            ',',
            ';',
            ':',
            '—',
            '-',
            'Mr.',
            'U.S.',
          ],
          ...[' ', ' ', '\n', '\n\n', '\r\n', '\ud83d', '😀', '11', '*', 'http://a.example/b'],
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(anything, (text) => {
        const tokens = tokenizeText(text)
        const sentences = splitSentences(text, tokens, splitter)
        let at = 0
        for (const sentence of sentences) {
          expect(sentence.first).toBe(at)
          expect(sentence.last).toBeGreaterThan(sentence.first)
          expect(sentence.from).toBe(tokens.from[sentence.first])
          expect(sentence.to).toBe(tokens.to[sentence.last - 1])
          expect(tokens.glued[sentence.first]).toBe(0)
          at = sentence.last
        }
        expect(at).toBe(tokens.length)
      }),
      { numRuns: 500 },
    )
  })
})
