import type { Evidence, Findings, Span } from '@backchannel/core'

/** Somebody of the record by name, for `createRedaction`. */
export interface NamedPerson {
  readonly id: string
  readonly names: readonly string[]
  /** True for a place or a state, whose name stays where a hidden person is called like it ("Washington"). */
  readonly isPlace?: boolean
}

/** Takes names out of values and texts. */
export interface Redaction {
  text(text: string): string
  /** The same value with every text in it redacted; the spans of a document are not moved. */
  value<Value>(value: Value): Value
  /** The same findings over the redacted text: every span is moved to where its words are now. */
  findings(findings: Findings): Findings
  /** A value that points into a document, such as a report: its spans are moved as those of the findings. */
  pointing<Value>(value: Value, text: string): Value
}

/** Shortest single word of a name that is taken for the person, in code units. */
const WORD_MIN = 3

/**
 * Replaces every spelling of the hidden people by "a person (1)", "a person (2)", ..., in the order they are given. Full
 * names are found in any case, across line ends and in slugs (`jane-roe`); a surname alone too, with initials and in the plural, a first
 * name alone only where nobody else of the record bears it. What two of them are called, or is also the whole name of somebody else,
 * becomes "a person", for who is meant cannot be told. A longer name of somebody else that holds such a word ("the Roe Foundation") is left, unless it holds a whole
 * hidden name. Addresses that hold a hidden name keep their host alone.
 */
export function createRedaction(hidden: readonly NamedPerson[], others: readonly NamedPerson[]): Redaction {
  const labels = new Map<string, string>()
  const keysOf = (some: readonly NamedPerson[]) => new Set(some.flatMap(({ names }) => names.map(keyOf)))
  const places = keysOf(others.filter(({ isPlace = false }) => isPlace))
  const shared = keysOf(others.filter(({ isPlace = false }) => !isPlace))
  const wholeKeys = hidden.flatMap(({ names }) => names.flatMap(wholesOf)).map(keyOf)
  const wordsOfOthers = new Set(
    others.flatMap(({ names }) => names.map(keyOf).flatMap((key) => (holdsOne(key, wholeKeys) ? [] : key.split(' ')))),
  )
  const insensitive: string[] = []
  const exact: string[] = []
  hidden.forEach(({ names }, index) => {
    const add = (name: string, list: string[]): void => {
      const key = keyOf(name)
      if (key.length < WORD_MIN || places.has(key)) return
      const own = `${ANY_PERSON} (${index + 1})`
      labels.set(key, shared.has(key) || (labels.get(key) ?? own) !== own ? ANY_PERSON : own)
      list.push(name)
    }
    const whole = names.filter((name) => /\s/.test(name.trim()))
    for (const name of whole.flatMap(wholesOf)) add(name, insensitive)
    for (const name of names) add(name, exact)
    for (const name of whole) {
      for (const surname of surnamesOf(name)) {
        add(surname, exact)
        for (const plural of pluralsOf(surname)) add(plural, exact)
      }
      const [first = ''] = name.trim().split(/\s+/)
      if (!wordsOfOthers.has(keyOf(first))) add(first, exact)
    }
  })
  if (labels.size === 0) return NOTHING
  // Longer names of others that hold a hidden word are matched too, and left as they are.
  const words = new Set([...labels.keys()].flatMap((key) => key.split(' ')))
  const longer = [...new Set(others.flatMap(({ names }) => names))].filter((name) => {
    const own = keyOf(name).split(' ')
    return own.length > 1 && own.some((word) => words.has(word)) && !holdsOne(own.join(' '), [...labels.keys()])
  })
  const pattern = patternOf(insensitive, exact, longer)
  const slugs = new Set([...words].filter((word) => word.length >= WORD_MIN))

  const replacements = (text: string): Replacement[] =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const label = labels.get(keyOf(match[0])) ?? labels.get(keyOf(match[0].replace(INITIALS, '')))
      return label === undefined ? [] : [{ from: match.index, to: match.index + match[0].length, label }]
    })
  const redactText = (text: string): string => {
    const address = /^https?:\/\/[^/?#]+/i.exec(text)
    if (
      address &&
      !/\s/.test(text) &&
      keyOf(text)
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => slugs.has(word))
    )
      return `${address[0]}/`
    return applied(text, replacements(text))
  }
  const labelOfWord = new Map<string, string>()
  for (const [key, label] of labels)
    for (const word of key.split(' '))
      if (word.length >= WORD_MIN && !labelOfWord.has(word)) labelOfWord.set(word, label)
  const redactReason = (text: string): string =>
    text.replace(/[\p{L}\p{N}]+/gu, (word) => labelOfWord.get(keyOf(word)) ?? word)
  const how = { text: redactText, reason: redactReason }
  return {
    text: redactText,
    value: (value) => walk(value, how),
    findings(findings) {
      const { text } = findings.document
      const moved = moverOf(text, replacements(text))
      const found = walk(findings, { ...how, moved })
      return { ...found, document: { ...found.document, text: moved.text } }
    },
    pointing: (value, text) => walk(value, { ...how, moved: moverOf(text, replacements(text)) }),
  }
}

