import { type Correction, type DocumentId, type Report, type Story, type StoryId, undoneOf } from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'

/** Who changed what, by name, each once, the earliest first. That somebody read and accepted a claim changes nothing. */
export interface Correctors {
  /** Those who changed a claim, by its report. */
  ofReport(report: Pick<Report, 'corrected'>): readonly string[]
  /** Those who changed a claim in a way that `isMeant`. */
  ofReportWhere(
    report: Pick<Report, 'corrected'>,
    isMeant: (change: Correction['change']) => boolean,
  ): readonly string[]
  /** Those who changed claims of the stories, those that they withdrew from them among these; by id of the story. */
  ofStories(stories: readonly Pick<Story, 'id' | 'claims'>[]): Promise<ReadonlyMap<string, readonly string[]>>
  /** Whether anybody changed anything in a document. */
  isTouched(document: DocumentId): boolean
}

/** Whoever changed something in the record that still stands. One question to the store where nobody did. */
export async function loadCorrectors(reader: StoreReader): Promise<Correctors> {
  const all = await reader.corrections()
  const undone = undoneOf(all)
  const standing = all.filter(({ id, change: { kind } }) => !undone.has(id) && kind !== 'undo' && kind !== 'check')
  const byId = new Map<string, Correction>(standing.map((one) => [one.id, one]))
  const touched = new Set<DocumentId>(standing.map(({ anchor }) => anchor.document))
  const laidOn = ({ corrected = [] }: Pick<Report, 'corrected'>): readonly Correction[] =>
    corrected.flatMap((id) => byId.get(id) ?? [])
  return {
    ofReport: (report) => namesOf(laidOn(report)),
    ofReportWhere: (report, isMeant) => namesOf(laidOn(report).filter(({ change }) => isMeant(change))),
    isTouched: (document) => touched.has(document),
    async ofStories(stories) {
      const found = new Map<string, Correction[]>()
      if (standing.length === 0) return new Map()
      const wanted = new Set<string>(stories.map(({ id }) => id))
      const add = (id: string, one: Correction): void => {
        if (wanted.has(id)) found.set(id, [...(found.get(id) ?? []), one])
      }
      for (const one of standing) if (one.story !== undefined) add(await storyNow(reader, one, wanted), one)
      const documents = new Set(stories.flatMap(({ claims }) => claims.map(({ document }) => document)))
      for (const document of documents)
        if (touched.has(document))
          for (const { report, story } of await reader.reportsIn(document))
            for (const one of laidOn(report)) add(story, one)
      const order = new Map(standing.map(({ id }, at) => [id, at]))
      const inOrder = (a: Correction, b: Correction): number => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)
      return new Map([...found].map(([id, own]) => [id, namesOf([...own].sort(inOrder))]))
    },
  }
}

/** The story that a correction was of, under the id that it has now. */
async function storyNow(
  reader: StoreReader,
  { story, change }: Correction,
  wanted: ReadonlySet<string>,
): Promise<string> {
  if (story === undefined || wanted.has(story)) return story ?? ''
  // Of all but what was withdrawn a report tells where it is; a story that was merged away goes by the id of the other.
  return change.kind === 'withdraw' ? ((await reader.story(story satisfies StoryId))?.id ?? '') : ''
}

function namesOf(corrections: readonly Correction[]): readonly string[] {
  return [...new Set(corrections.map(({ by }) => by.name))]
}
