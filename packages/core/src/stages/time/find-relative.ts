import type { Unit } from './calendar.ts'
import { dateAt } from './find-dates.ts'
import { DAY_PARTS, MONTHS, NEARNESS, ORDINALS, PARTS, SEASONS, VAGUE_ADVERBS, WEEKDAYS } from './lexicon.ts'
import type { Match, Meaning, Part } from './meaning.ts'
import {
  afterDayPart,
  amountAt,
  digitsAt,
  isAt,
  isCapitalized,
  isDash,
  isPluralUnit,
  lowerAt,
  unitAt,
  uposAt,
  type Words,
} from './read-words.ts'

// Codes into UPOS that the rules below ask for.
const ADJ = 0
const ADV = 2
const DET = 5
const NOUN = 7
const NUM = 8
const PART = 9
const PRON = 10
const PROPN = 11

/** Words that count from the day of publication or from the time told last, and vague ones. Null where none starts here. */
export function relativeAt(words: Words, index: number): Match | null {
  return (
    deicticAt(words, index) ??
    partOfAt(words, index) ??
    agoAt(words, index) ??
    stretchAt(words, index) ??
    shiftedAt(words, index) ??
    nightOfAt(words, index) ??
    nearAt(words, index) ??
    vagueAt(words, index)
  )
}

const of = (unit: Unit, shift: number): Meaning => ({ kind: 'unit', unit, shift, minute: false })

/** "yesterday", "tonight", "tomorrow morning", "the day before yesterday", "overnight". */
function deicticAt(words: Words, index: number): Match | null {
  const start = isAt(words, index, 'the') ? index + 1 : index
  if (isAt(words, start, 'day')) {
    if (isAt(words, start + 1, 'before') && isAt(words, start + 2, 'yesterday'))
      return { from: index, end: start + 3, meaning: of('day', -2) }
    if (isAt(words, start + 1, 'after') && isAt(words, start + 2, 'tomorrow'))
      return { from: index, end: start + 3, meaning: of('day', 2) }
  }
  const shift = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }[lowerAt(words, index)]
  if (shift === undefined) return null
  // "Russia Today" and "USA Today" are names.
  if (isCapitalized(words.lexemes[index]) && isCapitalized(words.lexemes[index - 1])) return null
  return { from: index, end: afterDayPart(words, index + 1), meaning: of('day', shift) }
}

const SHIFTS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
  ['current', 0],
])

/** "last month", "this week", "next Tuesday", "this past Sunday", "last summer", "the following day", "that night". */
function shiftedAt(words: Words, index: number): Match | null {
  const the = isAt(words, index, 'the')
  let at = the ? index + 1 : index
  let word = lowerAt(words, at)
  if (word === 'over' && isAt(words, at + 1, 'the') && isAt(words, at + 2, 'weekend'))
    return { from: at + 1, end: at + 3, meaning: { kind: 'weekend', shift: null } }
  if (the && word === 'weekend') return { from: index, end: at + 1, meaning: { kind: 'weekend', shift: null } }
  if (word === 'this' && isAt(words, at + 1, 'past', 'last', 'coming', 'next')) {
    at++
    word = isAt(words, at, 'past', 'last') ? 'last' : 'next'
  }
  const from = index
  const shift = SHIFTS.get(word)
  const target = lowerAt(words, at + 1)
  const unit = unitAt(words, at + 1)
  if (shift === undefined) return anaphoricAt(words, from, at, word)
  if (isPluralUnit(words, at + 1) || unit === 'hour') return null
  if (unit === null) {
    const end = at + 2
    const capital = isCapitalized(words.lexemes[at + 1])
    const way = shift < 0 ? 'last' : shift > 0 ? 'next' : 'this'
    const weekday = capital ? WEEKDAYS.get(target) : undefined
    if (weekday !== undefined)
      return { from, end: afterDayPart(words, end), meaning: { kind: 'weekday', weekday, shift: way, minute: false } }
    const month = capital ? MONTHS.get(target) : undefined
    if (month !== undefined)
      return { from, end, meaning: { kind: 'month', month, year: null, yearShift: null, shift: way } }
    const season = SEASONS.get(target)
    if (season !== undefined && !isAt(words, end, 'of'))
      return { from, end, meaning: { kind: 'season', month: season, year: null, shift } }
    if (target === 'weekend') return { from, end, meaning: { kind: 'weekend', shift } }
    // "the next morning" counts from the day told last, "next morning" from today.
    const definite = the || isAt(words, index - 1, 'the')
    if (DAY_PARTS.has(target) && definite) return shift > 0 ? { from, end, meaning: lastBy('day', 1) } : null
    if (DAY_PARTS.has(target)) return { from, end, meaning: of('day', shift) }
    return null
  }
  const end = at + 2
  if (target === 'night') return the ? null : { from, end, meaning: of('day', shift) }
  if (unit === 'day') return word === 'next' ? { from, end, meaning: lastBy('day', 1) } : null
  // "in the last month" is the month up to now; "last month" the calendar month before. "The last week of June" is a part.
  if (the && shift !== 0 && word !== 'current') {
    if (isAt(words, end, 'of')) return null
    const over = isAt(words, index - 1, 'over', 'in', 'within', 'during', 'throughout', 'for')
    if (over) return { from, end, meaning: { kind: 'stretch', unit, amount: 1, sign: shift < 0 ? -1 : 1 } }
    if (shift > 0) return { from, end, meaning: lastBy(unit, 1) }
  }
  return { from, end, meaning: of(unit, shift) }
}

