import type { Sentence, TokenTable } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import { asked } from './asked.ts'
import type { Candidate } from './candidate.ts'
import { cutStrays } from './cut-strays.ts'
import { dispute, nameSources } from './dispute.ts'
import { createSpanIndex, type Draft, overlap, startOf, type TokenSpan, type Voiced } from './draft.ts'
import { cutTail, embrace, trailsPer } from './embrace.ts'
import { outermost } from './find-candidates.ts'
import { withCited, withShared } from './find-cited.ts'
import { CLAIMED } from './find-claimed.ts'
import type { Quotation } from './find-quotations.ts'
import { withQuotedBehind } from './find-quoted-behind.ts'
import { setPhrases } from './find-set-phrases.ts'
import { SHOWN } from './find-shown.ts'
import { SILENT as SILENT_CUE } from './find-silent.ts'
import { TURN } from './find-turns.ts'
import { inOrder } from './in-order.ts'
import { isNoVoice } from './is-no-voice.ts'
import { isTold } from './is-told.ts'
import { isUtterance } from './is-utterance.ts'
import { leadToQuotation } from './lead-to-quotation.ts'
import { withoutAired, withoutDateline, withoutTimes } from './leave-out.ts'
import { afterSilence, asksForSilence, isAskedFor, silence, withContent, withoutContent } from './mend-silence.ts'
import { addsOn, besideWith, clip, isSetBeside, refersBack, splitOff } from './set-beside.ts'
import { voiceOfDraft } from './voice-of-draft.ts'
import { withDeeds } from './with-deeds.ts'

/**
 * Joins what the tagger found (outermost attributions; null where there is no tagger) with what the rules found:
 * candidates inside a content become inner voices, a candidate with the outer one's source ("said A, adding that B")
 * becomes its sibling, and a long quotation that nobody was found to say stands as an attribution of its own. `plain`
 * are finds that need no tagger to agree: silences, and sayings by deed. In text order.
 */
