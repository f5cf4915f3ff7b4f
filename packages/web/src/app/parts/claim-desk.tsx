import type { ReviewRowJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Listed, TypeRow } from '../api.ts'
import { valueWords } from '../correct.ts'
import { documentHref, storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { rowAttributes, useRows } from '../use-rows.ts'
import { type Sender, useSender } from '../use-sender.ts'
import { label } from '../words.ts'
import { Loaded, Status } from './common.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { Key } from './key.tsx'
import { SenderFields } from './sender-fields.tsx'

/** Claims of one page of the queue: few enough to be seen at once, since a batch is over what is seen. */
const ROWS = 10

export type Verdict = 'accept' | 'reject' | 'unsure' | 'edited'
/** What was decided here and now, by claim, with the correction that says so. */
export type Decisions = ReadonlyMap<string, { readonly verdict: Verdict; readonly correction: string }>

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  accept: '✓ accepted',
  reject: '✗ rejected: the words do not tell this',
  unsure: '? not sure',
  edited: '✎ edited',
}

/** The name of a claim in the record. */
export const rowKey = ({ document, claim }: ReviewRowJson): string => `${document} ${claim}`

/** The correction that a verdict is, of a claim. */
export function verdictBody(row: ReviewRowJson, verdict: 'accept' | 'reject' | 'unsure'): object {
  const { document, evidence, machineType } = row
  const change = verdict === 'reject' ? { kind: 'withdraw' } : { kind: 'check', verdict }
  return {
    ...{ document, quote: evidence.quote, from: evidence.span.from, change },
    ...(machineType !== '' && { type: machineType }),
  }
}

export interface ClaimRowProps {
  readonly row: ReviewRowJson
  readonly decided: Verdict | null
  readonly current: boolean
  readonly onFocus: () => void
}

/** A claim with its words and what surrounds them. */
export function ClaimRow({ row, decided, current, onFocus }: ClaimRowProps): JSX.Element {
  const { now, evidence, confidence, document, claim, story, outlet, differ } = row
  return (
    <li
      id={`row-${rowKey(row).replace(/\W+/g, '-')}`}
      class={`card${current ? ' current' : ''}${decided === null ? '' : ' decided'}`}
      {...rowAttributes(current, onFocus)}
    >
      <p class="facts">
        <strong>{label(now.type)}</strong> <Status status={now.status} /> <span>{label(now.stance)}</span>
        <span>{now.speaker ?? outlet ?? 'the document itself'}</span>
        {decided !== null && <span class="badge">{VERDICT_WORDS[decided]}</span>}
      </p>
      <p>
        <span class="hint">…{evidence.prefix}</span>
        <mark>{evidence.quote}</mark>
        <span class="hint">{evidence.suffix}…</span>
      </p>
      <p class="facts">
        {now.participants.length > 0 && <span>{valueWords(now.participants)}</span>}
        {now.when && <span>{valueWords(now.when)}</span>}
        {differ.length > 0 && <span class="differ-mark">≠ accounts differ: {differ.join(', ')}</span>}
      </p>
      <p class="hint">
        {Math.round(confidence.score * 100)} %: {confidence.because}
      </p>
      <p class="links">
        <a href={documentHref(document, claim)}>In its text</a> <a href={storyHref(story)}>Story</a>
      </p>
    </li>
  )
}

