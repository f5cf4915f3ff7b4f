import {
  agreements,
  type EventType,
  people,
  proposals,
  sanctionNouns,
  talksNouns,
  union,
} from '../../ontology/index.ts'
import type { DraftParticipant } from './draft.ts'
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

/** "asked that an outside force take over": anybody, and nobody who is asked. */
export function isNamedDoer({ grammar, world }: RoleContext, doer: number): boolean {
  if (!world.isActor(doer)) return false
  return (
    grammar.upos(doer) !== 'NOUN' || !grammar.tree.children(doer).some((one) => /^(?:a|an)$/.test(grammar.form(one)))
  )
}

/** "asked to see the prisoners", "asked to visit the camp": of what is asked for. */
export function isWished(
  { grammar }: RoleContext,
  type: EventType,
  far: number,
  all: readonly DraftParticipant[],
): boolean {
  if (far < 0 || (type.name !== 'request' && type.name !== 'demand')) return false
  const theme = all.find(({ role }) => role === 'theme')
  const at = grammar.tokens.from[far]!
  if (theme === undefined || at < theme.span.from || at >= theme.span.to) return false
  return grammar.relation(far) === 'obj' || grammar.upos(far) === 'PRON'
}
