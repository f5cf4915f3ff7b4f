/** What was said before and what is right now, in the words of the notice; null where it does not say. */
export interface ChangedValues {
  readonly old: string | null
  readonly new: string | null
}

const NUMBER = String.raw`(?:\d+(?:[.,]\d+)*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:-\w+)?|thirty(?:-\w+)?|forty(?:-\w+)?|fifty(?:-\w+)?|sixty|seventy|eighty|ninety|hundred)`
const MONTH = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`
const DAY = `(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)`
const DATE = String.raw`(?:${MONTH}\s+\d{1,2}(?!\d)(?:,\s+\d{4})?|\d{1,2}\s+${MONTH}(?:\s+\d{4})?|${DAY})`
const NAME = String.raw`(?:\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:al|bin|de|der|van|von)[\s-])?\p{Lu}[\p{L}'’-]+){0,4})`
const QUOTE = `[“"][^”"]{1,120}[”"]`
const VALUE = `(?:${QUOTE}|${DATE}|${NUMBER}|${NAME})`
/** A noun, article or preposition that may stand around a value. */
const LEAD = String.raw`(?:(?:the|a|an|on|in|at|by|as|that|with|was|were|is|are|only|at least|some|about)\s+){0,3}`

/** "to 14, not 16"; "14, instead of 16". */
const NEW_NOT_OLD = new RegExp(
  String.raw`(${VALUE})(?:\s+[\p{Ll}]+){0,4}\s*[,;]?\s+(?:and\s+)?(?:not|rather than|instead of)\s+${LEAD}(${VALUE})`,
  'u',
)
/** "to 14 from 16". */
const NEW_FROM_OLD = new RegExp(
  String.raw`\bto\s+${LEAD}(${VALUE})(?:\s+[\p{Ll}]+){0,4}\s+from\s+${LEAD}(${VALUE})`,
  'u',
)
/** "from 16 to 14". */
const OLD_TO_NEW = new RegExp(String.raw`\bfrom\s+${LEAD}(${VALUE})(?:\s+[\p{Ll}]+){0,4}\s+to\s+${LEAD}(${VALUE})`, 'u')
/** "an earlier version said 16": the value of the wrong words. */
const WRONG =
  /\b(?:earlier|previous|initial|original|prior|wrongly|incorrectly|mistakenly|erroneously)\b[^.!?]*?\b(?:said|stated|gave|reported|put|named|misstated|misspelled|misidentified|referred|described|wrote)\b\s*([^.!?]*)/iu
/** "The correct number is 14", "In fact, 14 were freed", "It was 14". */
const RIGHT =
  /(?:\b(?:correct|right|actual|true)\s+\w+(?:\s+\w+)?\s+(?:is|was|are|were)\b|\bin fact\b|\bit (?:was|is|should (?:be|have been|read))\b|\bshould (?:be|have been|have (?:said|read))\b|\bthe (?:number|figure|date|name|total) (?:is|was)\b|\bthere were\b|\b(?:he|she|they) (?:is|are|was|were)\b)\s*([^.!?]*)/iu
/** "has been corrected to say that 14", "to show", "to give". */
const CORRECTED_TO =
  /\b(?:corrected|corrects|amended|changed|revised|updated|fixes)\b[^.!?]*?\bto (?:say|state|show|reflect|read|give|make clear)\b([^.!?]*)/iu

/** Finds the wrong and the right value in the words of a notice: numbers, dates, names or quoted words. */
export function findValues(words: string): ChangedValues {
  const both = NEW_NOT_OLD.exec(words) ?? NEW_FROM_OLD.exec(words)
  if (both) return { old: clean(both[2]), new: clean(both[1]) }
  const turned = OLD_TO_NEW.exec(words)
  if (turned) return { old: clean(turned[1]), new: clean(turned[2]) }
  const wrong = WRONG.exec(words)
  const rest = wrong ? words.slice(wrong.index + wrong[0].length) : words
  const right = RIGHT.exec(rest) ?? CORRECTED_TO.exec(words)
  const fresh = right ? valuesIn(right[1] ?? '') : []
  const stale = wrong ? valuesIn(wrong[1] ?? '') : []
  // A value of the same kind as the right one is the one it replaces: "said 16 people left Belgard. It was 14."
  const old = fresh[0]
    ? (stale.find((one) => kindOf(one) === kindOf(fresh[0]!) && one !== fresh[0]) ?? null)
    : (stale[0] ?? null)
  const now = fresh.find((one) => old === null || kindOf(one) === kindOf(old)) ?? fresh[0] ?? null
  return { old, new: now }
}

function valuesIn(words: string): string[] {
  const found = [...words.matchAll(new RegExp(VALUE, 'gu'))].map((match) => clean(match[0]) ?? '')
  // A capital at the very start is a sentence's, not a name's.
  return found.filter((one) => one !== '')
}

function kindOf(value: string): 'number' | 'date' | 'name' {
  if (new RegExp(`^${DATE}$`, 'u').test(value)) return 'date'
  return new RegExp(`^${NUMBER}$`, 'iu').test(value) ? 'number' : 'name'
}

function clean(value: string | undefined): string | null {
  return value?.replace(/^[“"]|[”"]$/g, '').trim() || null
}
