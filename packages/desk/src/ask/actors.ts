import type { RecordActor, RecordActorId } from '@backchannel/core'
import type { Listed, Page, StoreReader } from '@backchannel/store'
import type { RecordActorJson, StoryJson } from '@backchannel/wire/write'
import { deskError } from '../errors.ts'
import { everyPage } from './every-page.ts'
import { listStories, pageStories } from './stories.ts'

export interface ActorFilter {
  /** Any spelling, or the beginning of one. */
  readonly name?: string
  readonly kind?: string
  readonly country?: string
}

/** Everybody in the record, those of most documents first. */
export async function listActors(reader: StoreReader, filter: ActorFilter = {}): Promise<readonly RecordActorJson[]> {
  const actors = await everyPage((page) => reader.actors(filter, page))
  return Promise.all(actors.map((actor) => actorToWire(reader, actor)))
}

/** One page of the same list. */
export async function pageActors(
  reader: StoreReader,
  filter: ActorFilter,
  page: Page,
): Promise<Listed<RecordActorJson>> {
  const listed = await reader.actors(filter, page)
  return { ...listed, rows: await Promise.all(listed.rows.map((actor) => actorToWire(reader, actor))) }
}

/** Somebody by id, with or without its "actor:", or by a name that only he has. Throws `desk/no-such-actor`. */
export async function findActor(reader: StoreReader, idOrName: string): Promise<RecordActor> {
  // Any text may be asked for; the store knows which are ids.
  const [byId] = await reader.recordActors([idOrName as RecordActorId, `actor:${idOrName}` as RecordActorId])
  if (byId) return byId
  // What has no letter is the beginning of every name.
  const { rows } = /[\p{L}\p{N}]/u.test(idOrName) ? await reader.actors({ name: idOrName }, { limit: 1 }) : { rows: [] }
  if (!rows[0]) throw deskError('desk/no-such-actor', { name: idOrName })
  return rows[0]
}

/** Somebody with the stories that he is in, latest first: all, or at most `most` of them, and how many there are. */
export async function showActor(
  reader: StoreReader,
  idOrName: string,
  most?: number,
): Promise<RecordActorJson & { readonly stories: readonly StoryJson[]; readonly storiesTotal: number }> {
  const actor = await findActor(reader, idOrName)
  const filter = { actor: [actor.id] }
  const told = await actorToWire(reader, actor)
  if (most !== undefined) {
    const { rows, total } = await pageStories(reader, filter, { limit: most })
    return { ...told, stories: rows, storiesTotal: total }
  }
  const stories = await listStories(reader, filter)
  return { ...told, stories, storiesTotal: stories.length }
}

/** Somebody as JSON, with every spelling and office. */
export async function actorToWire(reader: StoreReader, actor: RecordActor): Promise<RecordActorJson> {
  const offices = new Map<string, { title: string; of: string | null }>()
  for (const { title, of } of actor.profiles.flatMap((profile) => profile.offices))
    offices.set(`${title} ${of}`, { title, of })
  return {
    id: actor.id,
    name: actor.name,
    names: [...new Set(actor.profiles.flatMap((profile) => profile.names))],
    kind: actor.kind,
    country: actor.country,
    documents: [...(await reader.documentsOf(actor.id))],
    offices: [...offices.values()],
  }
}
