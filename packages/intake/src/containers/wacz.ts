import { intakeError } from '../errors.ts'
import { MAX_FEED_BYTES } from '../limits.ts'
import type { ContainerInput } from './container-input.ts'
import { hasDigest } from './digest.ts'
import { type Opened, uniqueOrigins } from './part.ts'
import { type CapturedPages, openWarc } from './warc.ts'
import { readEntry, type ZipEntry } from './zip.ts'

const ARCHIVE = /^archive\/[^/]+\.warc(?:\.gz)?$/i
const PAGES = /^pages\/[^/]+\.jsonl$/i

/** True for the files of a web archive collection (WACZ 1.1.1). */
export function isWacz(entries: readonly ZipEntry[]): boolean {
  return entries.some((entry) => entry.path === 'datapackage.json') && entries.some((entry) => ARCHIVE.test(entry.path))
}

/**
 * The pages of a WACZ file: those that its lists of pages name, or all where it has no list. A WARC file in it whose
 * hash is not the one in `datapackage.json` is left out.
 */
export function* openWacz(input: ContainerInput, entries: readonly ZipEntry[]): Generator<Opened> {
  const { name } = input
  const hashes = readHashes(entries, input)
  const pages = readPages(entries, input)
  let given = 0
  for (const entry of entries) {
    if (!ARCHIVE.test(entry.path)) continue
    input.budget.enter()
    const origin = input.unique(`!/${entry.path}`)
    const inner = `${name}${origin}`
    const read = readEntry(entry, input.budget)
    const hash = hashes.get(entry.path)
    const bad = !(read instanceof Uint8Array) || (hash !== undefined && hasDigest(read, hash) === false)
    if (bad) {
      given++
      yield { ok: false, origin, name: inner, error: read instanceof Uint8Array ? tampered(name, entry.path) : read }
      continue
    }
    for (const opened of openWarc({ ...input, bytes: read, name: inner, unique: uniqueOrigins() }, pages)) {
      given++
      yield opened.ok
        ? { ok: true, part: { ...opened.part, origin: origin + opened.part.origin } }
        : { ...opened, origin: origin + opened.origin }
    }
  }
  if (given === 0 && pages) {
    const listed = pages.titles.size
    const why =
      listed === 1 ? 'it does not hold the page that it lists' : `it holds none of the ${listed} pages that it lists`
    yield { ok: false, origin: '', name, error: intakeError('intake/bad-archive', { name, format: 'WACZ file', why }) }
  }
}

function tampered(name: string, path: string): ReturnType<typeof intakeError> {
  return intakeError('intake/bad-entry', { name, path, why: 'its hash is not the one that datapackage.json gives' })
}

type Json = Readonly<Record<string, unknown>>

function readHashes(entries: readonly ZipEntry[], input: ContainerInput): ReadonlyMap<string, string> {
  const text = textOf(
    entries.find((entry) => entry.path === 'datapackage.json'),
    input,
  )
  const resources = parse(text)?.['resources']
  const hashes = new Map<string, string>()
  for (const resource of Array.isArray(resources) ? resources : []) {
    const { path, hash } = isJson(resource) ? resource : {}
    if (typeof path === 'string' && typeof hash === 'string') hashes.set(path, hash)
  }
  return hashes
}

/** The listed pages; null where none are listed. The first line of a list is its head and has no address. */
function readPages(entries: readonly ZipEntry[], input: ContainerInput): CapturedPages | null {
  const titles = new Map<string, string | null>()
  for (const entry of entries) {
    if (!PAGES.test(entry.path)) continue
    for (const line of textOf(entry, input).split('\n')) {
      const { url, title } = parse(line) ?? {}
      if (typeof url === 'string')
        titles.set(url.replace(/#.*$/, ''), typeof title === 'string' && title !== '' ? title : null)
    }
  }
  return titles.size === 0 ? null : { titles }
}

function textOf(entry: ZipEntry | undefined, input: ContainerInput): string {
  const bytes = entry ? readEntry(entry, input.budget) : null
  return !(bytes instanceof Uint8Array) || bytes.length > MAX_FEED_BYTES ? '' : new TextDecoder().decode(bytes)
}

function parse(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text)
    return isJson(value) ? value : null
  } catch {
    return null
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
