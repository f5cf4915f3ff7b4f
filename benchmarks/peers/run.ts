import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type GoldSentence, rawDocuments, readConllu } from '../../evals/conllu.ts'
import { readText } from '../../evals/data.ts'
import { documentConllu, type PeerDocument, readFound } from './protocol.ts'

/** `npm run bench:peers -- --data ../shared/data [--only spacy,wink] [--rounds 2] [--write]`: see README.md. */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '2' },
    write: { type: 'boolean', default: false },
  },
})
const here = fileURLToPath(new URL('.', import.meta.url))
const root = resolve(here, '../..')
const home = join(root, '.cache/peers')
const data = resolve(values.data)
/** A system load above this, before a run that itself is one thread, says that others were at work. */
const QUIET_LOAD = 0.5
/** Longest time one peer may take, in milliseconds. */
const LIMIT = 1_800_000

interface Peer {
  readonly name: string
  readonly title: string
  /** A file that is there when it is installed. */
  readonly needs: string
  readonly command: readonly string[]
  /** Columns that its annotation can fill. */
  readonly has: ReadonlySet<string>
}
const java = (): string => readFileSync(join(home, 'corenlp.classpath'), 'utf8').trim()
const own = ['--import', 'tsx', join(here, 'own.ts')]
const PEERS: readonly Peer[] = [
  {
    name: 'backchannel',
    title: 'Backchannel, parse (tokens, sentences, tags, trees, lemmas, names)',
    needs: join(root, 'packages/core/dist/index.js'),
    command: [process.execPath, ...own, 'parse'],
    has: new Set(['upos', 'xpos', 'las', 'names']),
  },
  {
    name: 'dossier',
    title: 'Backchannel, everything to the dossier',
    needs: join(root, 'packages/core/dist/index.js'),
    command: [process.execPath, ...own, 'read'],
    has: new Set(['upos', 'xpos', 'las', 'names']),
  },
  {
    name: 'wink',
    title: 'wink-nlp',
    needs: join(home, 'npm/node_modules/wink-nlp/package.json'),
    command: [process.execPath, join(here, 'wink.mjs'), join(home, 'npm')],
    has: new Set(['upos']),
  },
  {
    name: 'compromise',
    title: 'compromise',
    needs: join(home, 'npm/node_modules/compromise/package.json'),
    command: [process.execPath, join(here, 'compromise.mjs'), join(home, 'npm')],
    has: new Set(['upos', 'names']),
  },
  {
    name: 'spacy',
    title: 'spaCy',
    needs: join(home, 'python/bin/spacy'),
    command: [join(home, 'python/bin/python'), join(here, 'spacy_peer.py')],
    has: new Set(['upos', 'xpos', 'names']),
  },
  {
    name: 'corenlp',
    title: 'Stanford CoreNLP',
    needs: join(home, 'corenlp.classpath'),
    command: ['java', '-XX:+UseSerialGC', '-Xmx4g', '-cp', '<classpath>', join(here, 'CoreNlpPeer.java')],
    has: new Set(['xpos', 'las', 'names']),
  },
]

interface Treebank {
  readonly name: string
  readonly gold: string
  readonly ids: readonly string[]
  readonly texts: readonly string[]
  readonly words: number
}
interface GoldName {
  readonly from: number
  readonly to: number
  readonly kind: string
}

for (const path of [join(data, 'treebank'), join(data, '../tools/score-conllu.mjs')]) {
  if (existsSync(path)) continue
  process.stderr.write(`peers: there is no ${path}. Name the shared corpora: --data ../shared/data\n`)
  process.exit(3)
}
const scratch = mkdtempSync(join(tmpdir(), 'backchannel-peers-'))
const loadBefore = loadavg()[0] ?? 0
// Before the run: others may commit while it lasts.
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
const treebanks = [
  loadTreebank('EWT dev', 'treebank/ewt/en_ewt-ud-dev.conllu.gz'),
  loadTreebank('GUM dev', 'treebank/gum/en_gum-dev.conllu.gz'),
]
const texts = treebanks.flatMap((treebank) => treebank.texts)
const words = treebanks.reduce((sum, treebank) => sum + treebank.words, 0)
const folder = join(scratch, 'texts')
mkdirSync(folder)
for (const [i, text] of texts.entries()) writeFileSync(join(folder, `${String(i).padStart(5, '0')}.txt`), text)
const goldNames = loadNames()

