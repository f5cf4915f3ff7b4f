import { describe, expect, it } from 'vitest'
import { gather } from '../src/gather.ts'

async function* after(times: readonly number[]): AsyncGenerator<number> {
  for (const [at, milliseconds] of times.entries()) {
    if (milliseconds > 0) await new Promise((done) => setTimeout(done, milliseconds))
    yield at
  }
}

async function all(lists: AsyncIterable<readonly number[]>): Promise<number[][]> {
  const found: number[][] = []
  for await (const list of lists) found.push([...list])
  return found
}

describe('gather', () => {
  it('gives full lists, and what is left at the end', async () => {
    expect(await all(gather(after([0, 0, 0, 0, 0]), 2, 10_000))).toEqual([[0, 1], [2, 3], [4]])
    expect(await all(gather(after([]), 2, 10_000))).toEqual([])
  })

  it('does not keep the first waiting for the next', async () => {
    expect(await all(gather(after([0, 0, 400, 0]), 9, 60))).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  it('ends the items when it is ended, and passes on what they throw', async () => {
    let ended = false
    async function* endless(): AsyncGenerator<number> {
      try {
        for (let at = 0; ; at++) yield at
      } finally {
        ended = true
      }
    }
    for await (const list of gather(endless(), 3, 10_000)) {
      expect(list).toEqual([0, 1, 2])
      break
    }
    expect(ended).toBe(true)
    async function* broken(): AsyncGenerator<number> {
      yield 1
      throw new Error('broken')
    }
    await expect(all(gather(broken(), 3, 10_000))).rejects.toThrow('broken')
  })
})
