import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import { baseRelation, type Tree } from '../../text/index.ts'
import { createSpanIndex, type Draft, isPunctuation, overlap, type TokenSpan } from './draft.ts'
import type { Quotation } from './find-quotations.ts'
import { type CueWord, cueAdjective, cueNoun, cueVerb, HEARSAY_ADVERBS, SOURCE_PREPOSITIONS } from './lexicon.ts'

/** An attribution read off the tree by rule, with the word that carries its cue. */
export interface Candidate extends Draft {
  readonly head: number
  readonly word: CueWord
  /** True where the content is a clause of its own or a quotation, so that little but a wrong parse can spoil it. */
  readonly sure: boolean
}

export interface CandidateInput {
  readonly text: string
  readonly tokens: TokenTable
  readonly sentences: readonly Sentence[]
  readonly tree: Tree
  readonly quotations: readonly Quotation[]
}

/** Words between a cue and a quotation that belongs to it, at most: "said in Geneva on Tuesday, “...”". */
const MAX_TO_QUOTATION = 8
/** Words of a quotation at least for it to be an utterance, where only its place says so. */
const MIN_UTTERANCE = 3

const HEARSAY: CueWord = { sense: 'voice', stance: 'tells', takes: 'that', kind: 'verb' }
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

/** Child of `at` with one of the relations, or -1. */
function childWith(tokens: TokenTable, tree: Tree, at: number, relations: ReadonlySet<string>): number {
  for (const child of tree.children(at)) if (relations.has(tokens.relation[child]!)) return child
  return -1
}

const SUBJECTS = new Set(['nsubj', 'nsubj:outer'])
const PASSIVE_SUBJECTS = new Set(['nsubj:pass'])
const PASSIVE_AUXILIARIES = new Set(['aux:pass'])
const CLAUSES = new Set(['ccomp'])
const INFINITIVES = new Set(['xcomp'])
const OBJECTS = new Set(['obj'])
const AGENTS = new Set(['obl:agent', 'obl'])

function fromVerb(input: CandidateInput, verb: number, word: CueWord): Candidate | null {
  const { tokens, tree } = input
  const cue = verbGroup(input, verb)
  const passive = childWith(tokens, tree, verb, PASSIVE_SUBJECTS)
  if (passive >= 0 && childWith(tokens, tree, verb, PASSIVE_AUXILIARIES) >= 0)
    return fromPassive(input, verb, word, cue, passive)
  const subject = subjectOf(tokens, tree, verb)
  const between = word.takes === 'clause' ? parenthetic(input, cue) : null
  if (between) {
    const sentence = input.sentences[tokens.sentence[verb]!]!
    const content = pieces(input, sentence, [{ first: between.first, last: cue.last }]).map((piece) =>
      snapToQuotations(input, piece),
    )
    return { source: [between], cue: [cue], content, head: verb, word, sure: true }
  }
  const own = subject < 0 || apart(input, verb, subject) ? null : sourceSpan(input, subject, cue)
  const beside = word.takes === 'clause' ? quotationBeside(input, cue, own) : null
  const source = own ?? (beside ? nounBeside(input, cue, beside) : null)
  const taken = source ? [cue, source] : [cue]
  const quoting = QUOTING.has(tokens.lemma[verb]!) ? fromQuoting(input, verb, word, cue, source) : null
  if (quoting) return quoting
  const clause = clauseOf(tokens, tree, verb)
  if (beside && clause >= 0 && beside.first >= cue.last && tree.extent(clause).first < beside.first) {
    // "claimed the release “would not have happened”": the clause begins outside the marks.
    const content = pieces(input, { first: Math.max(cue.last, tree.extent(clause).first), last: beside.last }, taken)
    return { source: source ? [source] : [], cue: [cue], content, head: verb, word, sure: source !== null }
  }
  if (beside && (clause < 0 || apart(input, verb, clause))) {
    const [start, ...rest] = source ? utterances(input, beside, taken) : [beside]
    const content = start ? [{ first: leadIn(input, verb, cue, start.first), last: start.last }, ...rest] : []
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
  }
  if (source === null) return null
  const infinitive = childWith(tokens, tree, verb, INFINITIVES)
  if (infinitive > verb && (word.sense === 'attitude' || word.takes === 'deed') && hasMark(tokens, tree, infinitive)) {
    const content = clauseSpans(input, infinitive, taken)
    if (content.length > 0) return { source: [source], cue: [cue], content, head: verb, word, sure: false }
  }
  if (word.stance === 'denies' || word.stance === 'confirms') {
    const object = childWith(tokens, tree, verb, OBJECTS)
    if (object > verb)
      return { source: [source], cue: [cue], content: clauseSpans(input, object, taken), head: verb, word, sure: false }
  }
  return null
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
  const quoted = childWith(tokens, tree, verb, OBJECTS)
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
    const content = [
      ...clauseSpans(input, subject, [cue]),
      ...clauseSpans(input, infinitive, source ? [cue, source] : [cue]),
    ]
    return { source: source ? [source] : [], cue: [cue], content, head: verb, word, sure: false }
  }
  const clause = childWith(tokens, tree, verb, CLAUSES)
  if (clause >= 0 && ADDRESSED.has(lemma)) {
    // The one who was told is not the one who tells.
    const content = clauseSpans(input, clause, source ? [cue, source] : [cue])
    if (content.length > 0)
      return { source: source ? [source] : [], cue: [cue], content, head: verb, word, sure: false }
  }
  return null
}

