import { type TokenTable, UPOS } from '../../model/index.ts'
import type { TokenSpan } from './draft.ts'
import { DOCUMENT_NOUNS } from './lexicon.ts'
import { nounOf } from './people.ts'

/** Determiners and possessives that say nothing of who speaks: "the minister" and "his minister" are "minister". */
const LEADING = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'its', 'our', 'my', 'your', 'this', 'that', 'same'])

/** A reason why a name is kept back: "who asked not to be named", "on condition of anonymity". */
const SECRECY =
  /^(?:who|whose|all of whom|both of whom|neither of whom|on|under|speaking|because|requesting|insisting|asking)\b[^,;]*?\b(?:not(?: \w+){0,3} (?:named|identified|quoted|authori[sz]ed|allowed|permitted|cleared)|anonym\w+|off the record|withheld)\b/i

/** When or where somebody spoke, behind the words for who it is. */
const WHEN =
  /^(?:(?:last|this|earlier this) (?:night|week|month|year|morning|evening)|yesterday|today|tonight|there|here|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|himself|herself|itself|themselves)\b/

/** How somebody was spoken to or heard of: no part of who it is. */
const HEARD =
  /^(?:(?:reached|contacted) (?:by|on|at|in)|(?:quoted|cited|interviewed) (?:by|in|on|for)|speaking (?:to|on|from|by)|who (?:spoke|was speaking) (?:to|on|by)|asked (?:about|by|whether|if))\b/

/** Participles that tell what was done with a paper or a picture, not which one it is. */
const DONE_WITH = new Set(
  `see obtain publish release air review broadcast quote cite carry leak verify print share circulate read disseminate
  distribute post hand show send sign issue give pass issue deliver smuggle write record film take seize run verify
  collect compile analyze analyse provide supply declassify unseal capture geolocate authenticate`.split(/\s+/),
)

