import type { TokenTable } from '../../model/index.ts'
import type { Voiced } from './draft.ts'
import { SILENT as SILENT_CUE } from './find-silent.ts'

/** True for a find in which nobody says anything after all. */
export function isNoVoice(text: string, tokens: TokenTable, one: Voiced): boolean {
  return isLaughter(tokens, one) || isNobody(text, tokens, one) || isUnverified(text, tokens, one)
}

/** "The claims could not be verified": nobody says so but the outlet. */
function isUnverified(text: string, tokens: TokenTable, { source, cue }: Voiced): boolean {
  const who = source[0]
  const said = cue[0]
  if (!said || (who && !/^W/.test(tokens.xpos[who.first]!))) return false
  return /^(?:could|can)(?:not| not|n[’']t) (?:\w+ )?be (?:\w+ )?(?:confirmed|verified)\b/i.test(
    text.slice(tokens.from[said.first], tokens.to[said.last - 1]),
  )
}

/** "No one has claimed it": nobody says anything; who will not say keeps silent all the same. */
function isNobody(text: string, tokens: TokenTable, { source, word }: Voiced): boolean {
  const who = source[0]
  if (!who || word === SILENT_CUE || word?.sense === 'attitude') return false
  return /^(?:no one|nobody|no-one)$/i.test(text.slice(tokens.from[who.first], tokens.to[who.last - 1]))
}

/** "laughed at his prayers": nobody says anything. */
function isLaughter(tokens: TokenTable, { head, cue }: Voiced): boolean {
  const last = cue[0] ? cue[0].last - 1 : -1
  return (
    head >= 0 &&
    /^(?:laugh|smile|shrug|grin)$/.test(tokens.lemma[head]!) &&
    (tokens.lemma[last] === 'at' || tokens.lemma[last + 1] === 'at')
  )
}
