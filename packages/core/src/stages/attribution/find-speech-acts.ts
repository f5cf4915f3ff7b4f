import { type TokenTable, UPOS, type VoiceStance } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { clauseSpans } from './content-spans.ts'
import { isPunctuation, type TokenSpan } from './draft.ts'
import { type CandidateInput, sourceSpan, subjectOf, verbGroup } from './grammar.ts'
import { isAsked, isSaid } from './is-said.ts'
import { keepsSilent } from './keeps-silent.ts'
import { subjectBehind } from './leading-adjunct.ts'
import type { CueWord } from './lexicon.ts'

const list = (words: string) => new Set(words.split(/\s+/))

/** Verbs that are said by being done, with what they are said of as their object. */
const WITH_OBJECT =
  list(`welcome condemn denounce deplore reject deny confirm retract recant disavow disown contradict hail
  praise refute rebut dispute dismiss criticize criticise slam lament regret acknowledge withdraw thank demand urge blame accuse request rebuke lambast decry
  announce disclose reiterate reaffirm`)
/** Verbs whose object is what is said, where somebody tells of the saying; elsewhere it may be no more than a topic. */
const TOLD_OF = list(`state propose offer promise pledge threaten mention report reveal explain convey stress underline
  underscore recall recount predict suggest float tout affirm credit`)
/** Verbs and the prepositions of what was spoken of, for the same. */
const TOLD_ABOUT: Readonly<Record<string, ReadonlySet<string>>> = {
  talk: list('of about'),
  write: list('of about'),
  speak: list('about'),
  boast: list('of about'),
  brag: list('of about'),
  joke: list('about'),
  hint: list('at'),
  lie: list('about'),
  insist: list('on'),
  protest: list('against'),
  disagree: list('with'),
}
/** Verbs that give something a name: what it is of and the name are told. */
const NAMING = list('call label brand describe dub characterize characterise')
/** Withdrawing is a saying only of what was said. */
const SAYINGS =
  list(`claim statement remark comment accusation allegation story report article assertion testimony confession
  threat apology denial word offer promise demand complaint charge`)
/** Verbs with the preposition that what is said stands behind. */
const WITH_PREPOSITION: Readonly<Record<string, ReadonlySet<string>>> = {
  call: list('for'),
  ask: list('for'),
  beg: list('for'),
  plead: list('for'),
  appeal: list('for'),
  tell: list('of'),
  speak: list('of'),
  warn: list('of against'),
  complain: list('of about'),
  apologize: list('for'),
  apologise: list('for'),
  confess: list('to'),
  admit: list('to'),
  own: list('up'),
}
/** Verbs that say something to somebody, who stands between them and the preposition of what is said. */
const WITH_ADDRESSEE: Readonly<Record<string, ReadonlySet<string>>> = {
  assure: list('of'),
  inform: list('of about'),
  notify: list('of'),
  advise: list('of'),
  warn: list('of against about'),
  tell: list('of about'),
  ask: list('for about'),
  beg: list('for'),
  press: list('for on about'),
}
/** Of these the ones that nobody does but by saying so: the others are voices only inside another's words. */
const TO_SOMEBODY = list('assure inform notify')
/** "took back his claim", "walked back the remark", "backed away from his statement". */
const BACK = list('take walk row')

/** Keeping something to oneself. */
const WITHHELD: CueWord = { sense: 'voice', stance: 'refuses', takes: 'deed', kind: 'verb' }

/** Taking back what was said. */
export const RETRACTING: CueWord = { sense: 'voice', stance: 'retracts', takes: 'deed', kind: 'verb' }

/** Who says by doing, where nothing else was found: "welcomed the release", "calls for talks", "took back his claim". */
export function findSpeechActs(input: CandidateInput): Candidate[] {
  const { tokens } = input
  const found: Candidate[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (UPOS[tokens.upos[at]!] !== 'VERB' || !(isSaid(tokens, input.tree, at) || opensSentence(input, at))) continue
    const candidate = speechAct(input, at)
    if (candidate) found.push(candidate)
  }
  return found
}

