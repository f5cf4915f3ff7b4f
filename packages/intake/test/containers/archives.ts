import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../src/containers/inflate.ts'

/** One entry of a made archive. What is not given is as it should be. */
export interface MadeEntry {
  readonly path: string
  readonly data: Uint8Array | string
  readonly stored?: boolean
  /** Lies: what the archive says instead of the truth. */
  readonly size?: number
  readonly crc?: number
  readonly flags?: number
  readonly method?: number
  /** Unix mode, for instance 0o120777 of a link. */
  readonly mode?: number
  /** The path in the entry's own header. */
  readonly localPath?: string
  /** Points to the header of the entry of this index instead of one of its own. */
  readonly sharedWith?: number
}

const encoder = new TextEncoder()

/** Makes a ZIP archive byte by byte, so that it may lie. `wide` writes ZIP64 records. */
export function makeZip(
  entries: readonly MadeEntry[],
  options: { readonly wide?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const central: Uint8Array[] = []
  const offsets: number[] = []
  let at = 0
  for (const entry of entries) {
    const data = typeof entry.data === 'string' ? encoder.encode(entry.data) : entry.data
    const packed = entry.stored ? data : deflateRawSync(data)
    const path = encoder.encode(entry.path)
    const local = encoder.encode(entry.localPath ?? entry.path)
    const fields = {
      method: entry.method ?? (entry.stored ? 0 : 8),
      crc: entry.crc ?? crc32(data),
      size: entry.size ?? data.length,
      flags: entry.flags ?? 0x800,
    }
    const offset = entry.sharedWith === undefined ? at : offsets[entry.sharedWith]!
    offsets.push(offset)
    if (entry.sharedWith === undefined) {
      const header = new Uint8Array(30 + local.length)
      const view = new DataView(header.buffer)
      view.setUint32(0, 0x04034b50, true)
      view.setUint16(6, fields.flags, true)
      view.setUint16(8, fields.method, true)
      view.setUint32(14, fields.crc, true)
      view.setUint32(18, packed.length, true)
      view.setUint32(22, fields.size, true)
      view.setUint16(26, local.length, true)
      header.set(local, 30)
      parts.push(header, packed)
      at += header.length + packed.length
    }
    const extra = options.wide ? 28 : 0
    const record = new Uint8Array(46 + path.length + extra)
    const view = new DataView(record.buffer)
    view.setUint32(0, 0x02014b50, true)
    view.setUint16(4, 0x0314, true)
    view.setUint16(8, fields.flags, true)
    view.setUint16(10, fields.method, true)
    view.setUint32(16, fields.crc, true)
    view.setUint32(20, options.wide ? 0xffffffff : packed.length, true)
    view.setUint32(24, options.wide ? 0xffffffff : fields.size, true)
    view.setUint16(28, path.length, true)
    view.setUint16(30, extra, true)
    view.setUint32(38, (entry.mode ?? 0o100644) * 0x10000, true)
    view.setUint32(42, options.wide ? 0xffffffff : offset, true)
    record.set(path, 46)
    if (options.wide) {
      const from = 46 + path.length
      view.setUint16(from, 1, true)
      view.setUint16(from + 2, 24, true)
      view.setBigUint64(from + 4, BigInt(fields.size), true)
      view.setBigUint64(from + 12, BigInt(packed.length), true)
      view.setBigUint64(from + 20, BigInt(offset), true)
    }
    central.push(record)
  }
  const size = central.reduce((sum, record) => sum + record.length, 0)
  const wideEnd = new Uint8Array(options.wide ? 76 : 0)
  if (options.wide) {
    const view = new DataView(wideEnd.buffer)
    view.setUint32(0, 0x06064b50, true)
    view.setBigUint64(4, 44n, true)
    view.setBigUint64(24, BigInt(entries.length), true)
    view.setBigUint64(32, BigInt(entries.length), true)
    view.setBigUint64(40, BigInt(size), true)
    view.setBigUint64(48, BigInt(at), true)
    view.setUint32(56, 0x07064b50, true)
    view.setBigUint64(64, BigInt(at + size), true)
    view.setUint32(72, 1, true)
  }
  const end = new Uint8Array(22)
  const view = new DataView(end.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, Math.min(entries.length, 0xffff), true)
  view.setUint16(10, Math.min(entries.length, 0xffff), true)
  view.setUint32(12, options.wide ? 0xffffffff : size, true)
  view.setUint32(16, options.wide ? 0xffffffff : at, true)
  return join([...parts, ...central, wideEnd, end])
}

/** Bytes one after another. */
export function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
