import {
  type Actor,
  type ActorId,
  type Attribution,
  type AttributionId,
  attributionId,
  type Document,
  type Mention,
  type Sentence,
  type Span,
  type TokenTable,
  UPOS,
} from '../../model/index.ts'
import { createTree, spanOfTokens } from '../../text/index.ts'
import { chainOf, describeSpeakers, indexOccasions, isOwnOutlet, isOwnVoice } from './chain.ts'
import { combine } from './combine.ts'
import { cutPieces } from './cut-pieces.ts'
import { createSpanIndex, type Draft, type TokenSpan, type Voiced } from './draft.ts'
import { slotValues } from './features.ts'
import { findCandidates } from './find-candidates.ts'
import { findClaimed } from './find-claimed.ts'
import { findDialogue } from './find-dialogue.ts'
import { findDisputed } from './find-disputed.ts'
import { findElliptic } from './find-elliptic.ts'
import { findHeard } from './find-heard.ts'
import { findMarkedQuestions } from './find-marked-questions.ts'
import { findOccasions, isOutletName } from './find-occasions.ts'
import { findPressed } from './find-pressed.ts'
import { findQuotations } from './find-quotations.ts'
import { findQuotedBehind } from './find-quoted-behind.ts'
import { findRequests } from './find-requests.ts'
import { findSetPhrases } from './find-set-phrases.ts'
import { findShown } from './find-shown.ts'
import { findSigned, findSignedHeadlines } from './find-signed.ts'
import { findSilent } from './find-silent.ts'
import { findSpeechActs } from './find-speech-acts.ts'
import { findBriefSayings, findTrailing } from './find-trailing.ts'
import { findTurns } from './find-turns.ts'
import { withoutAdjuncts } from './leading-adjunct.ts'
import { OUTLET_NAMES } from './lexicon.ts'
import { linkSpans } from './link-spans.ts'
import { mannerOf } from './manner.ts'
import { mendNearer } from './mend-nearer.ts'
import { mendOddCues } from './mend-odd-cues.ts'
import { mendOwnReports } from './mend-own-reports.ts'
import { mendTagged } from './mend-tagged.ts'
import { mendTrailing } from './mend-trailing.ts'
import { mendVoices } from './mend-voices.ts'
import { createPeople, nounOf, type People } from './people.ts'
import { resolveSpeakers } from './resolve-speakers.ts'
import { resolveTurns } from './resolve-turns.ts'
import { stanceOf } from './stance.ts'
import { ellipticStanding, standingOf } from './standing.ts'
import type { AttributionTagger } from './tagger.ts'
import { voiceWords } from './voice-words.ts'

export interface AttributeInput {
  readonly document: Document
  readonly syntax: TokenTable
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
  readonly actors: readonly Actor[]
}

/**
 * Every voice of a document, in text order: the tagger's outermost attributions (read off the tree by rule where there
 * is no tagger), the voices inside their contents, who speaks, through whom, and how. Time is linear in words but for
 * the voices of one document among themselves.
 */