function speechAct(input: CandidateInput, verb: number): Candidate | null {
  const { tokens, tree } = input
  const lemma = tokens.lemma[verb]!.toLowerCase()
  const cue = verbGroup(input, verb)
  const back = BACK.has(lemma) && tokens.lemma[verb + 1] === 'back'
  const objects = NAMING.has(lemma) ? /^i?obj$/ : /^obj$/
  const object = tree.children(verb).find((child) => child > verb && objects.test(tokens.relation[child]!))
  let last = cue.last
  let start = -1
  let word = plain(lemma)
  let sure = true
  if (lemma === 'refer') return referring(input, verb, cue)
  if (WITHHOLDING.has(lemma) && isWithheld(tokens, verb)) return withholding(input, verb)
  if (lemma === 'put' && tokens.lemma[verb + 1] === 'it') return putting(input, verb, cue)
  if (lemma === 'describe' && object === undefined) return describing(input, verb, cue)
  const behind = addressed(input, verb)
  if (lemma === 'rule' && tokens.lemma[verb + 1] === 'out') {
    const noun = tree
      .children(verb)
      .find((child) => child > verb + 1 && /^(?:obj|xcomp|ccomp)$/.test(tokens.relation[child]!))
    if (noun === undefined) return null
    start = noun
    last = verb + 2
  } else if (back || /^(?:withdraw|retract)$/.test(lemma)) {
    if (object === undefined || (lemma !== 'retract' && !SAYINGS.has(tokens.lemma[object]!))) return null
    word = RETRACTING
    start = object
    last = Math.max(last, back ? verb + 2 : verb + 1)
  } else if (NAMING.has(lemma) && object === undefined && quotesSoon(input, verb)) {
    return naming(input, verb, cue, verb + 1)
  } else if (
    NAMING.has(lemma) && lemma !== 'call'
      ? object !== undefined
      : lemma === 'call' && object !== undefined && tokens.lemma[verb + 1] !== 'for'
  ) {
    return naming(input, verb, cue, object!)
  } else if (WITH_OBJECT.has(lemma)) {
    const gerund = tree
      .children(verb)
      .find((child) => child > verb && tokens.relation[child] === 'xcomp' && /^(?:VBG|VBN)$/.test(tokens.xpos[child]!))
    const doing = /^(?:deny|admit|acknowledge|confirm|regret)$/.test(lemma) ? gerund : undefined
    if (object === undefined && doing === undefined) return null
    start = object ?? doing!
  } else if (TOLD_OF.has(lemma) && object !== undefined) {
    start = object
    sure = false
  } else if (behind >= 0) {
    start = behind
    sure = TO_SOMEBODY.has(lemma)
  } else {
    const next = tokens.lemma[verb + 1] ?? ''
    sure = WITH_PREPOSITION[lemma]?.has(next) ?? false
    if (!sure && !TOLD_ABOUT[lemma]?.has(next)) return null
    const noun = tree
      .children(verb)
      .find((child) => child > verb + 1 && /^(obl|advcl|obj)/.test(tokens.relation[child]!))
    if (noun === undefined) return null
    start = noun
    last = verb + 2
  }
  const whole = { first: cue.first, last }
  const source = whoSpeaks(input, verb, whole)
  if (!source || isAsked(tokens, verb, source)) return null
  const content = clauseSpans(input, start, [whole, source]).map((span) => trimmed(tokens, span))
  const first = content[0]
  if (!first || first.first < last) return null
  return { source: [source], cue: [whole], content, head: verb, word, sure }
}

/** Words of whom one tells at most. */
const MAX_ADDRESSEE = 7

/** What stands behind the preposition in "assured them of a quick return": the noun, or -1. */
function addressed({ tokens, tree, sentences }: CandidateInput, verb: number): number {
  const links = WITH_ADDRESSEE[tokens.lemma[verb]!.toLowerCase()]
  if (!links) return -1
  const { last } = sentences[tokens.sentence[verb]!]!
  for (let at = verb + 1; at < Math.min(last - 1, verb + 1 + MAX_ADDRESSEE); at++) {
    const upos = UPOS[tokens.upos[at]!]!
    if (upos === 'ADP' && at > verb + 1) {
      if (!links.has(tokens.lemma[at]!)) return -1
      const noun = tokens.head[at]!
      return noun > at && tree.extent(noun).first <= at ? noun : -1
    }
    if (!/^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|PART)$/.test(upos) || /^(?:W|TO)/.test(tokens.xpos[at]!)) return -1
  }
  return -1
}

/** The subject by the tree, or the words between an opening "Asked about it," and the verb. */
function whoSpeaks(input: CandidateInput, verb: number, cue: TokenSpan): TokenSpan | null {
  const { text, tokens, tree, sentences } = input
  const subject = subjectOf(tokens, tree, verb)
  if (subject >= 0) return sourceSpan(input, subject, cue)
  return subjectBehind(text, tokens, sentences[tokens.sentence[verb]!]!, verb)
}

/** What one may keep to oneself. */
const WITHHOLDING = list('name identify specify disclose reveal mention give provide explain detail release')

