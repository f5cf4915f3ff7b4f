import type { Lemmatizer } from './lemmatize.ts'
import { readModelFile } from './model-file.ts'

/** What is done to the end of a form: so many code units are taken off and `add` is put on. */
interface Ending {
  readonly strip: number
  readonly add: string
}

/** How the lemma is written: small, as in the form, with a capital first, all capitals. */
export type LemmaCase = 'small' | 'same' | 'title' | 'capitals'

/** Rules of one group, by the end of the form; a key that starts with `^` is a whole form. The longest end wins. */
type Rules<Value> = ReadonlyMap<string, ReadonlyMap<string, Value>>

/** Longest end of a form that rules look at, in code units. */
export const LONGEST_ENDING = 8
/** Longer forms (addresses, mostly) are their own lemma. */
const LONGEST_FORM = 64
/** Forms remembered at most, so that common words are worked out once; the memory starts anew when full. */
const MOST_REMEMBERED = 20_000

/** The form as rules see it: small letters, straight apostrophes, no commas in numbers. */
export function normalizeForm(form: string, upos: string): string {
  let text = form
  if (text.includes('’')) text = text.replaceAll('’', "'")
  if (upos === 'NUM' && text.includes(',')) text = text.replace(/(?<=\d),(?=\d)/g, '')
  return text.toLowerCase()
}

/** How a form is written, as a letter: s small, t title, T title at the start of a sentence, c few capitals, C many, m mixed. */
export function writingOf(form: string, sentenceStart: boolean): string {
  const lower = form.toLowerCase()
  if (form === lower) return 's'
  const first = form[0] ?? ''
  const rest = form.slice(1)
  const startsHigh = first !== first.toLowerCase()
  if (startsHigh && rest === rest.toLowerCase()) {
    if (rest === rest.toUpperCase()) return sentenceStart ? 'I' : 'i'
    return sentenceStart ? 'T' : 't'
  }
  if (form === form.toUpperCase()) return form.length <= 4 ? 'c' : 'C'
  return 'm'
}

/** The group of body rules that a word belongs to. */
export function bodyGroup(upos: string, xpos: string): string {
  return `${upos}/${xpos}`
}

/** The group of case rules that a word belongs to. */
export function caseGroup(upos: string, xpos: string, writing: string): string {
  return `${upos}/${xpos}/${writing}`
}

/** Looks a normalized form up: whole, then by ever shorter ends, down to the group's own rule "". */
export function findRule<Value>(rules: ReadonlyMap<string, Value> | undefined, form: string): Value | undefined {
  if (!rules) return undefined
  const whole = rules.get(`^${form}`)
  if (whole !== undefined) return whole
  for (let k = Math.min(LONGEST_ENDING, form.length); k > 0; k--) {
    const found = rules.get(form.slice(form.length - k))
    if (found !== undefined) return found
  }
  return rules.get('')
}

/** Puts a lemma together from a form, what happens to its end, and how it is to be written. */
export function composeLemma(form: string, normalized: string, strip: number, add: string, writing: LemmaCase): string {
  const kept = strip > normalized.length ? 0 : normalized.length - strip
  const body = normalized.slice(0, kept) + add
  switch (writing) {
    case 'small':
      return body
    case 'title':
      return body.slice(0, 1).toUpperCase() + body.slice(1)
    case 'capitals':
      return body.toUpperCase()
    case 'same': {
      // Case folding that changes lengths has lost the places of the letters.
      if (form.length !== normalized.length) return body
      let out = ''
      for (let i = 0; i < kept; i++) out += form[i]!.toLowerCase() === normalized[i] ? form[i]! : normalized[i]!
      return out + add
    }
  }
}

/**
 * Reads the lemmatizer of a model file (`config.kind` "lemma"): a dictionary and rules for the ends of forms, by part
 * of speech, and rules for how lemmas are written. Throws `assets/bad-model` naming what is wrong.
 */
export function readLemmatizer(name: string, bytes: Uint8Array): Lemmatizer {
  const file = readModelFile(name, bytes)
  if (file.config['kind'] !== 'lemma') file.fail(`config.kind is ${String(file.config['kind'])}, not "lemma"`)
  const endings = parseRules<Ending>(file.text('body').split('\n'), (value) => {
    const strip = value.charCodeAt(0) - 48
    if (!(strip >= 0 && strip <= LONGEST_FORM)) return file.fail(`"${value}" is no rule for an ending`)
    return { strip, add: value.slice(1) }
  })
  const cases = parseRules<LemmaCase>(file.text('case').split('\n'), (value) => {
    const known: Readonly<Record<string, LemmaCase>> = { l: 'small', s: 'same', t: 'title', c: 'capitals' }
    return known[value] ?? file.fail(`"${value}" is no rule for letters`)
  })
  const remembered = new Map<string, string>()

  function lemma(form: string, upos: string, xpos: string, sentenceStart: boolean): string {
    if (form.length > LONGEST_FORM || form === '') return form
    const key = `${sentenceStart ? '1' : '0'}${upos}/${xpos}/${form}`
    const known = remembered.get(key)
    if (known !== undefined) return known
    const made = work(form, upos, xpos, sentenceStart)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(key, made)
    return made
  }

  function work(form: string, upos: string, xpos: string, sentenceStart: boolean): string {
    const normalized = normalizeForm(form, upos)
    const body = bodyGroup(upos, xpos)
    const rules = endings.get(body) ?? endings.get(`${upos}/`)
    const ending = findRule(rules, normalized) ?? { strip: 0, add: '' }
    const group = caseGroup(upos, xpos, writingOf(form, sentenceStart))
    const other = caseGroup(upos, '', writingOf(form, sentenceStart))
    const writing = findRule(cases.get(group) ?? cases.get(other), normalized) ?? (upos === 'PROPN' ? 'same' : 'small')
    return composeLemma(form, normalized, ending.strip, ending.add, writing) || form
  }

  return { lemma }
}

/** Rules from lines: `#group`, then `end value` parted by a tab. */
function parseRules<Value>(lines: readonly string[], parse: (value: string) => Value): Rules<Value> {
  const groups = new Map<string, Map<string, Value>>()
  const shared = new Map<string, Value>()
  let group = new Map<string, Value>()
  for (const line of lines) {
    if (line.startsWith('#') && !line.includes('\t')) {
      group = new Map()
      groups.set(line.slice(1), group)
      continue
    }
    const tab = line.indexOf('\t')
    if (tab < 0) continue
    const text = line.slice(tab + 1)
    let value = shared.get(text)
    if (value === undefined) {
      value = parse(text)
      shared.set(text, value)
    }
    group.set(line.slice(0, tab), value)
  }
  return groups
}
