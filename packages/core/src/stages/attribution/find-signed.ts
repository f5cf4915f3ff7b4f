import { type TokenTable, UPOS } from '../../model/index.ts'
import { isPunctuation } from './draft.ts'
import type { Candidate } from './find-candidates.ts'
import type { Quotation } from './find-quotations.ts'
import type { CueWord } from './lexicon.ts'

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
