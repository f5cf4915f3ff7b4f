const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const TENS = 'thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** A number in figures or words: "14", "1,150", "fourteen", "twenty-one", "a dozen". Null where the words are none. */
export function numberOf(words: string): number | null {
  const text = words.toLowerCase().trim()
  if (/^\d{1,3}(,\d{3})*$|^\d+$/.test(text)) return Number(text.replaceAll(',', ''))
  if (text === 'a' || text === 'an') return 1
  if (/^(a )?dozen$/.test(text)) return 12
  const [first = '', second] = text.split('-')
  const unit = UNITS.indexOf(first)
  if (unit >= 0 && second === undefined) return unit + 1
  const ten = first === 'twenty' ? 20 : TENS.includes(first) ? 30 + 10 * TENS.indexOf(first) : 0
  if (ten === 0) return null
  if (second === undefined) return ten
  const rest = UNITS.indexOf(second)
  return rest >= 0 && rest < 9 ? ten + rest + 1 : null
}

const COMPOUND = `(?:twenty|${TENS.join('|')})-(?:${UNITS.slice(0, 9).join('|')})`
const WORDS = [COMPOUND, ...TENS, ...[...UNITS].reverse(), 'a dozen', 'several', 'a few', 'half an?', 'an?'].join('|')
const NUMBER = `(?:\\d[\\d,]*(?:\\.\\d+)?|(?:${WORDS})\\b)`
const HALF = '(?:[- ]and[- ]a[- ](?:half|quarter))?'

/** A length of time as it stands, with where it stands. */
export interface Lasting {
  readonly words: string
  readonly at: number
}

const TERM = new RegExp(
  // "in May 2025 to seven years": a year is no length.
  `\\b(?:(?!(?:19|20)\\d\\d\\b)(?:${NUMBER})${HALF}(?:[- ]to[- ]${NUMBER})?[- ](?:years?|months?|weeks?|days?)\\b(?:,? and (?:a|${NUMBER}) (?:months?|half))?(?![- ]old|[’']| ago| later| after| before| earlier))`,
  'i',
)
const LIFE =
  /\b(?:life (?:in (?:prison|jail)|imprisonment|behind bars|sentence|term)|(?:to|for) life\b|the death penalty|to death\b)/i

/**
 * How long a punishment is, in the words of the text: "14 years", "life in prison", "three years, suspended". Null where
 * they set none.
 */
export function termOf(words: string): string | null {
  const life = LIFE.exec(words)?.[0]
  if (life !== undefined) return life.replace(/^(to|for) /i, '')
  const term = TERM.exec(words)?.[0]
  if (term === undefined) return null
  return /\bsuspended\b/i.test(words) ? `${term}, suspended` : term
}

const LENGTHS = [
  // "lasted six and a half hours", "for 90 minutes", "spent three hours", "after five hours of talks"
  new RegExp(
    `\\b(?:lasted|lasting|for|spent|spend|after|over|in|during|took)\\s+((?:(?:about|some|around|nearly|almost|more than|over|less than|at least)\\s+)?${NUMBER}${HALF}\\s+(?:hours?|minutes?|days?|weeks?))\\b(?!\\s+(?:ago|later|earlier|before|after|from now|old))`,
    'gi',
  ),
  // "a three-hour meeting", "90-minute talks", "four days of talks"
  new RegExp(`\\b(${NUMBER}${HALF}-(?:hour|minute|day|week)s?(?:-long)?)\\b`, 'gi'),
  new RegExp(`\\b(${NUMBER}${HALF}\\s+(?:hours?|minutes?|days?|weeks?))\\s+of\\s+`, 'gi'),
]

/** Lengths of meetings in a sentence, in its order, each once. "Three hours later" and "for years" are none. */
export function lengthsIn(sentence: string): Lasting[] {
  const found: Lasting[] = []
  for (const pattern of LENGTHS)
    for (const match of sentence.matchAll(pattern)) {
      const words = match[1] ?? ''
      const at = match.index + match[0].indexOf(words)
      // "in two days" may be a date to come; only "of" after it makes it a length.
      if (/^(in|during|after|over)\b/i.test(match[0]) && !/^\s+of\b/i.test(sentence.slice(at + words.length))) continue
      if (!found.some((other) => other.at === at)) found.push({ words, at })
    }
  return found.sort((a, b) => a.at - b.at)
}

/** Parts of a count as the text lists them. */
export interface Composition {
  readonly words: string
  readonly sum: number
}

const PART = `(${NUMBER})\\s+((?:(?!and\\b)[\\p{L}’'-]+\\s+){0,2}(?!and\\b)[\\p{L}’'-]+)`
const PARTS = new RegExp(`${PART}((?:,\\s+(?:and\\s+)?|\\s+and\\s+)${PART})+`, 'giu')

/**
 * A list of counted groups that follows a counted whole in its sentence: "five Belarusians, three Poles and two
 * Latvians". `whole` is where the whole's words end. Null where there is none, or where a part is not exact.
 */
export function compositionAfter(sentence: string, whole: number): Composition | null {
  for (const match of sentence.slice(whole).matchAll(PARTS)) {
    const pieces = match[0].split(/,\s+(?:and\s+)?|\s+and\s+/)
    const numbers = pieces.map((piece) => numberOf(new RegExp(`^${NUMBER}`, 'i').exec(piece)?.[0] ?? ''))
    if (numbers.length < 2 || numbers.some((one) => one === null)) continue
    if (match.index > NEAR || pieces.some((piece) => NO_PEOPLE.test(piece))) continue
    const sum = numbers.reduce<number>((total, one) => total + (one ?? 0), 0)
    return { words: match[0], sum }
  }
  return null
}

/** Code units between a whole and its parts: farther off, a list is of something else. */
const NEAR = 80

/** Units, and words that only a clause has: "four were pardoned and one was moved" lists no groups. */
const NO_PEOPLE =
  /\b(years?|months?|weeks?|days?|hours?|minutes?|dollars|euros|pounds|percent|cent|rounds?|times|was|were|had|have|has|is|are|been|will|would|to|of|in|at|by|for|from|on|with|who|that|the)\b/i
