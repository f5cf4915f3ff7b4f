import { join } from 'node:path'
import type { Reader } from '@backchannel/core'
import { type EvalData, readText } from '../data.ts'
import type { Figures } from '../figures.ts'

const KINDS = ['PER', 'ORG', 'LOC']

/** Names on UNER EWT dev, gold tokens: a name is right where span and kind are. */
export function evalNames(reader: Reader, at: EvalData): Figures {
  const figures: Figures = {}
  const counts = { hit: {}, gold: {}, found: {} }
  for (const document of readText(join(at.data, 'ner/uner_en_ewt-dev.iob2.gz')).split(/^(?=# newdoc)/m))
    count(reader, document, counts)
  for (const kind of ['all', ...KINDS]) {
    const sum = amount(counts.gold, kind) + amount(counts.found, kind)
    figures[`UNER EWT dev ${kind} F1`] = sum === 0 ? 0 : (200 * amount(counts.hit, kind)) / sum
  }
  return figures
}

type Counts = Record<string, number>

function amount(counts: Counts, kind: string): number {
  return counts[kind] ?? 0
}

/** Adds the names of one document. */
function count(
  reader: Reader,
  document: string,
  counts: { readonly hit: Counts; readonly gold: Counts; readonly found: Counts },
): void {
  const sentences = document
    .split(/\r?\n\r?\n/)
    .map((block) =>
      block
        .split(/\r?\n/)
        .filter((line) => /^\d+\t/.test(line))
        .map((line) => line.split('\t')),
    )
    .filter((rows) => rows.length > 0)
  const analyzed = reader.analyze(sentences.map((rows) => rows.map((row) => row[1] ?? '')))
  sentences.forEach((rows, i) => {
    const right = new Set(namesOf(rows.map((row) => row[2] ?? 'O')))
    const ours = namesOf((analyzed[i] ?? []).map((word) => word.name))
    for (const name of right) add(counts.gold, name)
    for (const name of ours) {
      add(counts.found, name)
      if (right.has(name)) add(counts.hit, name)
    }
  })
}

function add(counts: Record<string, number>, name: string): void {
  const kind = name.slice(0, 3)
  counts[kind] = (counts[kind] ?? 0) + 1
  counts['all'] = (counts['all'] ?? 0) + 1
}

/** Names of a row of BIO tags as "KIND first last". Tags of other kinds are no names here. */
function namesOf(tags: readonly string[]): string[] {
  const names: string[] = []
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] ?? 'O'
    const kind = tag.slice(2)
    const begins = tag.startsWith('B-') || (tag.startsWith('I-') && (tags[i - 1] ?? 'O').slice(2) !== kind)
    if (!begins || !KINDS.includes(kind)) continue
    let last = i
    while (tags[last + 1] === `I-${kind}`) last++
    names.push(`${kind} ${i} ${last}`)
  }
  return names
}
