import { writeFile } from 'node:fs/promises'
import { BackchannelError, type Findings, type ViewSource } from '@backchannel/core'
import { inOrder } from '@backchannel/host'
import { parsePublished } from '@backchannel/intake'
import { type Command, Option } from 'commander'
import { EXIT } from '../io.ts'
import { readInput, STANDARD_INPUT } from '../open-input.ts'
import type { CommandContext } from '../program.ts'
import type { DocumentReader } from '../readers.ts'
import { cliError, errorOf, report } from '../report.ts'
import { type Given, sourceOfFile } from '../sources.ts'
import { readBatch } from './read-batch.ts'
import { renderDossier, renderView, wantsJson } from './read-output.ts'
import { positiveWhole } from './whole-number.ts'

export interface ReadOptions extends Given {
  readonly json?: boolean
  readonly jsonl?: boolean
  readonly format: 'text' | 'html' | 'md' | 'json' | 'plover' | 'cameo'
  readonly view: 'dossier' | 'custody' | 'engagements'
  readonly all?: boolean
  readonly output?: string
  readonly threads?: number
}

/** Adds `read`: the main job, documents to dossiers. */
export function readCommand(program: Command, cx: CommandContext): void {
  program
    .command('read')
    .summary('read documents and print their dossiers')
    .description(
      'Reads documents and prints a dossier of each: what happened and who says so, engagements and their channel, people held and freed, asks and answers, accounts by voice. Takes plain text, HTML and PDF; - is standard input.',
    )
    .argument('<FILE...>', 'files to read, or - for standard input')
    .option('--json', 'print the dossier as JSON (format backchannel.dossier/1); several files: one a line')
    .option('--jsonl', 'FILE holds one document a line: {"id", "text", "title"?, "outlet"?, "published"?, "url"?}')
    .addOption(
      new Option('--format <FORMAT>', 'how to print it; plover and cameo are events for event data sets')
        .choices(['text', 'html', 'md', 'json', 'plover', 'cameo'])
        .default('text'),
    )
    .addOption(
      new Option('--view <VIEW>', 'what to print: all, people held and freed step by step, or engagements each once')
        .choices(['dossier', 'custody', 'engagements'])
        .default('dossier'),
    )
    .option('--all', 'with plover and cameo: denied, planned and asked-for events too, and every telling')
    .option('-o, --output <PATH>', 'write to this file instead of standard output')
    .option('--outlet <NAME>', 'who published it, where the file does not say')
    .option('--published <DATE>', 'when it was published: YYYY-MM-DD or a date-time; dates in the text need it')
    .option('--title <TITLE>', 'its title')
    .option('--url <URL>', 'its address')
    .option('--id <ID>', 'the id of the document in the dossier; a content hash where left out')
    .option('--threads <N>', 'threads for --jsonl and several files; one a core where left out', positiveWhole)
    .addHelpText(
      'after',
      `
Examples:
  backchannel read article.txt --outlet Reuters --published 2025-07-07
  backchannel read page.html
  backchannel read article.txt --json | jq '.claims[].event.type'
  backchannel read article.txt --format html -o dossier.html
  backchannel read monday.txt tuesday.txt --view custody
  backchannel read article.txt --view engagements --json
  backchannel read --jsonl articles.jsonl --format cameo > events.tsv
  curl -s https://example.org/article | backchannel read - --outlet Example
  backchannel read --jsonl articles.jsonl > dossiers.jsonl

Colors are used on a terminal; NO_COLOR and FORCE_COLOR are honored, COLUMNS sets the width of a pipe.
Exit status: 0 done, 1 done with errors in the input, 2 wrong usage, 3 could not run.`,
    )
    .action(async (files: readonly string[], options: ReadOptions) => {
      checkOptions(files, options)
      if (options.jsonl) await readBatch(cx, files, options)
      else await readFiles(cx, files, options)
    })
}

