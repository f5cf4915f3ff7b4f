import type { When } from '@backchannel/core'
import type { WhenJson } from '@backchannel/wire/write'

/** A date as JSON; null stays null. */
export function whenToWire(when: When | null): WhenJson | null {
  return when && { earliest: when.earliest, latest: when.latest, precision: when.precision }
}
