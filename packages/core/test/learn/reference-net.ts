import { TINY_VECTOR_WORDS, TINY_VOCAB, TINY_WORDS, type TinyConfig, type WrittenModel } from './write-model.ts'

/**
 * The core net as docs/reference/model-format.md has it, in doubles, with true tanh and without any trick: one word, one
 * sum after the other. Trees are found by trying every root.
 */
export function referenceAnalysis(model: WrittenModel, config: TinyConfig, forms: readonly string[]) {
  let rows = forms.map((form) => inputRow(model, form))
  for (let layer = 0; layer < config.layers; layer++) {
    const forward = runLstm(model, `lstm.${layer}.fwd`, config.hidden, rows)
    const backward = runLstm(model, `lstm.${layer}.bwd`, config.hidden, rows.slice().reverse()).reverse()
    rows = rows.map((_, i) => [...forward[i]!, ...backward[i]!])
  }
  const heads = bestTree(arcScores(model, rows))
  return {
    states: rows,
    upos: rows.map((h) => TINY_VOCAB.upos[largest(linear(model, 'upos', h))]!),
    xpos: rows.map((h) => TINY_VOCAB.xpos[largest(linear(model, 'xpos', h))]!),
    names: names(model, rows),
    heads,
    relations: relations(model, rows, heads),
  }
}

function matrix(model: WrittenModel, name: string): number[][] {
  const { rows, columns, values } = model.tensors.get(name)!
  return Array.from({ length: rows }, (_, i) => Array.from(values.subarray(i * columns, (i + 1) * columns)))
}

const vector = (model: WrittenModel, name: string): number[] => matrix(model, name)[0]!
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0)
const largest = (values: readonly number[]): number => values.indexOf(Math.max(...values))
const leaky = (values: readonly number[]): number[] => values.map((x) => (x > 0 ? x : 0.1 * x))
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

function linear(model: WrittenModel, name: string, h: readonly number[]): number[] {
  const bias = vector(model, `${name}.bias`)
  return matrix(model, `${name}.weight`).map((row, i) => dot(row, h) + bias[i]!)
}

function inputRow(model: WrittenModel, form: string): number[] {
  const lower = form.toLowerCase()
  const word = matrix(model, 'word.embedding')[Math.max(0, TINY_WORDS.indexOf(lower))]!
  const { columns, values } = model.tensors.get('affix.embedding')!
  const affixes = affixKeys(form).flatMap((key, table) => {
    const row = table * 4096 + (fnv1a(key) % 4096)
    return Array.from(values.subarray(row * columns, (row + 1) * columns))
  })
  const at = TINY_VECTOR_WORDS.indexOf(lower)
  const glove = at < 0 ? null : matrix(model, 'glove.table')[at]!
  const projected = matrix(model, 'glove.projection').map((row) => (glove === null ? 0 : dot(row, glove)))
  return [...word, ...affixes, ...projected]
}

export function affixKeys(form: string): string[] {
  const cut = form.slice(0, 64)
  let shape = ''
  for (const unit of cut.split('')) {
    const upper = unit.toUpperCase() === unit && unit.toLowerCase() !== unit
    const lower = unit.toLowerCase() === unit && unit.toUpperCase() !== unit
    const sign = upper ? 'X' : lower ? 'x' : /[0-9]/.test(unit) ? 'd' : unit
    if (!shape.endsWith(sign + sign)) shape += sign
  }
  return [cut.slice(0, 1), cut.slice(0, 3), cut.slice(-2), cut.slice(-3), cut.slice(-4), shape]
}

export function fnv1a(key: string): number {
  let hash = 2166136261n
  for (let i = 0; i < key.length; i++) {
    for (const byte of [key.charCodeAt(i) & 255, key.charCodeAt(i) >> 8]) {
      hash = ((hash ^ BigInt(byte)) * 16777619n) % 4294967296n
    }
  }
  return Number(hash)
}

function runLstm(model: WrittenModel, name: string, hidden: number, rows: readonly number[][]): number[][] {
  const input = matrix(model, `${name}.input`)
  const recurrent = matrix(model, `${name}.recurrent`)
  const bias = vector(model, `${name}.bias`)
  let h: number[] = new Array(hidden).fill(0)
  let c: number[] = new Array(hidden).fill(0)
  return rows.map((x) => {
    const gates = input.map((row, i) => dot(row, x) + dot(recurrent[i]!, h) + bias[i]!)
    c = c.map((old, u) => sigmoid(gates[hidden + u]!) * old + sigmoid(gates[u]!) * Math.tanh(gates[2 * hidden + u]!))
    h = c.map((state, u) => sigmoid(gates[3 * hidden + u]!) * Math.tanh(state))
    return h
  })
}