function lastBy(unit: Unit, amount: number | null): Meaning {
  return {
    kind: 'from-last',
    unit,
    amount: amount === null ? null : Math.abs(amount),
    sign: (amount ?? 1) < 0 ? -1 : 1,
  }
}

/** "the following day", "the previous month", "the same day", "that week", "the day before". */
function anaphoricAt(words: Words, from: number, at: number, word: string): Match | null {
  const unit = unitAt(words, at + 1)
  const the = at > from
  if (unit !== null && unit !== 'hour' && !isPluralUnit(words, at + 1)) {
    const end = at + 2
    if (word === 'following' || word === 'subsequent') return { from, end, meaning: lastBy(unit, 1) }
    if (word === 'previous' || word === 'preceding') return { from, end, meaning: lastBy(unit, -1) }
    if ((word === 'same' && the) || word === 'that') return { from, end, meaning: lastBy(unit, 0) }
    if (word === 'coming' && the) return { from, end, meaning: { kind: 'stretch', unit, amount: 1, sign: 1 } }
    if (word === 'past' && the) return { from, end, meaning: { kind: 'stretch', unit, amount: 1, sign: -1 } }
  }
  if ((word === 'that' || word === 'same') && DAY_PARTS.has(lowerAt(words, at + 1)) && (the || word === 'that'))
    return { from, end: at + 2, meaning: lastBy('day', 0) }
  // "the day before" and "the week after", with nothing to count from behind it.
  const own = unitAt(words, at)
  if (the && own !== null && own !== 'hour' && isAt(words, at + 1, 'before', 'after', 'earlier')) {
    if (!isAt(words, at + 1, 'earlier') && !endsPhrase(words, at + 2)) return countedFrom(words, from, at + 1, own, 1)
    return { from, end: at + 2, meaning: lastBy(own, isAt(words, at + 1, 'after') ? 1 : -1) }
  }
  return null
}

