import type { EarlierItemJson, InboxItemJson, InboxJobJson } from '@backchannel/wire'
import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Heading, Loaded } from '../parts/common.tsx'
import { WriteAccess } from '../parts/write-access.tsx'
import { documentHref } from '../routes.ts'
import { usePolled } from '../use-polled.ts'
import { counted, dayWords } from '../words.ts'
import { sendWrite, TokenFailure, useWriting } from '../writing.ts'

/** Milliseconds between two looks at an upload that goes on, and at the list of all. */
const JOB_MILLISECONDS = 500
const LIST_MILLISECONDS = 2000

type ItemState = InboxItemJson['state']

export interface InboxAnswer {
  readonly documents: number
  readonly takes: boolean
  readonly fetches: boolean
  readonly demo: boolean
  readonly jobs: readonly InboxJobJson[]
  readonly earlier: {
    readonly rows: readonly EarlierItemJson[]
    readonly total: number
    readonly failed: number
  }
}

interface JobAnswer {
  readonly documents: number
  readonly job: InboxJobJson & { readonly list: readonly InboxItemJson[] }
}

export type Decision = 'read' | 'read-new' | 'stop'

const STATE_SIGNS: Readonly<Record<ItemState, string>> = {
  looking: '…',
  waiting: '○',
  reading: '◐',
  new: '✓',
  updated: '↻',
  skipped: '=',
  failed: '✗',
  left: '–',
}
const STATE_WORDS: Readonly<Record<ItemState, string>> = {
  looking: 'being compared',
  waiting: 'waits',
  reading: 'being read',
  new: 'new in the record',
  updated: 'read again',
  skipped: 'there already',
  failed: 'failed',
  left: 'left out',
}
const JOB_WORDS: Readonly<Record<InboxJobJson['state'], string>> = {
  looking: 'Being compared with the record',
  asking: 'Waits for your answer',
  waiting: 'Waits for the upload before it',
  reading: 'Being read',
  done: 'Through',
  stopped: 'Stopped',
}
const HOW_WORDS: Readonly<Record<string, string>> = {
  identical: 'The same text as',
  'light-edit': 'Hardly another text than',
  excerpt: 'Part of the same text as',
  rewrite: 'Retells',
}

const isOpen = ({ state }: InboxJobJson): boolean => state !== 'done' && state !== 'stopped'

/** "about 2 minutes", "about 40 seconds". */
export function leftWords(seconds: number): string {
  if (seconds < 1) return 'a moment'
  return seconds < 90 ? `about ${counted(Math.ceil(seconds), 'second')}` : `about ${Math.round(seconds / 60)} minutes`
}

/** The addresses of a pasted text that holds nothing else, one a line; null for any other text. */
export function addressesOf(text: string): readonly string[] | null {
  const lines = text.split(/\s+/).filter((line) => line !== '')
  return lines.length > 0 && lines.every((line) => /^https?:\/\/[^\s/]/i.test(line)) ? lines : null
}

export interface JobViewProps {
  readonly job: InboxJobJson
  /** Null while they are loaded. */
  readonly list: readonly InboxItemJson[] | null
  readonly onDecide: (decision: Decision) => void
}

