import type { Lexeme } from './lexemes.ts'
import {
  BOUNDS,
  DAY_PARTS,
  MONTH_ABBREVIATIONS,
  MONTHS,
  NEARNESS,
  NUMBERS,
  ORDINALS,
  PARTS,
  SEASONS,
  SEVERAL,
  UNITS,
  VAGUE_ADVERBS,
  WEEKDAY_ABBREVIATIONS,
  WEEKDAYS,
} from './lexicon.ts'

// Every date holds a number or one of these.
const CORES: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...MONTH_ABBREVIATIONS.keys(),
  ...WEEKDAYS.keys(),
  ...WEEKDAY_ABBREVIATIONS.keys(),
  ...UNITS.keys(),
  ...SEASONS.keys(),
  ...DAY_PARTS,
  ...VAGUE_ADVERBS.keys(),
  ...NEARNESS,
  ...'yesterday today tonight tomorrow weekend century midnight ago q christmas eve'.split(' '),
])

// Every date starts with a number, a core, or one of these.
const STARTERS: ReadonlySet<string> = new Set([
  ...CORES,
  ...BOUNDS.keys(),
  ...NUMBERS.keys(),
  ...ORDINALS.keys(),
  ...PARTS.keys(),
  ...SEVERAL,
  ...`the a an this that last next past coming current previous preceding following subsequent same recent ensuing final
  between from in within at on over under more less fewer up nearly almost about around some roughly just only exactly
  approximately long new ' ’ ‘`.split(/\s+/),
])

/** How many lexemes a date may have before its first core: "between the first and the second half of". */
const REACH = 7

/** Marks the places of a sentence where a date may start; the rules are tried at no other. Linear in the sentence. */
export function mayStart(lexemes: readonly Lexeme[]): readonly boolean[] {
  const marks = new Array<boolean>(lexemes.length).fill(false)
  let next = Number.POSITIVE_INFINITY
  for (let at = lexemes.length - 1; at >= 0; at--) {
    const lexeme = lexemes[at]!
    const number = lexeme.kind === 'number'
    if (number || CORES.has(lexeme.lower)) next = at
    marks[at] = next - at <= REACH && (number || STARTERS.has(lexeme.lower))
  }
  return marks
}
