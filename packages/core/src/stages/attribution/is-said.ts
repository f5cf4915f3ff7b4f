import type { TokenTable } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'

/** A verb that says that it was done, or is being done: "asked", "has asked", "is asking", "did not ask". */
export function isSaid(tokens: TokenTable, tree: Tree, verb: number): boolean {
  const form = tokens.xpos[verb]!
  if (/^VB[DZP]$/.test(form)) return true
  if (!/^VB[NG]?$/.test(form)) return false
  const helpers = tree.children(verb).filter((child) => /^aux/.test(tokens.relation[child]!) && child < verb)
  if (helpers.length === 0) return false
  const allowed = form === 'VBG' ? /^(?:have|be)$/ : /^(?:have|do)$/
  return helpers.every((one) => allowed.test(tokens.lemma[one]!))
}

/** "who first suggested it" in "would not say who": a question, where "the man who suggested it" says it. */
export function isAsked(tokens: TokenTable, verb: number, source: { first: number; last: number }): boolean {
  return (
    source.last - source.first === 1 && /^W/.test(tokens.xpos[source.first]!) && tokens.relation[verb] !== 'acl:relcl'
  )
}
