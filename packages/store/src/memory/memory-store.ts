import { storeError } from '../errors.ts'
import { createStore } from '../lifecycle.ts'
import type { Store } from '../store.ts'
import { createMemoryReader } from './reader.ts'
import { copyState, emptyState } from './state.ts'
import { createMemoryWriter } from './writer.ts'

/**
 * A store that is gone when the program ends: for tests and for records of some hundred articles, since a write takes
 * time linear in what is stored. It cannot be backed up: there is no file.
 */
export function createMemoryStore(): Store {
  let state = emptyState()
  return createStore({
    reader: createMemoryReader(() => state),
    async begin() {
      const draft = copyState(state)
      const { writer, finish } = createMemoryWriter(draft)
      return {
        writer,
        commit() {
          finish()
          state = draft
        },
        rollback() {
          // The draft is dropped; the state never saw it.
        },
      }
    },
    async backup(file: string) {
      throw storeError('store/cannot-open', { file, why: 'a store in memory has no file to back up' })
    },
    async doctor() {
      return []
    },
    close() {
      state = emptyState()
    },
  })
}
