import { type TokenTable, UPOS } from '../../model/index.ts'

const NEGATIONS = new Set(['nobody', 'no', 'none', 'neither', 'nor', 'not', "n't", 'n’t', 'never'])

/** Words before a verb in which a "not" or a "neither" that belongs to it may stand. */
const MAX_TO_NOT = 6

/** "would not say", "neither side would say", "nobody would confirm": a verb in its base form that stays undone. */
export function keepsSilent(tokens: TokenTable, verb: number): boolean {
  let modal = false
  let negated = false
  if (tokens.xpos[verb] !== 'VB') return false
  for (let at = verb - 1; at >= Math.max(0, verb - MAX_TO_NOT); at--) {
    if (tokens.sentence[at] !== tokens.sentence[verb]) break
    const lemma = tokens.lemma[at]!.toLowerCase()
    if (/^(will|would|can|could|do)$/.test(lemma) && UPOS[tokens.upos[at]!] === 'AUX') modal = true
    if (NEGATIONS.has(lemma)) negated = true
  }
  return modal && negated
}
