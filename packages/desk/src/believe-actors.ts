import {
  actorKeys,
  actorProfiles,
  type DocumentId,
  documentId,
  foldJudgements,
  type Judgement,
  type Lexicon,
  partsOf,
  type RecordActor,
  type RecordActorId,
  recordActorId,
  reportKeys,
  type StoryId,
  uniteActors,
  type Verdicts,
} from '@backchannel/core'
import type { StoreReader, StoreWriter } from '@backchannel/store'
import { pagesOf } from './export/pages-of.ts'
import { joinedReport } from './joined-actors.ts'
import { refreshStory } from './refresh-story.ts'

/** Whom people made one, or keep apart: folded from all judgements, by those whom the machine takes them for today. */
export async function actorVerdicts(reader: StoreReader): Promise<Verdicts> {
  const resolved: Judgement[] = []
  for (const one of await reader.judgements('actor')) {
    const [a, b] = await judgedActors(reader, one)
    if (a && b && a !== b) resolved.push({ ...one, pair: a < b ? [a, b] : [b, a] })
  }
  return foldJudgements(resolved, 'actor')
}

/** Whom the two sides of a judgement are of today, by the machine's own grouping; null for one whom no document names any more. */
export async function judgedActors(
  reader: StoreReader,
  { pair, words }: Judgement,
): Promise<readonly [RecordActorId | null, RecordActorId | null]> {
  const side = async (at: 0 | 1): Promise<RecordActorId | null> => {
    const id = recordActorId(pair[at])
    const own = (await findPart(reader, id)) === null ? null : id
    const told = words?.[at] ?? []
    if (told.length === 0) return own
    const found: RecordActorId[] = []
    for (const { document, quote } of told) {
      const one = await namedIn(reader, document, quote)
      if (one === id && own !== null) return id
      if (one !== null) found.push(one)
    }
    return found[0] ?? null
  }
  return [await side(0), await side(1)]
}

/** An actor as the machine has it, by its own id, also where people joined it with others; null where there is none. */
export async function findPart(reader: StoreReader, id: RecordActorId): Promise<RecordActor | null> {
  const [whole] = await reader.recordActors([id])
  return (whole && partsOf(whole).find((part) => part.id === id)) ?? null
}

/** Whom the machine takes somebody for whom a document names so; null where it names nobody so. */
async function namedIn(reader: StoreReader, id: DocumentId, name: string): Promise<RecordActorId | null> {
  const stored = await reader.document(id)
  const findings = stored && (await reader.findings(id))
  if (!stored || !findings) return null
  const profile = actorProfiles(stored.document, findings).find(({ names }) => names.includes(name))
  const member = (await reader.castOf(id)).find(({ actor }) => actor === profile?.ref.actor)
  return member ? (member.strand ?? member.is) : null
}

/**
 * Brings the actors to what people say of them now: those that are the same are one, by the smallest of their ids, all others
 * as the machine has them; and with them the casts and reports of the documents that name them. Does nothing where nobody has
 * judged. Gives the stories that it changed.
 */
export async function believeActors(writer: StoreWriter, lexicon: Lexicon): Promise<ReadonlySet<StoryId>> {
  const judgements = await writer.judgements('actor')
  if (judgements.length === 0) return new Set()
  const { same } = await actorVerdicts(writer)
  // Everybody whom a judgement is of, with all whom they are one with now or shall be.
  const wholes = new Map<RecordActorId, RecordActor>()
  const asked = [...new Set([...judgements.flatMap(({ pair }) => pair), ...same.keys()])].map(recordActorId)
  for (const whole of await writer.recordActors(asked)) wholes.set(whole.id, whole)
  const groups = new Map<RecordActorId, RecordActor[]>()
  const leaderOf = new Map<RecordActorId, RecordActorId>()
  for (const part of [...wholes.values()].flatMap(partsOf).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const leader = recordActorId(same.get(part.id) ?? part.id)
    leaderOf.set(part.id, leader)
    groups.set(leader, [...(groups.get(leader) ?? []), part])
  }
  const before = new Map([...wholes.values()].flatMap((whole) => partsOf(whole).map((part) => [part.id, whole.id])))
  const moved = new Set([...leaderOf].filter(([part, leader]) => before.get(part) !== leader).map(([part]) => part))
  if (moved.size === 0) return new Set()
  const changed = new Set<RecordActorId>()
  for (const part of moved) for (const id of [before.get(part), leaderOf.get(part)]) if (id) changed.add(id)
  const documents = await documentsNaming(writer, [...changed])
  for (const [leader, parts] of groups) {
    if (!changed.has(leader)) continue
    const united = uniteActors(parts, leader)
    const keys = new Set(united.profiles.flatMap((profile) => actorKeys(profile, lexicon)))
    await writer.saveActor(united, [...keys].sort())
  }
  const touched = new Set<StoryId>()
  for (const document of documents) for (const id of await renameIn(writer, document, leaderOf)) touched.add(id)
  for (const story of [...touched].sort()) await refreshStory(writer, story, lexicon)
  return touched
}

/** Documents that name one of them, and those in which a person put one of them. */
async function documentsNaming(writer: StoreWriter, ids: readonly RecordActorId[]): Promise<ReadonlySet<DocumentId>> {
  const documents = new Set<DocumentId>()
  for (const id of ids) for (const document of await writer.documentsOf(id)) documents.add(document)
  for await (const { report } of pagesOf((page) => writer.reportsBy({ actor: ids }, page)))
    documents.add(documentId(report.ref.document))
  return documents
}

/** Lets the cast and the reports of a document go by whom each is now. Gives the stories of those that changed. */
async function renameIn(
  writer: StoreWriter,
  document: DocumentId,
  leaderOf: ReadonlyMap<RecordActorId, RecordActorId>,
): Promise<ReadonlySet<StoryId>> {
  const cast = await writer.castOf(document)
  await writer.saveCast(
    document,
    cast.map((member) => {
      const part = member.strand ?? member.is
      const leader = leaderOf.get(part)
      if (leader === undefined) return member
      return { actor: member.actor, is: leader, ...(part !== leader && { strand: part }) }
    }),
  )
  const same = new Map([...leaderOf].filter(([part, leader]) => part !== leader))
  const touched = new Set<StoryId>()
  for (const { report: before, read: asRead = before, story, strand } of await writer.reportsIn(document)) {
    const { report, read } = joinedReport(asRead, same)
    if (JSON.stringify(report) === JSON.stringify(before)) continue
    await writer.saveReport(report, strand, reportKeys(report), read)
    touched.add(story)
  }
  return touched
}
