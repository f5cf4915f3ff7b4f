import { people } from '../../ontology/index.ts'
import type { Candidate } from './candidate.ts'
import type { DraftParticipant } from './draft.ts'
import { participantOf } from './participants.ts'
import type { RoleContext } from './role-context.ts'

/** "a riot in Arda", "the attack took place near Velm": where nobody is told to have done it, a place is only where it was. */
export function withoutScene(cx: RoleContext, { trigger }: Candidate, all: DraftParticipant[]): DraftParticipant[] {
  const isScene = trigger.pattern.kind === 'noun' && (trigger.type.name === 'protest' || trigger.type.name === 'attack')
  if (!isScene || all.some((one) => one.role === 'agent')) return all
  return all.filter(
    ({ role, head }) =>
      role !== 'patient' || !cx.world.isPlace(head) || !SCENES.has(cx.grammar.prepositions(head)[0] ?? ''),
  )
}
const SCENES = new Set(['in', 'at', 'on', 'near', 'outside'])

/**
 * "hosted talks", "killed in Arda", "fishermen from the Arda and Velm districts, held": who only gives the table sits at
 * none, and a place is nobody who is killed or held.
 */
export function withoutSites(cx: RoleContext, candidate: Candidate, all: DraftParticipant[]): DraftParticipant[] {
  const { grammar, world } = cx
  const { type } = candidate.trigger
  const isHosted =
    type.name === 'talks' &&
    candidate.light !== null &&
    grammar.lemma(candidate.light.verb) === 'host' &&
    !all.some((one) => one.role === 'counterpart')
  if (isHosted) {
    const host = cx.positions.at(candidate, 'subject')[0]
    return all.map((one) =>
      one.role === 'agent' && one.head === host ? { ...one, role: 'intermediary' as const } : one,
    )
  }
  const isToll = type.name === 'attack' && TOLL.has(grammar.lemma(candidate.head))
  if (!isToll && type.family !== 'custody') return all
  const held = all.filter((one) => one.role === 'patient' && !isSite(one))
  const [only] = all.filter((one) => one.role === 'patient')
  const whose = held.length === 0 && only !== undefined ? peopleFrom(only.head) : -1
  if (whose >= 0) return all.map((one) => (one === only ? participantOf(cx, 'patient', whose) : one))
  return all.filter((one) => one.role !== 'patient' || !isSite(one) || (held.length === 0 && !isToll))

  /** "sailors from Arda, held": those whose place it is, where the parser hung the clause on the place. */
  function peopleFrom(place: number): number {
    const above = grammar.relation(place) === 'nmod' ? grammar.head(place) : -1
    return above >= 0 && grammar.prepositions(place)[0] === 'from' && world.isOf(above, people) ? above : -1
  }

  function isSite({ head, phrase }: DraftParticipant): boolean {
    if (grammar.upos(head) === 'PRON') return false
    return phrase?.kind === 'place' || (grammar.upos(head) === 'NOUN' && phrase?.kind === null && world.isPlace(head))
  }
}
/** Verbs of what befalls people. */
const TOLL = new Set(['kill', 'wound', 'injure', 'murder', 'behead', 'execute'])
