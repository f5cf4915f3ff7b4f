/**
 * Words that tell how an engagement was held: meals and drinks, gestures, who may look on, and by what means. Ours; from
 * the usage of communiqués and of agency reports on meetings.
 */
const MANNERS = [
  'lunch(?:eon)?',
  'dinner',
  'breakfast',
  'supper',
  'banquet',
  'reception',
  'tea',
  'coffee',
  '(?:\\w+ )?toasts?',
  'raised (?:a |their )?glass(?:es)?',
  '(?:vodka |whisky |tequila )?shots?(?= of vodka| with | together|\\b.{0,20}\\bvodka)',
  'vodka shots?',
  'handshakes?',
  'sh(?:ook|ake|aking) hands',
  'embraced?',
  'hugged',
  'guard of hono(?:u)?r',
  'red carpet',
  'behind closed doors',
  'closed-door',
  'in (?:secret|private|public)',
  'secret(?:ly)?',
  'private(?:ly)?',
  'unannounced',
  'informal(?:ly)?',
  'face[- ]to[- ]face',
  'one[- ]on[- ]one',
  't[êe]te-[àa]-t[êe]te',
  "on the sidelines(?: of [\\p{L}\\d’' -]{3,40})?",
  'by (?:video ?link|telephone|phone|video)',
  '(?:via|over|through) (?:video ?(?:link|conference|call)?|Zoom|telephone)',
  'by video ?conference',
  'without (?:aides|interpreters|witnesses|the press)',
  'working (?:lunch|dinner|breakfast|visit)',
  'state visit',
  'official visit',
].join('|')

const PATTERN = new RegExp(`\\b(?:${MANNERS})(?![\\p{L}\\d])`, 'giu')

/** Words of manner in a text, in its order, each once, the longer where two overlap. */
export function mannersIn(words: string): string[] {
  const found = [...words.matchAll(PATTERN)].map((match) => match[0].trim())
  const distinct = [...new Set(found.map((one) => one.toLowerCase()))]
  return distinct.filter((one) => !distinct.some((other) => other !== one && other.includes(one)))
}
