import type { ActorProfile } from '../../model/index.ts'
import { daysOf } from '../days.ts'
import { type BodyName, parseBodyName } from './body-name.ts'
import { type OfficeKey, officeKey } from './office.ts'
import { type PersonName, parsePersonName } from './person-name.ts'

/** A profile with its names and offices read. */
export interface ParsedProfile {
  readonly persons: readonly PersonName[]
  readonly bodies: readonly BodyName[]
  readonly offices: readonly { readonly key: OfficeKey; readonly of: BodyName | null }[]
  /** Day number of its document; null where not known. */
  readonly day: number | null
}

// Profiles are never changed, so what is read of one holds as long as it lives.
const parsed = new WeakMap<ActorProfile, ParsedProfile>()

/** Reads names and offices of a profile, once. */
export function parseProfile(profile: ActorProfile): ParsedProfile {
  const known = parsed.get(profile)
  if (known) return known
  const person = profile.kind === 'person'
  const made: ParsedProfile = {
    persons: person ? profile.names.map(parsePersonName) : [],
    bodies: person ? [] : profile.names.map(parseBodyName),
    offices: profile.offices.map(({ title, of }) => ({
      key: officeKey(title),
      of: of === null ? null : parseBodyName(of),
    })),
    day: profile.published === null ? null : daysOf(profile.published.latest ?? profile.published.earliest),
  }
  parsed.set(profile, made)
  return made
}
