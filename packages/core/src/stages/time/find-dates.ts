import { isDate } from './calendar.ts'
import {
  DATE_PREPOSITIONS,
  DOUBTFUL_MONTHS,
  NAMED_DAYS,
  PARTS,
  SEASONS,
  WEEKDAY_ABBREVIATIONS,
  WEEKDAYS,
} from './lexicon.ts'
import type { DayMeaning, Match, Meaning } from './meaning.ts'
import {
  afterDayPart,
  clockAt,
  dayAt,
  digitsAt,
  isAt,
  isCapitalized,
  isDash,
  lowerAt,
  monthAt,
  nameAt,
  uposAt,
  type Words,
  yearAt,
  yearTailAt,
} from './read-words.ts'

// Codes into UPOS that the rules below ask for.
const AUX = 3
const NOUN = 7
const NUM = 8
const PROPN = 11

/** Dates that stand by themselves: days, months, quarters, seasons, years, weekdays. Null where none starts here. */
export function dateAt(words: Words, index: number): Match | null {
  return (
    isoDateAt(words, index) ??
    slashDateAt(words, index) ??
    weekdayDateAt(words, index) ??
    dayRangeAt(words, index) ??
    dayDateAt(words, index) ??
    quarterAt(words, index) ??
    seasonAt(words, index) ??
    feastAt(words, index) ??
    decadeAt(words, index) ??
    monthDateAt(words, index) ??
    yearDateAt(words, index)
  )
}

/** "2025-06-21", "2025/06/21", with a clock time behind "T" or not. */
function isoDateAt(words: Words, index: number): Match | null {
  const year = yearAt(words, index)
  const first = words.lexemes[index + 1]
  const second = words.lexemes[index + 3]
  if (year === null || first === undefined || second === undefined || first.spaced || second.spaced) return null
  if (!(isDash(first) || first.text === '/') || first.text !== second.text) return null
  const [month, day] = [digitsAt(words, index + 2), digitsAt(words, index + 4)]
  if (month === null || day === null || !isDate(year, month, day)) return null
  const clock = isAt(words, index + 5, 't') ? /^\d{2}:\d{2}/.test(lowerAt(words, index + 6)) : false
  let end = clock ? index + 7 : index + 5
  if (clock && isAt(words, end, 'z')) end++
  return { from: index, end, meaning: dayOf(year, month, day, { minute: clock }) }
}

/** "21.06.2025", "21/06/2025", "06/21/2025"; both readings where both are dates. */
function slashDateAt(words: Words, index: number): Match | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(words.lexemes[index]?.text ?? '')
  if (dotted) {
    const [day, month, year] = [Number(dotted[1]), Number(dotted[2]), Number(dotted[3])]
    return isDate(year, month, day) ? { from: index, end: index + 1, meaning: dayOf(year, month, day) } : null
  }
  const year = yearAt(words, index + 4)
  const [a, b] = [digitsAt(words, index), digitsAt(words, index + 2)]
  if (year === null || a === null || b === null) return null
  if (lowerAt(words, index + 1) !== '/' || lowerAt(words, index + 3) !== '/') return null
  const [dayFirst, monthFirst] = [isDate(year, b, a), isDate(year, a, b)]
  const end = index + 5
  if (dayFirst && monthFirst && a !== b) {
    return { from: index, end, meaning: { kind: 'either', a: dayOf(year, b, a), b: dayOf(year, a, b) } }
  }
  if (dayFirst) return { from: index, end, meaning: dayOf(year, b, a) }
  return monthFirst ? { from: index, end, meaning: dayOf(year, a, b) } : null
}

