import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { storeError } from '../errors.ts'
import { checkFormat } from '../migrations/migrate.ts'
import { createConnection, explain } from './connection.ts'
import { findFaults } from './doctor.ts'

type Driver = typeof BetterSqlite3

/** More pages than any store has: the copy is made in one go, so that writers cannot make it begin again for ever. */
const ALL_PAGES = 0x7fffffff

/**
 * Copies a database into a new file that is one whole, without a log beside it. It gets its name when it is done, so a
 * half backup is never taken for one.
 */
export async function backupFile(Sqlite: Driver, from: Database, to: string): Promise<void> {
  if (existsSync(to)) throw storeError('store/file-exists', { file: to })
  needFolder(to)
  const draft = `${to}.part`
  rmSync(draft, { force: true })
  try {
    await from.backup(draft, { progress: () => ALL_PAGES })
    const copy = new Sqlite(draft)
    try {
      copy.pragma('journal_mode = DELETE')
    } finally {
      copy.close()
    }
    place(draft, to)
  } catch (error) {
    throw explain(error, to)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Throws where a file's folder is not there; better-sqlite3 would say so without a code. */
export function needFolder(file: string): void {
  const folder = dirname(resolve(file))
  if (!existsSync(folder)) throw storeError('store/cannot-open', { file, why: `there is no folder "${folder}"` })
}

/** Gives a finished file its name. Throws `store/file-exists` where the name was taken meanwhile. */
export function place(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST') throw storeError('store/file-exists', { file })
    // A file system without links: the name is free, as was seen before.
    renameSync(draft, file)
  }
}

/** Checks a backup as `doctor` does and makes a store of it under a name that is free. Throws `store/...`. */
export async function restoreFile(Sqlite: Driver, backup: string, file: string): Promise<void> {
  if (existsSync(file)) throw storeError('store/file-exists', { file })
  const database = new Sqlite(backup, { readonly: true, fileMustExist: true })
  try {
    // Both pragmas are integers.
    const pragma = (name: string): number => database.pragma(name, { simple: true }) as number
    checkFormat(backup, { application: pragma('application_id'), version: pragma('user_version') }, false)
    const [fault] = findFaults(createConnection(database, backup))
    if (fault) throw storeError('store/bad-backup', { file: backup, what: fault.what })
    await backupFile(Sqlite, database, file)
  } finally {
    database.close()
  }
}
