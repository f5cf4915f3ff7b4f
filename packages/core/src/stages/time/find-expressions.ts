import type { Sentence, Span, TokenTable } from '../../model/index.ts'
import { dateAt, withClock } from './find-dates.ts'
import { relativeAt } from './find-relative.ts'
import type { Lexeme } from './lexemes.ts'
import { BOUNDS } from './lexicon.ts'
import { mayStart } from './may-start.ts'
import type { Match, Meaning } from './meaning.ts'
import { clockAt, digitsAt, isAt, isDash, lowerAt, uposAt, type Words, yearAt } from './read-words.ts'

/** Words that date something, not yet resolved. */
export interface Expression {
  readonly span: Span
  readonly meaning: Meaning
  /** The token of the words that hangs highest in the tree: the one to ask for its verb. */
  readonly token: number
  readonly sentence: number
  /** True for "in three days", which is a date only under a verb that looks ahead, and a duration elsewhere. */
  readonly onlyAhead: boolean
}

// Codes into UPOS.
const NOUN = 7
const PROPN = 11

/** The kinds of meaning that can be an end of a range. */
const ENDS: ReadonlySet<Meaning['kind']> = new Set([
  'day',
  'month',
  'year',
  'weekday',
  'unit',
  'part',
  'quarter',
  'season',
])
/** The kinds that "since" and "by" can stand before. */
const BOUNDED: ReadonlySet<Meaning['kind']> = new Set([...ENDS, 'years', 'weekend', 'either', 'offset', 'from-last'])

/** Verbs whose "from June 5 to June 12" names two dates and no stretch. */
const MOVING = /^(?:postpone|move|reschedule|delay|shift|change|bring|push|put)/

/** Finds all date words of a document, left to right, the longest at each place, none overlapping. */
export function findExpressions(
  lexemes: readonly Lexeme[],
  sentences: readonly Sentence[],
  syntax: TokenTable,
): readonly Expression[] {
  const found: Expression[] = []
  let start = 0
  while (start < lexemes.length) {
    const sentence = lexemes[start]!.sentence
    let end = start + 1
    while (end < lexemes.length && lexemes[end]!.sentence === sentence) end++
    const words: Words = { lexemes: lexemes.slice(start, end), syntax }
    const starts = mayStart(words.lexemes)
    for (let at = 0; at < words.lexemes.length; ) {
      const match = starts[at] ? expressionAt(words, at) : null
      if (match) {
        found.push(expressionOf(words, match, sentences.length === 0 ? 0 : sentence))
        at = match.end
      } else at++
    }
    start = end
  }
  return found
}

function expressionOf(words: Words, match: Match, sentence: number): Expression {
  const first = words.lexemes[match.from]!
  const last = words.lexemes[match.end - 1]!
  const { head } = words.syntax
  let token = first.token
  for (let at = first.token; at <= last.token; at++) {
    const over = head[at] ?? -1
    if (over < first.token || over > last.token) {
      token = at
      break
    }
  }
  const onlyAhead =
    match.meaning.kind === 'offset' && match.meaning.sign > 0 && first.lower === 'in' && last.lower !== 'time'
  return { span: { from: first.from, to: last.to }, meaning: match.meaning, token, sentence, onlyAhead }
}

function expressionAt(words: Words, index: number): Match | null {
  return betweenAt(words, index) ?? boundAt(words, index) ?? rangeAt(words, index)
}

/** "between 3 and 5 July", "from Monday to Wednesday", "between June 2023 and May 2024". */
function betweenAt(words: Words, index: number): Match | null {
  const between = isAt(words, index, 'between')
  if (!between && !isAt(words, index, 'from')) return null
  // "3 and 5 July" and "3 to 5 July" are one match of their own.
  const shared = pointAt(words, index + 1)
  if (shared?.meaning.kind === 'range') return { ...shared, from: index }
  if (!shared || !ENDS.has(shared.meaning.kind)) return null
  const join = between ? ['and'] : ['to', 'until', 'till', 'through']
  if (!isAt(words, shared.end, ...join)) return null
  const second = pointAt(words, shared.end + 1)
  if (!second || !ENDS.has(second.meaning.kind)) return null
  for (let back = index - 1; back >= 0 && back > index - 8; back--) {
    if (MOVING.test(lowerAt(words, back)) && !between) return null
  }
  return { from: index, end: second.end, meaning: { kind: 'range', from: shared.meaning, to: second.meaning } }
}

