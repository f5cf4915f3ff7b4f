import { plainParagraphs } from './boilerplate.ts'
import { FUNCTION_WORDS, NEWS_WORDS, NUMBER_WORDS } from './common-words.ts'
import { stemName, stemWord } from './stem.ts'

/** One word of a text as copies are found by it. */
export interface ReadWord {
  /** Lower case, Latin letters without marks where there are such. */
  readonly form: string
  /** What is compared: a stem, the letters of a name, the digits of a number. */
  readonly stem: string
  readonly kind: 'name' | 'number' | 'function' | 'news' | 'word'
  /** Which quotation it stands in, counted from 0; -1 outside. */
  readonly quotation: number
  /** Which sentence, counted from 0. */
  readonly sentence: number
}

// A number with its groups and decimals, a word with inner apostrophes, a mark of quotation, the end of a sentence.
const PIECE =
  /(\d+(?:[.,]\d+)*)|([\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*)|([“”„«»"]|(?<![\p{L}\p{N}])[‘']|['’](?![\p{L}\p{N}]))|([.!?…]+(?=["”’')»]*(?:\s|$)))/gu
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof gen col capt lt sgt sen rep gov st jr sr inc co ltd no vs etc jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)
const POSSESSIVE = /['’]s$/

interface Draft {
  readonly raw: string
  readonly form: string
  readonly isFirst: boolean
  readonly isCapital: boolean
  readonly quotation: number
  readonly sentence: number
}

/** Words of a text in order, boilerplate left out, with their sentences and quotations. */
export function readWords(text: string): ReadWord[] {
  const drafts = findDrafts(text)
  const midCapitals = new Set<string>()
  for (const draft of drafts) if (draft.isCapital && !draft.isFirst) midCapitals.add(draft.form)
  const words: ReadWord[] = []
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i]!
    const { form, quotation, sentence } = draft
    const number = /^\d/.test(form) ? form.replace(/,/g, '') : null
    if (number !== null) {
      words.push({ form, stem: number, kind: 'number', quotation, sentence })
      continue
    }
    const value = NUMBER_WORDS.get(form)
    if (value !== undefined) {
      const [total, used] = sumNumber(drafts, i, value)
      words.push({ form, stem: String(total), kind: 'number', quotation, sentence })
      i += used
      continue
    }
    const kind = kindOf(draft, drafts[i + 1], midCapitals)
    words.push({ form, stem: kind === 'name' ? stemName(form) : stemWord(form), kind, quotation, sentence })
  }
  return words
}

function kindOf(draft: Draft, next: Draft | undefined, midCapitals: ReadonlySet<string>): ReadWord['kind'] {
  const { form } = draft
  if (FUNCTION_WORDS.has(form)) return 'function'
  if (NEWS_WORDS.has(form)) return 'news'
  if (!draft.isCapital) return 'word'
  if (!draft.isFirst || midCapitals.has(form)) return 'name'
  // At the start of a sentence everything is capital: a name is what goes on capital.
  return next?.sentence === draft.sentence && next.isCapital && !FUNCTION_WORDS.has(next.form) ? 'name' : 'word'
}

/** "Two hundred and forty", "twenty-two": the value, and how many words after the first belong to it. */
function sumNumber(drafts: readonly Draft[], at: number, first: number): readonly [number, number] {
  let total = 0
  let current = first
  let used = 0
  for (let i = at + 1; i < drafts.length; i++) {
    const form = drafts[i]!.form
    const value = NUMBER_WORDS.get(form) ?? (form === 'one' && current >= 20 && current % 10 === 0 ? 1 : undefined)
    const isAnd = form === 'and' && current >= 100 && NUMBER_WORDS.has(drafts[i + 1]?.form ?? '')
    if (isAnd) continue
    if (value === undefined) break
    if (value >= 1000) {
      total += current * value
      current = 0
    } else if (value === 100) current *= 100
    else if (current >= 20 && current % 10 === 0 && value < 10) current += value
    else if (current >= 100 && current % 100 === 0 && value < 100) current += value
    else if (current === 0) current = value
    else break
    used = i - at
  }
  return [total + current, used]
}

function findDrafts(text: string): Draft[] {
  const drafts: Draft[] = []
  let sentence = -1
  let quotation = -1
  for (const paragraph of plainParagraphs(text)) {
    sentence++
    let isFirst = true
    let closer: string | null = null
    for (const match of paragraph.matchAll(PIECE)) {
      const [raw, digits, letters, mark] = match
      if (mark !== undefined) {
        if (closer === null) {
          closer = closerOf(mark, paragraph, match.index)
          if (closer !== null) quotation++
        } else if (closer.includes(mark)) closer = null
        continue
      }
      if (digits === undefined && letters === undefined) {
        const last = drafts.at(-1)
        if (raw === '.' && last && (ABBREVIATIONS.has(last.form) || last.form.length === 1)) continue
        if (!isFirst) sentence++
        isFirst = true
        continue
      }
      const bare = raw.replace(POSSESSIVE, '')
      drafts.push({
        raw: bare,
        form: bare.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
        isFirst,
        isCapital: /^\p{Lu}/u.test(bare),
        quotation: closer === null ? -1 : quotation,
        sentence,
      })
      isFirst = false
    }
  }
  return drafts
}

/** Marks that end the quotation that this mark begins; null where it begins none. An open quotation ends with its paragraph. */
function closerOf(mark: string, paragraph: string, index: number): string | null {
  if (mark === '“' || mark === '„') return '”“'
  if (mark === '«') return '»'
  if (mark === '"') return '"'
  if (mark === '‘') return '’'
  // A straight single mark opens only where its like closes later: "the miners' strike" has none.
  if (mark === "'")
    return /'(?![\p{L}\p{N}])/u.test(paragraph.slice(index + 1)) && /^'[\p{L}\p{N}]/u.test(paragraph.slice(index))
      ? "'"
      : null
  return null
}
