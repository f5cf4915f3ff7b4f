import { type AssetSource, BackchannelError, createReader, READER_ASSETS, type Reader } from '@backchannel/core'
import { createDocument } from '@backchannel/intake'
import { type DossierJson, toWire } from '@backchannel/wire/write'

// Runs as a worker of the page: reads a pasted text with the models of the page's own server, and sends nothing anywhere.

/** A text to read, with what the person knows of it. */
export interface TryRequest {
  readonly text: string
  readonly outlet: string
  /** YYYY-MM-DD; '' where not known. */
  readonly published: string
}

export type TryAnswer =
  /** Files of the reader that are there, of how many. */
  | { readonly state: 'loading'; readonly files: number; readonly of: number }
  | { readonly state: 'reading' }
  | { readonly state: 'done'; readonly dossier: DossierJson }
  | { readonly state: 'failed'; readonly message: string }

const tell = (answer: TryAnswer): void => self.postMessage(answer)

let files = 0
/** Assets from the page's own server. */
const fetched: AssetSource = {
  async read(name) {
    const answer = await fetch(`/reader/${name}`)
    if (!answer.ok) throw new BackchannelError('assets/missing', { name, where: 'the server' })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    files++
    tell({ state: 'loading', files, of: READER_ASSETS.length })
    return bytes
  },
}

let reader: Promise<Reader> | null = null

async function read({ text, outlet, published }: TryRequest): Promise<void> {
  try {
    reader ??= createReader({ assets: fetched })
    const ready = await reader
    tell({ state: 'reading' })
    const given = { ...(outlet !== '' && { outlet }), ...(published !== '' && { published }) }
    const { document, diagnostics } = await createDocument(text, given)
    const reading = ready.read(document)
    const found = { ...reading, diagnostics: [...diagnostics, ...reading.diagnostics] }
    tell({ state: 'done', dossier: toWire(found, { version: 'in this browser', models: ready.models }) })
  } catch (error) {
    reader = null
    tell({ state: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

// The page is the only one that talks to its worker.
self.addEventListener('message', (event: MessageEvent<TryRequest>) => void read(event.data))
