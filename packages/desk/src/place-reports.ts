import {
  contentHash,
  type Document,
  type DocumentId,
  type Judgement,
  type Lexicon,
  placeReport,
  type Report,
  reportKeys,
  type StoryId,
  storyId,
} from '@backchannel/core'
import { type PlacedReport, reportId, type StoreReader, type StoreWriter } from '@backchannel/store'
import { reportsOfStrand, storyVerdicts } from './believe-stories.ts'
import { joinedActors } from './joined-actors.ts'
import { REPORT_CANDIDATES } from './limits.ts'
import { refreshStory } from './refresh-story.ts'

/** Documents that are copies of each other with this one, itself left out. */
export async function groupOf(writer: StoreReader, id: DocumentId): Promise<ReadonlySet<DocumentId>> {
  const group = new Set<DocumentId>([id])
  // Two rounds: rows name the original, and the original's rows name the others.
  for (let round = 0; round < 2; round++) {
    for (const { document, of } of await writer.copies([...group])) {
      group.add(document)
      group.add(of)
    }
  }
  group.delete(id)
  return group
}

/** Reports by id, each unpacked once for a document: its claims have many candidates in common. */
async function loadReports(
  writer: StoreWriter,
  ids: readonly string[],
  loaded: Map<string, PlacedReport>,
): Promise<readonly PlacedReport[]> {
  const missing = ids.filter((id) => !loaded.has(id))
  if (missing.length > 0)
    for (const placed of await writer.reports(missing)) loaded.set(reportId(placed.report), placed)
  return ids.flatMap((id) => loaded.get(id) ?? [])
}

/**
 * Strands of what the document's copies and its original tell, by type and words: the same words of a copied text are the
 * same happening, whatever else could be compared.
 */
async function reportsOfCopies(writer: StoreWriter, id: DocumentId): Promise<ReadonlyMap<string, StoryId>> {
  const stories = new Map<string, StoryId>()
  for (const other of [...(await groupOf(writer, id))].sort()) {
    for (const { report, strand } of await writer.reportsIn(other)) {
      const key = wordsKey(report)
      if (!stories.has(key)) stories.set(key, strand)
    }
  }
  return stories
}

/**
 * The id of a story that begins with a report. One that the same claim began before, and that others are in by now, keeps
 * its id: the claim has left it.
 */
async function freshId(reader: StoreReader, report: Report): Promise<StoryId> {
  for (let again = 1; ; again++) {
    const id = storyId(`story:${contentHash(again === 1 ? reportId(report) : `${reportId(report)} ${again}`)}`)
    const known = await reader.strand(id)
    if (known === null) return id
    const isFree = known.strand === id && (await reportsOfStrand(reader, id)).length === 0
    if (isFree && !(await isJudgedElse(reader, 'story', id, [report.evidence.quote]))) return id
  }
}

/** True where an id was judged of other words than these: it is not given to what is another thing. */
export async function isJudgedElse(
  reader: StoreReader,
  about: Judgement['about'],
  id: string,
  quotes: readonly string[],
): Promise<boolean> {
  const sides = (await reader.judgements(about)).flatMap(({ pair, words }) =>
    pair.flatMap((one, at) => (one === id && words ? [words[at === 0 ? 0 : 1]] : [])),
  )
  return sides.length > 0 && !sides.flat().some(({ quote }) => quotes.includes(quote))
}

/** True where a person judged two strands to be different. */
async function isApart(reader: StoreReader, one: StoryId, other: StoryId): Promise<boolean> {
  const { counting } = await storyVerdicts(reader)
  return counting.some(({ pair, verdict }) => verdict === 'different' && pair.includes(one) && pair.includes(other))
}

const wordsKey = ({ type, stance, status, evidence }: Report): string =>
  JSON.stringify([type, stance, status, evidence.quote])

/**
 * Puts each claim, as the machine read it and people corrected it, into a strand that is there, or begins one. Strands are the
 * machine's own: which of them people made one story does not count. Gives the stories it touched, merged ones by their new id, and
 * whether any were merged: stories that were known before may go by another id then.
 */
export async function placeReports(
  writer: StoreWriter,
  document: Document,
  reports: readonly Report[],
  lexicon: Lexicon,
): Promise<{ readonly touched: ReadonlySet<StoryId>; readonly merged: boolean }> {
  const touched = new Set<StoryId>()
  let merged = false
  const copied = await reportsOfCopies(writer, document.id)
  const loaded = new Map<string, PlacedReport>()
  for (const { report, read } of await joinedActors(writer, reports)) {
    const keys = reportKeys(report)
    const candidates = await loadReports(writer, await writer.lookup('report', keys, REPORT_CANDIDATES), loaded)
    const placed = placeReport(
      report,
      candidates.map(({ report, strand }) => ({ report, story: strand })),
    )
    const { joins } = placed
    const ofCopy = copied.get(wordsKey(report))
    // A strand of a copy may have been merged away since the copies were looked up; its old id still leads to it.
    const story =
      (ofCopy && ((await writer.strand(ofCopy))?.strand ?? ofCopy)) ?? placed.story ?? (await freshId(writer, report))
    await writer.saveReport(report, story, keys, read)
    for (const other of joins) {
      if (other === story || (await isApart(writer, other, story))) continue
      // Stories that began in this write have no row yet, and only rows can be merged.
      for (const one of [other, story]) if ((await writer.story(one)) === null) await refreshStory(writer, one, lexicon)
      await writer.mergeStories(other, story)
      merged = true
      touched.delete(other)
      // What was loaded names stories that are no more.
      loaded.clear()
    }
    touched.add((await writer.strand(story))?.story ?? story)
  }
  return { touched, merged }
}