/** "Sunday", "Sunday evening", "Sunday, June 21", "Sat. 21 June". */
function weekdayDateAt(words: Words, index: number): Match | null {
  const lexeme = words.lexemes[index]
  if (lexeme === undefined || !isCapitalized(lexeme)) return null
  const full = WEEKDAYS.get(lexeme.lower)
  const weekday = full ?? WEEKDAY_ABBREVIATIONS.get(lexeme.lower)
  if (weekday === undefined) return null
  let at = index + 1
  if (full === undefined && isAt(words, at, '.')) at++
  const part = afterDayPart(words, at)
  let date = isAt(words, part, ',') ? part + 1 : part
  if (isAt(words, date, 'the')) date++
  const day = dayDateAt(words, date)
  if (day && day.meaning.kind === 'day') return { from: index, end: day.end, meaning: { ...day.meaning, weekday } }
  if (full === undefined || isNamedDay(words, index)) return null
  return { from: index, end: part, meaning: { kind: 'weekday', weekday, shift: null, minute: false } }
}

/** Feasts, massacres, newspapers, films and weekly habits that carry a weekday's name. */
function isNamedDay(words: Words, index: number): boolean {
  const before = words.lexemes[index - 1]
  if (before && NAMED_DAYS.has(before.lower) && isCapitalized(before)) return true
  if (isAt(words, index - 1, 'every', 'each', 'any')) return true
  const name = nameAt(words, index)
  const next = words.lexemes[index + 1]
  if (
    next &&
    isCapitalized(next) &&
    /^(?:times|telegraph|mirror|express|mail|herald|post|world|sun|review|group)$/.test(next.lower)
  )
    return true
  if (isAt(words, index - 1, 'on') && /^(?:mail|times|record|life)$/.test(lowerAt(words, index - 2))) return true
  if (name !== 'ORG' && name !== 'PER') return false
  const [token, neighbor] = [words.lexemes[index]!.token, next?.token]
  const tags = words.syntax.name
  return (tags[token] ?? 'O').startsWith('I') || (neighbor !== undefined && (tags[neighbor] ?? 'O').startsWith('I'))
}

/** "3-5 July", "3 and 4 July 2025", "July 3-5", "July 3 to 5, 2025". */
function dayRangeAt(words: Words, index: number): Match | null {
  const month = monthAt(words, index)
  const first = dayAt(words, month ? month.end : index)
  if (!first) return null
  const join = first.end
  if (!isDash(words.lexemes[join]) && !isAt(words, join, 'to', 'and', 'through', 'or', 'until', '/')) return null
  const second = dayAt(words, join + 1)
  if (!second || second.day <= first.day || (first.ordinal !== second.ordinal && !month)) return null
  const behind = month ?? monthAt(words, isAt(words, second.end, 'of') ? second.end + 1 : second.end)
  if (!behind) return null
  // "July 3 and 5 people": what is counted is no day.
  const end = month ? second.end : behind.end
  if (month && countsSomething(words, join + 1)) return null
  // "July 3 to 5 August" is read as two dates.
  if (month && monthAt(words, isAt(words, end, 'of') ? end + 1 : end)) return null
  const tail = yearTailAt(words, end)
  const rest = { year: tail?.year ?? null, yearShift: tail?.yearShift ?? null }
  const from = dayOf(rest.year, behind.month, first.day, rest)
  const to = dayOf(rest.year, behind.month, second.day, rest)
  if (!isDate(rest.year ?? 2000, behind.month, second.day)) return null
  return { from: index, end: tail?.end ?? end, meaning: { kind: 'range', from, to } }
}

/** "June 21", "June 21st, 2025", "21 June", "the 21st of June last year". */
export function dayDateAt(words: Words, index: number): Match | null {
  const start = isAt(words, index, 'the') ? index + 1 : index
  const month = monthAt(words, start)
  if (month) {
    const day = dayAt(words, isAt(words, month.end, 'the') ? month.end + 1 : month.end)
    if (!day || countsSomething(words, day.end - 1)) return null
    return withYear(words, start, day.end, month.month, day.day)
  }
  const day = dayAt(words, start)
  if (!day) return null
  const of = isAt(words, day.end, 'of')
  if (of && !day.ordinal) return null
  const behind = monthAt(words, of ? day.end + 1 : day.end)
  if (!behind || isModal(words, of ? day.end + 1 : day.end)) return null
  // The first of a range "12 May-14 May" and "the 21st of June" come here alike; "5 March" troops do not.
  return withYear(words, start === index ? index : index, behind.end, behind.month, day.day)
}

