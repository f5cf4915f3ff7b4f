import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { isPunctuation, type TokenSpan } from './draft.ts'
import type { CandidateInput } from './grammar.ts'
import { type CueWord, GROUP_NOUNS, INSTITUTION_NOUNS, OUTLET_NOUNS } from './lexicon.ts'

/** Nouns of what somebody said, before "that" and what it was. */
const SAID =
  /^(?:claim|report|allegation|accusation|assertion|statement|suggestion|warning|complaint|admission|contention|insinuation|rumou?r|testimony|announcement|charge|boast)$/

/** What is said in words of somebody whom "by", "from" or a possessive names. */
export const CLAIMED: CueWord = { sense: 'voice', stance: 'tells', takes: 'that', kind: 'noun' }

/** Words of who said it at most, between "by" and "that" or before the noun. */
const MAX_WHO = 8

/**
 * "a claim by the rebels that ...", "the army's claim that ...", "a Lodar Times report that ...": read as it stands,
 * since the parser often takes the clause for a relative one. The noun is the cue. In text order; nothing where the
 * words name nobody.
 */
export function findClaimed({ text, tokens, sentences }: CandidateInput): Candidate[] {
  const found: Candidate[] = []
  const form = (at: number) => text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  for (let noun = 1; noun < tokens.length - 3; noun++) {
    if (UPOS[tokens.upos[noun]!] !== 'NOUN' || !SAID.test(tokens.lemma[noun]!)) continue
    const { first, last } = sentences[tokens.sentence[noun]!]!
    const behind = /^(?:by|from)$/.test(form(noun + 1)) ? noun + 1 : -1
    const that = thatBehind(tokens, form, behind < 0 ? noun + 1 : behind + 1, last)
    if (that < 0 || (behind < 0 && that !== noun + 1)) continue
    const source = behind < 0 ? ownerOf(tokens, form, noun, first) : { first: behind + 1, last: that }
    if (!source || source.last <= source.first) continue
    const content = { first: that, last: clauseEnd(text, tokens, that, last) }
    if (content.last - content.first < 3) continue
    found.push({
      source: [source],
      cue: [{ first: noun, last: noun + 1 }],
      content: [content],
      head: noun,
      word: CLAIMED,
      sure: true,
    })
  }
  return found
}

/** The "that" which opens a clause with a subject of its own, with nothing but a noun phrase before it; or -1. */
function thatBehind(tokens: TokenTable, form: (at: number) => string, start: number, end: number): number {
  for (let at = start; at < Math.min(end - 2, start + MAX_WHO); at++) {
    if (form(at) === 'that') {
      const next = UPOS[tokens.upos[at + 1]!]
      // "a claim that was made" is none.
      return next === 'VERB' || next === 'AUX' || next === 'PUNCT' ? -1 : at
    }
    if (!/^(?:DET|ADJ|NOUN|PROPN|ADP|NUM|PART|PRON)$/.test(UPOS[tokens.upos[at]!]!)) return -1
  }
  return -1
}

/** "the army's", "his", "a Lodar Times" before the noun; null where the words say of nobody. */
function ownerOf(tokens: TokenTable, form: (at: number) => string, noun: number, low: number): TokenSpan | null {
  let at = noun - 1
  while (at > low && noun - at < 4 && /^(?:ADJ|NOUN)$/.test(UPOS[tokens.upos[at]!]!)) at--
  if (tokens.xpos[at] === 'PRP$') return { first: at, last: at + 1 }
  if (tokens.xpos[at] === 'POS') return { first: phraseStart(tokens, at, low), last: at }
  const newsroom = bodyBefore(tokens, form, noun, low)
  if (newsroom) return newsroom
  // A name right before "report" is the outlet that has it.
  if (tokens.lemma[noun] !== 'report' || UPOS[tokens.upos[noun - 1]!] !== 'PROPN') return null
  let start = noun - 1
  while (start > low && UPOS[tokens.upos[start - 1]!] === 'PROPN' && form(start - 1) !== '') start--
  return { first: start, last: noun }
}

/** "Western media", "opposition" before "claims": bodies and newsrooms, with the words that say which; null for others. */
function bodyBefore(tokens: TokenTable, form: (at: number) => string, noun: number, low: number): TokenSpan | null {
  const body = noun - 1
  const lemma = tokens.lemma[body]?.toLowerCase() ?? ''
  if (body <= low || UPOS[tokens.upos[body]!] !== 'NOUN') return null
  if (!OUTLET_NOUNS.has(lemma) && !INSTITUTION_NOUNS.has(lemma) && !GROUP_NOUNS.has(lemma)) return null
  let start = body
  // "baseless", "recent": the claims are, not who makes them.
  const says = (at: number) =>
    UPOS[tokens.upos[at]!] === 'NOUN' ||
    (/^(?:ADJ|PROPN)$/.test(UPOS[tokens.upos[at]!]!) && (/^\p{Lu}/u.test(form(at)) || WHICH.test(form(at))))
  while (start > low && says(start - 1)) start--
  return { first: start, last: noun }
}

const WHICH = /^(?:state|local|foreign|national|public|international|social|official|military|federal|regional)$/

/** Where the noun phrase before a possessive's mark begins. */
export function phraseStart(tokens: TokenTable, end: number, low: number): number {
  let at = end
  const belongs = (word: number) =>
    /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(UPOS[tokens.upos[word]!]!) ||
    (tokens.lemma[word] === 'think' && tokens.lemma[word + 1] === 'tank')
  while (at > low && end - at < MAX_WHO && belongs(at - 1)) at--
  return at
}

/** Up to the comma, the dash or the sentence's end outside of quotation marks. */
function clauseEnd(text: string, tokens: TokenTable, start: number, end: number): number {
  let open = false
  for (let at = start; at < end; at++) {
    const form = text.slice(tokens.from[at]!, tokens.to[at]!)
    if (/^["“”«»„]$/.test(form)) open = form === '"' ? !open : /^[“«„]$/.test(form)
    else if (!open && /^[,;:—–]$/.test(form)) return at
  }
  let last = end
  while (
    last > start &&
    isPunctuation(tokens, last - 1) &&
    !/^["”’»]$/.test(text.slice(tokens.from[last - 1]!, tokens.to[last - 1]!))
  )
    last--
  return last
}
