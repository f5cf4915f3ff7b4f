import {
  type ActorId,
  type ActorProfile,
  actorKeys,
  actorProfiles,
  type Copy,
  contentHash,
  type Document,
  type DocumentId,
  type Findings,
  joinActor,
  type Lexicon,
  listedProfile,
  partsOf,
  placeActor,
  type RecordActor,
  type RecordActorId,
  recordActorId,
  reportsOf,
  type SourceDocument,
  type StoryId,
} from '@backchannel/core'
import type { CastMember, StoredDocument, StoreReader, StoreWriter } from '@backchannel/store'
import { believedReports } from './believe.ts'
import { believeActors } from './believe-actors.ts'
import { believeStories } from './believe-stories.ts'
import { ACTOR_CANDIDATES } from './limits.ts'
import { placeCopy } from './place-copy.ts'
import { findMeantByStory, findPlacedNotices, passNoticesOn } from './place-notices.ts'
import { groupOf, isJudgedElse, placeReports } from './place-reports.ts'
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

  const isAgain = (await writer.document(document.id)) !== null
  await writer.saveDocument(stored, findings)
  const { notices, keys } = await findPlacedNotices(writer, document, item, reading.notices, lexicon)
  await writer.saveSketch({ document: document.id, sketch: reading.sketch }, [...reading.sketchKeys, ...keys])
  for (const id of await placeCopy(writer, document, reading))
    for (const { story } of await writer.reportsIn(id)) touched.add(story)

  const cast = await placeActors(writer, document, findings, lexicon)
  if (isAgain) for (const id of await believeActors(writer, lexicon)) touched.add(id)
  const machine = reportsOf(document, findings, cast, notices)
  const reports = believedReports(document, machine, await writer.corrections(document.id))
  const placed = await placeReports(writer, document, reports, lexicon)
  for (const id of placed.touched) touched.add(id)
  const meant = await findMeantByStory(writer, document, notices, lexicon)
  for (const id of await passNoticesOn(writer, [...notices, ...meant])) touched.add(id)

  const known = { documents: new Map<DocumentId, SourceDocument>([[document.id, document]]), copies: new Map() }
  // What people judged is of words: those of a document that is read anew may be elsewhere now.
  const moved = placed.merged || isAgain ? await believeStories(writer, lexicon) : new Set<StoryId>()
  const current = placed.merged || moved.size > 0 ? await currentIds(writer, touched) : touched
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

/** Finds or makes the record's actor for each actor of the document that can be somebody across documents. */
async function placeActors(
  writer: StoreWriter,
  document: Document,
  findings: Findings,
  lexicon: Lexicon,
): Promise<ReadonlyMap<ActorId, RecordActor>> {
  const cast = new Map<ActorId, RecordActor>()
  const members: CastMember[] = []
  for (const told of actorProfiles(document, findings)) {
    const profile = listedProfile(told, lexicon)
    const keys = actorKeys(profile, lexicon)
    // Keys of kind "actor" lead to actors of the record.
    const ids = (await writer.lookup('actor', keys, ACTOR_CANDIDATES)).map(recordActorId)
    const placed = placeActor(profile, await writer.recordActors(ids), lexicon)
    const id = placed?.actor.id ?? (await freshId(writer, profile))
    const actor = joinActor(placed?.actor ?? null, profile, id, placed?.part)
    if (!isUnchanged(placed?.actor ?? null, actor)) {
      const all = new Set(actor.profiles.flatMap((one) => actorKeys(one, lexicon)))
      await writer.saveActor(actor, [...all].sort())
    }
    const part = placed?.part ?? id
    // The machine's own grouping: of what people made of several, the one.
    cast.set(profile.ref.actor, partsOf(actor).find((one) => one.id === part) ?? { ...actor, id: part })
    members.push({ actor: profile.ref.actor, is: id, ...(part !== id && { strand: part }) })
  }
  await writer.saveCast(document.id, members)
  return cast
}

/** The id of somebody who is new. One that the same actor of the document was given before, and that others go by now, is theirs. */
async function freshId(reader: StoreReader, { ref, names }: ActorProfile): Promise<RecordActorId> {
  const name = `${ref.document} ${ref.actor}`
  for (let again = 1; ; again++) {
    const id = recordActorId(`actor:${contentHash(again === 1 ? name : `${name} ${again}`)}`)
    const [known] = await reader.recordActors([id])
    if (known === undefined) return id
    const isFree = known.id === id && known.profiles.length === 0
    if (isFree && !(await isJudgedElse(reader, 'actor', id, names))) return id
  }
}

/** True where a document said nothing new of somebody: the usual case for who is in the news every day. */
function isUnchanged(before: RecordActor | null, now: RecordActor): boolean {
  return (
    before !== null &&
    before.profiles.length === now.profiles.length &&
    before.profiles.every((profile, i) => profile === now.profiles[i])
  )
}
