import type { JudgedJson, JudgementState, PairJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { fetchJson, type Listed } from '../api.ts'
import { actorHref, storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { rowAttributes, useRows } from '../use-rows.ts'
import { type Sender, useSender } from '../use-sender.ts'
import { counted, dayWords, label } from '../words.ts'
import { Loaded, Pager } from './common.tsx'
import { Key } from './key.tsx'
import { SenderFields } from './sender-fields.tsx'

const ROWS = 20
type Verdict = 'same' | 'different' | 'unsure'
const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  same: '= the same',
  different: '≠ not the same',
  unsure: '? not sure',
}

/** What became of a pair by a verdict given here and now. */
export interface Outcome {
  readonly verdict: Verdict
  readonly state: JudgementState
  /** They are one after it. */
  readonly joined: boolean
}

export interface PairViewProps {
  readonly pair: PairJson
  /** Null where nothing was said here and now. */
  readonly outcome: Outcome | null
  /** Null where nothing can be judged. */
  readonly onPart: (() => void) | null
}

/** Two actors or stories, field beside field, with why they may be one, or that they are. */
export function PairView({ pair, outcome, onPart }: PairViewProps): JSX.Element {
  const { about, names, fields, score, because, judged } = pair
  const href = about === 'actor' ? actorHref : storyHref
  const [first, second] = pair.pair
  const isOne = outcome?.joined ?? pair.joined
  return (
    <>
      <table class="pair">
        <caption>
          {score > 0 && `${Math.round(score * 100)} %: `}
          {because}
        </caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">
              <a href={href(first)}>{names[0]}</a>
            </th>
            <th scope="col">
              <a href={href(second)}>{names[1]}</a>
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, values: [a, b] }) => (
            <tr key={field} class={a === b ? 'alike-field' : ''}>
              <th scope="row">
                {label(field)} <span aria-hidden="true">{a === b ? '=' : '≠'}</span>
                <span class="hidden">{a === b ? ', alike' : ', not alike'}</span>
              </th>
              <td>{a === '' ? '–' : a}</td>
              <td>{b === '' ? '–' : b}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {outcome !== null && <p class="badge">{VERDICT_WORDS[outcome.verdict]}</p>}
      {outcome !== null && <p class="hint">{outcomeWords(outcome, pair.joined)}</p>}
      {outcome === null && judged !== null && (
        <p class="hint">
          {judged.by} on {dayWords(judged.at)}: {VERDICT_WORDS[judged.verdict]}, because {judged.reason}.{' '}
          {judged.state === 'contradicted'
            ? 'Other judgements forbid it, so it does not count.'
            : 'A new verdict counts instead; none is forgotten.'}
        </p>
      )}
      {isOne && (
        <p class="facts">
          <span class="badge joined-mark">
            <span aria-hidden="true">⋈</span> one now
          </span>
          <span class="hint">Both are found under one address; here each is as it would be alone.</span>
          {onPart !== null && (
            <button type="button" onClick={onPart}>
              Part them again<span class="hidden">: {names.join(' and ')}</span>
            </button>
          )}
        </p>
      )}
    </>
  )
}

function outcomeWords({ verdict, state, joined }: Outcome, wasJoined: boolean): string {
  if (state === 'contradicted') return `Other judgements forbid it: they ${joined ? 'stay one' : 'stay two'}.`
  if (joined) return verdict === 'same' ? 'They are one from now on, found by both ids.' : 'Others still make them one.'
  return wasJoined ? 'Parted again: each has all that it had before.' : 'They stay two.'
}

/** What became of the pair by the judgement that was just added; what it says by itself where the server does not tell. */
async function outcomeOf({ about, pair, joined }: PairJson, verdict: Verdict): Promise<Outcome> {
  const asked = new URLSearchParams({ about, id: pair[0], limit: '500' })
  const key = [...pair].sort().join(' ')
  try {
    // The server of the same version gives what the address says, see use-fetched.ts.
    const { rows } = (await fetchJson(
      `/api/judgements?${asked}`,
      AbortSignal.timeout(OUTCOME_MILLISECONDS),
    )) as Listed<JudgedJson>
    const last = rows.findLast((one) => [...one.pair].sort().join(' ') === key)
    if (last) return { verdict, state: last.state, joined: last.now[0] !== null && last.now[0] === last.now[1] }
  } catch {
    // The judgement itself was taken.
  }
  return { verdict, state: 'holds', joined: verdict === 'same' || (verdict === 'unsure' && joined) }
}

