import { type AssetSource, BackchannelError, createReader, type Reader } from '@backchannel/core'
import { createDocument } from '@backchannel/intake'
import { type EngineJson, toWire } from '@backchannel/wire'

/** A text and what is known of it, as both sides of the test get it. */
export interface BrowserText {
  readonly id: string
  readonly text: string
  readonly outlet: string
  readonly published: string
}

/** What the page offers to the test, on `globalThis`. */
export interface PageReader {
  /** Loads the models from the page's own server and says how many. */
  load(): Promise<number>
  /** The dossier of one text as JSON. */
  read(text: BrowserText): Promise<string>
}

/** The dossier of one text as JSON: the same lines run in Node and in the page. */
export async function dossierOf(reader: Reader, { text, ...given }: BrowserText): Promise<string> {
  const { document, diagnostics } = await createDocument(text, given)
  const reading = reader.read(document)
  const engine: EngineJson = { version: '0.0.0', models: reader.models }
  return JSON.stringify(toWire({ ...reading, diagnostics: [...diagnostics, ...reading.diagnostics] }, engine))
}

/** Assets over the page's own origin. */
const fetched: AssetSource = {
  async read(name) {
    const answer = await fetch(`/assets/${name}`)
    if (!answer.ok) throw new BackchannelError('assets/missing', { name, where: 'the server' })
    return new Uint8Array(await answer.arrayBuffer())
  },
}

let reader: Reader | null = null
const offered: PageReader = {
  async load() {
    reader = await createReader({ assets: fetched })
    return reader.models.length
  },
  read(text) {
    if (!reader) throw new Error('load() comes first')
    return dossierOf(reader, text)
  },
}
Object.assign(globalThis, { backchannel: offered })
