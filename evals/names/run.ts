import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Reader } from '@backchannel/core'
import { type EvalData, readText } from '../data.ts'
import type { Figures } from '../figures.ts'
import { readMarked } from './marked.ts'

export const KINDS = ['PER', 'ORG', 'LOC']

/**
 * Names on UNER EWT dev (gold tokens) and on invented news of our own (raw text, SOURCE.md): a name is right where span and kind
 * are.
 */
export function evalNames(reader: Reader, at: EvalData): Figures {
  const web: Tally = { hit: {}, gold: {}, found: {} }
  for (const document of readText(join(at.data, 'ner/uner_en_ewt-dev.iob2.gz')).split(/^(?=# newdoc)/m))
    countWords(reader, document, web)
  const news: Tally = { hit: {}, gold: {}, found: {} }
  const file = fileURLToPath(new URL('news.txt', import.meta.url))
  for (const { text, names } of readMarked(readFileSync(file, 'utf8'), file)) {
    const { syntax } = reader.parse(text)
    const ours = namesOf(syntax.name).map((name) => {
      const [kind, first, last] = name.split(' ')
      return `${kind} ${syntax.from[Number(first)]} ${syntax.to[Number(last)]}`
    })
    const right = names.map(({ kind, from, to }) => `${kind} ${from} ${to}`)
    compare(right, ours, news)
  }
  return { ...figuresOf('UNER EWT dev', web), ...figuresOf('news', news) }
}

function figuresOf(title: string, { hit, gold, found }: Tally): Figures {
  const figures: Figures = {}
  for (const kind of ['all', ...KINDS]) {
    const sum = amount(gold, kind) + amount(found, kind)
    figures[`${title} ${kind} F1`] = sum === 0 ? 0 : (200 * amount(hit, kind)) / sum
  }
  return figures
}

/** Names by kind. */
type Counts = Record<string, number>

interface Tally {
  readonly hit: Counts
  readonly gold: Counts
  readonly found: Counts
}

function amount(counts: Counts, kind: string): number {
  return counts[kind] ?? 0
}

/** The sentences of a text in columns: number, form, BIO tag; other lines are passed over. */
export function readIob(text: string): { readonly forms: readonly string[]; readonly names: readonly string[] }[] {
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

/** Adds the names of one document whose words are given. */
function countWords(reader: Reader, document: string, tally: Tally): void {
  const sentences = readIob(document)
  const analyzed = reader.analyze(sentences.map(({ forms }) => forms))
  sentences.forEach(({ names }, i) => {
    compare(namesOf(names), namesOf((analyzed[i] ?? []).map((word) => word.name)), tally)
  })
}

/** Adds names written as "KIND first last". */
function compare(right: readonly string[], ours: readonly string[], { hit, gold, found }: Tally): void {
  const known = new Set(right)
  for (const name of right) add(gold, name)
  for (const name of ours) {
    add(found, name)
    if (known.has(name)) add(hit, name)
  }
}

function add(counts: Record<string, number>, name: string): void {
  const kind = name.slice(0, 3)
  counts[kind] = (counts[kind] ?? 0) + 1
  counts['all'] = (counts['all'] ?? 0) + 1
}

/** Names of a row of BIO tags as "KIND first last". Tags of other kinds are no names here. */
export function namesOf(tags: readonly string[]): string[] {
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
