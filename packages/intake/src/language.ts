import type { Diagnostic } from '@backchannel/core'
import { ENGLISH_WORDS, OTHER_WORDS } from './english.ts'

/** Characters from the start of a text that tell its language. */
const SAMPLE_LENGTH = 6000
/** Fewer words than this say nothing by the English words that they lack, unless they are of another script. */
const FEWEST_WORDS = 24
/** Fewer than this say nothing at all: a headline of names is of no language. */
const FEWEST_SHORT_WORDS = 8
/** Share of function words of other languages from which a short text is asked about. */
const OTHER_SHARE = 0.15
/**
 * Share of English function words from which a text is taken for English without asking further. Measured on the texts
 * of test/language.test.ts: English news 0.30 to 0.42, other languages of the Latin script below 0.06.
 */
const FOREIGN_SHARE = 0.1
/** Share of letters outside the Latin script from which a short text, too, is surely not English. */
const OTHER_SCRIPT_SHARE = 0.5

/** What the reader is told about the language of a text. */
export interface Language {
  /** BCP 47; "en" where nothing speaks against it. */
  readonly code: string
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Tells whether a text is English, and if not, which language it is. Counting function words decides the common case;
 * only for the rest is the detector loaded (eld, n-grams, 60 languages, 0.2 s), so that English texts do not pay for
 * it. Says nothing where it is not sure: a short text counts as English.
 */
export async function findLanguage(text: string): Promise<Language> {
  const sample = text.slice(0, SAMPLE_LENGTH)
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  let letters = 0
  let other = 0
  let english = 0
  for (const word of words) {
    letters += word.length
    if (!/\p{Script=Latin}/u.test(word)) other += word.length
    if (ENGLISH_WORDS.has(word)) english++
  }
  const foreignScript = letters >= 8 && other > OTHER_SCRIPT_SHARE * letters
  const share = words.length === 0 ? 0 : english / words.length
  const short = words.length < FEWEST_WORDS
  const foreign = words.filter((word) => OTHER_WORDS.has(word)).length
  const speaks = words.length >= FEWEST_SHORT_WORDS && foreign >= OTHER_SHARE * words.length && foreign > english
  if (!foreignScript && (share >= FOREIGN_SHARE || (short && !speaks))) return { code: 'en', diagnostics: [] }
  const { detector } = await loadDetector()
  const result = detector.detect(sample)
  const code = result.language
  if (code === 'en' || (!foreignScript && !result.isReliable())) return { code: 'en', diagnostics: [] }
  const found = code === '' ? 'und' : code
  const name = NAMES[found] ?? (found === 'und' ? 'an unknown language' : `the language "${found}"`)
  const message = `the text is in ${name} (${found}), not in English: only English is read, so results would be unreliable and no events are looked for`
  return {
    code: found,
    diagnostics: [{ code: 'intake/not-english', severity: 'warning', message, span: null, stage: 'intake' }],
  }
}

/** English names of languages that news comes in; others are shown by their code. */
const NAMES: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  be: 'Belarusian',
  bg: 'Bulgarian',
  cs: 'Czech',
  da: 'Danish',
  de: 'German',
  el: 'Greek',
  es: 'Spanish',
  et: 'Estonian',
  fa: 'Persian',
  fi: 'Finnish',
  fr: 'French',
  he: 'Hebrew',
  hi: 'Hindi',
  hr: 'Croatian',
  hu: 'Hungarian',
  hy: 'Armenian',
  it: 'Italian',
  ja: 'Japanese',
  ka: 'Georgian',
  ko: 'Korean',
  lt: 'Lithuanian',
  lv: 'Latvian',
  nl: 'Dutch',
  no: 'Norwegian',
  pl: 'Polish',
  pt: 'Portuguese',
  ro: 'Romanian',
  ru: 'Russian',
  sk: 'Slovak',
  sr: 'Serbian',
  sv: 'Swedish',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ur: 'Urdu',
  vi: 'Vietnamese',
  zh: 'Chinese',
}

/** The part of eld's interface that is used. */
interface Detector {
  detect(text: string): { readonly language: string; isReliable(): boolean }
}

async function loadDetector(): Promise<{ readonly detector: Detector }> {
  const { eld } = await import('eld/extrasmall')
  return { detector: eld }
}