export function combine(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  tree: Tree,
  tagged: readonly Draft[] | null,
  candidates: readonly Candidate[],
  plain: readonly Candidate[],
  quotations: readonly Quotation[],
  paragraphs: ReadonlySet<number>,
): Voiced[] {
  const outer: Voiced[] =
    tagged === null
      ? outermost(candidates).map((one) => ({ ...one, toldBy: -1 }))
      : tagged.map((one) => voiceOfDraft(tokens, one))
  silence(outer, plain)
  setPhrases(outer, plain)
  withDeeds(tokens, outer, plain)
  dispute(text, tokens, outer, plain)
  nameSources(outer, plain)
  if (tagged !== null) {
    cutStrays(tokens, sentences, quotations, outer, [...candidates, ...plain])
  }
  const cues = createSpanIndex()
  const contents = createSpanIndex()
  const sources = createSpanIndex()
  const register = (one: Draft, owner: number) => {
    for (const span of one.cue) cues.add(owner, span)
    for (const span of one.content) contents.add(owner, span)
    for (const span of one.source) sources.add(owner, span)
  }
  outer.forEach(register)
  const add = (one: Voiced) => {
    register(one, outer.length)
    outer.push(one)
  }
  // What is told of in passing is a voice only inside another's words.
  const certain = new Set(plain.filter((one) => one.sure))
  const isPlain = (one: Candidate) => certain.has(one)
  const inner: Voiced[] = []
  const within = new Set<number>()
  for (const candidate of [...candidates, ...plain]) {
    if (within.has(candidate.head) || candidate.word === TURN) continue
    const spans = [...candidate.cue, { first: candidate.head, last: candidate.head + 1 }]
    if (spans.some((span) => cues.touching(span).length > 0)) continue
    // A content that was cut meanwhile is still in the index: look again.
    const holdsHead = (one: TokenSpan) => one.first <= candidate.head && candidate.head < one.last
    const home = contents.holding(candidate.head).find((owner) => outer[owner]!.content.some(holdsHead))
    if (home === undefined) {
      const parts = [...candidate.cue, ...candidate.content]
      const free = !parts.some((span) => cues.touching(span).length > 0 || contents.touching(span).length > 0)
      if (tagged !== null && free && (isPlain(candidate) || isTold(tokens, candidate)))
        add({ ...candidate, toldBy: -1 })
      else if (tagged !== null && !free) {
        const touched = parts.flatMap((span) => [...cues.touching(span), ...contents.touching(span)])
        const outermost = trailsPer(tokens, candidate, new Set(touched), outer)
        if (outermost) {
          add(outermost)
          continue
        }
        if (
          (candidate.word === CLAIMED || candidate.word === SHOWN || isPlain(candidate)) &&
          holdsAll(candidate, new Set(touched), outer)
        ) {
          add({ ...candidate, toldBy: -1 })
          continue
        }
        const inside = embrace(text, tokens, candidate, new Set(touched), outer)
        if (inside) {
          for (const [owner, draft] of inside) outer[owner] = draft
          add({ ...candidate, toldBy: -1 })
        }
      }
      continue
    }
    const host = outer[home]!
    const span = host.content.find(holdsHead)!
    const told = trailsPer(tokens, candidate, new Set([home]), outer, cutTail(tokens, text, host, candidate))
    if (told) {
      outer[home] = cutTail(tokens, text, host, candidate)
      add(told)
      continue
    }
    if (isSetBeside(text, tokens, host, candidate)) {
      const split = splitOff(text, tokens, host, span, candidate, startOf(candidate))
      if (split) {
        outer[home] = split.host
        add({ ...candidate, content: split.content, toldBy: -1 })
        continue
      }
    }
    // "..., said the spokesman. The embassy was not available": a silence of a sentence of its own is no part of what he said.
    const later =
      candidate.word === SILENT_CUE &&
      host.cue[0] !== undefined &&
      tokens.lemma[host.cue[0].first] !== ':' &&
      tokens.sentence[candidate.head]! > tokens.sentence[host.cue[0].first]! &&
      span.last >= candidate.cue[0]!.last &&
      !quotations.some((one) => one.depth === 0 && one.first <= candidate.head && candidate.head < one.last)
    if (later) {
      const start = sentences[tokens.sentence[candidate.head]!]!.first
      const kept = host.content.flatMap((one) => (one === span ? [{ first: one.first, last: start }] : [one]))
      outer[home] = { ...host, content: kept.filter((one) => one.first < one.last) }
      add({ ...candidate, toldBy: -1 })
      continue
    }
    const shared = candidate.source.some((one) => host.source.some((other) => overlap(one, other) > 0))
    // "The embassy said it knew of the letter and had no comment": the embassy keeps silent, not somebody it tells of.
    const itself = candidate.word === SILENT_CUE && refersBack(tokens, host, candidate)
    if (shared || itself) {
      const split = addsOn(text, tokens, host, candidate) ? splitOff(text, tokens, host, span, candidate) : null
      if (split) {
        outer[home] = split.host
        add({ ...candidate, source: host.source, content: split.content, toldBy: -1 })
      }
      continue
    }
    const whole = { first: host.content[0]!.first, last: host.content[host.content.length - 1]!.last }
    if (candidate.source.some((source) => source.first < whole.first || source.last > whole.last)) continue
    // "“I can confirm that ...,” Roe wrote": she tells that once, not twice; what she "told him" then is another saying.
    if (
      candidate.word.sense === 'voice' &&
      isFirstPerson(text, tokens, candidate) &&
      tokens.xpos[candidate.head] !== 'VBD'
    )
      continue
    // An attitude inside an attitude has no voice to tell it.
    if (candidate.word.sense === 'attitude' && host.word?.sense === 'attitude') continue
    const content = candidate.content.flatMap((piece) => clip(piece, host.content))
    if (content.length === 0 && candidate.content.length > 0) continue
    inner.push({ ...candidate, content, toldBy: -1 })
    within.add(candidate.head)
  }
  const all = [...outer, ...inner]
  for (const one of inner) register(one, 0)
  for (const quotation of quotations) {
    if (quotation.depth > 0 || !isUtterance(text, tokens, quotation)) continue
    if ([cues, contents, sources].some((index) => index.touching(quotation).length > 0)) continue
    all.push({
      source: [],
      cue: [],
      content: [{ first: quotation.first, last: quotation.last }],
      head: -1,
      word: null,
      toldBy: -1,
    })
  }
  const told = besideWith(text, tokens, all)
    .filter((one) => !isAskedFor(text, tokens, one) && !isNoVoice(text, tokens, one))
    .flatMap((one) => (asksForSilence(text, tokens, one) ? afterSilence(tokens, one) : [one]))
    .map((one) => withLead(text, tokens, one))
    .map((one) => withoutAired(text, tokens, withoutTimes(text, tokens, sentences, one)))
    .map((one) => withoutDateline(text, tokens, paragraphs, withoutContent(text, tokens, asked(tokens, one))))
  const cited = withQuotedBehind(text, tokens, sentences, withCited(text, tokens, tree, onceEach(told)))
  return inOrder(withContent(withShared(tokens, cited), text, tokens))
}

/** A quotation without a voice, with who leads to it. */
function withLead(text: string, tokens: TokenTable, one: Voiced): Voiced {
  const quotation = one.content[0]
  if (one.source.length > 0 || one.cue.length > 0 || !quotation) return one
  return { ...one, ...leadToQuotation(text, tokens, quotation) }
}

function isFirstPerson(text: string, tokens: TokenTable, { source }: Draft): boolean {
  const span = source[0]
  return span !== undefined && /^(I|we)$/i.test(text.slice(tokens.from[span.first], tokens.to[span.last - 1]))
}

/** Of two finds of one cue the one that says who speaks. */
function onceEach(all: readonly Voiced[]): Voiced[] {
  const named = new Set(all.flatMap(({ source, cue }) => (source.length > 0 && cue[0] ? [cue[0].first] : [])))
  const seen = new Set<string>()
  return all.filter(({ source, cue, content, toldBy }) => {
    if (toldBy >= 0 || !cue[0]) return true
    if (source.length === 0) return !named.has(cue[0].first)
    const key = [source[0]!.first, cue[0].first, content[0]?.first ?? -1].join(' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** True where all that the tagger found in the candidate's words lies inside what is claimed in it. */
function holdsAll({ content }: Candidate, owners: ReadonlySet<number>, drafts: readonly Voiced[]): boolean {
  const claim = content[0]!
  return [...owners].every((owner) => {
    const draft = drafts[owner]!
    return [...draft.source, ...draft.cue, ...draft.content].every(
      (span) => span.first >= claim.first && span.last <= claim.last,
    )
  })
}
