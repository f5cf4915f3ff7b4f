import type { ActorId, AttributionId } from './ids.ts'
import { type Span, spanHolds } from './span.ts'

export type Manner = 'quoted' | 'reported' | 'mixed'
export type Standing = 'named' | 'anonymous' | 'collective' | 'document' | 'outlet' | 'unknown'

/**
 * Saying and showing are voices ("said", "footage shows"): they go into `Claim.told`. Wishes, beliefs and plans told of
 * somebody are attributions in PolNeAR's sense too, but only set the status of the event.
 */
export type AttributionSense = 'voice' | 'attitude'

/**
 * How a voice stands to what it tells: `refuses` where it would not speak ("declined to comment"), `retracts` where it
 * takes back what it said. `tells` is all else.
 */
export type VoiceStance = 'tells' | 'confirms' | 'denies' | 'questions' | 'refuses' | 'retracts'

/** One link of the way from the document's outlet to the first speaker. */
export interface Voice {
  readonly name: string
  readonly actor: ActorId | null
  /** The words that link it to the one before: "in an interview with", "citing", "told". */
  readonly by: string | null
}

/**
 * One voice and what it says; source, cue and content as in PARC 3.0 and PolNeAR.
 * The document's own voice has no Attribution: a claim told by it has `told: []`.
 */
export interface Attribution {
  readonly id: AttributionId
  /** Words naming the source; empty where none is named. */
  readonly source: readonly Span[]
  /** Whom the source words mean, pronouns resolved. */
  readonly actor: ActorId | null
  readonly cue: readonly Span[]
  /** Empty where nothing is said, as in "declined to comment". */
  readonly content: readonly Span[]
  readonly manner: Manner
  readonly standing: Standing
  readonly sense: AttributionSense
  /** How the voice stands to its content. Absent where it just tells it, and in readings made before there was a stance. */
  readonly stance?: VoiceStance
  /** The attribution whose content holds this one; null where the document's outlet tells it. */
  readonly within: AttributionId | null
  /** Every voice, the document's outlet first, the first speaker last. */
  readonly chain: readonly Voice[]
}

/** The path of `within` down to `id`, outermost first; the form of `Claim.told`. Unknown ids give an empty path. */
export function toldPath(
  attributions: ReadonlyMap<AttributionId, Attribution>,
  id: AttributionId | null,
): AttributionId[] {
  const path: AttributionId[] = []
  for (let at = id; at !== null && !path.includes(at); ) {
    const attribution = attributions.get(at)
    if (!attribution) break
    path.unshift(at)
    at = attribution.within
  }
  return path
}

/** The innermost voice whose content holds the words: the one of the shortest content. Null where the outlet tells them. */
export function tellerOf(attributions: readonly Attribution[], words: Span): Attribution | null {
  let best: Attribution | null = null
  let size = Number.POSITIVE_INFINITY
  for (const one of attributions) {
    if (one.sense !== 'voice' || !one.content.some((span) => spanHolds(span, words))) continue
    const length = one.content.reduce((sum, span) => sum + span.to - span.from, 0)
    if (length >= size) continue
    best = one
    size = length
  }
  return best
}
