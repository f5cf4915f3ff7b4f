import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import { baseRelation, type Tree } from '../../text/index.ts'
import { isPunctuation, type TokenSpan } from './draft.ts'
import type { Quotation } from './find-quotations.ts'
import { cueVerb } from './lexicon.ts'

export interface CandidateInput {
  readonly text: string
  readonly tokens: TokenTable
  readonly sentences: readonly Sentence[]
  readonly tree: Tree
  readonly quotations: readonly Quotation[]
}

/** Child of `at` with one of the relations, or -1. */
export function childWith(tokens: TokenTable, tree: Tree, at: number, relations: ReadonlySet<string>): number {
  for (const child of tree.children(at)) if (relations.has(tokens.relation[child]!)) return child
  return -1
}

export const SUBJECTS = new Set(['nsubj', 'nsubj:outer'])

export const PASSIVE_SUBJECTS = new Set(['nsubj:pass'])

export const CLAUSES = new Set(['ccomp'])

export const ADDRESSED = new Set([
  'tell',
  'inform',
  'advise',
  'assure',
  'warn',
  'notify',
  'remind',
  'convince',
  'persuade',
])

/**
 * Who does what the verb says: its own subject, that of the verb it is joined to or hangs on ("..., adding that"), or
 * the noun that it describes ("officials saying that"). -1 where there is none.
 */
export function subjectOf(tokens: TokenTable, tree: Tree, verb: number): number {
  const adds = tokens.xpos[verb] === 'VBG' && isPunctuation(tokens, verb - 1)
  const reporter = adds || joinsReporter(tokens, tree, verb) ? reporterAbove(tokens, tree, verb) : -1
  let at = reporter >= 0 ? reporter : verb
  for (let steps = 0; steps < 6; steps++) {
    const own = nearestSubject(tokens, tree, at)
    if (own >= 0) return own
    const up = tokens.head[at]!
    if (up < 0) return -1
    if (at === verb) {
      const lost = behindAs(tokens, tree, verb)
      if (lost >= 0) return lost
    }
    if (at === verb && QUOTING.has(tokens.lemma[up]!)) {
      // "Belta quoted him as saying": he says it.
      const quoted = childWith(tokens, tree, up, QUOTED)
      if (quoted >= 0 && quoted < verb) return quoted
    }
    if (at === verb && /^(hear|overhear|film)$/.test(tokens.lemma[up]!)) {
      // "Roe was heard to mutter", "is heard saying".
      const overheard = childWith(tokens, tree, up, PASSIVE_SUBJECTS)
      if (overheard >= 0 && overheard < verb) return overheard
    }
    if (
      at === verb &&
      tokens.xpos[verb] === 'VBG' &&
      /^(?:capture|show|record|film|hear|depict|feature|catch|quote)$/.test(tokens.lemma[up]!)
    ) {
      // "audio that captures the minister saying": he says it.
      const object = childWith(tokens, tree, up, QUOTED)
      if (object > up && object < verb) return object
    }
    const relation = baseRelation(tokens, at)
    if (relation === 'acl') return tokens.relation[at] === 'acl:relcl' ? -1 : up
    if (relation === 'conj' && UPOS[tokens.upos[up]!] === 'VERB') {
      const passive = childWith(tokens, tree, up, PASSIVE_SUBJECTS)
      if (passive >= 0) return passive
    } else if (relation === 'xcomp' && tokens.xpos[up] === 'VBN' && childWith(tokens, tree, up, SUBJECTS) < 0) {
      // "Roe is said to have told them": she told them.
      const passive = childWith(tokens, tree, up, PASSIVE_SUBJECTS)
      if (passive >= 0) return passive
      return -1
    } else if (relation !== 'xcomp' && !(relation === 'advcl' && tokens.xpos[at] === 'VBG')) return -1
    at = up
  }
  return -1
}

/** "even as a rebel boasted": the parser takes the subject behind "as" for a phrase of its own. */
function behindAs(tokens: TokenTable, tree: Tree, verb: number): number {
  if (!/^VB[DZP]$/.test(tokens.xpos[verb]!)) return -1
  for (const child of tree.children(verb)) {
    if (child >= verb || !tokens.relation[child]!.startsWith('obl')) continue
    const as = tree.children(child).some((one) => tokens.relation[one] === 'case' && tokens.lemma[one] === 'as')
    if (as && verb - child <= MAX_TO_VERB) return child
  }
  return -1
}
/** Words from such a subject to its verb: "boasted", "has boasted". */
const MAX_TO_VERB = 2

