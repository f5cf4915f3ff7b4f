import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type AssetSource, BackchannelError, type Findings, type ModelInfo, READER_ASSETS } from '@backchannel/core'
import type { DocumentSource, Extractor } from '@backchannel/intake'
import { createDiskAssets, createSharedAssets } from './disk-assets.ts'
import { type HostErrorCode, hostError } from './errors.ts'

/** Longest time one document may take, in seconds, before its thread is stopped and replaced. */
export const DOCUMENT_SECONDS = 120
/** Heap of one thread in megabytes; a document that needs more ends its thread, not the program. */
export const THREAD_HEAP_MEGABYTES = 1024
/**
 * Room for what a thread has just made, in megabytes. V8's own choice (48) lets garbage of three documents pile up in each
 * thread; less makes it collect too often. Measured in docs/decisions/0002.
 */
export const THREAD_YOUNG_MEGABYTES = 4
/** Documents handed to one thread ahead of time, so that it never waits for the main thread. */
export const THREAD_QUEUE = 2

/**
 * What one document became: its findings, or what a pool's `finish` made of them.
 */
export type ReadResult<Made = Findings> =
  | {
      readonly ok: true
      readonly findings: Made
      /** What made the document's text. */
      readonly extractor: Extractor
    }
  | {
      readonly ok: false
      readonly code: string
      readonly message: string
      readonly details: Readonly<Record<string, string | number>>
    }

/**
 * Work on the findings that is done where they are made, so that they need not be copied to the main thread: a module
 * whose default export is a `FinishFactory`. `options` must be something that can be cloned.
 */
export interface Finish {
  /** A file URL of built JavaScript. */
  readonly module: string
  readonly options?: unknown
}

/** Called once in each thread; the function it gives is called for each document and gives something that can be cloned. */
export type FinishFactory<Options, Made> = (
  options: Options,
  models: readonly ModelInfo[],
) => (findings: Findings) => Made

/** Threads that read documents side by side. */
export interface ReaderPool<Made = Findings> {
  readonly threads: number
  /** The models that read, as `Reader.models`. */
  readonly models: readonly ModelInfo[]
  /** As `Reader.pipeline`. */
  readonly pipeline: string
  /** Reads one document. Never rejects because of the document: trouble is in the result. Results come as they are ready. */
  read(source: DocumentSource): Promise<ReadResult<Made>>
  /** Waits for nothing; unfinished documents get `host/closed`. */
  close(): Promise<void>
}

/** Messages between the pool and `worker.ts`. */
export interface WorkerRequest {
  readonly job: number
  readonly source: DocumentSource
}
/** The first message of a thread: the models it has loaded, or why it could not. */
export type WorkerStart =
  | { readonly models: readonly ModelInfo[]; readonly pipeline: string }
  | {
      readonly failed: {
        readonly code: string
        readonly message: string
        readonly details: Readonly<Record<string, string | number>>
      }
    }
export interface WorkerAnswer {
  readonly job: number
  readonly result: ReadResult<unknown>
}
/** What a thread is started with. */
export interface WorkerSetup {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly finish: Finish | null
}

interface Job {
  readonly number: number
  readonly source: DocumentSource
  readonly done: (result: ReadResult<unknown>) => void
}

class Thread {
  worker: Worker
  readonly running: Job[] = []
  timer: NodeJS.Timeout | null = null
  constructor(worker: Worker) {
    this.worker = worker
  }
}

/**
 * Starts `threads` threads (default: one a core). Models are read from disk once and shared; each thread keeps its own
 * working copy. A thread that dies or overruns is replaced, and only the document it was reading fails.
 */
