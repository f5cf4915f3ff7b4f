import { type TokenTable, UPOS } from '../../model/index.ts'
import { baseRelation } from '../../text/index.ts'
import type { Candidate } from './candidate.ts'
import { clauseSpans } from './content-spans.ts'
import { isPunctuation } from './draft.ts'
import { type CandidateInput, sourceSpan, subjectOf, verbGroup } from './grammar.ts'
import { isAsked, isSaid } from './is-said.ts'
import type { CueWord } from './lexicon.ts'

const list = (words: string) => new Set(words.split(/\s+/))

/** Verbs that ask somebody to do something, and the preposition that some of them put before who is asked. */
const DIRECTING: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    `ask beg urge implore order instruct command tell invite advise encourage warn press petition request direct exhort
    entreat beseech counsel`
      .split(/\s+/)
      .map((verb) => [verb, '']),
  ),
  appeal: 'to',
  call: 'on upon',
  plead: 'with',
}
/** Verbs whose own deed it is that "to" and a verb name: who asks or promises means to do it, or to have it done. */
const BINDING = list('ask beg offer promise vow pledge threaten swear undertake volunteer demand')

/** Of these the ones that nobody does but by saying so: the others are voices only inside another's words. */
const SAID_ALOUD = list('appeal call urge beg implore plead ask exhort entreat')

/** Words of who is asked at most. */
const MAX_ASKED = 9

/** Words that ask or promise something by being said. */
const ASKING: CueWord = { sense: 'voice', stance: 'tells', takes: 'deed', kind: 'verb' }

/**
 * Who asks somebody to do something, or says that he will do it himself: "has asked Delhi to return him", "have appealed
 * to the president to call", "offered to free them". What is asked is the content; who is asked is no part of it. In
 * text order.
 */
export function findRequests(input: CandidateInput): Candidate[] {
  const { tokens } = input
  const found: Candidate[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (UPOS[tokens.upos[at]!] !== 'VERB' || !isSaid(tokens, input.tree, at)) continue
    const candidate = request(input, at)
    if (candidate) found.push(candidate)
  }
  return found
}

function request(input: CandidateInput, verb: number): Candidate | null {
  const { tokens, tree } = input
  const lemma = tokens.lemma[verb]!.toLowerCase()
  const link = DIRECTING[lemma]
  const binds = BINDING.has(lemma)
  if (link === undefined && !binds) return null
  const to = infinitiveBehind(tokens, verb)
  if (to < 0) return null
  const asked = to > verb + 1
  if (asked ? link === undefined : !binds) return null
  if (asked && link !== '' && !link!.split(' ').includes(tokens.lemma[verb + 1]!)) return null
  if (asked && link === '' && UPOS[tokens.upos[verb + 1]!] === 'ADP') return null
  let deed = to + 1
  while (UPOS[tokens.upos[deed]!] !== 'VERB' && tokens.xpos[deed + 1] !== undefined && deed < to + 4) deed++
  if (!hangsOn(tokens, deed, verb)) return null
  const cue = verbGroup(input, verb)
  const whole = asked && link !== '' ? { first: cue.first, last: Math.max(cue.last, verb + 2) } : cue
  const subject = subjectOf(tokens, tree, verb)
  const source = subject < 0 ? null : sourceSpan(input, subject, whole)
  if (!source || source.first > verb || isAsked(tokens, verb, source)) return null
  const [told, ...rest] = clauseSpans(input, deed, [{ first: 0, last: to }, whole, source])
  if (!told) return null
  const content = [{ first: Math.min(to, told.first), last: told.last }, ...rest]
  return { source: [source], cue: [whole], content, head: verb, word: ASKING, sure: SAID_ALOUD.has(lemma) }
}

/** The "to" of "to return him" behind the verb, with nothing but who is asked in between; or -1. */
function infinitiveBehind(tokens: TokenTable, verb: number): number {
  for (let at = verb + 1; at < Math.min(tokens.length - 1, verb + 1 + MAX_ASKED); at++) {
    if (tokens.xpos[at] === 'TO') return UPOS[tokens.upos[at + 1]!] === 'VERB' || helps(tokens, at + 1) ? at : -1
    // “offered to “reopen” it”: the mark hides the verb from the tagger.
    if (tokens.lemma[at] === 'to' && isPunctuation(tokens, at + 1) && tokens.xpos[at + 2] === 'VB') return at
    const upos = UPOS[tokens.upos[at]!]
    const not = /^(?:not|never)$/.test(tokens.lemma[at]!) && tokens.xpos[at + 1] === 'TO'
    if (not || upos === 'ADV') continue
    if (isPunctuation(tokens, at) || !/^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|ADP|PART|CCONJ)$/.test(upos!)) return -1
    // "told reporters who", "told them that"
    if (/^W/.test(tokens.xpos[at]!)) return -1
  }
  return -1
}

/** "to be briefed", "to have left". */
const helps = (tokens: TokenTable, at: number) => /^(?:be|have)$/.test(tokens.lemma[at]!) && tokens.xpos[at] === 'VB'

/** Steps from what is asked up to the verb that asks at most. */
const MAX_STEPS = 4

/** True where the parser hangs what is asked on the verb that asks, or on who is asked. */
function hangsOn(tokens: TokenTable, deed: number, verb: number): boolean {
  let at = deed
  for (let steps = 0; steps < MAX_STEPS && at >= 0; steps++) {
    const up = tokens.head[at]!
    if (up === verb) return true
    // "told the men who had come to help": that is what they came for.
    if (up < verb || (UPOS[tokens.upos[up]!] === 'VERB' && baseRelation(tokens, at) !== 'conj')) return false
    at = up
  }
  return false
}
