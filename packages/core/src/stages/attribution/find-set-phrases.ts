import { type TokenTable, UPOS, type VoiceStance } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { isPunctuation, overlap, type TokenSpan, type Voiced } from './draft.ts'
import { LEARNED } from './find-heard.ts'
import { silentOne } from './find-silent.ts'
import type { CandidateInput } from './grammar.ts'
import type { CueWord } from './lexicon.ts'

/** A turn of speech whose words together say that somebody speaks. */
interface SetPhrase {
  /** The cue, from the first word of its verb group on; what is said begins behind it. */
  readonly cue: RegExp
  /** What is said, where it is less than the rest of the clause. */
  readonly told?: RegExp
  readonly stance: VoiceStance
}

const HELPED = String.raw`^(?:(?:has|have|had|is|are|was|were) )?(?:(?:also|again|since|yet|so far|\w+ly) )?`
const phrase = (cue: string, stance: VoiceStance = 'tells', told?: RegExp): SetPhrase => ({
  cue: new RegExp(HELPED + cue, 'i'),
  stance,
  ...(told ? { told } : {}),
})
/** Words of what stands between a verb and the noun that makes it a saying. */
const UP_TO = String.raw`(?:[\w’'.-]+ ){0,6}?`

/**
 * Turns of speech that are sayings by all of their words and by none of them alone. Written for this project by hand.
 */
const PHRASES: readonly SetPhrase[] = [
  phrase(
    String.raw`(?:made|makes|make|making) (?:no|little|scant|only passing) (?:mention|reference)s? (?:of|to)\b`,
    'refuses',
  ),
  phrase(String.raw`neither (?:confirmed|confirms) (?:nor|or) (?:denied|denies)\b`, 'refuses'),
  phrase(
    String.raw`(?:refused|refuses|declined|declines|yet) to (?:confirm|deny|verify)(?: or (?:deny|confirm))?\b`,
    'refuses',
  ),
  phrase(
    String.raw`stopp?(?:ed|s) short of (?:confirming|denying|blaming|accusing|naming|saying|calling)\b`,
    'refuses',
  ),
  phrase(String.raw`(?:pleaded|pleads|pled|entered a plea of)(?= (?:not )?guilty\b)`, 'tells', /^(?:not )?guilty\b/i),
  phrase(
    String.raw`(?:put|puts|placed|places)(?= (?:the|its|their|his|her|this|that) ${UP_TO}(?:toll|number|figure|total|count|cost|price|value|share|losses|damage|size|strength|place|location|position)\b[^,;.]*? at\b| (?:it|them|that) at (?:\$|€|£)?(?:\d|\w+ (?:hundred|thousand|million|dead)|(?:about|around|some|more|less|over|under|nearly|up to)\b|(?:a )?dozen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty))`,
  ),
  phrase(String.raw`(?:gave|gives|given|giving|issued|issues|set|sets|delivered)(?= ${UP_TO}(?:ultimatum|deadline)\b)`),
  phrase(String.raw`(?:made|makes|make|making)(?: it)?(?: \w+ly)? (?:clear|plain|known)\b(?! to\b)`),
  phrase(String.raw`let it be known\b`),
  phrase(
    String.raw`(?:stood|stands|stand) by(?= (?:its|his|her|their|the|this|that) (?:\w+ )?(?:story|report|reporting|account|claims?|figures?|statement|version|findings|article|testimony|remarks?|words)\b)`,
  ),
  phrase(String.raw`(?:put|puts) (?:it|this|that) down to\b`),
  phrase(
    String.raw`(?:gave|gives|cited|cites)(?= (?:a|its own|another|the same) (?:figure|number|toll|total|estimate|count) of\b)`,
  ),
  phrase(String.raw`(?:took|takes|take) issue with\b`, 'denies'),
  phrase(String.raw`(?:cast|casts|threw|throws) (?:\w+ )?doubt (?:on|upon|over)\b`, 'questions'),
]

/** Words that a turn may begin with: those of `HELPED`, and the first of each cue. No other word is looked at. */
const BEGINS =
  /^(?:has|have|had|is|are|was|were|also|again|since|yet|so|\w+ly|ma[dk]es?|making|neither|refuse[sd]|decline[sd]|stopp?(?:ed|s)|plead(?:ed|s)|pled|entered|puts?|place[sd]|gave|gives?|given|giving|issue[sd]|sets?|delivered|let|st(?:oo|an)ds?|cite[sd]|t[ao]kes?|took|casts?|thr(?:ew|ows))$/i

