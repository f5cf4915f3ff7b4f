import type { Database } from 'better-sqlite3'
import { storeError } from '../errors.ts'
import { RECORD_SQL } from './0001-record.ts'
import { FACETS_SQL } from './0002-facets.ts'
import { STRANDS_SQL } from './0003-strands.ts'
import { DIFFERS_SQL } from './0004-differs.ts'

/** One step from the format before to `version`, without a look at anything but the file. */
export interface Migration {
  readonly version: number
  readonly sql: string
}

/** All steps, oldest first. Each is frozen once a release has it; a change of format is a further one. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: RECORD_SQL },
  { version: 2, sql: FACETS_SQL },
  { version: 3, sql: STRANDS_SQL },
  { version: 4, sql: DIFFERS_SQL },
]

/** "BCNL", the application id in the header of every store (https://www.sqlite.org/fileformat.html, 1.3.19). */
export const APPLICATION_ID = 0x42434e4c

/** What a file says of itself in its header. */
export interface FileFormat {
  readonly application: number
  readonly version: number
}

/** Newest format that the steps lead to. */
export function newestVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.at(-1)?.version ?? 0
}

/** Throws where the file is another program's or a newer version's. `blank` says that it holds nothing yet. */
export function checkFormat(
  file: string,
  { application, version }: FileFormat,
  blank: boolean,
  known: number = newestVersion(),
): void {
  if (blank) return
  if (application !== APPLICATION_ID)
    throw storeError('store/not-a-store', { file, why: 'it is an SQLite database of another program' })
  if (version > known) throw storeError('store/newer-file', { file, found: version, known })
}

/** What to know before an older file is brought up to date. */
export interface MigrationNotice {
  readonly file: string
  readonly from: number
  readonly to: number
}

/**
 * Brings a file to the newest format, all steps in one transaction, and returns true where there was something to do.
 * The connection must be the only one that writes. `notice` is called before an older file (never a new one) is touched.
 */
export function migrate(
  database: Database,
  file: string,
  notice: (about: MigrationNotice) => void,
  migrations: readonly Migration[] = MIGRATIONS,
): boolean {
  const to = newestVersion(migrations)
  if (versionOf(database) >= to) return false
  const step = database.transaction(() => {
    // Read again inside: another program may have been faster.
    const from = versionOf(database)
    if (from >= to) return false
    if (from > 0) notice({ file, from, to })
    for (const { version, sql } of migrations) if (version > from) database.exec(sql)
    database.pragma(`application_id = ${APPLICATION_ID}`)
    database.pragma(`user_version = ${to}`)
    return true
  })
  return step.immediate()
}

function versionOf(database: Database): number {
  // A pragma that is an integer in the header of the file.
  return database.pragma('user_version', { simple: true }) as number
}
