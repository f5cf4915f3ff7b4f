import {
  type ActorId,
  actorKeys,
  actorProfiles,
  type Copy,
  compareTexts,
  contentHash,
  type Document,
  type DocumentId,
  type Findings,
  joinActor,
  type Lexicon,
  likelyOriginal,
  placeActor,
  placeReport,
  type RecordActor,
  type Report,
  recordActorId,
  reportKeys,
  reportsOf,
  type SourceDocument,
  type StoryId,
  storyId,
  unpackSketch,
} from '@backchannel/core'
import { type PlacedReport, reportId, type StoredDocument, type StoreWriter } from '@backchannel/store'
import { ACTOR_CANDIDATES, COPY_CANDIDATES, REPORT_CANDIDATES } from './limits.ts'
import { findMeantByStory, findPlacedNotices, passNoticesOn } from './place-notices.ts'
import type { FinishedReading } from './reading-finisher.ts'
import { refreshStory } from './refresh-story.ts'

/** What became of one document in the record. */
export interface Placed {
  /** Its row as a copy, where it is one. */
  readonly copy: Copy | null
  /** Stories that its claims are in, in the order of their ids. */
  readonly stories: readonly StoryId[]
}

/**
 * Puts one read document into the record, inside one write: the document itself, its likeness to others, its actors and its
 * claims, and brings every story that it touches up to date. A document that is there already is replaced. Everything it
 * looks at is found by key: nothing walks over the record. `item` is the agency's own id of the item, where it has one.
 */
export async function placeDocument(
  writer: StoreWriter,
  stored: Omit<StoredDocument, 'arrival'>,
  reading: FinishedReading,
  lexicon: Lexicon,
  item: string | null = null,
): Promise<Placed> {
  const { document } = stored
  const { findings } = reading
  const touched = new Set<StoryId>()
  for (const { story } of await writer.reportsIn(document.id)) touched.add(story)
  for (const id of await groupOf(writer, document.id))
    for (const { story } of await writer.reportsIn(id)) touched.add(story)

  await writer.saveDocument(stored, findings)
  const { notices, keys } = await findPlacedNotices(writer, document, item, reading.notices, lexicon)
  await writer.saveSketch({ document: document.id, sketch: reading.sketch }, [...reading.sketchKeys, ...keys])
  for (const id of await placeCopy(writer, document, reading))
    for (const { story } of await writer.reportsIn(id)) touched.add(story)

  const cast = await placeActors(writer, document, findings, lexicon)
  for (const id of await placeReports(writer, document, reportsOf(document, findings, cast, notices), lexicon))
    touched.add(id)
  const meant = await findMeantByStory(writer, document, notices, lexicon)
  for (const id of await passNoticesOn(writer, [...notices, ...meant])) touched.add(id)

  const known = new Map<DocumentId, SourceDocument>([[document.id, document]])
  for (const id of [...touched].sort()) await refreshStory(writer, id, lexicon, known)
  const stories = new Set((await writer.reportsIn(document.id)).map(({ story }) => story))
  const [copy] = (await writer.copies([document.id])).filter((row) => row.document === document.id)
  return { copy: copy ?? null, stories: [...stories].sort() }
}

