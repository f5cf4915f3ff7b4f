import type { ActorKind, ActorProfile, Score } from '../../model/index.ts'
import { findLexiconActor, findOutlet, type Lexicon } from '../lexicon.ts'
import { scoreBodies } from './score-bodies.ts'
import { scorePersons } from './score-persons.ts'

/** Whether two profiles are of one actor: `different` forbids, `unsure` leaves it open. */
export interface ProfileScore extends Score {
  readonly verdict: 'same' | 'different' | 'unsure'
}

/** Kinds that the reader confuses where it knows nothing of a name: an unknown state is an organization to it. */
const BODIES: ReadonlySet<ActorKind> = new Set(['organization', 'state', 'outlet', 'place', 'group'])

/**
 * Decides whether what two documents say of somebody is said of one. `lexicon` is the user's own list and wins over all
 * rules. The score is 0 to 1, 0.5 where nothing is known; the reason is a sentence without its full stop.
 */
export function scoreProfiles(a: ActorProfile, b: ActorProfile, lexicon: Lexicon): ProfileScore {
  const listed = scoreByLexicon(a, b, lexicon)
  if (listed) return listed
  if (a.kind === 'person' && b.kind === 'person') return scorePersons(a, b)
  if (BODIES.has(a.kind) && BODIES.has(b.kind)) return scoreBodies(a, b)
  return { score: 0, because: `a ${a.kind} and a ${b.kind}`, verdict: 'different' }
}

function scoreByLexicon(a: ActorProfile, b: ActorProfile, lexicon: Lexicon): ProfileScore | null {
  const one = listedName(a, lexicon)
  const two = listedName(b, lexicon)
  if (one === null || two === null) return null
  if (one === two) return { score: 1, because: `the lists have both as "${one}"`, verdict: 'same' }
  return { score: 0, because: `the lists have "${one}" and "${two}" apart`, verdict: 'different' }
}

/** The name under which the lists have it; a list that says of which kind or country it is must be right in that. */
function listedName(profile: ActorProfile, lexicon: Lexicon): string | null {
  for (const name of profile.names) {
    const actor = findLexiconActor(lexicon, name)
    if (
      actor &&
      (actor.kind === null || actor.kind === profile.kind || (BODIES.has(actor.kind) && BODIES.has(profile.kind))) &&
      (actor.country === null || profile.country === null || actor.country === profile.country)
    )
      return actor.name
    if (profile.kind !== 'outlet' && profile.kind !== 'organization') continue
    const outlet = findOutlet(lexicon, name)
    // Two papers of one name in two countries ("The Times") are told apart by the country.
    if (outlet && (outlet.country === null || profile.country === null || outlet.country === profile.country))
      return outlet.name
  }
  return null
}
