import { readFileSync } from 'node:fs'
import { parsedOf } from '@backchannel/testkit'
import { describe, expect, it } from 'vitest'
import { createCoreNet, type Lemmatizer, lowerCaseLemmatizer } from '../../../src/learn/index.ts'
import { tokenAt } from '../../../src/model/index.ts'
import type { AssetSource } from '../../../src/pipeline/index.ts'
import { CORE_NET_ASSET, loadCoreNet, parse } from '../../../src/stages/parse/index.ts'
import { writeTinyCore } from '../../learn/write-model.ts'

const net = createCoreNet(writeTinyCore().bytes)
const cx = {
  report() {
    throw new Error('the stage reports nothing')
  },
}

/** Runs the stage on words, one sentence a line, with what else `parsedOf` makes of them. */
function run(lines: string, options: Partial<Parameters<typeof parse>[0]> = {}) {
  const words = lines.split('\n').map((line) => line.split(' ').join(' X\n'))
  const { document, sentences, syntax } = parsedOf(`${words.join(' X\n\n')} X`)
  const stage = parse({ net, lemmatizer: lowerCaseLemmatizer, ...options })
  return { document, tokens: syntax, sentences, ...stage.run({ document, tokens: syntax, sentences }, cx) }
}

describe('the layers', () => {
  const { tokens, syntax, encoding, sentences } = run('The envoy met talks .\nTalks met')

  it('keeps positions and fills every column', () => {
    expect(syntax.length).toBe(7)
    expect(syntax.from).toBe(tokens.from)
    expect(syntax.to).toBe(tokens.to)
    for (const column of [syntax.upos, syntax.xpos, syntax.lemma, syntax.head, syntax.relation, syntax.name])
      expect(column.length).toBe(7)
    expect(encoding.values.length).toBe(7 * net.width)
  })

  it('keeps heads inside their sentence, one root each', () => {
    for (const { first, last } of sentences) {
      const heads = Array.from(syntax.head.subarray(first, last))
      expect(heads.filter((head) => head === -1).length).toBe(1)
      for (const head of heads) expect(head === -1 || (head >= first && head < last)).toBe(true)
    }
  })

  it('is the same on a second run', () => {
    const again = run('The envoy met talks .\nTalks met')
    expect(again.syntax).toEqual(syntax)
    expect(again.encoding).toEqual(encoding)
  })

  it('leaves the encoding empty where nobody wants it', () => {
    const without = run('The envoy met talks .\nTalks met', { encoding: false })
    expect(without.encoding.values.length).toBe(0)
    expect(without.syntax).toEqual(syntax)
  })
})

it('reads words without soft hyphens, zero-width characters and direction marks', () => {
  const plain = run('The envoy met talks')
  const marked = run('The en\u00advoy met\u200b \u202atalks')
  expect(marked.encoding).toEqual(plain.encoding)
  expect(marked.syntax.lemma).toEqual(['the', 'envoy', 'met', 'talks'])
  expect(run('met \u200b .').syntax.length).toBe(3)
})

it('tells the lemmatizer the predicted tags and where a sentence starts', () => {
  const asked: string[] = []
  const lemmatizer: Lemmatizer = {
    lemma(form, upos, xpos, sentenceStart) {
      asked.push(`${form} ${upos} ${xpos} ${sentenceStart ? 'start' : 'within'}`)
      return `<${form}>`
    },
  }
  const { syntax } = run('The envoy met', { lemmatizer })
  expect(syntax.lemma).toEqual(['<The>', '<envoy>', '<met>'])
  const document = { text: 'The envoy met' }
  const expected = [0, 1, 2].map((i) => tokenAt(document.text, syntax, i))
  expect(asked.map((line) => line.split(' ').slice(0, 3))).toEqual(expected.map((t) => [t.text, t.upos, t.xpos]))
  expect(asked[1]).toContain(expected[0]?.upos === 'PUNCT' ? 'start' : 'within')
})

describe('the shipped net', () => {
  const assets: AssetSource = {
    read: async (name) => readFileSync(new URL(`../../../../assets/${name}`, import.meta.url)),
  }

  it('parses plain sentences', async () => {
    const shipped = await loadCoreNet(assets)
    const { document, syntax } = run('The envoy met the minister in Oslo .\n“ We agreed to nothing , ” she said .', {
      net: shipped,
    })
    const rows = Array.from({ length: syntax.length }, (_, i) => tokenAt(document.text, syntax, i))
    const said = rows.map(({ text, relation, head }) => `${text} ${relation} ${head < 0 ? '-' : rows[head]!.text}`)
    for (const row of ['envoy nsubj met', 'minister obj met', 'met root -', 'We nsubj agreed', 'she nsubj said'])
      expect(said).toContain(row)
    expect(syntax.name[6]).toBe('B-LOC')
  })

  it('rejects a broken file by its asset name', async () => {
    const broken: AssetSource = { read: async () => new Uint8Array(3) }
    await expect(loadCoreNet(broken)).rejects.toMatchObject({
      code: 'assets/bad-model',
      details: { name: CORE_NET_ASSET },
    })
  })
})