/** The subject right before the verb, where the parser gave it two ("According to Roe, a lawyer, the guards told"). */
function nearestSubject(tokens: TokenTable, tree: Tree, verb: number): number {
  const first = childWith(tokens, tree, verb, SUBJECTS)
  // Elsewhere the second is more often an apposition: "Jane Roe, a lawyer, said".
  if (first < 0 || first > verb || !/^accord(ing)?$/i.test(tokens.lemma[tree.extent(verb).first]!)) return first
  let found = first
  for (const child of tree.children(verb)) if (child < verb && SUBJECTS.has(tokens.relation[child]!)) found = child
  return found
}

/**
 * "Roe said talks had gone well but warned that ...": the parser joins "warned" to "gone", yet it has the form of
 * "said". True for a finite verb without a subject that is joined to a reported verb of another form.
 */
function joinsReporter(tokens: TokenTable, tree: Tree, verb: number): boolean {
  const up = tokens.head[verb]!
  if (tokens.relation[verb] !== 'conj' || up < 0 || tokens.relation[up] !== 'ccomp') return false
  if (childWith(tokens, tree, verb, SUBJECTS) >= 0 || tokens.xpos[up] === tokens.xpos[verb]) return false
  return /^VB[DZP]$/.test(tokens.xpos[verb]!)
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

export const QUOTING = new Set(['quote', 'cite'])

export const QUOTED = new Set(['obj', 'iobj', 'nsubj:pass'])

const GROUP_RELATIONS = new Set(['aux', 'aux:pass', 'cop', 'advmod', 'compound:prt'])

/** The verb with its auxiliaries, negation and adverbs, as far as they stand together. */
export function verbGroup({ tokens, tree }: CandidateInput, verb: number): TokenSpan {
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

export function hasMark(tokens: TokenTable, tree: Tree, at: number): boolean {
  return tree.children(at).some((child) => tokens.relation[child] === 'mark' && child < at)
}

export function hasCase(tokens: TokenTable, tree: Tree, at: number, lemma: string): boolean {
  return tree.children(at).some((child) => tokens.relation[child] === 'case' && tokens.lemma[child] === lemma)
}

/** The clause that a verb reports: one with a subject or a marker before any other. */
export function clauseOf(tokens: TokenTable, tree: Tree, verb: number): number {
  let found = -1
  for (const child of tree.children(verb)) {
    if (!CLAUSES.has(tokens.relation[child]!) || isTrailing(tokens, tree, verb, child)) continue
    if (isClause(tokens, tree, child)) return child
    if (found < 0) found = child
  }
  const lemma = tokens.lemma[verb]!.toLowerCase()
  const says = lemma === 'say' && tokens.head[verb] === -1
  if (found >= 0 || !(says || ADDRESSED.has(lemma))) return found
  // "told reporters that ...": now and then the parser makes the clause a relative of the reporters.
  for (const child of tree.children(verb)) {
    if (child < verb || !ADDRESSEES.has(tokens.relation[child]!)) continue
    const clause = tree
      .children(child)
      .find(
        (one) =>
          one > child &&
          isClause(tokens, tree, one) &&
          (hasMark(tokens, tree, one) ? !says : isUnmarked(tokens, tree, child, one, says)),
      )
    if (clause !== undefined) return clause
  }
  return -1
}

/** "told diplomats he had confessed to it", "said on its website it stood by the story": what is said, with its own subject and more. */
function isUnmarked(tokens: TokenTable, tree: Tree, noun: number, clause: number, says: boolean): boolean {
  if (tokens.relation[clause] !== 'acl:relcl') return false
  const subject = childWith(tokens, tree, clause, SUBJECTS)
  if (subject !== noun + 1 || !/^(?:he|she|it|they|we)$/i.test(tokens.lemma[subject]!)) return false
  const more = says ? /^(?:obj|ccomp|xcomp|obl|advcl)/ : /^(?:obj|ccomp|xcomp|advcl)/
  return tree.children(clause).some((one) => one > clause && more.test(tokens.relation[one]!))
}

/** "Roe told them that ..., a lawyer said": the parser takes "a lawyer said" for what Roe told. */
function isTrailing(tokens: TokenTable, tree: Tree, verb: number, child: number): boolean {
  if (child < verb || !cueVerb(tokens.lemma[child]!.toLowerCase()) || hasMark(tokens, tree, child)) return false
  const { first, last } = tree.extent(child)
  return first > verb && isPunctuation(tokens, first - 1) && last - child <= 2 && tree.extent(verb).last - last <= 1
}

const ADDRESSEES = new Set(['obj', 'iobj', 'obl'])

/** A clause has a subject, a marker or a copula; a lone word is none. */
export function isClause(tokens: TokenTable, tree: Tree, at: number): boolean {
  return tree.children(at).some((child) => /^(nsubj|mark|cop|csubj|expl|aux)/.test(tokens.relation[child]!))
}
