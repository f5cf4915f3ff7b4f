import { sha256Of } from '../hash.ts'
import { unpackBytes, unpackJson, unpackText } from '../pack.ts'
import type { Fault } from '../store.ts'
import type { Connection } from './connection.ts'
import { KEY_CODES } from './context.ts'
import { facetRows } from './reports.ts'
import type { ReportData } from './rows.ts'

/** More faults of one kind than this are counted, not listed. */
const FAULTS_PER_CHECK = 20

const REMEDY = {
  restore: 'Restore a backup from before the damage.',
  again: 'Read the document again: `ingest` with the same input replaces what was derived from it.',
  report: 'Report this with the version of Backchannel: a store never leaves this by itself.',
} as const

interface Check {
  readonly code: Fault['code']
  readonly remedy: string
  /** What is wrong, one line each; lazily, so that a broken file does not fill the memory. */
  readonly find: (connection: Connection) => Iterable<string>
}

const CHECKS: readonly Check[] = [
  { code: 'integrity', remedy: REMEDY.restore, find: integrity },
  { code: 'orphan', remedy: REMEDY.report, find: foreignKeys },
  { code: 'hash', remedy: REMEDY.restore, find: rawHashes },
  { code: 'hash', remedy: REMEDY.restore, find: documentHashes },
  { code: 'orphan', remedy: REMEDY.report, find: orphans },
  { code: 'index', remedy: REMEDY.again, find: searchTables },
  { code: 'index', remedy: REMEDY.again, find: derivedRows },
]

/** Everything wrong with a store, in the order of the checks; empty where it is sound. Only reads. */
export function findFaults(connection: Connection): readonly Fault[] {
  // One snapshot for all checks, whatever other programs write meanwhile.
  connection.database.exec('begin')
  try {
    return runChecks(connection)
  } finally {
    connection.database.exec('rollback')
  }
}

function runChecks(connection: Connection): readonly Fault[] {
  const faults: Fault[] = []
  for (const { code, remedy, find } of CHECKS) {
    let found = 0
    try {
      for (const what of find(connection)) if (++found <= FAULTS_PER_CHECK) faults.push({ code, what, remedy })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      faults.push({ code: 'integrity', what: `a check could not be made: ${why}`, remedy: REMEDY.restore })
    }
    if (found > FAULTS_PER_CHECK)
      faults.push({ code, what: `${found - FAULTS_PER_CHECK} more of the same kind`, remedy })
    // What SQLite itself finds broken cannot be asked about the rest.
    if (found > 0 && find === integrity) return faults
  }
  return faults
}

/** The pages of the file, and the full-text tables in themselves. */
function* integrity({ database }: Connection): Iterable<string> {
  // The pragma gives rows of one text column.
  const rows = database.pragma(`integrity_check(${FAULTS_PER_CHECK})`) as { integrity_check: string }[]
  for (const row of rows) if (row.integrity_check !== 'ok') yield row.integrity_check
}

function* foreignKeys({ database }: Connection): Iterable<string> {
  // Columns of the pragma as SQLite documents them.
  const rows = database.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  for (const row of rows) yield `row ${row.rowid} of ${row.table} points to no ${row.parent}`
}

function* rawHashes({ database }: Connection): Iterable<string> {
  const rows = database.prepare<[], { sha256: string; size: number; bytes: Buffer }>(
    'select sha256, size, bytes from raw order by row',
  )
  for (const { sha256, size, bytes } of rows.iterate()) {
    const content = maybe(() => unpackBytes(bytes))
    if (content === null) yield `the raw bytes ${sha256} cannot be unpacked`
    else if (content.byteLength !== size || sha256Of(content) !== sha256)
      yield `the raw bytes ${sha256} are not what their hash says`
  }
}

function* documentHashes({ database }: Connection): Iterable<string> {
  const rows = database.prepare<[], { id: string; hash: Buffer; text: Buffer; findings: Buffer; data: Buffer }>(
    'select id, hash, text, findings, data from document order by arrival',
  )
  for (const { id, hash, text, findings, data } of rows.iterate()) {
    const content = maybe(() => unpackText(text))
    if (content === null || sha256Of(Buffer.from(content)) !== hash.toString('hex'))
      yield `the text of "${id}" is not what was stored`
    if (maybe(() => unpackJson(findings)) === null) yield `the findings of "${id}" cannot be unpacked`
    if (maybe(() => unpackJson(data)) === null) yield `the metadata of "${id}" cannot be unpacked`
  }
}

