import type { Count, Span } from '../../model/index.ts'
import { spanOfTokens, tokensOfSpan } from '../../text/index.ts'
import type { Grammar } from './grammar.ts'

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, at): [string, number] => [word, 20 + 10 * at]),
])
const FACTORS: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])
/** Words that set a lower bound only (contract: "several" is 3 and up, "dozens" 24 and up). */
const VAGUE: ReadonlyMap<string, number> = new Map([
  ['several', 3],
  ['some', 3],
  ['few', 3],
  ['various', 3],
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2000],
  ['millions', 2_000_000],
  ['many', 3],
])
const ABOUT = new Set(['about', 'around', 'some', 'roughly', 'approximately', 'nearly', 'almost', 'estimated', 'circa'])
/** Nouns that are measured, not counted as people. */
const MEASURED = new Set([
  'year',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'percent',
  '%',
  'dollar',
  'euro',
  'kilometer',
  'mile',
  'meter',
  'ton',
  'tonne',
])

/**
 * How many the words of a phrase count: "14" is 14..14, "at least 14" 14..null, "some 1,150" 1150..1150 about, "several"
 * 3..null, "dozens" 24..null. Null where they count nothing. Looks only before the head and at the head itself.
 */
export function countOf(grammar: Grammar, span: Span, head: number): Count | null {
  const { tokens } = grammar
  const range = tokensOfSpan(tokens, span)
  if (MEASURED.has(grammar.lemma(head))) return null
  // Bounds may stand just before the mention: "at least", "more than".
  const first = Math.max(range.first - 2, startOfSentence(grammar, head))
  const last = Math.min(range.last, head + 1)
  let value: number | null = null
  let wordsFrom = -1
  let wordsTo = -1
  let vague: number | null = null
  let _group = 0
  for (let i = range.first; i < last; i++) {
    const word = grammar.form(i)
    // "a 31-year-old man": an age.
    if (/^[-–‑]$/.test(grammar.form(i + 1)) && MEASURED.has(grammar.lemma(i + 2))) continue
    const digits = /^\d{1,3}(?:,\d{3})+$|^\d+$/.test(word) ? Number(word.replaceAll(',', '')) : null
    const unit = digits ?? NUMBERS.get(word) ?? hyphened(word)
    const factor = FACTORS.get(word)
    if (unit !== null && unit !== undefined) {
      // A year or a day of the month before the head is no count.
      if (
        digits !== null &&
        digits >= 1900 &&
        digits <= 2100 &&
        !/,/.test(word) &&
        i + 1 < last &&
        grammar.upos(head) !== 'NUM'
      ) {
        if (grammar.relation(i) !== 'nummod') continue
      }
      // "Thirty-one", cut at its hyphen.
      const isUnit =
        value !== null && wordsTo === i - 1 && /^[-–‑]$/.test(grammar.form(i - 1)) && value % 10 === 0 && unit < 10
      if (value !== null && !isUnit && grammar.relation(i) !== 'compound' && wordsTo !== i) continue
      _group += unit
      value = (value ?? 0) + unit
    } else if (factor !== undefined && (value !== null || i > range.first)) {
      value = (value ?? 1) * factor
    } else if (word === 'dozen') {
      value = (value ?? 1) * 12
    } else if (word === 'pair' || word === 'couple' || word === 'both') {
      value = value ?? 2
    } else if (VAGUE.has(word) && !(word === 'some' && value === null && isNumber(grammar, i + 1))) {
      vague = VAGUE.get(word)!
    } else continue
    if (wordsFrom < 0) wordsFrom = i
    wordsTo = i + 1
  }
  if (value === null && vague === null) return null
  if (value === null && grammar.form(wordsFrom) === 'some' && !isPlural(grammar, head)) return null
  const before: string[] = []
  for (let i = Math.max(first, wordsFrom - 3); i < wordsFrom; i++) before.push(grammar.form(i))
  // "handed over 17", "turned over ten": the particle of the verb is no bound.
  const lead = before.join(' ').replace(PARTICLE, '')
  const low = value ?? vague!
  const floor = /\b(?:at least|more than|over|no fewer than|no less than|not less than|upward of|upwards of)$/.test(
    lead,
  )
  const ceiling = /\b(?:up to|at most|no more than|fewer than|less than|under)$/.test(lead)
  const about = before.some((word) => ABOUT.has(word)) || (value !== null && ABOUT.has(grammar.form(wordsFrom)))
  const from = floor || ceiling ? Math.max(first, wordsFrom - 2) : wordsFrom
  const words = spanOfTokens(
    tokens,
    about && wordsFrom > first && ABOUT.has(grammar.form(wordsFrom - 1)) ? wordsFrom - 1 : from,
    wordsTo,
  )
  if (value === null) return { low, high: null, words: grammar.text.slice(words.from, words.to), about: false }
  return {
    low: ceiling ? 0 : /\bmore than$|\bover$/.test(lead) ? low : low,
    high: floor ? null : low,
    words: grammar.text.slice(words.from, words.to),
    about,
  }
}

const PARTICLE = /(?<=\b(?:hand|hands|handed|handing|turn|turned|turning|give|gave|given|take|took|taken)) over$/

function hyphened(word: string): number | null {
  const parts = word.split('-')
  if (parts.length !== 2) return null
  const tens = NUMBERS.get(parts[0]!)
  const units = NUMBERS.get(parts[1]!)
  return tens !== undefined && units !== undefined && tens >= 20 && units < 10 ? tens + units : null
}

function isNumber(grammar: Grammar, index: number): boolean {
  const word = index < grammar.tokens.length ? grammar.form(index) : ''
  return /^\d/.test(word) || NUMBERS.has(word) || FACTORS.has(word)
}

function isPlural(grammar: Grammar, index: number): boolean {
  const tag = grammar.tokens.xpos[index] ?? ''
  return tag === 'NNS' || tag === 'NNPS' || tag === 'CD' || tag === 'JJ'
}

function startOfSentence(grammar: Grammar, index: number): number {
  const sentence = grammar.tokens.sentence[index] ?? 0
  let first = index
  while (first > 0 && grammar.tokens.sentence[first - 1] === sentence) first--
  return first
}
