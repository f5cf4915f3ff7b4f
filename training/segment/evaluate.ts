import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sentence, TokenTable } from '@backchannel/core'
import { readSplitter, splitSentences } from '../../packages/core/src/stages/segment/index.ts'
import { tokenizeText } from '../../packages/core/src/stages/tokenize/index.ts'
import { DEV_FILES, type GoldDocument, option, readTreebank } from './treebank.ts'

/** CoNLL-U of a predicted document: forms and sentences only. */
export function toConllu(text: string, tokens: TokenTable, sentences: readonly Sentence[]): string {
  const lines: string[] = []
  for (const sentence of sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      let last = i
      while (last + 1 < sentence.last && tokens.glued[last + 1]) last++
      const id = i - sentence.first + 1
      const from = tokens.from[i]!
      const to = tokens.to[last]!
      if (last > i && !tokens.glued[i])
        lines.push(`${id}-${last - sentence.first + 1}\t${text.slice(from, to)}${'\t_'.repeat(8)}`)
      lines.push(`${id}\t${text.slice(from, tokens.to[i]!)}\t_\t_\t_\t_\t${id - 1}\tdep\t_\t_`)
    }
    lines.push('')
  }
  return `${lines.join('\n')}\n`
}

/** The gold sentences' boundaries, as sentences over predicted words: for measuring words alone. */
function goldSentences(gold: GoldDocument, tokens: TokenTable): Sentence[] {
  const sentences: Sentence[] = []
  let first = 0
  for (const sentence of gold.sentences) {
    const end = sentence.words[sentence.words.length - 1]?.to ?? 0
    let last = first
    while (last < tokens.length && tokens.from[last]! < end) last++
    sentences.push({ from: 0, to: end, first, last, paragraph: sentence.paragraph })
    first = last
  }
  return sentences
}

async function main(): Promise<void> {
  const data = option('data', '../shared/data')
  const scorer = option('scorer', '../shared/tools/score-conllu.mjs')
  const out = option('out', join(tmpdir(), 'backchannel-segment'))
  mkdirSync(out, { recursive: true })
  const model = option('model', 'packages/assets/models/segment/segment.bcm')
  // Without a model the gold sentences are taken, so that words can be measured alone.
  const splitter = existsSync(model) ? readSplitter(model, readFileSync(model)) : null
  for (const [name, file] of Object.entries(DEV_FILES)) {
    const documents = readTreebank(data, option('file', file))
    const started = process.hrtime.bigint()
    const made = documents.map((document) => {
      const tokens = tokenizeText(document.text)
      return {
        document,
        tokens,
        sentences: splitter ? splitSentences(document.text, tokens, splitter) : goldSentences(document, tokens),
      }
    })
    const seconds = Number(process.hrtime.bigint() - started) / 1e9
    const words = made.reduce((sum, one) => sum + one.tokens.length, 0)
    const pred = join(out, `${name}.conllu`)
    writeFileSync(pred, made.map((one) => toConllu(one.document.text, one.tokens, one.sentences)).join(''))
    console.log(`${name}: ${words} words, ${((seconds * 1e6) / words).toFixed(2)} microseconds a word (cold)`)
    if (existsSync(scorer)) {
      console.log(
        execFileSync('node', [scorer, '--gold', join(data, option('file', file)), '--pred', pred])
          .toString()
          .trim(),
      )
    }
  }
}

await main()