function withYear(words: Words, from: number, end: number, month: number, day: number): Match | null {
  const tail = yearTailAt(words, end)
  if (!isDate(tail?.year ?? 2000, month, day)) return null
  const year = tail?.year ?? null
  const attack = month === 9 && day === 11 && /^(?:attacks?|terror|terrorists?|hijack\w+)$/.test(lowerAt(words, end))
  const named = attack ? 2001 : null
  return {
    from,
    end: tail?.end ?? end,
    meaning: dayOf(year, month, day, { yearShift: tail?.yearShift ?? null, named }),
  }
}

/** "Q2 2024", "second quarter of 2024", "the first half of this year" is a part and not here. */
function quarterAt(words: Words, index: number): Match | null {
  const value = digitsAt(words, index + 1)
  if (!isAt(words, index, 'q') || value === null || value < 1 || value > 4 || words.lexemes[index + 1]?.spaced)
    return null
  const tail = yearTailAt(words, index + 2)
  return {
    from: index,
    end: tail?.end ?? index + 2,
    meaning: { kind: 'quarter', quarter: value, year: tail?.year ?? null },
  }
}

/** "the summer of 2023", "summer 2023", "in the summer", "last winter" (with the word before read by the caller). */
function seasonAt(words: Words, index: number): Match | null {
  const start = isAt(words, index, 'the') ? index + 1 : index
  const month = SEASONS.get(lowerAt(words, start))
  if (month === undefined) return null
  // "Prague Spring of 1968" is a name; "Summer 2023" at the start of a headline is none.
  if (isCapitalized(words.lexemes[start]) && isCapitalized(words.lexemes[start - 1])) return null
  const tail = yearTailAt(words, start + 1)
  if (tail?.year != null)
    return { from: index, end: tail.end, meaning: { kind: 'season', month, year: tail.year, shift: null } }
  const before = lowerAt(words, index - 1)
  const noun = uposAt(words, start) === NOUN && !isAt(words, start + 1, 'of', 'in')
  const dated = ['in', 'since', 'by', 'during', 'until', 'before', 'after', 'this'].includes(before)
  // "fall" and "spring" are everyday nouns too: "by the fall of the government".
  if (!dated || !noun) return null
  return { from: index, end: start + 1, meaning: { kind: 'season', month, year: null, shift: null } }
}

/** Feasts on a fixed day: "New Year's Eve", "Christmas Day", "before Christmas"; not "the Christmas tree". */
function feastAt(words: Words, index: number): Match | null {
  if (!isCapitalized(words.lexemes[index])) return null
  if (isAt(words, index, 'christmas')) {
    const next = lowerAt(words, index + 1)
    if (next === 'eve' || next === 'day') return withYear(words, index, index + 2, 12, next === 'eve' ? 24 : 25)
    const alone = isAt(words, index - 1, 'before', 'by', 'until', 'till', 'after', 'since', 'at')
    return alone && ![NOUN, PROPN].includes(uposAt(words, index + 1)) ? withYear(words, index, index + 1, 12, 25) : null
  }
  if (!isAt(words, index, 'new') || !isAt(words, index + 1, 'year')) return null
  let at = index + 2
  while (isAt(words, at, "'s", '’s', "'", '’', 's') && !words.lexemes[at]?.spaced) at++
  if (isAt(words, at, 'eve')) return withYear(words, index, at + 1, 12, 31)
  return isAt(words, at, 'day') ? withYear(words, index, at + 1, 1, 1) : null
}

