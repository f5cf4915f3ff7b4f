import { createRequire } from 'node:module'
import { createReader, type Parse, type Reader } from '@backchannel/core'
import { createDiskAssets, createReaderPool, type ReadResult, readSource } from '@backchannel/host'

import type { DocumentSource } from '@backchannel/intake'
import type { EngineJson } from '@backchannel/wire'

/** Something that reads documents, alone or on many threads. */
export interface DocumentReader {
  readonly engine: EngineJson
  /** How many documents it reads side by side. */
  readonly threads: number
  /** Never rejects because of the document. */
  read(source: DocumentSource): Promise<ReadResult>
  close(): Promise<void>
}

/** The language core alone, for `parse`. */
export interface Parser {
  parse(text: string): Parse
  analyze: Reader['analyze']
}

/** What the commands read with; tests pass their own. */
export interface Readers {
  /** On this thread: starts fastest. */
  one(): Promise<DocumentReader>
  /** On `threads` threads, by default one a core. */
  many(threads: number | undefined): Promise<DocumentReader>
  parser(): Promise<Parser>
}

/** The version of the program, as its package.json has it. */
export function programVersion(): string {
  // The file is ours and stands one folder above both src and dist.
  return (createRequire(import.meta.url)('../package.json') as { readonly version: string }).version
}

/** Readers on the installed assets. */
export const diskReaders: Readers = {
  async one() {
    const reader = await createReader({ assets: createDiskAssets() })
    return {
      engine: { version: programVersion(), models: reader.models },
      threads: 1,
      read: (source) => readSource(reader, source),
      close: async () => {},
    }
  },
  async many(threads) {
    const pool = await createReaderPool(threads === undefined ? {} : { threads })
    return {
      engine: { version: programVersion(), models: pool.models },
      threads: pool.threads,
      read: (source) => pool.read(source),
      close: () => pool.close(),
    }
  },
  parser: () => createReader({ assets: createDiskAssets() }),
}
