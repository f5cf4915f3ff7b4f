import { type TokenTable, UPOS } from '../../model/index.ts'
import { type Candidate, HEARSAY } from './candidate.ts'
import { isPunctuation } from './draft.ts'
import type { CandidateInput } from './grammar.ts'
import {
  type CueWord,
  cueVerb,
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  INSTITUTION_NOUNS,
  OUTLET_NOUNS,
  PERSON_NOUNS,
  SHOWING_VERBS,
} from './lexicon.ts'
import { nounOf } from './people.ts'

/** Words of what is said at least. */
const MIN_SAID = 1
/** Words of who says it at most: "a person with direct knowledge of the arrangements in both capitals". */
const MAX_VOICE = 14

/**
 * "It was not, said a guard at the gate.": a sentence that ends with a comma, a verb of saying and who says it, whatever
 * the tree makes of it. In text order.
 */
export function findTrailing({ text, tokens, sentences }: CandidateInput): Candidate[] {
  const found: Candidate[] = []
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  for (const { first, last } of sentences) {
    let end = citedFrom(first, last, form)
    while (end > first && isPunctuation(tokens, end - 1)) end--
    const behind = voiceBefore(tokens, first, end, form)
    if (behind) {
      found.push(behind)
      continue
    }
    for (let verb = end - 2; verb > first + MIN_SAID && end - verb <= MAX_VOICE + 1; verb--) {
      if (form(verb - 1) !== ',' || !endsIn(tokens, verb)) continue
      const word = sayingAt(tokens, verb, form)
      if (word?.sense !== 'voice' || word.takes !== 'clause' || !isVoice(tokens, verb + 1, end)) break
      found.push({
        source: [{ first: verb + 1, last: end }],
        cue: [{ first: verb, last: verb + 1 }],
        content: [{ first, last: verb - 1 }],
        head: verb,
        word,
        sure: true,
      })
      break
    }
  }
  return found
}

/** "reports" and "claims" behind a comma are often taken for nouns. */
function endsIn(tokens: TokenTable, verb: number): boolean {
  return (
    /^VB[DZ]$/.test(tokens.xpos[verb]!) ||
    /^(?:report|claim|state|note|comment|remark|show|reveal|suggest|indicate)$/.test(tokens.lemma[verb]!)
  )
}

function sayingAt(tokens: TokenTable, verb: number, form: (at: number) => string): CueWord | undefined {
  return cueVerb(tokens.lemma[verb]!.toLowerCase()) ?? cueVerb(form(verb).toLowerCase().replace(/s$/, ''))
}

/** Where ", citing officials" begins behind who reports, or the sentence's end. */
function citedFrom(first: number, last: number, form: (at: number) => string): number {
  for (let at = last - 2; at > first + MIN_SAID + 2; at--)
    if (form(at) === ',' && /^(?:citing|quoting)$/.test(form(at + 1))) return at
  return last
}

/** Courts that are told things, by nobody in particular. */
const COURTS = /^(?:court|jury|inquiry|tribunal|hearing|inquest|judge|panel|committee|commission)$/
/** Words of time and place behind the verb at most: "on April 20". */
const MAX_WHEN = 5

/**
 * "..., the presidential press service reports.", "..., a hotel bill shows.", "..., a district court heard on Monday.": who
 * tells stands between the last comma and the verb that ends the sentence. Null where the comma parts something else.
 */
