import type { Diagnostic, Document, Notice, NoticeKind, Span } from '../../model/index.ts'
import { findValues } from './find-values.ts'

/** A notice as a text has it, not yet tied to a document. */
export interface NoticeFound extends Pick<Notice, 'kind' | 'words' | 'old' | 'new' | 'by'> {
  /** Where it stands: the sentences of the notice, no more; empty at 0 where the headline or the agency's item says it. */
  readonly span: Span
}

const SELF = String.raw`(?:this|the above|our)\s+(?:\w+\s+){0,2}(?:article|story|report|dispatch|item|piece|post|text|version|headline|account)`

/** "The Courier has retracted a report"; withdrawn reports of others are no news of an outlet, so "withdraw" needs its own. */
const RETRACTS =
  /\b(?:(?:retracts?|retracted|retracting|unpublished)\s+(?:this|its|our|an?|the)|(?:withdraws?|withdrew|withdrawn|withdrawing)\s+(?:this|its|our))\s+(?:\w+\s+){0,2}(?:article|story|report|dispatch|item|piece|post)\b/i
/** Who does so, by name, where it is not "we". */
const RETRACTOR =
  /(?:^|[,;]\s)((?:The )?\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3})\s+(?:has |have |had )?(?:since |now |later )?(?:retract|withdr|unpublish)/u

