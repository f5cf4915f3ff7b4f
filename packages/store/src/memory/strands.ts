import type { StoryId } from '@backchannel/core'
import { storeError } from '../errors.ts'
import type { Ledger } from '../ledger.ts'
import { strandPlace } from './reader.ts'
import type { MemoryState } from './state.ts'

interface StrandPlace {
  readonly strand: StoryId
  readonly story: StoryId
}

/** Makes one strand of two for good. Throws `store/no-such-story` where one is not there, or not saved yet. */
export function mergeStrands(state: MemoryState, ledger: Ledger, from: StoryId, into: StoryId): void {
  const [old, now] = [needStrand(state, from), needStrand(state, into)]
  if (old.strand === now.strand) return
  relabel(state, old, now)
  for (const [id, alias] of state.aliases) if (alias.strand === old.strand) state.aliases.set(id, now)
  if (old.story === old.strand) leave(state, ledger, old, now)
  for (const ids of [ledger.stories, ledger.thinnedStories]) if (ids.delete(old.strand)) ids.add(now.strand)
}

/** Shows a strand in another story, or in one of its own. Gives the ids of the stories whose rows are to be saved again. */
export function moveStrand(state: MemoryState, ledger: Ledger, strand: StoryId, into: StoryId): readonly StoryId[] {
  const old = needStrand(state, strand, true)
  const isOwn = strandPlace(state, into)?.strand === old.strand
  if (isOwn && old.story === old.strand) return []
  if (isOwn) state.aliases.delete(old.strand)
  const story = isOwn ? old.strand : needStrand(state, into, true).story
  if (story === old.story) return []
  const now = { strand: old.strand, story }
  relabel(state, old, now)
  for (const [id, alias] of state.aliases) if (alias.strand === old.strand) state.aliases.set(id, now)
  const left = old.story === old.strand ? leave(state, ledger, old, now) : old.story
  if (left !== null) ledger.thinnedStories.add(left)
  ledger.stories.add(story)
  // It may be that nothing tells it any more.
  ledger.thinnedStories.add(story)
  return left === null ? [story] : [story, left]
}

function needStrand(state: MemoryState, id: StoryId, fresh = false): StrandPlace {
  const place = strandPlace(state, id)
  if (place === null || !(fresh || state.stories.has(place.story)))
    throw storeError('store/no-such-story', { what: 'a merge', story: id })
  return place
}

/** Lets the reports of a strand be of another story or strand. */
function relabel(state: MemoryState, old: StrandPlace, now: StrandPlace): void {
  const own = (state.byStory.get(old.story) ?? []).filter((id) => state.reports.get(id)?.strand === old.strand)
  for (const id of own) {
    const placed = state.reports.get(id)
    if (placed) state.reports.set(id, { ...placed, ...now })
  }
  if (old.story === now.story) return
  const gone = new Set(own)
  state.byStory.set(
    old.story,
    (state.byStory.get(old.story) ?? []).filter((id) => !gone.has(id)),
  )
  state.byStory.set(now.story, [...(state.byStory.get(now.story) ?? []), ...own])
}

/**
 * A story whose own strand has left goes by the first of the other strands, or goes where there is none; the id leads to
 * where the strand went. Gives the new id of the story.
 */
function leave(state: MemoryState, ledger: Ledger, old: StrandPlace, now: StrandPlace): StoryId | null {
  const left = state.byStory.get(old.story) ?? []
  const [next] = left.flatMap((id) => state.reports.get(id)?.strand ?? []).sort()
  const target = next !== undefined && now.story === old.story ? { ...now, story: next } : now
  state.byStory.delete(old.story)
  state.stories.delete(old.story)
  for (const [id, alias] of state.aliases)
    if (alias.story === old.story) state.aliases.set(id, { ...alias, story: next ?? now.story })
  if (next !== undefined) {
    state.aliases.delete(next)
    state.byStory.set(next, left)
    for (const id of left) {
      const placed = state.reports.get(id)
      if (placed) state.reports.set(id, { ...placed, story: next })
    }
    ledger.stories.add(next)
  }
  state.aliases.set(old.strand, target)
  return next ?? null
}