/** "the 1990s", "the '90s", "the 20th century". */
function decadeAt(words: Words, index: number): Match | null {
  const start = isAt(words, index, 'the') ? index + 1 : index
  const century = dayAt(words, start)
  if (century?.ordinal && isAt(words, century.end, 'century')) {
    const first = (century.day - 1) * 100 + 1
    return { from: index, end: century.end + 1, meaning: { kind: 'years', first, last: first + 99 } }
  }
  const short = /^['’‘]$/.test(lowerAt(words, start))
  const at = short ? start + 1 : start
  const value = digitsAt(words, at)
  const next = words.lexemes[at + 1]
  if (value === null || next?.lower !== 's' || next.spaced || value % 10 !== 0) return null
  const first = value >= 1000 ? value : short && value < 100 ? 1900 + value : null
  return first === null || first > 2190
    ? null
    : { from: index, end: at + 2, meaning: { kind: 'years', first, last: first + (value % 100 === 0 ? 99 : 9) } }
}

/** "June 2025", "June last year", and a bare month where the words around it make it one. */
function monthDateAt(words: Words, index: number): Match | null {
  const month = monthAt(words, index)
  if (!month || isModal(words, index)) return null
  const tail = yearTailAt(words, month.end)
  const meaning: Meaning = {
    kind: 'month',
    month: month.month,
    year: tail?.year ?? null,
    yearShift: tail?.yearShift ?? null,
    shift: null,
  }
  if (tail) return { from: index, end: tail.end, meaning }
  return isBareMonth(words, index, month.short, month.end - index === 2)
    ? { from: index, end: month.end, meaning }
    : null
}

/** True where a month name without day and year is a month, and no verb, modal or person. */
export function isBareMonth(words: Words, index: number, short = false, dotted = false): boolean {
  const before = lowerAt(words, index - 1)
  const prepared =
    // "between January and March": the month before lends its sense.
    (['and', 'or', ','].includes(before) && monthAt(words, index - 2) !== null) ||
    DATE_PREPOSITIONS.has(before) ||
    ['last', 'this', 'next', 'past', 'coming', 'previous', 'following', 'until'].includes(before) ||
    PARTS.has(before) ||
    (isDash(words.lexemes[index - 1]) && PARTS.has(lowerAt(words, index - 2)))
  if (short && !(prepared && dotted)) return false
  const name = nameAt(words, index)
  if (name === 'PER' || isModal(words, index) || isGivenName(words, index)) return false
  const lexeme = words.lexemes[index]!
  if (isCapitalized(words.lexemes[index - 1]) && !prepared && index > 1) return false
  if (!DOUBTFUL_MONTHS.has(lexeme.lower)) return true
  if (prepared) return !(before === 'by' && name === 'PER')
  const next = words.lexemes[index + 1]
  const modifies = next !== undefined && uposAt(words, index + 1) === NOUN && !isCapitalized(next)
  return modifies && isAt(words, index - 1, 'the', 'a', 'its', 'their', 'his', 'her', "'s", '’s')
}

/** "January Kisanga was freed": with no word before it that dates, a month whose word behind is of a person's name. */
function isGivenName(words: Words, index: number): boolean {
  if (DATE_PREPOSITIONS.has(lowerAt(words, index - 1)) || !isCapitalized(words.lexemes[index + 1])) return false
  const [token, next] = [words.lexemes[index]!.token, words.lexemes[index + 1]!.token]
  const { name, relation, head } = words.syntax
  if (relation[token] === 'nmod:desc' && head[token] === next) return true
  if (!/PER$/.test(name[next] ?? '')) return false
  return (name[next] ?? '').startsWith('I-') || (relation[next] === 'flat' && head[next] === token)
}

/** "May" before a verb at the start of a sentence. */
function isModal(words: Words, index: number): boolean {
  return lowerAt(words, index) === 'may' && uposAt(words, index) === AUX
}

/** A bare year, where nothing says that the number counts, names or prices something. */
function yearDateAt(words: Words, index: number): Match | null {
  const year = yearAt(words, index)
  if (year === null) return null
  const before = words.lexemes[index - 1]
  const after = words.lexemes[index + 1]
  if (before && !words.lexemes[index]!.spaced && !/^[(“"'‘[—–-]$/.test(before.text)) return null
  if (after && !after.spaced && /^[\p{L}%°/$€£]/u.test(after.text) && after.lower !== 's') return null
  if (before && /^[$€£¥#№]$/.test(before.text)) return null
  const meaning: Meaning = { kind: 'year', year }
  const match = { from: index, end: index + 1, meaning }
  const prepared = before !== undefined && DATE_PREPOSITIONS.has(before.lower)
  if (prepared && !countsSomething(words, index)) return match
  if (before && PARTS.has(before.lower)) return match
  // "between 2021 and 2023": the year before lends its sense.
  if (before?.lower === 'and' && lowerAt(words, index - 3) === 'between' && yearAt(words, index - 2) !== null)
    return match
  if (before && isDash(before) && PARTS.has(lowerAt(words, index - 2))) return match
  if (year < 1900 || countsSomething(words, index)) return null
  // "(2020)", "2020 election", "the 2020 protests"; but not "Agenda 2030", "Resolution 1929", "2000 prisoners".
  if (before?.text === '(' && (after?.text === ')' || isDash(after) || after?.text === ',')) return match
  const modifies = after !== undefined && after.kind === 'word' && [NOUN, PROPN].includes(uposAt(words, index + 1))
  return modifies && before !== undefined && /^(?:the|a|his|her|its|their|this|'s|’s)$/.test(before.lower)
    ? match
    : null
}

/** True where the number at `index` counts the noun behind it: "2000 prisoners", "May 3 people were held". */
function countsSomething(words: Words, index: number): boolean {
  const lexeme = words.lexemes[index]
  const next = words.lexemes[index + 1]
  if (lexeme === undefined || next === undefined || next.kind !== 'word') return false
  if (/^(?:percent|per|people|points|km|miles|dollars|euros|million|billion|others)$/.test(next.lower)) return true
  if (uposAt(words, index) !== NUM || uposAt(words, index + 1) !== NOUN) return false
  const syntax = words.syntax
  const counts = syntax.relation[lexeme.token] === 'nummod' && syntax.head[lexeme.token] === next.token
  if (!counts) return false
  const year = yearAt(words, index)
  // "the 2022 protests" is often parsed like "2000 prisoners"; a round number counts.
  if (year !== null && isAt(words, index - 1, 'the')) return year % 100 === 0 && syntax.xpos[next.token] === 'NNS'
  return syntax.xpos[next.token] === 'NNS'
}

function dayOf(
  year: number | null,
  month: number,
  day: number,
  rest: { readonly minute?: boolean; readonly yearShift?: number | null; readonly named?: number | null } = {},
): DayMeaning {
  return {
    kind: 'day',
    year,
    yearShift: rest.yearShift ?? null,
    month,
    day,
    weekday: null,
    minute: rest.minute ?? false,
    named: rest.named ?? null,
  }
}

/** A date with the time of day that stands before or behind it: "Friday at 3 p.m.", "3 p.m. on Friday". */
export function withClock(words: Words, match: Match): Match {
  const kind = match.meaning.kind
  if (kind !== 'day' && kind !== 'weekday' && !(kind === 'unit' && match.meaning.unit === 'day')) return match
  const at = isAt(words, match.end, ',') ? match.end + 1 : match.end
  const clock = isAt(words, at, 'at', 'around', 'about') || at === match.end ? clockAt(words, at) : null
  if (!clock) return match
  return { from: match.from, end: clock.end, meaning: { ...match.meaning, minute: clock.minute } }
}
