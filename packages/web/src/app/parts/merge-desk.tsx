import type { PairJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Listed } from '../api.ts'
import { actorHref, storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { useKeys } from '../use-keys.ts'
import { type Sender, useSender } from '../use-sender.ts'
import { dayWords, label } from '../words.ts'
import { Key } from './claim-desk.tsx'
import { Loaded, Pager } from './common.tsx'
import { SenderFields } from './sender-fields.tsx'

const ROWS = 20
type Verdict = 'same' | 'different' | 'unsure'
const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  same: '= the same',
  different: '≠ not the same',
  unsure: '? not sure',
}

/** Two actors or stories, field beside field, with why they may be one. */
export function PairView({
  pair,
  verdict,
}: {
  readonly pair: PairJson
  readonly verdict: Verdict | null
}): JSX.Element {
  const { about, names, fields, score, because, judged } = pair
  const href = about === 'actor' ? actorHref : storyHref
  const [first, second] = pair.pair
  return (
    <>
      <table class="pair">
        <caption>
          {Math.round(score * 100)} %: {because}
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
      {verdict !== null && <p class="badge">{VERDICT_WORDS[verdict]}</p>}
      {verdict === null && judged !== null && (
        <p class="hint">
          {judged.by} on {dayWords(judged.at)}: {VERDICT_WORDS[judged.verdict]}, because {judged.reason}. A new verdict
          counts instead; none is forgotten.
        </p>
      )}
    </>
  )
}

/** Pairs that may be one, with a key for each verdict. Judgements are only added: a later one counts instead of the earlier. */
export function MergeDesk({
  about,
  after,
}: {
  readonly about: 'actor' | 'story'
  readonly after: string
}): JSX.Element {
  const asked = new URLSearchParams({ about, limit: String(ROWS) })
  if (after !== '') asked.set('after', after)
  const listed = useFetched<Listed<PairJson>>(`/api/pairs?${asked}`)
  const sender = useSender('compared side by side')
  return (
    <>
      <SenderFields sender={sender} />
      <Loaded of={listed}>
        {({ rows, total, next }) => (
          <>
            <p role="status">
              {total} {total === 1 ? 'pair' : 'pairs'} that may be one
            </p>
            <p class="hint">“Same” makes one of the two at once, under whose id both are found from then on.</p>
            {rows.length === 0 ? <p>Nothing waits here.</p> : <Pairs rows={rows} sender={sender} />}
            <Pager
              shown={rows.length}
              total={total}
              first={after === '' ? null : `/review?desk=${about === 'actor' ? 'actors' : 'stories'}`}
              next={
                next === null
                  ? null
                  : `/review?desk=${about === 'actor' ? 'actors' : 'stories'}&after=${encodeURIComponent(next)}`
              }
            />
          </>
        )}
      </Loaded>
    </>
  )
}

function Pairs({ rows, sender }: { readonly rows: readonly PairJson[]; readonly sender: Sender }): JSX.Element {
  const [at, setAt] = useState(0)
  const [moved, setMoved] = useState(false)
  const [decided, setDecided] = useState<ReadonlyMap<string, Verdict>>(new Map())
  const go = (step: number): void => {
    setAt((now) => Math.max(0, Math.min(rows.length - 1, now + step)))
    setMoved(true)
  }
  const judge = async (verdict: Verdict): Promise<void> => {
    const row = rows[at]
    if (!row || sender.busy) return
    if ((await sender.send('/api/judgements', { about: row.about, pair: row.pair, verdict })) === null) return
    setDecided((before) => new Map(before).set(row.pair.join(' '), verdict))
    go(1)
  }
  const keys = {
    ...{ s: () => void judge('same'), d: () => void judge('different'), u: () => void judge('unsure') },
    ...{ n: () => go(1), p: () => go(-1), ArrowDown: () => go(1), ArrowUp: () => go(-1) },
  }
  const root = useKeys(keys)
  useLayoutEffect(() => {
    if (moved) root.current?.querySelector<HTMLElement>('li.current')?.focus()
  }, [at, moved, root])
  return (
    <div ref={root} class="desk">
      <p class="buttons" role="toolbar" aria-label="Judge the pair in hand">
        <Key name="s" words="Same" act={keys.s} />
        <Key name="d" words="Not the same" act={keys.d} />
        <Key name="u" words="Unsure" act={keys.u} />
        <Key name="n" words="Next" act={keys.n} />
        <Key name="p" words="Previous" act={keys.p} />
      </p>
      <ol class="queue">
        {rows.map((row, nth) => (
          <li
            key={row.pair.join(' ')}
            class={`card${nth === at ? ' current' : ''}`}
            aria-current={nth === at ? 'true' : undefined}
            // One pair can be reached by the tabulator; the keys go on from there.
            tabIndex={nth === at ? 0 : -1}
            onFocus={() => setAt(nth)}
          >
            <PairView pair={row} verdict={decided.get(row.pair.join(' ')) ?? null} />
          </li>
        ))}
      </ol>
    </div>
  )
}
