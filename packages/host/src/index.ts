export * from './disk-assets.ts'
export { HOST_ERRORS, type HostErrorCode } from './errors.ts'
export * from './fetch-limits.ts'
export { type Fetched, type FetchOptions, fetchSafely, shownAddress, USER_AGENT } from './fetch-safely.ts'
export { inOrder } from './in-order.ts'
export {
  type FeedState,
  type PolledEntry,
  type PolledFeed,
  type PollOptions,
  pollFeeds,
  type WatchState,
} from './poll-feeds.ts'
export * from './read-source.ts'
export {
  createReaderPool,
  DOCUMENT_SECONDS,
  type Finish,
  type FinishFactory,
  type ReaderPool,
  type ReadResult,
  THREAD_HEAP_MEGABYTES,
  THREAD_QUEUE,
  THREAD_YOUNG_MEGABYTES,
} from './reader-pool.ts'
export { readInput, type WalkedInput, walkInputs } from './walk-inputs.ts'
