import { type TokenTable, UPOS } from '../../model/index.ts'
import { type Candidate, HEARSAY_VERBS } from './candidate.ts'
import { aroundParenthesis, INFINITIVES, nextSentence, questionAfter, thatClause } from './clause-after.ts'
import {
  apart,
  clauseSpans,
  leadIn,
  nounBeside,
  parenthetic,
  pieces,
  quotationBeside,
  runOn,
  snapToQuotations,
  utterances,
} from './content-spans.ts'
import { isPunctuation, type TokenSpan } from './draft.ts'
import { MAX_SUBJECT } from './from-noun.ts'
import { fromImpersonal, fromPassive, isImpersonal } from './from-passive.ts'
import {
  type CandidateInput,
  childWith,
  clauseOf,
  hasMark,
  isClause,
  PASSIVE_SUBJECTS,
  QUOTED,
  QUOTING,
  SUBJECTS,
  sourceSpan,
  subjectOf,
  verbGroup,
} from './grammar.ts'
import { keepsSilent } from './keeps-silent.ts'
import { subjectBehind } from './leading-adjunct.ts'
import { type CueWord, cueVerb, DOCUMENT_NOUNS, SHOWING_VERBS } from './lexicon.ts'

const PASSIVE_AUXILIARIES = new Set(['aux:pass'])

const OBJECTS = new Set(['obj'])

/** What a reporting verb tells, and who: the verb's subject, its clause, the quotation beside it. Null where it tells nothing. */
export function fromVerb(input: CandidateInput, verb: number, word: CueWord): Candidate | null {
  const { tokens, tree } = input
  const cue = verbGroup(input, verb)
  const passive = childWith(tokens, tree, verb, PASSIVE_SUBJECTS)
  if (passive >= 0 && childWith(tokens, tree, verb, PASSIVE_AUXILIARIES) >= 0)
    return fromPassive(input, verb, word, cue, passive)
  if (HEARSAY_VERBS.has(tokens.lemma[verb]!) && isImpersonal(tokens, tree, verb))
    return fromImpersonal(input, verb, cue)
  const subject = subjectOf(tokens, tree, verb)
  // "..., the Ledger understands."
  const vouched = tokens.lemma[verb] === 'understand' && tokens.xpos[verb] === 'VBZ'
  const between = word.takes === 'clause' || vouched ? parenthetic(input, cue) : null
  if (between) {
    const sentence = input.sentences[tokens.sentence[verb]!]!
    const content = pieces(input, sentence, [{ first: between.source.first, last: between.last }]).map((piece) =>
      snapToQuotations(input, piece),
    )
    return { source: [between.source], cue: [cue], content, head: verb, word, sure: true }
  }
  const own =
    subject < 0
      ? (leadingSubject(input, cue) ?? behindAdjunct(input, verb))
      : apart(input, verb, subject)
        ? null
        : sourceSpan(input, subject, cue)
  const said = word.takes === 'clause' && childWith(tokens, tree, verb, PASSIVE_AUXILIARIES) < 0
  const beside = said ? quotationBeside(input, cue, own) : null
  const source = own ?? (beside ? nounBeside(input, cue, beside) : null)
  const taken = source ? [cue, source] : [cue]
  const quoting = QUOTING.has(tokens.lemma[verb]!) ? fromQuoting(input, verb, word, cue, source) : null
  if (quoting) return quoting
  const clause = clauseOf(tokens, tree, verb)
  if (beside && clause >= 0 && beside.first >= cue.last && tree.extent(clause).first < beside.first) {
    // "claimed the release “would not have happened”": the clause begins outside the marks.
    const { first, last } = tree.extent(clause)
    const end = Math.max(beside.last, Math.min(last, nextSentence(input, verb)))
    const scope = { first: Math.max(cue.last, first), last: end === beside.last ? runOn(input, end) : end }
    const [start, ...rest] = pieces(input, scope, taken).map((piece) => snapToQuotations(input, piece))
    const content = start ? [{ first: leadIn(input, verb, cue, start.first), last: start.last }, ...rest] : []
    return { source: source ? [source] : [], cue: [cue], content, head: verb, word, sure: source !== null }
  }
  if (beside && (clause < 0 || apart(input, verb, clause))) {
    const [start, ...rest] = source ? utterances(input, beside, taken) : [beside]
    const content = start
      ? [{ first: leadIn(input, verb, cue, start.first), last: ranOn(input, cue, start) }, ...rest]
      : []
    return { source: source ? [source] : [], cue: [cue], content, head: verb, word, sure: source !== null }
  }
  if (clause >= 0 && isClause(tokens, tree, clause)) {
    const [start, ...rest] = clauseSpans(input, clause, taken)
    if (start) {
      const first = hasMark(tokens, tree, clause) ? start.first : leadIn(input, verb, cue, start.first)
      const content = [{ first, last: start.last }, ...rest]
      return { source: source ? [source] : [], cue: [cue], content, head: verb, word, sure: source !== null }
    }
  }
  if (word.takes === 'clause') {
    const around = aroundParenthesis(input, verb, taken)
    if (around.length > 0 && source)
      return { source: [source], cue: [cue], content: around, head: verb, word, sure: false }
    const content = source && around.length === 0 ? thatClause(input, cue) : null
    if (source && content) return { source: [source], cue: [cue], content: [content], head: verb, word, sure: true }
  }
  if (source === null) return null
  if (SHOWING_VERBS.has(tokens.lemma[verb]!) && subject >= 0 && showsItself(tokens, source)) {
    const object = childWith(tokens, tree, verb, OBJECTS)
    if (object > verb) {
      const { last } = tree.extent(verb)
      const scope = {
        first: Math.max(cue.last, Math.min(object, tree.extent(object).first)),
        last: Math.min(last, nextSentence(input, verb)),
      }
      const content = pieces(input, scope, taken)
      if (content.length > 0) return { source: [source], cue: [cue], content, head: verb, word, sure: true }
    }
  }
  const infinitive = childWith(tokens, tree, verb, INFINITIVES)
  if (infinitive > verb && (word.sense === 'attitude' || word.takes === 'deed') && hasMark(tokens, tree, infinitive)) {
    // "wants Kovia to free them": Kovia belongs to what is wanted.
    const object = childWith(tokens, tree, verb, OBJECTS)
    const [start, ...rest] = clauseSpans(input, infinitive, taken)
    if (start) {
      const first =
        object >= cue.last && object < start.first ? Math.max(cue.last, tree.extent(object).first) : start.first
      return {
        source: [source],
        cue: [cue],
        content: [{ first, last: start.last }, ...rest],
        head: verb,
        word,
        sure: false,
      }
    }
  }
  const silent = keepsSilent(tokens, verb)
  if (word.stance === 'denies' || word.stance === 'confirms') {
    const object = childWith(tokens, tree, verb, OBJECTS)
    if (object > verb) {
      const content = clauseSpans(input, object, taken)
      // "would neither confirm nor deny the report"
      const both = silent && tokens.relation[verb] === 'conj' && tokens.xpos[tokens.head[verb]!] === 'VB'
      const whole = both ? { first: verbGroup(input, tokens.head[verb]!).first, last: cue.last } : cue
      return { source: [source], cue: [whole], content, head: verb, word, sure: silent }
    }
  }
  if (silent && word.takes === 'clause') {
    // "would not say from whom", "would say on the record what they had asked for": up to the sentence's end.
    const question = questionAfter(input, cue.last)
    const content = question < 0 ? [] : pieces(input, { first: question, last: nextSentence(input, verb) }, taken)
    if (content.length > 0) return { source: [source], cue: [cue], content, head: verb, word, sure: true }
  }
  return null
}

