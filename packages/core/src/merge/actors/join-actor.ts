import type { ActorProfile, RecordActor, RecordActorId } from '../../model/index.ts'
import { foldName } from '../fold-name.ts'

/**
 * So many profiles of an actor are kept. A profile that says nothing new is not kept once there are `FULL` of them, so that
 * a president of ten thousand articles costs no more than a mayor of ten; who was named in which document is in the reports.
 */
export const MOST_PROFILES = 32
const FULL = 8

/** Adds a profile to an actor, or makes one of it under the given id. A profile of the same document's actor is replaced. */
export function joinActor(actor: RecordActor | null, profile: ActorProfile, id: RecordActorId): RecordActor {
  const before = (actor?.profiles ?? []).filter(
    ({ ref }) => ref.document !== profile.ref.document || ref.actor !== profile.ref.actor,
  )
  const profiles = before.length >= FULL && saysNothingNew(before, profile) ? before : [...before, profile]
  // The oldest but the first goes: the first is what made the actor.
  const kept = profiles.length > MOST_PROFILES ? [profiles[0]!, ...profiles.slice(2)] : profiles
  return {
    id: actor?.id ?? id,
    name: nameToShow(kept, actor?.name ?? null),
    kind: mostTold(kept.map((one) => one.kind)) ?? profile.kind,
    country: mostTold(kept.map((one) => one.country)),
    sector: mostTold(kept.map((one) => one.sector)),
    profiles: kept,
  }
}

/** True where its names, country and offices are all told by one profile of the last half year. */
function saysNothingNew(before: readonly ActorProfile[], profile: ActorProfile): boolean {
  return before.some(
    (other) =>
      (profile.country === null || profile.country === other.country) &&
      (profile.sector === null || profile.sector === other.sector) &&
      profile.names.every((name) => other.names.some((known) => foldName(known) === foldName(name))) &&
      profile.offices.every((office) =>
        other.offices.some((known) => known.of === office.of && foldName(known.title) === foldName(office.title)),
      ) &&
      (profile.offices.length === 0 || monthOf(other) === monthOf(profile)),
  )
}

/** Offices are told at a time: each month's telling is kept. */
function monthOf(profile: ActorProfile): string {
  return (profile.published?.latest ?? profile.published?.earliest ?? '').slice(0, 7)
}

/** The full name that most documents use; of as frequent ones the longer, then the first told. Office and owner for who has no name. */
function nameToShow(profiles: readonly ActorProfile[], known: string | null): string {
  const uses = new Map<string, { name: string; times: number }>()
  for (const { names } of profiles) {
    const full = names[0]
    if (full === undefined) continue
    const key = foldName(full)
    const use = uses.get(key)
    if (use) {
      use.times++
      if (isShouted(use.name)) use.name = full
    } else uses.set(key, { name: full, times: 1 })
  }
  let best: { name: string; times: number } | null = null
  const words = (one: { name: string }) => Math.min(2, one.name.split(' ').length)
  for (const use of uses.values()) {
    if (
      best === null ||
      words(use) > words(best) ||
      (words(use) === words(best) &&
        (use.times > best.times || (use.times === best.times && use.name.length > best.name.length)))
    )
      best = use
  }
  if (best !== null) return best.name
  const office = profiles.flatMap((one) => one.offices)[0]
  if (office) return office.of === null ? office.title : `${office.title} of ${office.of}`
  return known ?? ''
}

function isShouted(name: string): boolean {
  return name === name.toUpperCase()
}

/** The value most of them have, null left out; of as frequent ones the first. */
function mostTold<Value>(values: readonly (Value | null)[]): Value | null {
  const times = new Map<Value, number>()
  for (const value of values) if (value !== null) times.set(value, (times.get(value) ?? 0) + 1)
  let best: Value | null = null
  for (const [value, count] of times) if (best === null || count > times.get(best)!) best = value
  return best
}