export function attribute(input: AttributeInput, tagger: AttributionTagger | null): Attribution[] {
  const { document, syntax: tokens, sentences, mentions, actors } = input
  const { text } = document
  if (tokens.length === 0) return []
  const tree = createTree(tokens)
  const paragraphs = sentences.filter((one) => one.paragraph).map((one) => one.first)
  if (paragraphs[0] !== 0) paragraphs.unshift(0)
  const quotations = findQuotations(text, tokens, paragraphs)
  const spoken = [...findTurns(text, tokens, paragraphs), ...findDialogue(text, tokens, paragraphs)]
  const turns = spoken.length > 0 ? spoken : findMarkedQuestions(text, tokens, paragraphs)
  const page = { text, tokens, sentences, tree, quotations }
  const candidates = [
    ...withoutAdjuncts(text, tokens, sentences, quotations, findCandidates(page)).filter(
      (one) => one.content.length > 0,
    ),
    ...findBriefSayings(page),
    ...turns,
    ...findSigned(text, tokens, paragraphs, quotations),
  ]
  let tagged: Draft[] | null = null
  if (tagger) {
    const slots = slotValues(tokens, sentences, quotations, tree, candidates)
    const spans = tagger.tag(text, tokens, cutPieces(sentences), slots)
    const linked = withoutAdjuncts(text, tokens, sentences, quotations, linkSpans(text, tokens, sentences, spans))
    const voiced = mendVoices(
      text,
      tokens,
      sentences,
      tree,
      mendOddCues(tokens, quotations, mendNearer(tokens, linked, candidates), candidates),
    )
    tagged = mendTrailing(text, tokens, sentences, mendTagged(text, tokens, sentences, quotations, voiced, candidates))
  }
  const plain = [
    ...findSilent(text, tokens, sentences, tree),
    ...findDisputed(page),
    ...findSetPhrases(page),
    ...findSpeechActs(page),
    ...findRequests(page),
    ...findPressed(page),
    ...findTrailing(page).filter(({ source: [who] }) => !who || !isOwnOutlet(document, wordsOf(text, tokens, who))),
    ...findHeard(page),
    ...findQuotedBehind(page),
    ...findSignedHeadlines(text, tokens, paragraphs),
    ...findClaimed(page),
    ...findShown(page),
  ]
  const joined = combine(text, tokens, sentences, tree, tagged, candidates, plain, quotations, new Set(paragraphs))
  const drafts = mendOwnReports(document, tokens, sentences, joined)
  // Who declines to comment says that much.
  const people = createPeople(tokens, mentions, actors)
  const senses = drafts.map((draft) =>
    draft.content.length === 0 || vouches(tokens, draft, people) || declinesToSay(tokens, draft)
      ? 'voice'
      : (draft.word?.sense ?? 'voice'),
  )
  const parents = parentsOf(drafts, senses)
  const resolved = resolveSpeakers(text, tokens, tree, sentences, quotations, drafts, parents, people)
  const cast = resolveTurns({ text, tokens, paragraphs, drafts, turns, people }, resolved)
  const speakers = resolved.map((actor, at) => (cast.has(at) ? cast.get(at)!.actor : actor))
  const words = voiceWords(tokens, drafts, speakers).map((span, at) => cast.get(at)?.words ?? span)
  const elliptic = findElliptic(text, tokens, drafts, words).map((one, at) => (speakers[at] === null ? one : undefined))
  const occasions = indexOccasions(tokens, sentences, findOccasions(text, tokens, tree, people))
  const descriptions = describeSpeakers({ document, tokens, drafts, speakers, people })
  const isOwn = (at: number) => {
    const source = words[at]
    if (cast.get(at)?.own) return true
    if (source && speaksForItself(document, tokens, source, people.actor(speakers[at]))) return true
    // Who asks, in an interview that does not say who it is, is the outlet.
    if (source && speakers[at] === null && asksForOutlet(document, tokens, source)) return true
    return (
      source !== undefined &&
      parents[at]! < 0 &&
      !people.isNamed(speakers[at]) &&
      /^(?:we|i|this)$/.test(tokens.lemma[source.first]!.toLowerCase()) &&
      isOwnVoice(document, tokens, source)
    )
  }
  const acts = () => drafts.some((draft, at) => actsAsBody(tokens, draft) && isOwn(at))
  const institution = isInstitution(document) || (!isNewspaper(document) && acts())
  const fuller = words.map((span, at) => namedBy(tokens, drafts, speakers, at) ?? span)
  const stances = drafts.map((draft, at) => (senses[at] === 'voice' ? stanceOf(tokens, draft) : 'tells'))
  const ids: AttributionId[] = drafts.map((_, at) => attributionId(`s${at + 1}`))
  const spans = (list: readonly TokenSpan[]): Span[] => list.map((one) => spanOfTokens(tokens, one.first, one.last))
  return drafts.map((draft, at): Attribution => {
    const actor = people.actor(speakers[at])
    const parent = parents[at]!
    return {
      id: ids[at]!,
      source: spans(draft.source),
      actor: actor?.id ?? null,
      cue: spans(draft.cue),
      content: spans(draft.content),
      manner: mannerOf(text, tokens, quotations, draft.content),
      standing: isOwn(at)
        ? institution
          ? 'collective'
          : 'outlet'
        : (askedByAnybody(document, tokens, draft, actor) ??
          ellipticStanding(tokens, elliptic[at]) ??
          standingOf(text, tokens, withWords(draft, fuller[at]), actor, (one) => people.isNamed(one.id))),
      sense: senses[at]!,
      ...(stances[at] === 'tells' ? {} : { stance: stances[at]! }),
      within: parent < 0 ? null : ids[parent]!,
      chain: chainOf(
        {
          document,
          tokens,
          drafts,
          speakers,
          words,
          parents,
          elliptic,
          occasions,
          people,
          tree,
          actors,
          descriptions,
          institution: isInstitution(document),
        },
        at,
      ),
    }
  })
}

/** What publishes statements of its own and is no newsroom. */
const INSTITUTIONS =
  /\b(?:ministry|embassy|office|watch|fund|foundation|institute|cent(?:re|er)|union|commission|committee|court|government|council|amnesty|association|federation|society|department|party|nations|mission|presidency|organi[sz]ation|campaign)\b/i

/** "Amnesty International said today" in its own release: a body speaks, where no newsroom stands between. */
const isInstitution = ({ outlet }: Document) => INSTITUTIONS.test(outlet ?? '')

/** "The Harbor Post": by its last word a paper, a station or an agency. */
const isNewspaper = ({ outlet }: Document) => OUTLET_NAMES.has(outlet?.split(' ').at(-1)?.toLowerCase() ?? '')

/** "We call on all parties", "RBW condemns": deeds of bodies, and of no newsroom. */
const BODY_DEEDS = /^(?:condemn|urge|demand|deplore|appeal|call|welcome)$/