/** "According to the office, 61 of those it visited said ...": what stands between that and the cue, read as it stands. */
function leadingSubject({ text, tokens, sentences, tree }: CandidateInput, cue: TokenSpan): TokenSpan | null {
  const { first } = sentences[tokens.sentence[cue.first]!]!
  if (!isAccording(tokens, first) || tokens.relation[cue.last - 1] !== 'root') return null
  let comma = first
  while (comma < cue.first && text.slice(tokens.from[comma]!, tokens.to[comma]!) !== ',') comma++
  let last = cue.first
  while (last > comma && isPunctuation(tokens, last - 1)) last--
  const size = last - comma - 1
  if (size < 1 || size > MAX_SUBJECT || !/^(DET|ADJ|NOUN|PROPN|NUM|PRON)$/.test(UPOS[tokens.upos[comma + 1]!]!))
    return null
  const clear = !tree.children(cue.last - 1).some((child) => SUBJECTS.has(tokens.relation[child]!))
  return clear ? { first: comma + 1, last } : null
}

const behindAdjunct = ({ text, tokens, sentences }: CandidateInput, verb: number) =>
  subjectBehind(text, tokens, sentences[tokens.sentence[verb]!]!, verb)

const isAccording = (tokens: TokenTable, at: number) => /^accord(ing)?$/.test(tokens.lemma[at]!.toLowerCase())

/** "footage from the talks shows ...": a paper or a picture that shows. */
function showsItself(tokens: TokenTable, source: TokenSpan): boolean {
  for (let at = source.first; at < source.last; at++) {
    const upos = UPOS[tokens.upos[at]!]
    if (DOCUMENT_NOUNS.has(tokens.lemma[at]!)) return true
    if (upos === 'ADP' || upos === 'VERB') return false
  }
  return false
}

/** A quotation after the cue that the sentence goes on from ("called it “a first step” towards peace"). */
function ranOn(input: CandidateInput, cue: TokenSpan, quotation: TokenSpan): number {
  // "chanted “...” and marched on" is a second deed.
  const joined = UPOS[input.tokens.upos[quotation.last] ?? 0] === 'CCONJ'
  return quotation.first >= cue.last && !joined ? runOn(input, quotation.last) : quotation.last
}

/** "Belta quoted him as saying that ...": Belta tells all of it; what he says is read off "saying". */
function fromQuoting(
  input: CandidateInput,
  verb: number,
  word: CueWord,
  cue: TokenSpan,
  source: TokenSpan | null,
): Candidate | null {
  const { tokens, tree, sentences } = input
  const quoted = childWith(tokens, tree, verb, QUOTED)
  const saying = tree
    .children(verb)
    .find((child) => child > verb && tokens.xpos[child] === 'VBG' && cueVerb(tokens.lemma[child]!.toLowerCase()))
  if (!source || quoted < verb || saying === undefined) return null
  const first = tree.extent(quoted).first
  const last = Math.min(
    Math.max(tree.extent(saying).last, tree.extent(verb).last),
    sentences[tokens.sentence[verb]!]!.last,
  )
  const content = pieces(input, { first, last }, [cue, source]).map((piece) => snapToQuotations(input, piece))
  return { source: [source], cue: [cue], content, head: verb, word, sure: true }
}
