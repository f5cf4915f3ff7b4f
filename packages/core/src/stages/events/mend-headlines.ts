import type { TokenTable } from '../../model/index.ts'
import { createMender, isNominal, type Mended, rangeOf, wordAt } from './mended-columns.ts'

/* Codes into UPOS. */
const ADPOSITION = 1
const NOUN = 7
const PROPER = 11
const VERB = 15

/*
 * Headlines have their own grammar (no articles, plurals beside verbs in the present), for which the parser was not made. Own
 * lists from general knowledge of English; no corpus text.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
/** Verbs that are nouns as well, in the plural of the present: "Arda and Norland exchange prisoners". */
const DOING = set('exchange swap trade release free host resume demand order welcome vow plan back sign seek')
/** What talks do in headlines. */
const ENDING = set('end resume collapse begin stall open close start fail continue falter drag')
/** Verbs of headlines in -s: "Ministry slams claim". */
const SLAMMING = set('slams blasts rips raps pans rubbishes')

/** What courts, police and captors do in headlines: "Court jails trader". */
const JAILING = set('jails frees acquits convicts pardons detains nabs arrests releases indicts clears')
/** The same beside a plural, where the parser sees a noun or an adjective: "Rebels free two nurses", "Cops nab trader". */
const FREEING = set('free nab bust collar nick cuff arrest jail detain release seize')
const DOERS =
  set(`rebels kidnappers captors militants gunmen pirates taliban hamas houthis police cops mounties feds soldiers troops
  authorities hijackers separatists insurgents bandits abductors guerrillas islamists jihadists agents officers detectives guards`)
/** What is done to people in headlines that leave out "was": "Man held over threat", "PANTO DAME JAILED". */
const DONE =
  set(`held charged jailed cleared fined freed detained arrested convicted acquitted sentenced remanded nabbed busted nicked
  bailed released deported collared cuffed caught indicted pardoned`)

/**
 * Mends headlines, and sentences that read like them: "Arda and Norland exchange prisoners" read as a name of prisoners, "Arda
 * talks in Velm end in deadlock" with "talks" as the verb, "Ministry slams claim", "X threatens sanctions as envoy flies in".
 * Returns the same table where nothing is to mend; columns are copied, never changed in place. Linear in tokens.
 */
export function mendHeadlines(text: string, tokens: TokenTable): TokenTable {
  const { copy, result } = createMender(tokens)
  for (let i = 1; i + 1 < tokens.length; i++) {
    const form = wordAt(text, tokens, i)
    if (tokens.upos[i] === NOUN && DOING.has(form)) {
      if (form === 'plan') mendPlan(text, tokens, i, copy)
      else mendDoing(tokens, i, copy)
    } else if (
      tokens.upos[i] !== VERB &&
      (JAILING.has(form) || (FREEING.has(form) && DOERS.has(wordAt(text, tokens, i - 1))))
    )
      mendJailing(tokens, i, copy)
    else if (DONE.has(form)) mendDone(text, tokens, i, copy)
    else if (form === 'talks' && tokens.xpos[i] === 'VBZ') mendTalks(text, tokens, i, copy)
    else if (SLAMMING.has(form) && tokens.xpos[i] === 'NNS') mendSlamming(tokens, i, copy)
    else if (tokens.upos[i] === NOUN && tokens.relation[i] === 'nsubj') mendWhile(text, tokens, i, copy)
  }
  return result()
}

/** "Arda and Norland exchange prisoners": a row of names, a verb in the plural, and a plural that the parser took for the head. */
function mendDoing(tokens: TokenTable, verb: number, copy: () => Mended): void {
  const object = verb + 1
  if (tokens.relation[verb] !== 'compound' || tokens.head[verb] !== object || tokens.xpos[object] !== 'NNS') return
  if (tokens.relation[object] !== 'root' || tokens.upos[verb - 1] !== PROPER) return
  const [first, last] = rangeOf(tokens, verb)
  const subject = Array.from({ length: verb - first }, (_, k) => first + k).find(
    (at) => tokens.head[at] === object && tokens.upos[at] === PROPER,
  )
  // One name before it may be a modifier ("Norland exchange students"); a row of them is who does it.
  if (subject === undefined || !hasConjunct(tokens, subject, verb)) return
  const { head, relation, upos, xpos } = copy()
  head[verb] = -1
  relation[verb] = 'root'
  upos[verb] = VERB
  xpos[verb] = 'VBP'
  for (let i = first; i < last; i++) {
    if (i === verb || head[i] !== object) continue
    if (i < verb || tokens.relation[i] === 'conj' || tokens.relation[i] === 'punct' || tokens.relation[i] === 'obl')
      head[i] = verb
  }
  relation[subject] = 'nsubj'
  head[object] = verb
  relation[object] = 'obj'
}

