/** Bytes that come in pieces, read as one stream. */
export interface ByteReader {
  /** The next `length` bytes without taking them, fewer at the end. Valid until the next call. */
  peek(length: number): Uint8Array
  /** Takes `length` bytes, fewer at the end. Valid until the next call. */
  take(length: number): Uint8Array
  /** Takes `length` bytes and forgets them; returns how many there were. */
  skip(length: number): number
  /** Puts bytes back to the front. */
  unread(bytes: Uint8Array): void
}

export function createByteReader(pieces: Iterator<Uint8Array, unknown>): ByteReader {
  let buffer: Uint8Array = new Uint8Array(0)
  let at = 0
  let ended = false

  function fill(length: number): void {
    if (ended || buffer.length - at >= length) return
    const parts = [buffer.subarray(at)]
    let have = parts[0]!.length
    while (have < length) {
      const next = pieces.next()
      if (next.done) {
        ended = true
        break
      }
      parts.push(next.value)
      have += next.value.length
    }
    buffer = concat(parts)
    at = 0
  }

  return {
    peek(length) {
      fill(length)
      return buffer.subarray(at, at + length)
    },
    take(length) {
      fill(length)
      const bytes = buffer.subarray(at, at + length)
      at += bytes.length
      return bytes
    },
    skip(length) {
      let left = length
      while (left > 0) {
        fill(1)
        const step = Math.min(left, buffer.length - at)
        if (step === 0) break
        at += step
        left -= step
      }
      return length - left
    },
    unread(bytes) {
      buffer = concat([bytes, buffer.subarray(at)])
      at = 0
    },
  }
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const full = parts.filter((part) => part.length > 0)
  const [only] = full
  if (only && full.length === 1) return only
  const all = new Uint8Array(full.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of full) {
    all.set(part, at)
    at += part.length
  }
  return all
}
