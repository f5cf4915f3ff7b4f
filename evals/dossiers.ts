import type { Reader } from '@backchannel/core'
import { createDocument } from '@backchannel/intake'
import { toWire } from '@backchannel/wire'

/** Reads one text and gives its dossier as one line of JSON. */
export type DossierLine = (article: {
  readonly id: string
  readonly text: string
  readonly published?: string | null
  readonly outlet?: string
}) => Promise<string>

/** Dossiers in this thread, one after the other: the order of the corpora, whatever the machine. */
export function createDossierLine(reader: Reader): DossierLine {
  return async ({ id, text, published, outlet }) => {
    const { document, diagnostics } = await createDocument(text, {
      id,
      ...(published ? { published } : {}),
      ...(outlet ? { outlet } : {}),
    })
    const reading = reader.read(document)
    const findings = { ...reading, diagnostics: [...diagnostics, ...reading.diagnostics] }
    return JSON.stringify(toWire(findings, { version: '0', models: [...reader.models] }))
  }
}
