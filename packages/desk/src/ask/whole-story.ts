import type { Lexicon } from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'
import type { AccountsJson, CorrectedJson, ReportJson, SourcesJson, StoryJson } from '@backchannel/wire/write'
import { loadStory } from '../refresh-story.ts'
import { accountsOf } from './accounts.ts'
import { believedToWire } from './believed.ts'
import { loadCorrectors } from './corrected-by.ts'
import { correctedClaims } from './history.ts'
import { sourcesOf } from './sources.ts'
import { findStory, showStory } from './stories.ts'

/** One story with its reports, who says what, and on whom it rests. */
export type WholeStoryJson = StoryJson & {
  readonly reports: readonly ReportJson[]
  readonly sources: SourcesJson
  readonly accounts: AccountsJson
  /** What people changed in its claims; those that they withdrew are among these and not among the reports. */
  readonly corrected: readonly CorrectedJson[]
}

/** All that is asked of one story, loaded once. Throws `desk/no-such-story`. */
export async function showWholeStory(reader: StoreReader, id: string, lexicon: Lexicon): Promise<WholeStoryJson> {
  const story = await findStory(reader, id)
  const basis = await loadStory(reader, story.id)
  return {
    ...(await showStory(reader, story.id)),
    sources: await sourcesOf(reader, story, basis, lexicon),
    accounts: await accountsOf(reader, story, basis, lexicon, await loadCorrectors(reader)),
    corrected: (await correctedClaims(reader, story)).map((claim) => ({
      ...believedToWire(claim),
      document: claim.report.ref.document,
      outlet: claim.report.outlet,
      changes: claim.corrections.map(({ by, at, reason }) => ({ author: by.name, at, reason })),
    })),
  }
}
