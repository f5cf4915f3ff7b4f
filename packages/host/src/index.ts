export * from './disk-assets.ts'
export * from './errors.ts'
export * from './read-source.ts'
export {
  createReaderPool,
  DOCUMENT_SECONDS,
  type ReaderPool,
  type ReadResult,
  THREAD_HEAP_MEGABYTES,
  THREAD_QUEUE,
} from './reader-pool.ts'
