import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { isPunctuation, type TokenSpan } from './draft.ts'
import type { CueWord } from './lexicon.ts'
import { isMarkup, pastMarkup } from './markup.ts'

/** Words of a speaker's label at most: "US SECRETARY OF STATE JANE ROE:", "The Minister of State (Ms Jane Roe):". */
const MAX_LABEL = 11
/** Labelled paragraphs at least before a colon near a paragraph's start is taken for one. */
const MIN_TURNS = 3
/** Labelled paragraphs at least before one without a label between two of them goes on with the turn before. */
const MIN_TRANSCRIPT = 4

/** The cue word of all turns. */
export const TURN: CueWord = { sense: 'voice', stance: 'tells', takes: 'clause', kind: 'verb' }

/**
 * The turns of a transcript or of an interview: paragraphs that begin with a speaker's name or "Q" and a colon. Found
 * only where a document has several, because a single "Note:" is none. The colon is the cue, as in PolNeAR. A paragraph
 * without a label between two turns goes on with the one before; a line that tells who was interviewed is no part of it.
 */
export function findTurns(text: string, tokens: TokenTable, paragraphs: readonly number[]): Candidate[] {
  const found: Candidate[] = []
  const places: number[] = []
  const known = repeatedLabels(text, tokens, paragraphs)
  for (let at = 0; at < paragraphs.length; at++) {
    const first = paragraphs[at]!
    const last = paragraphs[at + 1] ?? tokens.length
    const label = labelOf(text, tokens, first, last, known)
    if (!label) continue
    places.push(at)
    found.push({
      source: [label.who],
      cue: label.colon < 0 ? [] : [{ first: label.colon, last: label.colon + 1 }],
      content: [{ first: label.start, last: signedAt(text, tokens, label.start, last) }],
      head: label.colon < 0 ? label.who.first : label.colon,
      word: TURN,
      sure: true,
    })
  }
  if (found.length >= MIN_TURNS)
    return found.length < MIN_TRANSCRIPT
      ? found
      : found.map((turn, at) => ({ ...turn, content: [...turn.content, ...between(paragraphs, places, at)] }))
  const asked = interview(text, tokens, paragraphs, found, places)
  if (asked) return asked
  // Two turns are a dialogue where two different labels speak and nothing else stands there, or where one answers the other.
  const labels = new Set(
    found.flatMap(({ source }) => source.map(({ first, last }) => text.slice(tokens.from[first], tokens.to[last - 1]))),
  )
  const answered = places[1] === places[0]! + 1 && endsAsking(text, tokens, found[0]!)
  return found.length === 2 && labels.size === 2 && (paragraphs.length === 2 || answered) ? found : []
}

/**
 * "DW: How was it? / Jane Roe: Hard. / And now? / Better.": an interview that says only at first who asks and who answers.
 * A paragraph that ends with a question mark asks, all others up to the next one answer. Null where it is none.
 */
function interview(
  text: string,
  tokens: TokenTable,
  paragraphs: readonly number[],
  labelled: readonly Candidate[],
  places: readonly number[],
): Candidate[] | null {
  const [asker, answerer, more] = labelled
  if (!asker || !answerer || more || places[1] !== places[0]! + 1) return null
  const end = (at: number) => paragraphs[at + 1] ?? tokens.length
  const asks = (at: number) => text.slice(tokens.from[end(at) - 1]!, tokens.to[end(at) - 1]!) === '?'
  if (!asks(places[0]!) || asks(places[1]!)) return null
  const found: Candidate[] = [asker, answerer]
  let answers = true
  for (let at = places[1]! + 1; at < paragraphs.length; at++) {
    const content = { first: paragraphs[at]!, last: end(at) }
    const question = asks(at)
    const before = found[found.length - 1]!
    if (!question && answers) found[found.length - 1] = { ...before, content: [...before.content, content] }
    else found.push({ source: [], cue: [], content: [content], head: content.first, word: TURN, sure: true })
    answers = !question
  }
  return found.length > 3 ? found : null
}

/** True for a turn that ends with a question mark, whatever type it is set in. */
function endsAsking(text: string, tokens: TokenTable, { content }: Candidate): boolean {
  let last = content[0]!.last - 1
  while (isMarkup(text, tokens, last)) last--
  return text.slice(tokens.from[last], tokens.to[last]).startsWith('?')
}

/** The paragraphs without a label between a turn and the next. */
function between(paragraphs: readonly number[], places: readonly number[], turn: number) {
  const next = places[turn + 1]
  const own = places[turn]!
  if (next === undefined || next === own + 1) return []
  return paragraphs.slice(own + 1, next).map((first, at) => ({ first, last: paragraphs[own + 2 + at]! }))
}

/** Where "— Foreign Minister Jane Roe, in conversation with our correspondent" begins, or the paragraph's end. */
function signedAt(text: string, tokens: TokenTable, first: number, last: number): number {
  for (let at = last - 2; at > first; at--) {
    if (!/^[―—–-]{1,2}$/.test(text.slice(tokens.from[at]!, tokens.to[at]!))) continue
    const words = text.slice(tokens.from[at + 1]!, tokens.to[last - 1]!)
    if (/^\p{Lu}/u.test(words) && INTERVIEWED.test(words)) return at
  }
  return last
}

