import { type Lexicon, type Root, type Story, withdrawnClaims } from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'
import type { RootJson, SourcesJson } from '@backchannel/wire/write'
import { countStoryRoots, loadStory, type StoryBasis, shakenOf } from '../refresh-story.ts'
import { noticeToWire } from './accounts.ts'
import { findStory } from './stories.ts'

/** On whom a story rests: independent roots, copies, and every branch that does not count, with the reason. */
export async function showSources(reader: StoreReader, id: string, lexicon: Lexicon): Promise<SourcesJson> {
  const story = await findStory(reader, id)
  return sourcesOf(reader, story, await loadStory(reader, story.id), lexicon)
}

/** The same of a story that is loaded already. */
export async function sourcesOf(
  reader: StoreReader,
  story: Story,
  basis: StoryBasis,
  lexicon: Lexicon,
): Promise<SourcesJson> {
  const shaken = shakenOf(basis, lexicon)
  const found = await countStoryRoots(reader, basis, lexicon, withdrawnClaims(basis.reports, shaken))
  const gone = new Map<string, SourcesJson['withdrawn']['why'][number]>()
  for (const { ref, why, notice } of shaken)
    if (notice.kind === 'withdrawal') gone.set(`${ref.document} ${why}`, { document: ref.document, why })
  const inStory = new Set(basis.reports.map(({ ref }) => ref.document))
  return {
    story: story.id,
    low: found.low,
    high: found.high,
    sentence: found.sentence,
    roots: found.roots.map(rootToWire),
    copies: basis.copies
      .filter(({ document }) => inStory.has(document))
      .map(({ document, of, how, score }) => ({ document, of, how, score: score.score, why: score.because })),
    collapsed: found.collapsed.map(({ documents, into, why }) => ({ documents: [...documents], into, why })),
    loops: found.loops.map((loop) => [...loop]),
    withdrawn: {
      low: found.withdrawn.low,
      high: found.withdrawn.high,
      roots: found.withdrawn.roots.map(rootToWire),
      why: [...gone.values()],
    },
    notices: basis.notices.map(noticeToWire),
    denied: { low: found.denied.low, high: found.denied.high, roots: found.denied.roots.map(rootToWire) },
  }
}

function rootToWire({ name, kind, documents }: Root): RootJson {
  return { name, kind, documents: [...documents] }
}
