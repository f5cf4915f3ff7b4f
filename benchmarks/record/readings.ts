import { readFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import { contentHash, type Document, documentId, type Findings } from '@backchannel/core'
import type { FinishedReading, PartInput } from '@backchannel/desk'
import type { ReaderPool, ReadResult } from '@backchannel/host'
import { openContainer } from '@backchannel/intake'

/** What the pool gave for an article, by the article's id; kept as bytes, as a thread would send it. */
export interface Readings {
  readonly pipeline: string
  readonly all: readonly (readonly [string, Uint8Array])[]
}

export function packReading(result: ReadResult<FinishedReading>): Uint8Array {
  return serialize(result)
}

export function loadReadings(file: string): Readings {
  // What `serialize` was given in run.ts.
  return deserialize(readFileSync(file)) as Readings
}

/** Made of a reading by another date and another name: the same people and words on another day. */
export interface Telling {
  readonly reading: Uint8Array
  readonly number: number
  readonly published: string
}

/** The day of a telling: the year over, in an order that looks like none. */
export function dayOf(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + ((number * 7919) % 365))).toISOString().slice(0, 10)
}

/** A telling as a thread would give it. Its sketch keys are its own: it is nobody's copy. */
export function tell({ reading, number, published }: Telling): ReadResult<FinishedReading> & { readonly ok: true } {
  // Only readings that succeeded are kept.
  const result = deserialize(reading) as ReadResult<FinishedReading> & { readonly ok: true }
  const { findings, sketchKeys } = result.findings
  return {
    ...result,
    findings: {
      ...result.findings,
      findings: retold(findings, number, published),
      sketchKeys: sketchKeys.map((key) => ownKey(key, number)),
    },
  }
}

/** Another key of the same kind and length, so that no telling is found to be a copy; the same for the same number. */
export function ownKey(key: string, number: number): string {
  let hash = Math.imul(number + 1, 0x9e3779b1)
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return `${key.slice(0, 1)}${(hash >>> 0).toString(16).padStart(8, '0').slice(0, 7)}`
}

export function retold(findings: Findings, number: number, published: string): Findings {
  const id = documentId(`doc:${contentHash(`telling ${number}`)}`)
  const document: Document = {
    ...findings.document,
    id,
    published: { text: published, when: { earliest: published, latest: published, precision: 'day' } },
  }
  return {
    ...findings,
    document,
    claims: findings.claims.map((claim) => ({ ...claim, evidence: { ...claim.evidence, document: id } })),
  }
}

/** A pool that has read everything already, so that what is measured is what comes after reading. */
export function tellingPool(pipeline: string, tellings: ReadonlyMap<string, Telling>): ReaderPool<FinishedReading> {
  return {
    threads: 2,
    models: [],
    pipeline,
    async read(source) {
      const telling = tellings.get(source.id ?? '')
      if (!telling) throw new Error(`no reading of ${source.id}`)
      return tell(telling)
    },
    async close() {},
  }
}

/** Lines of a batch, as `ingest` takes them. */
export async function* partsOf(articles: readonly object[]): AsyncGenerator<PartInput> {
  const bytes = new TextEncoder().encode(articles.map((article) => `${JSON.stringify(article)}\n`).join(''))
  for await (const opened of openContainer(bytes, { name: 'bench.jsonl' }))
    if (opened.ok) yield { origin: `bench.jsonl${opened.part.origin}`, part: opened.part }
}

/** The same for what a `tellingPool` has read: the lines need no text. */
export function partsOfTellings(ids: Iterable<string>): AsyncGenerator<PartInput> {
  return partsOf([...ids].map((id) => ({ id, text: id })))
}