/** True where nothing that "before" could govern stands at `index`. */
function endsPhrase(words: Words, index: number): boolean {
  const lexeme = words.lexemes[index]
  return (
    lexeme === undefined ||
    (lexeme.kind === 'mark' && !/^[“"‘'(]$/.test(lexeme.text)) ||
    isAt(words, index, 'and', 'in', 'at', 'on')
  )
}

const HEDGES = new Set('nearly almost about around some roughly over under just only exactly approximately'.split(' '))

/** Behind "more than", "at least", "nearly" and the like; `index` itself where none stands. */
function hedgeEnd(words: Words, index: number): number {
  if (isAt(words, index, 'more', 'less', 'fewer') && isAt(words, index + 1, 'than')) return index + 2
  if (isAt(words, index, 'at') && isAt(words, index + 1, 'least', 'most')) return index + 2
  if (isAt(words, index, 'up') && isAt(words, index + 1, 'to')) return index + 2
  return HEDGES.has(lowerAt(words, index)) ? index + 1 : index
}

/** Which way the hedge opens the amount; null for "about" and none. */
function hedgeAt(words: Words, index: number): 'more' | 'less' | null {
  if (isAt(words, index, 'more', 'over')) return 'more'
  if (isAt(words, index, 'less', 'fewer', 'under', 'up')) return 'less'
  return isAt(words, index, 'at') ? (isAt(words, index + 1, 'least') ? 'more' : 'less') : null
}

/** "two days ago", "more than a year ago", "three weeks later", "two days after the meeting", "in two weeks’ time". */
function agoAt(words: Words, index: number): Match | null {
  const at = hedgeEnd(words, index)
  const bound = at > index ? hedgeAt(words, index) : null
  if (isAt(words, at, 'long') && isAt(words, at + 1, 'ago'))
    return { from: index, end: at + 2, meaning: { kind: 'vague', side: 'past' } }
  const ahead = isAt(words, index, 'in', 'within') ? index + 1 : null
  if (ahead !== null) return inUnitsAt(words, index, ahead)
  const amount = amountAt(words, at)
  const range = amount?.amount == null ? null : rangeAgoAt(words, index, amount.amount, amount.end)
  if (range) return range
  const plural = amount === null && isPluralUnit(words, at)
  const place = amount?.end ?? at
  const unit = unitAt(words, place)
  if (unit === null || (amount === null && !plural)) return null
  let end = place + 1
  if (isAt(words, end, 'and') && isAt(words, end + 1, 'a') && isAt(words, end + 2, 'half')) end += 3
  const count = amount?.amount ?? null
  if (isAt(words, end, 'ago'))
    return { from: index, end: end + 1, meaning: { kind: 'offset', unit, amount: count, sign: -1, bound } }
  if (isAt(words, end, 'from') && isAt(words, end + 1, 'now', 'today'))
    return { from: index, end: end + 2, meaning: { kind: 'offset', unit, amount: count, sign: 1, bound } }
  if (isAt(words, end, 'later', 'earlier') && !isAt(words, end + 1, 'than')) {
    const sign = isAt(words, end, 'later') ? 1 : -1
    return { from: index, end: end + 1, meaning: { kind: 'from-last', unit, amount: count, sign } }
  }
  if (isAt(words, end, 'after', 'before')) {
    if (endsPhrase(words, end + 1)) {
      const sign = isAt(words, end, 'after') ? 1 : -1
      return { from: index, end: end + 1, meaning: { kind: 'from-last', unit, amount: count, sign } }
    }
    return countedFrom(words, index, end, unit, count)
  }
  return null
}

/** "six to eight weeks ago": from the first unit of the one to the last of the other. */
function rangeAgoAt(words: Words, index: number, first: number, join: number): Match | null {
  if (!isAt(words, join, 'to', 'or') && !isDash(words.lexemes[join])) return null
  const second = amountAt(words, join + 1)
  const unit = second ? unitAt(words, second.end) : null
  if (second?.amount == null || unit === null || !isAt(words, second.end + 1, 'ago')) return null
  const ago = (amount: number): Meaning => ({ kind: 'offset', unit, amount, sign: -1, bound: null })
  return { from: index, end: second.end + 2, meaning: { kind: 'range', from: ago(second.amount), to: ago(first) } }
}

/** "in two weeks’ time", "in three days": ahead of the reference day where the verb is (the scanner asks). */
function inUnitsAt(words: Words, index: number, ahead: number): Match | null {
  const at = hedgeEnd(words, ahead)
  const amount = amountAt(words, at)
  const unit = amount ? unitAt(words, amount.end) : null
  if (!amount || unit === null || isAt(words, index, 'within')) return null
  let end = amount.end + 1
  if (isAt(words, end, "'", '’') || isAt(words, end, "'s", '’s')) end++
  if (isAt(words, end, 's') && !words.lexemes[end]?.spaced) end++
  const time = isAt(words, end, 'time')
  const meaning: Meaning = { kind: 'offset', unit, amount: amount.amount, sign: 1, bound: null }
  return { from: index, end: time ? end + 1 : amount.end + 1, meaning }
}

/** "two days after June 21" counts from the date; "two days after the meeting" from something undated. */
function countedFrom(words: Words, from: number, preposition: number, unit: Unit, amount: number | null): Match | null {
  const sign = isAt(words, preposition, 'after') ? 1 : -1
  const date = dateAt(words, preposition + 1)
  if (date) return { from, end: date.end, meaning: { kind: 'from', unit, amount, sign, of: date.meaning } }
  const end = nounPhraseEnd(words, preposition + 1)
  return { from, end: end ?? preposition + 1, meaning: { kind: 'vague', side: null } }
}

/** The end of a short noun phrase: determiners, modifiers, noun; null where none starts. A clause is none. */
function nounPhraseEnd(words: Words, index: number): number | null {
  let at = index
  let noun: number | null = null
  for (; at < words.lexemes.length && at < index + 8; at++) {
    const upos = uposAt(words, at)
    const lexeme = words.lexemes[at]!
    if (upos === NOUN || upos === PROPN) noun = at + 1
    else if (upos === PRON && at === index) noun = /^(?:that|this|it|them)$/.test(lexeme.lower) ? at + 1 : null
    else if (upos !== DET && upos !== ADJ && upos !== NUM && !(upos === PART && noun !== null) && !isDash(lexeme)) break
    if (upos === PRON && noun !== null) break
  }
  // "a day after Jane Roe met the minister": a noun phrase before a verb is a clause, and only the measure is ours.
  const next = uposAt(words, at)
  if (noun !== null && at === noun && (next === 15 || next === 3)) return null
  return noun
}

/** "the past two weeks", "the next three months", "recent days", "the coming weeks", "the days after the vote". */
function stretchAt(words: Words, index: number): Match | null {
  const at = isAt(words, index, 'the') ? index + 1 : index
  const word = lowerAt(words, at)
  if (
    isAt(words, at, 'recent', 'coming', 'past', 'next', 'last', 'preceding', 'following', 'ensuing') &&
    isPluralUnit(words, at + 1)
  ) {
    const side =
      word === 'recent' || word === 'past' || word === 'last'
        ? 'past'
        : word === 'coming' || word === 'next'
          ? 'future'
          : null
    return { from: index, end: at + 2, meaning: { kind: 'vague', side } }
  }
  if (at > index && isPluralUnit(words, at) && isAt(words, at + 1, 'after', 'before', 'following', 'since', 'ahead')) {
    const end = nounPhraseEnd(words, isAt(words, at + 2, 'of') ? at + 3 : at + 2)
    return end === null ? null : { from: index, end, meaning: { kind: 'vague', side: null } }
  }
  if (!isAt(words, at, 'past', 'last', 'next', 'coming', 'previous')) return null
  const amount = amountAt(words, at + 1)
  const unit = amount ? unitAt(words, amount.end) : null
  if (!amount || unit === null) return null
  const sign = isAt(words, at, 'past', 'last', 'previous') ? -1 : 1
  const end = amount.end + 1
  if (amount.amount === null)
    return { from: index, end, meaning: { kind: 'vague', side: sign < 0 ? 'past' : 'future' } }
  return { from: index, end, meaning: { kind: 'stretch', unit, amount: amount.amount, sign } }
}

/** "early 2024", "mid-May", "the end of June", "earlier this month", "late on Sunday", "the first week of June". */
function partOfAt(words: Words, index: number): Match | null {
  const the = isAt(words, index, 'the')
  const at = the ? index + 1 : index
  const word = lowerAt(words, at)
  if (isAt(words, at, 'earlier', 'later')) {
    const next = isAt(words, at + 1, 'on', 'in') ? at + 2 : at + 1
    const whole = periodAt(words, next)
    if (!whole) return null
    return {
      from: index,
      end: whole.end,
      meaning: { kind: 'part', part: word === 'later' ? 'later' : 'earlier', of: whole.meaning },
    }
  }
  const fraction = fractionAt(words, at)
  if (fraction && (the || fraction.quarter !== null)) {
    const ofWord = isAt(words, fraction.end, 'of') ? fraction.end + 1 : fraction.end
    const whole = periodAt(words, ofWord)
    if (!whole) return null
    if (fraction.quarter !== null) {
      if (whole.meaning.kind !== 'year') return null
      const meaning: Meaning = { kind: 'quarter', quarter: fraction.quarter, year: whole.meaning.year }
      return { from: index, end: whole.end, meaning }
    }
    return { from: index, end: whole.end, meaning: { kind: 'part', part: fraction.part, of: whole.meaning } }
  }
  const part = PARTS.get(word)
  if (part === undefined) return null
  const noun = ['beginning', 'start', 'outset', 'middle', 'end', 'close'].includes(word)
  if (noun && !isAt(words, at + 1, 'of')) return null
  let next = at + 1
  if (isDash(words.lexemes[next]) || isAt(words, next, 'of', 'on', 'in')) next++
  if (!noun && isAt(words, at + 1, 'of')) return null
  const whole = periodAt(words, next)
  if (!whole) return null
  return { from: index, end: whole.end, meaning: { kind: 'part', part, of: whole.meaning } }
}

/** "first half", "second quarter", "last week" with "of" behind. */
function fractionAt(
  words: Words,
  index: number,
): { readonly part: Part; readonly quarter: number | null; readonly end: number } | null {
  const word = lowerAt(words, index)
  const number = ORDINALS.get(word) ?? (word === 'last' || word === 'final' ? 0 : undefined)
  if (number === undefined) return null
  const noun = lowerAt(words, index + 1)
  if (noun === 'half' && number <= 2) {
    return { part: number === 1 ? 'first-half' : 'second-half', quarter: null, end: index + 2 }
  }
  if (noun === 'quarter' && number <= 4) return { part: 'early', quarter: number === 0 ? 4 : number, end: index + 2 }
  if (noun !== 'week' || number > 4 || !isAt(words, index + 2, 'of')) return null
  const weeks: readonly Part[] = ['week-last', 'week-1', 'week-2', 'week-3', 'week-4']
  return { part: weeks[number] ?? 'week-last', quarter: null, end: index + 2 }
}

/** What can have an early and a late part. */
function periodAt(words: Words, index: number): Match | null {
  if (isAt(words, index, 'the') && isAt(words, index + 1, 'week', 'month', 'year', 'decade'))
    return { from: index, end: index + 2, meaning: of(unitAt(words, index + 1) ?? 'week', 0) }
  const the = isAt(words, index, 'the') && digitsAt(words, index + 1) !== null ? index + 1 : index
  return shiftedAt(words, index) ?? deicticAt(words, index) ?? dateAt(words, the)
}

/** "the night of June 21", "the morning of Sunday": the day, with the words that belong to it. */
function nightOfAt(words: Words, index: number): Match | null {
  const at = isAt(words, index, 'the') ? index + 1 : index
  if (!(DAY_PARTS.has(lowerAt(words, at)) || isAt(words, at, 'day', 'week', 'eve')) || !isAt(words, at + 1, 'of'))
    return null
  const date = dateAt(words, at + 2)
  if (!date || !['day', 'weekday', 'range', 'either'].includes(date.meaning.kind)) return null
  if (isAt(words, at, 'eve'))
    return { from: index, end: date.end, meaning: { kind: 'from', unit: 'day', amount: 1, sign: -1, of: date.meaning } }
  if (isAt(words, at, 'week'))
    return { from: index, end: date.end, meaning: { kind: 'from', unit: 'week', amount: 0, sign: 1, of: date.meaning } }
  return { from: index, end: date.end, meaning: date.meaning }
}

/** "shortly after the meeting", "hours before the swap", "immediately following the talks", "soon after". */
function nearAt(words: Words, index: number): Match | null {
  if (!NEARNESS.has(lowerAt(words, index))) return null
  const at = index + 1
  if (isAt(words, at, 'afterwards', 'afterward', 'thereafter', 'later', 'earlier') && !isAt(words, at + 1, 'than'))
    return { from: index, end: at + 1, meaning: { kind: 'vague', side: null } }
  if (!isAt(words, at, 'after', 'before', 'following') && !(isAt(words, at, 'prior') && isAt(words, at + 1, 'to')))
    return null
  const preposition = isAt(words, at, 'prior') ? at + 1 : at
  if (endsPhrase(words, preposition + 1))
    return { from: index, end: preposition + 1, meaning: { kind: 'vague', side: null } }
  const date = dateAt(words, preposition + 1)
  if (date) return null
  const end = nounPhraseEnd(words, preposition + 1)
  return { from: index, end: end ?? preposition + 1, meaning: { kind: 'vague', side: null } }
}

/** "recently", "later", "soon": adverbs that date without saying when. */
function vagueAt(words: Words, index: number): Match | null {
  const side = VAGUE_ADVERBS.get(lowerAt(words, index))
  if (side === undefined) return null
  const upos = uposAt(words, index)
  if (upos !== ADV && upos !== 16) return null
  if (
    isAt(words, index + 1, 'than', 'as', 'or') ||
    isAt(words, index - 1, 'as', 'no', 'or', 'than', 'sooner', 'too', 'much', 'how')
  )
    return null
  return {
    from: index,
    end:
      isAt(words, index, 'later') && isAt(words, index + 1, 'on') && endsPhrase(words, index + 2)
        ? index + 2
        : index + 1,
    meaning: { kind: 'vague', side },
  }
}
