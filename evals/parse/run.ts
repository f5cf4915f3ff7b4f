import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reader } from '@backchannel/core'
import { toConllu } from '@backchannel/wire'
import { rawDocuments, readConllu, withPredictions } from '../conllu.ts'
import { type EvalData, readText, runTool } from '../data.ts'
import type { Figures } from '../figures.ts'

const TREEBANKS = [
  { name: 'EWT dev', file: 'treebank/ewt/en_ewt-ud-dev.conllu.gz' },
  { name: 'GUM dev', file: 'treebank/gum/en_gum-dev.conllu.gz' },
]

/** Tags, trees and lemmas on gold tokens, and tokens, sentences and all of it from raw text. */
export function evalParse(reader: Reader, at: EvalData): Figures {
  const figures: Figures = {}
  for (const { name, file } of TREEBANKS) {
    const gold = join(at.data, file)
    const sentences = readConllu(readText(gold))
    const analyzed = reader.analyze(sentences.map((sentence) => sentence.rows.map((row) => row[1] ?? '')))
    const onGold = score(
      at,
      gold,
      sentences.map((sentence, i) => withPredictions(sentence, analyzed[i] ?? [])).join(''),
    )
    for (const key of ['upos', 'xpos', 'lemma', 'uas', 'las']) figures[`${name} gold tokens ${key}`] = onGold[key] ?? 0
    const raw = rawDocuments(sentences).map((text) => [...toConllu(text, reader.parse(text))].join(''))
    const onRaw = score(at, gold, raw.join(''))
    for (const key of ['tokens', 'sentences', 'upos', 'lemma', 'las']) figures[`${name} raw ${key}`] = onRaw[key] ?? 0
  }
  return figures
}

function score(at: EvalData, gold: string, predicted: string): Record<string, number> {
  const file = join(at.scratch, 'predicted.conllu')
  writeFileSync(file, predicted)
  // The scorer's --json prints one flat object of numbers.
  return JSON.parse(runTool(at, 'score-conllu.mjs', ['--gold', gold, '--pred', file, '--json'])) as Record<
    string,
    number
  >
}
