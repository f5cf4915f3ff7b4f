import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { isPunctuation, type TokenSpan, type Voiced } from './draft.ts'
import { SILENT as SILENT_CUE } from './find-silent.ts'

/** True where a pronoun in what the host tells right behind its cue keeps silent, and no other noun can be meant by it. */
export function refersBack(tokens: TokenTable, host: Voiced, { source }: Candidate): boolean {
  const who = source[0]
  const cue = host.cue[0]
  const told = host.content[0]
  // What follows a colon is in the speaker's own words: he is not "he" there.
  if (cue && tokens.lemma[cue.last - 1] === ':') return false
  if (!who || !cue || !told || host.source.length === 0 || who.last - who.first > 1) return false
  return (
    /^(?:it|he|she|they)$/.test(tokens.lemma[who.first]!.toLowerCase()) &&
    who.first - told.first <= 1 &&
    told.first >= cue.last
  )
}

/** "said A, adding B", "said A and warned B": a second saying of the same voice, not something inside the first. */
export function addsOn(text: string, tokens: TokenTable, host: Voiced, candidate: Candidate): boolean {
  const { head } = candidate
  // "denounced that ... and demanded his return": finite like the first verb, where what lies between is not.
  const joined =
    candidate.word.takes === 'deed' &&
    host.head >= 0 &&
    tokens.xpos[head] === 'VBD' &&
    tokens.xpos[host.head] === 'VBD' &&
    /^(and|but)$/.test(tokens.lemma[head - 1] ?? '') &&
    tokens.relation[head] === 'conj' &&
    (tokens.head[head] === host.head || !/^VB[DPZ]$/.test(tokens.xpos[tokens.head[head]!]!))
  if (joined) return true
  if (candidate.word.sense !== 'voice' || candidate.word.takes !== 'clause') return false
  if (candidate.word === SILENT_CUE)
    return tokens.relation[head] === 'conj' && (tokens.head[head] === host.head || refersBack(tokens, host, candidate))
  if (
    host.head >= 0 &&
    tokens.xpos[host.head] === tokens.xpos[head] &&
    /^(and|but)$/.test(tokens.lemma[head - 1] ?? '')
  )
    return true
  if (tokens.xpos[head] === 'VBG') return text.slice(tokens.from[head - 1] ?? 0, tokens.to[head - 1] ?? 0) === ','
  return tokens.relation[head] === 'conj' && tokens.head[head] === host.head
}

/** "Roe said it was over, while his lawyer insisted that it was not": two voices, side by side. */
export function isSetBeside(
  text: string,
  tokens: TokenTable,
  host: Voiced,
  { source, cue, word, sure }: Candidate,
): boolean {
  const who = source[0]
  const told = host.content[0]
  const puts = word.takes === 'clause' || tokens.lemma[cue[0]!.last - 1] === 'put'
  if (!sure || word.sense !== 'voice' || !puts || !who || !told || who.first > cue[0]!.first) return false
  if (host.cue.length === 0 || host.cue[0]!.first > told.first || host.source.length === 0) return false
  const form = (at: number) => text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  if (/^(?:while|whereas)$/.test(form(who.first - 1))) return true
  // "The army said six died, but residents say ten did": a second "that" would have made it a part of what the army said.
  return form(who.first - 1) === 'but' && form(who.first - 2) === ',' && UPOS[tokens.upos[who.first]!] !== 'PRON'
}

/**
 * "The union demanded a vote, with its leader Jane Roe warning that ...": she warns, beside the union and not inside of what it
 * demanded. Cuts what stands before "with" off who speaks, and what stands behind it off what was told before.
 */
export function besideWith(text: string, tokens: TokenTable, all: readonly Voiced[]): readonly Voiced[] {
  const form = (at: number) => text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  const result = [...all]
  all.forEach((one, at) => {
    const who = one.source[0]
    const cue = one.cue[0]
    if (!who || !cue || who.last > cue.first || tokens.xpos[cue.first] !== 'VBG') return
    let link = who.last - 1
    while (link >= who.first - 1 && form(link) !== 'with') link--
    if (link < Math.max(1, who.first - 1) || form(link - 1) !== ',' || link + 1 >= who.last) return
    result[at] = { ...one, source: [{ first: link + 1, last: who.last }] }
    result.forEach((host, index) => {
      if (index === at || !host.cue[0] || host.cue[0].first > link) return
      const content = host.content.map((span) =>
        span.first < link - 1 && span.last > link && tokens.sentence[host.cue[0]!.first] === tokens.sentence[link]
          ? { first: span.first, last: link - 1 }
          : span,
      )
      result[index] = { ...host, content }
    })
  })
  return result
}

/** Cuts the part that the sibling tells off the host's content; null where nothing would be left on either side. */
export function splitOff(
  text: string,
  tokens: TokenTable,
  host: Voiced,
  span: TokenSpan,
  sibling: Candidate,
  start = sibling.cue[0]!.first,
): { host: Voiced; content: TokenSpan[] } | null {
  const content = sibling.content.flatMap((piece) => clip(piece, [{ first: sibling.cue[0]!.last, last: span.last }]))
  if (start - span.first < 2 || (content.length === 0 && sibling.content.length > 0)) return null
  let end = start
  while (
    end > span.first + 1 &&
    (UPOS[tokens.upos[end - 1]!] === 'CCONJ' ||
      /^(?:while|whereas)$/.test(tokens.lemma[end - 1]!) ||
      (isPunctuation(tokens, end - 1) && !/^[”"’'»]$/.test(text.slice(tokens.from[end - 1]!, tokens.to[end - 1]!))))
  )
    end--
  const kept = host.content.map((one) => (one === span ? { first: span.first, last: end } : one))
  return { host: { ...host, content: kept }, content }
}

/** What of a span lies in the given spans. */
export function clip(span: TokenSpan, into: readonly TokenSpan[]): TokenSpan[] {
  return into
    .map((one) => ({ first: Math.max(one.first, span.first), last: Math.min(one.last, span.last) }))
    .filter((one) => one.first < one.last)
}
