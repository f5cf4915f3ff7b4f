import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EMPTY_LEXICON, type Lexicon, type LexiconActor, type LexiconOutlet } from '@backchannel/core'
import { deskError } from './errors.ts'
import { readCsv } from './read-csv.ts'

const KINDS: ReadonlySet<string> = new Set(['person', 'group', 'organization', 'state', 'outlet', 'place'])

/**
 * The user's own lists of a folder: `actors.csv` (name, spellings, kind, country) and `outlets.csv` (name, spellings, country, owner,
 * copies), lists within a cell parted by ";". A list that is not there is empty, and so are both without a folder. Throws
 * `desk/bad-lexicon` with the line.
 */
export async function loadLexicon(folder: string | undefined): Promise<Lexicon> {
  if (folder === undefined) return EMPTY_LEXICON
  const actors = await loadRows(folder, 'actors.csv', ['name', 'spellings', 'kind', 'country'])
  const outlets = await loadRows(folder, 'outlets.csv', ['name', 'spellings', 'country', 'owner', 'copies'])
  if (actors === null && outlets === null)
    throw deskError('desk/bad-lexicon', {
      file: folder,
      line: 0,
      why: 'there is neither actors.csv nor outlets.csv in it',
    })
  return { actors: (actors ?? []).map(actorOf), outlets: (outlets ?? []).map(outletOf) }
}

interface Row {
  readonly file: string
  readonly line: number
  readonly cell: (column: string) => string
}

function actorOf({ file, line, cell }: Row): LexiconActor {
  const kind = cell('kind')
  if (kind !== '' && !KINDS.has(kind))
    throw badLine(file, line, `the kind "${kind}" should be one of ${[...KINDS].join(', ')}`)
  return {
    name: cell('name'),
    spellings: listOf(cell('spellings')),
    // Checked above.
    kind: kind === '' ? null : (kind as LexiconActor['kind']),
    country: countryOf(file, line, cell('country')),
  }
}

function outletOf({ file, line, cell }: Row): LexiconOutlet {
  return {
    name: cell('name'),
    spellings: listOf(cell('spellings')),
    country: countryOf(file, line, cell('country')),
    owner: cell('owner') || null,
    copies: listOf(cell('copies')),
  }
}

function countryOf(file: string, line: number, code: string): string | null {
  if (code === '') return null
  if (!/^[A-Z]{3}$/i.test(code))
    throw badLine(file, line, `the country "${code}" should be an ISO 3166-1 alpha-3 code, such as BLR`)
  return code.toUpperCase()
}

/** What is wrong with a line of a list. */
function badLine(file: string, line: number, why: string): Error {
  return deskError('desk/bad-lexicon', { file, line, why: `line ${line}: ${why}` })
}

/** The names of columns as an error may repeat them. */
function shown(names: readonly string[]): string {
  const text = names.filter((one) => one !== '').join(', ')
  if (text === '') return 'none'
  // What is no text, a picture or an archive, is not repeated to a terminal.
  return /[\p{Cc}\uFFFD]/u.test(text) ? 'something that is no text' : text.slice(0, 100)
}

function listOf(cell: string): readonly string[] {
  return cell
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** The rows of a list below its line of names; null where there is no such file. */
async function loadRows(folder: string, name: string, columns: readonly string[]): Promise<readonly Row[] | null> {
  const file = join(folder, name)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    const why = error.code === 'ENOTDIR' ? 'it should lie in a folder, and --lexicon should name that' : error.message
    throw deskError('desk/bad-lexicon', { file, line: 0, why })
  })
  if (text === null) return null
  const [head, ...rows] = readCsv(text.replace(/^\uFEFF/, ''))
  const names = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const unknown = names.find((one) => !columns.includes(one))
  if (!names.includes('name') || unknown !== undefined)
    throw badLine(
      file,
      1,
      `it should name columns, "name" and any of ${columns.filter((one) => one !== 'name').join(', ')}; it names ${shown(names)}`,
    )
  return rows.map(({ line, cells }) => {
    const row: Row = { file, line, cell: (column) => (cells[names.indexOf(column)] ?? '').trim() }
    if (row.cell('name') === '') throw badLine(file, line, 'the name is missing')
    return row
  })
}