/** Documents that are copies of each other with this one, itself left out. */
async function groupOf(writer: StoreWriter, id: DocumentId): Promise<ReadonlySet<DocumentId>> {
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

/** Finds what the text is a copy of, or what are copies of it. Gives the documents whose rows were written. */
async function placeCopy(
  writer: StoreWriter,
  document: Document,
  reading: FinishedReading,
): Promise<readonly DocumentId[]> {
  const found = await writer.lookup('copy', reading.sketchKeys, COPY_CANDIDATES + 1)
  // Keys of kind "copy" lead to documents.
  const candidates = found.filter((id) => id !== document.id) as DocumentId[]
  const own = { document, sketch: unpackSketch(reading.sketch) }
  const alike: DocumentId[] = []
  for (const { document: id, sketch } of await writer.sketches(candidates)) {
    const other = await writer.document(id)
    if (other === null) continue
    const theirs = { document: other.document, sketch: unpackSketch(sketch) }
    const [row] = likelyOriginal([own, theirs])
    // It takes for granted that they are copies and only says which is the later one: that one is compared.
    const [later, earlier] = row?.document === document.id ? [own, theirs] : [theirs, own]
    if (compareTexts(later, earlier) !== null) alike.push(id)
  }
  if (alike.length === 0) {
    await writer.dropCopy(document.id)
    return []
  }
  const ids = new Set<DocumentId>(alike)
  for (const id of alike) for (const one of await groupOf(writer, id)) ids.add(one)
  ids.delete(document.id)
  const group = [own]
  for (const { document: id, sketch } of await writer.sketches([...ids].sort())) {
    const other = await writer.document(id)
    if (other !== null) group.push({ document: other.document, sketch: unpackSketch(sketch) })
  }
  const rows = likelyOriginal(group)
  for (const { document: one } of group) if (!rows.some((row) => row.document === one.id)) await writer.dropCopy(one.id)
  for (const row of rows) await writer.saveCopy(row)
  return group.map((one) => one.document.id)
}

/** Finds or makes the record's actor for each actor of the document that can be somebody across documents. */
async function placeActors(
  writer: StoreWriter,
  document: Document,
  findings: Findings,
  lexicon: Lexicon,
): Promise<ReadonlyMap<ActorId, RecordActor>> {
  const cast = new Map<ActorId, RecordActor>()
  for (const profile of actorProfiles(document, findings)) {
    const keys = actorKeys(profile, lexicon)
    // Keys of kind "actor" lead to actors of the record.
    const ids = (await writer.lookup('actor', keys, ACTOR_CANDIDATES)).map(recordActorId)
    const placed = placeActor(profile, await writer.recordActors(ids), lexicon)
    const id = recordActorId(`actor:${contentHash(`${document.id} ${profile.ref.actor}`)}`)
    const actor = joinActor(placed?.actor ?? null, profile, id)
    if (!isUnchanged(placed?.actor ?? null, actor)) {
      const all = new Set(actor.profiles.flatMap((one) => actorKeys(one, lexicon)))
      await writer.saveActor(actor, [...all].sort())
    }
    cast.set(profile.ref.actor, actor)
  }
  await writer.saveCast(
    document.id,
    [...cast].map(([actor, { id }]) => ({ actor, is: id })),
  )
  return cast
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
 * Stories of what the document's copies and its original tell, by type and words: the same words of a copied text are the
 * same happening, whatever else could be compared.
 */
async function reportsOfCopies(writer: StoreWriter, id: DocumentId): Promise<ReadonlyMap<string, StoryId>> {
  const stories = new Map<string, StoryId>()
  for (const other of [...(await groupOf(writer, id))].sort()) {
    for (const { report, story } of await writer.reportsIn(other)) {
      const key = wordsKey(report)
      if (!stories.has(key)) stories.set(key, story)
    }
  }
  return stories
}

const wordsKey = ({ type, stance, status, evidence }: Report): string =>
  JSON.stringify([type, stance, status, evidence.quote])

/** True where a document said nothing new of somebody: the usual case for who is in the news every day. */
function isUnchanged(before: RecordActor | null, now: RecordActor): boolean {
  return (
    before !== null &&
    before.profiles.length === now.profiles.length &&
    before.profiles.every((profile, i) => profile === now.profiles[i])
  )
}

/** Puts each claim into a story that is there, or begins one. Gives the stories it touched, merged ones by their new id. */
async function placeReports(
  writer: StoreWriter,
  document: Document,
  reports: readonly Report[],
  lexicon: Lexicon,
): Promise<ReadonlySet<StoryId>> {
  const touched = new Set<StoryId>()
  const copied = await reportsOfCopies(writer, document.id)
  const loaded = new Map<string, PlacedReport>()
  for (const report of reports) {
    const keys = reportKeys(report)
    const candidates = await loadReports(writer, await writer.lookup('report', keys, REPORT_CANDIDATES), loaded)
    const placed = placeReport(report, candidates)
    const { joins } = placed
    const ofCopy = copied.get(wordsKey(report))
    // A story of a copy may have been merged away since the copies were looked up; its old id still leads to it.
    const story =
      (ofCopy && ((await writer.story(ofCopy))?.id ?? ofCopy)) ??
      placed.story ??
      storyId(`story:${contentHash(reportId(report))}`)
    await writer.saveReport(report, story, keys)
    for (const other of joins) {
      if (other === story) continue
      // Stories that began in this write have no row yet, and only rows can be merged.
      for (const one of [other, story]) if ((await writer.story(one)) === null) await refreshStory(writer, one, lexicon)
      await writer.mergeStories(other, story)
      touched.delete(other)
      // What was loaded names stories that are no more.
      loaded.clear()
    }
    touched.add(story)
  }
  return touched
}
