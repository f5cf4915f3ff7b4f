import type { ActorId } from '../../model/index.ts'
import { maybeEventType } from '../../ontology/index.ts'
import type { Draft, DraftParticipant } from './draft.ts'
import type { RoleContext } from './role-context.ts'

/** What befalls people of whom a journey is told as a step of their custody. */
const HELD: ReadonlySet<string> = new Set(['release', 'pardon', 'prisoner-swap', 'custody', 'rescue'])
/** Verbs of journeys that end a captivity. */
const JOURNEYS = new Set(['land', 'arrive', 'fly', 'return', 'travel', 'go'])

/**
 * Types that only the document decides: "landed in Velm on Monday" is a visit of an envoy, and the departure of somebody who
 * has been let go.
 */
export function asJourneys(cx: RoleContext, drafts: readonly Draft[]): Draft[] {
  const freed = new Set(
    drafts.flatMap(({ type, participants, status, stance }) =>
      HELD.has(type.name) && (status === 'happened' || status === 'ongoing') && stance === 'asserts'
        ? participants.flatMap((one) => (one.role === 'patient' ? actorsOf(one) : []))
        : [],
    ),
  )
  const departure = maybeEventType('departure')
  if (freed.size === 0 || !departure) return [...drafts]
  const changed = new Map<Draft, Draft>()
  for (const draft of drafts) {
    if (draft.type.name !== 'visit' || !JOURNEYS.has(cx.grammar.lemma(draft.head))) continue
    const travellers = draft.participants.filter((one) => one.role === 'agent')
    if (travellers.length === 0 || !travellers.every((one) => actorsOf(one).some((actor) => freed.has(actor)))) continue
    changed.set(draft, {
      ...draft,
      type: departure,
      participants: draft.participants.map((one) =>
        one.role === 'host' ? { ...one, role: 'place-to' as const } : one,
      ),
    })
  }
  if (changed.size === 0) return [...drafts]
  // What asks for or promises a journey keeps pointing at it.
  for (const draft of drafts)
    for (const one of draft.participants) if (one.theme) one.theme = changed.get(one.theme) ?? one.theme
  return drafts.map((one) => changed.get(one) ?? one)
}

function actorsOf({ phrase, includes }: DraftParticipant): readonly ActorId[] {
  const own = phrase?.actor?.kind === 'person' || phrase?.actor?.kind === 'group' ? [phrase.actor.id] : []
  return [...own, ...includes]
}
