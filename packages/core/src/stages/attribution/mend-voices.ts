import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import { type Draft, overlap, type TokenSpan, without } from './draft.ts'
import { findAccordingToWhich } from './find-according-to-which.ts'
import { ADDRESSED } from './grammar.ts'
import { cueVerb, DOCUMENT_NOUNS } from './lexicon.ts'

/**
 * Gives the words of the tagger's drafts to the voice that the grammar around the cue says they are of: who is heard
 * saying them, by whom somebody was told, whose report it is, "according to which", and the last words of a headline.
 */
export function mendVoices(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  tree: Tree,
  drafts: readonly Draft[],
): Draft[] {
  const form = (at: number) => text.slice(tokens.from[at], tokens.to[at])
  const mended = drafts
    .map((draft) => heard(tokens, tree, draft))
    .map((draft) => quotedBy(tokens, tree, draft, form))
    .map((draft) => told(tokens, draft))
    .map((draft) => ({ ...draft, source: draft.source.map((span) => possessed(tokens, draft, span)) }))
    .map((draft) => accordingToWhich(text, tokens, sentences, draft))
    .map((draft) => beforeSemicolon(tokens, draft, form))
    .map((draft) => withClaimants(tokens, draft))
    .map((draft) => calledInMarks(tokens, draft, form))
    .map((draft) => postedBy(tokens, draft, form))
    .map((draft) => copied(tokens, draft, form))
    .map((draft) => wholePaper(tokens, draft, form))
    .map((draft) => behindWhile(draft, form))
    .map((draft) => saidTo(tokens, draft, form))
    .map((draft) => appearing(tokens, draft))
    .map((draft) => reportsCiting(tokens, draft, form))
  return headlines(text, tokens, sentences, mended, form)
}

type Form = (at: number) => string

const NOMINAL = /^(DET|ADJ|NOUN|PROPN|NUM)$/
const isNominal = (tokens: TokenTable, at: number) => NOMINAL.test(UPOS[tokens.upos[at] ?? 0]!)

/** What one does to whose voice is on a recording or at a scene: "is heard saying", "was filmed telling". */
const OVERHEARD = /^(hear|overhear|see|film|record|show|picture)$/

/** "A man off camera is heard saying": he says it, not the footage of the sentence before. */
function heard(tokens: TokenTable, tree: Tree, draft: Draft): Draft {
  const cue = draft.cue[0]
  if (!cue || cue.last - cue.first < 2 || !cueVerb(tokens.lemma[cue.last - 1]!.toLowerCase())) return draft
  let verb = -1
  for (let at = cue.first; at < cue.last - 1; at++)
    if (tokens.xpos[at] === 'VBN' && OVERHEARD.test(tokens.lemma[at]!)) verb = at
  if (verb < 0 || !/^VBG?$/.test(tokens.xpos[cue.last - 1]!)) return draft
  const subject = tree.children(verb).find((child) => child < cue.first && tokens.relation[child]!.startsWith('nsubj'))
  if (subject === undefined) return draft
  const { first } = tree.extent(subject)
  const source = { first: Math.max(first, 0), last: cue.first }
  if (draft.source.some((span) => overlap(span, source) > 0)) return draft
  return { ...draft, source: [source], content: draft.content.flatMap((span) => without(span, source)) }
}

/** Words from "quoted" to "as saying" at most: "quoted on Monday by the news agency Belta". */
const MAX_TO_AS = 10

/** "His secretary, Jane Roe, was quoted by Belta as saying ...": she says it; Belta is a part of how it came. */
function quotedBy(tokens: TokenTable, tree: Tree, draft: Draft, form: Form): Draft {
  const cue = draft.cue[0]
  if (!cue) return draft
  let as = cue.first
  while (as < cue.last && !(form(as) === 'as' && tokens.xpos[as + 1] === 'VBG')) as++
  if (as === cue.last) return draft
  let verb = as
  while (
    verb > 0 &&
    as - verb <= MAX_TO_AS &&
    !(/^(?:quote|cite)$/.test(tokens.lemma[verb]!) && tokens.xpos[verb] === 'VBN')
  )
    verb--
  if (as - verb > MAX_TO_AS || tokens.sentence[verb] !== tokens.sentence[as]) return draft
  let by = verb + 1
  while (by < as && form(by) !== 'by') by++
  const subject = tree.children(verb).find((child) => child < verb && tokens.relation[child]!.startsWith('nsubj'))
  if (by === as || subject === undefined) return draft
  let start = verb
  while (start > subject + 1 && UPOS[tokens.upos[start - 1]!] === 'AUX') start--
  const source = { first: tree.extent(subject).first, last: start }
  while (source.last > subject + 1 && UPOS[tokens.upos[source.last - 1]!] === 'PUNCT') source.last--
  const whole = { first: start, last: as + 2 }
  const content = draft.content.flatMap((span) => without(span, { first: source.first, last: whole.last }))
  return content.length === 0 ? draft : { source: [source], cue: [whole], content }
}

