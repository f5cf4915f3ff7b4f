import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import { type Candidate, HEARSAY } from './candidate.ts'
import { isPunctuation, type TokenSpan } from './draft.ts'
import type { CandidateInput } from './grammar.ts'
import { type CueWord, DOCUMENT_NOUNS, GROUP_NOUNS, INSTITUTION_NOUNS, OUTLET_NOUNS, PERSON_NOUNS } from './lexicon.ts'
import { nounOf } from './people.ts'

/** Words behind the verb at most, of when and where: "on Monday", "in Bern last week". */
const MAX_WHEN = 6
/** Words of what is shown at least. */
const MIN_SHOWN = 3

/** Who hears what others tell. */
const HEARERS =
  /^(?:court|jury|juror|inquiry|enquiry|inquest|tribunal|hearing|committee|commission|parliament|mps|assembly|senate|panel|judge|trial|chamber|house|council|lords|senator|lawmaker|legislator|magistrate|bench|conference|meeting|forum|symposium)$/

/**
 * What nobody in particular tells: "..., a court heard on Monday.", "Jurors heard that ...", "It emerged on Friday that
 * ...", "..., it was reported.". In text order.
 */
export function findHeard({ text, tokens, sentences }: CandidateInput): Candidate[] {
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  return sentences.flatMap((sentence) => {
    const one = learned(tokens, sentence, form) ?? emerged(tokens, sentence, form) ?? heard(tokens, sentence, form)
    return one ? [one] : []
  })
}

/** Words of who learns, and of from whom, at most. */
const MAX_LEARNER = 6
const MAX_TELLER = 12

/** "As this newspaper has learned from two people at the bank, the loan was repaid.": the two tell it. */
function learned(tokens: TokenTable, sentence: Sentence, form: (at: number) => string): Candidate | null {
  const { first, last } = wordsOf(tokens, sentence)
  if (form(first) !== 'As') return null
  let verb = first + 2
  while (verb < last && verb - first <= MAX_LEARNER && !/^(?:learned|learnt|learns)$/.test(form(verb))) verb++
  if (!/^(?:learned|learnt|learns)$/.test(form(verb)) || form(verb + 1) !== 'from') return null
  let comma = verb + 2
  while (comma < last && comma - verb <= MAX_TELLER && form(comma) !== ',') comma++
  if (form(comma) !== ',' || last - comma <= MIN_SHOWN) return null
  // "As we learned from our mistakes"
  const noun = nounOf(tokens, { first: verb + 2, last: comma })
  const lemma = tokens.lemma[noun]!.toLowerCase()
  const tells = [PERSON_NOUNS, GROUP_NOUNS, INSTITUTION_NOUNS, OUTLET_NOUNS, DOCUMENT_NOUNS].some((one) =>
    one.has(lemma),
  )
  if (!tells && lemma !== 'circle' && UPOS[tokens.upos[noun]!] !== 'PROPN') return null
  return {
    source: [{ first: verb + 2, last: comma }],
    cue: [{ first: verb, last: verb + 2 }],
    content: [{ first: comma + 1, last }],
    head: verb,
    word: LEARNED,
    sure: true,
  }
}

/** Whom an outlet heard it from. */
export const LEARNED: CueWord = { sense: 'voice', stance: 'tells', takes: 'clause', kind: 'verb' }

