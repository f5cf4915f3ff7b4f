import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { KINDS, namesOf, readIob } from '../../evals/names/run.ts'
import { createReader } from '../../packages/core/src/index.ts'
import { hashText } from '../../packages/core/src/learn/index.ts'
import { option } from '../segment/treebank.ts'

/**
 * Scores the names of a reader on what settings are chosen with, WikiNEuRal's validation part (each sentence alone) and one half
 * of the sentences of UNER's EWT dev, and on the other half. The halves are by a hash of the sentence.
 */
/** Sentences of WikiNEuRal that are read. */
const MOST_SENTENCES = 4000

type Sentence = ReturnType<typeof readIob>[number]

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

function score(title: string, documents: readonly (readonly Sentence[])[], counts: (one: Sentence) => boolean): void {
  const sums = new Map<string, [hit: number, gold: number, found: number]>()
  for (const document of documents) {
    const analyzed = reader.analyze(document.map(({ forms }) => forms))
    document.forEach((sentence, i) => {
      if (!counts(sentence)) return
      const right = new Set(namesOf(sentence.names))
      const ours = new Set(namesOf(analyzed[i]!.map(({ name }) => name)))
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
  .map(readIob)
const halfOf = ({ forms }: Sentence) => hashText(forms.join(' ')) & 1
score('UNER EWT dev, to choose by', uner, (one) => halfOf(one) === 0)
score('UNER EWT dev, the other half', uner, (one) => halfOf(one) === 1)
score('UNER EWT dev', uner, () => true)
const wikineural = readIob(read('wikineural_en-val.conllu.gz')).slice(0, MOST_SENTENCES)
score(
  'WikiNEuRal validation',
  wikineural.map((one) => [one]),
  () => true,
)
