import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { BackchannelError, type Lexicon } from '@backchannel/core'
import {
  type AnyInput,
  compareLooked,
  type FinishedReading,
  findAlike,
  ingest,
  type LookedText,
  lookAtPart,
  type MissingInput,
  openInput,
  type PartInput,
} from '@backchannel/desk'
import type { ReaderPool } from '@backchannel/host'
import type { Item, Listed, Store } from '@backchannel/store'
import {
  type EarlierItemJson,
  type InboxItemJson,
  type InboxJobJson,
  originName,
  type UploadFields,
} from '@backchannel/wire'
import { serverError } from './errors.ts'
import {
  INBOX_ALIKE_MAX,
  INBOX_ASK_SECONDS,
  INBOX_BYTES_MAX,
  INBOX_EARLIER_MAX,
  INBOX_EARLIER_PAGE,
  INBOX_EARLIER_SCAN_MAX,
  INBOX_JOBS_MAX,
  INBOX_LOOK_BYTES_MAX,
  INBOX_LOOK_SECONDS,
  UPLOAD_DOCUMENTS_MAX,
} from './limits.ts'
import { givenOf } from './upload.ts'

type JobState = InboxJobJson['state']
export type Decision = 'read' | 'read-new' | 'stop'

/** One upload. The words of what is not read yet are in memory only; the record knows that it waits, for when the server stops. */
interface Job {
  readonly id: string
  readonly at: string
  readonly given: UploadFields
  readonly bytes: number
  state: JobState
  items: InboxItemJson[]
  /** Beside the items, emptied when all is read. */
  inputs: (PartInput | MissingInput)[]
  whole: boolean
  decision: Decision | null
  decide: () => void
  /** Of `performance.now()`, in milliseconds. */
  begun: number | null
  ended: number | null
}

/** An upload with each of its documents. */
type ToldJob = InboxJobJson & { readonly list: readonly InboxItemJson[] }

/** Uploads that are looked at, compared with the record and read, one after another, while pages ask how far they are. */
export interface Inbox {
  /**
   * Takes inputs; they are looked at at once, and read when nothing of them is like what is there, or somebody says so. Where
   * `decision` is given nobody is asked.
   */
  add(inputs: AsyncIterable<AnyInput>, given: UploadFields, bytes: number, decision?: Decision): ToldJob
  jobs(): readonly InboxJobJson[]
  /** What was taken in before this inbox was made, as the record has it; looked up once. */
  earlier(): Promise<Earlier>
  /** Throws `server/no-such-job`. */
  job(id: string): ToldJob
  /** Throws `server/no-such-job` and `server/job-decided`. */
  decide(id: string, decision: Decision): void
  /** Leaves what is not read yet, and resolves when nothing is written any more. */
  stop(): Promise<void>
}

interface Earlier {
  /** The latest first. */
  readonly rows: readonly EarlierItemJson[]
  readonly total: number
  readonly failed: number
}

export interface InboxOptions {
  readonly store: Store
  readonly lexicon: Lexicon
  readonly pool: () => Promise<ReaderPool<FinishedReading>>
  readonly now: () => string
}

/** An inbox with nothing in it. */
export function createInbox(options: InboxOptions): Inbox {
  const { now } = options
  const jobs: Job[] = []
  let stopped = false
  const begun = now()
  let known: Promise<Earlier> | null = null
  /** The reading of the job before: one is read at a time. */
  let reading: Promise<void> = Promise.resolve()
  const running = new Set<Promise<void>>()

  const find = (id: string): Job => {
    const job = jobs.find((one) => one.id === id)
    if (job === undefined) throw serverError('server/no-such-job', { id: id.slice(0, 100) })
    return job
  }

  return {
    add(inputs, given, bytes, decision = undefined) {
      makeRoom(jobs, bytes)
      const at = now()
      const job: Job = {
        id: `job:${randomUUID()}`,
        ...{ at, given, bytes, state: 'looking', items: [], inputs: [], whole: true },
        ...{ decision: decision ?? null, decide: () => {}, begun: null, ended: null },
      }
      jobs.unshift(job)
      const work = (async () => {
        await look(job, inputs, options)
        await noteWaiting(job, options)
        if (!(await isToRead(job)) || stopped) {
          leave(job)
          // What a server that stops leaves goes on waiting.
          return stopped ? undefined : noteLeft(job.items, options)
        }
        job.state = 'waiting'
        const before = reading
        let through = (): void => {}
        reading = new Promise((done) => {
          through = done
        })
        try {
          await before
          await read(job, options, () => stopped || job.decision === 'stop')
          if (!stopped) await noteLeft(job.items, options)
        } finally {
          through()
        }
      })().catch((error: unknown) => fail(job, error))
      running.add(work)
      void work.finally(() => running.delete(work))
      return told(job)
    },
    jobs: () => jobs.map(summed),
    earlier() {
      known ??= findEarlier(options.store, begun)
      return known
    },
    job: (id) => told(find(id)),
    decide(id, decision) {
      const job = find(id)
      const open = job.state === 'asking' || (decision === 'stop' && job.state !== 'done' && job.state !== 'stopped')
      if (!open) throw serverError('server/job-decided', { state: job.state })
      job.decision = decision
      job.decide()
    },
    async stop() {
      stopped = true
      for (const job of jobs) {
        job.decision ??= 'stop'
        job.decide()
      }
      await Promise.all(running)
    },
  }
}

