import { compileTriggers, EVENT_TYPES, type EventType } from '../../ontology/index.ts'
import { defineStage, type Stage } from '../../pipeline/index.ts'
import { createContext, findEvents } from './find-events.ts'
import { toClaims } from './to-claims.ts'

export interface EventsOptions {
  /** The types to look for; all of the ontology where left out. */
  readonly types?: readonly EventType[]
}

/**
 * Finds what happened, as told: events with their participants, status, stance, codes, time, place and channel, each
 * with the voices that tell it and the words it rests on. Claims stand in text order of their triggers. Patterns live
 * in the event types. Time is linear in tokens, but for the size of clauses.
 */
export function events(
  options: EventsOptions = {},
): Stage<'syntax' | 'sentences' | 'mentions' | 'actors' | 'times' | 'attributions', 'claims'> {
  const table = compileTriggers(options.types ?? EVENT_TYPES)
  return defineStage({
    name: 'events',
    version: 11,
    needs: ['syntax', 'sentences', 'mentions', 'actors', 'times', 'attributions'],
    gives: ['claims'],
    run(input) {
      const cx = createContext(input, table)
      return { claims: toClaims(cx, findEvents(cx, table)) }
    },
  })
}
