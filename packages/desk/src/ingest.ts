import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import {
  BackchannelError,
  contentHash,
  type Document,
  documentId,
  type Findings,
  type Instant,
  type Lexicon,
} from '@backchannel/core'
import { inOrder, type ReaderPool, type ReadResult, readInput, walkInputs } from '@backchannel/host'
import { type Given, type Part, type PartHints, sourceOfPart } from '@backchannel/intake'
import type { Item, Store, StoreReader, StoreWriter } from '@backchannel/store'
import type { IngestDoneJson, IngestItemJson } from '@backchannel/wire/write'
import { compareOlderStories } from './compare-older-stories.ts'
import { gather } from './gather.ts'
import { READ_AHEAD, WRITE_DOCUMENTS, WRITE_WAIT } from './limits.ts'
import { openInput } from './look-at.ts'
import { placeDocument } from './place-document.ts'
import type { FinishedReading } from './reading-finisher.ts'

/** What taking in needs. */
export interface IngestOptions {
  readonly store: Store
  /** Made with `reading-finisher`, see `createIngestPool`. */
  readonly pool: ReaderPool<FinishedReading>
  /** The instant, in UTC; what the record calls "found". */
  readonly now: () => Instant
  readonly lexicon: Lexicon
  /** What the caller knows of all inputs: `--outlet` and the like. */
  readonly given?: Given
  /** Tries again what failed before. */
  readonly retry?: boolean
  /** When true, stops after the documents in hand; the next run goes on from there. */
  readonly stopped?: () => boolean
  /** Documents of one write, at most; `WRITE_DOCUMENTS` where absent. */
  readonly together?: number
}

/** Bytes to take in, wherever they come from. */
export interface IngestInput {
  /** An absolute path or an address. */
  readonly origin: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly mediaType?: string | null
  readonly url?: string | null
  /** What the entry of the feed that led here says; what the page itself says wins over it. */
  readonly hints?: PartHints
}

/** An input that could not be had. */
export interface MissingInput {
  readonly origin: string
  readonly error: BackchannelError
}

/** A part that somebody else has taken out of its container, as polling feeds does. */
export interface PartInput {
  readonly origin: string
  readonly part: Part
}

/** Anything that can be taken in. */
export type AnyInput = IngestInput | MissingInput | PartInput

/** The files of paths, in the order of `walkInputs`, read one after another. `passedOver` as there. */
export async function* fileInputs(
  paths: readonly string[],
  passedOver: readonly string[] = [],
): AsyncGenerator<IngestInput | MissingInput> {
  for await (const walked of walkInputs(paths, passedOver)) {
    if (!walked.ok) {
      yield { origin: walked.origin, error: walked.error }
      continue
    }
    const { origin, path } = walked
    yield await readInput(path).then(
      (bytes): IngestInput => ({ origin, name: path, bytes }),
      (error: BackchannelError): MissingInput => ({ origin, error }),
    )
  }
}

/** One part on its way. */
interface Step {
  readonly origin: string
  readonly sha256: string | null
  readonly part: Part | null
  readonly result: ReadResult<FinishedReading> | null
  /** Why it is not read; null where it is. */
  readonly skipped: string | null
  readonly error: { readonly code: string; readonly message: string } | null
}

/**
 * Takes inputs into the record and tells of each part as it is done; the last event sums up. Parts are read ahead on the
 * pool and placed in the order of the inputs, a few in one write: whatever ends the program, a part is in the record wholly
 * or not at all, and the next run goes on with the first that is not. What was taken in before, from the same place with the
 * same bytes and by the same pipeline, is skipped. Never throws because of an input.
 */
export async function* ingest(
  inputs: AsyncIterable<AnyInput>,
  options: IngestOptions,
): AsyncGenerator<IngestItemJson | IngestDoneJson> {
  const { store, pool, stopped = () => false, together = WRITE_DOCUMENTS } = options
  const start = performance.now()
  await compareOlderStories(store, options.lexicon)
  const tally = { new: 0, updated: 0, skipped: 0, failed: 0 }
  const steps = inOrder(partsOf(inputs, options), pool.threads * READ_AHEAD, (part) => part())
  for await (const some of gather(steps, together, WRITE_WAIT)) {
    if (stopped()) break
    for (const event of await settleAll(some, options)) {
      tally[event.state]++
      yield event
    }
  }
  const { documents } = await store.counts()
  yield { done: true, documents, ...tally, seconds: Math.round(performance.now() - start) / 1000 }
}