const COLUMNS = ['tokens', 'sentences', 'upos', 'xpos', 'las'] as const
const header = [
  'what',
  'words/s',
  'load, s',
  'memory, MB',
  ...treebanks.flatMap(({ name }) => COLUMNS.map((column) => `${name} ${column}`)),
  'names, UNER EWT dev',
]
const table: string[][] = []
const versions: string[] = []
const only = values.only?.split(',')
for (const peer of PEERS) {
  if (only && !only.includes(peer.name)) continue
  const cells = measure(peer)
  table.push(cells)
  console.log(header.map((title, i) => `${title}: ${cells[i] ?? ''}`).join(' | '))
}
rmSync(scratch, { recursive: true, force: true })

const loadAfter = loadavg()[0] ?? 0
const noise =
  Math.max(loadBefore, loadAfter - 1) > QUIET_LOAD
    ? `The machine had other work (load ${loadBefore.toFixed(1)} before, ${loadAfter.toFixed(1)} after), so speeds are lower than on a free one and comparable only roughly.`
    : 'The machine had no other work.'
const page = [
  '# Side by side',
  '',
  `Machine: ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.version}. ${noise}`,
  `Texts: EWT dev and GUM dev as raw text, ${texts.length} documents, ${words} words; one thread each, best of ${values.rounds}; speed counts gold words.`,
  `Command: \`npm run bench:peers -- --write\`. What is scored and how to read it: benchmarks/peers/README.md. Scores are F1 from raw text.`,
  '',
  `| ${header.join(' | ')} |`,
  `| ${header.map(() => '---').join(' | ')} |`,
  ...table.map((cells) => `| ${cells.join(' | ')} |`),
  '',
  '-: the peer has none, or one of another scheme.',
  '',
  ...(versions.length > 0 ? [`Versions: ${versions.join('; ')}.`, ''] : []),
].join('\n')
if (values.write) {
  mkdirSync(join(root, 'benchmarks/results'), { recursive: true })
  writeFileSync(join(root, 'benchmarks/results', `peers-${commit}.md`), page)
} else console.log(`\n${page}`)

function measure(peer: Peer): string[] {
  const none = (why: string): string[] => [peer.title, why, ...header.slice(2).map(() => '')]
  if (!existsSync(peer.needs)) return none('not installed')
  const out = join(scratch, `${peer.name}.tsv`)
  const command = peer.command.map((part) => (part === '<classpath>' ? java() : part))
  const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _size, ...environment } = process.env
  // GNU time tells the peak of memory; where it is not there, that cell stays empty.
  const timer = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-f', 'peak %M'] : []
  const [program = '', ...rest] = [...timer, ...command, folder, out, values.rounds]
  const run = spawnSync(program, rest, {
    encoding: 'utf8',
    timeout: LIMIT,
    maxBuffer: 1 << 28,
    // One thread for everybody.
    env: { ...environment, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' },
  })
  if (run.status !== 0) {
    process.stderr.write(`${peer.name} ended with ${run.status}: ${run.stderr.slice(-2000)}\n`)
    return none('did not run')
  }
  // Every peer prints this as its last line.
  const report = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '{}') as {
    readonly load: number
    readonly seconds: number
    readonly version: string
  }
  if (peer.name !== 'dossier' && peer.name !== 'backchannel') versions.push(report.version)
  const found = readFound(readFileSync(out, 'utf8'))
  if (found.length !== texts.length) throw new Error(`${peer.name} read ${found.length} of ${texts.length} texts`)
  const peak = /peak (\d+)/.exec(run.stderr)?.[1]
  const cells = [
    peer.title,
    (words / report.seconds).toFixed(0),
    report.load.toFixed(2),
    peak ? (Number(peak) / 1000).toFixed(0) : '',
  ]
  let first = 0
  for (const treebank of treebanks) {
    const part = found.slice(first, first + treebank.texts.length)
    const scores = scoreTrees(peer, treebank, part)
    for (const column of COLUMNS) {
      const counted = column === 'tokens' || column === 'sentences' || peer.has.has(column)
      cells.push(counted ? (scores[column] ?? 0).toFixed(2) : '-')
    }
    first += treebank.texts.length
  }
  cells.push(peer.has.has('names') ? scoreNames(found.slice(0, treebanks[0]?.texts.length)).toFixed(1) : '-')
  return cells
}