function checkOptions(files: readonly string[], options: ReadOptions): void {
  const usage = (why: string) => cliError('cli/usage', { why, command: 'backchannel read' })
  if (options.published !== undefined) checkPublished(options.published)
  const coded = options.format === 'plover' || options.format === 'cameo'
  if (options.json && options.format !== 'text' && options.format !== 'json')
    throw usage(`--json and --format ${options.format} exclude each other`)
  if (options.jsonl && !coded && options.format !== 'text' && options.format !== 'json')
    throw usage(`--jsonl prints JSON, not ${options.format}`)
  if (options.view !== 'dossier' && coded)
    throw usage(`--format ${options.format} prints events of its own and takes no --view`)
  if (options.all && !coded) throw usage('--all goes with --format plover and --format cameo')
  if (options.jsonl && (options.id !== undefined || options.title !== undefined || options.url !== undefined))
    throw usage('--id, --title and --url are of one document; with --jsonl they stand in each line')
  if (options.format === 'html' && options.view === 'dossier' && files.length > 1)
    throw usage('--format html writes one document at a time')
  if (options.id !== undefined && files.length > 1) throw usage('--id is of one document, and several are given')
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) throw usage('standard input can be read once only')
}

/** The date comes from the command line, so a bad one is wrong usage, told before anything is read. */
function checkPublished(published: string): void {
  try {
    parsePublished(published)
  } catch (error) {
    if (!(error instanceof BackchannelError)) throw error
    throw cliError('cli/usage', { why: `${error.message}. ${error.remedy}`, command: 'backchannel read' })
  }
}

async function readFiles(cx: CommandContext, files: readonly string[], options: ReadOptions): Promise<void> {
  const { io, readers } = cx
  const json = wantsJson(options)
  const [only] = files
  // Bytes first: a wrong path is told at once, not after the models are loaded.
  const early = files.length === 1 && only !== undefined ? await readInput(io, only) : null
  const reader = await (files.length > 1 ? readers.many(options.threads) : readers.one())
  const written: string[] = []
  const sources: ViewSource[] = []
  const isPage = options.format === 'text' || options.format === 'md' ? !json : false
  const print = async (text: string) => {
    if (options.output === undefined) await io.write(text)
    else written.push(text)
  }
  let failed = 0
  let printed = 0
  const read = async (file: string): Promise<Findings | null> => {
    try {
      return await readOne(reader, file, early ?? (await readInput(io, file)), options)
    } catch (error) {
      // One of several files that cannot be read is told, and the others go on.
      if (files.length === 1 || !(error instanceof BackchannelError)) throw error
      failed++
      await report(io, error, EXIT.flawed, json)
      return null
    }
  }
  try {
    for await (const findings of inOrder(files, reader.threads * AHEAD, read)) {
      if (findings === null) continue
      if (findings.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) cx.status = EXIT.flawed
      if (options.view !== 'dossier') {
        sources.push({ document: findings.document.id, findings })
        continue
      }
      const place = { first: printed === 0, many: files.length > 1 }
      const text = await renderDossier(io, findings, reader.engine, options, place)
      await print(printed++ > 0 && isPage ? `\n${'-'.repeat(RULE_COLUMNS)}\n\n${text}` : text)
    }
    if (options.view !== 'dossier' && failed < files.length)
      await print(await renderView(io, sources, reader.engine, options))
  } finally {
    await reader.close()
  }
  if (failed > 0) cx.status = failed === files.length ? EXIT.failed : EXIT.flawed
  if (options.output !== undefined) await writeOutput(options.output, written.join(''))
}

/** Files read ahead for each thread. */
const AHEAD = 2
/** Columns of the rule between the dossiers of several files. */
const RULE_COLUMNS = 40

async function readOne(
  reader: DocumentReader,
  file: string,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<Findings> {
  const result = await reader.read(sourceOfFile(file, bytes, options))
  if (result.ok) return result.findings
  throw errorOf(result)
}

async function writeOutput(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error: unknown) => {
    throw cliError('cli/cannot-write', { path, why: error instanceof Error ? error.message : String(error) })
  })
}
