import type { JSX } from 'preact'
import { ClaimDesk } from '../parts/claim-desk.tsx'
import { Heading } from '../parts/common.tsx'
import { History, Lost } from '../parts/decided.tsx'
import { MergeDesk } from '../parts/merge-desk.tsx'
import { useSearch } from '../use-search.ts'

const DESKS = [
  ['doubt', 'Claims by doubt'],
  ['kind', 'Claims by type'],
  ['disagreement', 'Claims that differ'],
  ['actors', 'Same actor?'],
  ['stories', 'Same story?'],
  ['lost', 'Lost corrections'],
  ['history', 'History'],
] as const
type Desk = (typeof DESKS)[number][0]

/** Desks at which a person reviews the record; the address names the desk, and the filters of a queue. */
export function ReviewPage(): JSX.Element {
  const search = useSearch()
  const desk = DESKS.find(([name]) => name === search.get('desk'))?.[0] ?? 'doubt'
  const after = search.get('after') ?? ''
  const joined = search.get('joined') === 'true'
  return (
    <>
      <Heading>Review</Heading>
      <nav aria-label="Desks">
        <ul class="links">
          {DESKS.map(([name, words]) => (
            <li key={name}>
              <a href={`/review?desk=${name}`} {...(name === desk && { 'aria-current': 'page' })}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <DeskOf
        key={`${desk} ${after} ${search.get('type') ?? ''} ${joined}`}
        desk={desk}
        after={after}
        type={search.get('type') ?? ''}
        joined={joined}
      />
    </>
  )
}

interface DeskProps {
  readonly desk: Desk
  readonly after: string
  readonly type: string
  /** At the desks for pairs: those that people made one. */
  readonly joined: boolean
}

function DeskOf({ desk, after, type, joined }: DeskProps): JSX.Element {
  switch (desk) {
    case 'actors':
      return <MergeDesk about="actor" after={after} joined={joined} />
    case 'stories':
      return <MergeDesk about="story" after={after} joined={joined} />
    case 'lost':
      return <Lost />
    case 'history':
      return <History after={after} />
    default:
      return <ClaimDesk order={desk} after={after} type={type} />
  }
}
