import { parentPort, workerData } from 'node:worker_threads'
import { BackchannelError, createReader } from '@backchannel/core'
import { createMemoryAssets } from './disk-assets.ts'
import { readSource } from './read-source.ts'
import type { WorkerAnswer, WorkerRequest, WorkerStart } from './reader-pool.ts'

const port = parentPort
if (!port) throw new Error('worker.js runs as a worker thread, started by createReaderPool')
// What createReaderPool put there.
const { files } = workerData as { readonly files: ReadonlyMap<string, Uint8Array> }

createReader({ assets: createMemoryAssets(files) }).then(
  (reader) => {
    port.on('message', async (request: WorkerRequest) => {
      const result = await readSource(reader, request.source)
      port.postMessage({ job: request.job, result } satisfies WorkerAnswer)
    })
    port.postMessage({ models: reader.models } satisfies WorkerStart)
  },
  (error: unknown) => {
    if (!(error instanceof BackchannelError)) throw error
    const { code, message, details } = error
    port.postMessage({ failed: { code, message, details } } satisfies WorkerStart)
  },
)
