import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import type { Candidate } from './candidate.ts'
import { outermost } from './find-candidates.ts'
import type { Quotation } from './find-quotations.ts'
import { cueWord } from './lexicon.ts'

/**
 * What the tagger's net reads of a word besides the word itself: one string a slot, looked up in the model's vocabulary
 * of that slot. Training reads the same strings (`training/attribution/export.ts`), so there is one code for both;
 * whoever changes a slot trains the net again.
 */
export const SLOTS = [
  'xpos',
  'relation',
  'head',
  'quotation',
  'name',
  'headLemma',
  'governor',
  'governorEdge',
  'opens',
  'closes',
  'place',
  'cueClass',
  'frame',
  'side',
  'ruled',
] as const

/** Steps up the tree at most, so that a broken chain of heads costs little. */
const MAX_STEPS = 40

/** Edges by which a clause hangs on what reports it. */
const CLAUSE_EDGES = new Set([
  'ccomp',
  'xcomp',
  'parataxis',
  'advcl',
  'acl',
  'acl:relcl',
  'csubj',
  'csubj:pass',
  'obj',
  'obl',
])

const SHORT_QUOTATION = 4

/** The strings of every slot, one array a slot in the order of SLOTS, each with one entry a token. */
export function slotValues(
  tokens: TokenTable,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  tree: Tree,
  candidates: readonly Candidate[],
): readonly (readonly string[])[] {
  const n = tokens.length
  const quotation = quotationStates(n, quotations)
  const place = places(n, sentences)
  const head = new Array<string>(n)
  const headLemma = new Array<string>(n)
  const governor = new Array<string>(n)
  const governorEdge = new Array<string>(n)
  const cueClass = new Array<string>(n)
  const frame = new Array<string>(n)
  const side = new Array<string>(n)
  for (let at = 0; at < n; at++) cueClass[at] = classOf(tokens, at)
  const { opens, closes } = edges(tokens, tree, cueClass)
  for (let at = 0; at < n; at++) {
    const up = tokens.head[at]!
    const inside = up >= 0 && up < n
    head[at] = inside ? `${tokens.relation[up]}${up > at ? '>' : '<'}` : 'root'
    headLemma[at] = inside ? tokens.lemma[up]!.toLowerCase() : ''
    frame[at] = frameOf(tokens, tree, at)
    const above = climb(tokens, cueClass, at)
    governor[at] = above.clause < 0 ? '' : tokens.lemma[above.clause]!.toLowerCase()
    governorEdge[at] = above.clause < 0 ? '' : `${above.clauseEdge}${above.clause > at ? '>' : '<'}`
    side[at] = above.cue < 0 ? '' : `${above.cueEdge}${above.cue > at ? '>' : '<'}${cueClass[above.cue]}`
  }
  return [
    tokens.xpos,
    tokens.relation,
    head,
    quotation,
    tokens.name,
    headLemma,
    governor,
    governorEdge,
    opens,
    closes,
    place,
    cueClass,
    frame,
    side,
    ruledRoles(n, candidates),
  ]
}

/** What the rules alone make of each word: the role in the outermost candidate that claims it. */
function ruledRoles(n: number, candidates: readonly Candidate[]): string[] {
  const roles = new Array<string>(n).fill('')
  const put = (spans: Candidate['cue'], mark: string) => {
    for (const { first, last } of spans) {
      for (let at = first; at < last && at < n; at++)
        roles[at] = at === first ? `${mark}(` : at === last - 1 ? `${mark})` : mark
    }
  }
  for (const one of outermost(candidates)) {
    const sure = one.sure ? '' : '?'
    put(one.content, `o${sure}`)
    put(one.source, `s${sure}`)
    put(one.cue, `c${sure}`)
  }
  return roles
}

function quotationStates(n: number, quotations: readonly Quotation[]): string[] {
  const state = new Array<string>(n).fill('')
  for (const { first, last, depth, closed, continues } of quotations) {
    const length = last - first
    const size = length <= SHORT_QUOTATION ? 's' : 'l'
    const inner = depth > 0 ? 'i' : ''
    for (let at = first; at < last && at < n; at++) state[at] = `${inner}${size}`
    state[first] = `${inner}${size}(${continues ? '+' : ''}`
    if (closed && last - 1 < n) state[last - 1] = `${inner}${size})`
  }
  return state
}

