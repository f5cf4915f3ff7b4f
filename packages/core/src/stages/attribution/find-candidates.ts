import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
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
import { createSpanIndex, type Draft, isPunctuation, type TokenSpan } from './draft.ts'
import { findAccordingToWhich } from './find-according-to-which.ts'
import {
  ADDRESSED,
  type CandidateInput,
  CLAUSES,
  childWith,
  clauseOf,
  hasCase,
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
import { isStandard } from './is-standard.ts'
import { keepsSilent } from './keeps-silent.ts'
import {
  type CueWord,
  cueAdjective,
  cueNoun,
  cueVerb,
  DOCUMENT_NOUNS,
  HEARSAY_ADVERBS,
  SHOWING_VERBS,
  SOURCE_PREPOSITIONS,
} from './lexicon.ts'

/** An attribution read off the tree by rule, with the word that carries its cue. */
export interface Candidate extends Draft {
  readonly head: number
  readonly word: CueWord
  /** True where the content is a clause of its own or a quotation, so that little but a wrong parse can spoil it. */
  readonly sure: boolean
}

/** What nobody in particular tells. */
export const HEARSAY: CueWord = { sense: 'voice', stance: 'tells', takes: 'clause', kind: 'verb' }

const ACCORDING: CueWord = { sense: 'voice', stance: 'tells', takes: 'clause', kind: 'verb' }

/**
 * Reads attributions off the tree: reporting verbs, nouns and adjectives with their subject and clause, "according to",
 * "reportedly", quotations beside a reporting verb. Nested ones are found like any other. In text order of the cue.
 */
export function findCandidates(input: CandidateInput): Candidate[] {
  const { tokens } = input
  const found: Candidate[] = []
  for (let at = 0; at < tokens.length; at++) {
    const upos = UPOS[tokens.upos[at]!]
    const lemma = tokens.lemma[at]!.toLowerCase()
    let candidate: Candidate | null = null
    if (upos === 'VERB') {
      const word = cueVerb(lemma)
      if (word) candidate = fromVerb(input, at, word)
      else if (tokens.xpos[at] === 'VBG' && tokens.lemma[at + 1] === 'to') candidate = fromAccording(input, at)
    } else if (upos === 'NOUN') {
      const word = cueNoun(lemma)
      if (word) candidate = fromNoun(input, at, word)
      else if (SHOWING_VERBS.has(lemma) && tokens.xpos[at] === 'NNS') candidate = fromMistaken(input, at)
    } else if (upos === 'ADJ') {
      const word = cueAdjective(lemma)
      if (word) candidate = fromAdjective(input, at, word)
    } else if (upos === 'ADV' && HEARSAY_ADVERBS.has(lemma)) candidate = fromHearsay(input, at)
    else if (SOURCE_PREPOSITIONS.has(lemma)) candidate = fromAccording(input, at)
    if (candidate) found.push(candidate)
  }
  return found
}

/** Candidates that no other candidate's content holds. */
export function outermost(candidates: readonly Candidate[]): Candidate[] {
  const index = createSpanIndex()
  candidates.forEach((one, owner) => {
    for (const span of one.content) index.add(owner, span)
  })
  return candidates.filter(
    (one) =>
      !index.holding(one.head).some((owner) => {
        const other = candidates[owner]!
        return other !== one && !one.content.some((span) => span.first <= other.head && other.head < span.last)
      }),
  )
}

const PASSIVE_AUXILIARIES = new Set(['aux:pass'])

const INFINITIVES = new Set(['xcomp'])

const OBJECTS = new Set(['obj'])

const AGENTS = new Set(['obl:agent', 'obl'])

function fromVerb(input: CandidateInput, verb: number, word: CueWord): Candidate | null {
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
    subject < 0 ? leadingSubject(input, cue) : apart(input, verb, subject) ? null : sourceSpan(input, subject, cue)
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

const isAccording = (tokens: TokenTable, at: number) => /^accord(ing)?$/.test(tokens.lemma[at]!.toLowerCase())

/** Words between "would not say" and the question that is not answered at most: "on the record". */
const MAX_TO_QUESTION = 4

/** The "whether", "what" or "from whom" that begins a question soon after `start`, or -1. */
function questionAfter({ tokens }: CandidateInput, start: number): number {
  for (let at = start; at <= start + MAX_TO_QUESTION && at < tokens.length; at++) {
    if (/^W/.test(tokens.xpos[at]!) || tokens.lemma[at] === 'whether')
      return at > start && UPOS[tokens.upos[at - 1]!] === 'ADP' ? at - 1 : at
    if (UPOS[tokens.upos[at]!] === 'VERB' || UPOS[tokens.upos[at]!] === 'PUNCT') return -1
  }
  return -1
}

/** Words of a subject at most between its noun and a "shows" that the tagger took for a noun. */
const MAX_SUBJECT = 12

/** "footage released by the media shows Roe leaving": "media shows" looks like a noun to the parser. */
function fromMistaken(input: CandidateInput, at: number): Candidate | null {
  const { text, tokens, sentences } = input
  const sentence = sentences[tokens.sentence[at]!]!
  const word = cueVerb(tokens.lemma[at]!.toLowerCase())
  const next = UPOS[tokens.upos[at + 1] ?? 0]
  if (!word || at + 2 >= sentence.last || (next !== 'PROPN' && next !== 'DET' && next !== 'PRON' && next !== 'SCONJ'))
    return null
  let noun = -1
  for (let back = at - 1; back >= Math.max(sentence.first, at - MAX_SUBJECT); back--) {
    if (/^[,;:]$/.test(text.slice(tokens.from[back]!, tokens.to[back]!)) || /^VB[DZP]$/.test(tokens.xpos[back]!)) break
    if (DOCUMENT_NOUNS.has(tokens.lemma[back]!)) noun = back
  }
  // "The captain's log records that": where the sentence has no other verb, that is it.
  const lone = tokens.head[at] === -1 && next === 'SCONJ'
  if (noun < 0 || (noun === at - 1 && !lone)) return null
  let first = noun
  while (
    first > sentence.first &&
    (/^(DET|ADJ|NOUN|NUM|PROPN)$/.test(UPOS[tokens.upos[first - 1]!]!) || /^(POS|PRP\$)$/.test(tokens.xpos[first - 1]!))
  )
    first--
  const content = pieces(input, { first: at + 1, last: sentence.last }, [])
  return { source: [{ first, last: at }], cue: [{ first: at, last: at + 1 }], content, head: at, word, sure: true }
}

/** "footage from the talks shows ...": a paper or a picture that shows. */
function showsItself(tokens: TokenTable, source: TokenSpan): boolean {
  for (let at = source.first; at < source.last; at++) {
    const upos = UPOS[tokens.upos[at]!]
    if (DOCUMENT_NOUNS.has(tokens.lemma[at]!)) return true
    if (upos === 'ADP' || upos === 'VERB') return false
  }
  return false
}

function nextSentence({ tokens, sentences }: CandidateInput, at: number): number {
  return sentences[tokens.sentence[at]!]!.last
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

/** Verbs of what people say and believe, nobody in particular: "it is believed that", "is said to". */
export const HEARSAY_VERBS: ReadonlySet<string> = new Set(
  list('believe say report think understand allege rumor rumour know claim expect suppose'),
)

function list(words: string): string[] {
  return words.split(' ')
}

/** "It is believed that": a passive whose only subject is an empty "it". */
function isImpersonal(tokens: TokenTable, tree: Tree, verb: number): boolean {
  const children = tree.children(verb)
  return (
    tokens.xpos[verb] === 'VBN' &&
    children.some((child) => child < verb && tokens.lemma[child] === 'it') &&
    children.some((child) => child < verb && tokens.lemma[child] === 'be')
  )
}

function fromImpersonal(input: CandidateInput, verb: number, cue: TokenSpan): Candidate | null {
  const { tokens, tree } = input
  const clause = tree
    .children(verb)
    .find((child) => child > verb && isClause(tokens, tree, child) && hasMark(tokens, tree, child))
  if (clause === undefined) return null
  const content = clauseSpans(input, clause, [cue])
  return content.length > 0 ? { source: [], cue: [cue], content, head: verb, word: HEARSAY, sure: true } : null
}

/** "was quoted as saying", "is said to", "is reported to have", "was told that", "was confirmed by". */
function fromPassive(
  input: CandidateInput,
  verb: number,
  word: CueWord,
  cue: TokenSpan,
  subject: number,
): Candidate | null {
  const { tokens, tree } = input
  const lemma = tokens.lemma[verb]!.toLowerCase()
  if (lemma === 'quote' || lemma === 'cite') {
    const saying = tree
      .children(verb)
      .find((child) => child > verb && cueVerb(tokens.lemma[child]!.toLowerCase()) !== undefined)
    if (saying === undefined) return null
    const source = sourceSpan(input, subject, cue)
    if (!source) return null
    const whole = { first: cue.first, last: saying + 1 }
    const clause = childWith(tokens, tree, saying, CLAUSES)
    const content = clause >= 0 ? clauseSpans(input, clause, [whole, source]) : []
    const quoted = content.length > 0 ? null : quotationBeside(input, whole, source)
    if (content.length === 0 && !quoted) return null
    return {
      source: [source],
      cue: [whole],
      content: quoted ? [quoted] : content,
      head: saying,
      word: cueVerb('say') ?? word,
      sure: true,
    }
  }
  const agent = tree
    .children(verb)
    .find((child) => AGENTS.has(tokens.relation[child]!) && hasCase(tokens, tree, child, 'by'))
  const source = agent === undefined ? null : sourceSpan(input, agent, cue, 'by')
  const infinitive = childWith(tokens, tree, verb, INFINITIVES)
  if (infinitive > verb) {
    const unsaid = source === null && HEARSAY_VERBS.has(lemma)
    const content = [
      ...clauseSpans(input, subject, [cue]),
      ...clauseSpans(input, infinitive, source ? [cue, source] : [cue]),
    ]
    return {
      source: source ? [source] : [],
      cue: [cue],
      content,
      head: verb,
      word: unsaid ? HEARSAY : word,
      sure: false,
    }
  }
  const clause = childWith(tokens, tree, verb, CLAUSES)
  if (clause < 0 && source && agent !== undefined && agent > verb && ADDRESSED.has(lemma)) {
    // "had been told by the consulate that ...": the parser hangs the clause on the consulate.
    const noun = untilThat(tokens, source, source.last)
    const that = thatClause(input, { first: cue.first, last: agent + 1 })
    if (that && that.first < source.last)
      return {
        source: [{ first: noun.first, last: that.first }],
        cue: [cue],
        content: [that],
        head: verb,
        word,
        sure: true,
      }
  }
  if (clause >= 0 && ADDRESSED.has(lemma)) {
    // The one who was told is not the one who tells.
    const content = clauseSpans(input, clause, source ? [cue, source] : [cue])
    if (content.length > 0)
      return { source: source ? [source] : [], cue: [cue], content, head: verb, word, sure: source !== null }
  }
  return null
}

/** "her claim that ...", "his promise to ...". */
function fromNoun(input: CandidateInput, noun: number, word: CueWord): Candidate | null {
  const { tokens, tree } = input
  const cue = { first: noun, last: noun + 1 }
  const owner = tree
    .children(noun)
    .find(
      (child) =>
        tokens.relation[child] === 'nmod:poss' ||
        (tokens.relation[child] === 'nmod' &&
          (hasCase(tokens, tree, child, 'by') || isPrintedIn(tokens, tree, noun, child))),
    )
  const clauseUnder = (at: number) =>
    tree
      .children(at)
      .find(
        (child) =>
          child > noun &&
          (/^(acl|ccomp)$/.test(tokens.relation[child]!) || (at !== noun && tokens.relation[child] === 'acl:relcl')) &&
          hasMark(tokens, tree, child),
      )
  // "claims by activists that ...": now and then the parser hangs the clause on the activists.
  const clause = clauseUnder(noun) ?? (owner !== undefined && owner > noun ? clauseUnder(owner) : undefined)
  if (clause === undefined) return null
  const named = owner === undefined ? null : sourceSpan(input, owner, cue, owner > noun ? 'by' : undefined)
  if (!named) return null
  const source = owner! > noun ? untilThat(tokens, named, tree.extent(clause).first) : named
  const content = clauseSpans(input, clause, [cue, source])
  return content.length > 0 ? { source: [source], cue: [cue], content, head: noun, word, sure: false } : null
}

/** "a report on Channel 14", "an article in the Ledger": where it was printed says it. */
function isPrintedIn(tokens: TokenTable, tree: Tree, noun: number, child: number): boolean {
  if (!/^(report|article|story|claim|allegation)$/.test(tokens.lemma[noun]!) || UPOS[tokens.upos[child]!] !== 'PROPN')
    return false
  return (
    hasCase(tokens, tree, child, 'in') || hasCase(tokens, tree, child, 'on') || hasCase(tokens, tree, child, 'from')
  )
}

/** A source without the preposition before it and the clause behind it. */
function untilThat(tokens: TokenTable, source: TokenSpan, clause: number): TokenSpan {
  let first = source.first
  while (first < source.last - 1 && UPOS[tokens.upos[first]!] === 'ADP') first++
  return { first, last: clause > first ? Math.min(source.last, clause) : source.last }
}

/** "is convinced that ...", "was unaware that ...". */
function fromAdjective(input: CandidateInput, adjective: number, word: CueWord): Candidate | null {
  const { tokens, tree } = input
  const clause = childWith(tokens, tree, adjective, CLAUSES)
  const subject = childWith(tokens, tree, adjective, SUBJECTS)
  if (clause < adjective || subject < 0 || !hasMark(tokens, tree, clause)) return null
  const cue = verbGroup(input, adjective)
  const source = sourceSpan(input, subject, cue)
  if (!source) return null
  const content = clauseSpans(input, clause, [cue, source])
  return content.length > 0 ? { source: [source], cue: [cue], content, head: adjective, word, sure: true } : null
}

/** "according to X": what is left of the clause that it hangs on. */
function fromAccording(input: CandidateInput, at: number): Candidate | null {
  const { text, tokens, tree, sentences } = input
  const form = text.slice(tokens.from[at]!, tokens.to[at]!).toLowerCase()
  if (!SOURCE_PREPOSITIONS.has(form)) return null
  const to = form === 'according' ? at + 1 : at
  if (to !== at && tokens.lemma[to] !== 'to') return null
  const relative = to === at ? null : findAccordingToWhich(text, tokens, sentences, { first: at, last: to + 1 })
  if (relative) return { ...relative, head: at, word: ACCORDING, sure: true }
  // The parser hangs "according" on the noun as its case, or the noun on "according".
  const noun = tokens.head[at]! > at ? tokens.head[at]! : (tree.children(at).find((child) => child > to) ?? -1)
  if (noun <= to || tokens.sentence[noun] !== tokens.sentence[at]) return null
  // "per the agency", "per our colleague Jane Roe"; not "per person".
  const named = /^(?:NNP|NNPS)$/.test(tokens.xpos[noun]!) || /^(?:DT|PRP\$)$/.test(tokens.xpos[to + 1]!)
  if (form === 'per' && !named) return null
  if (isStandard(tokens, to + 1, noun)) return null
  const cue = { first: at, last: to + 1 }
  const sentence = sentences[tokens.sentence[at]!]!
  const leads = at - sentence.first <= 1
  // Up to the next mark, whatever the tree says; appositions are part of the source.
  let last = noun + 1
  while (last < sentence.last && !/^[,.;:?!”"—–]$/.test(text.slice(tokens.from[last]!, tokens.to[last]!))) last++
  const extent = Math.min(tree.extent(noun).last, sentence.last)
  const apposed = tree.children(noun).some((child) => child > noun && tokens.relation[child] === 'appos')
  const describes = /^(DET|NUM|ADJ|NOUN)$/.test(UPOS[tokens.upos[last + 1] ?? 0]!)
  const apposition = leads ? appositionEnd(input, last, sentence.last) : -1
  if (apposition > last) last = apposition
  else if (extent > last && apposed && (!leads || (describes && extent < sentence.last - 1))) last = extent
  while (last > noun + 1 && isPunctuation(tokens, last - 1)) last--
  const source = { first: to + 1, last }
  const scope = leads ? { first: last, last: sentence.last } : { first: clauseStart(input, at), last: sentence.last }
  const content = pieces(input, scope, [cue, source]).map((piece) => snapToQuotations(input, piece))
  return content.length > 0 ? { source: [source], cue: [cue], content, head: at, word: ACCORDING, sure: true } : null
}

/**
 * "Jane Roe, a lawyer who saw them twice, ...": the comma that closes what describes the noun before the comma at
 * `comma`, or -1. The description begins with an article, a noun or a number and has no verb of its own but after "who".
 */
function appositionEnd({ text, tokens }: CandidateInput, comma: number, end: number): number {
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  if (comma + 2 >= end || form(comma) !== ',') return -1
  if (!/^(DET|NUM|ADJ|NOUN)$/.test(UPOS[tokens.upos[comma + 1]!]!)) return -1
  let relative = false
  for (let at = comma + 1; at < end - 2; at++) {
    if (form(at) === ',') return at
    if (/^(WP|WDT|WP\$)$/.test(tokens.xpos[at]!)) relative = true
    if (!relative && /^(VB[DPZ]|MD)$/.test(tokens.xpos[at]!)) return -1
  }
  return -1
}

/** First word of the innermost reported clause that a word stands in; else of its sentence. */
function clauseStart({ tokens, tree, sentences }: CandidateInput, start: number): number {
  const { first } = sentences[tokens.sentence[start]!]!
  let at = start
  for (let steps = 0; steps < 12; steps++) {
    const up = tokens.head[at]!
    if (up < first) break
    if (tokens.relation[at] === 'ccomp' && up < at) return tree.extent(at).first
    at = up
  }
  return first
}

/** "reportedly", "allegedly": nobody in particular. */
function fromHearsay(input: CandidateInput, at: number): Candidate | null {
  const { tokens, tree } = input
  const head = tokens.head[at]!
  if (head < 0 || !isClause(tokens, tree, head)) return null
  const cue = { first: at, last: at + 1 }
  const content = clauseSpans(input, head, [cue])
  return content.length > 0 ? { source: [], cue: [cue], content, head: at, word: HEARSAY, sure: true } : null
}

function startsWithComma(tokens: TokenTable, tree: Tree, verb: number): boolean {
  const { first } = tree.extent(verb)
  return tokens.relation[verb] === 'ccomp' && tokens.head[verb]! < verb && first < verb && isPunctuation(tokens, first)
}

/** Words between a cue and its "that" at most, where the parser hung the clause on one of them. */
const MAX_TO_THAT = 16

/** "told Reuters on condition of anonymity that ...": the first "that" after the cue that begins a clause. */
function thatClause(input: CandidateInput, cue: TokenSpan): TokenSpan | null {
  const { tokens, sentences } = input
  const sentence = sentences[tokens.sentence[cue.first]!]!
  for (let at = cue.last; at < Math.min(sentence.last - 2, cue.last + MAX_TO_THAT); at++) {
    if (tokens.lemma[at] === 'that' && tokens.xpos[at] === 'IN')
      return pieces(input, { first: at, last: sentence.last }, [])[0] ?? null
    if (tokens.xpos[at] === 'VBD' || tokens.xpos[at] === 'VBZ') return null
  }
  return null
}

/** The clause that a parenthetic "X said" stands in. */
function aroundParenthesis(input: CandidateInput, verb: number, taken: readonly TokenSpan[]): TokenSpan[] {
  const { tokens, tree } = input
  const head = tokens.head[verb]!
  if (head < 0) return []
  // "..., an official has said" at the end: the parser takes it for the clause of what comes before.
  const trails = tokens.relation[verb] === 'ccomp' && head < verb && isPunctuation(tokens, tree.extent(verb).first - 1)
  if (tokens.relation[verb] !== 'parataxis' && !trails && !startsWithComma(tokens, tree, verb)) return []
  const own = tree.extent(verb)
  return clauseSpans(input, head, [...taken, own])
}