/** "did not name", "has not disclosed". */
function isWithheld(tokens: TokenTable, verb: number): boolean {
  if (keepsSilent(tokens, verb)) return true
  const before = (word: RegExp) => [verb - 1, verb - 2, verb - 3].some((at) => word.test(tokens.lemma[at] ?? ''))
  return tokens.xpos[verb] === 'VBN' && before(/^(?:not|n[’']t)$/) && before(/^have$/)
}

/** "The service did not name the man": the man is what it keeps to itself. */
function withholding(input: CandidateInput, verb: number): Candidate | null {
  const { tokens, tree } = input
  const cue = verbGroup(input, verb)
  const kept = tree.children(verb).find((child) => child > verb && /^(?:obj|ccomp)$/.test(tokens.relation[child]!))
  const source = whoSpeaks(input, verb, cue)
  if (kept === undefined || !source || UPOS[tokens.upos[source.first]!] === 'ADP') return null
  const content = clauseSpans(input, kept, [cue, source]).map((span) => trimmed(tokens, span))
  if (content.length === 0) return null
  return { source: [source], cue: [cue], content, head: verb, word: WITHHELD, sure: true }
}

/** "guards referred to him only as “the guest”": whom, and as what. */
function referring(input: CandidateInput, verb: number, cue: TokenSpan): Candidate | null {
  const { text, tokens, tree } = input
  if (tokens.lemma[verb + 1] !== 'to') return null
  const subject = subjectOf(tokens, tree, verb)
  const source = subject < 0 ? null : sourceSpan(input, subject, cue)
  let as = verb + 2
  while (as < tokens.length && as - verb < MAX_TO_QUOTE && text.slice(tokens.from[as]!, tokens.to[as]!) !== 'as') as++
  const last = sentenceEnd(input, verb)
  if (!source || tokens.lemma[as] !== 'as' || as + 1 >= last) return null
  const content = [trimmed(tokens, { first: verb + 1, last })]
  return { source: [source], cue: [cue], content, head: verb, word: plain('call'), sure: true }
}

/** Words between "put it" and what was said at most: "in an interview with the author". */
const MAX_TO_QUOTE = 10

/** "As a former envoy put it in an interview, “...”": the quotation behind it, or before. */
function putting(input: CandidateInput, verb: number, cue: TokenSpan): Candidate | null {
  const { tokens, tree, sentences, quotations } = input
  const subject = subjectOf(tokens, tree, verb)
  const whole = { first: cue.first, last: verb + 2 }
  const source = leadingPhrase(input, verb, true) ?? (subject < 0 ? null : sourceSpan(input, subject, whole))
  if (!source) return null
  const { last } = sentences[tokens.sentence[verb]!]!
  const behind = quotations.find(
    (one) => one.depth === 0 && one.first > verb && one.first < Math.min(last + 1, verb + MAX_TO_QUOTE),
  )
  if (!behind) return null
  return {
    source: [source],
    cue: [whole],
    content: [{ first: behind.first, last: behind.last }],
    head: verb,
    word: plain('put'),
    sure: true,
  }
}

/** "Eleven former prisoners described being kept awake": what was done to them. */
function describing(input: CandidateInput, verb: number, cue: TokenSpan): Candidate | null {
  const { tokens, tree, sentences } = input
  if (tokens.xpos[verb + 1] !== 'VBG' && !/^(?:how|what)$/.test(tokens.lemma[verb + 1] ?? '')) return null
  const subject = subjectOf(tokens, tree, verb)
  const source = leadingPhrase(input, verb, false) ?? (subject < 0 ? null : sourceSpan(input, subject, cue))
  if (!source) return null
  const content = trimmed(tokens, { first: verb + 1, last: sentences[tokens.sentence[verb]!]!.last })
  return { source: [source], cue: [cue], content: [content], head: verb, word: plain('describe'), sure: true }
}

/** Up to the next comma or the sentence's end. */
function sentenceEnd({ text, tokens, sentences }: CandidateInput, verb: number): number {
  const { last } = sentences[tokens.sentence[verb]!]!
  for (let at = verb; at < last; at++) if (/^[,;.:—–]$/.test(text.slice(tokens.from[at]!, tokens.to[at]!))) return at
  return last
}

/** "called the account “a fairy tale”": what is called so, and what it is called. */
function naming(input: CandidateInput, verb: number, cue: TokenSpan, object: number): Candidate | null {
  const { text, tokens, tree, sentences } = input
  const source = whoSpeaks(input, verb, cue)
  const first = Math.max(cue.last, tree.extent(object).first)
  const { last } = sentences[tokens.sentence[verb]!]!
  let end = first
  let quoted = false
  let mark = ''
  while (end < last) {
    const form = text.slice(tokens.from[end]!, tokens.to[end]!)
    const opens = /^[“"‘«„]$/.test(form) && mark === ''
    if (opens) mark = form
    else if (mark !== '' && /^[”"’»“]$/.test(form)) {
      quoted = true
      end++
      break
    } else if (mark === '' && /^[,;.:—–]$/.test(form)) break
    end++
  }
  // Without a quotation the words may be of a telephone call or a description.
  const untrue = FALSE.test(text.slice(tokens.from[end - 1]!, tokens.to[end - 1]!))
  const named = calls(input, verb, object, end)
  if (!source || !(quoted || untrue || named) || end - first < 2) return null
  return { source: [source], cue: [cue], content: [{ first, last: end }], head: verb, word: plain('call'), sure: true }
}

/** "called the arrest 'revenge'" where the parser took the quotation for a part of the noun: nothing but nouns before the marks. */
function quotesSoon({ text, tokens }: CandidateInput, verb: number): boolean {
  for (let at = verb + 1; at < Math.min(tokens.length, verb + MAX_TO_QUOTE); at++) {
    if (/^[“"‘'«„]$/.test(text.slice(tokens.from[at]!, tokens.to[at]!))) return at > verb + 1
    if (
      !/^(?:DET|ADJ|NOUN|PROPN|NUM|PRON)$/.test(UPOS[tokens.upos[at]!]!) &&
      text.slice(tokens.from[at]!, tokens.to[at]!) !== 'as'
    )
      return false
  }
  return false
}

/** "called him a liar", "described the mood as tense": a second noun or "as" says what it is called. */
function calls({ text, tokens, tree }: CandidateInput, verb: number, object: number, end: number): boolean {
  if (/^(?:describe|characteri[sz]e)$/.test(tokens.lemma[verb]!)) {
    for (let at = object + 1; at < end; at++) if (text.slice(tokens.from[at]!, tokens.to[at]!) === 'as') return true
    return false
  }
  if (tokens.lemma[verb] !== 'call') return false
  const name = tree.children(verb).find((child) => child > object && tokens.relation[child] === 'xcomp')
  if (name !== undefined) return /^(?:NOUN|PROPN|ADJ)$/.test(UPOS[tokens.upos[name]!]!)
  return UPOS[tokens.upos[object]!] === 'PRON' && object === verb + 1 && tokens.xpos[object + 1] === 'DT'
}

/** What one calls what one does not believe. */
const FALSE =
  /^(?:groundless|baseless|unfounded|false|absurd|fabricated|untrue|lies?|nonsense|fiction|ridiculous|inaccurate|premature|illegal|unacceptable|outrageous|shameful|propaganda|provocation|blackmail)$/i

function plain(lemma: string): CueWord {
  const stance: VoiceStance = /^(?:reject|deny|refute|rebut|dispute|dismiss|contradict|disavow|disown)$/.test(lemma)
    ? 'denies'
    : /^(?:confirm|acknowledge)$/.test(lemma)
      ? 'confirms'
      : 'tells'
  return { sense: 'voice', stance, takes: 'deed', kind: 'verb' }
}

/**
 * "As a former envoy put it", "Eleven former detainees described being kept awake": the tagger takes such verbs for
 * participles, but what opens the sentence, or follows its "as", can only be their subject.
 */
function opensSentence(input: CandidateInput, verb: number): boolean {
  const { tokens } = input
  const put = tokens.lemma[verb] === 'put' && tokens.lemma[verb + 1] === 'it'
  const described = tokens.lemma[verb] === 'describe' && tokens.xpos[verb + 1] === 'VBG'
  return (put || described) && leadingPhrase(input, verb, put) !== null
}

/** The noun phrase from the sentence's first word, or its "as", up to the verb. */
function leadingPhrase({ text, tokens, sentences }: CandidateInput, verb: number, as: boolean): TokenSpan | null {
  const { first } = sentences[tokens.sentence[verb]!]!
  if (as && text.slice(tokens.from[first]!, tokens.to[first]!).toLowerCase() !== 'as') return null
  const start = as ? first + 1 : first
  for (let at = start; at < verb; at++)
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|PART)$/.test(UPOS[tokens.upos[at]!]!) && tokens.xpos[at] !== 'VBN') return null
  return start < verb ? { first: start, last: verb } : null
}

/** The span without the marks behind its last word. */
function trimmed(tokens: TokenTable, span: TokenSpan): TokenSpan {
  let { last } = span
  while (last > span.first + 1 && isPunctuation(tokens, last - 1)) last--
  return { first: span.first, last }
}
