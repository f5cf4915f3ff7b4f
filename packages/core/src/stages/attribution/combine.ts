import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import {
  createSpanIndex,
  type Draft,
  isPunctuation,
  overlap,
  startOf,
  type TokenSpan,
  type Voiced,
  without,
} from './draft.ts'
import { type Candidate, HEARSAY, HEARSAY_VERBS, outermost } from './find-candidates.ts'
import { withCited, withoutComma, withShared } from './find-cited.ts'
import { CLAIMED } from './find-claimed.ts'
import { isDisputed } from './find-disputed.ts'
import { isOutletName } from './find-occasions.ts'
import type { Quotation } from './find-quotations.ts'
import { withQuotedBehind } from './find-quoted-behind.ts'
import { SILENT as SILENT_CUE } from './find-silent.ts'
import { TURN } from './find-turns.ts'
import { keepsSilent } from './keeps-silent.ts'
import { withoutDateline, withoutTimes } from './leave-out.ts'
import { type CueWord, cueAdjective, cueNoun, cueVerb, SHOWING_VERBS } from './lexicon.ts'
import { afterSilence, asksForSilence, isAskedFor, silence, withContent, withoutContent } from './mend-silence.ts'

/** Words of a quotation at least for it to be an utterance that must have a voice. */
const MIN_FLOATING = 5

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
      : tagged.map((one) => {
          const rumored = hearsay(tokens, one)
          if (rumored) return rumored
          const head = cueHead(tokens, one)
          const draft = withoutSubject(tokens, one, head.head)
          return { ...draft, ...unsaid(tokens, draft, head), toldBy: -1 }
        })
  silence(outer, plain)
  dispute(text, tokens, outer, plain)
  nameSources(outer, plain)
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
      if (tagged !== null && free && (plain.includes(candidate) || isTold(tokens, candidate)))
        add({ ...candidate, toldBy: -1 })
      else if (tagged !== null && !free) {
        const touched = parts.flatMap((span) => [...cues.touching(span), ...contents.touching(span)])
        const outermost = trailsPer(tokens, candidate, new Set(touched), outer)
        if (outermost) {
          add(outermost)
          continue
        }
        if (candidate.word === CLAIMED && holdsAll(candidate, new Set(touched), outer)) {
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
    // "“I can confirm that ...,” Roe wrote": she tells that once, not twice.
    if (candidate.word.sense === 'voice' && isFirstPerson(text, tokens, candidate)) continue
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
  const told = all
    .filter(
      (one) =>
        !isAskedFor(text, tokens, one) &&
        !isLaughter(tokens, one) &&
        !isNobody(text, tokens, one) &&
        !isUnverified(text, tokens, one),
    )
    .flatMap((one) => (asksForSilence(text, tokens, one) ? afterSilence(tokens, one) : [one]))
    .map((one) => withoutTimes(text, tokens, sentences, one))
    .map((one) => withoutDateline(text, tokens, paragraphs, withoutContent(text, tokens, asked(tokens, one))))
  const cited = withQuotedBehind(text, tokens, sentences, withCited(text, tokens, tree, onceEach(told)))
  return inOrder(withContent(withShared(tokens, cited), text, tokens))
}

/**
 * "The palace says it was not a party, per the AFP agency.": the agency tells what the palace says, where the tagger found
 * the palace alone. Null where more than one voice lies in the words, or where the voice is an outlet that names its source.
 */
function trailsPer(
  tokens: TokenTable,
  candidate: Candidate,
  owners: ReadonlySet<number>,
  drafts: readonly Voiced[],
  cut?: Voiced,
): Voiced | null {
  const [owner] = owners
  const cue = candidate.cue[0]
  if (owners.size !== 1 || owner === undefined || !cue || !/^(?:per|accord|according)$/.test(tokens.lemma[cue.first]!))
    return null
  const host = cut ?? drafts[owner]!
  const source = host.source[0]
  const own = host.cue[0]
  const told = candidate.content[0]
  if (!source || !own || !told || own.first > cue.first || source.first > told.first) return null
  if (tokens.sentence[source.first] !== tokens.sentence[cue.first]) return null
  if ([...host.source, ...host.cue, ...host.content].some((span) => span.last > cue.first)) return null
  if (isOutletName(tokens, source.last - 1)) return null
  return { ...candidate, content: [{ first: Math.min(source.first, own.first), last: told.last }], toldBy: -1 }
}

/** A host without the ", per the agency" that its content ends with. */
function cutTail(tokens: TokenTable, text: string, host: Voiced, { cue, source }: Candidate): Voiced {
  const hole = { first: cue[0]?.first ?? 0, last: source[0]?.last ?? 0 }
  if (hole.last <= hole.first) return host
  return {
    ...host,
    content: host.content.flatMap((span) => without(span, hole)).map((span) => withoutComma(tokens, text, span)),
  }
}

/**
 * "Facts have proven that ..., said a commentary", "Her captors, Roe told the court, spoke of ...": all that the tagger
 * found in the words lies inside what the commentary and Roe say. The drafts of `owners` without the words of the outer
 * voice, or null where one of them reaches out of its content.
 */
function embrace(
  text: string,
  tokens: TokenTable,
  candidate: Candidate,
  owners: ReadonlySet<number>,
  drafts: readonly Voiced[],
): ReadonlyMap<number, Voiced> | null {
  const cue = candidate.cue[0]
  const source = candidate.source[0]
  if (!cue || !source) return null
  const says = candidate.word.sense === 'voice' && candidate.word.takes === 'clause'
  if (!says && tokens.lemma[candidate.head] !== 'understand') return null
  // Only a voice between commas, or behind one, takes all the rest for its content.
  const start = Math.min(cue.first, source.first)
  if (
    text.slice(tokens.from[start - 1] ?? 0, tokens.to[start - 1] ?? 0) !== ',' ||
    !/^VB[DZP]$/.test(tokens.xpos[candidate.head]!)
  )
    return null
  const low = candidate.content[0]?.first ?? start
  const high = Math.max(candidate.content[candidate.content.length - 1]?.last ?? 0, Math.max(cue.last, source.last))
  if (low >= start) return null
  const found = new Map<number, Voiced>()
  for (const owner of owners) {
    const draft = drafts[owner]!
    const spans = [...draft.source, ...draft.cue, ...draft.content]
    const anchor = draft.cue[0]
    if (!anchor || draft.source.length === 0 || spans.some((span) => span.first < low || span.last > high)) return null
    if (overlap(anchor, cue) > 0 || overlap(anchor, source) > 0) return null
    const holes = [cue, source]
    const clear = (list: readonly TokenSpan[]) =>
      holes
        .reduce((rest, hole) => rest.flatMap((span) => without(span, hole)), [...list])
        .filter((span) => span.last - span.first > 1 || !isPunctuation(tokens, span.first))
        .map((span) => withoutComma(tokens, text, span))
    const inner = { ...draft, source: clear(draft.source), content: clear(draft.content) }
    if (inner.source.length === 0 || inner.content.length === 0) return null
    found.set(owner, inner)
  }
  return found
}

/** "The claims could not be verified": nobody says so but the outlet. */
function isUnverified(text: string, tokens: TokenTable, { source, cue }: Voiced): boolean {
  const who = source[0]
  const said = cue[0]
  if (!said || (who && !/^W/.test(tokens.xpos[who.first]!))) return false
  return /^(?:could|can)(?:not| not|n[’']t) (?:\w+ )?be (?:\w+ )?(?:confirmed|verified)\b/i.test(
    text.slice(tokens.from[said.first], tokens.to[said.last - 1]),
  )
}

/** "No one has claimed it": nobody says anything; who will not say keeps silent all the same. */
function isNobody(text: string, tokens: TokenTable, { source, word }: Voiced): boolean {
  const who = source[0]
  if (!who || word === SILENT_CUE || word?.sense === 'attitude') return false
  return /^(?:no one|nobody|no-one)$/i.test(text.slice(tokens.from[who.first], tokens.to[who.last - 1]))
}

/** "laughed at his prayers": nobody says anything. */
function isLaughter(tokens: TokenTable, { head, cue }: Voiced): boolean {
  const last = cue[0] ? cue[0].last - 1 : -1
  return (
    head >= 0 &&
    /^(?:laugh|smile|shrug|grin)$/.test(tokens.lemma[head]!) &&
    (tokens.lemma[last] === 'at' || tokens.lemma[last + 1] === 'at')
  )
}

const ASKED: CueWord = { sense: 'attitude', stance: 'questions', takes: 'clause', kind: 'verb' }

/** "Asked whether ..., he replied": the reporter asks, not he. */
function asked(tokens: TokenTable, one: Voiced): Voiced {
  const cue = one.cue[0]
  if (!cue || one.head !== cue.first || tokens.lemma[one.head] !== 'ask') return one
  const source = one.source[0]
  const passive = tokens.xpos[one.head] === 'VBN' || (source !== undefined && source.first > cue.last)
  return passive ? { ...one, source: [], word: ASKED } : one
}

/** Text order; `toldBy` follows the drafts it points to. */
export function inOrder(all: readonly Voiced[]): Voiced[] {
  const order = all
    .map((_, at) => at)
    .sort(
      (a, b) =>
        startOf(all[a]!) - startOf(all[b]!) ||
        cueStart(all[a]!) - cueStart(all[b]!) ||
        lastOf(all[b]!) - lastOf(all[a]!) ||
        a - b,
    )
  const place = new Map(order.map((at, index) => [at, index]))
  return order.map((at) => {
    const one = all[at]!
    return one.toldBy < 0 ? one : { ...one, toldBy: place.get(one.toldBy) ?? -1 }
  })
}

const cueStart = (draft: Draft): number => draft.cue[0]?.first ?? Number.MAX_SAFE_INTEGER

function lastOf(draft: Draft): number {
  let last = 0
  for (const part of [draft.source, draft.cue, draft.content]) for (const span of part) last = Math.max(last, span.last)
  return last
}

/**
 * True for a rule's find that the tagger passed over and that is kept where it touches nothing of the tagger's: somebody
 * said it, in words of their own.
 */
function isTold(tokens: TokenTable, { word, head, sure }: Candidate): boolean {
  if (!sure || word.sense !== 'voice') return false
  if (keepsSilent(tokens, head) && word.stance !== 'tells') return true
  if (word.takes !== 'clause' && !SHOWING_VERBS.has(tokens.lemma[head]!)) return false
  // "should say", "to say": nobody has said it. "would not say whether", "neither would say": they keep silent.
  return word.kind !== 'verb' || tokens.xpos[head] !== 'VB' || keepsSilent(tokens, head) || isBare(tokens, head)
}

/** Words before a verb in which an auxiliary or a "to" of its own stands. */
const MAX_TO_HELPER = 4

/** "our friends maintain that": a finite verb that looks like a base form, since nothing before it asks for one. */
function isBare(tokens: TokenTable, verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - MAX_TO_HELPER); at--) {
    const upos = UPOS[tokens.upos[at]!]
    if (upos === 'AUX' || tokens.xpos[at] === 'TO' || tokens.xpos[at] === 'MD') return false
    if (tokens.head[at] === verb && /^nsubj/.test(tokens.relation[at]!)) return true
    if (upos === 'PUNCT') return tokens.head[verb] === -1
  }
  return tokens.head[verb] === -1
}

