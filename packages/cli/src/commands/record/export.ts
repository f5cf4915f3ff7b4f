import type { ExportFormat } from '@backchannel/desk'
import type { ExportTable } from '@backchannel/wire/write'
import { type Command, Option } from 'commander'
import { streamInput } from '../../open-input.ts'
import type { CommandContext } from '../../program.ts'
import { programVersion } from '../../readers.ts'
import { cliError } from '../../report.ts'
import { backupLines, writePieces } from './export-output.ts'
import {
  type FilterOptions,
  filterOf,
  type StoreOptions,
  withFilters,
  withRecord,
  withStoreOptions,
} from './record-options.ts'

interface ExportCommandOptions extends StoreOptions, FilterOptions {
  readonly format: ExportFormat
  readonly table?: ExportTable
  readonly all?: boolean
  readonly redact?: boolean
  readonly output?: string
}

// Written out, so that help and completion need nothing loaded; the desk's list is checked against it by the types.
const FORMATS = [
  'csv',
  'parquet',
  'backup',
  'jsonld',
  'plover',
  'cameo',
  'webannotation',
  'gexf',
  'graphml',
  'ftm',
  'brat',
  'atom',
] as const satisfies readonly ExportFormat[]
const TABLES = ['claims', 'participants', 'attributions'] as const satisfies readonly ExportTable[]

/** Adds `export` and `import`. */
export function exportCommands(program: Command, cx: CommandContext): void {
  withFilters(withStoreOptions(program.command('export')))
    .summary('write the record in another format')
    .description(
      'Writes the record, or what the filters choose of it, in a format that other programs read. docs/reference/exports.md shows each field by field.',
    )
    .addOption(new Option('--format <FORMAT>', 'what to write').choices(FORMATS).makeOptionMandatory())
    .addOption(new Option('--table <TABLE>', 'with csv and parquet: this table alone').choices(TABLES))
    .option('--all', 'with plover and cameo every telling, whatever its status; with graphs what did not happen too')
    .option('--redact', 'leave out the names of private persons who are or were held')
    .option('-o, --output <PATH>', 'write to this file, or for formats of several files to this folder')
    .addHelpText(
      'after',
      `
Examples:
  backchannel export --format csv --table claims --type release > claims.csv
  backchannel export --format csv -o tables/ --redact
  backchannel export --format backup -o record.jsonl
  backchannel import record.jsonl --store again.db`,
    )
    .action((options: ExportCommandOptions) =>
      withRecord(options, { create: false }, async (record) => {
        const { desk, store } = record
        const filter = await filterOf(record, options)
        checkOptions(options, Object.keys(filter).length > 0)
        const folder = desk.needsFolder(options)
        if (options.output === undefined) {
          const tables = options.format === 'brat' ? '' : ', or one table with --table'
          if (folder) refuse(`${options.format} makes several files: name a folder with --output${tables}`)
          if (desk.isBinary(options)) refuse(`${options.format} is no text: name a file with --output`)
        }
        const pieces = desk.exportRecord(store, {
          format: options.format,
          filter,
          ...(options.table !== undefined && { table: options.table }),
          all: options.all === true,
          redact: options.redact === true,
          lexicon: record.lexicon,
          version: programVersion(),
        })
        await writePieces(cx.io, pieces, { output: options.output, folder })
      }),
    )
  withStoreOptions(program.command('import'))
    .summary('make a record of an exported backup')
    .description('Makes a new record of what `export --format backup` wrote, the same in everything.')
    .argument('<FILE>', 'made by `export --format backup`; - is standard input')
    .action(async (file: string, options: StoreOptions) => {
      // Before the record, so that none is made where there is nothing to make it of.
      const chunks = await streamInput(cx.io, file)
      await withRecord(options, { create: true }, async ({ store, desk }) => {
        const documents = await desk.importBackup(store, backupLines(chunks))
        await cx.io.write(
          `${documents} ${documents === 1 ? 'document' : 'documents'} from ${file} in ${options.store}\n`,
        )
      })
    })
}

/** Formats that `--all` changes. */
const WITH_ALL: ReadonlySet<ExportFormat> = new Set(['plover', 'cameo', 'gexf', 'graphml'])

/** Throws `cli/usage` for options that exclude each other. */
function checkOptions({ format, table, redact, all }: ExportCommandOptions, filtered: boolean): void {
  if (table !== undefined && format !== 'csv' && format !== 'parquet') refuse('--table is for csv and parquet')
  if (all && !WITH_ALL.has(format)) refuse(`--all is for ${[...WITH_ALL].join(', ')}`)
  if (format !== 'backup') return
  if (redact) refuse('a backup holds everything: --redact is for the other formats')
  if (filtered) refuse('a backup holds everything: filters are for the other formats')
}

function refuse(why: string): never {
  throw cliError('cli/usage', { why, command: 'backchannel export' })
}
