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
  fold,
  joinActor,
  type Lexicon,
  likelyLater,
  likelyOriginal,
  placeActor,
  type RecordActor,
  recordActorId,
  reportsOf,
  type SourceDocument,
  type StoryId,
  unpackSketch,
} from '@backchannel/core'
import type { StoredDocument, StoreReader, StoreWriter } from '@backchannel/store'
import { believedReports } from './believe.ts'
import { ACTOR_CANDIDATES, COPY_CANDIDATES } from './limits.ts'
import { findMeantByStory, findPlacedNotices, passNoticesOn } from './place-notices.ts'
import { groupOf, placeReports } from './place-reports.ts'
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
  const machine = reportsOf(document, findings, cast, notices)
  const reports = believedReports(document, machine, await writer.corrections(document.id))
  const placed = await placeReports(writer, document, reports, lexicon)
  for (const id of placed.touched) touched.add(id)
  const meant = await findMeantByStory(writer, document, notices, lexicon)
  for (const id of await passNoticesOn(writer, [...notices, ...meant])) touched.add(id)

  const known = { documents: new Map<DocumentId, SourceDocument>([[document.id, document]]), copies: new Map() }
  const current = placed.merged ? await currentIds(writer, touched) : touched
  for (const id of [...current].sort()) await refreshStory(writer, id, lexicon, known)
  const stories = new Set((await writer.reportsIn(document.id)).map(({ story }) => story))
  const [copy] = (await writer.copies([document.id])).filter((row) => row.document === document.id)
  return { copy: copy ?? null, stories: [...stories].sort() }
}

/** What the stories go by now: one that was merged into another by that one's id. */
async function currentIds(writer: StoreWriter, ids: ReadonlySet<StoryId>): Promise<ReadonlySet<StoryId>> {
  const current = new Set<StoryId>()
  for (const id of ids) current.add((await writer.story(id))?.id ?? id)
  return current
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
  const apart = await partedFrom(writer, document.id)
  const alike: DocumentId[] = []
  for (const { document: id, sketch } of await writer.sketches(candidates)) {
    const other = await writer.document(id)
    if (other === null || apart.has(id)) continue
    const theirs = { document: other.document, sketch: unpackSketch(sketch) }
    const [later, earlier] = likelyLater(own, theirs).document.id === document.id ? [own, theirs] : [theirs, own]
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

/** Documents of which people said that they are no copies of this one, nor it of them. */
async function partedFrom(reader: StoreReader, id: DocumentId): Promise<ReadonlySet<string>> {
  const judgements = (await reader.judgements('copy')).filter(({ pair }) => pair.includes(id))
  const { counting } = fold([], judgements, []).copies
  return new Set(counting.filter(({ verdict }) => verdict === 'different').flatMap(({ pair }) => pair))
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
    const id = placed?.actor.id ?? recordActorId(`actor:${contentHash(`${document.id} ${profile.ref.actor}`)}`)
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

/** True where a document said nothing new of somebody: the usual case for who is in the news every day. */
function isUnchanged(before: RecordActor | null, now: RecordActor): boolean {
  return (
    before !== null &&
    before.profiles.length === now.profiles.length &&
    before.profiles.every((profile, i) => profile === now.profiles[i])
  )
}