/** "since 2020", "by Friday", "until the end of June", where no noun follows that the date belongs to. */
function boundAt(words: Words, index: number): Match | null {
  const bound = BOUNDS.get(lowerAt(words, index))
  if (bound === undefined) return null
  const point = pointAt(words, index + 1)
  if (!point || !BOUNDED.has(point.meaning.kind)) return null
  if (hasNounBehind(words, point.end)) return null
  return { from: index, end: point.end, meaning: { kind: 'bound', bound, of: point.meaning } }
}

/** True where the date modifies what comes next: "since the 2020 election", "before Sunday's vote". */
function hasNounBehind(words: Words, index: number): boolean {
  const next = words.lexemes[index]
  if (next === undefined) return false
  if (/^(?:['’]s?|s)$/.test(next.lower) && !next.spaced) return true
  const upos = uposAt(words, index)
  return next.kind === 'word' && (upos === NOUN || (upos === PROPN && lowerAt(words, index - 1) !== next.lower))
}

/** A date, with a second one behind a dash or "to": "12 May-14 May", "2019-2021", "Monday through Friday". */
function rangeAt(words: Words, index: number): Match | null {
  const first = pointAt(words, index)
  if (!first || !ENDS.has(first.meaning.kind)) return first
  const dash = isDash(words.lexemes[first.end])
  const through = isAt(words, first.end, 'through', 'to')
  if (!dash && !through) return first
  if (first.meaning.kind === 'year' && dash) {
    const short = digitsAt(words, first.end + 1)
    const lexeme = words.lexemes[first.end + 1]
    // "2019-20"; the score "2-1" never comes here.
    if (short !== null && lexeme?.text.length === 2 && !lexeme.spaced && short === (first.meaning.year + 1) % 100) {
      const year = first.meaning.year + 1
      return {
        from: first.from,
        end: first.end + 2,
        meaning: { kind: 'range', from: first.meaning, to: { kind: 'year', year } },
      }
    }
    const year = yearAt(words, first.end + 1)
    if (year !== null && year > first.meaning.year)
      return {
        from: first.from,
        end: first.end + 2,
        meaning: { kind: 'range', from: first.meaning, to: { kind: 'year', year } },
      }
    return first
  }
  const second = pointAt(words, first.end + 1)
  if (!second || second.meaning.kind !== first.meaning.kind || isAt(words, index - 1, 'from')) return first
  return { from: first.from, end: second.end, meaning: { kind: 'range', from: first.meaning, to: second.meaning } }
}

/** One date or one relative expression, with a time of day before or behind it; the longest that starts here. */
function pointAt(words: Words, index: number): Match | null {
  const clock = clockAt(words, index)
  if (clock) {
    let at = isAt(words, clock.end, ',') ? clock.end + 1 : clock.end
    if (isAt(words, at, 'on')) at++
    const day = plainAt(words, at)
    if (
      day &&
      (day.meaning.kind === 'day' ||
        day.meaning.kind === 'weekday' ||
        (day.meaning.kind === 'unit' && day.meaning.unit === 'day'))
    )
      return {
        from: isAt(words, index, 'at') ? index + 1 : index,
        end: day.end,
        meaning: { ...day.meaning, minute: clock.minute },
      }
  }
  const plain = plainAt(words, index)
  return plain ? withClock(words, plain) : null
}

function plainAt(words: Words, index: number): Match | null {
  const date = dateAt(words, index)
  const relative = relativeAt(words, index)
  if (!date || !relative) return date ?? relative
  return relative.end > date.end ? relative : date
}
