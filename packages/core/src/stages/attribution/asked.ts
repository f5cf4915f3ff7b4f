import type { TokenTable } from '../../model/index.ts'
import type { Voiced } from './draft.ts'
import type { CueWord } from './lexicon.ts'

const ASKED: CueWord = { sense: 'attitude', stance: 'questions', takes: 'clause', kind: 'verb' }

/** "Asked whether ..., he replied": the reporter asks, not he. */
export function asked(tokens: TokenTable, one: Voiced): Voiced {
  const cue = one.cue[0]
  if (!cue || one.head !== cue.first || tokens.lemma[one.head] !== 'ask') return one
  const source = one.source[0]
  // "Roe, asked about it, laughed", "Asked about it, ...": not "“What?” asked Roe".
  const opens = tokens.sentence[one.head - 1] !== tokens.sentence[one.head]
  const aside = (opens || tokens.lemma[one.head - 1] === ',') && source?.first !== cue.last
  const passive = aside || tokens.xpos[one.head] === 'VBN' || (source !== undefined && source.first > cue.last)
  return passive ? { ...one, source: [], word: ASKED } : one
}
