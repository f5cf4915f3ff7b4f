import { parseBatchLine } from '../batch.ts'
import type { ContainerInput } from './container-input.ts'
import { type Opened, originOf, partOf } from './part.ts'

/** The lines of a batch (`parseBatchLine`), empty ones left out; a bad line is an error of its own. */
export function* openBatch(input: ContainerInput): Generator<Opened> {
  const { bytes, name } = input
  const decoder = new TextDecoder()
  let number = 0
  for (let from = 0; from < bytes.length; ) {
    const at = bytes.indexOf(0x0a, from)
    const end = at < 0 ? bytes.length : at
    const line = decoder.decode(bytes.subarray(from, end))
    from = end + 1
    number++
    if (line.trim() === '') continue
    input.budget.enter()
    const read = parseBatchLine(line, number)
    if (!read.ok) {
      const origin = input.unique(read.id === null ? `#line-${number}` : originOf(read.id))
      yield { ok: false, origin, name: `${name}${origin}`, error: read.error }
      continue
    }
    const { text, given } = read.input
    const origin = input.unique(originOf(given.id))
    yield partOf({
      kind: 'batch-line',
      origin,
      name: `${name}${origin}`,
      body: { text },
      hints: {
        id: given.id,
        title: given.title ?? null,
        outlet: given.outlet ?? null,
        published: given.published ?? null,
        publishedRaw: given.published ?? null,
        url: given.url ?? null,
        found: input.found,
      },
    })
  }
}
