import { BackchannelError } from '@backchannel/core'
import { intakeError } from '../errors.ts'
import { MAX_CONTAINER_BYTES, MAX_CONTAINER_DEPTH, MAX_ENTRY_BYTES } from '../limits.ts'
import { openBatch } from './batch-file.ts'
import { createBudget } from './budget.ts'
import type { ContainerInput } from './container-input.ts'
import { type Opened, partOf, uniqueOrigins } from './part.ts'
import { containerKind } from './sniff-container.ts'

export interface OpenContainerOptions {
  /** The file's name or address, for messages and for its ending. */
  readonly name: string
  /** The media type that came with the bytes, with its parameters. */
  readonly mediaType?: string | null
  /** The address it was fetched from: relative links are resolved against it, and it is the `url` of a single page. */
  readonly url?: string | null
  /** When it was fetched, ISO 8601; parts carry it unless they know better (WARC). */
  readonly found?: string | null
}

/**
 * Takes an input apart, whatever it is, and gives its documents one after another, not yet read: the entries of a feed,
 * the lines of a batch, the files of an archive, the pages of a web archive, the items of an agency, and what is nested in them; an
 * input that is one document gives itself, with the origin "". Bytes of a part have a buffer of their own. Nothing is
 * read ahead: what is not asked for costs nothing.
 *
 * Never throws because of the input: what is wrong with a part stands in its place, and the rest goes on.
 */
export async function* openContainer(bytes: Uint8Array, options: OpenContainerOptions): AsyncGenerator<Opened> {
  const { name, mediaType = null, url = null, found = null } = options
  const budget = createBudget(name)
  const input = { bytes, name, mediaType, url, found, budget, unique: uniqueOrigins() }
  try {
    yield* open(input, 0)
  } catch (error) {
    yield { ok: false, origin: '', name, error: asError(error, name) }
  }
}

async function* open(input: ContainerInput, depth: number): AsyncGenerator<Opened> {
  const { bytes, name } = input
  const kind = containerKind(bytes, { name, mediaType: input.mediaType })
  if (kind === 'document') {
    yield partOf({
      kind: 'file',
      origin: '',
      name,
      mediaType: input.mediaType,
      body: { bytes: ownBuffer(bytes), fragment: false },
      hints: { url: input.url, found: input.found },
    })
    return
  }
  if (depth > MAX_CONTAINER_DEPTH) throw intakeError('intake/too-deep', { name, depth, limit: MAX_CONTAINER_DEPTH })
  if (bytes.length > MAX_CONTAINER_BYTES) {
    const limit = { limit: MAX_CONTAINER_BYTES, constant: 'MAX_CONTAINER_BYTES' }
    throw intakeError('intake/too-big', { name, bytes: bytes.length, kind: 'a container', ...limit })
  }
  switch (kind) {
    case 'feed':
      yield* (await import('./feed.ts')).openFeed(input)
      return
    case 'news-json':
      yield* (await import('./ninjs.ts')).openNinjs(input)
      return
    case 'news-xml':
      yield* (await import('./news-ml.ts')).openNewsMl(input)
      return
    case 'batch':
      yield* openBatch(input)
      return
    case 'zip':
      yield* openArchive(input, depth)
      return
    case 'warc':
      yield* (await import('./warc.ts')).openWarc(input)
      return
    case 'gzip':
      yield* openGzip(input, depth)
  }
}

async function* openArchive(input: ContainerInput, depth: number): AsyncGenerator<Opened> {
  const { listZip, isFurniture, readEntry } = await import('./zip.ts')
  const entries = listZip(input.bytes, input.name)
  const { isWacz, openWacz } = await import('./wacz.ts')
  if (isWacz(entries)) {
    yield* openWacz(input, entries)
    return
  }
  for (const entry of entries) {
    if (isFurniture(entry.path)) continue
    input.budget.enter()
    const origin = input.unique(`!/${entry.path}`)
    const outer = { ...input, name: `${input.name}${origin}`, mediaType: null, url: null }
    yield* nested(() => readEntry(entry, input.budget), outer, origin, depth)
  }
}

/** One compressed file: a web archive is read piece by piece, anything else when it is whole. Its origin does not show it. */
async function* openGzip(input: ContainerInput, depth: number): AsyncGenerator<Opened> {
  const { expand, inflateAll } = await import('./inflate.ts')
  const { budget, name } = input
  const [start] = [...firstOf(expand(input.bytes, 'gzip', createBudget(name)))]
  if (start && /^WARC\/\d/.test(new TextDecoder('windows-1252').decode(start.subarray(0, 8)))) {
    yield* (await import('./warc.ts')).openWarc(input)
    return
  }
  const read = (): Uint8Array => {
    const inflated = inflateAll(input.bytes, 'gzip', MAX_ENTRY_BYTES, budget)
    if ('bytes' in inflated) return inflated.bytes
    throw intakeError('intake/bad-archive', { name, format: 'gzip file', why: inflated.why })
  }
  // "application/gzip" says nothing of what is inside.
  yield* nested(read, { ...input, name: name.replace(/\.gz$/i, ''), mediaType: null }, '', depth)
}

function* firstOf<Piece>(pieces: Iterable<Piece>): Generator<Piece> {
  for (const piece of pieces) {
    yield piece
    return
  }
}

/** Opens what stands in a container. Its troubles are its own, but for a limit of the whole input. */
async function* nested(
  read: () => Uint8Array | BackchannelError,
  outer: Omit<ContainerInput, 'bytes'>,
  origin: string,
  depth: number,
): AsyncGenerator<Opened> {
  const { name } = outer
  try {
    const bytes = read()
    if (bytes instanceof BackchannelError) {
      yield { ok: false, origin, name, error: bytes }
      return
    }
    for await (const opened of open({ ...outer, bytes, unique: uniqueOrigins() }, depth + 1)) {
      yield opened.ok
        ? { ok: true, part: { ...opened.part, origin: origin + opened.part.origin } }
        : { ...opened, origin: origin + opened.origin }
    }
  } catch (error) {
    const found = asError(error, name)
    if (found.code === 'intake/too-much') throw found
    yield { ok: false, origin, name, error: found }
  }
}

/** A parser that fails on an input is the input's trouble: nothing here may end the program. */
function asError(error: unknown, name: string): BackchannelError {
  if (error instanceof BackchannelError) return error
  const why = error instanceof Error ? error.message : String(error)
  return intakeError('intake/bad-archive', { name, format: 'container', why })
}

/** A view of a larger buffer would be copied with all of it to another thread. */
function ownBuffer(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)
}
