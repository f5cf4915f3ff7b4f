import type { TokenTable } from '../../model/index.ts'

const VERB = 15
const AUX = 3
const ADVERB = 2

/**
 * Mends what the parser is known to get wrong around events. "has imposed sanctions" is sometimes read as "has" with
 * an adjective before its object: the participle becomes the verb again. Returns the same table where nothing is to
 * mend; heads and relations are copied, never changed in place.
 */
export function mendTree(text: string, tokens: TokenTable): TokenTable {
  let heads: Int32Array | null = null
  let relations: string[] | null = null
  for (let i = 1; i < tokens.length; i++) {
    if (tokens.relation[i] !== 'amod' || tokens.upos[i] !== VERB || tokens.xpos[i] !== 'VBN') continue
    const noun = tokens.head[i]!
    let have = i - 1
    while (have > 0 && tokens.upos[have] === ADVERB) have--
    const isHave = tokens.upos[have] === VERB || tokens.upos[have] === AUX
    if (!isHave || noun <= i || tokens.head[noun] !== have || tokens.relation[noun] !== 'obj') continue
    if (!/^(?:has|have|had|having|’ve|'ve)$/i.test(text.slice(tokens.from[have], tokens.to[have]))) continue
    heads ??= Int32Array.from(tokens.head)
    relations ??= [...tokens.relation]
    heads[i] = heads[have]!
    relations[i] = relations[have]!
    for (let other = 0; other < tokens.length; other++) {
      if (heads[other] === have && other !== i && tokens.sentence[other] === tokens.sentence[i]) heads[other] = i
    }
    heads[have] = i
    relations[have] = 'aux'
    heads[noun] = i
    relations[noun] = 'obj'
    // What stood before the participle belongs to the noun still; adverbs belong to the verb.
    for (let other = have + 1; other < i; other++) heads[other] = i
  }
  return heads && relations ? { ...tokens, head: heads, relation: relations } : tokens
}
