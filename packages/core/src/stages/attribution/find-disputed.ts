import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { isPunctuation } from './draft.ts'
import { type CandidateInput, sourceSpan, verbGroup } from './grammar.ts'
import type { CueWord } from './lexicon.ts'

const DISPUTING = /^(?:deny|reject|dispute|refute|dismiss|contradict|confirm|acknowledge|admit)$/
const WHAT = /^(?:charge|claim|accusation|allegation|assertion|account|report|version|figure|suggestion|statement)$/

/** Taking a stand on what another voice has just told. */
export const DISPUTED_DENY: CueWord = { sense: 'voice', stance: 'denies', takes: 'deed', kind: 'verb' }
export const DISPUTED_CONFIRM: CueWord = { sense: 'voice', stance: 'confirms', takes: 'deed', kind: 'verb' }

export const isDisputed = (word: CueWord | null) => word === DISPUTED_DENY || word === DISPUTED_CONFIRM

/** Words of who denies at most. */
const MAX_WHO = 8

/**
 * "..., which the army denies", "..., a charge that Sorin rejects", "..., an allegation he disputes": somebody else than
 * who told it takes a stand, beside it and not within. The pronoun, or the noun before it, is what is denied.
 */
export function findDisputed(input: CandidateInput): Candidate[] {
  const { text, tokens, sentences, tree } = input
  const found: Candidate[] = []
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  for (let verb = 3; verb < tokens.length; verb++) {
    if (UPOS[tokens.upos[verb]!] !== 'VERB' || !DISPUTING.test(tokens.lemma[verb]!)) continue
    if (!/^(?:acl:relcl|acl)$/.test(tokens.relation[verb]!)) continue
    const cue = verbGroup(input, verb)
    const { first } = sentences[tokens.sentence[verb]!]!
    const subject = tree.children(verb).find((child) => /^nsubj/.test(tokens.relation[child]!) && child < cue.first)
    const source = subject === undefined ? null : sourceSpan(input, subject, cue)
    if (!source || source.last - source.first > MAX_WHO || /^W/.test(tokens.xpos[subject!]!)) continue
    let start = source.first - 1
    if (start > first && form(start) === 'which' && form(start - 1) === ',') {
      found.push({
        source: [source],
        cue: [cue],
        content: [{ first: start, last: start + 1 }],
        head: verb,
        word: wordOf(tokens, verb),
        sure: true,
      })
      continue
    }
    if (start > first && form(start) === 'that') start--
    if (!WHAT.test(tokens.lemma[start] ?? '')) continue
    const noun = start
    while (start > first && noun - start < 4 && /^(?:DET|ADJ)$/.test(UPOS[tokens.upos[start - 1]!]!)) start--
    if (start <= first || !isPunctuation(tokens, start - 1)) continue
    found.push({
      source: [source],
      cue: [cue],
      content: [{ first: start, last: noun + 1 }],
      head: verb,
      word: wordOf(tokens, verb),
      sure: true,
    })
  }
  return found
}

const wordOf = (tokens: TokenTable, verb: number) =>
  /^(?:confirm|acknowledge|admit)$/.test(tokens.lemma[verb]!) ? DISPUTED_CONFIRM : DISPUTED_DENY
