import { parentPort, workerData } from 'node:worker_threads'
import { BackchannelError, createReader, type Findings, type ModelInfo } from '@backchannel/core'
import { createMemoryAssets } from './disk-assets.ts'
import { readSource } from './read-source.ts'
import type { Finish, FinishFactory, WorkerAnswer, WorkerRequest, WorkerSetup, WorkerStart } from './reader-pool.ts'

const port = parentPort
if (!port) throw new Error('worker.js runs as a worker thread, started by createReaderPool')
// What createReaderPool put there.
const { files, finish } = workerData as WorkerSetup

createReader({ assets: createMemoryAssets(files) }).then(
  async (reader) => {
    const make = finish && (await loadFinish(finish, reader.models))
    // One after another: where a document ends the thread, the pool must know which one it was.
    let last: Promise<void> = Promise.resolve()
    port.on('message', (request: WorkerRequest) => {
      last = last.then(async () => {
        const result = await readSource(reader, request.source, make ?? undefined)
        port.postMessage({ job: request.job, result } satisfies WorkerAnswer)
      })
    })
    port.postMessage({ models: reader.models, pipeline: reader.pipeline } satisfies WorkerStart)
  },
  (error: unknown) => {
    if (!(error instanceof BackchannelError)) throw error
    const { code, message, details } = error
    port.postMessage({ failed: { code, message, details } } satisfies WorkerStart)
  },
)

/** The module is the caller's own, so it is what the caller's types say. */
async function loadFinish(finish: Finish, models: readonly ModelInfo[]): Promise<(findings: Findings) => unknown> {
  const { default: create } = (await import(finish.module)) as { readonly default: FinishFactory<unknown, unknown> }
  return create(finish.options, models)
}
