import type { Lexicon } from '@backchannel/core'
import type { Store, StoreReader, StoreWriter } from '@backchannel/store'
import { pagesOf } from './export/pages-of.ts'
import { loadStory, shakenOf, tellingsDiffer } from './refresh-story.ts'

/** Set by the migration of a store in which nobody has compared the tellings of each story yet. */
const SETTING = 'stories to compare'

/** True where each story knows whether its tellings differ. */
export async function areStoriesCompared(reader: StoreReader): Promise<boolean> {
  return ((await reader.setting(SETTING)) ?? '') === ''
}

/** Notes that they do not know it, as after taking in a backup from before. */
export async function noteOlderStories(writer: StoreWriter): Promise<void> {
  await writer.saveSetting(SETTING, 'all')
}

/**
 * Lets each story of a store from before know whether its tellings differ; does nothing where they know. Takes some milliseconds
 * for each story of several documents, once.
 */
export async function compareOlderStories(store: Store, lexicon: Lexicon): Promise<void> {
  if (await areStoriesCompared(store)) return
  await store.write(async (writer) => {
    for await (const story of pagesOf((page) => writer.stories({}, page))) {
      if (new Set(story.claims.map(({ document }) => document)).size < 2) continue
      const basis = await loadStory(writer, story.id)
      const { differs: _before, ...same } = story
      const differs = await tellingsDiffer(writer, basis, shakenOf(basis, lexicon), true)
      await writer.saveStory({ ...same, ...(differs && { differs }) })
    }
    await writer.saveSetting(SETTING, '')
  })
}
