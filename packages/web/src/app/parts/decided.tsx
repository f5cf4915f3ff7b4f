import type { RecordChangeJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import type { Listed, StatedCorrection } from '../api.ts'
import { documentHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { dayWords } from '../words.ts'
import { Changes } from './changes.tsx'
import { Loaded, Pager } from './common.tsx'

const ROWS = 50

const STATE_WORDS: Readonly<Record<Exclude<RecordChangeJson['state'], 'holds'>, string>> = {
  undone: 'taken back',
  gone: 'lost',
  ambiguous: 'lost',
  value: 'lost',
  overruled: 'a later judgement counts',
  contradicted: 'others forbid it',
}

/** All that people decided: before and after, who, when, why. */
export function HistoryView({ rows }: { readonly rows: readonly RecordChangeJson[] }): JSX.Element {
  if (rows.length === 0) return <p>Nobody has decided anything yet.</p>
  return (
    <table class="history">
      <caption>What people decided, the latest first</caption>
      <thead>
        <tr>
          <th scope="col">When and who</th>
          <th scope="col">What</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, nth) => (
          // Two decisions may be alike in all that is shown.
          <tr key={`${nth} ${row.at}`}>
            <td>
              <time dateTime={row.at}>{dayWords(row.at)}</time>, {row.by}
            </td>
            <th scope="row">
              {row.what} {row.state !== 'holds' && <span class="badge">{STATE_WORDS[row.state]}</span>}
              {row.document !== null && (
                <>
                  {' '}
                  <a href={documentHref(row.document, row.claim)}>{row.quote}</a>
                </>
              )}
              {row.names !== null && <span class="hint"> {row.names.map((name) => `“${name}”`).join(' and ')}</span>}
            </th>
            <td>{row.before ?? '–'}</td>
            <td>{row.after ?? '–'}</td>
            <td>{row.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The history of the record. */
export function History({ after }: { readonly after: string }): JSX.Element {
  const listed = useFetched<Listed<RecordChangeJson>>(
    `/api/changes?limit=${ROWS}${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`,
  )
  return (
    <Loaded of={listed}>
      {({ rows, total, next }) => (
        <>
          <HistoryView rows={rows} />
          <Pager
            shown={rows.length}
            total={total}
            first={after === '' ? null : '/review?desk=history'}
            next={next === null ? null : `/review?desk=history&after=${encodeURIComponent(next)}`}
          />
        </>
      )}
    </Loaded>
  )
}

/** Corrections whose words are not found any more: listed, and moved to no other words. */
export function Lost(): JSX.Element {
  const listed = useFetched<Listed<StatedCorrection>>('/api/corrections/lost?limit=500')
  return (
    <Loaded of={listed}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p>Every correction finds its words.</p>
        ) : (
          <>
            <p class="lead">
              These corrections are laid on nothing: the words that they are anchored in are not found where they were,
              or several claims rest on them. Each stays here; none is moved to other words.
            </p>
            <Changes changes={rows} onUndo={null} />
          </>
        )
      }
    </Loaded>
  )
}
