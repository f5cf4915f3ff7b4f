import { fold } from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'
import type { HistoryJson } from '@backchannel/wire/write'
import { findStory } from './stories.ts'

/**
 * What people changed in the claims of a story, and judged of it and its like: the earliest first. Corrections whose words no
 * claim rests on any more are not here, since nothing tells of which story they were; the document shows them.
 */
export async function showHistory(reader: StoreReader, id: string): Promise<HistoryJson> {
  const story = await findStory(reader, id)
  const claims = new Set(story.claims.map(({ document, claim }) => `${document} ${claim}`))
  const corrections: HistoryJson['corrections'][number][] = []
  for (const document of new Set(story.claims.map((claim) => claim.document))) {
    const own = await reader.corrections(document)
    if (own.length === 0) continue
    const reports = (await reader.reportsIn(document)).map(({ report }) => report)
    for (const { report, withdrawn, corrections: laidOn } of fold(reports, [], own).claims) {
      const { claim } = report.ref
      if (!claims.has(`${document} ${claim}`)) continue
      for (const correction of laidOn) corrections.push({ document, claim, withdrawn, correction })
    }
  }
  corrections.sort((a, b) => (a.correction.at < b.correction.at ? -1 : a.correction.at > b.correction.at ? 1 : 0))
  const judgements = (await reader.judgements('story')).filter(({ pair }) => pair.includes(story.id))
  return { story: story.id, corrections, judgements }
}
