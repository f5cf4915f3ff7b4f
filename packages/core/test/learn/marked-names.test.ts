import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMarked } from '../../../../evals/names/marked.ts'
import { trainChain } from '../../../../training/names/chain.ts'
import { readNews } from '../../../../training/names/read-news.ts'
import { createRandom } from '../../../../training/segment/random.ts'
import { NAME_COLUMNS, NAME_LABELS } from '../../src/learn/index.ts'

const NEWS = `# doc a-1 agency with dateline
[LOC OSLO] ([ORG NTB]) - Norway freed [PER Jane Roe] on Friday.
"It's [PER Roe]'s turn," said [ORG Amnesty International]

# doc a-2
No names 😀 here.
`

describe('readMarked', () => {
  it('gives texts without marks, and names by where they stand', () => {
    const [first, second, ...rest] = readMarked(NEWS, 'news.txt')
    expect(rest).toEqual([])
    expect(first).toMatchObject({
      id: 'a-1',
      text: 'OSLO (NTB) - Norway freed Jane Roe on Friday.\n"It\'s Roe\'s turn," said Amnesty International',
    })
    expect(first!.names.map(({ kind, from, to }) => `${kind} ${first!.text.slice(from, to)}`)).toEqual([
      'LOC OSLO',
      'ORG NTB',
      'PER Jane Roe',
      'PER Roe',
      'ORG Amnesty International',
    ])
    expect(second).toEqual({ id: 'a-2', text: 'No names 😀 here.', names: [] })
  })

  it.each([
    ['# doc a\nFreed [PERSON Jane Roe].', 'news.txt:2: a bracket'],
    ['# doc a\n\nFreed [PER Jane [ORG Roe]].', 'news.txt:3: a bracket'],
    ['Freed [PER Jane Roe].', 'news.txt:1: a sentence stands before'],
  ])('says where a mark is wrong: %j', (content, message) => {
    expect(() => readMarked(content, 'news.txt')).toThrow(message)
  })
})

describe('readNews', () => {
  it('gives the words of sentences with BIO tags, names beside one another apart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backchannel-news-'))
    try {
      writeFileSync(
        join(folder, 'a.txt'),
        '# doc a\n[PER Jane Roe] met [LOC Norland]’s [ORG Foreign Ministry]. She left.\n',
      )
      writeFileSync(join(folder, 'SOURCE.md'), 'no news')
      const [document, ...rest] = await readNews(folder)
      expect(rest).toEqual([])
      expect(document).toMatchObject({ named: true, unseen: true })
      expect(
        document!.sentences.map(({ forms, names }) => forms.map((form, i) => `${form}/${names[i]}`).join(' ')),
      ).toEqual(['Jane/B-PER Roe/I-PER met/O Norland/B-LOC ’s/O Foreign/B-ORG Ministry/I-ORG ./O', 'She/O left/O ./O'])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('trainChain', () => {
  const LABELS = NAME_LABELS.length
  const PERSON = NAME_LABELS.indexOf('B-PER')
  const config = { bits: 4, epochs: 5, rate: 0.2, lastRate: 0.5, dropout: 0, decay: 0 }
  /** What feature 3 weighs for a person after it always stood at one; `given` are scores that were there before. */
  const weightOf = (given: Float64Array | null) => {
    const segment = { features: [Uint32Array.of(3)], allowed: Uint8Array.of(1 << PERSON), weight: 1, given }
    const segments = Array.from({ length: 20 }, () => segment)
    const { weights } = trainChain(segments, new Float64Array(LABELS * LABELS), config, createRandom(1), () => {})
    return weights[3 * NAME_COLUMNS]!
  }

  it('learns what a feature says, and only what given scores lack', () => {
    const sure = (label: number) => Float64Array.from({ length: LABELS }, (_, at) => (at === label ? 12 : 0))
    expect(weightOf(null)).toBeGreaterThan(0.5)
    expect(Math.abs(weightOf(sure(PERSON)))).toBeLessThan(0.05)
    expect(weightOf(sure(NAME_LABELS.indexOf('B-ORG')))).toBeGreaterThan(weightOf(null))
  })
})
