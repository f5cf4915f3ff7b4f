import { buildFindings, documentOf } from '@backchannel/testkit'
import { type Io, OutputClosed, type Readers, run } from '../../src/index.ts'
import createLineFinisher from '../../src/line-finisher.ts'

export interface Outcome {
  readonly status: number
  readonly out: string
  readonly err: string
}

export interface FakeOptions {
  readonly stdin?: string | readonly Uint8Array[]
  readonly environment?: Readonly<Record<string, string>>
  readonly columns?: number
  /** Closes the output after so many writes. */
  readonly closeAfter?: number
  readonly readers?: Partial<Readers>
}

/** Reads nothing for real: one claim for a text that holds "met"; "fail" fails, "flaw" has an error diagnostic. */
export const fakeReaders: Readers = {
  one: async () => ({
    engine: { version: '0.1.0', models: [{ name: 'core', version: '1', sha256: 'ab' }] },
    threads: 1,
    async read(source) {
      const text = 'text' in source ? source.text : new TextDecoder().decode(source.bytes)
      // Later documents are done sooner, so that order is not kept by chance.
      await new Promise((done) => setTimeout(done, text.includes('slow') ? 30 : 0))
      if (text.includes('fail'))
        return { ok: false, code: 'intake/empty', message: 'x', details: { name: source.name ?? '', bytes: 0 } }
      const document = {
        ...documentOf(text, source.published ?? null, source.outlet ?? null),
        title: source.title ?? null,
      }
      const build = buildFindings(
        source.id === undefined ? document : { ...document, id: source.id as typeof document.id },
      )
      if (text.includes('met'))
        build.claim('meeting', {
          trigger: 'met',
          participants: [['agent', text.split(' ')[0] ?? '']],
          channel: { kind: 'unknown' },
        })
      if (text.includes('flaw')) build.diagnostic('intake/flaw', 'error', 'There is a flaw.')
      return { ok: true, findings: build.finish(), extractor: { name: 'text', version: 1 } }
    },
    close: async () => {},
  }),
  many: async (threads) => ({ ...(await fakeReaders.one()), threads: threads ?? 2 }),
  async lines(threads) {
    const reader = await fakeReaders.many(threads)
    const line = createLineFinisher({ version: reader.engine.version }, reader.engine.models)
    return {
      ...reader,
      async read(source) {
        const result = await reader.read(source)
        return result.ok ? { ...result, findings: line(result.findings) } : result
      },
    }
  },
  parser: async () => ({
    parse: () => {
      throw new Error('not used')
    },
    analyze: (sentences) =>
      sentences.map((forms) =>
        forms.map((form) => ({ form, lemma: 'l', upos: 'X', xpos: 'x', head: 0, relation: 'root', name: 'O' })),
      ),
  }),
}

/** Runs one command line against strings. */
export async function runFake(args: readonly string[], options: FakeOptions = {}): Promise<Outcome> {
  let out = ''
  let err = ''
  let writes = 0
  const { stdin = '' } = options
  const chunks = typeof stdin === 'string' ? [new TextEncoder().encode(stdin)] : stdin
  const io: Io = {
    stdin: (async function* () {
      yield* chunks
    })(),
    async write(text) {
      if (options.closeAfter !== undefined && writes++ >= options.closeAfter) throw new OutputClosed()
      out += text
    },
    complain: (text) => {
      err += text
    },
    environment: options.environment ?? {},
    columns: options.columns,
    onInterrupt() {},
  }
  const status = await run(args, io, { ...fakeReaders, ...options.readers })
  return { status, out, err }
}
