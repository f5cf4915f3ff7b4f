import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { createReader, type Findings, type Parse, type Reader } from '@backchannel/core'
import {
  createDiskAssets,
  createReaderPool,
  type Finish,
  type ReaderPool,
  type ReadResult,
  readSource,
} from '@backchannel/host'
import type { DocumentSource } from '@backchannel/intake'
import type { EngineJson } from '@backchannel/wire/write'
import type { DossierLine } from './line-finisher.ts'

/** Something that reads documents, alone or on many threads, and gives their findings or what is made of them. */
export interface DocumentReader<Made = Findings> {
  readonly engine: EngineJson
  /** How many documents it reads side by side. */
  readonly threads: number
  /** Never rejects because of the document. */
  read(source: DocumentSource): Promise<ReadResult<Made>>
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
  /** The same, giving lines of JSON that the threads make. */
  lines(threads: number | undefined): Promise<DocumentReader<DossierLine>>
  parser(): Promise<Parser>
}

/** The version of the program, as its package.json has it. */
export function programVersion(): string {
  // The file is ours and stands one folder above both src and dist.
  return (createRequire(import.meta.url)('../package.json') as { readonly version: string }).version
}

function overPool<Made>(pool: ReaderPool<Made>): DocumentReader<Made> {
  return {
    engine: { version: programVersion(), models: pool.models },
    threads: pool.threads,
    read: (source) => pool.read(source),
    close: () => pool.close(),
  }
}

/** Threads run compiled code only: from sources (tests) the built file is used. */
function builtFile(name: string): string {
  return new URL(import.meta.url.endsWith('.ts') ? `../dist/${name}` : `./${name}`, import.meta.url).href
}

/**
 * Tells V8 to prefer small code and small heaps in the threads that start from now on: two threads hold 30 MB less and need 1 to 4
 * in 100 more processor time (docs/decisions/0005). Its heaps are small, so marking them beside the reading costs more than it
 * spares: without it two threads need 10 in 100 less processor time. A door may set it, since the whole process is its own.
 */
function keepThreadsSmall(): void {
  setFlagsFromString('--optimize-for-size')
  setFlagsFromString('--no-concurrent-marking')
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
    keepThreadsSmall()
    return overPool(await createReaderPool(threads === undefined ? {} : { threads }))
  },
  async lines(threads) {
    keepThreadsSmall()
    const finish: Finish = { module: builtFile('line-finisher.js'), options: { version: programVersion() } }
    return overPool(await createReaderPool<DossierLine>(threads === undefined ? { finish } : { threads, finish }))
  },
  parser: () => createReader({ assets: createDiskAssets() }),
}