function actsAsBody(tokens: TokenTable, { head, source, cue }: Voiced): boolean {
  if (head < 0 || source.length === 0 || !/^VB[PZ]$/.test(tokens.xpos[head]!)) return false
  const lemma = tokens.lemma[head]!
  if (lemma === 'call') return cue.some(({ last }) => /^(?:on|for)$/.test(tokens.lemma[last - 1]!))
  return BODY_DEEDS.test(lemma)
}

/** "Q:" in an interview: who asks there is the outlet; in a ministry's briefing it is anybody. */
function asksForOutlet(document: Document, tokens: TokenTable, source: TokenSpan): boolean {
  const label = document.text.slice(tokens.from[source.first], tokens.to[source.last - 1])
  return document.outlet !== null && !isInstitution(document) && /^(?:Q\.?|question)$/i.test(label)
}

/** "QUESTION:" in a ministry's briefing: somebody of the press. */
function askedByAnybody(document: Document, tokens: TokenTable, { source }: Voiced, actor: Actor | undefined) {
  const label = source[0]
  if (!label || actor || !isInstitution(document)) return null
  return /^(?:Q\.?|question)$/i.test(wordsOf(document.text, tokens, label)) ? 'anonymous' : null
}

/** "The Sentinel" in The Washington Sentinel: the outlet speaks. */
function speaksForItself(document: Document, tokens: TokenTable, source: TokenSpan, actor: Actor | undefined): boolean {
  const words = document.text.slice(tokens.from[source.first], tokens.to[source.last - 1])
  return actor?.kind !== 'person' && actor?.kind !== 'state' && isOwnOutlet(document, words)
}

/** "declined to say whether": who will not say speaks, whatever refusing means elsewhere. */
function declinesToSay(tokens: TokenTable, { head, content }: Voiced): boolean {
  const first = content[0]?.first ?? -1
  if (head < 0 || !/^(?:decline|refuse)$/.test(tokens.lemma[head]!)) return false
  const verb = tokens.xpos[first] === 'TO' ? first + 1 : first
  return (
    first >= 0 &&
    /^(?:say|comment|disclose|reveal|discuss|answer|confirm|deny|elaborate|name|identify|specify|speculate|give|provide)$/.test(
      tokens.lemma[verb] ?? '',
    )
  )
}

/** "the Ledger understands", "Belta has learned": an outlet does not believe it, it says so. */
function vouches(tokens: TokenTable, draft: Voiced, people: People): boolean {
  const source = draft.source[0]
  if (!source || draft.head < 0 || !/^(understand|learn)$/.test(tokens.lemma[draft.head]!)) return false
  if (isOutletName(tokens, nounOf(tokens, source))) return true
  const mention = people.mentionOf(source)
  return mention?.kind === 'outlet' || people.actor(mention?.actor)?.kind === 'outlet'
}

/**
 * Of each draft the innermost voice (no attitude) whose content holds its cue, or its content where it has no cue; -1
 * where the document tells it itself.
 */
function parentsOf(drafts: readonly Voiced[], senses: readonly string[]): number[] {
  const index = createSpanIndex()
  const sizes = drafts.map((draft) => draft.content.reduce((sum, span) => sum + span.last - span.first, 0))
  drafts.forEach((draft, owner) => {
    if (senses[owner] === 'voice') for (const span of draft.content) index.add(owner, span)
  })
  return drafts.map((draft, at) => {
    if (draft.toldBy >= 0) return draft.toldBy
    const anchor = draft.cue[0]?.first ?? draft.content[0]?.first ?? draft.source[0]?.first ?? -1
    const own = sizes[at]!
    let best = -1
    for (const owner of index.holding(anchor)) {
      // Two voices that hold each other would make a circle: the wider content is the outer one.
      const size = sizes[owner]!
      if (owner === at || size < own || (size === own && owner > at)) continue
      // Of two that tell the same, the one told by the other is the nearer.
      const nearer = best >= 0 && size === sizes[best] && drafts[owner]!.toldBy === best
      if (best < 0 || size < sizes[best]! || nearer) best = owner
    }
    return best
  })
}

/** "They said" behind "judicial sources said": the nearest words before by which the same voice goes, for its standing. */
function namedBy(
  tokens: TokenTable,
  drafts: readonly Voiced[],
  speakers: readonly (ActorId | null)[],
  at: number,
): TokenSpan | undefined {
  const source = drafts[at]!.source[0]
  if (!source || speakers[at] === null || UPOS[tokens.upos[source.first]!] !== 'PRON') return undefined
  for (let back = at - 1; back >= 0; back--) {
    const other = drafts[back]!.source[0]
    if (other && speakers[back] === speakers[at] && UPOS[tokens.upos[other.first]!] !== 'PRON') return other
  }
  return undefined
}

const wordsOf = (text: string, tokens: TokenTable, { first, last }: TokenSpan) =>
  text.slice(tokens.from[first], tokens.to[last - 1])

/** The draft with the words that say who speaks first among its source. */
function withWords(draft: Voiced, words: TokenSpan | undefined): Voiced {
  return words === undefined || words === draft.source[0] ? draft : { ...draft, source: [words] }
}
