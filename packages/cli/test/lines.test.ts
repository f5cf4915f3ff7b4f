import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLines } from '../src/lines.ts'

async function linesOf(chunks: readonly Uint8Array[], limit = 1000): Promise<(string | null)[]> {
  const lines: (string | null)[] = []
  const stream = (async function* () {
    yield* chunks
  })()
  for await (const { bytes } of splitLines(stream, limit)) lines.push(bytes && new TextDecoder().decode(bytes))
  return lines
}

describe('splitLines', () => {
  it('cuts at line feeds wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\u2028') }),
        fc.nat(20),
        async (text, size) => {
          const bytes = new TextEncoder().encode(text)
          const chunks: Uint8Array[] = []
          for (let at = 0; at < bytes.length; at += size + 1) chunks.push(bytes.subarray(at, at + size + 1))
          const expected = text.split('\n')
          if (expected.at(-1) === '') expected.pop()
          expect(await linesOf(chunks)).toEqual(expected)
        },
      ),
    )
  })

  it('skips a line over the limit, and goes on', async () => {
    const bytes = new TextEncoder().encode(`${'x'.repeat(50)}\nok\n`)
    expect(await linesOf([bytes.subarray(0, 20), bytes.subarray(20)], 10)).toEqual([null, 'ok'])
  })
})