const ANY_PERSON = 'a person'

/** A name of several words as it is told: "Svetlana Ivanovna Petrenko" is "Svetlana Petrenko" and "Svetlana Ivanovna" too. */
function wholesOf(name: string): readonly string[] {
  const words = name.trim().split(/\s+/)
  if (words.length < 2) return []
  return words.length === 2 ? [name] : [name, `${words[0]} ${words.at(-1)}`, words.slice(0, -1).join(' ')]
}

/** True where a name holds a whole hidden one, as "Committee to Free Jane Roe" does. */
function holdsOne(key: string, hidden: readonly string[]): boolean {
  return hidden.some((one) => one.includes(' ') && ` ${key} `.includes(` ${one} `))
}

/** An initial, also of romanized letters. */
const INITIAL = '(?:\\p{Lu}|Yu|Ya|Zh|Kh|Ts|Ch|Sh)\\.[\\s-]*'
/** Initials right before a name: "T." of "T. Roe" goes with it; "U.S." does not. */
const INITIALS = new RegExp(`^(?:${INITIAL})+`, 'u')
const INITIALS_BEFORE = `(?:(?<!\\p{Lu}\\.)(?!U\\.\\s?[SKN]\\.|E\\.\\s?U\\.)(?:${INITIAL})+)?`

/**
 * The last word of a name, with the particles before it ("de la Cruz") and, of a double name, its last part ("al-Tamimi",
 * "Korrin-Mayer"), which stand alone too.
 */
export function surnamesOf(name: string): readonly string[] {
  const words = name.trim().split(/\s+/)
  const last = words.at(-1) ?? ''
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && /^\p{Ll}/u.test(word))
  const part = last.slice(last.lastIndexOf('-') + 1)
  return [
    ...(particle > 0 ? capitalized(words.slice(particle).join(' ')) : []),
    last,
    ...(part !== last && part.length > WORD_MIN && /^\p{Lu}/u.test(part) ? [part] : []),
  ]
}

/** A family by its name: "the Roes". */
export function pluralsOf(surname: string): readonly string[] {
  return [`${surname}s`, `${surname}es`]
}

/** As within a sentence and at its beginning. */
function capitalized(name: string): readonly string[] {
  return [name, name.slice(0, 1).toUpperCase() + name.slice(1)]
}

/** How a name is compared with another: lower case, no diacritics, one blank between words. */
export function nameKey(name: string): string {
  return keyOf(name)
}

const NOTHING: Redaction = {
  text: (text) => text,
  value: (value) => value,
  findings: (findings) => findings,
  pointing: (value) => value,
}

interface Replacement extends Span {
  readonly label: string
}

/** How names are compared: lower case, no diacritics, one blank between words; a slug is words too. */
function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[\s_-]+/g, ' ')
}

