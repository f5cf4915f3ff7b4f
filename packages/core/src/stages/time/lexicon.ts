// English words for dates. Own list; closed classes of the language (months, weekdays, numerals) and, below them, words
// that the tests in test/stages/time name one by one.

import type { Unit } from './calendar.ts'

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** Month names to 1..12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(MONTH_NAMES.map((name, index) => [name, index + 1]))

/** Abbreviations, which are also words and names of people: they count only beside a number. */
export const MONTH_ABBREVIATIONS: ReadonlyMap<string, number> = new Map([
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['sept', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
])

/** Months that are everyday words or given names: a bare one needs a preposition or a number beside it. */
export const DOUBTFUL_MONTHS: ReadonlySet<string> = new Set(['march', 'may', 'april', 'june', 'august'])

/** Weekdays to 0 (Monday) .. 6 (Sunday). */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ['monday', 0],
  ['tuesday', 1],
  ['wednesday', 2],
  ['thursday', 3],
  ['friday', 4],
  ['saturday', 5],
  ['sunday', 6],
])

/** Abbreviated weekdays count only right before a date: "Sat., June 21". */
export const WEEKDAY_ABBREVIATIONS: ReadonlyMap<string, number> = new Map([
  ['mon', 0],
  ['tue', 1],
  ['tues', 1],
  ['wed', 2],
  ['thu', 3],
  ['thurs', 3],
  ['fri', 4],
  ['sat', 5],
  ['sun', 6],
])

/** Capitalised words before a weekday that make it the name of a feast, a massacre or a sale. */
export const NAMED_DAYS: ReadonlySet<string> = new Set(
  'good bloody black easter ash palm super holy maundy cyber giving red whit fat'.split(' '),
)

const CARDINALS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
/** Number words 0 to 20 and the tens; "a" and "an" count one before a unit. */
export const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...CARDINALS.split(' ').map((word, index): [string, number] => [word, index]),
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
  ['a', 1],
  ['an', 1],
  ['dozen', 12],
])

/** Ordinals to 31 that are written in words in dates: "the fourth of July", "first half". */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 1]),
)

/** Amounts that are none in particular. */
export const SEVERAL: ReadonlySet<string> = new Set('several few some many couple'.split(' '))

export const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['minute', 'hour'],
  ['minutes', 'hour'],
  ['hour', 'hour'],
  ['hours', 'hour'],
  ['day', 'day'],
  ['days', 'day'],
  ['night', 'day'],
  ['nights', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['quarter', 'quarter'],
  ['quarters', 'quarter'],
  ['year', 'year'],
  ['years', 'year'],
  ['decade', 'decade'],
  ['decades', 'decade'],
])

/** First month of each season, northern hemisphere (meteorological). Winter ends in the year after it starts. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
  ['winter', 12],
])

export const DAY_PARTS: ReadonlySet<string> = new Set(
  'morning afternoon evening night noon lunchtime midday'.split(' '),
)

export const PARTS: ReadonlyMap<string, 'early' | 'mid' | 'late'> = new Map([
  ['early', 'early'],
  ['mid', 'mid'],
  ['late', 'late'],
  ['beginning', 'early'],
  ['start', 'early'],
  ['outset', 'early'],
  ['middle', 'mid'],
  ['end', 'late'],
  ['close', 'late'],
])

/** Prepositions after which a bare month or a four-digit number is a date. */
export const DATE_PREPOSITIONS: ReadonlySet<string> = new Set(
  'in since until till by during before after from to through between of throughout around for'.split(' '),
)

export const BOUNDS: ReadonlyMap<string, 'since' | 'until' | 'before' | 'after' | 'by'> = new Map([
  ['since', 'since'],
  ['until', 'until'],
  ['till', 'until'],
  ['before', 'before'],
  ['after', 'after'],
  ['by', 'by'],
])

/** Adverbs that date without saying when, and which side of the telling they lie on. */
export const VAGUE_ADVERBS: ReadonlyMap<string, 'past' | 'future' | null> = new Map([
  ['recently', 'past'],
  ['lately', 'past'],
  ['previously', 'past'],
  ['earlier', 'past'],
  ['soon', 'future'],
  ['later', null],
  ['afterwards', null],
  ['afterward', null],
  ['thereafter', null],
])

/** Adverbs that make "after the meeting" a time. */
export const NEARNESS: ReadonlySet<string> = new Set(
  'shortly soon immediately just right straight directly minutes hours days weeks months years long moments'.split(' '),
)

/** Verbs of saying: a weekday with one of them in any tense dates a saying that is past. */
export const SAYING: ReadonlySet<string> = new Set(
  'say tell report announce write state claim add confirm reveal add note stress warn declare disclose post tweet quote cite'.split(
    ' ',
  ),
)

/** Words whose complement lies ahead: "is due to", "scheduled for", "plans to". */
export const AHEAD: ReadonlySet<string> = new Set(
  'due schedule plan set expect slate intend hope want decide agree upcoming prepare arrange invite vow promise pledge await anticipate forthcoming tentatively ready aim vow mean'.split(
    ' ',
  ),
)
