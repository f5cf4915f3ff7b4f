import type { Diagnostic } from '@backchannel/core'
import { createDocument, foundOf, type Given, NOTHING_ABOUT } from './create-document.ts'
import { type ReadDocument, type ReadDocumentOptions, readDocument, TEXT_AS_GIVEN } from './read-document.ts'

/** What goes with any source. */
interface Beside {
  /** What is known to be doubtful already; it comes first in the diagnostics of the document. */
  readonly diagnostics?: readonly Diagnostic[]
}

/** One document to be read, as plain data that crosses threads: the bytes of a file, or a text that is there already. */
export type DocumentSource = Beside &
  (
    | (ReadDocumentOptions & { readonly bytes: Uint8Array })
    | (Given & { readonly text: string; readonly name?: string; readonly hints?: Given })
  )

/** The document of a source. Throws as `readDocument` and `createDocument` do. */
export async function openSource(source: DocumentSource): Promise<ReadDocument> {
  const read =
    'text' in source
      ? {
          ...(await createDocument(source.text, source, foundOf(source.hints))),
          extractor: TEXT_AS_GIVEN,
          about: NOTHING_ABOUT,
        }
      : await readDocument(source.bytes, source)
  return { ...read, diagnostics: [...(source.diagnostics ?? []), ...read.diagnostics] }
}