/** "..., a district court heard on Monday.", "Jurors heard that ...": whoever told them is not said. */
function heard(tokens: TokenTable, sentence: Sentence, form: (at: number) => string): Candidate | null {
  const { first, last } = wordsOf(tokens, sentence)
  for (let verb = first + 1; verb < last; verb++) {
    const told_ = /^(?:was|were|has been|have been) told$/.test(`${form(verb - 1)} ${form(verb)}`)
    if (form(verb) !== 'heard' && !told_) continue
    const end = told_ ? verb - 1 : verb
    let start = end
    while (start > first && /^(?:DET|ADJ|NOUN|PROPN|NUM|PART|ADP)$/.test(UPOS[tokens.upos[start - 1]!]!)) start--
    if (start === end || !HEARERS.test(tokens.lemma[nounOf(tokens, { first: start, last: end })]!.toLowerCase()))
      continue
    const cue = { first: told_ ? verb - 1 : verb, last: verb + 1 }
    if (form(start - 1) === ',' && start - 1 >= first + MIN_SHOWN && isWhen(tokens, verb + 1, last))
      return told(verb, { first, last: start - 1 }, cue)
    // What stands before is of when and where: "On Monday the inquiry heard that".
    if (start > first && start - first > MAX_WHEN) continue
    for (let that = verb + 1; that < Math.min(last - MIN_SHOWN, verb + 2 + MAX_WHEN); that++) {
      if (form(that) === 'that' && isWhen(tokens, verb + 1, that)) return told(verb, { first: that, last }, cue)
    }
  }
  return null
}

/** "It emerged on Friday that ...", "..., it has emerged.", "..., it was reported on Monday.": nobody in particular tells it. */
function emerged(tokens: TokenTable, sentence: Sentence, form: (at: number) => string): Candidate | null {
  const { first, last } = wordsOf(tokens, sentence)
  for (let it = first; it < last - 1; it++) {
    if (!/^it$/i.test(form(it)) || (it > first && form(it - 1) !== ',')) continue
    let verb = it + 1
    while (
      verb < last &&
      /^(?:has|had|have|was|is|been|being|also|later|now|widely|only|since|first)$/.test(form(verb))
    )
      verb++
    const passive = verb > it + 1 && /^(?:was|is|been|being)$/.test(helperBefore(form, it, verb))
    const known =
      /^(?:emerges|emerged|transpired|transpires)$/.test(form(verb)) ||
      (passive && /^(?:reported|claimed|alleged|rumou?red|revealed|disclosed|announced|said|leaked)$/.test(form(verb)))
    if (!known) continue
    const cue = { first: it + 1, last: verb + 1 }
    if (it > first + MIN_SHOWN && isWhen(tokens, verb + 1, last)) return told(verb, { first, last: it - 1 }, cue)
    if (it !== first) continue
    for (let that = verb + 1; that < Math.min(last - MIN_SHOWN, verb + 2 + MAX_WHEN); that++)
      if (form(that) === 'that' && isWhen(tokens, verb + 1, that)) return told(verb, { first: that, last }, cue)
  }
  return null
}

/** The last "was" or "been" between the pronoun and its verb. */
function helperBefore(form: (at: number) => string, it: number, verb: number): string {
  for (let at = verb - 1; at > it; at--) if (/^(?:was|is|been|being|has|had|have)$/.test(form(at))) return form(at)
  return ''
}

function told(verb: number, content: TokenSpan, cue: TokenSpan): Candidate {
  return { source: [], cue: [cue], content: [content], head: verb, word: HEARSAY, sure: true }
}

/** Words of when and where, or none. */
function isWhen(tokens: TokenTable, first: number, last: number): boolean {
  if (last - first > MAX_WHEN) return false
  for (let at = first; at < last; at++)
    // "it was announced by the palace that": somebody tells.
    if (tokens.lemma[at] === 'by' || !/^(?:ADP|DET|NUM|PROPN|NOUN|ADJ|ADV|PRON)$/.test(UPOS[tokens.upos[at]!]!))
      return false
  if (first >= last) return true
  return (
    /^(?:ADP|ADV|PROPN)$/.test(UPOS[tokens.upos[first]!]!) ||
    /^(?:last|this|earlier|yesterday|today|late)$/i.test(tokens.lemma[first]!)
  )
}

/** The sentence without the marks behind its last word. */
function wordsOf(tokens: TokenTable, { first, last }: Sentence): TokenSpan {
  let end = last
  while (end > first && isPunctuation(tokens, end - 1)) end--
  return { first, last: end }
}
