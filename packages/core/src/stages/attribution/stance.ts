import type { TokenTable, VoiceStance } from '../../model/index.ts'
import type { Voiced } from './draft.ts'
import { keepsSilent } from './keeps-silent.ts'

/** Verbs that take back what was said, whatever noun of saying they have: "withdrew his claim". */
const RETRACTING = /^(?:retract|recant|withdraw|disavow)$/
/** Verbs that do so with "back": "took back", "walked back". */
const BACK = /^(?:take|walk|row)$/
const NOT = /^(?:not|n't|n’t|never|neither|nor|no)$/

/**
 * How a voice stands to what it tells. Who would neither confirm nor deny it refuses to speak; "has not denied it" takes
 * no stand.
 */
export function stanceOf(tokens: TokenTable, draft: Voiced): VoiceStance {
  let negated = false
  for (const { first, last } of draft.cue)
    for (let at = first; at < last; at++) {
      const lemma = tokens.lemma[at]!.toLowerCase()
      if (NOT.test(lemma)) negated = true
      if (RETRACTING.test(lemma)) return 'retracts'
      if (BACK.test(lemma) && at + 1 < tokens.length && tokens.lemma[at + 1] === 'back') return 'retracts'
      if (/^(?:decline|refuse)$/.test(lemma)) return 'refuses'
    }
  const own = draft.word?.stance ?? 'tells'
  if (draft.head >= 0 && draft.content.length > 0 && keepsSilent(tokens, draft.head)) return 'refuses'
  return negated && (own === 'confirms' || own === 'denies') ? 'tells' : own
}