/** Parts in order, each as a function that starts reading it. */
async function* partsOf(inputs: AsyncIterable<AnyInput>, options: IngestOptions): AsyncGenerator<() => Promise<Step>> {
  for await (const input of inputs) {
    if ('error' in input) {
      yield async () => failed(input.origin, null, input.error)
      continue
    }
    if ('part' in input) {
      yield () => readPart(input.origin, input.part, options)
      continue
    }
    for await (const one of openInput(input, options.now())) {
      if ('part' in one) yield () => readPart(one.origin, one.part, options)
      else yield async () => failed(one.origin, null, one.error)
    }
  }
}

async function readPart(origin: string, part: Part, options: IngestOptions): Promise<Step> {
  const { store, pool, given = {}, retry = false } = options
  const sha256 = fingerprint(part, given)
  const blank = { origin, sha256, part, result: null, skipped: null, error: null }
  const item = await store.item(origin)
  if (item?.sha256 === sha256) {
    if (item.state === 'failed' && !retry) return { ...blank, skipped: 'it failed before; --retry tries again' }
    if (item.state !== 'failed' && item.document !== null) {
      const stored = await store.document(item.document)
      if (stored?.pipeline === pool.pipeline) return { ...blank, skipped: 'it is in the record already' }
    }
  }
  return { ...blank, result: await pool.read(sourceOfPart(part, given)) }
}

/** The bytes of a part and all that is told of it: another outlet or date makes another document of the same text. */
function fingerprint(part: Part, given: Given): string {
  const hash = createHash('sha256')
  hash.update('text' in part.body ? part.body.text : part.body.bytes)
  const { title, outlet, published, url, id } = part.hints
  hash.update(`\n${JSON.stringify([title, outlet, published, url, id, given])}`)
  return hash.digest('hex')
}

function failed(origin: string, sha256: string | null, error: BackchannelError): Step {
  const { code, message } = error
  return { origin, sha256, part: null, result: null, skipped: null, error: { code, message } }
}

/** Writes what became of parts, all in one write; where the store refuses one of them, each in a write of its own. */
async function settleAll(steps: readonly Step[], options: IngestOptions): Promise<readonly IngestItemJson[]> {
  const { store } = options
  if (steps.every((step) => step.skipped !== null))
    return Promise.all(steps.map((step) => tellSkipped(store, step, step.skipped ?? '')))
  try {
    return await store.write((writer) => settleEach(writer, steps, options))
  } catch (error) {
    if (maybeRefusal(error) === null) throw error
  }
  const events: IngestItemJson[] = []
  for (const step of steps) {
    try {
      events.push(...(await store.write((writer) => settleEach(writer, [step], options))))
    } catch (error) {
      // What the store refuses about this document is the document's trouble; anything else ends the run.
      const refused = maybeRefusal(error)
      if (refused === null) throw error
      events.push(await store.write((writer) => saveFailed(writer, step, refused, options)))
    }
  }
  return events
}

async function settleEach(
  writer: StoreWriter,
  steps: readonly Step[],
  options: IngestOptions,
): Promise<readonly IngestItemJson[]> {
  const events: IngestItemJson[] = []
  for (const step of steps) {
    // The store answers at once, so nothing else gets its turn in between: the threads that read must get their next documents.
    await turn()
    const { origin, sha256, result, skipped } = step
    const error = step.error ?? (result?.ok === false ? { code: result.code, message: result.message } : null)
    if (skipped !== null) events.push(await tellSkipped(writer, step, skipped))
    else if (error !== null || !result?.ok) events.push(await saveFailed(writer, step, error, options))
    else events.push(await keep(writer, step, result, { origin, sha256, found: options.now() }, options))
  }
  return events
}

const TOLD = { document: null, outlet: null, title: null, copyOf: null, reason: null, error: null }

async function tellSkipped(reader: StoreReader, { origin }: Step, reason: string): Promise<IngestItemJson> {
  const item = await reader.item(origin)
  return { ...TOLD, origin, state: 'skipped', document: item?.document ?? null, reason }
}

async function saveFailed(
  writer: StoreWriter,
  { origin, sha256 }: Step,
  error: Step['error'],
  { now }: IngestOptions,
): Promise<IngestItemJson> {
  await writer.saveItem({ origin, sha256, found: now(), state: 'failed', document: null, error })
  return { ...TOLD, origin, state: 'failed', error }
}