function hasConjunct(tokens: TokenTable, name: number, before: number): boolean {
  for (let i = name + 1; i < before; i++) if (tokens.head[i] === name && tokens.relation[i] === 'conj') return true
  return false
}

/** "talks in Velm end": the place was taken for a part of what follows it. */
function hangPlaces({ head, relation, upos }: Mended, noun: number, verb: number): void {
  for (let i = noun + 1; i < verb; i++)
    if (head[i] === verb && upos[i] === PROPER) {
      head[i] = noun
      relation[i] = 'nmod'
      for (let k = noun + 1; k < i; k++) if (head[k] === verb && upos[k] === ADPOSITION) head[k] = i
    }
}

/** "Arda talks in Velm end in deadlock": what ends are the talks. */
function mendTalks(text: string, tokens: TokenTable, talks: number, copy: () => Mended): void {
  if (tokens.relation[talks] !== 'root' || tokens.upos[talks - 1] !== PROPER) return
  const [first, last] = rangeOf(tokens, talks)
  let end = -1
  for (let i = talks + 1; i < last && end < 0; i++)
    if (tokens.upos[i] === NOUN && tokens.head[i] === talks && ENDING.has(wordAt(text, tokens, i))) end = i
  if (end < 0) return
  const columns = copy()
  const { head, relation, upos, xpos } = columns
  upos[end] = VERB
  xpos[end] = 'VBP'
  head[end] = -1
  relation[end] = 'root'
  upos[talks] = NOUN
  xpos[talks] = 'NNS'
  head[talks] = end
  relation[talks] = 'nsubj'
  for (let i = first; i < talks; i++) if (head[i] === talks && relation[i] === 'nsubj') relation[i] = 'compound'
  hangPlaces(columns, talks, end)
  for (let i = end + 1; i < last; i++) if (head[i] === talks) head[i] = end
}

/** "Ministry slams claim it paid": the verb in -s, and what it is about. */
function mendSlamming(tokens: TokenTable, verb: number, copy: () => Mended): void {
  const object = verb + 1
  if (tokens.relation[verb] !== 'nsubj' || tokens.head[verb] !== object || tokens.upos[object] !== VERB) return
  if (tokens.xpos[object] !== 'VBP' && tokens.xpos[object] !== 'VBZ') return
  const [first, last] = rangeOf(tokens, verb)
  const { head, relation, upos, xpos } = copy()
  upos[verb] = VERB
  xpos[verb] = 'VBZ'
  head[verb] = tokens.head[object]!
  relation[verb] = tokens.relation[object]!
  for (let i = first; i < verb; i++)
    if (head[i] === verb && (relation[i] === 'compound' || relation[i] === 'nmod')) relation[i] = 'nsubj'
  upos[object] = NOUN
  xpos[object] = 'NN'
  head[object] = verb
  relation[object] = 'obj'
  for (let i = object + 1; i < last; i++) if (head[i] === object && relation[i] === 'ccomp') relation[i] = 'acl'
}

/** "X threatens sanctions as envoy flies in": of two subjects behind a verb the first is its object, and "as" leads a clause. */
function mendWhile(text: string, tokens: TokenTable, noun: number, copy: () => Mended): void {
  const clause = tokens.head[noun]!
  const verb = noun - 1
  if (clause <= noun || tokens.relation[clause] !== 'ccomp' || tokens.head[clause] !== verb) return
  if (tokens.upos[verb] !== VERB || wordAt(text, tokens, noun + 1) !== 'as') return
  const subject = tokens.head[noun + 1]!
  if (subject >= clause || tokens.head[subject] !== clause || tokens.relation[subject] !== 'nsubj') return
  const { head, relation } = copy()
  head[noun] = verb
  relation[noun] = 'obj'
  head[noun + 1] = clause
  relation[noun + 1] = 'mark'
  relation[clause] = 'advcl'
}

