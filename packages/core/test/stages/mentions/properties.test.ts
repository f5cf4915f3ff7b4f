import { plainDocument, type Sentence, type TokenTable } from '@backchannel/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadGazetteers, mentions } from '../../../src/stages/mentions/index.ts'
import { diskAssets } from './disk-assets.ts'

const stage = mentions({ gazetteers: await loadGazetteers(diskAssets) })

const WORDS =
  `the a President envoy Belarus Belarusian US - , . “ ” ' Minsk Jane Roe Roe's 's prisoners who he they it of in to
 Hamas Reuters officials 14 Mr. UN said released al- ( ) country ministry and \u{1f600} OSLO HALE`.split(/\s+/)
const TAGS = "NNP NN NNS NNPS JJ DT IN POS PRP PRP$ WP WDT VBD VBZ CD CC HYPH , . `` ''".split(' ')
const RELATIONS =
  'nsubj obj obl nmod nmod:poss compound amod det case flat appos conj root punct acl:relcl cop nsubj:pass'.split(' ')
const NAMES = ['O', 'O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC']

const word = fc.record({
  form: fc.constantFrom(...WORDS),
  tag: fc.constantFrom(...TAGS),
  relation: fc.constantFrom(...RELATIONS),
  name: fc.constantFrom(...NAMES),
  head: fc.integer({ min: -2, max: 45 }),
  ends: fc.boolean(),
})

function build(words: readonly (typeof word extends fc.Arbitrary<infer One> ? One : never)[]) {
  let text = ''
  const from: number[] = []
  const to: number[] = []
  const sentence: number[] = []
  const sentences: Sentence[] = []
  let first = 0
  words.forEach((one, i) => {
    if (text !== '') text += ' '
    from.push(text.length)
    text += one.form
    to.push(text.length)
    sentence.push(sentences.length)
    if (one.ends || i === words.length - 1) {
      sentences.push({ first, last: i + 1, from: from[first]!, to: text.length, paragraph: one.head % 2 === 0 })
      first = i + 1
    }
  })
  const syntax: TokenTable = {
    length: words.length,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    glued: new Uint8Array(words.length),
    sentence: Int32Array.from(sentence),
    upos: new Uint8Array(words.length),
    xpos: words.map((one) => one.tag),
    lemma: words.map((one) => one.form.toLowerCase()),
    head: Int32Array.from(words, (one) => one.head),
    relation: words.map((one) => one.relation),
    name: words.map((one) => one.name),
  }
  return { document: plainDocument(text), sentences, syntax }
}

describe('mentions of any words with any tags and trees', () => {
  it('stay in bounds and in order, belong to actors that know them, and come out the same twice', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 45 }), (words) => {
        const input = build(words)
        const given = stage.run(input, { report() {} })
        const ids = new Set(given.actors.map((actor) => actor.id))
        let before = 0
        for (const mention of given.mentions) {
          expect(mention.from).toBeGreaterThanOrEqual(before)
          expect(mention.to).toBeGreaterThan(mention.from)
          expect(mention.to).toBeLessThanOrEqual(input.document.text.length)
          const head = input.syntax.from[mention.head]!
          expect(head >= mention.from && head < mention.to).toBe(true)
          if (mention.actor !== null) expect(ids.has(mention.actor)).toBe(true)
          before = mention.from
        }
        const known = new Map(given.mentions.map((mention) => [mention.id, mention.actor]))
        expect(known.size).toBe(given.mentions.length)
        for (const actor of given.actors) {
          expect(actor.mentions.length).toBeGreaterThan(0)
          expect(actor.name).not.toBe('')
          for (const id of actor.mentions) expect(known.get(id)).toBe(actor.id)
          for (const role of actor.roles) {
            expect(role.title).not.toBe('')
            if (role.of !== null) expect(ids.has(role.of)).toBe(true)
          }
        }
        expect(stage.run(input, { report() {} })).toEqual(given)
      }),
      { seed: 7, numRuns: 400 },
    )
  })
})
