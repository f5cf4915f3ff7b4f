import { CHANNEL_KINDS, EVENT_TYPES } from '@backchannel/core'
import type { StoryFilter } from '@backchannel/store'

/** What lists hold that do not hold every story. */
export const LIST_BASES: Readonly<Record<'custody' | 'engagements', StoryFilter>> = {
  custody: { type: EVENT_TYPES.filter(({ family }) => family === 'custody').map(({ name }) => name) },
  engagements: { channel: CHANNEL_KINDS },
}

/** The filter within a list: a value that it names is asked for as it is, otherwise all that the list holds. */
export function withBase(list: keyof typeof LIST_BASES, filter: StoryFilter): StoryFilter {
  const given = Object.entries(filter).filter(([, value]) => !Array.isArray(value) || value.length > 0)
  return { ...LIST_BASES[list], ...Object.fromEntries(given) }
}
