import type { Draft } from './draft.ts'
import type { CueWord } from './lexicon.ts'

/** An attribution read off the tree by rule, with the word that carries its cue. */
export interface Candidate extends Draft {
  readonly head: number
  readonly word: CueWord
  /** True where the content is a clause of its own or a quotation, so that little but a wrong parse can spoil it. */
  readonly sure: boolean
}

/** What nobody in particular tells. */
export const HEARSAY: CueWord = { sense: 'voice', stance: 'tells', takes: 'clause', kind: 'verb' }

/** Verbs of what people say and believe, nobody in particular: "it is believed that", "is said to". */
export const HEARSAY_VERBS: ReadonlySet<string> = new Set(
  list('believe say report think understand allege rumor rumour know claim expect suppose'),
)

function list(words: string): string[] {
  return words.split(' ')
}
