import { maybeNameKey } from './name-key.ts'
import type { Term } from './query.ts'
import { type Word, wordsOf } from './words.ts'

/** Words of a snippet, at most. */
export const SNIPPET_WORDS = 32

export interface Snippet {
  readonly snippet: string
  readonly marks: readonly { readonly from: number; readonly to: number }[]
}

/** The stretch of a text with most of the query in it, cut between words, with an ellipsis where text is left out. */
export function snippetOf(text: string, terms: readonly Term[]): Snippet {
  const words = wordsOf(text)
  const hits = findHits(text, words, terms)
  const first = bestStart(words.length, hits)
  const last = Math.min(words.length, first + SNIPPET_WORDS)
  const from = first === 0 ? 0 : (words[first]?.from ?? 0)
  const to = last === words.length ? text.length : (words[last - 1]?.to ?? text.length)
  const lead = from === 0 ? '' : '… '
  const shift = lead.length - from
  const marks = hits
    .filter((hit) => hit.first >= first && hit.last <= last)
    .map((hit) => ({ from: (words[hit.first]?.from ?? 0) + shift, to: (words[hit.last - 1]?.to ?? 0) + shift }))
  return {
    snippet: `${lead}${text.slice(from, to).replace(/[\n\r\t]/g, ' ')}${to === text.length ? '' : ' …'}`,
    marks,
  }
}

/** A hit as a range of words, `last` exclusive. */
interface Hit {
  readonly first: number
  readonly last: number
  readonly term: number
}

/** Where the terms stand, in text order, none inside another. */
function findHits(text: string, words: readonly Word[], terms: readonly Term[]): Hit[] {
  const hits: Hit[] = []
  const keys = terms.some((term) => term.keys !== null)
    ? words.map((word) => (/^\p{Lu}/u.test(text.slice(word.from, word.to)) ? maybeNameKey(word.form) : null))
    : []
  for (let at = 0; at < words.length; at++) {
    let best: Hit | null = null
    for (const [index, term] of terms.entries()) {
      const size = term.words.length
      if (at + size > words.length || (best !== null && best.last >= at + size)) continue
      const written = term.words.every((form, step) => {
        const word = words[at + step]?.form ?? ''
        return term.prefix && step === size - 1 ? word.startsWith(form) : word === form
      })
      if (written || term.keys?.every((key, step) => keys[at + step] === key) === true)
        best = { first: at, last: at + size, term: index }
    }
    if (best !== null) {
      hits.push(best)
      at = best.last - 1
    }
  }
  return hits
}

/** The word to start at: a little before the first hit of the window with most different terms, then most hits. */
function bestStart(length: number, hits: readonly Hit[]): number {
  let best = 0
  let bestWorth = -1
  for (const [index, hit] of hits.entries()) {
    const seen = new Set<number>()
    let count = 0
    for (let other = index; other < hits.length; other++) {
      const one = hits[other]
      if (!one || one.last > hit.first + SNIPPET_WORDS - SNIPPET_LEAD) break
      seen.add(one.term)
      count++
    }
    const worth = seen.size * 1000 + Math.min(count, 999)
    if (worth > bestWorth) {
      bestWorth = worth
      best = hit.first
    }
  }
  return Math.max(0, Math.min(best - SNIPPET_LEAD, length - SNIPPET_WORDS))
}

/** Words shown before the first hit. */
const SNIPPET_LEAD = 6
