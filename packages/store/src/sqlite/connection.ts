import type { Database, Statement } from 'better-sqlite3'
import {
  type Compilable,
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { storeError } from '../errors.ts'
import type { Tables } from './schema.ts'

/** A value that SQLite takes. */
type Value = string | number | Buffer | null

/** One connection: queries built by Kysely or written out, run at once, each text prepared once. */
export interface Connection {
  readonly database: Database
  readonly file: string
  /** Rows of a query that Kysely has built. */
  all<Row>(query: Compilable<Row> | RawBuilder<Row>): Row[]
  first<Row>(query: Compilable<Row> | RawBuilder<Row>): Row | null
  /** Rows of a statement that is written out. Its caller knows their columns; strict tables hold to them. */
  rows<Row>(sql: string, ...values: readonly Value[]): Row[]
  /** The first column of all rows of one. */
  column<Result extends Value>(sql: string, ...values: readonly Value[]): Result[]
  /** The first column of the first row of a statement that is written out; null where there is no row. */
  value<Result extends Value>(sql: string, ...values: readonly Value[]): Result | null
  /** Runs a statement that gives no rows, with its values in order. `row` is the row it inserted, if it did. */
  run(sql: string, ...values: readonly Value[]): { readonly row: number; readonly changes: number }
}

/** Builds queries and nothing else: better-sqlite3 answers at once, so a driver that waits would only cost time. */
export const queries = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** Statements kept prepared; filters make many texts, so the oldest goes when there are more. */
const STATEMENTS_MAX = 300

export function createConnection(database: Database, file: string): Connection {
  const statements = new Map<string, Statement<unknown[]>>()
  const prepare = (sql: string): Statement<unknown[]> => {
    const known = statements.get(sql)
    if (known) return known
    const statement = database.prepare<unknown[]>(sql)
    const [oldest] = statements.keys()
    if (statements.size >= STATEMENTS_MAX && oldest !== undefined) statements.delete(oldest)
    statements.set(sql, statement)
    return statement
  }
  const pluckedStatements = new Map<string, Statement<unknown[]>>()
  /** Only statements that are written out: there are not many. */
  const plucked = (sql: string): Statement<unknown[]> => {
    const known = pluckedStatements.get(sql)
    if (known) return known
    const statement = database.prepare<unknown[]>(sql).pluck()
    pluckedStatements.set(sql, statement)
    return statement
  }
  return {
    database,
    file,
    // An article takes a thousand statements: each catches for itself, so that none makes a function to be run by another.
    all<Row>(query: Compilable<Row> | RawBuilder<Row>): Row[] {
      const { sql, parameters } = query.compile(queries)
      try {
        // Kysely knows the row type of what it has built; SQLite's strict tables hold to it.
        return prepare(sql).all(...parameters) as Row[]
      } catch (error) {
        throw explain(error, file)
      }
    },
    first<Row>(query: Compilable<Row> | RawBuilder<Row>): Row | null {
      const { sql, parameters } = query.compile(queries)
      try {
        // As above.
        return (prepare(sql).get(...parameters) as Row | undefined) ?? null
      } catch (error) {
        throw explain(error, file)
      }
    },
    rows<Row>(sql: string, ...values: readonly Value[]): Row[] {
      try {
        // As above.
        return prepare(sql).all(...values) as Row[]
      } catch (error) {
        throw explain(error, file)
      }
    },
    column<Result extends Value>(sql: string, ...values: readonly Value[]): Result[] {
      try {
        // As above; a statement is asked in one way only, so that it stays as it is.
        return plucked(sql).all(...values) as Result[]
      } catch (error) {
        throw explain(error, file)
      }
    },
    value<Result extends Value>(sql: string, ...values: readonly Value[]): Result | null {
      try {
        // The caller knows the column it asks for; strict tables hold to it.
        return (plucked(sql).get(...values) as Result | undefined) ?? null
      } catch (error) {
        throw explain(error, file)
      }
    },
    run(sql, ...values) {
      try {
        const { lastInsertRowid, changes } = prepare(sql).run(...values)
        return { row: Number(lastInsertRowid), changes }
      } catch (error) {
        throw explain(error, file)
      }
    },
  }
}

/** An error of SQLite as one of the store's, with what to do about it; any other error as it is. */
export function explain(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const { code, message } = error
  if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR'))
    return storeError('store/disk-full', { file, why: message })
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return storeError('store/damaged', { file, why: message })
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM')
    return storeError('store/cannot-open', { file, why: message })
  return error
}

/** True for what SQLite says where another connection holds a lock. */
export function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^SQLITE_(?:BUSY|LOCKED)/.test(error.code)
  )
}
