import { foldJudgements, type Judgement, type Lexicon, type StoryId, storyId, type Verdicts } from '@backchannel/core'
import { type PlacedReport, reportId, type StoreReader, type StoreWriter } from '@backchannel/store'
import { refreshStory } from './refresh-story.ts'

/**
 * Which stories people made one, or keep apart: folded from all judgements, by the strands that they are of today. A strand is
 * found by its id as long as it tells one of the words that were judged, else by those words.
 */
export async function storyVerdicts(reader: StoreReader): Promise<Verdicts> {
  const resolved: Judgement[] = []
  for (const one of await reader.judgements('story')) {
    const pair = await judgedStrands(reader, one)
    const [a, b] = pair
    if (a && b && a !== b) resolved.push({ ...one, pair: a < b ? [a, b] : [b, a] })
  }
  return foldJudgements(resolved, 'story')
}

/** The strands that the two sides of a judgement are of today; null for one whose words nothing tells any more. */
export async function judgedStrands(
  reader: StoreReader,
  { pair, words }: Judgement,
): Promise<readonly [StoryId | null, StoryId | null]> {
  const side = async (at: 0 | 1): Promise<StoryId | null> => {
    const place = await reader.strand(storyId(pair[at]))
    const told = words?.[at] ?? []
    if (told.length === 0)
      return place !== null && (await reportsOfStrand(reader, place.strand)).length > 0 ? place.strand : null
    const found: StoryId[] = []
    for (const { document, quote } of told)
      for (const { report, strand } of await reader.reportsIn(document))
        if (report.evidence.quote === quote) found.push(strand)
    return found.find((strand) => strand === place?.strand) ?? found[0] ?? null
  }
  return [await side(0), await side(1)]
}

/** Reports of one strand, by arrival of their documents. */
export async function reportsOfStrand(reader: StoreReader, strand: StoryId): Promise<readonly PlacedReport[]> {
  const reports = await reader.reportsOf(strand)
  return (await reader.reports(reports.map(reportId))).filter((placed) => placed.strand === strand)
}

/** Lets the id of a strand that nothing tells any more, but whose words another tells now, be a name of that one. */
async function keepNames(writer: StoreWriter, lexicon: Lexicon): Promise<void> {
  for (const judgement of await writer.judgements('story')) {
    const now = await judgedStrands(writer, judgement)
    for (const [at, id] of judgement.pair.entries()) {
      const place = await writer.strand(storyId(id))
      const strand = now[at]
      if (!place || !strand || place.strand === strand) continue
      if ((await reportsOfStrand(writer, place.strand)).length > 0) continue
      // A story that began in this write has no row yet, and only rows can be merged.
      for (const one of [place.strand, strand])
        if ((await writer.story(one)) === null) await refreshStory(writer, one, lexicon)
      if ((await writer.story(place.strand)) !== null) await writer.mergeStories(place.strand, strand)
    }
  }
}

/**
 * Brings the stories to what people say of them now: strands that are the same are shown in one, by the smallest of their
 * ids, all others in stories of their own. Does nothing where nobody has judged. Gives the stories that it changed.
 */
export async function believeStories(writer: StoreWriter, lexicon: Lexicon): Promise<ReadonlySet<StoryId>> {
  const touched = new Set<StoryId>()
  const joined = (await writer.storyAliases()).filter(({ id, strand }) => id === strand)
  if (joined.length === 0 && (await writer.judgements('story')).length === 0) return touched
  await keepNames(writer, lexicon)
  const { same } = await storyVerdicts(writer)
  const strands = new Set<StoryId>(joined.flatMap(({ id, into }) => [id, into]))
  for (const id of same.keys()) strands.add(storyId(id))
  const wanted = (strand: StoryId): StoryId => storyId(same.get(strand) ?? strand)
  const all = [...strands].sort()
  const move = async (strand: StoryId, into: StoryId): Promise<void> => {
    for (const id of await writer.moveStrand(strand, into)) touched.add(id)
  }
  for (const strand of all) {
    const place = await writer.strand(strand)
    if (place !== null && place.story !== wanted(strand)) await move(strand, strand)
  }
  for (const strand of all)
    if ((await writer.strand(strand))?.story !== wanted(strand)) await move(strand, wanted(strand))
  for (const story of [...touched].sort()) await refreshStory(writer, story, lexicon)
  return touched
}