/** What the record says was taken in before an instant: of more than are looked at, the first by origin. */
async function findEarlier(store: Store, begun: string): Promise<Earlier> {
  const items: Item[] = []
  let after: string | null = null
  do {
    const page: Listed<Item> = await store.items(undefined, { limit: INBOX_EARLIER_PAGE, after })
    items.push(...page.rows.filter(({ found }) => found < begun))
    after = page.next
  } while (after !== null && items.length < INBOX_EARLIER_SCAN_MAX)
  // Of very many the store's own counts will do, though what came in since is among them.
  const total = after === null ? items.length : (await store.items(undefined, { limit: 1 })).total
  const failed =
    after === null
      ? items.filter(({ state }) => state === 'failed').length
      : (await store.items('failed', { limit: 1 })).total
  const latest = items.sort((a, b) => (a.found < b.found ? 1 : a.found > b.found ? -1 : 0)).slice(0, INBOX_EARLIER_MAX)
  const rows: EarlierItemJson[] = []
  for (const { origin, state, document, error, found } of latest) {
    const stored = document === null ? null : await store.document(document)
    const { outlet = null, title = null } = stored?.document ?? {}
    rows.push({ name: originName(origin), origin, at: found, state, document, outlet, title, error })
  }
  return { rows, total, failed }
}

/** Forgets the oldest jobs that are through. Throws `server/busy` where too much waits. */
function makeRoom(jobs: Job[], bytes: number): void {
  const isOpen = ({ state }: Job): boolean => state !== 'done' && state !== 'stopped'
  const waiting = jobs.filter(isOpen)
  const held = waiting.reduce((sum, job) => sum + job.bytes, bytes)
  if (waiting.length >= INBOX_JOBS_MAX || (waiting.length > 0 && held > INBOX_BYTES_MAX))
    throw serverError('server/busy', { what: `${waiting.length} uploads wait in the inbox` })
  for (let at = jobs.length - 1; at >= 0 && jobs.length >= INBOX_JOBS_MAX; at--) {
    const job = jobs[at]
    if (job && !isOpen(job)) jobs.splice(at, 1)
  }
}

/** Opens the inputs, and compares each document with the record and with those before it. */
async function look(job: Job, inputs: AsyncIterable<AnyInput>, { store, now }: InboxOptions): Promise<void> {
  const end = performance.now() + INBOX_LOOK_SECONDS * 1000
  const looked: { readonly text: LookedText; readonly item: number }[] = []
  for await (const input of inputs)
    for await (const one of partsOf(input, now())) {
      if (job.decision === 'stop') return
      if (job.items.length === UPLOAD_DOCUMENTS_MAX) {
        job.whole = false
        return
      }
      const item = itemOf(one)
      job.items.push(item)
      job.inputs.push(one)
      if ('part' in one && sizeOf(one) <= INBOX_LOOK_BYTES_MAX && performance.now() < end) {
        const text = await lookAtPart(one, givenOf(job.given))
        if (text) {
          item.title = text.document.title
          item.outlet = text.document.outlet
          const known = await store.item(one.origin)
          const alike: InboxItemJson['alike'] = (await findAlike(store, text)).map((likeness) => ({
            ...likeness,
            item: null,
          }))
          for (const other of looked) {
            const likeness = compareLooked(text, other.text)
            const { outlet, title } = other.text.document
            if (likeness) alike.push({ document: null, item: other.item, outlet, title, ...likeness })
          }
          item.alike = alike.slice(0, INBOX_ALIKE_MAX)
          if (known?.document) item.reason = 'the same file is in the record already'
          looked.push({ text, item: job.items.length - 1 })
        }
      }
      item.state = 'waiting'
      // Pages ask meanwhile how far it is.
      await setImmediate()
    }
}

async function* partsOf(input: AnyInput, found: string): AsyncGenerator<PartInput | MissingInput> {
  if ('error' in input || 'part' in input) yield input
  else yield* openInput(input, found)
}

