import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createKernel, multiplyInteger, packIntegerMatrix, tensorOf } from '@backchannel/core/learn'

/**
 * How far two threads can come on this machine at all: the kernel's integer product, alone, again and again on the same few
 * kilobytes (nothing shared, nothing allocated, no memory beyond the first cache), in one process and in two at once.
 * Two cores give 2; two threads of one core, which share its arithmetic units, give less. A reader scales less than this where
 * one thread of it keeps more than one core busy: V8 compiles and collects beside it (the benchmark tells how many cores).
 */
const SECONDS = 2
/** 16 kB of weights: they stay in the first cache. */
const INPUTS = 64
const OUTPUTS = 128
const ROWS = 8

const run = promisify(execFile)

/** Products a second of two processes at once over those of one alone; the best of three, since noise only lowers it. */
export async function scaleOfProducts(): Promise<number> {
  let best = 0
  for (let round = 0; round < 3; round++) {
    const [alone = 0] = await together(1)
    const both = await together(2)
    best = Math.max(best, both.reduce((sum, one) => sum + one, 0) / alone)
  }
  return best
}

async function together(processes: number): Promise<readonly number[]> {
  return Promise.all(
    Array.from({ length: processes }, async () => {
      const { stdout } = await run(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url)])
      return Number(stdout)
    }),
  )
}

function measure(): number {
  const kernel = createKernel()
  const weight = tensorOf(
    'w',
    OUTPUTS,
    INPUTS,
    Float32Array.from({ length: INPUTS * OUTPUTS }, (_, i) => Math.sin(i)),
  )
  const matrix = packIntegerMatrix(kernel, [{ weight }])
  const lda = INPUTS * 2
  const activations = kernel.reserve(ROWS * lda)
  for (let i = 0; i < ROWS * INPUTS; i++) kernel.i16[(activations >> 1) + i] = ((i * 7919) % 65_535) - 32_767
  const out = kernel.reserve(ROWS * matrix.outputs * 4)
  const multiply = (times: number): void => {
    for (let i = 0; i < times; i++) multiplyInteger(kernel, matrix, activations, lda, out, matrix.outputs * 4, ROWS)
  }
  multiply(20_000)
  const start = performance.now()
  let done = 0
  while (performance.now() - start < SECONDS * 1000) {
    multiply(1000)
    done += 1000
  }
  return done / ((performance.now() - start) / 1000)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(measure())
