import type { BatchInput, DocumentSource, Given } from '@backchannel/intake'

export type { Given }

/** A file of the command line with what the options say about it. */
export function sourceOfFile(path: string, bytes: Uint8Array, options: Given): DocumentSource {
  return { bytes, name: path, ...givenOf(options) }
}

/** A line of a batch; `--outlet` and `--published` hold where the line says nothing. */
export function sourceOfBatch({ text, given }: BatchInput, { outlet, published }: Given): DocumentSource {
  return { text, ...givenOf({ ...(outlet && { outlet }), ...(published && { published }) }), ...given }
}

/** The known fields alone: options hold more than these, and must not cross threads. */
function givenOf({ id, title, outlet, published, url }: Given): Given {
  return {
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(outlet !== undefined && { outlet }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
  }
}
