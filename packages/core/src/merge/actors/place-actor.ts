import type { ActorProfile, RecordActor, RecordActorId, Score } from '../../model/index.ts'
import { EMPTY_LEXICON, type Lexicon } from '../lexicon.ts'
import { partsOf } from './join-actor.ts'
import { scoreProfiles } from './score-profiles.ts'

/** Two candidates so near to each other that neither is chosen where the name alone does not tell. */
const TOO_NEAR = 0.04
/** From this score on the better of two is taken however near the other is: names in full. */
const SURE = 0.87

/** Whom a profile is of: the actor, and of one that people made of several the one that it is most like. */
export interface PlacedActor {
  readonly actor: RecordActor
  readonly part: RecordActorId
  readonly score: Score
}

/**
 * Finds whom of the candidates a profile is of: the best that all its profiles allow; null where none is the same for sure,
 * or where two are and nothing tells which ("Ivanov"). The result does not depend on the order of the candidates.
 */
export function placeActor(
  profile: ActorProfile,
  candidates: readonly RecordActor[],
  lexicon: Lexicon = EMPTY_LEXICON,
): PlacedActor | null {
  let best: PlacedActor | null = null
  let second = 0
  for (const actor of candidates) {
    const found = scoreParts(profile, actor, lexicon)
    if (found === null) continue
    const { score } = found
    if (
      best === null ||
      score.score > best.score.score ||
      (score.score === best.score.score && actor.id < best.actor.id)
    ) {
      if (best !== null) second = Math.max(second, best.score.score)
      best = { actor, ...found }
    } else second = Math.max(second, score.score)
  }
  if (best === null) return null
  if (best.score.score < SURE && best.score.score - second < TOO_NEAR) return null
  return best
}

/** The best score against those that people made the actor of: what they say of each other forbids nothing. */
function scoreParts(
  profile: ActorProfile,
  actor: RecordActor,
  lexicon: Lexicon,
): { readonly part: RecordActorId; readonly score: Score } | null {
  let best: { readonly part: RecordActorId; readonly score: Score } | null = null
  for (const part of partsOf(actor)) {
    const score = scoreActor(profile, part, lexicon)
    if (score !== null && (best === null || score.score > best.score.score)) best = { part: part.id, score }
  }
  return best
}

/** The best score against what documents say of the actor; null where none is the same or one forbids it. */
function scoreActor(profile: ActorProfile, actor: RecordActor, lexicon: Lexicon): Score | null {
  let best: Score | null = null
  for (const other of actor.profiles) {
    const { score, because, verdict } = scoreProfiles(profile, other, lexicon)
    if (verdict === 'different') return null
    if (verdict === 'same' && (best === null || score > best.score)) best = { score, because }
  }
  return best
}