const ADDRESSED = new Set(['tell', 'inform', 'advise', 'assure', 'warn', 'notify', 'remind', 'convince', 'persuade'])

/** "her claim that ...", "his promise to ...". */
function fromNoun(input: CandidateInput, noun: number, word: CueWord): Candidate | null {
  const { tokens, tree } = input
  const clause = tree
    .children(noun)
    .find(
      (child) =>
        child > noun &&
        (tokens.relation[child] === 'acl' || tokens.relation[child] === 'ccomp') &&
        hasMark(tokens, tree, child),
    )
  if (clause === undefined) return null
  const cue = { first: noun, last: noun + 1 }
  const owner = tree
    .children(noun)
    .find(
      (child) =>
        tokens.relation[child] === 'nmod:poss' ||
        (tokens.relation[child] === 'nmod' && hasCase(tokens, tree, child, 'by')),
    )
  const source = owner === undefined ? null : sourceSpan(input, owner, cue, owner > noun ? 'by' : undefined)
  if (!source) return null
  const content = clauseSpans(input, clause, [cue, source])
  return content.length > 0 ? { source: [source], cue: [cue], content, head: noun, word, sure: false } : null
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
  // The parser hangs "according" on the noun as its case, or the noun on "according".
  const noun = tokens.head[at]! > at ? tokens.head[at]! : (tree.children(at).find((child) => child > to) ?? -1)
  if (noun <= to || tokens.sentence[noun] !== tokens.sentence[at]) return null
  if (form === 'per' && !/^(NNP|NNPS)$/.test(tokens.xpos[noun]!)) return null
  const cue = { first: at, last: to + 1 }
  const sentence = sentences[tokens.sentence[at]!]!
  const leads = at - sentence.first <= 1
  // Up to the next mark, whatever the tree says; appositions are part of the source.
  let last = noun + 1
  while (last < sentence.last && !/^[,.;:?!”"—–]$/.test(text.slice(tokens.from[last]!, tokens.to[last]!))) last++
  const extent = Math.min(tree.extent(noun).last, sentence.last)
  const apposed = tree.children(noun).some((child) => child > noun && tokens.relation[child] === 'appos')
  const describes = /^(DET|NUM|ADJ|NOUN)$/.test(UPOS[tokens.upos[last + 1] ?? 0]!)
  if (extent > last && apposed && (!leads || (describes && extent < sentence.last - 1))) last = extent
  while (last > noun + 1 && isPunctuation(tokens, last - 1)) last--
  const source = { first: to + 1, last }
  const scope = leads ? { first: last, last: sentence.last } : { first: clauseStart(input, at), last: sentence.last }
  const content = pieces(input, scope, [cue, source]).map((piece) => snapToQuotations(input, piece))
  return content.length > 0 ? { source: [source], cue: [cue], content, head: at, word: ACCORDING, sure: true } : null
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
  if (head < 0 || UPOS[tokens.upos[head]!] !== 'VERB') return null
  const { first, last } = tree.extent(head)
  const cue = { first: at, last: at + 1 }
  const content = pieces(input, { first, last }, [cue])
  return content.length > 0 ? { source: [], cue: [cue], content, head: at, word: HEARSAY, sure: false } : null
}

/**
 * Who does what the verb says: its own subject, that of the verb it is joined to or hangs on ("..., adding that"), or
 * the noun that it describes ("officials saying that"). -1 where there is none.
 */
export function subjectOf(tokens: TokenTable, tree: Tree, verb: number): number {
  const reporter =
    tokens.xpos[verb] === 'VBG' && isPunctuation(tokens, verb - 1) ? reporterAbove(tokens, tree, verb) : -1
  let at = reporter >= 0 ? reporter : verb
  for (let steps = 0; steps < 6; steps++) {
    const own = childWith(tokens, tree, at, SUBJECTS)
    if (own >= 0) return own
    const up = tokens.head[at]!
    if (up < 0) return -1
    if (at === verb && QUOTING.has(tokens.lemma[up]!)) {
      // "Belta quoted him as saying": he says it.
      const quoted = childWith(tokens, tree, up, QUOTED)
      if (quoted >= 0 && quoted < verb) return quoted
    }
    const relation = baseRelation(tokens, at)
    if (relation === 'acl') return tokens.relation[at] === 'acl:relcl' ? -1 : up
    if (relation === 'conj' && UPOS[tokens.upos[up]!] === 'VERB') {
      const passive = childWith(tokens, tree, up, PASSIVE_SUBJECTS)
      if (passive >= 0) return passive
    } else if (relation !== 'xcomp' && !(relation === 'advcl' && tokens.xpos[at] === 'VBG')) return -1
    at = up
  }
  return -1
}

/**
 * "Roe said it was late, adding that ...": the parser often hangs "adding" inside the clause that Roe says, yet she is
 * who adds. The reporting verb whose clause holds `verb`, or -1.
 */
function reporterAbove(tokens: TokenTable, tree: Tree, verb: number): number {
  if (cueVerb(tokens.lemma[verb]!.toLowerCase()) === undefined) return -1
  let at = verb
  for (let steps = 0; steps < 6; steps++) {
    const up = tokens.head[at]!
    if (up < 0) return -1
    if (
      tokens.relation[at] === 'ccomp' &&
      up < verb &&
      cueVerb(tokens.lemma[up]!.toLowerCase()) &&
      childWith(tokens, tree, up, SUBJECTS) >= 0
    )
      return up
    at = up
  }
  return -1
}

const QUOTING = new Set(['quote', 'cite'])
const QUOTED = new Set(['obj', 'nsubj:pass'])

const GROUP_RELATIONS = new Set(['aux', 'aux:pass', 'cop', 'advmod', 'compound:prt'])

/** The verb with its auxiliaries, negation and adverbs, as far as they stand together. */
function verbGroup({ tokens, tree }: CandidateInput, verb: number): TokenSpan {
  const members = new Set<number>([verb])
  for (const child of tree.children(verb)) if (GROUP_RELATIONS.has(tokens.relation[child]!)) members.add(child)
  let first = verb
  while (first > 0 && members.has(first - 1)) first--
  let last = verb + 1
  while (members.has(last) && tokens.relation[last] === 'compound:prt') last++
  return { first, last }
}

/** The phrase of a subject without what the cue claims; null where nothing is left or the tree is broken here. */
export function sourceSpan(input: CandidateInput, head: number, cue: TokenSpan, without?: string): TokenSpan | null {
  const { tokens, tree, sentences } = input
  const sentence = sentences[tokens.sentence[head]!]
  if (!sentence) return null
  let { first, last } = tree.extent(head)
  first = Math.max(first, sentence.first)
  last = Math.min(last, sentence.last)
  if (cue.first <= head && head < cue.last) return null
  if (head < cue.first) last = Math.min(last, cue.first)
  else first = Math.max(first, cue.last)
  // A clause with the subject's words in it: keep the noun's own side.
  for (const child of tree.children(head)) {
    const relation = tokens.relation[child]!
    if (relation === 'acl:relcl' || relation === 'parataxis' || relation === 'acl') {
      const start = tree.extent(child).first
      if (start > head && start < last && isPunctuation(tokens, start - 1)) last = start
    } else if (without !== undefined && relation === 'case' && child < head) first = Math.max(first, child + 1)
  }
  while (first < head && (isPunctuation(tokens, first) || LEADING.has(UPOS[tokens.upos[first]!]!))) first++
  while (last > head + 1 && isPunctuation(tokens, last - 1)) last--
  if (first > head || head >= last) return null
  if (last < cue.first) first = nameBefore(input, first, last)
  // The guidelines count the comma that closes an apposition.
  const form = (at: number) => input.text.slice(tokens.from[at]!, tokens.to[at]!)
  let commas = 0
  for (let at = first; at < last; at++) if (form(at) === ',') commas++
  if (commas === 1 && last + 1 === cue.first && form(last) === ',') last++
  return { first, last }
}

/** "Jane Roe, a lawyer, said" where the parser took "a lawyer" alone for the subject: the name before the comma too. */
function nameBefore({ text, tokens, sentences }: CandidateInput, first: number, last: number): number {
  const sentence = sentences[tokens.sentence[first]!]!
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  if (form(last) !== ',' || first - 2 < sentence.first || form(first - 1) !== ',') return first
  if (UPOS[tokens.upos[first - 2]!] !== 'PROPN') return first
  let start = first - 2
  while (start > sentence.first && /^(PROPN|DET|ADJ|NOUN)$/.test(UPOS[tokens.upos[start - 1]!]!)) start--
  return start
}

/** What may stand before a subject in its own subtree by the parser's fault, and is no part of it. */
const LEADING: ReadonlySet<string> = new Set(['SCONJ', 'CCONJ', 'ADP'])

function hasMark(tokens: TokenTable, tree: Tree, at: number): boolean {
  return tree.children(at).some((child) => tokens.relation[child] === 'mark' && child < at)
}

function hasCase(tokens: TokenTable, tree: Tree, at: number, lemma: string): boolean {
  return tree.children(at).some((child) => tokens.relation[child] === 'case' && tokens.lemma[child] === lemma)
}

/** The clause that a verb reports: one with a subject or a marker before any other. */
function clauseOf(tokens: TokenTable, tree: Tree, verb: number): number {
  let found = -1
  for (const child of tree.children(verb)) {
    if (!CLAUSES.has(tokens.relation[child]!)) continue
    if (isClause(tokens, tree, child)) return child
    if (found < 0) found = child
  }
  if (found >= 0 || !ADDRESSED.has(tokens.lemma[verb]!.toLowerCase())) return found
  // "told reporters that ...": now and then the parser makes the clause a relative of the reporters.
  for (const child of tree.children(verb)) {
    if (child < verb || !ADDRESSEES.has(tokens.relation[child]!)) continue
    const clause = tree
      .children(child)
      .find((one) => one > child && hasMark(tokens, tree, one) && isClause(tokens, tree, one))
    if (clause !== undefined) return clause
  }
  return -1
}

const ADDRESSEES = new Set(['obj', 'iobj', 'obl'])

/** A clause has a subject, a marker or a copula; a lone word is none. */
function isClause(tokens: TokenTable, tree: Tree, at: number): boolean {
  return tree.children(at).some((child) => /^(nsubj|mark|cop|csubj|expl|aux)/.test(tokens.relation[child]!))
}

/** The words below `head`, within its sentence, in the pieces that the taken spans leave. */
function clauseSpans(input: CandidateInput, head: number, taken: readonly TokenSpan[]): TokenSpan[] {
  const { tokens, tree, sentences } = input
  const sentence = sentences[tokens.sentence[head]!]!
  const { first, last } = tree.extent(head)
  const scope = { first: Math.max(first, sentence.first), last: Math.min(last, sentence.last) }
  return pieces(input, scope, taken).map((piece) => snapToQuotations(input, piece))
}

/** Takes the marks of a quotation in whose words a span holds but not the marks themselves. */
export function snapToQuotations(
  { tokens, quotations }: Pick<CandidateInput, 'tokens' | 'quotations'>,
  span: TokenSpan,
): TokenSpan {
  let { first, last } = span
  for (const one of quotations) {
    if (one.first + 1 === first && one.last <= last + 2) first = one.first
    if (one.first >= first && one.first < last && one.last > last && one.last - last <= 3) {
      let rest = last
      while (rest < one.last && isPunctuation(tokens, rest)) rest++
      if (rest === one.last) last = one.last
    }
  }
  return { first, last }
}

/** What is left of `scope` without the taken spans, trimmed of punctuation that belongs to nobody. */
export function pieces({ text, tokens }: CandidateInput, scope: TokenSpan, taken: readonly TokenSpan[]): TokenSpan[] {
  const found: TokenSpan[] = []
  const sorted = [...taken].sort((a, b) => a.first - b.first)
  let first = scope.first
  for (const span of [...sorted, { first: scope.last, last: scope.last }]) {
    if (overlap(scope, span) === 0 && span.first !== scope.last) continue
    const piece = trim(text, tokens, first, Math.min(span.first, scope.last))
    if (piece) found.push(piece)
    first = Math.max(first, span.last)
  }
  return found
}

const EDGE_MARKS = /^[,;:.–—-]$/

function trim(text: string, tokens: TokenTable, low: number, high: number): TokenSpan | null {
  let first = low
  let last = high
  const mark = (at: number) => EDGE_MARKS.test(text.slice(tokens.from[at]!, tokens.to[at]!))
  while (first < last && mark(first)) first++
  while (last > first && mark(last - 1)) last--
  let words = false
  for (let at = first; at < last && !words; at++) words = !isPunctuation(tokens, at)
  return words ? { first, last } : null
}

/** The quotation that follows the cue closely, or ends right before the cue and its source. */
function quotationBeside(input: CandidateInput, cue: TokenSpan, source: TokenSpan | null): TokenSpan | null {
  const { tokens, quotations, sentences } = input
  const group = source ? { first: Math.min(cue.first, source.first), last: Math.max(cue.last, source.last) } : cue
  const sentence = sentences[tokens.sentence[cue.first]!]!
  let before: Quotation | null = null
  for (const quotation of quotations) {
    if (quotation.last - quotation.first < MIN_UTTERANCE + 2) continue
    if (quotation.first < cue.first && cue.first < quotation.last) continue // the cue is inside it
    if (quotation.last <= group.first && group.first - quotation.last <= 2 && !endsSentence(input, quotation))
      before = quotation
    if (quotation.first >= group.last) {
      if (before) break
      const gap = quotation.first - group.last
      if (gap <= MAX_TO_QUOTATION && quotation.first < sentence.last)
        return { first: quotation.first, last: quotation.last }
      break
    }
  }
  return before ? { first: before.first, last: before.last } : null
}

function startsWithComma(tokens: TokenTable, tree: Tree, verb: number): boolean {
  const { first } = tree.extent(verb)
  return tokens.relation[verb] === 'ccomp' && tokens.head[verb]! < verb && first < verb && isPunctuation(tokens, first)
}

/** True where one of the two words stands in a quotation and the other does not, or in another one. */
function apart({ quotations }: CandidateInput, a: number, b: number): boolean {
  for (const { first, last, depth } of quotations) {
    if (depth > 0) continue
    if ((first <= a && a < last) !== (first <= b && b < last)) return true
  }
  return false
}

/** The words between a quotation and the cue after it ("...,” Roe said"), or right after the cue ("...,” said Roe"). */
function nounBeside(
  { text, tokens, sentences }: CandidateInput,
  cue: TokenSpan,
  quotation: TokenSpan,
): TokenSpan | null {
  if (quotation.last > cue.first) return null
  let first = quotation.last
  while (first < cue.first && isPunctuation(tokens, first)) first++
  if (first < cue.first) {
    let last = cue.first
    while (last > first && isPunctuation(tokens, last - 1)) last--
    return { first, last }
  }
  const end = sentences[tokens.sentence[cue.first]!]!.last
  let last = cue.last
  while (last < end && !/^[,.;:“"]$/.test(text.slice(tokens.from[last]!, tokens.to[last]!))) last++
  const starts = UPOS[tokens.upos[cue.last]!]
  const nominal =
    starts === 'PROPN' ||
    starts === 'NOUN' ||
    starts === 'PRON' ||
    starts === 'DET' ||
    starts === 'ADJ' ||
    starts === 'NUM'
  return nominal && last > cue.last ? { first: cue.last, last } : null
}

/** A quotation and those after it in the same paragraph that follow the "X said" at once, up to other words. */
function utterances(input: CandidateInput, quotation: TokenSpan, taken: readonly TokenSpan[]): TokenSpan[] {
  const { tokens, quotations, sentences } = input
  const found = [quotation]
  let end = quotation.last
  for (const span of taken) end = Math.max(end, span.last)
  if (quotation.last > end) end = quotation.last
  const paragraphEnd = (at: number) => {
    let sentence = tokens.sentence[at]! + 1
    while (sentence < sentences.length && !sentences[sentence]!.paragraph) sentence++
    return sentences[sentence]?.first ?? tokens.length
  }
  const limit = paragraphEnd(quotation.first)
  for (const next of quotations) {
    if (next.depth > 0 || next.first < end || next.first >= limit) continue
    let words = 0
    for (let at = end; at < next.first; at++) if (!isPunctuation(tokens, at)) words++
    if (words > 0) break
    found.push({ first: next.first, last: next.last })
    end = next.last
  }
  return found
}

/** Words between cue and clause at most that the parser may have left out of the clause. */
const MAX_LEAD_IN = 12

/**
 * Where a content starts that the tree or the marks let begin at `start`: right after the cue, where no mark and nothing
 * but the clause's own words can stand between ("said the “peace train” left": from "the" on).
 */
function leadIn({ text, tokens }: CandidateInput, verb: number, cue: TokenSpan, start: number): number {
  if (start <= cue.last || start - cue.last > MAX_LEAD_IN || ADDRESSED.has(tokens.lemma[verb]!.toLowerCase()))
    return start
  for (let at = cue.last; at < start; at++) {
    const form = text.slice(tokens.from[at]!, tokens.to[at]!)
    if (isPunctuation(tokens, at) && !/^[“"'‘(]$/.test(form)) return start
  }
  const first = UPOS[tokens.upos[cue.last]!]
  const free =
    first === 'ADP' ||
    first === 'ADV' ||
    first === 'SCONJ' ||
    TIME_NOUNS.test(text.slice(tokens.from[cue.last]!, tokens.to[cue.last]!))
  return free ? start : cue.last
}

const TIME_NOUNS = /^((mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|last|this|earlier|later|that)$/i

/** "Climate change, Roe often says, is ...": the words between comma and cue, where a comma follows the cue as well. */
function parenthetic({ text, tokens, sentences }: CandidateInput, cue: TokenSpan): TokenSpan | null {
  const sentence = sentences[tokens.sentence[cue.first]!]!
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  if (cue.last >= sentence.last - 2 || form(cue.last) !== ',') return null
  let first = cue.first
  while (first > sentence.first && cue.first - first < MAX_PARENTHESIS && !isPunctuation(tokens, first - 1)) first--
  if (first === cue.first || first <= sentence.first + 1 || form(first - 1) !== ',') return null
  const start = UPOS[tokens.upos[first]!]
  const nominal = start === 'PROPN' || start === 'PRON' || start === 'DET' || start === 'NOUN' || start === 'ADJ'
  if (!nominal || tokens.xpos[first] === 'WP' || tokens.xpos[first] === 'WDT') return null
  for (let at = first; at < cue.first; at++) {
    const upos = UPOS[tokens.upos[at]!]
    if (upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ') return null
  }
  return { first, last: cue.first }
}

const MAX_PARENTHESIS = 7

/** True where the quotation's last word is a full stop: what follows is a sentence of its own. */
function endsSentence({ text, tokens }: CandidateInput, quotation: Quotation): boolean {
  const at = quotation.last - (quotation.closed ? 2 : 1)
  return at > quotation.first && /^[.…]$/.test(text.slice(tokens.from[at]!, tokens.to[at]!))
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
