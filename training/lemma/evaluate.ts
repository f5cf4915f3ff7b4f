import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createReader } from '@backchannel/core'
import { readLemmatizer } from '../../packages/core/src/learn/lemmatizer.ts'
import { DEV_FILES, option, readTreebank } from '../segment/treebank.ts'

/** Share of lemmas that are right with gold and with predicted tags; `--wrong` lists those wrong with gold tags. */
async function main(): Promise<void> {
  const data = option('data', '../shared/data')
  const model = option('model', 'packages/assets/models/lemma/lemma.bcm')
  const started = performance.now()
  const lemmatizer = readLemmatizer(model, readFileSync(model))
  console.log(`loaded in ${(performance.now() - started).toFixed(1)} ms`)
  const assets = { read: async (asset: string) => new Uint8Array(readFileSync(join('packages/assets', asset))) }
  const reader = await createReader({ assets })
  for (const [name, file] of Object.entries(DEV_FILES)) {
    let right = 0
    let predicted = 0
    let all = 0
    const wrong = new Map<string, number>()
    for (const document of readTreebank(data, file)) {
      const forms = document.sentences.map((sentence) => sentence.words.map((word) => word.form))
      reader.analyze(forms).forEach((words, i) => {
        words.forEach((word, k) => {
          if (word.lemma === document.sentences[i]!.words[k]!.lemma) predicted++
        })
      })
      for (const sentence of document.sentences) {
        let start = true
        for (const word of sentence.words) {
          const lemma = lemmatizer.lemma(word.form, word.upos, word.xpos, start)
          if (word.upos !== 'PUNCT') start = false
          all++
          if (lemma === word.lemma) right++
          else {
            const line = `${word.form} ${word.upos}/${word.xpos}: ${lemma}, should be ${word.lemma}`
            wrong.set(line, (wrong.get(line) ?? 0) + 1)
          }
        }
      }
    }
    console.log(
      `${name}: ${((100 * right) / all).toFixed(2)} % of ${all} lemmas right with gold tags, ${((100 * predicted) / all).toFixed(2)} % with predicted ones`,
    )
    if (process.argv.includes('--wrong')) {
      for (const [line, n] of [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 150)) console.log(n, line)
    }
  }
}

await main()
