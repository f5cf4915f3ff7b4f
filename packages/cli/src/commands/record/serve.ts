import { type Command, InvalidArgumentError } from 'commander'
import type { CommandContext } from '../../program.ts'
import { programVersion } from '../../readers.ts'
import { positiveWhole } from '../whole-number.ts'
import { type StoreOptions, withRecord, withStoreOptions } from './record-options.ts'

interface ServeCommandOptions extends StoreOptions {
  readonly port: number
  readonly host: string
  readonly name?: readonly string[]
  readonly pages?: string
  readonly threads?: number
  readonly fetch?: boolean
  readonly json?: boolean
}

/** Where the server listens unless told otherwise: this machine only. */
const HOST = '127.0.0.1'
const PORT = 4600

/** Adds `serve`: the record over HTTP. */
export function serveCommand(program: Command, cx: CommandContext): void {
  withStoreOptions(program.command('serve'))
    .summary('show the record in a browser, and answer over HTTP')
    .description(
      'Serves the record over HTTP until it is stopped: pages for a browser, and JSON and CSV of every list, described at /openapi.json. It is reached from this machine only unless --host says otherwise. Writing needs the token that is printed once.',
    )
    .option('--port <N>', 'the port; 0 takes a free one', portOf, PORT)
    .option('--host <H>', 'the address it is bound to; others than 127.0.0.1 let other machines in', HOST)
    .option('--name <NAME...>', 'names of hosts that it is called by beside localhost')
    .option('--pages <DIR>', 'a folder with pages to serve instead of those that ship')
    .option('--threads <N>', 'threads that read uploads; one a core where left out', positiveWhole)
    .option('--fetch', 'may fetch addresses that are pasted; goes to the network then')
    .option('--json', 'print address and token as JSON')
    .action(async (options: ServeCommandOptions) => {
      const [{ serveRecord }, { demoFolder, webFolder }] = await Promise.all([
        import('@backchannel/server'),
        import('@backchannel/web'),
      ])
      await withRecord(options, { create: true }, async ({ store, lexicon }) => {
        const serving = await serveRecord({
          store,
          lexicon,
          version: programVersion(),
          host: options.host,
          port: options.port,
          names: options.name ?? [],
          ...(options.threads !== undefined && { threads: options.threads }),
          fetches: options.fetch === true,
          pages: options.pages ?? webFolder(),
          demo: demoFolder(),
          now: () => new Date().toISOString(),
          log: (line) => cx.io.complain(line),
        })
        const { url, token } = serving
        const stopped = new Promise<void>((stop) => cx.io.onInterrupt(stop))
        try {
          await cx.io.write(
            options.json
              ? `${JSON.stringify({ url, token })}\n`
              : `${url}\ntoken for writing: ${token}\nto write in a browser, open ${url}inbox#token=${token}\n`,
          )
          await stopped
        } finally {
          await serving.stop()
        }
      })
    })
}

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('It should be a port from 0 to 65535.')
  return port
}
