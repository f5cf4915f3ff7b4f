import type { Kernel } from './kernel/kernel.ts'
import { type IntegerMatrix, multiplyInteger, packIntegerMatrix } from './matrix.ts'
import type { ModelFile } from './model-file.ts'
import { type SequencePlan, writeIntegers } from './sequences.ts'

/** What an LSTM stack needs to know besides its weights. */
export interface LstmOptions {
  /** Tensors are named `<prefix>.<layer>.<fwd|bwd>.<input|recurrent|bias>`. */
  readonly prefix: string
  readonly layers: number
  /** Units a direction: a multiple of 8. */
  readonly hidden: number
  /** Width of the rows that the first layer reads. */
  readonly inputs: number
  /** Most rows (words) of one run. */
  readonly maxRows: number
  /** Most sequences of one run. */
  readonly maxSequences: number
}

/**
 * Layers of bidirectional LSTMs (gate order i, f, g, o) whose inner products are exact integer sums: what comes out for
 * a sequence is the same bits alone or beside others. Buffers belong to the stack: one run at a time.
 */
export interface LstmStack {
  readonly inputs: number
  readonly hidden: number
  /** Width of the output: both directions. */
  readonly width: number
  /** The first layer's input weights of both directions with bias, for callers that cache its products. */
  readonly first: IntegerMatrix
  /** Address of the first layer's products, [rows, 8 * hidden] float32, rows in the plan's order. */
  readonly products: number
  /** Bytes of a row of products. */
  readonly productBytes: number
  /** Runs from products that the caller has filled in. Returns the address of the int16 output [rows, width]. */
  runProducts(plan: SequencePlan): number
  /**
   * Runs from float32 rows at `address`, [rows, inputs] in the plan's order, rows `bytes` apart, of any size of values
   * (each row is brought to int16 with a scale of its own; `inputs` must be a multiple of 8). Returns as runProducts.
   */
  runRows(plan: SequencePlan, address: number, bytes: number): number
}

interface Direction {
  readonly recurrent: IntegerMatrix
}

/** Loads a stack from a model file into the kernel. Throws `assets/bad-model` where tensors are missing or misshapen. */
export function createLstmStack(kernel: Kernel, file: ModelFile, options: LstmOptions): LstmStack {
  const { prefix, layers, hidden, inputs, maxRows, maxSequences } = options
  if (hidden % 8 !== 0) file.fail(`it has ${hidden} hidden units, they should be a multiple of 8`)
  const width = 2 * hidden
  const gates = 4 * hidden
  const inputMatrices: IntegerMatrix[] = []
  const directions: (readonly [Direction, Direction])[] = []
  for (let layer = 0; layer < layers; layer++) {
    const columns = layer === 0 ? inputs : width
    const part = (way: string) => ({
      weight: file.tensor(`${prefix}.${layer}.${way}.input`, gates, columns),
      bias: file.tensor(`${prefix}.${layer}.${way}.bias`, 1, gates),
    })
    const recurrent = (way: string) => ({
      recurrent: packIntegerMatrix(kernel, [
        { weight: file.tensor(`${prefix}.${layer}.${way}.recurrent`, gates, hidden) },
      ]),
    })
    // The first layer's rows bring their own scales.
    inputMatrices.push(packIntegerMatrix(kernel, [part('fwd'), part('bwd')], layer === 0 ? 1 : undefined))
    directions.push([recurrent('fwd'), recurrent('bwd')])
  }
  const first = inputMatrices[0] ?? file.fail('it has no layer')

  const productBytes = 2 * gates * 4
  const outputBytes = width * 2
  const products = kernel.reserve(maxRows * productBytes)
  const outputs = [kernel.reserve(maxRows * outputBytes), kernel.reserve(maxRows * outputBytes)] as const
  const cell = kernel.reserve(maxSequences * hidden * 4)
  const starts = kernel.reserve((maxRows + 1) * 4)
  const quantized = kernel.reserve(maxRows * inputs * 2)
  const rowScales = kernel.reserve(maxRows * 4)

  function runProducts(plan: SequencePlan): number {
    if (plan.rows > maxRows || plan.lengths.length > maxSequences)
      throw new RangeError(`${plan.rows} rows of ${plan.lengths.length} sequences, more than planned`)
    writeIntegers(kernel, starts, plan.starts)
    let out: number = outputs[0]
    for (let layer = 0; layer < layers; layer++) {
      const before = out
      out = outputs[layer & 1] ?? outputs[0]
      if (layer > 0) {
        multiplyInteger(kernel, inputMatrices[layer]!, before, outputBytes, products, productBytes, plan.rows)
      }
      const pair = directions[layer]!
      for (let way = 0; way < 2; way++) {
        const { recurrent } = pair[way]!
        kernel.run.lstmRun(
          products + way * gates * 4,
          productBytes,
          recurrent.weights,
          recurrent.scales,
          out + way * hidden * 2,
          outputBytes,
          cell,
          starts,
          plan.steps,
          hidden,
          way,
        )
      }
    }
    return out
  }

  return {
    inputs,
    hidden,
    width,
    first,
    products,
    productBytes,
    runProducts,
    runRows(plan, address, bytes) {
      kernel.run.quantize(address, bytes, quantized, inputs * 2, rowScales, plan.rows, inputs)
      multiplyInteger(kernel, first, quantized, inputs * 2, products, productBytes, plan.rows, rowScales)
      return runProducts(plan)
    },
  }
}
