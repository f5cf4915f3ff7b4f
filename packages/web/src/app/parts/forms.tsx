import type { JSX } from 'preact'
import { queryOf, searchOf } from '../query.ts'
import type { Route } from '../routes.ts'

/** Pages that are lists, whose tables a spreadsheet can take. */
const LISTS: ReadonlySet<Route['page']> = new Set([
  'stories',
  'timeline',
  'custody',
  'engagements',
  'disagreements',
  'network',
  'map',
  'search',
])
/** Formats of one story, as `backchannel export` makes them. */
const FORMATS = [
  ['jsonld', 'JSON-LD'],
  ['csv', 'CSV of claims'],
  ['csv&table=participants', 'CSV of participants'],
  ['csv&table=attributions', 'CSV of attributions'],
  ['plover', 'PLOVER'],
  ['cameo', 'CAMEO'],
  ['webannotation', 'Web Annotation'],
  ['gexf', 'GEXF'],
  ['graphml', 'GraphML'],
  ['ftm', 'FollowTheMoney'],
  ['atom', 'Atom'],
] as const

/** The same as the page in other forms: its twin as JSON, a list as CSV, a story in the formats of exports. */
export function Forms({
  route,
  path,
  search,
}: {
  readonly route: Route
  readonly path: string
  readonly search: string
}): JSX.Element | null {
  const forms = formsOf(route, path, search)
  if (forms.length === 0) return null
  return (
    <footer>
      <ul class="links" aria-label="This page in other forms">
        {forms.map(([href, name]) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
      {route.page === 'story' && (
        <>
          <p class="hint">This story alone, with all its tellings, as a file:</p>
          <ul class="links" aria-label="This story as a file">
            {FORMATS.map(([format, name]) => (
              <li key={format}>
                <a href={`/api${path}/export?format=${format}`} download="">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </footer>
  )
}

/** Addresses of the forms of a page, with what each is called; none for a page without any. */
export function formsOf(
  route: Route,
  path: string,
  search: string,
): readonly (readonly [href: string, name: string])[] {
  const bare = path.replace(/\/+$/, '') || '/stories'
  if (LISTS.has(route.page)) {
    const query = queryOf(search)
    // A search without words is none, and the words mean nothing elsewhere.
    if (route.page === 'search' && query.q.trim() === '') return []
    const asked = searchOf(route.page === 'search' ? query : { ...query, q: '' })
    return [
      [`${bare}.json${asked}`, 'JSON'],
      [`${bare}.csv${asked}`, 'CSV'],
    ]
  }
  switch (route.page) {
    case 'story':
      return [
        [`${bare}.json`, 'JSON'],
        [`${bare}/accounts.csv`, 'Who says what as CSV'],
        [`${bare}/sources.csv`, 'Sources as CSV'],
        [`${bare}/around.csv`, 'Asks and ties as CSV'],
        [`${bare}/followed.csv`, 'What followed as CSV'],
        [`${bare}/history.csv`, 'History as CSV'],
      ]
    case 'sources':
      return [
        [`${bare}.json`, 'JSON'],
        [`${bare}.csv`, 'CSV'],
      ]
    case 'actor':
      return [
        [`${bare}.json`, 'JSON'],
        [`${bare}.csv`, 'Stories as CSV'],
        [`${bare}/around.csv`, 'Said and said about as CSV'],
      ]
    case 'document':
      return [[`${bare}.json`, 'JSON']]
    default:
      return []
  }
}