/** Full names in any case; single words as written or in capitals. The longest at a place wins. */
function patternOf(insensitive: readonly string[], exact: readonly string[], longer: readonly string[]): RegExp {
  const any = [...insensitive, ...longer].map((name) => ({ length: name.length, source: anyCase(name) }))
  const same = exact.flatMap((name) =>
    [...new Set([name, name.toUpperCase()])].map((form) => ({ length: form.length, source: spaced(form) })),
  )
  const all = [...any, ...same].sort((a, b) => b.length - a.length).map(({ source }) => source)
  const names = [...new Set(all)].join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])${INITIALS_BEFORE}(?:${names})(?![\\p{L}\\p{N}])`, 'gu')
}

function spaced(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('[\\s_-]+')
}

/** The letters of a name in either case: the flag would hold for the whole pattern. */
function anyCase(name: string): string {
  return spaced(name).replace(/\\?\p{L}/gu, (letter) => {
    const [low, high] = [letter.toLowerCase(), letter.toUpperCase()]
    return letter.startsWith('\\') || low === high || high.length !== 1 ? letter : `[${low}${high}]`
  })
}

function applied(text: string, list: readonly Replacement[]): string {
  let out = ''
  let at = 0
  for (const { from, to, label } of list) {
    out += text.slice(at, from) + label
    at = to
  }
  return out + text.slice(at)
}

interface Mover {
  readonly text: string
  /** Where a span is now; one that begins or ends within a name is widened to all of what stands for it. */
  span(span: Span): Span
}

function moverOf(text: string, list: readonly Replacement[]): Mover {
  const move = (offset: number, end: boolean): number => {
    let shift = 0
    for (const { from, to, label } of list) {
      if (offset <= from) break
      if (offset < to) return from + shift + (end ? label.length : 0)
      shift += label.length - (to - from)
    }
    return offset + shift
  }
  return {
    text: applied(text, list),
    span: ({ from, to }) => ({ from: move(from, false), to: move(to, from !== to) }),
  }
}

/** Properties that the program writes, in which names are folded: no capitals, no diacritics. */
const REASONS: ReadonlySet<string> = new Set(['because', 'about'])

interface Walk {
  readonly text: (text: string) => string
  readonly reason: (text: string) => string
  readonly moved?: Mover
}

function walk<Value>(value: Value, how: Walk): Value {
  // Every branch gives a value of the same shape, which the compiler cannot follow through unknown keys.
  return walked(value, how) as Value
}

function walked(value: unknown, how: Walk): unknown {
  if (typeof value === 'string') return how.text(value)
  if (Array.isArray(value)) return value.map((one) => walked(one, how))
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, walked(one, how)]))
  if (typeof value !== 'object' || value === null) return value
  const { moved } = how
  if (moved && isEvidence(value)) return movedEvidence(value, moved)
  const entries = Object.entries(value).map(([key, one]) => [
    key,
    walked(one, REASONS.has(key) ? { ...how, text: how.reason } : how),
  ])
  const made: Record<string, unknown> = Object.fromEntries(entries)
  return moved && isSpan(value) ? { ...made, ...moved.span(value) } : made
}

function isSpan(value: object): value is Span {
  return 'from' in value && 'to' in value && typeof value.from === 'number' && typeof value.to === 'number'
}

function isEvidence(value: object): value is Evidence {
  return 'quote' in value && 'prefix' in value && 'suffix' in value && 'span' in value
}

/** Words and their surroundings are cut anew, so that no half of a name is left at an edge. */
function movedEvidence(evidence: Evidence, moved: Mover): Evidence {
  const span = moved.span(evidence.span)
  const before = moved.span({ from: evidence.span.from - evidence.prefix.length, to: evidence.span.from })
  const after = moved.span({ from: evidence.span.to, to: evidence.span.to + evidence.suffix.length })
  return {
    ...evidence,
    span,
    quote: moved.text.slice(span.from, span.to),
    prefix: moved.text.slice(before.from, span.from),
    suffix: moved.text.slice(span.to, after.to),
  }
}
