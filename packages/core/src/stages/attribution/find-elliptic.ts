import { type TokenTable, UPOS } from '../../model/index.ts'
import { describeVoice } from './describe-voice.ts'
import type { TokenSpan, Voiced } from './draft.ts'
import { DOCUMENT_NOUNS, GROUP_NOUNS, PERSON_NOUNS } from './lexicon.ts'
import { nounOf } from './people.ts'

/** What a voice goes by whose words leave out the noun: "another" after "one commander" is "another commander". */
export interface Elliptic {
  readonly name: string
  /** The word that it goes on from. */
  readonly noun: number
}

/** Sentences back that the noun may stand. */
const MAX_BACK = 2

const ORDINAL = /^(?:first|second|third|fourth|fifth|last|former|latter|other)$/

/**
 * The voices of "Another said", "The first welcomed it", "the American one said", "Neither would say", by draft;
 * undefined for all others, and where no voice before and no counted noun ("two statements") can be meant.
 */
export function findElliptic(
  text: string,
  tokens: TokenTable,
  drafts: readonly Voiced[],
  words: readonly (TokenSpan | undefined)[],
): (Elliptic | undefined)[] {
  const form = (at: number) => text.slice(tokens.from[at], tokens.to[at])
  const found: (Elliptic | undefined)[] = []
  drafts.forEach((_, at) => {
    const span = words[at]
    const lead = span && leadOf(tokens, span, form)
    found.push(undefined)
    if (!span || lead === null || lead === undefined) return
    for (let back = at - 1; back >= 0; back--) {
      const other = words[back]
      if (!other || other.last > span.first) continue
      if (tokens.sentence[span.first]! - tokens.sentence[other.first]! > MAX_BACK) break
      const known = found[back]
      const noun = known?.noun ?? nounOf(tokens, other)
      if (lead === '') {
        const several = /^NNP?S$/.test(tokens.xpos[noun]!) || /^(?:both|two)$/i.test(form(other.first))
        if (!several) continue
        found[at] = { name: describeVoice(text, tokens, other), noun }
        return
      }
      if (UPOS[tokens.upos[noun]!] !== 'NOUN') continue
      found[at] = { name: `${lead} ${tokens.lemma[noun]}`, noun }
      return
    }
    if (lead === '') return
    const counted = countedBefore(tokens, span.first)
    if (counted >= 0) found[at] = { name: `${lead} ${tokens.lemma[counted]}`, noun: counted }
  })
  return found
}

/** What is said of the noun that is left out: "another", "first", "American"; "" for "neither" and "both"; else null. */
function leadOf(tokens: TokenTable, span: TokenSpan, form: (at: number) => string): string | null {
  let last = span.first
  while (last < span.last && !/^[,;:(]$/.test(form(last))) last++
  const first = /^(?:the|a)$/i.test(form(span.first)) ? span.first + 1 : span.first
  const size = last - first
  const lead = form(first).toLowerCase()
  if (first === span.first) {
    if (size === 1 && /^(?:neither|both)$/.test(lead)) return ''
    return size === 1 && lead === 'another' ? lead : null
  }
  if (size === 1 && ORDINAL.test(lead)) return lead
  if (size === 2 && form(first + 1) === 'one' && UPOS[tokens.upos[first]!] === 'ADJ') return form(first)
  return null
}

function canSpeak(tokens: TokenTable, noun: number): boolean {
  const lemma = tokens.lemma[noun]!.toLowerCase()
  if (UPOS[tokens.upos[noun]!] !== 'NOUN') return false
  return DOCUMENT_NOUNS.has(lemma) || PERSON_NOUNS.has(lemma) || GROUP_NOUNS.has(lemma)
}

/** "Two rival statements were issued": the last counted noun before that can speak, or -1. */
function countedBefore(tokens: TokenTable, start: number): number {
  for (let at = start - 1; at >= 0; at--) {
    if (tokens.sentence[start]! - tokens.sentence[at]! > MAX_BACK) return -1
    if (tokens.xpos[at] !== 'NNS' || !canSpeak(tokens, at)) continue
    for (let before = at - 1; before >= Math.max(0, at - 3); before--)
      if (UPOS[tokens.upos[before]!] === 'NUM') return at
  }
  return -1
}
