import { readFileSync } from 'node:fs'
import { checkCases } from '@backchannel/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLemmatizer } from '../../src/learn/index.ts'
import { sha256 } from '../../src/text/index.ts'
import { writeModel } from './write-model.ts'

const asset = new URL('../../../assets/models/lemma/lemma.bcm', import.meta.url)
const bytes = readFileSync(asset)
const lemmatizer = readLemmatizer('lemma.bcm', bytes)

/** Input lines: form, UPOS/XPOS, and "start" at a sentence's start; output: the lemmas. */
checkCases(new URL('./lemmatizer.cases', import.meta.url), (one) =>
  one.input
    .split('\n')
    .map((line) => {
      const [form = '', tags = '', start] = line.split(' ')
      const [upos = '', xpos = ''] = tags.split('/')
      return lemmatizer.lemma(form, upos, xpos, start === 'start')
    })
    .join(' '),
)

describe('readLemmatizer', () => {
  it('reads the file that model.json names', () => {
    expect(readFileSync(new URL('model.json', asset), 'utf8')).toContain(sha256(bytes))
  })

  const rules = (body: readonly string[], letters: readonly string[]) =>
    readLemmatizer('test', writeModel({ config: { kind: 'lemma' }, vocab: {} }, [], { body, case: letters }).bytes)

  it('takes a whole form before endings, and a longer ending before a shorter', () => {
    const { lemma } = rules(['#VERB/VBD', '\t0', 'ed\t2', 'ied\t3y', '^died\t1'], ['#VERB//s', '\tl'])
    expect(['freed', 'tried', 'died', 'met'].map((form) => lemma(form, 'VERB', 'VBD', false))).toEqual([
      'fre',
      'try',
      'die',
      'met',
    ])
  })

  it('refuses another kind of model and rules it does not know', () => {
    const other = writeModel({ config: { kind: 'core' }, vocab: {} }, [], { body: ['#X'], case: ['#X'] })
    expect(() => readLemmatizer('test', other.bytes)).toThrow(/not "lemma"/)
    expect(() => rules(['#VERB/VBD', 'ed\t2'], ['#VERB//s', '\tz'])).toThrow(/no rule for letters/)
  })

  it('gives some lemma to any form and tag', () => {
    const tags = fc.constantFrom('NOUN', 'PROPN', 'VERB', 'NUM', 'X', 'PUNCT', '')
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        tags,
        fc.string(),
        fc.boolean(),
        (form, upos, xpos, start) => {
          expect(lemmatizer.lemma(form, upos, xpos, start).length).toBeGreaterThan(0)
        },
      ),
    )
  })
})
