import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  bodyGroup,
  caseGroup,
  composeLemma,
  type LemmaCase,
  LONGEST_ENDING,
  normalizeForm,
  writingOf,
} from '../../packages/core/src/learn/lemmatizer.ts'
import { option, readTreebank, TRAIN_FILES } from '../segment/treebank.ts'
import { modelFile } from '../segment/write-model.ts'
import { IRREGULAR_NOUNS, IRREGULAR_VERBS } from './irregular.ts'
import { readWordRanks, regularLemma } from './word-list.ts'

interface Config {
  readonly name: string
  readonly version: string
  /** A whole form becomes an entry of the dictionary if it was seen so often. */
  readonly fewestWhole: number
  /** An ending becomes a rule if so many words with it were seen. */
  readonly fewestEnding: number
  /** So many of the most frequent words of the word list are looked at. */
  readonly words: number
}

type Counts = Map<string, number>
/** What was seen in one group: value by normalized form. */
type Group = Map<string, Counts>

const REGULAR = [
  ['VERB', 'VBD'],
  ['VERB', 'VBN'],
  ['VERB', 'VBG'],
  ['VERB', 'VBZ'],
  ['NOUN', 'NNS'],
] as const

const CASES: readonly (readonly [string, LemmaCase])[] = [
  ['l', 'small'],
  ['s', 'same'],
  ['t', 'title'],
  ['c', 'capitals'],
]

function main(): void {
  const data = option('data', '../shared/data')
  const out = option('out', 'packages/assets/models/lemma')
  // The file is ours and lies beside this one.
  const config = JSON.parse(readFileSync(new URL('config.json', import.meta.url), 'utf8')) as Config
  const bodies = new Map<string, Group>()
  const cases = new Map<string, Group>()
  for (const file of TRAIN_FILES) {
    for (const document of readTreebank(data, file)) {
      for (const sentence of document.sentences) {
        let start = true
        for (const word of sentence.words) {
          learn(word, start, bodies, cases)
          if (word.upos !== 'PUNCT') start = false
        }
      }
    }
  }
  const seen = new Map([...bodies].map(([name, group]) => [name, new Map(group)] as const))
  addIrregularForms(bodies)
  addWordList(bodies, readWordRanks(data, config.words))
  const body = writeRules(bodies, config, findLikelyMistakes(seen))
  const letters = writeRules(cases, config)
  const encode = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'))
  const bytes = modelFile({
    name: config.name,
    version: config.version,
    config: { kind: 'lemma' },
    tensors: [
      { name: 'body', rows: body.length, columns: 0, type: 'text', bytes: encode(body) },
      { name: 'case', rows: letters.length, columns: 0, type: 'text', bytes: encode(letters) },
    ],
  })
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'lemma.bcm'), bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(
    join(out, 'model.json'),
    `${JSON.stringify({ name: config.name, version: config.version, file: 'lemma.bcm', bytes: bytes.length, sha256 }, null, 2)}\n`,
  )
  console.log(`${body.length} rules for forms, ${letters.length} for letters, ${bytes.length} bytes, sha256 ${sha256}`)
}

interface Word {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
}

function learn(word: Word, start: boolean, bodies: Map<string, Group>, cases: Map<string, Group>): void {
  const { form, lemma, upos, xpos } = word
  // "_" as the lemma of another form means that the treebank gives none.
  if (form.length > 40 || (lemma === '_' && form !== '_')) return
  const normalized = normalizeForm(form, upos)
  const target = lemma.toLowerCase()
  let shared = 0
  while (shared < normalized.length && shared < target.length && normalized[shared] === target[shared]) shared++
  const strip = normalized.length - shared
  const add = target.slice(shared)
  for (const group of [bodyGroup(upos, xpos), bodyGroup(upos, '')]) {
    count(bodies, group, normalized, String.fromCharCode(48 + strip) + add)
  }
  const writing = writingOf(form, start)
  // Small and unchanged come first: where several ways give the same lemma, the plain one is learned.
  const preferred = writing === 's' ? CASES : [...CASES.slice(0, 2), ...CASES.slice(2)]
  const found = preferred.find(([, way]) => composeLemma(form, normalized, strip, add, way) === lemma)
  if (!found) return
  for (const group of [caseGroup(upos, xpos, writing), caseGroup(upos, '', writing)]) {
    count(cases, group, normalized, found[0])
  }
}

function count(groups: Map<string, Group>, name: string, form: string, value: string): void {
  const counts = entry(
    entry(groups, name, () => new Map()),
    form,
    () => new Map<string, number>(),
  )
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

/** The value of a key, made on first use. */
function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}

