import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createReader } from '../../packages/core/src/index.ts'
import { hashText } from '../../packages/core/src/learn/index.ts'
import { option } from '../segment/treebank.ts'

/**
 * Scores the names of a reader on what settings are chosen with, WikiNEuRal's validation part (each sentence alone) and one half
 * of the sentences of UNER's EWT dev, and on the other half. The halves are by a hash of the sentence.
 */
const KINDS = ['PER', 'ORG', 'LOC']
/** Sentences of WikiNEuRal that are read. */
const MOST_SENTENCES = 4000

interface Sentence {
  readonly forms: readonly string[]
  readonly names: readonly string[]
}

const data = option('data', '../shared/data')
const model = option('model', 'packages/assets/models/names/names.bcm')
const assets = {
  read: async (name: string) =>
    new Uint8Array(
      readFileSync(
        name === 'models/names/names.bcm' ? model : new URL(`../../packages/assets/${name}`, import.meta.url),
      ),
    ),
}
const reader = await createReader({ assets })

function sentencesOf(text: string): Sentence[] {
  return text
    .split(/\r?\n\r?\n/)
    .map((block) =>
      block
        .split(/\r?\n/)
        .filter((line) => /^\d+\t/.test(line))
        .map((line) => line.split('\t')),
    )
    .filter((rows) => rows.length > 0)
    .map((rows) => ({ forms: rows.map((row) => row[1] ?? ''), names: rows.map((row) => row[2] ?? 'O') }))
}

function spansOf(tags: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (let i = 0; i < tags.length; i++) {
    const kind = tags[i]!.slice(2)
    const begins = tags[i]!.startsWith('B-') || (tags[i]!.startsWith('I-') && (tags[i - 1] ?? 'O').slice(2) !== kind)
    if (!begins || !KINDS.includes(kind)) continue
    let last = i
    while (tags[last + 1] === `I-${kind}`) last++
    found.add(`${kind} ${i} ${last}`)
  }
  return found
}

function score(title: string, documents: readonly (readonly Sentence[])[], counts: (one: Sentence) => boolean): void {
  const sums = new Map<string, [hit: number, gold: number, found: number]>()
  for (const document of documents) {
    const analyzed = reader.analyze(document.map(({ forms }) => forms))
    document.forEach((sentence, i) => {
      if (!counts(sentence)) return
      const right = spansOf(sentence.names)
      const ours = spansOf(analyzed[i]!.map(({ name }) => name))
      for (const [spans, at] of [
        [right, 1],
        [ours, 2],
      ] as const) {
        for (const span of spans) {
          for (const key of ['all', span.slice(0, 3)]) {
            const sum = sums.get(key) ?? [0, 0, 0]
            sum[at]++
            if (at === 1 && ours.has(span)) sum[0]++
            sums.set(key, sum)
          }
        }
      }
    })
  }
  const figures = ['all', ...KINDS].map((key) => {
    const [hit, gold, found] = sums.get(key) ?? [0, 0, 0]
    return `${key} ${((200 * hit) / (gold + found)).toFixed(2)}`
  })
  console.log(`${title.padEnd(30)} ${figures.join('  ')}`)
}

const read = (file: string) => gunzipSync(readFileSync(join(data, 'ner', file))).toString('utf8')
const uner = read('uner_en_ewt-dev.iob2.gz')
  .split(/^(?=# newdoc)/m)
  .map(sentencesOf)
const halfOf = ({ forms }: Sentence) => hashText(forms.join(' ')) & 1
score('UNER EWT dev, to choose by', uner, (one) => halfOf(one) === 0)
score('UNER EWT dev, the other half', uner, (one) => halfOf(one) === 1)
score('UNER EWT dev', uner, () => true)
const wikineural = sentencesOf(read('wikineural_en-val.conllu.gz')).slice(0, MOST_SENTENCES)
score(
  'WikiNEuRal validation',
  wikineural.map((one) => [one]),
  () => true,
)
