import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import type BetterSqlite3 from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { storeError } from '../errors.ts'
import { createStore } from '../lifecycle.ts'
import { checkFormat, type FileFormat, type MigrationNotice, migrate, newestVersion } from '../migrations/migrate.ts'
import type { Store } from '../store.ts'
import { backupFile, needFolder, place } from './backup.ts'
import { createConnection, explain, isBusy } from './connection.ts'
import { findFaults } from './doctor.ts'
import { createSqliteReader } from './reader.ts'
import { createRowCache } from './row-cache.ts'
import { createSqliteWriter } from './writer.ts'

export interface OpenOptions {
  /** False: a file that is not there is an error. True where absent: it is made. */
  readonly create?: boolean
  /** False: an older file is an error. True where absent: it is brought up to date, in one transaction. */
  readonly migrate?: boolean
  /** Called before an older file is brought up to date: the moment to tell of a backup, or to make one. */
  readonly onMigration?: (about: MigrationNotice) => void
  /** How long to wait for another program that writes, in seconds; `BUSY_SECONDS` where absent. */
  readonly busySeconds?: number
}

/** How long one program waits for another that writes to the same file. A write is one article: far less than a second. */
export const BUSY_SECONDS = 10
/** How often it looks. */
const BUSY_STEP_MS = 20
/** Memory for pages of one connection, in KiB. */
const CACHE_KIB = 32 * 1024
/** Where the header of an SQLite file holds its version and application (https://www.sqlite.org/fileformat.html, 1.3). */
const HEADER_BYTES = 100
const VERSION_AT = 60
const APPLICATION_AT = 68

type Driver = typeof BetterSqlite3

/** better-sqlite3, loaded only when a store is opened: it is native, and everything else works without it. */
export async function loadDriver(): Promise<Driver> {
  try {
    const { default: Sqlite } = await import('better-sqlite3')
    // The native part is looked for by the first database.
    new Sqlite(':memory:').close()
    return Sqlite
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw storeError('store/no-driver', { why })
  }
}

/** What a file's header says; null where it is empty. Throws where it is no SQLite file. Never writes. */
export function readFormat(file: string): FileFormat | null {
  const header = Buffer.alloc(HEADER_BYTES)
  let length: number
  try {
    if (statSync(file).isDirectory()) throw new Error('it is a folder')
    const handle = openSync(file, 'r')
    try {
      length = readSync(handle, header, 0, HEADER_BYTES, 0)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    throw storeError('store/cannot-open', { file, why: error instanceof Error ? error.message : String(error) })
  }
  if (length === 0) return null
  if (length < HEADER_BYTES || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw storeError('store/not-a-store', { file, why: 'it is no SQLite database' })
  return { application: header.readInt32BE(APPLICATION_AT), version: header.readUInt32BE(VERSION_AT) }
}

/** Opens a store, or makes one. Throws `store/...`; a file of another program or a newer version is left as it is. */
export async function openSqliteStore(file: string, options: OpenOptions = {}): Promise<Store> {
  const there = existsSync(file)
  if (!there && options.create === false) throw storeError('store/no-such-file', { file })
  needFolder(file)
  if (there) checkHeader(file, options)
  const Sqlite = await loadDriver()
  try {
    if (!there) createFile(Sqlite, file)
    const writing = connect(Sqlite, file, options)
    const reading = new Sqlite(file, { readonly: true, timeout: BUSY_SECONDS * 1000 })
    reading.pragma(`cache_size = -${CACHE_KIB}`)
    return createSqliteStore(Sqlite, file, writing, reading, options.busySeconds ?? BUSY_SECONDS)
  } catch (error) {
    if (isBusy(error)) throw storeError('store/busy', { file, seconds: options.busySeconds ?? BUSY_SECONDS })
    throw explain(error, file)
  }
}

function checkHeader(file: string, options: OpenOptions): void {
  const format = readFormat(file)
  if (format === null) return
  checkFormat(file, format, false)
  if (options.migrate === false && format.version < newestVersion())
    throw storeError('store/older-file', { file, found: format.version, known: newestVersion() })
}

/**
 * Makes a new store beside its place and then puts it there, so that a program that is killed leaves either nothing or a
 * whole store. Where another program was faster, its store is used.
 */
function createFile(Sqlite: Driver, file: string): void {
  const draft = `${file}.new-${process.pid}`
  rmSync(draft, { force: true })
  try {
    const database = new Sqlite(draft)
    try {
      migrate(database, draft, () => undefined)
    } finally {
      database.close()
    }
    placeUnlessThere(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
}

function placeUnlessThere(draft: string, file: string): void {
  try {
    place(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  }
}

function connect(Sqlite: Driver, file: string, options: OpenOptions): Database {
  const database = new Sqlite(file, { timeout: (options.busySeconds ?? BUSY_SECONDS) * 1000 })
  try {
    const pragma = (name: string): number => database.pragma(name, { simple: true }) as number // Both are integers.
    const blank = database.prepare('select 1 from sqlite_master limit 1').get() === undefined
    // Once more through SQLite: what the header said may have been older than what the log beside it holds.
    checkFormat(file, { application: pragma('application_id'), version: pragma('user_version') }, blank)
    migrate(database, file, options.onMigration ?? (() => undefined))
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = NORMAL')
    database.pragma('foreign_keys = ON')
    database.pragma('temp_store = MEMORY')
    database.pragma(`cache_size = -${CACHE_KIB}`)
    // So that the header of the file itself always tells its format.
    database.pragma('wal_checkpoint(PASSIVE)')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function createSqliteStore(
  Sqlite: Driver,
  file: string,
  writing: Database,
  reading: Database,
  busySeconds: number,
): Store {
  const writer = createConnection(writing, file)
  const cache = createRowCache()
  let seen = -1
  return createStore({
    reader: createSqliteReader(createConnection(reading, file)),
    async begin() {
      await beginWrite(writing, file, busySeconds)
      // It changes where another connection has written (https://www.sqlite.org/pragma.html#pragma_data_version).
      const version = writing.pragma('data_version', { simple: true }) as number // It is an integer.
      if (version !== seen) cache.clear()
      seen = version
      const write = createSqliteWriter(writer, cache)
      return {
        writer: write.writer,
        commit() {
          write.finish()
          writer.run('commit')
          // A checkpoint brings the log to the disk first: what a person decided is safe even if the power fails now.
          if (write.precious()) writing.pragma('wal_checkpoint(PASSIVE)')
        },
        rollback() {
          cache.clear()
          if (writing.inTransaction) writing.exec('rollback')
        },
      }
    },
    backup: (to) => backupFile(Sqlite, reading, to),
    async doctor() {
      return findFaults(writer)
    },
    close() {
      // The last to close moves the log into the file, which one that only reads cannot.
      reading.close()
      writing.close()
    },
  })
}

/** Begins a transaction that writes, waiting for other programs without holding up this one. */
async function beginWrite(database: Database, file: string, busySeconds: number): Promise<void> {
  database.pragma('busy_timeout = 0')
  for (let left = Math.ceil((busySeconds * 1000) / BUSY_STEP_MS); ; left--) {
    try {
      database.exec('begin immediate')
      break
    } catch (error) {
      if (!isBusy(error)) throw explain(error, file)
      if (left <= 0) throw storeError('store/busy', { file, seconds: busySeconds })
      await new Promise((resolve) => setTimeout(resolve, BUSY_STEP_MS))
    }
  }
  database.pragma(`busy_timeout = ${busySeconds * 1000}`)
}
