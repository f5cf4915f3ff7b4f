import { parentPort, workerData } from 'node:worker_threads'
import { createReader } from '@backchannel/core'
import { createMemoryAssets } from './disk-assets.ts'
import { readSource } from './read-source.ts'
import type { WorkerAnswer, WorkerRequest } from './reader-pool.ts'

const port = parentPort
if (!port) throw new Error('worker.js runs as a worker thread, started by createReaderPool')
// What createReaderPool put there.
const { files } = workerData as { readonly files: ReadonlyMap<string, Uint8Array> }
const reader = createReader({ assets: createMemoryAssets(files) })

port.on('message', async (request: WorkerRequest) => {
  const result = await readSource(await reader, request.source)
  port.postMessage({ job: request.job, result } satisfies WorkerAnswer)
})
