import type { EngagementStoryJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { type Answers, facetsAddress, type Listed, listAddress } from '../api.ts'
import { Heading, Loaded, Pager, Status } from '../parts/common.tsx'
import { CorrectedMark } from '../parts/corrected.tsx'
import { Followed } from '../parts/followed.tsx'
import { Narrowing } from '../parts/narrowing.tsx'
import { chosen, type ListProps, type Query, searchOf } from '../query.ts'
import { storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { label, rootsWords, whenWords } from '../words.ts'

export interface EngagementsProps {
  readonly listed: Listed<EngagementStoryJson>
  readonly query: Query
}

/** Who met whom, and through which channel. */
export function EngagementsView({ listed, query }: EngagementsProps): JSX.Element {
  return (
    <>
      <table>
        <caption>{`${listed.rows.length} of ${listed.total} engagements`}</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">When</th>
            <th scope="col">Channel</th>
            <th scope="col">Parties</th>
            <th scope="col">Rests on</th>
          </tr>
        </thead>
        <tbody>
          {listed.rows.map(({ story, title, when, status, channel, setting, place, parties, roots, correctedBy }) => (
            <tr key={story}>
              <th scope="row">
                <a href={storyHref(story)}>{title}</a> <Status status={status} /> <CorrectedMark by={correctedBy} />
                <Followed id={story} title={title} />
              </th>
              <td>{whenWords(when)}</td>
              <td>
                {channel === 'unknown' ? (
                  'not said'
                ) : (
                  <a href={`/engagements${searchOf(chosen(query, 'channel', channel, 'only'))}`}>{label(channel)}</a>
                )}
                {setting !== 'unknown' && `, ${setting}`}
                {place !== null && `, in ${place}`}
              </td>
              <td>
                <ul class="links">
                  {parties.map(({ name, role, country }) => (
                    <li key={`${name} ${role}`}>
                      {name} <span class="hint">{country === null ? role : `${role}, ${country}`}</span>
                    </li>
                  ))}
                </ul>
              </td>
              <td>{rootsWords(roots)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {listed.total === 0 && <p>Nothing in the record passes this.</p>}
      <Pager
        shown={listed.rows.length}
        total={listed.total}
        first={query.after === '' ? null : `/engagements${searchOf({ ...query, after: '' })}`}
        next={listed.next === null ? null : `/engagements${searchOf({ ...query, after: listed.next })}`}
      />
    </>
  )
}

/** Facets of the page: through which channel comes first. */
const ORDER = ['channel', 'type', 'status', 'actor', 'country', 'outlet', 'speaker'] as const

/** The engagements of the address. */
export function EngagementsPage(list: ListProps): JSX.Element {
  const { query } = list
  const listed = useFetched<Answers['engagements']>(listAddress('engagements', searchOf({ ...query, q: '' })))
  const facets = useFetched<Answers['facets']>(facetsAddress(query, 'engagements'))
  return (
    <>
      <Heading>Engagements</Heading>
      <p class="lead">Who met whom, and through which channel, latest first.</p>
      <Narrowing {...list} path="/engagements" name="Engagements found" facets={facets} order={ORDER}>
        <Loaded of={listed}>{(found) => <EngagementsView listed={found} query={query} />}</Loaded>
      </Narrowing>
    </>
  )
}
