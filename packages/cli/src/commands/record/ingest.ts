import type { IngestDoneJson, IngestItemJson } from '@backchannel/wire/write'
import type { Command } from 'commander'
import { EXIT } from '../../io.ts'
import { rateText } from '../../print/record/progress.ts'
import type { CommandContext } from '../../program.ts'
import { positiveWhole } from '../whole-number.ts'
import { type StoreOptions, withRecord, withStoreOptions } from './record-options.ts'

interface IngestCommandOptions extends StoreOptions {
  readonly json?: boolean
  readonly outlet?: string
  readonly published?: string
  readonly threads?: number
  readonly retry?: boolean
}

/** Adds `ingest`: documents into the record. */
export function ingestCommand(program: Command, cx: CommandContext): void {
  withStoreOptions(program.command('ingest'))
    .summary('take documents into the record')
    .description(
      'Takes documents into the record: folders, text, HTML, PDF, JSON lines, feeds, archives. What is there already is skipped; what cannot be read is told, and the rest goes on. Addresses are fetched only where they are named.',
    )
    .argument('<PATH...>', 'files, folders or addresses')
    .option('--outlet <NAME>', 'who published them, where they do not say')
    .option('--published <DATE>', 'when, where they do not say')
    .option('--threads <N>', 'threads that read; one a core where left out', positiveWhole)
    .option('--retry', 'try again what failed before')
    .option('--json', 'print one JSON object a line; the last one sums up')
    .addHelpText(
      'after',
      `
Examples:
  backchannel ingest articles/ --store minsk.db
  backchannel ingest clippings.jsonl feed.xml archive.zip
  backchannel stories --store minsk.db

Stopping with Ctrl-C loses nothing: the same command goes on where it stopped.
Exit status: 0 done, 1 done but some failed, 2 wrong usage, 3 could not run.`,
    )
    .action(async (paths: readonly string[], options: IngestCommandOptions) => {
      await withRecord(options, { create: true }, async ({ store, lexicon, desk }) => {
        const pool = await desk.createIngestPool(options.threads)
        let stopped = false
        const stop = (): void => {
          stopped = true
        }
        cx.io.onInterrupt(stop)
        try {
          const events = desk.ingest(desk.inputsOf(paths, options.store), {
            store,
            pool,
            lexicon,
            now: () => new Date().toISOString(),
            given: {
              ...(options.outlet !== undefined && { outlet: options.outlet }),
              ...(options.published !== undefined && { published: options.published }),
            },
            retry: options.retry === true,
            stopped: () => stopped,
          })
          await show(cx, events, options)
        } finally {
          await pool.close()
        }
      })
    })
}

async function show(
  cx: CommandContext,
  events: AsyncIterable<IngestItemJson | IngestDoneJson>,
  options: IngestCommandOptions,
): Promise<void> {
  const { io } = cx
  const start = performance.now()
  let count = 0
  for await (const event of events) {
    if ('done' in event && event.failed > 0) cx.status = EXIT.flawed
    if (options.json) await io.write(`${JSON.stringify(event)}\n`)
    else if ('done' in event) await io.write(doneText(event, options.store))
    else {
      count++
      await io.write(itemText(event, rateText(count, (performance.now() - start) / 1000)))
    }
  }
}

/** What became of one thing taken in, as a line. */
export function itemText(item: IngestItemJson, rate: string): string {
  const name = item.title ?? item.origin
  const outlet = item.outlet === null ? '' : `${item.outlet}: `
  const copy = item.copyOf === null ? '' : ` (a copy of ${item.copyOf})`
  const why = item.error === null ? (item.reason === null ? '' : `: ${item.reason}`) : `: ${item.error.message}`
  const what = item.state === 'failed' || item.state === 'skipped' ? item.origin : `${outlet}${name}${copy}`
  return `${item.state.padEnd(8)} ${rate === '' ? '' : `${rate}  `}${what}${why}\n`
}

function doneText(done: IngestDoneJson, store: string): string {
  const parts = [`${done.new} new`]
  if (done.updated > 0) parts.push(`${done.updated} read again`)
  if (done.skipped > 0) parts.push(`${done.skipped} skipped`)
  if (done.failed > 0) parts.push(`${done.failed} failed`)
  return `${parts.join(', ')}; ${done.documents} documents in ${store}, ${done.seconds.toFixed(1)} s\n`
}
