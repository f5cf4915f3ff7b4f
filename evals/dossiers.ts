import type { Reader } from '@backchannel/core'
import { createTextDocument } from '@backchannel/intake'
import { toWire } from '@backchannel/wire'

/** Reads one text and gives its dossier as one line of JSON. */
export type DossierLine = (article: {
  readonly id: string
  readonly text: string
  readonly published?: string | null
}) => string

/** Dossiers in this thread, one after the other: the order of the corpora, whatever the machine. */
export function createDossierLine(reader: Reader): DossierLine {
  return ({ id, text, published }) => {
    const document = createTextDocument({ id, text, ...(published ? { published } : {}), language: 'en' })
    return JSON.stringify(toWire(reader.read(document), { version: '0', models: reader.models }))
  }
}
