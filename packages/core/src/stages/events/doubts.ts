import type { Actor, ActorId } from '../../model/index.ts'
import { people } from '../../ontology/index.ts'
import type { Draft, DraftParticipant } from './draft.ts'
import type { RoleContext } from './role-context.ts'
import { isOfCondition, isOfMatter } from './sift-drafts.ts'

/*
 * Reasons to doubt a claim whatever its words are: nobody is named, a pronoun could be somebody else, what stands in the
 * place of somebody is a thing. Own lists from general knowledge of English; no corpus text.
 */

/** Light verbs whose subject has others do it. */
const ORDERING = new Set('order command demand request approve authorize authorise urge propose recommend'.split(' '))
const HE = new Set(['he', 'she', 'him', 'her', 'his', 'himself', 'herself'])
const THEY = new Set(['they', 'them', 'their', 'themselves'])
const WE = new Set(['we', 'us', 'our', 'i', 'me', 'my', 'you', 'your'])
const ANYONE = new Set(['those', 'these', 'others'])
const FAR_ROLES = new Set(['addressee', 'counterpart', 'host', 'beneficiary'])
/** Words that stand for nobody: kinds and amounts of what is told elsewhere. */
const EMPTY = new Set(['kind', 'sort', 'type', 'one', 'other', 'thing', 'part', 'same'])
/** Sentences before a pronoun's own in which others than its antecedent may be meant. */
const SENTENCES_BACK = 1

/** Why a claim is unsure, in words, each a reason of its own; empty for most. */
export function doubtsOf(cx: RoleContext, draft: Draft, teller: Actor | null): readonly string[] {
  const found: string[] = []
  const parties = draft.participants.filter((one) => one.role !== 'theme')
  if (parties.length === 0 && !draft.derived) found.push('nobody is named with it')
  const doers = parties.filter((one) => one.role === 'agent')
  for (const one of parties) {
    const word = cx.grammar.form(one.head)
    if (cx.grammar.upos(one.head) === 'PRON' && !ANYONE.has(word)) {
      if (WE.has(word) && !one.phrase?.actor) found.push(`who "${word}" are is not said`)
      else if (HE.has(word) || THEY.has(word)) {
        const others = candidatesFor(cx, one)
        if (others !== 1) found.push(others === 0 ? `who "${word}" is is not known` : `"${word}" may be another`)
      }
    } else if (ANYONE.has(word) && !one.phrase?.actor && one.phrase?.count == null)
      found.push(`who "${word}" are is not said`)
    else if (isOtherOffice(cx, one)) found.push(`"${word}" may be another`)
    else if (isAnyCountry(cx, one)) found.push('which country is not said')
    else if (one.role === 'addressee' && (isOfMatter(cx, draft, one) || isOfCondition(cx, draft, one)))
      found.push(
        `"${one.phrase?.mention?.form === 'name' ? one.phrase.actor?.name : word}" may only be what it is about`,
      )
    else if (isNobody(cx, one)) found.push(`"${word}" is not known to be anybody`)
  }
  if (teller?.kind === 'place') found.push(`"${teller.name}" is told as a voice and is a place`)
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
  // "demanded N1.2 billion": money in an abbreviation that looks like a name.
  if (/^[a-z]{1,3}\d/.test(grammar.form(head))) return true
  if (EMPTY.has(grammar.lemma(head)) && !phrase?.actor && phrase?.count == null) return true
  if (phrase?.actor || world.isActor(head) || world.isQuantity(head) || world.isOf(head, people)) return false
  if (grammar.upos(head) === 'NOUN' && DOERS.test(grammar.form(head))) return false
  if (role === 'agent') return true
  return FAR_ROLES.has(role) && !world.isPlace(head)
}

/** "bandits", "abductors", "emissaries": the ends of words for those who do something, in the plural. */
const DOERS = /(?:ers|ors|ists|ants|aries|men|women|folk|people|its|ians)$/

/** "the minister", taken for somebody who is told of with another office. */
function isOtherOffice({ grammar }: RoleContext, { head, phrase }: DraftParticipant): boolean {
  const actor = phrase?.actor
  if (phrase?.mention?.form !== 'nominal' || !actor || actor.kind !== 'person' || actor.roles.length === 0) return false
  if (phrase.mention.kind !== 'person' || grammar.form(grammar.tree.extent(head).first) !== 'the') return false
  const word = grammar.lemma(head)
  if (!actor.name.includes(' ') || actor.name.toLowerCase() === actor.name) return false
  return !actor.roles.some(({ title }) => title.toLowerCase().split(/[\s]+/).includes(word))
}

/** "the country", where its sentence and the one before name several. */
function isAnyCountry({ grammar, phrases }: RoleContext, { head }: DraftParticipant): boolean {
  if (grammar.lemma(head) !== 'country' || grammar.upos(head) !== 'NOUN') return false
  if (grammar.tree.children(head).some((child) => child > head || grammar.relation(child) === 'amod')) return false
  const { tokens } = grammar
  const own = tokens.sentence[head] ?? 0
  const found = new Set<string>()
  for (let i = head - 1; i >= 0 && own - (tokens.sentence[i] ?? 0) <= SENTENCES_BACK; i--) {
    const country = phrases.actorOf(phrases.mentionAt(i))?.country
    if (country != null) found.add(country)
  }
  return found.size > 1
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