/** What names something that is not there, where no foreign key watches. */
const ORPHANS: readonly (readonly [what: string, sql: string])[] = [
  [
    'an item that is done names the document',
    `select document from item where document is not null and document not in (select id from document)`,
  ],
  ['a story without contents', `select id from story where data is null`],
  [
    'a report names the actor',
    `select distinct value from facet where kind = 1 and value not in (select id from actor)`,
  ],
  ['a name without its actor', `select name from actor_name where actor not in (select row from actor)`],
  [
    'a facet without its report',
    `select value from facet where not exists (
      select 1 from report where report.row = facet.report and report.story = facet.story)`,
  ],
  [
    'a key without its document',
    `select key from key where kind = ${KEY_CODES.copy} and owner not in (select document from sketch)`,
  ],
  [
    'a key without its actor',
    `select key from key where kind = ${KEY_CODES.actor} and owner not in (select row from actor)`,
  ],
  [
    'a key without its report',
    `select key from key where kind = ${KEY_CODES.report} and owner not in (select row from report)`,
  ],
]

function* orphans({ database }: Connection): Iterable<string> {
  for (const [what, sql] of ORPHANS)
    for (const [name] of database.prepare<[], [string]>(sql).raw().iterate()) yield `${what}: "${name}"`
}

/** Each row that can be searched is in its full-text table, and nothing else is. */
function* searchTables({ database }: Connection): Iterable<string> {
  for (const [table, row] of [
    ['document', 'arrival'],
    ['quote', 'row'],
    ['claim', 'row'],
  ] as const) {
    const words = `search_${table === 'document' ? 'article' : table}`
    // FTS5 keeps the size of each of its rows in this table, and so their numbers.
    const indexed = `select id from ${words}_docsize`
    const missing = database.prepare<[], [number]>(`select ${row} from ${table} where ${row} not in (${indexed})`)
    for (const [number] of missing.raw().iterate()) yield `${table} ${number} cannot be found by its words`
    const extra = database.prepare<[], [number]>(`${indexed} where id not in (select ${row} from ${table})`)
    for (const [number] of extra.raw().iterate()) yield `${words} has row ${number}, which is no ${table}`
  }
}

/** Facets and keys of each report are those that its data gives. */
function* derivedRows({ database }: Connection): Iterable<string> {
  const reports = database.prepare<[], { row: number; story: number; data: Buffer }>(
    'select row, story, data from report order by row',
  )
  const facets = database.prepare<[number, string, number, number]>(
    'select 1 from facet where kind = ? and value = ? and story = ? and report = ?',
  )
  const keys = database.prepare<[number, string, number]>('select 1 from key where kind = ? and key = ? and owner = ?')
  let wantedFacets = 0
  let wantedKeys = 0
  for (const { row, story, data } of reports.iterate()) {
    const known = maybe(() => unpackJson<ReportData>(data))
    if (known === null) {
      yield `report ${row} cannot be unpacked`
      continue
    }
    const name = `${known.report.ref.claim} of "${known.report.ref.document}"`
    const rows = facetRows(known.report)
    wantedFacets += rows.length
    wantedKeys += known.keys.length
    if (rows.some(([kind, value]) => facets.get(kind, value, story, row) === undefined))
      yield `claim ${name} cannot be found by all that it names`
    if (known.keys.some((key) => keys.get(KEY_CODES.report, key, row) === undefined))
      yield `claim ${name} cannot be found by all its keys`
  }
  const count = (sql: string): number => database.prepare<[], [number]>(sql).raw().get()?.[0] ?? 0
  if (count('select count(*) from facet') > wantedFacets) yield 'there are facets that no report has'
  if (count(`select count(*) from key where kind = ${KEY_CODES.report}`) > wantedKeys)
    yield 'there are keys that no report has'
}

/** What the work gives; null where it throws, which a value that was packed by a store never does. */
function maybe<Result>(work: () => Result): Result | null {
  try {
    return work()
  } catch {
    return null
  }
}