/** Sentences that are such a notice; the first that fits decides. Own patterns from the house styles of agencies and papers. */
const PATTERNS: readonly (readonly [NoticeKind, RegExp])[] = [
  [
    'withdrawal',
    /^\W*(?:(?:mandatory |bulletin )?kill|withdrawal|withdrawn|retraction|retracted|advisory: (?:kill|withdraw\w*))\b\s*[:.–—-]/i,
  ],
  [
    'withdrawal',
    /^\W*(?:(?:attention )?(?:editors|eds)\b[^\n.]{0,20}[:,.–—-]\s*)?(?:please\s+)?(?:kill|disregard|withdraw|do not (?:use|publish))\s+(?:the|this|our|all)\s+(?:\w+\s+){0,3}(?:story|item|article|report|version|series|alert|headline|dispatch)\b/i,
  ],
  [
    'withdrawal',
    /\b(?:an?|the|our)\s+(?:\w+\s+){0,2}(?:article|story|report|dispatch)\s+(?:that\s+(?:was\s+)?)?(?:published|posted|headlined|we (?:published|ran))\b[^.!?\n]{0,160}\b(?:has been|have been|was|is)\s+(?:withdrawn|retracted|removed|taken down|unpublished|killed)\b/i,
  ],
  [
    'withdrawal',
    new RegExp(
      String.raw`\b${SELF}\b[^.!?]{0,60}\b(?:has been|have been|was|is|is being|are)\s+(?:hereby\s+)?(?:withdrawn|retracted|removed|deleted|taken down|unpublished|killed)\b`,
      'i',
    ),
  ],
  ['withdrawal', RETRACTS],
  ['correction', /^\W*(?:correction|corrected|corrects?|amended|erratum)\b[^\n:.–—-]{0,40}\s*[:.–—-]/i],
  ['correction', /^\W*\(?(?:corrects|correcting|fixes|refiles|refiled|amends)\b/i],
  [
    'correction',
    /\b(?:(?:an?|the|our)\s+(?:earlier|previous|initial|original|prior)\s+(?:\w+\s+)?version|our\s+(?:earlier|previous|initial|original)\s+(?:report|story|article|dispatch|item)|an?\s+(?:earlier|previous)\s+(?:version of|headline on)\s+this)\b[^.!?]{0,80}\b(?:said|stated|gave|reported|misstated|misspelled|misidentified|incorrectly|wrongly|mistakenly|erroneously|put|named|referred|contained|had|described|quoted)\b/i,
  ],
  [
    'correction',
    new RegExp(
      String.raw`\b${SELF}\b[^.!?]{0,60}\b(?:has been|was|is|have been)\s+(?:(?:corrected|amended|revised)\s+(?:to|in order to|because|after)|(?:updated|edited|changed)\s+(?:to|in order to)\s+(?:correct|fix|remove))\b`,
      'i',
    ),
  ],
  [
    'correction',
    /\b(?:we|the \w+(?: \w+)?)\s+(?:wrongly|incorrectly|mistakenly|erroneously)\s+(?:said|reported|stated|wrote|gave|named)\b/i,
  ],
  ['clarification', /^\W*clarification\s*[:.–—-]/i],
  // A note of the editor may say anything; it counts where it speaks of what was written before.
  [
    'clarification',
    /^\W*(?:editor[’']?s note|note to (?:readers|editors))\s*[:.–—-][^\n]{0,300}\b(?:clarif|earlier version|should have|misstat|incorrect|inaccura|was not clear|did not make clear)/i,
  ],
  [
    'clarification',
    new RegExp(String.raw`\b${SELF}\b[^.!?]{0,60}\b(?:has been|was)\s+(?:clarified|updated)\s+to\s+clarify\b`, 'i'),
  ],
]

/** The head of a notice, whose whole paragraph is the notice; and one that only points to it. */
const HEADED = /^\W*(?:correction|clarification|retraction|erratum|editor[’']?s note)\b[^\n:.–—-]{0,40}\s*[:.–—-]/i
const POINTER = /^\W*(?:correction|clarification|editor[’']?s note)\s+appended\W*$/i
const HEADING_LENGTH = 30

/** A sentence that goes on with the notice: the right value after the wrong one. */
const GOES_ON =
  /^\W*(?:in fact|it (?:was|is|should)|the (?:correct|right|actual|true) |that (?:number|figure|name|date) |they |he |she |there were|the (?:number|figure|date|name|total)\b|we (?:regret|apologi[sz]e))/i
const GOES_ON_MAX = 2
const PARAGRAPH_MAX = 4

/** The code with which intake says that an agency withdraws an item. */
const WITHDRAWN = 'intake/withdrawn'

/**
 * All notices of a document: those of its text, and where the text has none of that kind what its headline says ("KILL: ...",
 * "Correction: ...") and what the agency said of the whole item (`intake/withdrawn` among the diagnostics).
 */
export function noticesIn(
  document: Pick<Document, 'text' | 'title'>,
  diagnostics: readonly Diagnostic[] = [],
): readonly NoticeFound[] {
  const notices = [...findNotices(document)]
  const add = (words: string | null | undefined, kinds: readonly NoticeKind[], by: string | null = null): void => {
    if (!words) return
    const kind = kinds.find((one) => !notices.some((notice) => notice.kind === one))
    if (kind) notices.unshift({ kind, span: { from: 0, to: 0 }, words, by, old: null, new: null })
  }
  const title = document.title?.trim() ?? ''
  const headed = PATTERNS.find(
    ([kind, pattern]) => HEADLINE.test(title) && kind !== 'clarification' && pattern.test(title),
  )
  if (headed) add(title, [headed[0]])
  add(diagnostics.find(({ code }) => code === WITHDRAWN)?.message, ['withdrawal'])
  return notices
}

/** A headline that is a notice begins with the word for it; others only report what somebody took back. */
const HEADLINE =
  /^\W*(?:mandatory |bulletin )?(?:kill|withdrawal|withdrawn|retraction|retracted|correction|corrected)\b\s*[:.–—-]/i

/**
 * Notices by which an outlet corrects, clarifies or withdraws its own words, in text order: what kind, the words, and the old
 * and new value where they are told. Words of others are no notice: a minister who "corrected the record" is a report, and
 * so is a study that is withdrawn. An empty list where there is none.
 */
export function findNotices(document: Pick<Document, 'text'>): readonly NoticeFound[] {
  const { text } = document
  const sentences = sentencesOf(text)
  const notices: NoticeFound[] = []
  for (let i = 0; i < sentences.length; i++) {
    const span = sentences[i]!
    const words = text.slice(span.from, span.to)
    const kind = PATTERNS.find(([, pattern]) => pattern.test(words))?.[0]
    if (kind === undefined || isQuoted(words) || POINTER.test(words)) continue
    const isHeaded = HEADED.test(words)
    let to = span.to
    for (let more = 0; more < (isHeaded ? PARAGRAPH_MAX : GOES_ON_MAX); more++) {
      const next = sentences[i + 1]
      if (!next) break
      // A heading alone on its line is followed by the paragraph that says it.
      const isNewLine = text.slice(to, next.from).includes('\n') && !(isHeaded && to - span.from < HEADING_LENGTH)
      if (isNewLine || !(isHeaded || goesOn(text.slice(next.from, next.to), kind))) break
      to = next.to
      i++
    }
    const all = text.slice(span.from, to)
    const by = kind === 'withdrawal' ? (RETRACTOR.exec(words)?.[1] ?? null) : null
    notices.push({ kind, span: { from: span.from, to }, words: all, by, ...findValues(all) })
  }
  return notices
}

function goesOn(next: string, kind: NoticeKind): boolean {
  return GOES_ON.test(next) || PATTERNS.some(([other, pattern]) => other === kind && pattern.test(next))
}

function isQuoted(words: string): boolean {
  return /^\W*[“"]/.test(words) && /[”"]/.test(words.slice(2))
}

/** Sentences by their end marks and by lines; close enough for notices, which are plain. */
function sentencesOf(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(/[^\n]+/g)) {
    let from = match.index
    for (const end of match[0].matchAll(/[.!?][”"’)]*(?=\s+[\p{Lu}“"(])/gu)) {
      const to = match.index + end.index + end[0].length
      if (
        /\b(?:Mr|Mrs|Ms|Dr|Gen|St|No|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|U\.S|\p{Lu})\.$/u.test(
          text.slice(from, to),
        )
      )
        continue
      spans.push({ from, to })
      from = to
    }
    spans.push({ from, to: match.index + match[0].length })
  }
  return spans
    .map(({ from, to }) => {
      const words = text.slice(from, to)
      return { from: from + words.length - words.trimStart().length, to: to - words.length + words.trimEnd().length }
    })
    .filter(({ from, to }) => to > from)
}
