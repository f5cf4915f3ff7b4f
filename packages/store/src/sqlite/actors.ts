import type { ActorProfile, DocumentId, RecordActor } from '@backchannel/core'
import { sql } from 'kysely'
import { spellingsOf } from '../facets.ts'
import { packPlain, unpackJson } from '../pack.ts'
import type { CastMember } from '../store.ts'
import { type Connection, queries } from './connection.ts'
import { needDocument, type WriteContext } from './context.ts'
import { dropKey, replaceKeys } from './keys.ts'
import { actorEntry } from './reader.ts'
import type { ActorEntry } from './row-cache.ts'
import { profileData, profileOf } from './rows.ts'

interface ProfileRow {
  readonly arrival: number
  readonly document: string
  readonly actor: string
  readonly data: string
}

/** Adds an actor or replaces it. Only profiles that are new or changed are written. */
export function saveActor(cx: WriteContext, actor: RecordActor, keys: readonly string[]): void {
  const { connection, ledger, cache } = cx
  const known = actorEntry(connection, cache, actor.id)
  const row = upsert(connection, actor, keys, known)
  replaceKeys(connection, cache, 'actor', row, known?.keys ?? [], keys)

  const before = known?.actor.profiles ?? []
  const wanted = actor.profiles
  let same = 0
  for (; same < before.length && same < wanted.length; same++) if (!isSame(before[same], wanted[same])) break
  // Whose place in the row is as it was stays; where one in the middle goes, those behind it stay too.
  const gone = before.slice(same)
  const kept = isTail(gone.slice(1), wanted.slice(same)) ? gone.slice(1) : []
  for (const old of kept.length > 0 ? gone.slice(0, 1) : gone) {
    const arrival = needDocument(cx, old.ref.document, 'a profile')
    noteMember(cx, row, arrival)
    connection.run('delete from profile where document = ? and actor = ?', arrival, old.ref.actor)
  }
  let position = -1
  for (const profile of wanted.slice(same + kept.length)) {
    const arrival = needDocument(cx, profile.ref.document, 'a profile')
    noteMember(cx, row, arrival)
    const other = connection.value<string>(
      `select actor.id from profile join actor on actor.row = profile.owner
       where profile.document = ? and profile.actor = ?`,
      arrival,
      profile.ref.actor,
    )
    if (other !== null) thinActor(cx, other, arrival)
    position = position < 0 ? nextPosition(connection, row) : position + 1
    connection.run(
      'insert or replace into profile (document, actor, owner, position, data) values (?, ?, ?, ?, ?)',
      arrival,
      profile.ref.actor,
      row,
      position,
      profileData(profile),
    )
  }
  // The names of one that lost profiles in this write are still there.
  const thinned = ledger.thinnedActors.delete(actor.id)
  const names = thinned ? namesOf(connection, row) : known === null ? [] : spellingsOf(known.actor)
  saveNames(connection, row, names, spellingsOf(actor))
  cache.actors.set(actor.id, { row, actor, keys: [...keys] })
}

/** Another's profile was taken: it may be its last. */
function thinActor({ connection, ledger, cache, membership }: WriteContext, id: string, arrival: number): void {
  ledger.thinnedActors.add(id)
  cache.actors.delete(id)
  const row = connection.value<number>('select row from actor where id = ?', id)
  if (row !== null) noteMember({ connection, membership }, row, arrival)
}

function upsert(connection: Connection, actor: RecordActor, keys: readonly string[], known: ActorEntry | null): number {
  const { id, name, kind, country, sector } = actor
  if (known === null)
    return connection.run(
      'insert into actor (id, name, kind, country, sector, documents, keys) values (?, ?, ?, ?, ?, 0, ?)',
      ...[id, name, kind, country, sector],
      packPlain(keys),
    ).row
  const { actor: old, row } = known
  if (old.name !== name || old.kind !== kind || old.country !== country || old.sector !== sector)
    connection.run(
      'update actor set name = ?, kind = ?, country = ?, sector = ? where row = ?',
      ...[name, kind, country, sector, row],
    )
  if (keys.length !== known.keys.length || keys.some((key, at) => key !== known.keys[at]))
    connection.run('update actor set keys = ? where row = ?', packPlain(keys), row)
  return row
}

function profileRows(connection: Connection, row: number): ProfileRow[] {
  return connection.all(
    sql<ProfileRow>`
      select document.arrival, document.id as document, actor, profile.data from profile
      join document on document.arrival = profile.document where owner = ${row} order by position`,
  )
}

