import { type Command, InvalidArgumentError } from 'commander'
import { EXIT } from '../../io.ts'
import { readInput } from '../../open-input.ts'
import type { CommandContext } from '../../program.ts'
import { positiveWhole } from '../whole-number.ts'
import { itemText } from './ingest.ts'
import { type StoreOptions, withRecord, withStoreOptions } from './record-options.ts'

interface WatchCommandOptions extends StoreOptions {
  readonly once?: boolean
  readonly minutes?: number
  readonly threads?: number
  readonly json?: boolean
}

/** How often it looks whether a feed is due, in seconds. */
const LOOK_SECONDS = 30

/** Adds `watch`: feeds into the record, as they bring something new. */
export function watchCommand(program: Command, cx: CommandContext): void {
  withStoreOptions(program.command('watch'))
    .summary('poll feeds and take in what is new')
    .description(
      'Polls the feeds of a list with conditional requests and takes what is new into the record, until it is stopped. This goes to the network: to the feeds, and to the pages of entries that are only a summary.',
    )
    .argument('<FEEDS>', 'a list of feeds: OPML, or one address a line')
    .option('--once', 'ask each feed once, whether it is due or not, and end')
    .option('--minutes <N>', 'minutes between two requests to one feed at least', minutesOf)
    .option('--threads <N>', 'threads that read; one a core where left out', positiveWhole)
    .option('--json', 'print one JSON object a line')
    .action(async (file: string, options: WatchCommandOptions) => {
      const { readFeedList } = await import('@backchannel/intake')
      const { feeds, refused } = await readFeedList(await readInput(cx.io, file), { name: file })
      for (const address of refused) cx.io.complain(`backchannel: "${address}" is no http or https address; left out\n`)
      if (refused.length > 0) cx.status = EXIT.flawed
      if (feeds.length === 0) {
        cx.io.complain(`backchannel: there is no address of a feed in ${file}; nothing to watch\n`)
        cx.status = EXIT.flawed
        return
      }
      await withRecord(options, { create: true }, async ({ store, lexicon, desk }) => {
        const pool = await desk.createIngestPool(options.threads)
        const stop = new AbortController()
        cx.io.onInterrupt(() => stop.abort())
        const pause = (seconds: number): Promise<void> =>
          new Promise((done) => {
            const timer = setTimeout(done, seconds * 1000)
            stop.signal.addEventListener('abort', () => {
              clearTimeout(timer)
              done()
            })
          })
        try {
          do {
            const events = desk.watchFeeds(feeds, {
              store,
              pool,
              lexicon,
              pause,
              now: () => new Date().toISOString(),
              stopped: () => stop.signal.aborted,
              signal: stop.signal,
              ...(options.once ? { force: true } : {}),
              ...(options.minutes === undefined ? {} : { minutes: options.minutes }),
            })
            for await (const event of events) {
              if ('error' in event && event.error !== null && options.once) cx.status = EXIT.flawed
              if ('outcome' in event && event.outcome === 'not-due') continue
              if (options.json) await cx.io.write(`${JSON.stringify(event)}\n`)
              else await cx.io.write('origin' in event ? itemText(event, '') : feedText(event))
            }
            if (!options.once && !stop.signal.aborted) await pause(LOOK_SECONDS)
          } while (!options.once && !stop.signal.aborted)
        } finally {
          await pool.close()
        }
      })
    })
}

function feedText(event: {
  readonly feed: string
  readonly outcome: string
  readonly entries: number
  readonly error: { readonly message: string } | null
}): string {
  const why = event.error === null ? '' : `: ${event.error.message}`
  return `${event.feed}: ${event.outcome}, ${event.entries} new${why}\n`
}

function minutesOf(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 1440)
    throw new InvalidArgumentError('It should be a whole number of minutes from 1 to 1440.')
  return value
}
