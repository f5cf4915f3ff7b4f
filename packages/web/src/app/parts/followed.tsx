import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type FollowedAnswer, followedAddress } from '../api.ts'
import { documentHref, storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted, label } from '../words.ts'
import { Loaded, Status } from './common.tsx'

/** What followed an engagement; asked for when it is unfolded. */
export function Followed({ id, title }: { readonly id: string; readonly title: string }): JSX.Element {
  const [open, setOpen] = useState(false)
  const followed = useFetched<FollowedAnswer>(open ? followedAddress(id) : null)
  return (
    <details class="followed" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        What followed<span class="hidden">: {title}</span>
      </summary>
      {open && <Loaded of={followed}>{(found) => <FollowedView followed={found} />}</Loaded>}
    </details>
  )
}

/** Claimed causes apart from what came after, which claims nothing. */
export function FollowedView({
  followed: { claimed, followed, within },
}: {
  readonly followed: FollowedAnswer
}): JSX.Element {
  return (
    <>
      <p>
        <strong>Claimed</strong>
        {claimed.length === 0 && <span class="hint"> No teller says that it caused or was traded for anything.</span>}
      </p>
      <ul>
        {claimed.map(({ kind, words, told, document, claim, story, stance }) => (
          <li key={`${document} ${claim} ${kind} ${words}`}>
            {label(kind)}: {story === null ? words : <a href={storyHref(story)}>{words}</a>},{' '}
            {stance === 'asserts' ? 'says' : 'denied or questioned by'} {told.at(-1) ?? 'the outlet itself'}{' '}
            <a href={documentHref(document, claim)}>its words</a>
          </li>
        ))}
      </ul>
      <p>
        <strong>Followed</strong>{' '}
        <span class="hint">
          the same actors within {within} days; nobody need say that the one caused the other
          {followed.length === 0 && '. Nothing that is dated.'}
        </span>
      </p>
      <ul>
        {followed.map(({ story, title, days, status }) => (
          <li key={story}>
            {days.low === days.high ? counted(days.low, 'day') : `${days.low} to ${days.high} days`} later:{' '}
            <a href={storyHref(story)}>{title}</a> <Status status={status} />
          </li>
        ))}
      </ul>
    </>
  )
}
