import type { RecordActor, SourceDocument } from '@backchannel/core'
import type { KeyedKind, PlacedReport, StoredDocument, StoredSketch } from '../store.ts'

/** What was used last, at most twice `most` of it: what is asked for again while the younger half fills up stays. */
export interface Recent<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
  delete(key: Key): void
  clear(): void
  /** Every value once, in no order that means anything. */
  entries(): Iterable<readonly [Key, Value]>
}

/** An actor as its row holds it. */
export interface ActorEntry {
  readonly row: number
  readonly actor: RecordActor
  readonly keys: readonly string[]
}

/**
 * What the connection that writes has read or written last, as objects: who is in the news is in every article, and unpacking
 * them costs more than all else. Nothing in it is ever changed, only replaced or dropped with its rows. It is emptied after a
 * write that failed, and where another program has written.
 */
export interface RowCache {
  readonly actors: Recent<string, ActorEntry>
  /** By the row of their claim. */
  readonly reports: Recent<number, PlacedReport>
  readonly documents: Recent<string, StoredDocument>
  /** Documents without their texts. */
  readonly sources: Recent<string, SourceDocument>
  readonly sketches: Recent<string, StoredSketch>
  /** Owners of a key by its kind: the latest `KEY_LEADS`, the latest last. Alone in this cache they grow in place. */
  readonly owners: Readonly<Record<KeyedKind, Recent<string, number[]>>>
  /** What the owners of keys are called outside, by kind and row. */
  readonly names: Readonly<Record<KeyedKind, Recent<number, string>>>
  /** The rows of claims, by what they are called outside. */
  readonly claims: Recent<string, number>
  clear(): void
}

/** Sizes of the younger halves. An actor takes 1 to 20 kB, a report 2, a document 10, a sketch with what is derived of it 20. */
const ACTORS = 1536
const REPORTS = 3072
const DOCUMENTS = 192
/** What is known of a document beside its text takes half a kB. */
const SOURCES = 4096
const SKETCHES = 256
const KEYS = 8192
/** A name takes some 80 bytes. */
const NAMES = 16_384

export function createRowCache(): RowCache {
  const rows = {
    actors: createRecent<string, ActorEntry>(ACTORS),
    reports: createRecent<number, PlacedReport>(REPORTS),
    documents: createRecent<string, StoredDocument>(DOCUMENTS),
    sources: createRecent<string, SourceDocument>(SOURCES),
    sketches: createRecent<string, StoredSketch>(SKETCHES),
    claims: createRecent<string, number>(NAMES),
  }
  const ofKinds = <Key, Value>(most: number): Readonly<Record<KeyedKind, Recent<Key, Value>>> => ({
    copy: createRecent(most),
    actor: createRecent(most),
    report: createRecent(most),
  })
  const owners = ofKinds<string, number[]>(KEYS)
  const names = ofKinds<number, string>(NAMES)
  return {
    ...rows,
    owners,
    names,
    clear() {
      for (const part of [...Object.values(rows), ...Object.values(owners), ...Object.values(names)]) part.clear()
    },
  }
}

function createRecent<Key, Value>(most: number): Recent<Key, Value> {
  let young = new Map<Key, Value>()
  let old = new Map<Key, Value>()
  const set = (key: Key, value: Value): void => {
    if (young.size >= most && !young.has(key)) {
      old = young
      young = new Map()
    }
    young.set(key, value)
  }
  return {
    set,
    get(key) {
      const known = young.get(key)
      if (known !== undefined) return known
      const value = old.get(key)
      if (value !== undefined) set(key, value)
      return value
    },
    delete(key) {
      young.delete(key)
      old.delete(key)
    },
    clear() {
      young = new Map()
      old = new Map()
    },
    *entries() {
      yield* young
      for (const entry of old) if (!young.has(entry[0])) yield entry
    },
  }
}