function voiceBefore(tokens: TokenTable, first: number, end: number, form: (at: number) => string): Candidate | null {
  let verb = end - 1
  while (verb > first && end - verb <= MAX_WHEN && /^(?:ADP|NUM|ADV|DET|PROPN)$/.test(UPOS[tokens.upos[verb]!]!)) verb--
  if (!endsIn(tokens, verb) || !/^(?:VERB|NOUN)$/.test(UPOS[tokens.upos[verb]!]!)) return null
  let comma = verb - 1
  while (comma > first && verb - comma <= MAX_VOICE && form(comma) !== ',') comma--
  if (form(comma) !== ',' || comma - first < MIN_CLAUSE || verb - comma < 2) return null
  for (let at = comma + 1; at < verb; at++) {
    if (isPunctuation(tokens, at) && tokens.xpos[at] !== 'HYPH') return null
    if (
      UPOS[tokens.upos[at]!] === 'AUX' ||
      /^(?:SCONJ|CCONJ)$/.test(UPOS[tokens.upos[at]!]!) ||
      /^W/.test(tokens.xpos[at]!)
    )
      return null
    if (/^VB[DZP]?$/.test(tokens.xpos[at]!)) return null
  }
  if (!/^(?:DET|PROPN|ADJ|NOUN|NUM)$/.test(UPOS[tokens.upos[comma + 1]!]!) || !hasFinite(tokens, first, comma))
    return null
  const source = { first: comma + 1, last: verb }
  const noun = nounOf(tokens, source)
  const content = [{ first, last: comma }]
  const cue = [{ first: verb, last: verb + 1 }]
  const lemma = tokens.lemma[verb]!.toLowerCase()
  if (lemma === 'hear' && COURTS.test(tokens.lemma[noun]!))
    return { source: [], cue, content, head: verb, word: HEARSAY, sure: true }
  const word = sayingAt(tokens, verb, form)
  if (word?.sense !== 'voice') return null
  const shows = SHOWING_VERBS.has(lemma) || SHOWING_VERBS.has(lemma.replace(/s$/, ''))
  if (word.takes !== 'clause' && !shows) return null
  return { source: [source], cue, content, head: verb, word, sure: true }
}

/** Words of a clause before who tells it at least. */
const MIN_CLAUSE = 4

function hasFinite(tokens: TokenTable, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (/^(?:VB[DZP]|MD)$/.test(tokens.xpos[at]!)) return true
  return false
}

/** Words of a brief answer at most. */
const MAX_BRIEF = 5

/**
 * "State television said four.", "The ministry says no.": a sentence of who says it, the verb, and a few words without a
 * verb of their own. In text order.
 */
export function findBriefSayings({ text, tokens, sentences }: CandidateInput): Candidate[] {
  const found: Candidate[] = []
  for (const { first, last } of sentences) {
    let end = last
    while (end > first && isPunctuation(tokens, end - 1)) end--
    for (let verb = end - 1; verb > first && end - verb <= MAX_BRIEF + 1; verb--) {
      if (tokens.lemma[verb] !== 'say' || !/^VB[DZP]$/.test(tokens.xpos[verb]!) || verb + 1 >= end) continue
      const word = cueVerb('say')
      let brief = true
      for (let at = verb + 1; at < end && brief; at++)
        brief = /^(?:NUM|NOUN|DET|ADJ|INTJ|ADV|ADP)$/.test(UPOS[tokens.upos[at]!]!)
      const answers =
        /^(?:NUM|INTJ)$/.test(UPOS[tokens.upos[end - 1]!]!) ||
        /^(?:no|yes)$/i.test(text.slice(tokens.from[verb + 1], tokens.to[end - 1]))
      if (word && brief && answers && isNounPhrase(tokens, first, verb))
        found.push({
          source: [{ first, last: verb }],
          cue: [{ first: verb, last: verb + 1 }],
          content: [{ first: verb + 1, last: end }],
          head: verb,
          word,
          sure: true,
        })
      break
    }
  }
  return found
}

function isNounPhrase(tokens: TokenTable, first: number, last: number): boolean {
  for (let at = first; at < last; at++)
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM|PART|ADP|PRON)$/.test(UPOS[tokens.upos[at]!]!)) return false
  return /^(?:NOUN|PROPN)$/.test(UPOS[tokens.upos[last - 1]!]!)
}

const SPEAKERS = [PERSON_NOUNS, GROUP_NOUNS, DOCUMENT_NOUNS, INSTITUTION_NOUNS, OUTLET_NOUNS]

/** A noun phrase about somebody: a name, or a noun of persons, and no verb but one that describes. */
function isVoice(tokens: TokenTable, first: number, last: number): boolean {
  let somebody = false
  for (let at = first; at < last; at++) {
    const upos = UPOS[tokens.upos[at]!]
    if (isPunctuation(tokens, at) && tokens.lemma[at] !== ',' && tokens.xpos[at] !== 'HYPH') return false
    if (upos === 'AUX' || upos === 'SCONJ' || /^VB[DZP]?$/.test(tokens.xpos[at]!)) return false
    const lemma = tokens.lemma[at]!.toLowerCase()
    if (!somebody && (upos === 'ADP' || upos === 'VERB')) return false
    if (upos === 'PROPN' || SPEAKERS.some((nouns) => nouns.has(lemma))) somebody = true
  }
  return somebody
}