/** Words that tell of the interview itself. */
export const INTERVIEWED =
  /\b(?:in (?:a )?conversation|interview\w*|(?:spoke|speaking|talked|talking|talks) (?:to|with)|questions? (?:was|were|by)|asked by)\b/i

/** Words of a label that only stands there again and again at most: "Roe". */
const MAX_REPEATED = 3

/** What stands capitalized before a colon at the start of two paragraphs or more: who speaks in a transcript. */
function repeatedLabels(text: string, tokens: TokenTable, paragraphs: readonly number[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  paragraphs.forEach((start, at) => {
    const first = pastMarkup(text, tokens, start)
    const last = Math.min(paragraphs[at + 1] ?? tokens.length, first + MAX_REPEATED + 2)
    for (let colon = first; colon < last; colon++) {
      const form = text.slice(tokens.from[colon]!, tokens.to[colon]!)
      if (COLON.test(form)) {
        const label = text.slice(tokens.from[first]!, tokens.to[wordsBefore(text, tokens, colon) - 1]).trim()
        if (colon > first && !HEADINGS.test(label.toUpperCase())) counts.set(label, (counts.get(label) ?? 0) + 1)
        break
      }
      if (!/^\p{Lu}/u.test(form) && !isMarkup(text, tokens, colon)) break
    }
  })
  return new Set([...counts].filter(([, count]) => count > 1).map(([label]) => label))
}

/** A colon, also one that the end of bold type is glued to: "**Question:** Did she?". */
const COLON = /^:\*{0,3}$/

/** Who speaks in a paragraph, the colon behind it (-1 behind "Q." and "A."), and where the words begin. */
interface Label {
  readonly who: TokenSpan
  readonly colon: number
  readonly start: number
}

/** The label of the paragraph that begins at `start`; null where it has none. Type set in bold or italics is no part of it. */
function labelOf(
  text: string,
  tokens: TokenTable,
  start: number,
  last: number,
  known: ReadonlySet<string>,
): Label | null {
  const first = pastMarkup(text, tokens, start)
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  if (first + 1 < last && /^[QA]\.$/.test(form(first)))
    return { who: { first, last: first + 1 }, colon: -1, start: pastMarkup(text, tokens, first + 1) }
  if (first + 2 < last && /^[QA]$/.test(form(first)) && form(first + 1) === '.')
    return { who: { first, last: first + 1 }, colon: first + 1, start: pastMarkup(text, tokens, first + 2) }
  for (let at = first; at < Math.min(last - 1, first + MAX_LABEL + 1); at++) {
    if (COLON.test(form(at))) {
      const end = wordsBefore(text, tokens, at)
      const again = end > first && known.has(text.slice(tokens.from[first]!, tokens.to[end - 1]!).trim())
      return end > first && (again || isLabel(text, tokens, first, end))
        ? { who: { first, last: end }, colon: at, start: pastMarkup(text, tokens, at + 1) }
        : null
    }
    const upos = UPOS[tokens.upos[at]!]
    const named =
      upos === 'PROPN' || /^\p{Lu}/u.test(form(at)) || /^[().,-]$/.test(form(at)) || upos === 'ADP' || upos === 'NUM'
    if (isMarkup(text, tokens, at)) continue
    if (!named || (at === first && isPunctuation(tokens, at))) return null
  }
  return null
}

/** Where the words before a colon end, whatever type they are set in. */
function wordsBefore(text: string, tokens: TokenTable, colon: number): number {
  let end = colon
  while (end > 0 && isMarkup(text, tokens, end - 1)) end--
  return end
}

const TITLED = /(?:^|\()(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Lord|Lady|Judge|Justice|President|Minister|Senator)\b\.? /
/** What speakers are called in transcripts. */
const ROLES =
  /^(?:the )?(?:question|answer|reporter|journalist|correspondent|interviewer|host|anchor|presenter|moderator|chair|chairman|chairwoman|spokes(?:man|woman|person)|(?:prime )?minister|president|interpreter|translator|judge|witness|speaker|caller|lawyer|counsel)(?: \d| one| two)?$/i
/** What live blogs and agencies shout before a colon. */
const HEADINGS =
  /^(?:BREAKING|UPDATE|UPDATED|WATCH|LIVE|EXCLUSIVE|NEW|JUST IN|DEVELOPING|ANALYSIS|OPINION|EXPLAINER|FACTBOX|TIMELINE|PHOTOS?|VIDEO|READ|LATEST|ALERT|URGENT|NOTE|EDITOR.S NOTE|SOURCE|CREDIT|CORRECTION|KEY POINTS|BACKGROUND|SUMMARY|WHAT WE KNOW|TL;DR)\b/

/** A person's name, words in capitals, or the letters of an interview. */
function isLabel(text: string, tokens: TokenTable, first: number, last: number): boolean {
  const words = text.slice(tokens.from[first]!, tokens.to[last - 1]!)
  if (TITLED.test(words) || (last - first <= 3 && ROLES.test(words))) return true
  if (HEADINGS.test(words)) return false
  if (/^[QA]$/.test(words) || (/\p{Lu}{2}/u.test(words) && words === words.toUpperCase())) return true
  for (let at = first; at < last; at++) if (tokens.name[at]!.endsWith('PER')) return true
  return false
}
