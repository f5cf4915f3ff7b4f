import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Where the corpora and the scorers lie, and a folder for what is made from them: outside the repository, on purpose. */
export interface EvalData {
  readonly data: string
  readonly tools: string
  readonly scratch: string
}

/** Finds the data folder; ends the program with a clear message where it is missing. */
export function openEvalData(folder: string): EvalData {
  const data = resolve(folder)
  const tools = resolve(data, '../tools')
  for (const path of [join(data, 'treebank'), join(data, 'events-dev.jsonl'), tools]) {
    if (existsSync(path)) continue
    process.stderr.write(
      `evals: there is no ${path}. Evals read the shared corpora: npm run eval -- --data ../shared/data\n`,
    )
    process.exit(3)
  }
  // Real paths: a scorer runs only where it is called by its own address, which a link would hide.
  return { data, tools: realpathSync(tools), scratch: mkdtempSync(join(tmpdir(), 'backchannel-eval-')) }
}

export function closeEvalData(at: EvalData): void {
  rmSync(at.scratch, { recursive: true, force: true })
}

/** Text of a file, unpacked where its name ends in .gz. */
export function readText(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Rows of a file of JSON lines; the caller says what a row is, as the file's own description has it. */
export function readRows<Row>(path: string): Row[] {
  return readText(path)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row) // the form is fixed by the file's SOURCE.md or README
}

/** Runs a scorer of the shared tools and returns what it prints. */
export function runTool(at: EvalData, tool: string, args: readonly string[], input?: string): string {
  const done = spawnSync(process.execPath, [join(at.tools, tool), ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  })
  if (done.status !== 0) throw new Error(`${tool} ended with ${done.status}: ${done.stderr || done.stdout}`)
  return done.stdout
}

/** Unpacks PolNeAR into the scratch folder once and returns the folder of one part. */
export function polnearPart(at: EvalData, part: 'train' | 'dev'): string {
  const home = join(at.scratch, 'polnear-unpacked')
  if (!existsSync(home)) {
    mkdirSync(home)
    execFileSync('tar', ['xzf', join(at.data, 'polnear/polnear-train-dev.tar.gz'), '-C', home])
  }
  return join(home, 'polnear', part)
}

/** Articles of a PolNeAR part: id and text as stored. */
export function polnearTexts(folder: string): { readonly id: string; readonly text: string }[] {
  const home = join(folder, 'text')
  return readdirSync(home)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ id: name.slice(0, -4), text: readFileSync(join(home, name), 'utf8') }))
}
