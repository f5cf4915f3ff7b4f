import { describe, expect, it } from 'vitest'
import { inOrder } from '../src/in-order.ts'

const later = (ticks: number) => new Promise((done) => setTimeout(done, ticks))

describe('inOrder', () => {
  it('keeps the order whichever is done first, and starts only so many', async () => {
    let running = 0
    let most = 0
    const results: number[] = []
    for await (const result of inOrder([5, 1, 4, 0, 3, 2], 3, async (item) => {
      most = Math.max(most, ++running)
      await later(item)
      running--
      return item
    }))
      results.push(result)
    expect(results).toEqual([5, 1, 4, 0, 3, 2])
    expect(most).toBeLessThanOrEqual(3)
  })

  it('throws in turn', async () => {
    const seen: number[] = []
    const run = async () => {
      for await (const result of inOrder([1, 2, 3], 3, async (item) => {
        if (item === 2) throw new Error('two')
        await later(5)
        return item
      }))
        seen.push(result)
    }
    await expect(run()).rejects.toThrow('two')
    expect(seen).toEqual([1])
  })
})