const MARKS = /^[,;:()[\]–—-]{1,2}$/
const QUOTE_MARKS = /["“”„«»‘’]/g

/**
 * The words that a voice without a name goes by in a chain: the source without article, possessive, quotation marks,
 * what stands behind a comma or a bracket, the reason why the name is kept back, and, for papers and pictures, what was
 * done with them ("transcript of the meeting" of "a transcript of the meeting seen by AFP"). Never empty where the span
 * holds a word.
 */
export function describeVoice(text: string, tokens: TokenTable, span: TokenSpan): string {
  const alias = pseudonymOf(text, tokens, span)
  if (alias) return alias
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  let first = span.first
  // "Nobody in the delegation would say": the delegation keeps silent.
  if (/^(?:nobody|none|neither|no)$/i.test(form(first))) {
    const link = /^one$/i.test(form(first + 1)) ? first + 2 : first + 1
    if (link + 1 < span.last && /^(?:in|of|at|from)$/.test(form(link))) first = link + 1
  }
  const definite = form(first).toLowerCase() === 'the'
  while (first < span.last - 1 && LEADING.has(form(first).toLowerCase())) first++
  // "the two sides" are the sides: there are no others.
  if (definite && form(first) === 'two' && form(first + 1) === 'sides') first++
  const paper = isPaper(tokens, span)
  // Whose paper it is stands before it in the chain.
  if (paper)
    for (let at = nounOf(tokens, span) - 1; at > first; at--)
      if (tokens.xpos[at] === 'POS') {
        first = at + 1
        break
      }
  // "One of the three, a Belgian citizen": what that one is says more than of how many.
  const apposed = oneOf(text, tokens, { first, last: span.last })
  if (apposed >= 0) first = apposed
  let last = first + 1
  while (last < span.last) {
    const word = form(last)
    const glued = /^[-–]$/.test(word) && tokens.from[last] === tokens.to[last - 1]
    if (MARKS.test(word) && !glued) break
    // "61 of the people it visited"
    if (/^(?:it|he|she|they|we|I)$/.test(word) && last > first && /^VB[DZP]$/.test(tokens.xpos[last + 1] ?? '')) break
    const head = nounOf(tokens, { first, last: span.last })
    if (paper && last > head && (isDone(tokens, last) || (word === 'by' && last === head + 1))) break
    const rest = text.slice(tokens.from[last], tokens.to[span.last - 1])
    if (SECRECY.test(rest) || WHEN.test(rest) || HEARD.test(rest)) break
    last++
  }
  const words = text
    .slice(tokens.from[first], tokens.to[last - 1])
    .replace(QUOTE_MARKS, (mark, at: number, all: string) =>
      /\p{L}/u.test(all[at - 1] ?? '') && /^[’‘]$/.test(mark) ? mark : '',
    )
  return words.replace(/\s+/g, ' ').trim()
}

/** Behind what a name that somebody goes by stands, in marks or with a capital. */
const GOES_BY =
  /\b(?:known (?:only )?as|nicknamed|who goes by(?: the name)?(?: of)?|who calls (?:him|her)self|who gave (?:his|her|their) (?:first )?name (?:only )?as|(?:identified|named|identifying|referring to) (?:only )?as|alias|using the (?:name|pseudonym)|with the nom de guerre)(?: the)? (?:["“‘]([^"”’]{2,40})["”’]|((?:\p{Lu}[\p{L}-]+ ?){1,3}))/u

/** "El Rojo" in "the commander known as “El Rojo”": the name that somebody goes by; null for other words. */
export function pseudonymOf(text: string, tokens: TokenTable, { first, last }: TokenSpan): string | null {
  if (last - first < 4) return null
  const found = GOES_BY.exec(text.slice(tokens.from[first], tokens.to[last - 1]))
  return (found?.[1] ?? found?.[2])?.trim() ?? null
}

/** Words of "one of the three" at most. */
const MAX_PARTITIVE = 6

/** Where "Belgian citizen" begins in "One of the three, a Belgian citizen"; -1 in other words. */
function oneOf(text: string, tokens: TokenTable, { first, last }: TokenSpan): number {
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  if (!/^(?:one|another|two|three|some)$/i.test(form(first)) || form(first + 1) !== 'of') return -1
  for (let at = first + 2; at < Math.min(last - 2, first + MAX_PARTITIVE); at++)
    if (form(at) === ',') return /^an?$/.test(form(at + 1)) && UPOS[tokens.upos[at + 2]!] !== 'PUNCT' ? at + 2 : -1
  return -1
}

/** True for a span about a document, a picture, a recording. */
export function isPaper(tokens: TokenTable, span: TokenSpan): boolean {
  const head = nounOf(tokens, span)
  const noun = UPOS[tokens.upos[head]!] === 'NOUN' || (head === span.first && tokens.name[head] === 'O')
  return noun && DOCUMENT_NOUNS.has(tokens.lemma[head]!.toLowerCase())
}

/** "seen by", "handed to", "posted on". */
function isDone(tokens: TokenTable, at: number): boolean {
  // The tagger takes some participles for adjectives.
  if (UPOS[tokens.upos[at]!] === 'ADJ')
    return /^(?:acl|amod)$/.test(tokens.relation[at]!) && UPOS[tokens.upos[at + 1] ?? 0] === 'ADP'
  return /^VB[ND]$/.test(tokens.xpos[at]!) && DONE_WITH.has(tokens.lemma[at]!.toLowerCase())
}

/** Whoever saw, published or issued the paper that a source is: "seen by AFP", "the ministry's statement"; or null. */
export function holderOf(text: string, tokens: TokenTable, span: TokenSpan): TokenSpan | null {
  const head = nounOf(tokens, span)
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  for (let at = head - 1; at > span.first; at--) {
    if (tokens.xpos[at] !== 'POS') continue
    return { first: span.first, last: at }
  }
  // "a translation by the forum"
  if (form(head + 1) === 'by' && head + 2 < span.last) return behindBy(text, tokens, head + 1, span.last)
  for (let at = head + 1; at < span.last; at++) {
    // "The images, provided by", "A memorandum of 1976, published by"
    if (MARKS.test(form(at)) && !(form(at) === ',' && isDone(tokens, at + 1))) return null
    if (!isDone(tokens, at)) continue
    for (let by = at + 1; by < Math.min(span.last - 1, at + MAX_TO_BY); by++) {
      if (tokens.lemma[by] === 'by') return behindBy(text, tokens, by, span.last)
    }
    return null
  }
  return null
}

/** Who stands behind "by". */
function behindBy(text: string, tokens: TokenTable, by: number, end: number): TokenSpan {
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  let last = by + 2
  const goesOn = (at: number) =>
    !/^(?:VERB|AUX|ADP|SCONJ|CCONJ|PUNCT)$/.test(UPOS[tokens.upos[at]!]!) ||
    // "the University of Ardenia"
    (form(at) === 'of' && UPOS[tokens.upos[at + 1] ?? 0] === 'PROPN')
  while (last < end && goesOn(last)) last++
  return { first: by + 1, last }
}

/** Words between a participle and its "by" at most: "posted on Monday by". */
const MAX_TO_BY = 5