function itemOf(input: PartInput | MissingInput): InboxItemJson {
  const name = 'part' in input ? input.part.name : input.origin.replace(/^upload:\/[0-9a-f]+\//, '')
  return {
    ...{ name, origin: input.origin, state: 'looking', alike: [], document: null, outlet: null },
    ...{ title: 'part' in input ? input.part.hints.title : null, copyOf: null, reason: null, error: null },
  }
}

function sizeOf({ part }: PartInput): number {
  return 'text' in part.body ? part.body.text.length : part.body.bytes.length
}

/** Notes in the record what waits, so that a server that is started again can tell of it. What is known stays as it is. */
async function noteWaiting({ items }: Job, { store, now }: InboxOptions): Promise<void> {
  await store.write(async (writer) => {
    for (const { origin } of items)
      if ((await writer.item(origin)) === null)
        await writer.saveItem({
          ...{ origin, sha256: null, document: null, error: null },
          state: 'waiting',
          found: now(),
        })
  })
}

/** Notes in the record what of an upload nobody asked for in the end. */
async function noteLeft(items: readonly InboxItemJson[], { store }: InboxOptions): Promise<void> {
  const left = items.filter(({ state }) => state === 'left')
  if (left.length === 0) return
  await store.write(async (writer) => {
    for (const { origin } of left) {
      const item = await writer.item(origin)
      if (item?.state === 'waiting') await writer.saveItem({ ...item, state: 'skipped' })
    }
  })
}

/** Whether to read: at once where nothing is like anything, otherwise when somebody says so. */
async function isToRead(job: Job): Promise<boolean> {
  if (job.decision === null && job.items.some(({ alike }) => alike.length > 0)) {
    job.state = 'asking'
    await new Promise<void>((decided) => {
      const timer = setTimeout(decided, INBOX_ASK_SECONDS * 1000)
      timer.unref()
      job.decide = () => {
        clearTimeout(timer)
        decided()
      }
    })
    job.decision ??= 'stop'
  }
  return job.decision !== 'stop'
}

async function read(job: Job, { store, lexicon, pool, now }: InboxOptions, stopped: () => boolean): Promise<void> {
  const wanted = job.items.flatMap((item, at) => {
    const input = job.inputs[at]
    if (!input) return []
    if (job.decision === 'read-new' && item.alike.length > 0) {
      item.state = 'left'
      item.reason ??= 'it is like a document that is there'
      return []
    }
    return [{ item, input }]
  })
  const reader = await pool()
  job.state = 'reading'
  job.begun = performance.now()
  const mark = (from: number): void => {
    for (const { item } of wanted.slice(from, from + reader.threads))
      if (item.state === 'waiting') item.state = 'reading'
  }
  mark(0)
  let at = 0
  const events = ingest(inOrderOf(wanted.map(({ input }) => input)), {
    ...{ store, pool: reader, lexicon, now, retry: true, stopped },
    given: givenOf(job.given),
  })
  for await (const event of events) {
    if ('done' in event) continue
    const item = wanted[at]?.item
    at++
    if (item) {
      const { state, document, copyOf, reason, error } = event
      Object.assign(item, { state, document, copyOf, reason, error })
      item.outlet = event.outlet ?? item.outlet
      item.title = event.title ?? item.title
    }
    mark(at)
  }
  if (stopped()) leave(job)
  else end(job, 'done')
}

/** Leaves what is not read, and says so. */
function leave(job: Job): void {
  for (const item of job.items)
    if (item.state === 'waiting' || item.state === 'reading' || item.state === 'looking') {
      item.state = 'left'
      item.reason ??= 'it was left unread'
    }
  end(job, 'stopped')
}

/** What went wrong ends the upload, and each document that is not read says with what. */
function fail(job: Job, error: unknown): void {
  const { code, message } =
    error instanceof BackchannelError ? error : { code: 'server/failed', message: 'the server failed while it read' }
  for (const item of job.items)
    if (item.state === 'waiting' || item.state === 'reading' || item.state === 'looking') {
      item.state = 'failed'
      item.error = { code, message }
    }
  end(job, 'stopped')
}

function end(job: Job, state: 'done' | 'stopped'): void {
  job.state = state
  job.ended = performance.now()
  job.inputs = []
}

function summed(job: Job): InboxJobJson {
  const { id, state, at, items, begun, ended, whole } = job
  const tally = { new: 0, updated: 0, skipped: 0, failed: 0, left: 0, open: 0 }
  for (const item of items) tally[item.state in tally ? (item.state as keyof typeof tally) : 'open']++
  const seconds = begun === null ? 0 : ((ended ?? performance.now()) - begun) / 1000
  const read = tally.new + tally.updated + tally.failed + tally.skipped
  const perSecond = read === 0 || seconds === 0 ? null : read / seconds
  return {
    ...{ id, state, at, items: items.length, tally, seconds: rounded(seconds), whole },
    rate: perSecond === null ? null : rounded(perSecond * 60),
    left: state !== 'reading' || perSecond === null ? null : rounded(tally.open / perSecond),
  }
}

function told(job: Job): ToldJob {
  return { ...summed(job), list: job.items }
}

/** To a tenth. */
const rounded = (value: number): number => Math.round(value * 10) / 10

async function* inOrderOf(inputs: readonly AnyInput[]): AsyncGenerator<AnyInput> {
  yield* inputs
}