function places(n: number, sentences: readonly Sentence[]): string[] {
  const place = new Array<string>(n).fill('')
  let inParagraph = 0
  for (const sentence of sentences) {
    inParagraph = sentence.paragraph ? 0 : inParagraph + 1
    const which = inParagraph === 0 ? 'a' : inParagraph === 1 ? 'b' : 'c'
    for (let at = sentence.first; at < sentence.last; at++) {
      const left = at - sentence.first
      const right = sentence.last - 1 - at
      place[at] = left < 2 ? `${which}${left}` : right < 2 ? `${which}-${right}` : which
    }
  }
  return place
}

/** The relation of the largest phrase that starts, and that ends, at each token; a star where a reporting word governs. */
function edges(tokens: TokenTable, tree: Tree, cueClass: readonly string[]): { opens: string[]; closes: string[] } {
  const n = tokens.length
  const opens = new Array<string>(n).fill('')
  const closes = new Array<string>(n).fill('')
  const widestOpen = new Int32Array(n)
  const widestClose = new Int32Array(n)
  for (let at = 0; at < n; at++) {
    const { first, last } = tree.extent(at)
    const width = last - first
    if (width < 2 || tokens.head[at]! < 0) continue
    const relation = cueClass[tokens.head[at]!] ? `${tokens.relation[at]}*` : tokens.relation[at]!
    if (width > widestOpen[first]!) {
      widestOpen[first] = width
      opens[first] = relation
    }
    if (width > widestClose[last - 1]!) {
      widestClose[last - 1] = width
      closes[last - 1] = relation
    }
  }
  return { opens, closes }
}

function classOf(tokens: TokenTable, at: number): string {
  const lemma = tokens.lemma[at]!.toLowerCase()
  const word = cueWord(UPOS[tokens.upos[at]!], lemma)
  if (!word) return lemma === 'according' ? 'according' : ''
  return `${word.kind[0]}${word.sense === 'voice' ? 'v' : 'a'}${word.takes[0]}`
}

/** Which dependents a content word has, as letters: subject, object, clause, infinitive, parataxis, marker, copula. */
function frameOf(tokens: TokenTable, tree: Tree, at: number): string {
  const upos = UPOS[tokens.upos[at]!]
  if (upos !== 'VERB' && upos !== 'NOUN' && upos !== 'ADJ' && upos !== 'AUX') return ''
  const short = upos[0]!
  let seen = 0
  for (const child of tree.children(at)) {
    const letter = FRAME_LETTERS[tokens.relation[child]!]
    if (letter !== undefined) seen |= letter
  }
  return `${short}${seen}`
}

const FRAME_LETTERS: Readonly<Record<string, number>> = {
  nsubj: 1,
  'nsubj:pass': 2,
  obj: 4,
  iobj: 4,
  ccomp: 8,
  xcomp: 16,
  parataxis: 32,
  mark: 64,
  cop: 128,
  'acl:relcl': 256,
  acl: 256,
  'nmod:poss': 512,
}

/** The nearest ancestor over a clause edge, and the nearest ancestor that the lexicon knows, with the edges below them. */
function climb(
  tokens: TokenTable,
  cueClass: readonly string[],
  start: number,
): { clause: number; clauseEdge: string; cue: number; cueEdge: string } {
  let clause = -1
  let clauseEdge = ''
  let cue = -1
  let cueEdge = ''
  let at = start
  for (let steps = 0; steps < MAX_STEPS && (clause < 0 || cue < 0); steps++) {
    const up = tokens.head[at]!
    if (up < 0 || up >= tokens.length) break
    const relation = tokens.relation[at]!
    if (clause < 0 && CLAUSE_EDGES.has(relation)) {
      clause = up
      clauseEdge = relation
    }
    if (cue < 0 && cueClass[up] !== '') {
      cue = up
      cueEdge = relation
    }
    at = up
  }
  return { clause, clauseEdge, cue, cueEdge }
}