function maybeRefusal(error: unknown): Step['error'] {
  if (!(error instanceof BackchannelError) || !REFUSALS.has(error.code)) return null
  return { code: error.code, message: error.message }
}

/** Errors of a store that speak of one document. */
const REFUSALS: ReadonlySet<string> = new Set(['store/text-changed'])

async function keep(
  writer: StoreWriter,
  { part, origin }: Step,
  result: ReadResult<FinishedReading> & { readonly ok: true },
  item: Pick<Item, 'origin' | 'sha256' | 'found'>,
  { pool, lexicon, given }: IngestOptions,
): Promise<IngestItemJson> {
  const before = await writer.item(origin)
  const idGiven = given?.id ?? (part?.kind === 'batch-line' ? part.hints.id : null)
  const { findings, ...rest } = result.findings
  const named = idGiven === null || idGiven === undefined ? await ownId(writer, findings, origin, before) : findings
  const { document } = named
  const known = await writer.document(document.id)
  if (
    known !== null &&
    known.origin !== origin &&
    known.pipeline === pool.pipeline &&
    isSameText(known.document, document)
  ) {
    await writer.saveItem({ ...item, state: 'done', document: document.id, error: null })
    return {
      ...{ origin, state: 'skipped', document: document.id, outlet: document.outlet, title: document.title },
      ...{ copyOf: null, reason: `it is in the record already, from ${known.origin}`, error: null },
    }
  }
  const raw = part !== null && 'bytes' in part.body ? await saveRaw(writer, part) : null
  const { copy } = await placeDocument(
    writer,
    {
      document,
      raw,
      extractor: { name: result.extractor.name, version: String(result.extractor.version) },
      pipeline: pool.pipeline,
      found: part?.hints.found ?? item.found,
      origin,
    },
    { findings: named, ...rest },
    lexicon,
    part?.kind === 'news-item' ? part.hints.id : null,
  )
  await writer.saveItem({ ...item, state: 'done', document: document.id, error: null })
  return {
    origin,
    state: known === null ? 'new' : 'updated',
    document: document.id,
    outlet: document.outlet,
    title: document.title,
    copyOf: copy?.of ?? null,
    reason: part?.summary ? summaryReason(part) : null,
    error: null,
  }
}

/** What is told of an entry of which a feed gives only the beginning or a summary: it is read as the short text that it is. */
function summaryReason({ body, hints: { url, title } }: Part): string {
  const what = `the feed gives only a ${'text' in body && body.text === title ? 'headline' : 'summary'}`
  return url === null ? what : `${what}; the article stands at ${url}`
}

async function saveRaw(writer: StoreWriter, part: Part): Promise<string> {
  if (!('bytes' in part.body)) throw new TypeError('only parts of bytes have bytes to keep')
  const { bytes } = part.body
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await writer.saveRaw({ sha256, mediaType: part.mediaType ?? 'application/octet-stream', bytes })
  return sha256
}

/**
 * Ids made from the text alone are one for all who print it. Here every printing is a document of its own: where the id is
 * taken by another origin, the origin's last part and what is told of the document go into the hash too.
 */
async function ownId(writer: StoreWriter, findings: Findings, origin: string, before: Item | null): Promise<Findings> {
  const { document } = findings
  const holder = await writer.document(document.id)
  if (holder === null || holder.origin === origin) return findings
  // The same file, moved or given by another path, with the same said of it.
  if (lastPart(holder.origin) === lastPart(origin) && isSameTelling(holder.document, document)) return findings
  if (before?.document === document.id) return findings
  const { text, outlet, url, title, published } = document
  const told = JSON.stringify([lastPart(origin), outlet, url, title, published?.text ?? null])
  return renamed(findings, `doc:${contentHash(`${text}\n${told}`)}`)
}

function isSameText(a: Document, b: Document): boolean {
  return a.text === b.text && isSameTelling(a, b)
}

function isSameTelling(a: Document, b: Document): boolean {
  return a.outlet === b.outlet && a.url === b.url && a.published?.text === b.published?.text
}

const lastPart = (origin: string): string => origin.replace(/^.*[/\\]/, '')

/** The same findings of a document with another id. */
function renamed(findings: Findings, id: string): Findings {
  const document = documentId(id)
  return {
    ...findings,
    document: { ...findings.document, id: document },
    claims: findings.claims.map((claim) => ({ ...claim, evidence: { ...claim.evidence, document } })),
  }
}
