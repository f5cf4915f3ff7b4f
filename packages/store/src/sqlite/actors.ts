import type { ActorProfile, DocumentId, RecordActor } from '@backchannel/core'
import { sql } from 'kysely'
import { spellingsOf } from '../facets.ts'
import { packJson, unpackJson } from '../pack.ts'
import type { CastMember } from '../store.ts'
import { type Connection, queries } from './connection.ts'
import { KEY_CODES, needDocument, replaceKeys, type WriteContext } from './context.ts'
import { profileData, profileOf } from './rows.ts'

interface ProfileRow {
  readonly arrival: number
  readonly document: string
  readonly actor: string
  readonly data: string
}

/** Adds an actor or replaces it. Only profiles that are new or changed are written. */
export function saveActor(cx: WriteContext, actor: RecordActor, keys: readonly string[]): void {
  const { connection, ledger } = cx
  const known = connection.first(queries.selectFrom('actor').select(['row', 'keys']).where('id', '=', actor.id))
  const row = upsert(connection, actor, keys)
  replaceKeys(connection, KEY_CODES.actor, row, known?.keys ?? null, keys)

  const before = known === null ? [] : profileRows(connection, row)
  const wanted = actor.profiles.map((profile) => ({ profile, data: profileData(profile) }))
  let same = 0
  for (; same < before.length && same < wanted.length; same++)
    if (!isSame(before[same], wanted[same]?.profile, wanted[same]?.data)) break
  for (const old of before.slice(same))
    connection.run('delete from profile where document = ? and actor = ?', old.arrival, old.actor)
  for (const [at, { profile, data }] of wanted.entries()) {
    if (at < same) continue
    const arrival = needDocument(connection, profile.ref.document, 'a profile')
    const other = connection.value<string>(
      `select actor.id from profile join actor on actor.row = profile.owner
       where profile.document = ? and profile.actor = ?`,
      arrival,
      profile.ref.actor,
    )
    if (other !== null) ledger.thinnedActors.add(other)
    connection.run(
      'insert or replace into profile (document, actor, owner, position, data) values (?, ?, ?, ?, ?)',
      arrival,
      profile.ref.actor,
      row,
      nextPosition(connection, row),
      data,
    )
  }
  ledger.thinnedActors.delete(actor.id)
  countDocuments(connection, row)
  saveNames(connection, row, spellingsOf(actor))
}

function upsert(connection: Connection, actor: RecordActor, keys: readonly string[]): number {
  connection.run(
    `insert into actor (id, name, kind, country, sector, documents, keys) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set name = excluded.name, kind = excluded.kind, country = excluded.country,
       sector = excluded.sector, keys = excluded.keys`,
    actor.id,
    actor.name,
    actor.kind,
    actor.country,
    actor.sector,
    0,
    packJson(keys),
  )
  return connection.value<number>('select row from actor where id = ?', actor.id) ?? 0
}

function profileRows(connection: Connection, row: number): ProfileRow[] {
  return connection.all(
    sql<ProfileRow>`
      select document.arrival, document.id as document, actor, profile.data from profile
      join document on document.arrival = profile.document where owner = ${row} order by position`,
  )
}

function isSame(old: ProfileRow | undefined, profile: ActorProfile | undefined, data: string | undefined): boolean {
  return old?.document === profile?.ref.document && old?.actor === profile?.ref.actor && old?.data === data
}

function nextPosition(connection: Connection, row: number): number {
  return (connection.value<number>('select max(position) from profile where owner = ?', row) ?? 0) + 1
}

function saveNames(connection: Connection, row: number, names: readonly string[]): void {
  const before = new Set(
    connection.all(queries.selectFrom('actor_name').select('name').where('actor', '=', row)).map(({ name }) => name),
  )
  const after = new Set(names)
  for (const name of before)
    if (!after.has(name)) connection.run('delete from actor_name where actor = ? and name = ?', row, name)
  for (const name of after)
    if (!before.has(name)) connection.run('insert into actor_name (actor, name) values (?, ?)', row, name)
}

/** Says who of a document is whom, and counts the documents of all whom it changes. */
export function saveCast({ connection }: WriteContext, document: DocumentId, cast: readonly CastMember[]): void {
  const arrival = needDocument(connection, document, 'a cast')
  const changed = new Set(dropCast(connection, arrival))
  for (const [position, { actor, is }] of cast.entries()) {
    const row = connection.value<number>('select row from actor where id = ?', is)
    if (row === null) continue
    connection.run(
      'insert into member (document, position, actor, owner) values (?, ?, ?, ?)',
      arrival,
      position,
      actor,
      row,
    )
    changed.add(row)
  }
  for (const row of changed) countDocuments(connection, row)
}

/** Forgets who of a document is whom; gives the rows of the actors that were in it. */
export function dropCast(connection: Connection, arrival: number): readonly number[] {
  const owners = connection.all(sql<{ readonly owner: number }>`select owner from member where document = ${arrival}`)
  connection.run('delete from member where document = ?', arrival)
  return owners.map(({ owner }) => owner)
}

function countDocuments(connection: Connection, row: number): void {
  connection.run(
    `update actor set documents = (select count(*) from
       (select document from member where owner = ? union select document from profile where owner = ?)) where row = ?`,
    row,
    row,
    row,
  )
}

/** Drops those of the actors that have no profile left, and counts the documents of the others anew. */
export function dropActors(connection: Connection, ids: ReadonlySet<string>): void {
  for (const id of ids) {
    const actor = connection.first(queries.selectFrom('actor').select(['row', 'name', 'keys']).where('id', '=', id))
    if (actor === null) continue
    const { row } = actor
    const rows = profileRows(connection, row)
    if (rows.length > 0) {
      countDocuments(connection, row)
      saveNames(connection, row, spellingsOf({ name: actor.name, profiles: rows.map(profileOf) }))
      continue
    }
    for (const key of unpackJson<string[]>(actor.keys))
      connection.run('delete from key where kind = ? and key = ? and owner = ?', KEY_CODES.actor, key, row)
    connection.run('delete from actor_name where actor = ?', row)
    connection.run('delete from member where owner = ?', row)
    connection.run('delete from actor where row = ?', row)
  }
}