/** [dependent][head], head 0 is the root. */
function arcScores(model: WrittenModel, rows: readonly number[][]): number[][] {
  const dependents = rows.map((h) => leaky(linear(model, 'arc.dependent', h)))
  const heads = [vector(model, 'arc.root'), ...rows.map((h) => leaky(linear(model, 'arc.head', h)))]
  const bilinear = matrix(model, 'arc.bilinear')
  const bias = vector(model, 'arc.headbias')
  const distance = matrix(model, 'arc.distance')
  return dependents.map((dependent, d) =>
    heads.map((head, h) => {
      if (h === d + 1) return Number.NEGATIVE_INFINITY
      const gap = h - 1 - d
      const near =
        h === 0 ? 0 : distance[gap > 0 ? 1 : 0]![Math.min(15, Math.floor(2 * Math.log2(Math.abs(gap)) + 1e-9))]!
      return (
        dot(
          dependent,
          bilinear.map((row) => dot(row, head)),
        ) +
        dot(bias, head) +
        near
      )
    }),
  )
}

/** Heads (-1 for the root) of the best tree with one root: the best over all roots of the best trees. */
export function bestTree(scores: readonly (readonly number[])[]): number[] {
  let best: number[] = []
  let value = Number.NEGATIVE_INFINITY
  scores.forEach((_, root) => {
    const only = scores.map((row, d) =>
      row.map((score, h) => (d === root ? (h === 0 ? score : -1e9) : h === 0 ? -1e9 : score)),
    )
    const heads = edmonds(only.map((row) => row.slice()))
    const sum = heads.reduce((total, h, d) => total + only[d]![h]!, 0)
    if (sum > value) {
      value = sum
      best = heads.map((h) => h - 1)
    }
  })
  return best
}

/** Chu-Liu-Edmonds by recursion over [dependent][head] with head 0 the root; heads as they are in the matrix. */
function edmonds(scores: readonly number[][]): number[] {
  const heads = scores.map((row, d) => largest(row.map((s, h) => (h === d + 1 ? Number.NEGATIVE_INFINITY : s))))
  const cycle = findCycle(heads)
  if (cycle === null) return heads
  const inside = new Set(cycle)
  const outside = scores.map((_, d) => d).filter((d) => !inside.has(d))
  const columns = [0, ...outside.map((d) => d + 1)]
  const lost = (d: number, h: number): number => scores[d]![h]! - scores[d]![heads[d]!]!
  const entry = columns.map((h) => cycle.reduce((a, b) => (lost(b, h) > lost(a, h) ? b : a)))
  const exit = outside.map((d) => cycle.reduce((a, b) => (scores[d]![b + 1]! > scores[d]![a + 1]! ? b : a)))
  const small = outside.map((d, i) => [...columns.map((h) => scores[d]![h]!), scores[d]![exit[i]! + 1]!])
  small.push([...columns.map((h, i) => lost(entry[i]!, h)), Number.NEGATIVE_INFINITY])
  const solved = edmonds(small)
  outside.forEach((d, i) => {
    heads[d] = solved[i]! < columns.length ? columns[solved[i]!]! : exit[i]! + 1
  })
  const into = solved.at(-1)!
  heads[entry[into]!] = columns[into]!
  return heads
}

function findCycle(heads: readonly number[]): number[] | null {
  for (let first = 0; first < heads.length; first++) {
    const path: number[] = []
    let word = first
    while (word >= 0 && !path.includes(word)) {
      path.push(word)
      word = heads[word]! - 1
    }
    if (word >= 0) return path.slice(path.indexOf(word))
  }
  return null
}

function relations(model: WrittenModel, rows: readonly number[][], heads: readonly number[]): string[] {
  const root = TINY_VOCAB.deprel.indexOf('root')
  const dependents = rows.map((h) => leaky(linear(model, 'label.dependent', h)))
  const sides = rows.map((h) => leaky(linear(model, 'label.head', h)))
  const [u, v, out, left, right] = ['u', 'v', 'out', 'dependent.out', 'head.out'].map((n) =>
    matrix(model, `label.${n}`),
  )
  const bias = vector(model, 'label.bias')
  return heads.map((head, d) => {
    if (head < 0) return 'root'
    const x = dependents[d]!
    const y = sides[head]!
    const both = u!.map((row, r) => dot(row, x) * dot(v![r]!, y))
    const scores = out!.map((row, i) => dot(row, both) + dot(left![i]!, x) + dot(right![i]!, y) + bias[i]!)
    scores[root] = Number.NEGATIVE_INFINITY
    return TINY_VOCAB.deprel[largest(scores)]!
  })
}

function names(model: WrittenModel, rows: readonly number[][]): string[] {
  const transition = matrix(model, 'ner.transition')
  const start = vector(model, 'ner.start')
  const end = vector(model, 'ner.end')
  let paths = rows.length === 0 ? [] : [{ score: 0, path: [] as number[] }]
  rows.forEach((h, i) => {
    const scores = linear(model, 'ner', h)
    paths = scores.map((score, to) => {
      const options = paths.map(({ score: before, path }) => ({
        score: before + score + (i === 0 ? start[to]! : transition[path.at(-1)!]![to]!),
        path: [...path, to],
      }))
      return options.reduce((a, b) => (b.score > a.score ? b : a))
    })
  })
  const last = paths.map(({ score, path }) => ({ score: score + end[path.at(-1)!]!, path }))
  return last.length === 0 ? [] : last.reduce((a, b) => (b.score > a.score ? b : a)).path.map((y) => TINY_VOCAB.ner[y]!)
}
