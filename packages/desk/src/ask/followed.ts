import type { Story } from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'
import type { FollowedJson, FollowedStoryJson, TieJson } from '@backchannel/wire/write'
import { showAround } from './around.ts'
import { findStory } from './stories.ts'

/** Days after a story within which something counts as following it. */
const FOLLOWED_DAYS = 30
/** Stories that are listed as following, the nearest. */
const FOLLOWED_MAX = 20
/** Stories of its actors in these days that are looked at. */
const LOOKED_MAX = 200
const DAY_MS = 86_400_000

const CLAIMED: ReadonlySet<TieJson['kind']> = new Set(['cause', 'motive', 'in-return-for', 'at-request-of'])

/**
 * What came after a story: what tellers claim that it caused or was traded for, and, apart from that, what happened to the same
 * actors in the days after it. That something followed is no claim that it was caused. Throws `desk/no-such-story`.
 */
export async function showFollowed(reader: StoreReader, id: string): Promise<FollowedJson> {
  const story = await findStory(reader, id)
  const { ties } = await showAround(reader, story.id)
  return {
    story: story.id,
    within: FOLLOWED_DAYS,
    claimed: ties.filter(({ kind }) => CLAIMED.has(kind)),
    followed: await followersOf(reader, story),
  }
}

async function followersOf(reader: StoreReader, story: Story): Promise<readonly FollowedStoryJson[]> {
  const { earliest = null, latest = null } = story.when ?? {}
  if (earliest === null || latest === null || story.actors.length === 0) return []
  const filter = { actor: story.actors, from: dayAfter(latest, 1), to: dayAfter(latest, FOLLOWED_DAYS) }
  const { rows } = await reader.stories(filter, { limit: LOOKED_MAX }, 'time')
  return rows
    .flatMap((other): FollowedStoryJson[] => {
      const first = other.when?.earliest ?? null
      const last = other.when?.latest ?? null
      // What may have been before it, or has no bound, cannot be said to follow.
      if (other.id === story.id || first === null || last === null || first <= latest) return []
      return [
        {
          story: other.id,
          title: other.title,
          type: other.type,
          status: other.status,
          days: { low: daysBetween(latest, first), high: daysBetween(earliest, last) },
        },
      ]
    })
    .slice(0, FOLLOWED_MAX)
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / DAY_MS,
  )
}
