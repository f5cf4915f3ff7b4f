import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { isPunctuation } from './draft.ts'
import type { Quotation } from './find-quotations.ts'
import { type CueWord, GROUP_NOUNS, INSTITUTION_NOUNS, OUTLET_NAMES, OUTLET_NOUNS, PERSON_NOUNS } from './lexicon.ts'

/** Words of a signature at most: "Jane Roe, a nurse from Leeds". */
const MAX_SIGNATURE = 12
/** Words of a signed quotation at least. */
const MIN_WORDS = 3

const DASH = /^[―—–-]{1,2}$/
const SIGNED: CueWord = { sense: 'voice', stance: 'tells', takes: 'clause', kind: 'verb' }

/**
 * Quotations that a dash and a name sign: “We waited.” — Jane Roe. The name ends the paragraph, or is a paragraph of
 * its own. The dash is the cue, as in PolNeAR.
 */
export function findSigned(
  text: string,
  tokens: TokenTable,
  paragraphs: readonly number[],
  quotations: readonly Quotation[],
): Candidate[] {
  const found: Candidate[] = []
  const formOf = (token: number) => text.slice(tokens.from[token]!, tokens.to[token]!)
  let at = 0
  for (const quotation of quotations) {
    if (quotation.depth > 0) continue
    while (at + 1 < paragraphs.length && paragraphs[at + 1]! <= quotation.first) at++
    const dash = quotation.last
    if (dash >= tokens.length || !DASH.test(text.slice(tokens.from[dash]!, tokens.to[dash]!))) continue
    // The signature may be the next paragraph, but then it is nothing else.
    let paragraph = at
    while (paragraph + 1 < paragraphs.length && paragraphs[paragraph + 1]! <= dash) paragraph++
    const end = paragraphs[paragraph + 1] ?? tokens.length
    const whole = opens(text, tokens, paragraphs[at]!) ? paragraphs[at]! : quotation.first
    if (quotation.last - whole < MIN_WORDS + 2) continue
    let last = Math.min(end, dash + 1 + MAX_SIGNATURE)
    if (last < end) continue
    while (
      last > dash + 1 &&
      isPunctuation(tokens, last - 1) &&
      !/^[)\]]$/.test(text.slice(tokens.from[last - 1]!, tokens.to[last - 1]!))
    )
      last--
    const name = dash + 1
    if (last <= name) continue
    // "Jane Roe (@janeroe) March 3, 2026": an embedded post says when it was written.
    for (let at = name; at < last - 1; at++)
      if (formOf(at).startsWith('@') || formOf(at) === '@') {
        while (at < last && formOf(at) !== ')') at++
        if (at < last) last = at + 1
      }
    const form = text.slice(tokens.from[name]!, tokens.to[name]!)
    if (!/^[\p{Lu}@]/u.test(form) || hasVerb(tokens, name, last)) continue
    found.push({
      source: [{ first: name, last }],
      cue: [{ first: dash, last: dash + 1 }],
      // Marks inside the quotation may have ended it too soon for the scan: it begins with the paragraph.
      content: [{ first: whole, last: quotation.last }],
      head: dash,
      word: SIGNED,
      sure: true,
    })
  }
  return found
}

/** Words of a headline before its dash at least, and of who says it at most. */
const MIN_HEADLINE = 3
const MAX_HEADLINE = 18
const MAX_HEADLINE_VOICE = 4

/**
 * "'No plans' to call him - Kremlin": a line of its own without a full stop that ends with a dash and who says it. Not
 * where the words behind the dash name an outlet, as the titles of web pages do.
 */
export function findSignedHeadlines(text: string, tokens: TokenTable, paragraphs: readonly number[]): Candidate[] {
  const found: Candidate[] = []
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  paragraphs.forEach((start, at) => {
    const last = paragraphs[at + 1] ?? tokens.length
    // "17.42: Kremlin: no meeting planned", "7:15 a.m. Air Force: 71 drones downed."
    const timed = /^\d{1,2}[.:]\d{2}$/.test(form(start))
    let first = timed ? start + (/^(?::|[ap]\.?m\.?)$/i.test(form(start + 1)) ? 2 : 1) : start
    while (first < last - 1 && /^[•·▪*]$/.test(form(first))) first++
    // An entry of a live blog goes on behind its headline.
    let end = first + 1
    while (timed && end < last && !/^[.?!]$/.test(form(end))) end++
    const line = timed ? end : last
    if (line - first > MAX_HEADLINE || paragraphs.length === 1) return
    const entry = timed ? labelled(text, tokens, first, line) : null
    if (entry) {
      found.push(entry)
      return
    }
    if (last - first > MAX_HEADLINE || /^[.?!:]$/.test(form(last - 1))) return
    const led = labelled(text, tokens, first, last)
    if (led) {
      found.push(led)
      return
    }
    let dash = last - 2
    while (dash > first && !DASH.test(form(dash))) dash--
    if (dash - first < MIN_HEADLINE || last - dash - 1 > MAX_HEADLINE_VOICE) return
    if (tokens.from[dash] === tokens.to[dash - 1] || tokens.from[dash + 1] === tokens.to[dash]) return
    if (!isSpeaker(tokens, dash + 1, last)) return
    found.push({
      source: [{ first: dash + 1, last }],
      cue: [{ first: dash, last: dash + 1 }],
      content: [{ first: /^\d/.test(form(first)) && form(first).length > 3 ? first + 1 : first, last: dash }],
      head: dash,
      word: SIGNED,
      sure: true,
    })
  })
  return found
}

/** "Kremlin: no meeting planned", "Volleyball Federation: Belgrade keeps final"; null where the label cannot speak. */
function labelled(text: string, tokens: TokenTable, first: number, last: number): Candidate | null {
  for (let colon = first + 1; colon <= first + MAX_HEADLINE_VOICE && colon < last - 2; colon++) {
    if (text.slice(tokens.from[colon]!, tokens.to[colon]!) !== ':') continue
    if (!isSpeaker(tokens, first, colon)) return null
    return {
      source: [{ first, last: colon }],
      cue: [{ first: colon, last: colon + 1 }],
      content: [{ first: colon + 1, last }],
      head: colon,
      word: SIGNED,
      sure: true,
    }
  }
  return null
}

/** "Kremlin", "UN envoy", "foreign minister": nouns, of which the last can speak and is no newsroom. */
function isSpeaker(tokens: TokenTable, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (!/^(?:NOUN|PROPN|ADJ)$/.test(UPOS[tokens.upos[at]!]!)) return false
  const noun = tokens.lemma[last - 1]!.toLowerCase()
  if (OUTLET_NOUNS.has(noun) || OUTLET_NAMES.has(noun)) return false
  const speaks = PERSON_NOUNS.has(noun) || GROUP_NOUNS.has(noun) || INSTITUTION_NOUNS.has(noun) || noun === 'report'
  return (
    speaks || /^[BI]-/.test(tokens.name[last - 1]!) || /^(?:kremlin|pentagon|downing|un|eu|nato|fco|fcdo)$/.test(noun)
  )
}

function opens(text: string, tokens: TokenTable, at: number): boolean {
  return /^["“«„]$|^''$/.test(text.slice(tokens.from[at]!, tokens.to[at]!))
}

function hasVerb(tokens: TokenTable, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const upos = UPOS[tokens.upos[at]!]
    if ((upos === 'VERB' && tokens.xpos[at] !== 'VBN') || upos === 'AUX') return true
  }
  return false
}
