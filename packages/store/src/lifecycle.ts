import { AsyncLocalStorage } from 'node:async_hooks'
import { storeError } from './errors.ts'
import type { Fault, Store, StoreReader, StoreWriter } from './store.ts'

/** One write that has begun. */
export interface OpenWrite {
  readonly writer: StoreWriter
  /** Checks what the work left behind, then keeps all of it. Throws where something is named that is not there. */
  commit(): void
  /** Leaves no trace of the work. Never throws. */
  rollback(): void
}

/** What a backend has to bring; the rest of a store's life is the same for all. */
export interface Backend {
  readonly reader: StoreReader
  /** Waits for other programs; other writes of this one have ended. */
  begin(): Promise<OpenWrite>
  backup(file: string): Promise<void>
  doctor(): Promise<readonly Fault[]>
  close(): void
}

/** Makes a store of a backend: one write at a time, nothing after the end, every error a rejection. */
export function createStore(backend: Backend): Store {
  const inWrite = new AsyncLocalStorage<true>()
  let closed = false
  let last: Promise<unknown> = Promise.resolve()

  const open = (): void => {
    if (closed) throw storeError('store/closed')
  }

  async function runWrite<Result>(work: (writer: StoreWriter) => Promise<Result>): Promise<Result> {
    open()
    const write = await backend.begin()
    let over = false
    const writer = guarded(write.writer, () => {
      if (over) throw storeError('store/writer-over')
    })
    try {
      const result = await inWrite.run(true, () => work(writer))
      over = true
      write.commit()
      return result
    } catch (error) {
      over = true
      write.rollback()
      throw error
    }
  }

  const reader = guarded(backend.reader, open)
  return extend(reader, {
    async write<Result>(work: (writer: StoreWriter) => Promise<Result>): Promise<Result> {
      open()
      if (inWrite.getStore()) throw storeError('store/write-in-write')
      const run = last.then(() => runWrite(work))
      // The queue goes on after a write that failed; its caller is told by `run`.
      last = run.catch(() => undefined)
      return run
    },
    async backup(file: string): Promise<void> {
      open()
      await backend.backup(file)
    },
    async doctor(): Promise<readonly Fault[]> {
      open()
      if (inWrite.getStore()) throw storeError('store/write-in-write')
      // After the writes that were asked for before, so that it sees no half of one.
      await last
      open()
      return backend.doctor()
    },
    async close(): Promise<void> {
      if (closed) return
      if (inWrite.getStore()) throw storeError('store/write-in-write')
      await last
      if (closed) return
      closed = true
      backend.close()
    },
  })
}

/** The reader with more methods on top, both reachable as one object. */
function extend<Base extends object, More extends object>(base: Base, more: More): Base & More {
  const both = new Proxy(base, {
    get: (target, name) => (name in more ? Reflect.get(more, name) : Reflect.get(target, name)),
    has: (target, name) => name in more || name in target,
  })
  // The proxy answers for every name of either, as the type says.
  return both as Base & More
}

/** The same object, with a check before each call. */
function guarded<Target extends object>(target: Target, check: () => void): Target {
  // Placing one article makes hundreds of calls: each method is wrapped once.
  const wrapped = new Map<string | symbol, unknown>()
  return new Proxy(target, {
    get(object, name) {
      const known = wrapped.get(name)
      if (known !== undefined) return known
      const value: unknown = Reflect.get(object, name)
      if (typeof value !== 'function') return value
      const method = (...values: unknown[]): unknown => {
        try {
          check()
        } catch (error) {
          return Promise.reject(error)
        }
        return Reflect.apply(value, object, values)
      }
      wrapped.set(name, method)
      return method
    },
  })
}