/** "His mother had been told by the prison that ...": the prison tells it. */
function told(tokens: TokenTable, draft: Draft): Draft {
  const cue = draft.cue[0]
  if (!cue || draft.content.length === 0) return draft
  const by = tokens.lemma[cue.last - 1] === 'by' ? cue.last - 1 : cue.last
  const verb = by - 1
  if (tokens.lemma[by] !== 'by' || tokens.xpos[verb] !== 'VBN' || !ADDRESSED.has(tokens.lemma[verb]!)) return draft
  let last = by + 1
  while (last < tokens.length && isNominal(tokens, last)) last++
  if (last === by + 1 || UPOS[tokens.upos[last - 1]!] === 'DET') return draft
  const source = { first: by + 1, last }
  return {
    source: [source],
    cue: draft.cue,
    content: draft.content.flatMap((span) => without(span, { first: by, last })),
  }
}

/** "The service's | annual assessment speaks of": what the voice is stands after the possessive. */
function possessed(tokens: TokenTable, draft: Draft, span: TokenSpan): TokenSpan {
  if (tokens.xpos[span.last - 1] !== 'POS') return span
  let last = span.last
  while (last < tokens.length && isNominal(tokens, last) && !draft.cue.some((one) => one.first === last)) last++
  const noun = /^(NOUN|PROPN)$/.test(UPOS[tokens.upos[last - 1]!]!)
  const free = !draft.content.some((one) => overlap(one, { first: span.last, last }) > 0)
  return noun && free ? { first: span.first, last } : span
}

/** "which the smuggler" is no source of "according to": what "which" means is. */
function accordingToWhich(text: string, tokens: TokenTable, sentences: readonly Sentence[], draft: Draft): Draft {
  const cue = draft.cue[0]
  if (!cue || draft.source[0]?.first !== cue.last) return draft
  return findAccordingToWhich(text, tokens, sentences, cue) ?? draft
}

