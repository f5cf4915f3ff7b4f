import type { ActorProfile, RecordActor, RecordActorId } from '../../model/index.ts'
import { foldName } from '../fold-name.ts'

/**
 * So many profiles of an actor are kept. A profile that says nothing new is not kept once there are `FULL` of them, so that
 * a president of ten thousand articles costs no more than a mayor of ten; who was named in which document is in the reports.
 */
export const MOST_PROFILES = 32
const FULL = 8

/**
 * Adds a profile to an actor, or makes one of it under the given id. A profile of the same document's actor is replaced. Of an
 * actor that people made of several, `part` is the one that it is added to.
 */
export function joinActor(
  actor: RecordActor | null,
  profile: ActorProfile,
  id: RecordActorId,
  part: RecordActorId = actor?.id ?? id,
): RecordActor {
  if (actor !== null && isUnited(actor))
    return uniteActors(
      partsOf(actor).map((one) => (one.id === part ? joinActor(one, profile, part) : one)),
      actor.id,
    )
  const before = (actor?.profiles ?? []).filter(
    ({ ref }) => ref.document !== profile.ref.document || ref.actor !== profile.ref.actor,
  )
  const profiles = before.length >= FULL && saysNothingNew(before, profile) ? before : [...before, profile]
  // The oldest but the first goes: the first is what made the actor.
  const kept = profiles.length > MOST_PROFILES ? [profiles[0]!, ...profiles.slice(2)] : profiles
  return describe(actor?.id ?? id, kept, actor ?? { name: '', kind: profile.kind })
}

/** One actor of several that people say are one, by the given id: all that is known of each, and which of it is of whom. */
export function uniteActors(parts: readonly RecordActor[], id: RecordActorId): RecordActor {
  const profiles = parts.flatMap((part) =>
    part.profiles.map(({ strand: _, ...rest }) => (part.id === id ? rest : { ...rest, strand: part.id })),
  )
  return describe(id, profiles, parts.find((part) => part.id === id) ?? parts[0])
}

/** Those that people made an actor of, each as the machine has it; itself where nobody joined it with another. */
export function partsOf(actor: RecordActor): readonly RecordActor[] {
  if (!isUnited(actor)) return [actor]
  const parts = new Map<RecordActorId, ActorProfile[]>()
  for (const { strand = actor.id, ...profile } of actor.profiles)
    parts.set(strand, [...(parts.get(strand) ?? []), profile])
  return [...parts].map(([id, profiles]) => describe(id, profiles, actor))
}

const isUnited = ({ profiles }: RecordActor): boolean => profiles.some(({ strand }) => strand !== undefined)

function describe(
  id: RecordActorId,
  profiles: readonly ActorProfile[],
  known: Pick<RecordActor, 'name' | 'kind'> | undefined,
): RecordActor {
  return {
    id,
    name: nameToShow(profiles, known?.name ?? null),
    kind: mostTold(profiles.map((one) => one.kind)) ?? known?.kind ?? 'person',
    country: mostTold(profiles.map((one) => one.country)),
    sector: mostTold(profiles.map((one) => one.sector)),
    profiles,
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
