import { createDocument, type Given } from './create-document.ts'
import { type ReadDocument, type ReadDocumentOptions, readDocument } from './read-document.ts'

/** One document to be read, as plain data that crosses threads: the bytes of a file, or a text that is there already. */
export type DocumentSource =
  | (ReadDocumentOptions & { readonly bytes: Uint8Array })
  | (Given & { readonly text: string; readonly name?: string })

/** The document of a source. Throws as `readDocument` and `createDocument` do. */
export async function openSource(source: DocumentSource): Promise<Pick<ReadDocument, 'document' | 'diagnostics'>> {
  return 'text' in source ? createDocument(source.text, source) : readDocument(source.bytes, source)
}
