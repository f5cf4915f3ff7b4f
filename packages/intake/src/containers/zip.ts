import { BackchannelError } from '@backchannel/core'
import { firstBadByte } from '../decode.ts'
import { intakeError } from '../errors.ts'
import { MAX_CONTAINER_ENTRIES, MAX_ENTRY_BYTES } from '../limits.ts'
import type { Budget } from './budget.ts'
import { crc32, inflateAll } from './inflate.ts'

/** One file of an archive. */
export interface ZipEntry {
  readonly path: string
  /** What is wrong with it, told before anything is expanded; null where nothing is. */
  readonly error: BackchannelError | null
  /** Its bytes, maybe a view of the archive. Throws an `intake/...` error where they are broken or too many. */
  read(budget: Budget): Uint8Array
}

interface Listed {
  readonly path: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
  readonly symlink: boolean
}

/**
 * Lists the files of a ZIP archive (APPNOTE 6.3.10, with ZIP64) from its central directory, in its order, folders left
 * out. Nothing is written anywhere and no path is followed; yet a path that leaves its folder, a link, an entry that
 * shares bytes with another (as in the bombs of D. Fifield, 2019) or that disagrees with its own header is an error of
 * that entry. Throws `intake/bad-archive` and `intake/too-much` for the archive as a whole.
 */
export function listZip(bytes: Uint8Array, name: string): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view, name)
  const listed = readDirectory(bytes, view, end, name)
  const starts = listed.map((entry) => dataStart(bytes, view, entry, end))
  const shared = findShared(listed, starts)
  const paths = new Set<string>()
  return listed.flatMap((entry, index): readonly ZipEntry[] => {
    if (entry.path.endsWith('/')) return []
    const start = starts[index]
    const bad = (why: string): BackchannelError =>
      intakeError('intake/bad-entry', { name, path: shown(entry.path), why })
    const why =
      pathTrouble(entry.path) ??
      (entry.symlink ? 'it is a symbolic link' : null) ??
      (entry.flags & 0x2041 ? 'it is encrypted' : null) ??
      (entry.method !== 0 && entry.method !== 8
        ? `it is compressed by method ${entry.method}, read are 0 and 8`
        : null) ??
      (typeof start === 'string' ? start : null) ??
      (shared.has(index) ? 'it shares bytes with another entry' : null) ??
      (entry.method === 0 && entry.packed !== entry.size ? 'it is stored with two different lengths' : null) ??
      (paths.has(entry.path) ? 'another entry has the same path' : null)
    paths.add(entry.path)
    return [
      {
        path: entry.path,
        error: why === null ? null : bad(why),
        read(budget) {
          if (why !== null || typeof start !== 'number') throw bad(why ?? 'it has no data')
          return unpack(bytes.subarray(start, start + entry.packed), entry, budget, bad)
        },
      },
    ]
  })
}

function unpack(packed: Uint8Array, entry: Listed, budget: Budget, bad: (why: string) => BackchannelError): Uint8Array {
  if (entry.method !== 0 && entry.size > MAX_ENTRY_BYTES) {
    throw bad(`it expands to ${entry.size} bytes, the limit is ${MAX_ENTRY_BYTES} (MAX_ENTRY_BYTES)`)
  }
  // More than was promised is a lie; the decompressor stops there.
  const inflated = entry.method === 0 ? { bytes: packed } : inflateAll(packed, 'raw', entry.size, budget)
  if ('why' in inflated) throw bad(inflated.why)
  const { bytes } = inflated
  if (bytes.length !== entry.size) throw bad(`it should expand to ${entry.size} bytes and gives ${bytes.length}`)
  if (crc32(bytes) !== entry.crc) throw bad('its checksum is another than the archive says')
  return bytes
}

interface End {
  readonly entries: number
  readonly size: number
  readonly offset: number
  /** Bytes before the archive, for instance of a program that unpacks it; added to every offset. */
  readonly before: number
}

function findEnd(view: DataView, name: string): End {
  const length = view.byteLength
  for (let at = length - 22; at >= 0 && at >= length - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) !== 0x06054b50 || at + 22 + view.getUint16(at + 20, true) > length) continue
    let [entries, size, offset] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 12, true),
      view.getUint32(at + 16, true),
    ]
    let after = at
    if (at >= 20 && view.getUint32(at - 20, true) === 0x07064b50) {
      const big = Number(view.getBigUint64(at - 12, true))
      if (big + 56 > at - 20 || view.getUint32(big, true) !== 0x06064b50)
        throw broken(name, 'its ZIP64 end record is missing')
      entries = Number(view.getBigUint64(big + 32, true))
      size = Number(view.getBigUint64(big + 40, true))
      offset = Number(view.getBigUint64(big + 48, true))
      after = big
    }
    const before = after - size - offset
    if (!(before >= 0)) throw broken(name, 'its list of files does not fit into it')
    return { entries, size, offset: offset + before, before }
  }
  throw broken(name, 'it has no list of files at its end; it may be cut off')
}