function isSame(old: ActorProfile | undefined, profile: ActorProfile | undefined): boolean {
  if (old === undefined || profile === undefined) return false
  if (old === profile) return true
  return (
    old.ref.document === profile.ref.document &&
    old.ref.actor === profile.ref.actor &&
    profileData(old) === profileData(profile)
  )
}

/** True where the row begins with all of the others. */
function isTail(some: readonly ActorProfile[], row: readonly ActorProfile[]): boolean {
  return some.length <= row.length && some.every((one, at) => isSame(one, row[at]))
}

function nextPosition(connection: Connection, row: number): number {
  return (connection.value<number>('select max(position) from profile where owner = ?', row) ?? 0) + 1
}

function namesOf(connection: Connection, row: number): readonly string[] {
  return connection.column<string>('select name from actor_name where actor = ?', row)
}

function saveNames(connection: Connection, row: number, old: readonly string[], names: readonly string[]): void {
  const before = new Set(old)
  const after = new Set(names)
  for (const name of before)
    if (!after.has(name)) connection.run('delete from actor_name where actor = ? and name = ?', row, name)
  for (const name of after)
    if (!before.has(name)) connection.run('insert into actor_name (actor, name) values (?, ?)', row, name)
}

/** Says who of a document is whom, and counts the documents of all whom it changes. */
export function saveCast(cx: WriteContext, document: DocumentId, cast: readonly CastMember[]): void {
  const { connection, cache } = cx
  const arrival = needDocument(cx, document, 'a cast')
  dropCast(cx, arrival)
  for (const [position, { actor, is, strand }] of cast.entries()) {
    const row = cache.actors.get(is)?.row ?? connection.value<number>('select row from actor where id = ?', is)
    if (row === null) continue
    noteMember(cx, row, arrival)
    connection.run(
      'insert into member (document, position, actor, owner, strand) values (?, ?, ?, ?, ?)',
      ...[arrival, position, actor, row],
      strand ?? null,
    )
  }
}

/** Forgets who of a document is whom. */
export function dropCast(cx: WriteContext, arrival: number): void {
  const { connection } = cx
  for (const owner of connection.column<number>('select owner from member where document = ?', arrival))
    noteMember(cx, owner, arrival)
  connection.run('delete from member where document = ?', arrival)
}

/**
 * To be called before a write changes whether somebody is of a document: how many documents each is of is then brought up to
 * date at its end by what it changed, since counting them all would cost the more the more often somebody is in the news.
 */
export function noteMember(
  { connection, membership }: Pick<WriteContext, 'connection' | 'membership'>,
  owner: number,
  arrival: number,
): void {
  const key = `${owner} ${arrival}`
  if (!membership.has(key)) membership.set(key, { owner, arrival, was: isMember(connection, owner, arrival) })
}

/** Counts what `noteMember` was told of. */
export function countDocuments({ connection, membership }: WriteContext): void {
  for (const { owner, arrival, was } of membership.values()) {
    const is = isMember(connection, owner, arrival)
    if (is !== was) connection.run('update actor set documents = documents + ? where row = ?', is ? 1 : -1, owner)
  }
}

function isMember(connection: Connection, owner: number, arrival: number): boolean {
  return (
    connection.value<number>('select 1 from member where owner = ? and document = ? limit 1', owner, arrival) !==
      null ||
    connection.value<number>('select 1 from profile where document = ? and owner = ? limit 1', arrival, owner) !== null
  )
}

/** Drops those of the actors that have no profile left; the others lose the names that no profile has any more. */
export function dropActors({ connection, cache }: WriteContext, ids: ReadonlySet<string>): void {
  for (const id of ids) {
    cache.actors.delete(id)
    const actor = connection.first(queries.selectFrom('actor').select(['row', 'name', 'keys']).where('id', '=', id))
    if (actor === null) continue
    const { row } = actor
    const rows = profileRows(connection, row)
    if (rows.length > 0) {
      saveNames(
        connection,
        row,
        namesOf(connection, row),
        spellingsOf({ name: actor.name, profiles: rows.map(profileOf) }),
      )
      continue
    }
    for (const key of unpackJson<string[]>(actor.keys)) dropKey(connection, cache, 'actor', key, row)
    connection.run('delete from actor_name where actor = ?', row)
    connection.run('delete from member where owner = ?', row)
    connection.run('delete from actor where row = ?', row)
    cache.names.actor.delete(row)
  }
}