/** Irregular forms that the treebanks may not hold. What was seen there counts more. */
function addIrregularForms(bodies: Map<string, Group>): void {
  for (const line of IRREGULAR_VERBS.trim().split('\n')) {
    const [base = '', past = '', participle = ''] = line.split(' ')
    for (const [forms, xpos] of [
      [past, 'VBD'],
      [participle, 'VBN'],
    ] as const) {
      for (const form of forms.split('/')) {
        addForm(bodies, 'VERB', xpos, form, base)
        if (['be', 'do', 'get', 'have'].includes(base)) addForm(bodies, 'AUX', xpos, form, base)
      }
    }
  }
  for (const line of IRREGULAR_NOUNS.trim().split('\n')) {
    const [plural = '', singular = ''] = line.split(' ')
    addForm(bodies, 'NOUN', 'NNS', plural, singular)
  }
}

/** Regular forms of words of the list: they make good endings, and entries where no ending tells ("provoked"). */
function addWordList(bodies: Map<string, Group>, ranks: ReadonlyMap<string, number>): void {
  for (const word of ranks.keys()) {
    for (const [upos, xpos] of REGULAR) {
      const lemma = regularLemma(word, xpos, ranks)
      if (lemma !== undefined) addForm(bodies, upos, xpos, word, lemma)
    }
  }
}

/** Tags that taggers take for one another: what is right, and what may be predicted instead. */
const LIKELY_MISTAKES = [
  ['ADJ/JJR', 'ADJ/JJ'],
  ['ADJ/JJS', 'ADJ/JJ'],
  ['ADV/RBR', 'ADV/RB'],
  ['ADV/RBS', 'ADV/RB'],
  ['ADJ/JJR', 'ADV/RB'],
  ['NOUN/NNS', 'NOUN/NN'],
  ['PROPN/NNPS', 'PROPN/NNP'],
  ['VERB/VBD', 'VERB/VBP'],
  ['VERB/VBD', 'VERB/VB'],
  ['VERB/VBD', 'VERB/VBN'],
  ['VERB/VBN', 'VERB/VBD'],
  ['VERB/VBN', 'ADJ/VBN'],
  ['VERB/VBG', 'NOUN/VBG'],
] as const

/** A form never seen with the mistaken tag gets the lemma it has with the right one: "higher" as JJ is "high" too. */
function findLikelyMistakes(seen: ReadonlyMap<string, Group>): Map<string, Group> {
  const found = new Map<string, Group>()
  for (const [right, mistaken] of LIKELY_MISTAKES) {
    const known = seen.get(mistaken)
    for (const [form, counts] of seen.get(right) ?? []) {
      if (!known?.has(form)) count(found, mistaken, form, best(counts))
    }
  }
  return found
}

function addForm(bodies: Map<string, Group>, upos: string, xpos: string, form: string, lemma: string): void {
  const name = bodyGroup(upos, xpos)
  if (bodies.get(name)?.has(form)) return
  let shared = 0
  while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared++
  count(bodies, name, form, String.fromCharCode(48 + form.length - shared) + lemma.slice(shared))
}

/**
 * Rules of all groups: for every end of a form, the shortest first, the value most words with that end have, where it
 * is another than the next shorter end already gives; last the whole forms that the ends get wrong. The forms of
 * `wholeOnly` say nothing about ends.
 */
function writeRules(
  groups: ReadonlyMap<string, Group>,
  config: Config,
  wholeOnly: ReadonlyMap<string, Group> = new Map(),
): string[] {
  const lines: string[] = []
  for (const [name, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`#${name}`)
    const byEnd = new Map<string, Counts>()
    for (const [form, counts] of group) {
      for (let k = 0; k <= Math.min(LONGEST_ENDING, form.length); k++) {
        const end = form.slice(form.length - k)
        const sums = entry(byEnd, end, () => new Map<string, number>())
        // Each form counts once: rules are for new words, and a frequent word says no more about these than a rare one.
        const value = best(counts)
        sums.set(value, (sums.get(value) ?? 0) + 1)
      }
    }
    const rules = new Map<string, string>()
    const given = (form: string): string | undefined => {
      for (let k = Math.min(LONGEST_ENDING, form.length); k >= 0; k--) {
        const found = rules.get(form.slice(form.length - k))
        if (found !== undefined) return found
      }
      return undefined
    }
    const ends = [...byEnd.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    for (const end of ends) {
      const sums = byEnd.get(end)!
      const total = [...sums.values()].reduce((sum, n) => sum + n, 0)
      if (end !== '' && total < config.fewestEnding) continue
      const value = best(sums)
      if (end !== '' && (sums.get(value) ?? 0) * 3 < total * 2) continue
      if (given(end) !== value) rules.set(end, value)
    }
    for (const end of [...rules.keys()].sort()) lines.push(`${end}\t${rules.get(end)}`)
    const wholes = new Map([...(wholeOnly.get(name) ?? []), ...group])
    for (const [form, counts] of [...wholes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const value = best(counts)
      if ((counts.get(value) ?? 0) >= config.fewestWhole && given(form) !== value) lines.push(`^${form}\t${value}`)
    }
  }
  return lines
}

function best(counts: Counts): string {
  let found = ''
  let most = 0
  for (const [value, n] of counts) {
    if (n > most || (n === most && value < found)) {
      found = value
      most = n
    }
  }
  return found
}

main()
