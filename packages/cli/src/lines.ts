/** One line of a byte stream, without its end. `bytes` is null for a line over the limit, which was skipped. */
export interface ByteLine {
  readonly number: number
  readonly bytes: Uint8Array | null
}

const LINE_FEED = 10

/**
 * Cuts a byte stream at its line feeds, and at nothing else: JSON may hold other line separators as they are. Holds one
 * line at a time; of a line longer than `limit` bytes nothing is kept.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = []
  let length = 0
  let number = 0
  const take = (): ByteLine => {
    number++
    const line = length > limit ? null : joinBytes(parts, length)
    parts = []
    length = 0
    return { number, bytes: line }
  }
  const add = (part: Uint8Array) => {
    length += part.length
    if (length > limit) parts = []
    else if (part.length > 0) parts.push(part)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    add(chunk.subarray(from))
  }
  if (length > 0) yield take()
}

function joinBytes(parts: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