/** One upload: what became of each document, what each is like, how fast it goes, how long it will take. */
export function JobView({ job, list, onDecide }: JobViewProps): JSX.Element {
  const { state, tally, rate, left, items, whole } = job
  const through = items - tally.open
  const alike = list?.filter((item) => item.alike.length > 0).length ?? 0
  return (
    <section class="job" aria-label={`Upload of ${counted(items, 'document')}`}>
      <h3>{JOB_WORDS[state]}</h3>
      <p class="facts" role="status">
        <span>
          {through} of {counted(items, 'document')}
        </span>
        {tally.new > 0 && <span>{tally.new} new</span>}
        {tally.updated > 0 && <span>{tally.updated} read again</span>}
        {tally.skipped > 0 && <span>{tally.skipped} there already</span>}
        {tally.failed > 0 && <span class="denied-mark">{tally.failed} failed</span>}
        {tally.left > 0 && <span>{tally.left} left out</span>}
        {rate !== null && <span>{Math.round(rate)} a minute</span>}
        {left !== null && <span>{leftWords(left)} left</span>}
      </p>
      {state === 'reading' && <progress aria-label="Documents read" max={items} value={through} />}
      {!whole && <p class="hint">It held more documents than one upload takes; send the rest again.</p>}
      {state === 'asking' && (
        <div class="question">
          <p>
            <strong>{counted(alike, 'document')} of it</strong> {alike === 1 ? 'has' : 'have'} much the same text as
            another of it, or as one of the record. A copy adds no independent source, but the record then knows who
            printed it. Nothing has been read yet.
          </p>
          <p class="buttons">
            <button type="button" onClick={() => onDecide('read')}>
              Read all
            </button>
            <button type="button" onClick={() => onDecide('read-new')}>
              Read only what is new
            </button>
            <button type="button" onClick={() => onDecide('stop')}>
              Leave all
            </button>
          </p>
        </div>
      )}
      {(state === 'reading' || state === 'waiting' || state === 'looking') && (
        <p class="buttons">
          <button type="button" onClick={() => onDecide('stop')}>
            Stop
          </button>
        </p>
      )}
      {list && (
        <ul class="rows">
          {list.map((item, nth) => (
            // The same file may be sent twice in one upload; its place is what tells it apart.
            <Item key={`${nth} ${item.origin}`} item={item} list={list} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Item({ item, list }: { readonly item: InboxItemJson; readonly list: readonly InboxItemJson[] }): JSX.Element {
  const { name, state, title, outlet, document, reason, error, alike, copyOf } = item
  const shown = title ?? name
  return (
    <li>
      <span class={`badge item-${state}`}>
        <span aria-hidden="true">{STATE_SIGNS[state]}</span> {STATE_WORDS[state]}
      </span>{' '}
      {document === null ? <strong>{shown}</strong> : <a href={documentHref(document)}>{shown}</a>}{' '}
      <span class="hint">
        {outlet ?? 'outlet not known'}
        {title !== null && `, ${name}`}
      </span>
      {error !== null && <p class="refused">{error.message}</p>}
      {reason !== null && error === null && <p class="hint">Because {reason}.</p>}
      {alike.map((one) => (
        <p class="alike" key={`${one.document} ${one.item}`}>
          <span aria-hidden="true">≈ </span>
          {HOW_WORDS[one.how] ?? 'Like'}{' '}
          {one.document === null ? (
            <em>{list[one.item ?? 0]?.name ?? 'another of this upload'}</em>
          ) : (
            <a href={documentHref(one.document)}>{one.title ?? one.outlet ?? 'a document without a title'}</a>
          )}{' '}
          <span class="hint">
            {one.outlet !== null && one.title !== null && `${one.outlet}; `}
            {Math.round(one.score * 100)} %: {one.why}
          </span>
        </p>
      ))}
      {copyOf !== null && alike.length === 0 && (
        <p class="alike">
          <span aria-hidden="true">≈ </span>Turned out to be a copy of{' '}
          <a href={documentHref(copyOf)}>another document</a>
        </p>
      )}
    </li>
  )
}

/** The uploads, their documents while they go on, and the way to send more. */
export function InboxPage(): JSX.Element {
  const [turn, setTurn] = useState(0)
  const inbox = usePolled<InboxAnswer>('/api/inbox', LIST_MILLISECONDS, turn, ({ jobs }) => jobs.some(isOpen))
  return (
    <>
      <Heading>Inbox</Heading>
      <p class="lead">What is sent here is compared with the record first, then read; nothing is sent on.</p>
      <Loaded of={inbox}>{(answer) => <InboxBody inbox={answer} onSent={() => setTurn((now) => now + 1)} />}</Loaded>
    </>
  )
}

function InboxBody({ inbox, onSent }: { readonly inbox: InboxAnswer; readonly onSent: () => void }): JSX.Element {
  const writing = useWriting()
  const [refused, setRefused] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const send = async (address: string, body: unknown): Promise<boolean> => {
    setSending(true)
    setTrouble(null)
    try {
      await sendWrite(address, body, writing.token)
      setRefused(null)
      onSent()
      return true
    } catch (error) {
      const message = String((error as Error).message)
      if (error instanceof TokenFailure) setRefused(message)
      else setTrouble(message)
      return false
    } finally {
      setSending(false)
    }
  }
  if (!inbox.takes) return <p>This server takes nothing in. Take documents in with backchannel ingest.</p>
  return (
    <>
      <WriteAccess writing={writing} refused={refused} asksAuthor={false} />
      {inbox.documents === 0 && inbox.demo && inbox.jobs.length === 0 && (
        <section class="question" aria-label="Begin with the demo">
          <h2>The record is empty</h2>
          <p>
            The demo collection is fifteen short articles, all of them made up: several outlets tell of one release,
            some copy each other, one denies it, one corrects itself. Take it in to see what the pages do with it.
          </p>
          <p class="buttons">
            <button type="button" disabled={sending} onClick={() => void send('/api/inbox', { demo: true })}>
              Take in the demo collection
            </button>
          </p>
        </section>
      )}
      <SendForm fetches={inbox.fetches} sending={sending} onSend={(body) => send('/api/inbox', body)} />
      {trouble !== null && (
        <p role="alert" class="refused">
          {trouble}
        </p>
      )}
      <h2>Uploads</h2>
      {inbox.jobs.length === 0 && <p>Nothing has been sent since the server started.</p>}
      {inbox.jobs.map((job) => (
        <LiveJob
          key={job.id}
          job={job}
          onDecide={(decision) => void send('/api/inbox/decisions', { job: job.id, do: decision })}
        />
      ))}
      <Earlier earlier={inbox.earlier} />
    </>
  )
}

const EARLIER_WORDS: Readonly<Record<EarlierItemJson['state'], string>> = {
  done: '✓ in the record',
  skipped: '– left out',
  failed: '✗ failed',
  waiting: '○ not read: the server stopped before; send it again',
}

/** What the record says was taken in before the server started. */
export function Earlier({
  earlier: { rows, total, failed },
}: {
  readonly earlier: InboxAnswer['earlier']
}): JSX.Element | null {
  if (rows.length === 0) return null
  return (
    <details>
      <summary>Before the server started: {counted(total, 'thing')} taken in</summary>
      <p class="hint">
        {rows.length < total && `The latest ${rows.length}. `}
        {failed === 0 ? 'None failed.' : `${failed} failed; send such a file again to have it tried again.`}
      </p>
      <ul class="rows">
        {rows.map(({ origin, name, at, state, document, outlet, title, error }) => (
          <li key={origin}>
            <span class={`badge item-${state}`}>{EARLIER_WORDS[state]}</span>{' '}
            {document === null ? <strong>{name}</strong> : <a href={documentHref(document)}>{title ?? name}</a>}{' '}
            <span class="hint">
              {outlet !== null && `${outlet}, `}
              {title !== null && `${name}, `}
              <time dateTime={at}>{dayWords(at)}</time>
            </span>
            {error !== null && <p class="refused">{error.message}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}

function LiveJob({
  job,
  onDecide,
}: {
  readonly job: InboxJobJson
  readonly onDecide: (decision: Decision) => void
}): JSX.Element {
  const live = usePolled<JobAnswer>(
    `/api/inbox/${encodeURIComponent(job.id)}`,
    JOB_MILLISECONDS,
    // An answer of the list that is further makes it look again.
    isOpen(job) ? 0 : 1,
    (answer) => isOpen(answer.job),
  )
  const now = live.state === 'there' ? live.value.job : null
  return <JobView job={now ?? job} list={now?.list ?? null} onDecide={onDecide} />
}

interface SendFormProps {
  readonly fetches: boolean
  readonly sending: boolean
  /** Resolves with whether it was taken. */
  readonly onSend: (body: unknown) => Promise<boolean>
}

function SendForm({ fetches, sending, onSend }: SendFormProps): JSX.Element {
  const [text, setText] = useState('')
  const [outlet, setOutlet] = useState('')
  const [published, setPublished] = useState('')
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const addresses = addressesOf(text)
  const told = { ...(outlet.trim() !== '' && { outlet: outlet.trim() }), ...(published !== '' && { published }) }
  const sendFiles = async (chosen: readonly File[]): Promise<void> => {
    if (chosen.length === 0) return
    const form = new FormData()
    for (const file of chosen) form.append('file', file, file.name)
    for (const [name, value] of Object.entries(told)) form.set(name, value)
    if ((await onSend(form)) && files.current) files.current.value = ''
  }
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (text.trim() === '') return
    if (await onSend(addresses === null ? { text, ...told } : { addresses, ...told })) setText('')
  }
  return (
    <form
      class={`sending${over ? ' over' : ''}`}
      aria-label="Send documents"
      onSubmit={(event) => void submit(event)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void sendFiles([...(event.dataTransfer?.files ?? [])])
      }}
    >
      <label>
        {fetches ? 'Text of an article, or addresses, one a line' : 'Text of an article'}
        <textarea rows={4} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {addresses !== null && (
        <p class={fetches ? 'hint' : 'refused'}>
          {fetches
            ? `${counted(addresses.length, 'address', 'addresses')} will be fetched from the network.`
            : 'This server fetches nothing. Start it with --fetch, or paste the text.'}
        </p>
      )}
      <p class="fields">
        <label>
          Outlet, where the text does not say
          <input type="text" value={outlet} maxLength={300} onInput={(event) => setOutlet(event.currentTarget.value)} />
        </label>
        <label>
          Published
          <input type="date" value={published} onInput={(event) => setPublished(event.currentTarget.value)} />
        </label>
        <button type="submit" disabled={sending || text.trim() === ''}>
          Send the text
        </button>
      </p>
      <p class="fields">
        <label>
          Files, also dropped here: text, pages, PDF, feeds, archives
          <input
            ref={files}
            type="file"
            multiple
            disabled={sending}
            onChange={(event) => void sendFiles([...(event.currentTarget.files ?? [])])}
          />
        </label>
      </p>
    </form>
  )
}
