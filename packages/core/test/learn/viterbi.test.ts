import { expect, it } from 'vitest'
import { createViterbi } from '../../src/learn/index.ts'
import { createRandom } from './random.ts'

it('finds the best of all paths', () => {
  const labels = 4
  for (let seed = 0; seed < 40; seed++) {
    const random = createRandom(seed)
    const values = (count: number): Float32Array => Float32Array.from({ length: count }, () => random.sign())
    const chain = { labels, transition: values(labels * labels), start: values(labels), end: values(labels) }
    const length = 1 + random.below(5)
    const stride = 6
    const scores = values(2 + length * stride)
    let best = Number.NEGATIVE_INFINITY
    let path: number[] = []
    for (let code = 0; code < labels ** length; code++) {
      const tried = Array.from({ length }, (_, i) => Math.floor(code / labels ** i) % labels)
      let sum = chain.start[tried[0]!]! + chain.end[tried.at(-1)!]!
      tried.forEach((y, i) => {
        sum += scores[2 + i * stride + y]! + (i > 0 ? chain.transition[tried[i - 1]! * labels + y]! : 0)
      })
      if (sum > best) {
        best = sum
        path = tried
      }
    }
    const out = new Uint8Array(length + 1).fill(99)
    createViterbi(chain).decode(scores, 2, stride, length, out, 1)
    expect(Array.from(out)).toEqual([99, ...path])
  }
})

it('writes nothing for no words', () => {
  const zeros = new Float32Array(1)
  const out = new Uint8Array([7])
  createViterbi({ labels: 1, transition: zeros, start: zeros, end: zeros }).decode(zeros, 0, 1, 0, out, 0)
  expect(out[0]).toBe(7)
})
