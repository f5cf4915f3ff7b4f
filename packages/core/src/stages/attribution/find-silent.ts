import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import type { Candidate } from './candidate.ts'
import { isPunctuation, type TokenSpan } from './draft.ts'
import { subjectOf } from './grammar.ts'
import { subjectBehind } from './leading-adjunct.ts'
import type { CueWord } from './lexicon.ts'

/** Keeping silent towards the press. */
export const SILENT: CueWord = { sense: 'voice', stance: 'refuses', takes: 'clause', kind: 'verb' }

/**
 * What those do who will not say, or cannot be asked, behind the words that negate it. Each begins at the negated verb
 * group's first word and takes in all that belongs to the refusal.
 */
const SILENCES = [
  /^(?:had|has|have|offered|made|gave|issued|provided)(?: \w+ly)? no(?: (?:immediate|further|official|public|additional|more|other))? comments?\b(?: (?:on|about|for|to) (?:it|this|that|them|the (?:matter|report|reports|case|article|claims?|allegations?)))?/i,
  /^(?:did|does|do|has|have|had|would|could)(?: \w+ly)? ?(?:not|n[’']t)(?: \w+ly)? (?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|return(?:ed)?)(?: \w+ly)? (?:to )?(?:[\w’'-]+ ){0,5}?(?:requests?|quer(?:y|ies)|questions?|inquir(?:y|ies)|enquir(?:y|ies)|emails?|e-mails?|messages?|calls?|letters?|texts?|approach(?:es)?|faxe?s?)(?: (?:seeking|asking for|requesting|for|requests for|from)(?: [\w’'-]+){0,3}? (?:comments?|reactions?|information|clarification)| seeking comment)?/i,
  /^left (?:[\w’'-]+ ){0,3}?(?:requests?|quer(?:y|ies)|questions?|inquir(?:y|ies)|enquir(?:y|ies)|emails?|messages?|calls?|letters?)(?: (?:for|from|by|about|seeking)(?: [\w’'-]+){1,4}?)? unanswered\b/i,
  /^(?:could|can|was|were|is|are) ?(?:not|n[’']t)(?: \w+ly)? (?:be )?(?:reached|contacted|available)(?: \w+ly)?(?: for (?:further )?comments?| by (?:tele)?phone)?/i,
  /^(?:declined|declines|refused|refuses) (?:all )?comments?\b/i,
  /^(?:did|does|do) ?(?:not|n[’']t) (?:wish|want|care) to (?:comment|respond|be drawn)\b/i,
  /^(?:would|will|could|can) ?(?:not|n[’']t)(?: \w+ly)? (?:elaborate|be drawn\b(?: (?:further|any further))?(?! on)|go into details?|(?:give|provide|offer|release|disclose|share)(?: (?:any|further|more|other|additional))* details?)/i,
  /^(?:declined|declines|refused|refuses) to (?:elaborate|be drawn\b(?! on)|go into details?|(?:give|provide|offer|release|disclose|share)(?: (?:any|further|more|other|additional))* details?)/i,
  /^(?:has|have|had|did) ?(?:not|n[’']t)(?: \w+ly| yet)? (?:respond(?:ed)?|repl(?:y|ied)|react(?:ed)?)(?: publicly| yet| immediately)*(?=[.;!]|,? (?:but|and)\b| (?:before|by|until|when|as of|in time|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|to (?:us|reporters|journalists))\b)/i,
  /^(?:has|have|had) yet to (?:comment|respond|reply)\b(?: (?:on|to) (?:the|this|these) (?:reports?|claims?|allegations?|requests?|matter))?/i,
  /^(?:did|has|have|had|does|do) ?(?:not|n[’']t)(?: \w+ly)? (?:call(?:ed)? back|pick(?:ed)? up|return(?:ed)? (?:our |the |his |her )?calls?)/i,
  /^(?:said nothing|says nothing|hung up|kept silent|remained silent|stayed silent)(?= ?[.;,]|,? (?:but|and)\b)/i,
  /^(?:has|have|had|did|would|will|does|do)(?: \w+ly)? ?(?:not|n[’']t)(?: (?:yet|immediately|publicly|otherwise))? comment(?:ed)?\b(?! on\b| about\b)(?: (?:publicly|further|immediately))?/i,
  /^(?:hung up|rang off|(?:put|slammed) (?:the|down the) (?:phone|receiver|handset)(?: down)?|put down the phone)\b/i,
  /^(?:(?:smiled|shrugged|nodded|laughed|paused|grinned|frowned|sighed|winked)(?:,| and|, but| but)? )?(?:(?:said|says|had said|has said) nothing|gave no (?:answer|reply|response)|made no (?:reply|answer)|offered no (?:reply|answer))\b(?! (?:about|of|on|to|more|but|is|was|had|has|would|could|new|wrong|that|further|in|new|against|regarding|concerning))/i,
  /^(?:did|does|do|has|have|had|would|will) ?(?:not|n[’']t)(?: immediately| yet| even)? (?:pick(?:ed)? up(?: the phone)?|(?:call|ring|write|get|phone)(?:ed)? back|called back|rung back|written back|got back|come to the (?:phone|door)|answer(?:ed)? the (?:phone|door))\b(?: to (?:us|me|reporters|this newspaper))?/i,
  /^(?:has|have|had|did)? ?never (?:called|rang|wrote|got) back\b/i,
  /^(?:walked|turned|drove|strode|hurried|brushed|swept) (?:away|off|on|past|out)(?: [\w’'-]+){0,4}? without (?:answering|commenting|comment|a word|speaking|saying (?:anything|a word)|taking questions|responding|replying)\b/i,
  /^(?:(?:has|have|had) )?(?:kept|stayed|remained) (?:silent|quiet|mum|tight-lipped)\b(?: (?:on|about) (?:the|this|that|its|his|her|their) [\w’'-]+)?/i,
  /^(?:(?:has|have|had) )?(?:referred|directed|redirected|forwarded|passed|deferred)(?: (?:all|any|further|our|the|their|press|media|these|reporters[’']|such|other|its|his|her)){0,3} (?:questions|queries|inquiries|enquiries|comment|requests(?: for comment)?|reporters|journalists|calls) to (?:[\w’'.-]+ ){0,5}?[\w’'-]+(?=[,.;:!?]|$| (?:but|and|which|who|while|as|when|after|on)\b)/i,
]

/** Evading whoever asks. */
const EVASIONS = [
  /^(?:(?:has|have|had) )?(?:(?:repeatedly|again|also|largely|twice) )?(?:ducked|dodged|sidestepped|evaded|ignored|deflected|avoided|parried|shrugged off|brushed (?:off|aside)|waved (?:off|away|aside)|refused|declined|batted away)(?: (?:all|most|the|any|further|our|their|reporters[’']|journalists[’']|shouted|press|repeated))* (?:questions?|inquiries|enquiries|queries)\b/i,
  /^(?:(?:has|have|had) )?refused to (?:answer|take|entertain)(?: (?:any|further|our|more|reporters[’']|the))* questions?\b/i,
  /^(?:took|takes|would take|answered|answers) no (?:further )?questions?\b/i,
]

/** "Efforts to reach the ministry were unsuccessful." */
const EFFORTS =
  /^(?:(?:Several|Repeated|All|Our) )?(?:efforts|attempts|calls|requests|emails|messages) to (?:(?:reach|contact|get (?:a )?(?:comments?|reaction|response) from|seek comment from|obtain comment from) )?/i
const FAILED =
  /^(?:bore|yielded|proved|met with|produced) (?:no|fruitless|futile|unsuccessful|unavailing|little|without)\b(?: [\w’'-]+)?|^(?:were|was|have been|had been) (?:unsuccessful|not (?:immediately )?successful|fruitless|futile|in vain|unavailing|not (?:immediately )?(?:answered|returned)|unanswered)|^(?:failed|went unanswered|went unreturned|(?:did|were) not succeed)/i

/** What is said of nobody at some place: it keeps silent as well. */
const NOBODY = [
  /^(?:was|were|is) (?:immediately )?available(?: for (?:further )?comments?)?/i,
  /^(?:has |have |had )?comment(?:ed)?\b(?: (?:publicly|further))?/i,
]

/** Words from the first word of a silence to its end at most. */
const MAX_SILENCE = 16

/**
 * Who would not speak to the press, by the words alone: "did not respond to repeated requests for comment", "had no
 * comment", "could not be reached". All of the words are the cue, and nothing is said. In text order.
 */
export function findSilent(text: string, tokens: TokenTable, sentences: readonly Sentence[], tree: Tree): Candidate[] {
  const found: Candidate[] = []
  for (let at = 0; at < tokens.length; at++) {
    const upos = UPOS[tokens.upos[at]!]
    const opens = sentences[tokens.sentence[at]!]!.first === at
    const nothing = opens ? (noComment(text, tokens, sentences, at) ?? efforts(text, tokens, sentences, at)) : null
    if (nothing) {
      found.push(nothing)
      continue
    }
    if (upos !== 'AUX' && upos !== 'VERB') continue
    const sentence = sentences[tokens.sentence[at]!]!
    const end = Math.min(sentence.last, at + MAX_SILENCE)
    const words = text.slice(tokens.from[at]!, tokens.to[end - 1]!)
    const nobody = saysNobody(tokens, sentence.first, at)
    const silence = [...SILENCES, ...EVASIONS, ...(nobody ? NOBODY : [])]
      .map((one) => one.exec(words)?.[0] ?? '')
      .find((one) => one !== '')
    if (!silence) continue
    const to = tokens.from[at]! + silence.length
    let last = at + 1
    while (last < end && tokens.to[last]! <= to) last++
    const silent = silentOne(text, tokens, tree, { first: at, last }, sentence)
    if (!silent) continue
    const { source, verb } = silent
    found.push({ source: [source], cue: [{ first: at, last }], content: [], head: verb, word: SILENT, sure: true })
    at = last - 1
  }
  return found
}

const NO_COMMENT =
  /^There (?:was|has been|is|were) no (?:(?:immediate|official|public|further) )*(?:comments?|responses?|reactions?|word)(?: on \w+)? (?:from|by)\b/

/** "There was no immediate comment from Moscow.": Moscow keeps silent. */
function noComment(text: string, tokens: TokenTable, sentences: readonly Sentence[], at: number): Candidate | null {
  const sentence = sentences[tokens.sentence[at]!]!
  const words = text.slice(tokens.from[at], tokens.to[Math.min(sentence.last, at + MAX_SILENCE) - 1])
  const silence = NO_COMMENT.exec(words)?.[0]
  if (!silence) return null
  let first = at
  while (first < sentence.last && tokens.to[first]! <= tokens.from[at]! + silence.length) first++
  let last = first
  while (last < sentence.last && /^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/.test(UPOS[tokens.upos[last]!]!)) last++
  if (last === first) return null
  return {
    source: [{ first, last }],
    cue: [{ first: at, last: first }],
    content: [],
    head: at + 1,
    word: SILENT,
    sure: true,
  }
}

/** "Attempts to reach the ministry were unsuccessful.": the ministry keeps silent. */
function efforts(text: string, tokens: TokenTable, sentences: readonly Sentence[], at: number): Candidate | null {
  const { last } = sentences[tokens.sentence[at]!]!
  const words = text.slice(tokens.from[at], tokens.to[last - 1])
  const effort = EFFORTS.exec(words)?.[0]
  if (!effort) return null
  let first = at
  while (first < last && tokens.to[first]! <= tokens.from[at]! + effort.length) first++
  for (let verb = first + 1; verb < Math.min(last, first + MAX_NOBODY); verb++) {
    const failed = FAILED.exec(text.slice(tokens.from[verb], tokens.to[last - 1]))?.[0]
    if (!failed) continue
    let end = verb
    while (end < last && tokens.to[end]! <= tokens.from[verb]! + failed.length) end++
    const source = { first, last: verb }
    return { source: [source], cue: [{ first: at, last: end }], content: [], head: verb, word: SILENT, sure: true }
  }
  return null
}

/** Words from "neither" or "no one" to the verb at most. */
const MAX_NOBODY = 8

/** "No one at the ministry", "neither delegation" right before the verb. */
function saysNobody(tokens: TokenTable, first: number, verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(first, verb - MAX_NOBODY); at--) {
    if (/^(?:VERB|AUX|PUNCT)$/.test(UPOS[tokens.upos[at]!]!)) return false
    if (/^(?:neither|nobody|none|no)$/.test(tokens.lemma[at]!.toLowerCase())) return true
  }
  return false
}

/** The subject of the silence, by the tree, within the sentence and before the words; and its verb. */
export function silentOne(
  text: string,
  tokens: TokenTable,
  tree: Tree,
  cue: TokenSpan,
  sentence: Sentence,
): { readonly source: TokenSpan; readonly verb: number } | null {
  for (let verb = cue.first; verb < cue.last; verb++) {
    if (!/^(VERB|ADJ)$/.test(UPOS[tokens.upos[verb]!]!)) continue
    const passive = tree.children(verb).find((child) => /^nsubj/.test(tokens.relation[child]!) && child < cue.first)
    const noun = passive ?? subjectOf(tokens, tree, verb)
    if (noun < sentence.first || noun >= cue.first) continue
    let { first, last } = tree.extent(noun)
    first = Math.max(first, sentence.first)
    last = Math.min(last, cue.first)
    while (last > noun + 1 && isPunctuation(tokens, last - 1)) last--
    while (first < noun && /^(PUNCT|CCONJ|SCONJ)$/.test(UPOS[tokens.upos[first]!]!)) first++
    return first <= noun && noun < last ? { source: { first, last }, verb } : null
  }
  const behind = subjectBehind(text, tokens, sentence, cue.first)
  if (behind) return { source: behind, verb: cue.first }
  // "Roe, asked about it, smiled and | said nothing": the name that opens the sentence, where the parser lost it.
  let last = sentence.first
  while (last < cue.first && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(UPOS[tokens.upos[last]!]!)) last++
  const alone = last > sentence.first && isPunctuation(tokens, last) && isPunctuation(tokens, cue.first - 1)
  const joined = tokens.lemma[cue.first - 1] === 'and' && last > sentence.first && isPunctuation(tokens, last)
  return alone || joined ? { source: { first: sentence.first, last }, verb: cue.first } : null
}