function scoreTrees(peer: Peer, treebank: Treebank, found: readonly PeerDocument[]): Record<string, number> {
  const file = join(scratch, `${peer.name}.conllu`)
  writeFileSync(file, found.map((document, i) => documentConllu(treebank.texts[i] ?? '', document)).join(''))
  const scorer = join(data, '../tools/score-conllu.mjs')
  const done = spawnSync(process.execPath, [scorer, '--gold', treebank.gold, '--pred', file, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (done.status !== 0) throw new Error(`${peer.name}, ${treebank.name}: ${done.stderr}`)
  // The scorer's --json prints one flat object of numbers.
  return JSON.parse(done.stdout) as Record<string, number>
}

function loadTreebank(name: string, file: string): Treebank {
  const gold = join(data, file)
  const sentences = readConllu(readText(gold))
  const ids = sentences.flatMap((sentence) => documentIdOf(sentence) ?? [])
  const texts = rawDocuments(sentences)
  if (ids.length !== texts.length) throw new Error(`${name}: ${ids.length} ids for ${texts.length} documents`)
  return { name, gold, ids, texts, words: sentences.reduce((sum, sentence) => sum + sentence.rows.length, 0) }
}

function documentIdOf({ comments }: GoldSentence): string | undefined {
  return comments.find((line) => line.startsWith('# newdoc id = '))?.slice(14)
}

/** Gold names by document id; positions count characters that are not blank, as tokens have no offsets there. */
function loadNames(): ReadonlyMap<string, { readonly characters: string; readonly names: readonly GoldName[] }> {
  const documents = new Map<string, { characters: string; names: GoldName[] }>()
  let document = { characters: '', names: [] as GoldName[] }
  let open: { from: number; kind: string } | null = null
  const close = (): void => {
    if (open && /PER|ORG|LOC/.test(open.kind)) document.names.push({ ...open, to: document.characters.length })
    open = null
  }
  for (const line of readText(join(data, 'ner/uner_en_ewt-dev.iob2.gz')).split('\n')) {
    const [id = '', form = '', tag = 'O'] = line.split('\t')
    if (!/^\d+$/.test(id)) close()
    if (line.startsWith('# newdoc id = ')) {
      document = { characters: '', names: [] }
      documents.set(line.slice(14), document)
    }
    if (!/^\d+$/.test(id)) continue
    if (!tag.startsWith('I-')) close()
    if (tag.startsWith('B-')) open = { from: document.characters.length, kind: tag.slice(2) }
    document.characters += form.replace(/\s/g, '')
  }
  close()
  return documents
}

/** F1 of names, exact span and kind, over the documents of EWT dev. */
function scoreNames(found: readonly PeerDocument[]): number {
  let hit = 0
  let right = 0
  let all = 0
  for (const [i, { names }] of found.entries()) {
    const text = treebanks[0]?.texts[i] ?? ''
    const gold = goldNames.get(treebanks[0]?.ids[i] ?? '')
    const inked = (at: number): number => text.slice(0, at).replace(/\s/g, '').length
    if (gold?.characters !== inkOf(text)) throw new Error(`names of document ${treebanks[0]?.ids[i]}: other characters`)
    const wanted = new Set(gold.names.map(({ from, to, kind }) => `${kind} ${from} ${to}`))
    const ours = new Set(names.map(({ from, to, kind }) => `${kind} ${inked(from)} ${inked(to)}`))
    right += wanted.size
    all += ours.size
    for (const name of ours) if (wanted.has(name)) hit++
  }
  return right + all === 0 ? 0 : (200 * hit) / (right + all)
}

function inkOf(text: string): string {
  return text.replace(/\s/g, '')
}
