import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  type CoreNet,
  createCoreNet,
  createNameReader,
  MOST_NAME_FEATURES,
  NAME_COLUMNS,
  NAME_LABELS,
  NAME_LISTS,
  type ScoredNames,
  viewNames,
} from '../../packages/core/src/learn/index.ts'
import { agreeNames } from '../../packages/core/src/stages/parse/index.ts'
import { createRandom } from '../segment/random.ts'
import { option } from '../segment/treebank.ts'
import { modelFile } from '../segment/write-model.ts'
import { type ChainConfig, type Segment, type TrainedChain, trainChain } from './chain.ts'
import { makeLists } from './lists.ts'
import { readNews } from './read-news.ts'

/** Settings of a training run, as in config.json. */
export interface Config extends ChainConfig {
  readonly name: string
  readonly version: string
  readonly seed: number
  /** Binary logarithm of the bits of the lists. */
  readonly listBits: number
  /** The largest weights that are cut off, as a share of all. */
  readonly cut: number
  /** How often an epoch goes through texts that the net has not learned from. */
  readonly unseenPasses: number
  /** How far words with a capital agree with their mean in the document: 0 not at all, 1 wholly. */
  readonly agreement: number
  /** What names count that an earlier model found in texts without any. 0: only annotated texts are learned from. */
  readonly selfWeight: number
}

/** Sentences of one document, and the names in them where people annotated some. */
export interface NamedDocument {
  readonly named: boolean
  /** The net has not learned from it: its scores there are what they are in use, so what they lack is learned. */
  readonly unseen?: boolean
  readonly sentences: readonly { readonly forms: readonly string[]; readonly names: readonly string[] }[]
}

/** A document as the net reads it, with the names to be learned. */
interface ReadDocument {
  readonly input: ScoredNames
  readonly names: readonly string[]
  readonly named: boolean
  readonly unseen: boolean
}

/** Trains on documents and returns the bytes of the model file. `log` gets a line an epoch. */
export function trainNames(
  documents: readonly NamedDocument[],
  net: CoreNet,
  lists: Uint8Array,
  config: Config,
  log: (line: string) => void,
): Uint8Array {
  const read = documents.map((document) => readDocument(document, net))
  const annotated = read
    .filter(({ named }) => named)
    .flatMap((document) => {
      const segments = segmentsOf(document, lists, 1)
      return document.unseen ? Array.from({ length: config.unseenPasses }, () => segments).flat() : segments
    })
  log(`${annotated.length} rows of words in annotated texts`)
  const moves = Float64Array.from(net.nameChain.transition)
  const learn = (segments: readonly Segment[]) =>
    writeModel(trainChain(segments, moves, config, createRandom(config.seed), log), lists, config)
  const first = learn(annotated)
  const rest = read.filter(({ named }) => !named)
  if (config.selfWeight === 0 || rest.length === 0) return first
  const reader = createNameReader(first, net.nameChain)
  const guessed = rest.flatMap((document) => {
    const { input } = document
    const names = agreeNames(input.forms, input.xpos, reader.read(input))
    return segmentsOf({ ...document, names }, lists, config.selfWeight)
  })
  log(`${guessed.length} rows in texts without names`)
  return learn([...annotated, ...guessed])
}

function readDocument({ named, unseen = false, sentences }: NamedDocument, net: CoreNet): ReadDocument {
  const analyzed = net.analyze(
    sentences.map(({ forms }) => forms),
    { encoding: false, nameScores: true },
  )
  let last = 0
  const bounds = sentences.map(({ forms }) => {
    last += forms.length
    return { first: last - forms.length, last }
  })
  const forms = sentences.flatMap((sentence) => sentence.forms)
  return {
    named,
    unseen,
    input: { ...analyzed, forms, sentences: bounds, scores: analyzed.nameScores },
    names: sentences.flatMap((sentence) => sentence.names),
  }
}