/** The queue: one key for each verdict, over the claim that has the focus; a batch over those that are seen. */
export function ClaimDesk({
  order,
  after,
  type,
}: {
  readonly order: 'doubt' | 'kind' | 'disagreement'
  readonly after: string
  readonly type: string
}): JSX.Element {
  const asked = new URLSearchParams({ order, limit: String(ROWS) })
  if (type !== '') asked.set('type', type)
  if (after !== '') asked.set('after', after)
  const listed = useFetched<Listed<ReviewRowJson> & { readonly whole: boolean }>(`/api/review?${asked}`)
  const types = useFetched<Listed<TypeRow>>('/api/types')
  const sender = useSender('reviewed')
  return (
    <>
      <TypeFilter order={order} type={type} types={types.state === 'there' ? types.value.rows : []} />
      <SenderFields sender={sender} />
      <Loaded of={listed}>
        {({ rows, total, whole }) => (
          <>
            <p role="status">
              {total} {total === 1 ? 'claim' : 'claims'} to look at
              {whole ? '' : ' among the first; a type leads to others'}
            </p>
            {rows.length === 0 ? (
              <p>Nothing waits here.</p>
            ) : (
              <Queue
                key={rows.map(rowKey).join()}
                rows={rows}
                types={types.state === 'there' ? types.value.rows : []}
                sender={sender}
                more={total > rows.length}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

function TypeFilter({
  order,
  type,
  types,
}: {
  readonly order: string
  readonly type: string
  readonly types: readonly TypeRow[]
}): JSX.Element {
  return (
    <form class="fields" action="/review" aria-label="Narrow the queue">
      <input type="hidden" name="desk" value={order} />
      <label>
        Type
        <select name="type" key={types.length} defaultValue={type}>
          <option value="">All types</option>
          {types.map((one) => (
            <option key={one.name} value={one.name} selected={one.name === type}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Show</button>
    </form>
  )
}

interface QueueProps {
  readonly rows: readonly ReviewRowJson[]
  readonly types: readonly TypeRow[]
  readonly sender: Sender
  readonly more: boolean
}

function Queue({ rows, types, sender, more }: QueueProps): JSX.Element {
  const [decided, setDecided] = useState<Decisions>(new Map())
  const [order, setOrder] = useState<readonly string[]>([])
  const [editing, setEditing] = useState(false)
  const keep = (one: ReviewRowJson, verdict: Verdict, correction: string): void => {
    setDecided((before) => new Map(before).set(rowKey(one), { verdict, correction }))
    setOrder((before) => [...before, rowKey(one)])
  }
  const decide = async (one: ReviewRowJson | undefined, verdict: 'accept' | 'reject' | 'unsure'): Promise<boolean> => {
    if (!one || sender.busy) return false
    const answer = await sender.send('/api/corrections', verdictBody(one, verdict))
    if (answer === null) return false
    // The server of the same version answers with the correction.
    keep(one, verdict, (answer as { readonly id: string }).id)
    return true
  }
  const undo = async (): Promise<number | null> => {
    const last = order.at(-1)
    const nth = rows.findIndex((one) => rowKey(one) === last)
    const one = rows[nth]
    const correction = decided.get(last ?? '')?.correction
    if (!one || correction === undefined) return null
    const { document, evidence } = one
    const body = { document, quote: evidence.quote, from: evidence.span.from, change: { kind: 'undo', correction } }
    if ((await sender.send('/api/corrections', body)) === null) return null
    setDecided((before) => new Map([...before].filter(([key]) => key !== last)))
    setOrder((before) => before.slice(0, -1))
    return nth
  }
  const batch = async (verdict: 'accept' | 'reject'): Promise<void> => {
    for (const one of rows) if (!decided.has(rowKey(one)) && !(await decide(one, verdict))) return
  }
  const { at, take, leadTo, root, keys } = useRows(
    rows.length,
    (walked) => {
      const decideHere = async (verdict: 'accept' | 'reject' | 'unsure'): Promise<void> => {
        if (await decide(rows[walked.at], verdict)) walked.go(1)
      }
      return {
        ...{ a: () => void decideHere('accept'), r: () => void decideHere('reject') },
        ...{ u: () => void decideHere('unsure'), e: () => setEditing(true) },
        z: () => void undo().then((nth) => nth !== null && walked.leadTo(nth)),
      }
    },
    editing,
  )
  const row = rows[at] ?? rows[0]
  const endEditing = (): void => {
    setEditing(false)
    leadTo(at)
  }
  const open = rows.filter((one) => !decided.has(rowKey(one))).length
  return (
    <div ref={root} class="desk">
      <p class="buttons" role="toolbar" aria-label="Decide on the claim in hand">
        <Key name="a" words="Accept" act={keys.a} />
        <Key name="r" words="Reject" act={keys.r} />
        <Key name="e" words="Edit" act={keys.e} />
        <Key name="u" words="Unsure" act={keys.u} />
        <Key name="n" words="Next" act={keys.n} />
        <Key name="p" words="Previous" act={keys.p} />
        <Key name="z" words="Undo" act={keys.z} />
      </p>
      {editing && row && (
        <CorrectionForm
          document={row.document}
          target={{
            span: row.evidence.span,
            quote: row.evidence.quote,
            claim: row.claim,
            type: row.machineType,
            participants: row.now.participants,
          }}
          types={types}
          kinds={['set']}
          names={[]}
          onDone={(correction) => {
            keep(row, 'edited', correction)
            endEditing()
          }}
          onCancel={endEditing}
        />
      )}
      <ol class="queue">
        {rows.map((one, nth) => (
          <ClaimRow
            key={rowKey(one)}
            row={one}
            decided={decided.get(rowKey(one))?.verdict ?? null}
            current={nth === at}
            onFocus={() => take(nth)}
          />
        ))}
      </ol>
      <p class="buttons">
        <button type="button" disabled={open === 0 || sender.busy} onClick={() => void batch('accept')}>
          Accept the {open} seen here
        </button>
        <button type="button" disabled={open === 0 || sender.busy} onClick={() => void batch('reject')}>
          Reject the {open} seen here
        </button>
        {more && (
          // What is decided leaves the queue, so that its beginning is what comes next.
          <button type="button" onClick={() => window.location.reload()}>
            More of the queue
          </button>
        )}
      </p>
    </div>
  )
}
