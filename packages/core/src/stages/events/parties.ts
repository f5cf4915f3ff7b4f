import { agreements, people, proposals, sanctionNouns, talksNouns, union } from '../../ontology/index.ts'
import type { Grammar } from './grammar.ts'
import { GIVING } from './lexicon.ts'
import type { RoleContext } from './role-context.ts'

/* Who can be a side of an act, and what only stands where one could. */

/** What an act is tied to: nobody it is done to. */
export const TERMS = new Set(
  'condition basis ground understanding pretext charge suspicion behalf use usage language tongue alphabet script accent'.split(
    ' ',
  ),
)

/** Political words for what is agreed, said or proposed. */
const matters = union(agreements, proposals, talksNouns, sanctionNouns)

/** Somebody or some land, not a thing. */
export function isParty(cx: RoleContext, head: number): boolean {
  const { world } = cx
  if (cx.grammar.upos(head) === 'NOUN' && cx.phrases.at(head).kind === null && !world.isPlace(head))
    return world.isOf(head, people) || world.isQuantity(head) || (world.isPolitical(head) && !world.isOf(head, matters))
  return world.isActor(head) || world.isPlace(head) || world.isQuantity(head)
}

/** Sites that are closed, blocked or opened, and ask and are asked nothing. */
const SITES = new Set(
  'airport port harbor harbour border crossing highway road street bridge airspace area district fire alert hold trial notice ransom'.split(
    ' ',
  ),
)

/** "threatened to block airports": sites without a name are nobody who is asked or threatened. */
export function isBareSite({ grammar, phrases }: RoleContext, { head }: { readonly head: number }): boolean {
  return grammar.upos(head) === 'NOUN' && phrases.at(head).mention === null && SITES.has(grammar.lemma(head))
}

/** "agreed to send doctors and a team": what is given, sent or ended. */
export function isGivenThing(grammar: Grammar, noun: number): boolean {
  const first = grammar.relation(noun) === 'conj' ? grammar.head(noun) : noun
  return grammar.relation(first) === 'obj' && GIVING.has(grammar.lemma(grammar.head(first)))
}

/** "imports of Belmarran goods", "Norlandish proposals": a thing told by the nation whose it is. */
export function isOfNation(cx: RoleContext, noun: number): boolean {
  const { grammar, phrases } = cx
  if (grammar.upos(noun) !== 'NOUN') return false
  return grammar.tree.children(noun).some((child) => {
    const rel = grammar.relation(child)
    if (child > noun || (rel !== 'amod' && rel !== 'compound')) return false
    const { actor, kind } = phrases.at(child)
    return kind === 'state' && actor?.country != null
  })
}