function readDirectory(bytes: Uint8Array, view: DataView, end: End, name: string): readonly Listed[] {
  const listed: Listed[] = []
  const last = end.offset + end.size
  let at = end.offset
  // Programs that know no ZIP64 write the count of a large archive without its upper bits: the list itself is believed.
  while (at < last || listed.length < end.entries) {
    if (listed.length >= MAX_CONTAINER_ENTRIES || end.entries > MAX_CONTAINER_ENTRIES) {
      const details = { name, what: 'parts', limit: MAX_CONTAINER_ENTRIES, constant: 'MAX_CONTAINER_ENTRIES' }
      throw intakeError('intake/too-much', details)
    }
    if (at + 46 > last || view.getUint32(at, true) !== 0x02014b50) {
      if (listed.length >= end.entries) break
      throw broken(name, `it lists ${listed.length} files where it promises ${end.entries}`)
    }
    const [names, extras, comments] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ]
    const next = at + 46 + names + extras + comments
    if (next > last) throw broken(name, 'an entry of its list of files reaches past the end')
    const flags = view.getUint16(at + 8, true)
    const made = view.getUint16(at + 4, true) >> 8
    const mode = view.getUint32(at + 38, true) >>> 16
    const sizes = wideSizes(view, at, at + 46 + names, extras)
    listed.push({
      path: decodePath(bytes.subarray(at + 46, at + 46 + names)),
      flags,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...sizes,
      offset: sizes.offset + end.before,
      symlink: made === 3 && (mode & 0xf000) === 0xa000,
    })
    at = next
  }
  return listed
}

/** Sizes and offset of an entry, from the ZIP64 field where the short ones are full. */
function wideSizes(
  view: DataView,
  at: number,
  extra: number,
  length: number,
): Pick<Listed, 'packed' | 'size' | 'offset'> {
  let size = view.getUint32(at + 24, true)
  let packed = view.getUint32(at + 20, true)
  let offset = view.getUint32(at + 42, true)
  for (let field = extra; field + 4 <= extra + length; ) {
    const [id, bytes] = [view.getUint16(field, true), view.getUint16(field + 2, true)]
    if (id === 1) {
      let next = field + 4
      const wide = (narrow: number): number => {
        if (narrow !== 0xffffffff || next + 8 > Math.min(field + 4 + bytes, extra + length)) return narrow
        next += 8
        return Number(view.getBigUint64(next - 8, true))
      }
      size = wide(size)
      packed = wide(packed)
      offset = wide(offset)
    }
    field += 4 + bytes
  }
  return { size, packed, offset }
}

/** Where the data of an entry begin, or what is wrong with its own header. */
function dataStart(bytes: Uint8Array, view: DataView, entry: Listed, end: End): number | string {
  const { offset } = entry
  if (offset + 30 > end.offset || view.getUint32(offset, true) !== 0x04034b50)
    return 'it has no header where the archive says'
  const names = view.getUint16(offset + 26, true)
  const start = offset + 30 + names + view.getUint16(offset + 28, true)
  if (start + entry.packed > end.offset) return 'its data reach past the end of the archive'
  if (decodePath(bytes.subarray(offset + 30, offset + 30 + names)) !== entry.path)
    return 'its own header names another path'
  return start
}

/** Entries whose bytes, header included, are also those of another one. */
function findShared(listed: readonly Listed[], starts: readonly (number | string)[]): ReadonlySet<number> {
  const order = listed.map((_, index) => index).filter((index) => typeof starts[index] === 'number')
  order.sort((a, b) => listed[a]!.offset - listed[b]!.offset || a - b)
  const shared = new Set<number>()
  let reach = -1
  let owner = -1
  for (const index of order) {
    const { offset, packed } = listed[index]!
    const last = Number(starts[index]) + packed
    if (offset < reach) {
      shared.add(index)
      shared.add(owner)
    }
    if (last > reach) {
      reach = last
      owner = index
    }
  }
  return shared
}

function pathTrouble(path: string): string | null {
  if (path === '' || /[\u0000-\u001F\u007F]/.test(path)) return 'its path is empty or holds control characters'
  if (/^(?:[/\\]|[A-Za-z]:)/.test(path)) return 'its path is absolute'
  if (path.split(/[/\\]/).includes('..')) return 'its path leaves the archive'
  return path.length > MAX_PATH ? `its path has more than ${MAX_PATH} characters` : null
}

/** Characters of a path, as most file systems allow. */
const MAX_PATH = 4096

/** Old archives name files in the charset of the machine that made them: what is no UTF-8 is read as Latin. */
function decodePath(bytes: Uint8Array): string {
  return new TextDecoder(firstBadByte(bytes) < 0 ? 'utf-8' : 'windows-1252').decode(bytes)
}

function shown(path: string): string {
  const plain = path.replace(/[\u0000-\u001F\u007F]/g, '\uFFFD')
  return plain.length > 100 ? `${plain.slice(0, 100)}…` : plain
}

function broken(name: string, why: string): BackchannelError {
  return intakeError('intake/bad-archive', { name, format: 'ZIP archive', why })
}

/** The bytes of an entry, or what is wrong with it. Throws `intake/too-much` alone: that ends the whole input. */
export function readEntry(entry: ZipEntry, budget: Budget): Uint8Array | BackchannelError {
  if (entry.error) return entry.error
  try {
    return entry.read(budget)
  } catch (error) {
    if (!(error instanceof BackchannelError) || error.code === 'intake/too-much') throw error
    return error
  }
}

/** Endings of what stands beside articles: pictures, sounds, styles, programs, fonts. */
const FURNITURE =
  /(?:^|\/)(?:\.[^./\\]|__MACOSX\/|Thumbs\.db$|desktop\.ini$)|\.(?:png|jpe?g|gif|webp|svg|ico|avif|bmp|tiff?|css|js|mjs|map|woff2?|ttf|otf|eot|mp3|mp4|m4a|ogg|wav|webm|mov|avi)$/i

/** True for files that are passed over without a word in folders and archives: hidden ones and what dresses a page. */
export function isFurniture(path: string): boolean {
  return FURNITURE.test(path)
}