export async function createReaderPool<Made = Findings>(
  options: {
    readonly threads?: number
    readonly assets?: AssetSource
    readonly finish?: Finish
    /** Longest time of one document. */
    readonly seconds?: number
    /** Heap of one thread. */
    readonly heapMegabytes?: number
  } = {},
): Promise<ReaderPool<Made>> {
  const {
    threads = availableParallelism(),
    assets = createDiskAssets(undefined, { shared: true }),
    finish = null,
    seconds = DOCUMENT_SECONDS,
    heapMegabytes = THREAD_HEAP_MEGABYTES,
  } = options
  const shared = createSharedAssets(assets)
  await Promise.all(READER_ASSETS.map((name) => shared.read(name)))
  const files = shared.snapshot()
  const waiting: Job[] = []
  let next = 0
  let closed = false
  const pool: Thread[] = []

  function start(): Worker {
    return new Worker(workerFile(), {
      workerData: { files, finish } satisfies WorkerSetup,
      execArgv: [], // a thread runs what is built, also where the program itself runs from sources
      resourceLimits: {
        maxOldGenerationSizeMb: heapMegabytes,
        maxYoungGenerationSizeMb: THREAD_YOUNG_MEGABYTES,
      },
    })
  }

  function attach(thread: Thread): void {
    const { worker } = thread
    worker.on('message', (answer: WorkerAnswer | WorkerStart) => {
      if (!('job' in answer)) {
        // A thread in the place of another has loaded its models: only now does its document begin.
        watch(thread)
        return
      }
      const at = thread.running.findIndex((job) => job.number === answer.job)
      if (at < 0) return
      const [job] = thread.running.splice(at, 1)
      watch(thread)
      job?.done(answer.result)
      feed()
    })
    worker.on('error', (error: Error) => replace(thread, worker, 'host/worker-died', error.message))
    worker.on('exit', (code) => replace(thread, worker, 'host/worker-died', `exit code ${code}`))
    worker.unref()
  }

  /** The first job of the thread fails, the others wait again: they were not yet begun. */
  function replace(thread: Thread, dead: Worker, code: 'host/worker-died' | 'host/timeout', why: string): void {
    if (closed || thread.worker !== dead) return
    const [failed, ...rest] = thread.running.splice(0)
    if (thread.timer) clearTimeout(thread.timer)
    thread.timer = null
    waiting.unshift(...rest)
    thread.worker = start()
    attach(thread)
    void dead.terminate()
    if (failed) failed.done(failure(code, { id: failed.source.id ?? failed.source.name ?? 'document', why, seconds }))
    feed()
  }

  function watch(thread: Thread): void {
    if (thread.timer) clearTimeout(thread.timer)
    const { worker } = thread
    thread.timer =
      thread.running.length > 0
        ? setTimeout(() => replace(thread, worker, 'host/timeout', 'time limit'), seconds * 1000)
        : null
    if (thread.running.length > 0) worker.ref()
    else worker.unref()
  }

  function feed(): void {
    for (let depth = 1; depth <= THREAD_QUEUE; depth++) {
      for (const thread of pool) {
        if (waiting.length === 0) return
        if (thread.running.length >= depth) continue
        const job = waiting.shift()
        if (!job) return
        thread.running.push(job)
        if (thread.running.length === 1) watch(thread)
        thread.worker.postMessage({ job: job.number, source: job.source } satisfies WorkerRequest)
      }
    }
  }

  for (let i = 0; i < threads; i++) pool.push(new Thread(start()))
  // A broken model must fail here, once, not in every thread that would replace another.
  const [first] = await Promise.all(pool.map((thread) => started(thread.worker))).catch(async (error: unknown) => {
    await Promise.all(pool.map((thread) => thread.worker.terminate()))
    throw error
  })
  const { models, pipeline } = first ?? { models: [], pipeline: '' }
  for (const thread of pool) attach(thread)
  return {
    threads,
    models,
    pipeline,
    read(source) {
      if (closed) return Promise.resolve(failure('host/closed', {}))
      // A thread answers with what `finish` makes, which is what Made stands for.
      return new Promise<ReadResult<Made>>((done) => {
        waiting.push({ number: next++, source, done: (result) => done(result as ReadResult<Made>) })
        feed()
      })
    },
    async close() {
      closed = true
      for (const job of [...waiting.splice(0), ...pool.flatMap((thread) => thread.running.splice(0))])
        job.done(failure('host/closed', {}))
      for (const thread of pool) if (thread.timer) clearTimeout(thread.timer)
      await Promise.all(pool.map((thread) => thread.worker.terminate()))
    },
  }
}

/** Waits for a thread's first message. Rejects with what the thread could not load. */
function started(worker: Worker): Promise<Pick<ReaderPool, 'models' | 'pipeline'>> {
  return new Promise((done, fail) => {
    worker.once('error', fail)
    worker.once('message', (message: WorkerStart) => {
      worker.removeListener('error', fail)
      if ('models' in message) done(message)
      else fail(new BackchannelError(message.failed.code, message.failed.details))
    })
  })
}

function failure(code: HostErrorCode, details: Readonly<Record<string, string | number>>): ReadResult<never> {
  return { ok: false, code, message: hostError(code, details).message, details }
}

/** Workers run compiled code only: from sources (tests) the built file is used. */
function workerFile(): string {
  const here = import.meta.url
  return fileURLToPath(new URL(here.endsWith('.ts') ? '../dist/worker.js' : './worker.js', here))
}
