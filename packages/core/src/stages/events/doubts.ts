import type { ActorId } from '../../model/index.ts'
import type { Draft, DraftParticipant } from './draft.ts'
import type { RoleContext } from './role-context.ts'

/*
 * Reasons to doubt a claim whatever its words are: nobody is named, a pronoun could be somebody else, what stands in the
 * place of somebody is a thing. Own lists from general knowledge of English; no corpus text.
 */

/** Light verbs whose subject has others do it. */
const ORDERING = new Set('order command demand request approve authorize authorise urge propose recommend'.split(' '))
const HE = new Set(['he', 'she', 'him', 'her', 'his', 'himself', 'herself'])
const THEY = new Set(['they', 'them', 'their', 'themselves'])
const WE = new Set(['we', 'us', 'our', 'i', 'me', 'my', 'you', 'your'])
const FAR_ROLES = new Set(['addressee', 'counterpart', 'host', 'beneficiary'])
/** Words that stand for nobody: kinds and amounts of what is told elsewhere. */
const EMPTY = new Set(['kind', 'sort', 'type', 'one', 'other', 'thing', 'part', 'same'])
/** Sentences before a pronoun's own in which others than its antecedent may be meant. */
const SENTENCES_BACK = 1

/** Why a claim is unsure, in words, each a reason of its own; empty for most. */
export function doubtsOf(cx: RoleContext, draft: Draft): readonly string[] {
  const found: string[] = []
  const parties = draft.participants.filter((one) => one.role !== 'theme')
  if (parties.length === 0 && !draft.derived) found.push('nobody is named with it')
  const doers = parties.filter((one) => one.role === 'agent')
  for (const one of parties) {
    const word = cx.grammar.form(one.head)
    if (cx.grammar.upos(one.head) === 'PRON') {
      if (WE.has(word) && !one.phrase?.actor) found.push(`who "${word}" are is not said`)
      else if (HE.has(word) || THEY.has(word)) {
        const others = candidatesFor(cx, one)
        if (others !== 1) found.push(others === 0 ? `who "${word}" is is not known` : `"${word}" may be another`)
      }
    } else if (isNobody(cx, one)) found.push(`"${word}" is not known to be anybody`)
  }
  if (
    draft.type.name === 'investigation' &&
    doers.length > 0 &&
    draft.light !== null &&
    ORDERING.has(cx.grammar.lemma(draft.light.verb))
  )
    found.push('whoever orders it may have others do it')
  return [...new Set(found)]
}

/** A thing in the place of whoever does it or whom it is done to. */
function isNobody(cx: RoleContext, { role, head, phrase }: DraftParticipant): boolean {
  const { grammar, world } = cx
  if (EMPTY.has(grammar.lemma(head)) && !phrase?.actor && phrase?.count == null) return true
  if (phrase?.actor || world.isActor(head) || world.isQuantity(head)) return false
  if (role === 'agent') return true
  return FAR_ROLES.has(role) && !world.isPlace(head)
}

/** How many of those told of in the sentence of a pronoun, before it, and in the one before could be meant. */
function candidatesFor(cx: RoleContext, { head, phrase }: DraftParticipant): number {
  const { grammar, phrases } = cx
  const { tokens } = grammar
  const own = tokens.sentence[head] ?? 0
  const isOne = HE.has(grammar.form(head))
  const found = new Set<ActorId>()
  if (phrase?.actor) found.add(phrase.actor.id)
  for (let i = head - 1; i >= 0 && own - (tokens.sentence[i] ?? 0) <= SENTENCES_BACK; i--) {
    const mention = phrases.mentionAt(i)
    if (mention === null || mention.actor === null || mention.form === 'pronoun' || mention.head !== i) continue
    const actor = phrases.actorOf(mention)
    const isPlural = tokens.xpos[i] === 'NNS' || tokens.xpos[i] === 'NNPS'
    const fits = isOne ? actor?.kind === 'person' && !isPlural : actor?.kind === 'group' || isPlural
    if (fits) found.add(mention.actor)
  }
  return found.size
}