function isFirstPerson(text: string, tokens: TokenTable, { source }: Draft): boolean {
  const span = source[0]
  return span !== undefined && /^(I|we)$/i.test(text.slice(tokens.from[span.first], tokens.to[span.last - 1]))
}

/** True where a pronoun in what the host tells right behind its cue keeps silent, and no other noun can be meant by it. */
function refersBack(tokens: TokenTable, host: Voiced, { source }: Candidate): boolean {
  const who = source[0]
  const cue = host.cue[0]
  const told = host.content[0]
  if (!who || !cue || !told || host.source.length === 0 || who.last - who.first > 1) return false
  return (
    /^(?:it|he|she|they)$/.test(tokens.lemma[who.first]!.toLowerCase()) &&
    who.first - told.first <= 1 &&
    told.first >= cue.last
  )
}

/** "said A, adding B", "said A and warned B": a second saying of the same voice, not something inside the first. */
function addsOn(text: string, tokens: TokenTable, host: Voiced, candidate: Candidate): boolean {
  const { head } = candidate
  // "denounced that ... and demanded his return": finite like the first verb, where what lies between is not.
  const joined =
    candidate.word.takes === 'deed' &&
    host.head >= 0 &&
    tokens.xpos[head] === 'VBD' &&
    tokens.xpos[host.head] === 'VBD' &&
    /^(and|but)$/.test(tokens.lemma[head - 1] ?? '') &&
    tokens.relation[head] === 'conj' &&
    (tokens.head[head] === host.head || /^VBN?$/.test(tokens.xpos[tokens.head[head]!]!))
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

/** Gives the tagger's drafts without a source who the rules see before the same cue, where nobody else has those words. */
function nameSources(outer: Voiced[], plain: readonly Candidate[]): void {
  for (const { source, cue } of plain) {
    const who = source[0]
    const own = cue[0]
    if (!who || !own) continue
    const at = outer.findIndex((draft) => draft.source.length === 0 && draft.cue.some((span) => overlap(span, own) > 0))
    if (at < 0) continue
    const taken = outer.some((draft) => [...draft.cue, ...draft.content].some((span) => overlap(span, who) > 0))
    if (!taken) outer[at] = { ...outer[at]!, source }
  }
}

/** "..., which the army denies": what the army denies is the army's, and ends what was told before. */
function dispute(text: string, tokens: TokenTable, outer: Voiced[], plain: readonly Candidate[]): void {
  for (const candidate of plain) {
    const cue = candidate.cue[0]
    if (!isDisputed(candidate.word) || !cue) continue
    const hole = { first: startOf(candidate), last: cue.last }
    const owner = outer.findIndex((draft) => draft.cue.some((span) => overlap(span, cue) > 0))
    const others = outer.flatMap((draft, at) => {
      if (at === owner || !draft.content.some((span) => overlap(span, hole) > 0)) return []
      const content = draft.content
        .flatMap((span) => without(span, hole))
        .filter((span) => span.last <= hole.first || span.last - span.first > 1 || !isPunctuation(tokens, span.first))
      return [{ at, draft: { ...draft, content: content.map((span) => withoutComma(tokens, text, span)) } }]
    })
    if (others.some(({ draft }) => draft.content.length === 0)) continue
    for (const { at, draft } of others) outer[at] = draft
    const found = { ...candidate, toldBy: -1 }
    if (owner < 0) outer.push(found)
    else outer[owner] = found
  }
}

/** "Roe said it was over, while his lawyer insisted that it was not": two voices, side by side. */
function isSetBeside(text: string, tokens: TokenTable, host: Voiced, { source, cue, word, sure }: Candidate): boolean {
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

/** Of two finds of one cue the one that says who speaks. */
function onceEach(all: readonly Voiced[]): Voiced[] {
  const named = new Set(all.flatMap(({ source, cue }) => (source.length > 0 && cue[0] ? [cue[0].first] : [])))
  return all.filter(
    ({ source, cue, toldBy }) => source.length > 0 || toldBy >= 0 || !cue[0] || !named.has(cue[0].first),
  )
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

/** Cuts the part that the sibling tells off the host's content; null where nothing would be left on either side. */
function splitOff(
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
function clip(span: TokenSpan, into: readonly TokenSpan[]): TokenSpan[] {
  return into
    .map((one) => ({ first: Math.max(one.first, span.first), last: Math.min(one.last, span.last) }))
    .filter((one) => one.first < one.last)
}

/** "is believed", "was reported" without a source: nobody in particular tells it, whatever the verb means elsewhere. */
function unsaid(
  tokens: TokenTable,
  draft: Draft,
  found: { head: number; word: CueWord | null },
): { head: number; word: CueWord | null } {
  const cue = draft.cue[0]
  if (
    draft.source.length > 0 ||
    !cue ||
    tokens.xpos[found.head] !== 'VBN' ||
    !HEARSAY_VERBS.has(tokens.lemma[found.head]!)
  )
    return found
  for (let at = cue.first; at < found.head; at++)
    if (tokens.lemma[at] === 'be') return { head: found.head, word: HEARSAY }
  return found
}

/** "Roe | reportedly wants | to host it": nobody in particular tells that she wants it. */
function hearsay(tokens: TokenTable, draft: Draft): Voiced | null {
  const [cue, more] = draft.cue
  const adverb = cue?.first ?? -1
  if (
    !cue ||
    more ||
    draft.source.length > 0 ||
    cue.last - cue.first < 2 ||
    !/^(?:reportedly|allegedly)$/i.test(tokens.lemma[adverb]!)
  )
    return null
  const rest = { first: adverb + 1, last: cue.last }
  const content: TokenSpan[] = []
  for (const span of [...draft.content, rest].sort((a, b) => a.first - b.first)) {
    const before = content[content.length - 1]
    if (before && before.last === span.first) content[content.length - 1] = { first: before.first, last: span.last }
    else content.push(span)
  }
  return { source: [], cue: [{ first: adverb, last: adverb + 1 }], content, head: adverb, word: HEARSAY, toldBy: -1 }
}

/** "Roe is said to have left": who is said to have done it does not say so. */
function withoutSubject(tokens: TokenTable, draft: Draft, head: number): Draft {
  const cue = draft.cue[0]
  const [source] = draft.source
  const [told] = draft.content
  if (!cue || !source || !told || head < 0 || tokens.xpos[head] !== 'VBN' || !HEARSAY_VERBS.has(tokens.lemma[head]!))
    return draft
  if (source.last > cue.first || told.first !== cue.last || tokens.xpos[told.first] !== 'TO') return draft
  let be = false
  for (let at = cue.first; at < head; at++) if (tokens.lemma[at] === 'be') be = true
  return be ? { ...draft, source: [], content: [source, ...draft.content] } : draft
}

/** "is heard saying": the hearing is nobody's voice. */
function isOverheard(tokens: TokenTable, cue: TokenSpan, at: number): boolean {
  const last = cue.last - 1
  return (
    tokens.xpos[at] === 'VBN' &&
    last > at &&
    /^VBG?$/.test(tokens.xpos[last]!) &&
    cueVerb(tokens.lemma[last]!.toLowerCase())?.sense === 'voice'
  )
}

/** The word of a cue that the lexicon knows, else its last content word. */
function cueHead(tokens: TokenTable, draft: Draft): { head: number; word: CueWord | null } {
  let last = -1
  let top = -1
  for (const span of draft.cue) {
    for (let at = span.first; at < span.last; at++) {
      const upos = UPOS[tokens.upos[at]!]
      const lemma = tokens.lemma[at]!.toLowerCase()
      const word =
        upos === 'VERB'
          ? cueVerb(lemma)
          : upos === 'NOUN'
            ? cueNoun(lemma)
            : upos === 'ADJ'
              ? cueAdjective(lemma)
              : undefined
      // "appear to show": showing is what they do.
      const seems = /^(?:appear|seem)$/.test(lemma) && tokens.xpos[at + 1] === 'TO' && at + 2 < span.last
      if (word && upos === 'VERB' && !seems && !(word.sense === 'attitude' && isOverheard(tokens, span, at)))
        return { head: at, word }
      if (word && top < 0) top = at
      if (upos === 'VERB' || upos === 'NOUN' || upos === 'ADJ') last = at
    }
  }
  if (top >= 0) {
    const lemma = tokens.lemma[top]!.toLowerCase()
    return { head: top, word: cueNoun(lemma) ?? cueAdjective(lemma) ?? null }
  }
  return { head: last >= 0 ? last : (draft.cue[0]?.first ?? -1), word: null }
}

/**
 * True for words in quotation marks that somebody says: enough words, with a verb, and not all capitalised as the
 * title of a work or the name of a body is.
 */
function isUtterance(text: string, tokens: TokenTable, quotation: Quotation): boolean {
  let words = 0
  let capitals = 0
  let verbs = 0
  for (let at = quotation.first + 1; at < quotation.last; at++) {
    if (isPunctuation(tokens, at)) continue
    words++
    const upos = UPOS[tokens.upos[at]!]
    if (upos === 'VERB' || upos === 'AUX') verbs++
    if (/^\p{Lu}/u.test(text.slice(tokens.from[at]!, tokens.to[at]!))) capitals++
  }
  return words >= MIN_FLOATING && verbs > 0 && capitals * 5 < words * 4
}