/** The rows of words that may be in a name. What stands outside of them is no name, whatever people said. */
function segmentsOf({ input, names, unseen }: ReadDocument, lists: Uint8Array, weight: number): Segment[] {
  const { zone, features } = viewNames(input, lists)
  const buffer = new Uint32Array(MOST_NAME_FEATURES)
  const found: Segment[] = []
  for (const { first, last } of input.sentences) {
    for (let from = first; from < last; from++) {
      if (zone[from] === 0) continue
      let to = from + 1
      while (to < last && zone[to] === 1) to++
      const rows: Uint32Array[] = []
      const allowed = new Uint8Array(to - from)
      let before = 'O'
      for (let i = from; i < to; i++) {
        rows.push(buffer.slice(0, features(i, buffer)))
        // A name that began outside begins here.
        const name =
          names[i]!.startsWith('I-') && before.slice(2) !== names[i]!.slice(2) ? `B${names[i]!.slice(1)}` : names[i]!
        allowed[i - from] = 1 << (NAME_LABELS as readonly string[]).indexOf(name)
        before = name
      }
      const scores = input.scores.subarray(from * NAME_LABELS.length, to * NAME_LABELS.length)
      found.push({ features: rows, allowed, weight, given: unseen ? Float64Array.from(scores) : null })
      from = to
    }
  }
  return found
}

/** Largest value of four bits. */
const LARGEST = 7

function writeModel({ weights, transition }: TrainedChain, lists: Uint8Array, config: Config): Uint8Array {
  const rows = weights.length / NAME_COLUMNS
  const bytes = new Uint8Array(weights.length / 2)
  const scales = new Float32Array(NAME_COLUMNS)
  for (let column = 0; column < NAME_COLUMNS; column++) {
    const values = Float64Array.from({ length: rows }, (_, row) => weights[row * NAME_COLUMNS + column]!)
    // The few largest are cut off, so that the many small ones keep their difference.
    const largest = values.map(Math.abs).sort()[Math.floor(rows * (1 - config.cut))]! || 1
    scales[column] = largest / LARGEST
    values.forEach((value, row) => {
      const nibble = 8 + Math.max(-LARGEST, Math.min(LARGEST, Math.round((value * LARGEST) / largest)))
      const at = (column * rows + row) >> 1
      bytes[at] = bytes[at]! | (row % 2 === 0 ? nibble : nibble << 4)
    })
  }
  return modelFile({
    name: config.name,
    version: config.version,
    config: { kind: 'names', lists: NAME_LISTS, agreement: config.agreement, seed: config.seed },
    tensors: [
      { name: 'weights', rows: NAME_COLUMNS, columns: rows, type: 'i4', bytes, scales },
      { name: 'lists', rows: 1, columns: lists.length, type: 'i8', bytes: lists, scales: new Float32Array([1]) },
      {
        name: 'transition',
        rows: NAME_LABELS.length,
        columns: NAME_LABELS.length,
        type: 'f32',
        bytes: new Uint8Array(Float32Array.from(transition).buffer),
      },
    ],
  })
}

/** Reads the corpora with Python's reader of them, which the net's training has too. */
function exportCorpora(data: string): NamedDocument[] {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-names-'))
  try {
    const out = join(folder, 'documents.json')
    const script = fileURLToPath(new URL('export.py', import.meta.url))
    execFileSync('python3', [script, resolve(data), out], { stdio: ['ignore', 'inherit', 'inherit'] })
    // Written by the script beside this file.
    return JSON.parse(readFileSync(out, 'utf8')) as NamedDocument[]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  const data = option('data', '../shared/data')
  const out = option('out', 'packages/assets/models/names')
  // The file is ours and lies beside this one.
  const config = JSON.parse(
    readFileSync(option('config', fileURLToPath(new URL('config.json', import.meta.url))), 'utf8'),
  ) as Config
  const net = createCoreNet(readFileSync('packages/assets/models/core/core.bcm'))
  const lists = makeLists(config.listBits)
  console.log(`${lists.entries} entries of lists`)
  const news = await readNews(fileURLToPath(new URL('news', import.meta.url)))
  const bytes = trainNames([...exportCorpora(data), ...news], net, lists.bytes, config, (line) => console.log(line))
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'names.bcm'), bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(
    join(out, 'model.json'),
    `${JSON.stringify({ name: config.name, version: config.version, file: 'names.bcm', bytes: bytes.length, sha256 }, null, 2)}\n`,
  )
  console.log(`${join(out, 'names.bcm')}: ${bytes.length} bytes, sha256 ${sha256}`)
}

// Only where it is the program, so that its test can import it.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