/** Milliseconds for which it is waited to hear what became of a pair. */
const OUTCOME_MILLISECONDS = 5000

export interface MergeDeskProps {
  readonly about: 'actor' | 'story'
  readonly after: string
  /** True for the pairs that people made one, false for those that are two. */
  readonly joined: boolean
}

/** Pairs that may be one, or are, with a key for each verdict. Judgements are only added: a later one counts instead of the earlier. */
export function MergeDesk({ about, after, joined }: MergeDeskProps): JSX.Element {
  const desk = `/review?desk=${about === 'actor' ? 'actors' : 'stories'}`
  const own = joined ? `${desk}&joined=true` : desk
  const asked = new URLSearchParams({ about, joined: String(joined), limit: String(ROWS) })
  if (after !== '') asked.set('after', after)
  const listed = useFetched<Listed<PairJson>>(`/api/pairs?${asked}`)
  const sender = useSender(joined ? 'looked at again' : 'compared side by side')
  return (
    <>
      <nav aria-label="Pairs">
        <ul class="links">
          <li>
            <a href={desk} {...(!joined && { 'aria-current': 'true' as const })}>
              May be one
            </a>
          </li>
          <li>
            <a href={`${desk}&joined=true`} {...(joined && { 'aria-current': 'true' as const })}>
              Made one by people
            </a>
          </li>
        </ul>
      </nav>
      <SenderFields sender={sender} />
      <Loaded of={listed}>
        {({ rows, total, next }) => (
          <>
            <p role="status">
              {counted(total, 'pair')} that {joined ? (total === 1 ? 'is one' : 'are one') : 'may be one'}
            </p>
            <p class="hint">
              {joined
                ? '“Part them again” gives each back what it was, with its reports, roots and documents; the judgements stay in the history.'
                : '“Same” makes one of the two at once, found by both ids from then on. It can be parted again at any time, and loses nothing by it.'}
            </p>
            {rows.length === 0 ? <p>Nothing waits here.</p> : <Pairs rows={rows} sender={sender} />}
            <Pager
              shown={rows.length}
              total={total}
              first={after === '' ? null : own}
              next={next === null ? null : `${own}&after=${encodeURIComponent(next)}`}
            />
          </>
        )}
      </Loaded>
    </>
  )
}

function Pairs({ rows, sender }: { readonly rows: readonly PairJson[]; readonly sender: Sender }): JSX.Element {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const judge = async (row: PairJson | undefined, verdict: Verdict): Promise<boolean> => {
    if (!row || sender.busy) return false
    if ((await sender.send('/api/judgements', { about: row.about, pair: row.pair, verdict })) === null) return false
    const outcome = await outcomeOf(row, verdict)
    setOutcomes((before) => new Map(before).set(row.pair.join(' '), outcome))
    return true
  }
  const { at, take, leadTo, root, keys } = useRows(rows.length, (walked) => {
    const judgeHere = async (verdict: Verdict): Promise<void> => {
      if (await judge(rows[walked.at], verdict)) walked.go(1)
    }
    return {
      ...{ s: () => void judgeHere('same'), d: () => void judgeHere('different') },
      u: () => void judgeHere('unsure'),
    }
  })
  const inHand = rows[at]
  const isOne = inHand !== undefined && (outcomes.get(inHand.pair.join(' '))?.joined ?? inHand.joined)
  return (
    <div ref={root} class="desk">
      <p class="buttons" role="toolbar" aria-label="Judge the pair in hand">
        <Key name="s" words="Same" act={keys.s} />
        <Key name="d" words={isOne ? 'Part them again' : 'Not the same'} act={keys.d} />
        <Key name="u" words="Unsure" act={keys.u} />
        <Key name="n" words="Next" act={keys.n} />
        <Key name="p" words="Previous" act={keys.p} />
      </p>
      <ol class="queue">
        {rows.map((row, nth) => (
          <li
            key={row.pair.join(' ')}
            class={`card${nth === at ? ' current' : ''}`}
            {...rowAttributes(nth === at, () => take(nth))}
          >
            <PairView
              pair={row}
              outcome={outcomes.get(row.pair.join(' ')) ?? null}
              // The button goes with what it parts; the focus stays at the pair.
              onPart={() => void judge(row, 'different').then((done) => done && leadTo(nth))}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}