/** Words of a cue, and of a lookahead, at most. */
const MAX_WORDS = 26
/** Words of what is said at least, but for what a phrase limits itself. */
const MIN_TOLD = 1

/**
 * Who speaks by a turn of speech: "made no mention of the launch", "put the toll at 19", "pleaded not guilty", "neither
 * confirmed nor denied the trip", "gave the army a three-day ultimatum". In text order.
 */
export function findSetPhrases({ text, tokens, sentences, tree }: CandidateInput): Candidate[] {
  const found: Candidate[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!/^(?:VERB|AUX|CCONJ|DET|NOUN|ADJ|ADV|PRON)$/.test(UPOS[tokens.upos[at]!]!)) continue
    if (!BEGINS.test(text.slice(tokens.from[at], tokens.to[at]))) continue
    const sentence = sentences[tokens.sentence[at]!]!
    if (at === sentence.first) continue
    const words = text.slice(tokens.from[at], tokens.to[Math.min(sentence.last, at + MAX_WORDS) - 1])
    const hit = PHRASES.map((one) => ({ one, size: one.cue.exec(words)?.[0].length ?? 0 })).find(({ size }) => size > 0)
    if (!hit) continue
    const end = tokens.from[at]! + hit.size
    let last = at + 1
    while (last < sentence.last && tokens.to[last]! <= end) last++
    const told = hit.one.told?.exec(text.slice(tokens.from[last] ?? end))?.[0]
    const content =
      told === undefined
        ? { first: last, last: clauseEnd(text, tokens, last, sentence.last) }
        : { first: last, last: endOf(tokens, last, tokens.from[last]! + told.length) }
    const silent = silentOne(text, tokens, tree, { first: at, last }, sentence)
    if (!silent || content.last - content.first < MIN_TOLD) continue
    found.push({
      source: [silent.source],
      cue: [{ first: at, last }],
      content: [content],
      head: silent.verb,
      word: wordOf(hit.one.stance),
      sure: true,
    })
    at = last - 1
  }
  return found
}

/** True for the word of a turn of speech. */
export const isSetPhrase = (word: CueWord | null) => word !== null && WORDS.get(word.stance) === word

/** What the tagger made of "neither | confirmed nor denied": all of the turn is the cue, and who speaks stands before it. */
export function setPhrases(drafts: Voiced[], plain: readonly Candidate[]): void {
  for (const { word, source, cue, content, head } of plain) {
    const own = cue[0]
    if (!(isSetPhrase(word) || word === LEARNED) || !own) continue
    const at = drafts.findIndex(
      (draft) =>
        draft.cue.some((span) => overlap(span, own) > 0) &&
        ((draft.content.length === 0 && word === LEARNED) ||
          draft.content.some((span) => content.some((told) => overlap(span, told) > 0))),
    )
    const who = drafts[at]?.source[0]
    // A pronoun and a name beside it stand as the tagger has them.
    const same = who !== undefined && overlap(who, own) === 0 && word !== LEARNED
    if (at >= 0) drafts[at] = { ...drafts[at]!, source: same ? drafts[at]!.source : source, cue, content, head, word }
  }
}

const WORDS = new Map<VoiceStance, CueWord>()

function wordOf(stance: VoiceStance): CueWord {
  const known = WORDS.get(stance) ?? { sense: 'voice', stance, takes: 'deed', kind: 'verb' }
  WORDS.set(stance, known)
  return known
}

function endOf(tokens: TokenTable, first: number, to: number): number {
  let last = first + 1
  while (last < tokens.length && tokens.to[last]! <= to) last++
  return last
}

/** Up to the next comma, "and" or "but" of another verb, or the sentence's end, outside of quotation marks. */
function clauseEnd(text: string, tokens: TokenTable, first: number, end: number): TokenSpan['last'] {
  let open = false
  for (let at = first; at < end; at++) {
    const form = text.slice(tokens.from[at], tokens.to[at])
    if (/^["“”«»]$/.test(form)) open = form === '"' ? !open : /^[“«]$/.test(form)
    if (open) continue
    if (/^[,;:—–]$/.test(form)) return at
    const next = tokens.xpos[at + 1] ?? ''
    if (/^(?:and|but)$/.test(form) && at > first && /^VB[DZP]$/.test(next)) return at
  }
  let last = end
  while (
    last > first &&
    isPunctuation(tokens, last - 1) &&
    !/^["”’»]$/.test(text.slice(tokens.from[last - 1], tokens.to[last - 1]))
  )
    last--
  return last
}