/** "“One had a list,” said Roe; her neighbour heard him.": what comes after the semicolon is no part of what Roe said. */
function beforeSemicolon(tokens: TokenTable, draft: Draft, form: Form): Draft {
  const [cue] = draft.cue
  const [quoted, ...rest] = draft.content
  if (!cue || !quoted || rest.length === 0 || quoted.last > cue.first) return draft
  if (!/^[”"’'»]$/.test(form(quoted.last - 1))) return draft
  const kept = rest.filter(
    (span) =>
      form(span.first - 1) !== ';' ||
      tokens.sentence[span.first] !== tokens.sentence[cue.first] ||
      /^[“"‘'«]$/.test(form(span.first)),
  )
  return kept.length === rest.length ? draft : { ...draft, content: [quoted, ...kept] }
}

/** "rejected claims | by activists | that ...": whose claims they are is a part of what is rejected. */
function withClaimants(tokens: TokenTable, draft: Draft): Draft {
  const [cue] = draft.cue
  const [noun, clause, ...rest] = draft.content
  if (!cue || !noun || !clause || rest.length > 0 || noun.first < cue.last || clause.first - noun.last > MAX_CLAIMANT)
    return draft
  if (tokens.lemma[noun.last] !== 'by' || tokens.lemma[clause.first] !== 'that') return draft
  for (let at = noun.last + 1; at < clause.first; at++) if (!isNominal(tokens, at)) return draft
  const gap = { first: noun.last, last: clause.first }
  if (draft.source.some((span) => overlap(span, gap) > 0)) return draft
  return { ...draft, content: [{ first: noun.first, last: clause.last }] }
}

/** Words between "claims" and "that" at most. */
const MAX_CLAIMANT = 6

/** "“He lied,” commander “Hawk” said": a name in marks of its own is no part of what is said. */
function calledInMarks(tokens: TokenTable, draft: Draft, form: Form): Draft {
  const [cue] = draft.cue
  const [said] = draft.content
  if (!cue || !said || draft.source.length > 0 || draft.content.length > 1 || said.last !== cue.first) return draft
  const close = said.last - 1
  if (!/^[”"’'»]$/.test(form(close))) return draft
  let first = close - 1
  while (first > said.first && close - first <= MAX_NICKNAME && !/^[“"‘'«„]$/.test(form(first))) first--
  if (close - first > MAX_NICKNAME || UPOS[tokens.upos[close - 1]!] !== 'PROPN') return draft
  while (first > said.first && isNominal(tokens, first - 1)) first--
  if (first - said.first < 3 || !/^[”"’'»]$/.test(form(first - 1))) return draft
  return { ...draft, source: [{ first, last: said.last }], content: [{ first: said.first, last: first }] }
}

/** Words of a name in marks at most, the opening mark counted. */
const MAX_NICKNAME = 4

/** "Posted at 04:12 by @JaneRoe: “...”": who posted it says it. */
function postedBy(tokens: TokenTable, draft: Draft, form: Form): Draft {
  const [source, more] = draft.source
  const cue = draft.cue[0]
  if (!source || more || !cue || form(cue.first) !== ':' || !/^(VBN|VBD)$/.test(tokens.xpos[source.first]!))
    return draft
  for (let at = source.first + 1; at < source.last - 1; at++)
    if (form(at) === 'by') return { ...draft, source: [{ first: at + 1, last: source.last }] }
  return draft
}

/** "The draft, a copy of which was seen by the Post, provides for": the draft says it, not the copy. */
function copied(tokens: TokenTable, draft: Draft, form: Form): Draft {
  const [source] = draft.source
  if (!source || form(source.first - 1) !== ',') return draft
  let which = source.first
  while (which < source.last && !/^W/.test(tokens.xpos[which]!)) which++
  if (which === source.last || which === source.first || form(which - 1) !== 'of' || form(which) !== 'which')
    return draft
  let first = source.first - 1
  while (first > 0 && isNominal(tokens, first - 1)) first--
  return first === source.first - 1 ? draft : { ...draft, source: [{ first, last: source.first - 1 }] }
}

/** "Footage verified by | the BBC | shows": the footage shows it, not who verified it. */
function wholePaper(tokens: TokenTable, draft: Draft, form: Form): Draft {
  const [source, more] = draft.source
  const cue = draft.cue[0]
  if (!source || more || !cue || cue.first !== source.last || form(source.first - 1) !== 'by') return draft
  const verb = source.first - 2
  if (!/^VB[ND]$/.test(tokens.xpos[verb] ?? '') || !DOCUMENT_NOUNS.has(tokens.lemma[verb - 1]?.toLowerCase() ?? ''))
    return draft
  let first = verb - 1
  while (first > 0 && tokens.sentence[first - 1] === tokens.sentence[verb] && isNominal(tokens, first - 1)) first--
  const whole = { first, last: source.last }
  return { ...draft, source: [whole], content: draft.content.flatMap((span) => without(span, whole)) }
}

/** "the Star, while | the Telegraph | reports": the one behind "while" reports. */
function behindWhile(draft: Draft, form: Form): Draft {
  const [source, more] = draft.source
  if (!source || more || draft.cue[0]?.first !== source.last) return draft
  for (let at = source.last - 2; at > source.first; at--)
    if (/^(?:while|whereas)$/.test(form(at)) && form(at - 1) === ',')
      return { ...draft, source: [{ first: at + 1, last: source.last }] }
  return draft
}

/** "Roe to BILD: “...”": she says it, and not the paper that she says it to. */
function saidTo(tokens: TokenTable, draft: Draft, form: Form): Draft {
  const [source, more] = draft.source
  const cue = draft.cue[0]
  if (!source || more || !cue || form(cue.first) !== ':' || source.last !== cue.first) return draft
  const to = form(source.first - 1) === 'to' ? source.first - 1 : -1
  let first = to
  while (first > 0 && tokens.sentence[first - 1] === tokens.sentence[cue.first] && isNominal(tokens, first - 1)) first--
  if (to < 0 || first === to) return draft
  return { ...draft, source: [{ first, last: to }], cue: [{ first: to, last: cue.last }] }
}

/** "is now reporting, citing | the palace, that ...": the reporting is the cue; who is cited has one of its own. */
function reportsCiting(tokens: TokenTable, draft: Draft, form: Form): Draft {
  const cue = draft.cue[0]
  if (!cue || !/^(?:cite|quote)$/.test(tokens.lemma[cue.last - 1]!) || form(cue.last - 2) !== ',') return draft
  if (cue.last - cue.first < 3) return draft
  const that = draft.content.find((span) => tokens.lemma[span.first] === 'that')
  const cited = draft.content.length === 1 && draft.content[0]!.first === cue.last
  if (!that && !cited) return draft
  return { ...draft, cue: [{ first: cue.first, last: cue.last - 2 }], content: that ? [that] : [] }
}

/** "Satellite images appear | to show trenches": images that seem to show something show it. */
function appearing(tokens: TokenTable, draft: Draft): Draft {
  const cue = draft.cue[0]
  if (!cue || !/^(?:appear|seem)$/.test(tokens.lemma[cue.last - 1]!)) return draft
  const verb = cue.last + 1
  const told = draft.content.find((span) => span.first === cue.last)
  if (
    !told ||
    tokens.xpos[cue.last] !== 'TO' ||
    !/^(?:show|capture|depict|confirm|indicate|prove|record)$/.test(tokens.lemma[verb] ?? '')
  )
    return draft
  const before = draft.content.find((span) => span.last === cue.first)
  const source = draft.source[0] ?? before
  if (!source || told.last <= verb + 1) return draft
  let paper = false
  for (let at = source.first; at < source.last && !paper; at++)
    paper = DOCUMENT_NOUNS.has(tokens.lemma[at]!.toLowerCase())
  if (!paper) return draft
  return {
    source: [source],
    cue: [{ first: cue.first, last: verb + 1 }],
    content: draft.content
      .filter((span) => span !== before)
      .map((span) => (span === told ? { first: verb + 1, last: told.last } : span)),
  }
}

/** Words of the voice in a headline at most: "former prison mate". */
const MAX_HEADLINE_VOICE = 3
/** Words that are shouted before a headline's colon at most: "BREAKING", "JUST IN". */
const MAX_SHOUT = 3
/** Words of what a headline tells at least. */
const MIN_HEADLINE = 3

/** "Banker ‘still in cell’, wife says", "..., says wife": headlines leave out articles and the full stop. */
function headlines(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
  form: Form,
): Draft[] {
  const result = [...drafts]
  for (const sentence of sentences) {
    const found = headline(text, tokens, sentence, form)
    if (!found) continue
    // What the tagger made of the same words goes.
    for (let at = result.length - 1; at >= 0; at--) {
      const one = result[at]!
      const inside = [...one.cue, ...one.content].every(
        (span) => span.first >= sentence.first && span.last <= sentence.last,
      )
      if (
        inside &&
        (one.cue.some((span) => form(span.first) === ':' || overlap(span, found.cue[0]!) > 0) || one.cue.length === 0)
      )
        result.splice(at, 1)
    }
    result.push(found)
  }
  return result
}

function headline(text: string, tokens: TokenTable, sentence: Sentence, form: Form): Draft | null {
  const { first, last } = sentence
  const paragraphEnds = last >= tokens.length || /\n/.test(text.slice(tokens.to[last - 1], tokens.from[last]))
  if (!paragraphEnds || !sentence.paragraph || !/\p{L}$/u.test(form(last - 1))) return null
  let comma = last - 1
  while (comma > first && last - comma <= MAX_HEADLINE_VOICE + 2 && form(comma) !== ',') comma--
  if (form(comma) !== ',' || comma - first < MIN_HEADLINE || last - comma < 3) return null
  const tells = (at: number) => {
    const word = cueVerb(tokens.lemma[at]!.toLowerCase()) ?? cueVerb(form(at).toLowerCase().replace(/s$/, ''))
    return word?.sense === 'voice' && word.takes === 'clause' && /[^s]s$/.test(form(at))
  }
  const verb = tells(last - 1) ? last - 1 : tells(comma + 1) ? comma + 1 : -1
  if (verb < 0) return null
  const source = verb === last - 1 ? { first: comma + 1, last: verb } : { first: verb + 1, last }
  for (let at = source.first; at < source.last; at++)
    if (!/^(NOUN|PROPN|ADJ)$/.test(UPOS[tokens.upos[at]!]!)) return null
  let label = first
  for (let at = first; at < first + MAX_SHOUT && /^[\p{Lu}\d]+$/u.test(form(at)); at++)
    if (form(at + 1) === ':') label = at + 2
  return { source: [source], cue: [{ first: verb, last: verb + 1 }], content: [{ first: label, last: comma }] }
}
