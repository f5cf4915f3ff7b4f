import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { isPunctuation, type TokenSpan } from './draft.ts'
import { TURN } from './find-turns.ts'
import { cueVerb } from './lexicon.ts'

const DASH = /^[―—–]{1,2}$|^--?$/

/** Lines with a dash at least before they are a dialogue and no list or aside. */
const MIN_LINES = 2
/** Words of ", answered the consul, Jane Roe" at most. */
const MAX_ASIDE = 14

/**
 * The lines of a dialogue as Spanish, French and Russian papers print it: each paragraph begins with a dash, and a second
 * dash sets off who speaks ("—I saw a man —answered the consul—. I cannot swear it was him."). Lines where nobody is
 * named have neither source nor cue. Only where several such lines stand in a row and one of them asks or names who
 * speaks: a list with dashes does neither.
 */
export function findDialogue(text: string, tokens: TokenTable, paragraphs: readonly number[]): Candidate[] {
  const found: Candidate[] = []
  let run: Candidate[] = []
  let spoken = false
  const flush = () => {
    if (run.length >= MIN_LINES && spoken) found.push(...run)
    run = []
    spoken = false
  }
  paragraphs.forEach((first, at) => {
    const last = paragraphs[at + 1] ?? tokens.length
    const line = lineOf(text, tokens, first, last)
    if (!line) {
      flush()
      return
    }
    run.push(line)
    const end = text.slice(tokens.from[last - 1], tokens.to[last - 1])
    if (line.cue.length > 0 || end.endsWith('?')) spoken = true
  })
  flush()
  return found
}

function lineOf(text: string, tokens: TokenTable, first: number, last: number): Candidate | null {
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  if (last - first < 2 || !DASH.test(form(first))) return null
  // A hyphen that is glued to a word is none.
  if (form(first) === '-' && tokens.from[first + 1] === tokens.to[first]) return null
  const whole = { first: first + 1, last }
  for (let dash = first + 2; dash < last - 1; dash++) {
    if (!DASH.test(form(dash)) || isGlued(tokens, dash)) continue
    let end = dash + 1
    while (end < last && !(DASH.test(form(end)) && !isGlued(tokens, end)) && !/^[.!?]$/.test(form(end))) end++
    const aside = end - dash > MAX_ASIDE + 1 ? null : whoSays(tokens, { first: dash + 1, last: end }, form)
    if (!aside) continue
    let rest = end
    while (rest < last && (DASH.test(form(rest)) || /^[.,;:]$/.test(form(rest)))) rest++
    const content = [{ first: first + 1, last: dash }, ...(rest < last ? [{ first: rest, last }] : [])]
    return { ...aside, content, head: first, word: TURN, sure: true }
  }
  return (
    commaAside(tokens, first, last, form) ?? {
      source: [],
      cue: [],
      content: [whole],
      head: first,
      word: TURN,
      sure: true,
    }
  )
}

/** "peace-maker": a hyphen without blanks. */
const isGlued = (tokens: TokenTable, at: number) =>
  tokens.xpos[at] === 'HYPH' && tokens.from[at] === tokens.to[at - 1] && tokens.from[at + 1] === tokens.to[at]

/** "— There were none, he said. There were guests.", "— My friends, said Mr Roe, know it." */
function commaAside(tokens: TokenTable, first: number, last: number, form: (at: number) => string): Candidate | null {
  for (let comma = first + 2; comma < last - 2; comma++) {
    if (form(comma) !== ',') continue
    let end = comma + 1
    while (end < last && !/^[,.!?:]$/.test(form(end)) && end - comma <= MAX_COMMA_ASIDE) end++
    if (end >= last || !/^[,.:]$/.test(form(end))) continue
    const aside = whoSays(tokens, { first: comma + 1, last: end }, form)
    if (!aside || end - comma < 3) continue
    // "he said" and "said Mr Roe" and nothing else.
    const size = aside.source.concat(aside.cue).reduce((sum, span) => sum + span.last - span.first, 0)
    if (size !== end - comma - 1) continue
    const content = [{ first: first + 1, last: comma }, ...(end + 1 < last ? [{ first: end + 1, last }] : [])]
    return { ...aside, content, head: first, word: TURN, sure: true }
  }
  return null
}

/** Words of ", said the old consul," at most. */
const MAX_COMMA_ASIDE = 6

/** "answered the consul, Jane Roe", "he said", "the consul says quietly"; null where nobody is said to speak. */
function whoSays(
  tokens: TokenTable,
  aside: TokenSpan,
  form: (at: number) => string,
): { source: TokenSpan[]; cue: TokenSpan[] } | null {
  for (let verb = aside.first; verb < aside.last; verb++) {
    const word = /^(VERB|NOUN)$/.test(UPOS[tokens.upos[verb]!]!) ? saying(tokens.lemma[verb]!, form(verb)) : undefined
    if (word?.sense !== 'voice' || word.takes !== 'clause') continue
    const cue = [{ first: verb, last: verb + 1 }]
    let last = aside.last
    while (last > verb + 1 && isPunctuation(tokens, last - 1)) last--
    if (verb === aside.first) return last > verb + 1 ? { source: [{ first: verb + 1, last }], cue } : null
    return { source: [{ first: aside.first, last: verb }], cue }
  }
  return null
}

/** What the lexicon says of a verb by its lemma, or by its form without the ending that the tagger misread. */
function saying(lemma: string, form: string): ReturnType<typeof cueVerb> {
  return cueVerb(lemma.toLowerCase()) ?? cueVerb(form.toLowerCase().replace(/(?:ed|s)$/, ''))
}