/** "Fishing crews in Arda plan to rally": a sentence without another verb. */
function mendPlan(text: string, tokens: TokenTable, plan: number, copy: () => Mended): void {
  const infinitive = plan + 2
  if (wordAt(text, tokens, plan + 1) !== 'to' || tokens.xpos[infinitive] !== 'VB') return
  const crews = tokens.head[infinitive]!
  if (crews < 0 || crews >= plan || tokens.relation[crews] !== 'root' || tokens.xpos[crews] !== 'NNS') return
  if (tokens.head[plan] !== crews || tokens.upos[plan - 1] !== PROPER) return
  const [, last] = rangeOf(tokens, plan)
  const columns = copy()
  const { head, relation, upos, xpos } = columns
  upos[plan] = VERB
  xpos[plan] = 'VBP'
  head[plan] = -1
  relation[plan] = 'root'
  head[crews] = plan
  relation[crews] = 'nsubj'
  head[infinitive] = plan
  relation[infinitive] = 'xcomp'
  hangPlaces(columns, crews, plan)
  for (let i = infinitive; i < last; i++) if (head[i] === crews && relation[i] === 'punct') head[i] = plan
}

/** "Court jails trader for plot": a name or noun, the verb, whom it is done to, and a phrase behind. Only where no other verb is. */
function mendJailing(tokens: TokenTable, verb: number, copy: () => Mended): void {
  const [first, last] = rangeOf(tokens, verb)
  const subject = verb - 1
  if (subject < first || !isNominal(tokens, subject)) return
  for (let i = first; i < last; i++) if (/^(?:VB[DPZ]|MD)$/.test(tokens.xpos[i] ?? '')) return
  const object = endOfRun(tokens, verb + 1, last)
  if (object < 0) return
  const { head, relation, upos, xpos } = copy()
  upos[verb] = VERB
  xpos[verb] = 'VBZ'
  head[verb] = -1
  relation[verb] = 'root'
  hangRun(head, relation, first, subject, verb, 'nsubj')
  hangRun(head, relation, verb + 1, object, verb, 'obj')
  for (let at = object + 1; at < last; ) {
    const end = tokens.upos[at] === ADPOSITION ? endOfRun(tokens, at + 1, last) : -1
    if (end < 0) {
      head[at] = verb
      relation[at] = tokens.xpos[at] === '.' || tokens.xpos[at] === ',' ? 'punct' : 'dep'
      at++
      continue
    }
    hangRun(head, relation, at, end, verb, 'obl')
    relation[at] = 'case'
    at = end + 1
  }
}

/** The last noun of a run of nouns and what stands before them; -1 where none begins here. */
function endOfRun(tokens: TokenTable, from: number, last: number): number {
  let end = -1
  for (let i = from; i < last; i++) {
    if (isNominal(tokens, i)) end = i
    else if (!/^(?:JJ[RS]?|CD|DT|PRP\$|HYPH|POS|VBN|VBG)$/.test(tokens.xpos[i] ?? '')) break
  }
  return end
}

/** Hangs what stands from `first` to `noun` on the noun, and the noun on the verb; inner structure stays. */
function hangRun(
  head: Mended['head'],
  relation: Mended['relation'],
  first: number,
  noun: number,
  verb: number,
  as: string,
): void {
  for (let i = first; i < noun; i++) {
    const above = head[i]!
    if (above >= first && above <= noun) continue
    head[i] = noun
    if (relation[i] === 'root' || relation[i] === 'nsubj' || relation[i] === 'obj' || relation[i] === 'nmod')
      relation[i] = 'compound'
  }
  head[noun] = verb
  relation[noun] = as
}

/** "Man held over threat": no particle and object, but why; "PANTO DAME JAILED": in capitals everything looks like a name. */
function mendDone(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const [first, last] = rangeOf(tokens, verb)
  const over = verb + 1
  if (tokens.upos[verb] === VERB) {
    if (over >= last || wordAt(text, tokens, over) !== 'over' || tokens.relation[over] !== 'compound:prt') return
    for (let i = over + 1; i < last; i++) {
      if (tokens.head[i] !== verb || !/^obj|^obl/.test(tokens.relation[i] ?? '')) continue
      const { head, relation } = copy()
      relation[i] = 'obl'
      head[over] = i
      relation[over] = 'case'
      return
    }
    return
  }
  if (!isNominal(tokens, verb) || tokens.head[verb] !== -1 || verb === first || !isNominal(tokens, verb - 1)) return
  if (over < last && isNominal(tokens, over)) return
  const { head, relation, upos, xpos } = copy()
  upos[verb] = VERB
  xpos[verb] = 'VBN'
  hangRun(head, relation, first, verb - 1, verb, 'nsubj:pass')
}
