import type { FacetJson, FacetsJson, FacetValueJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import {
  addressOf,
  type Choice,
  choiceOf,
  chosen,
  EMPTY_QUERY,
  isNarrowed,
  type ListFilter,
  type Query,
} from '../query.ts'
import { label } from '../words.ts'
import { DateBars } from './date-bars.tsx'

export interface FiltersProps {
  readonly query: Query
  readonly facets: FacetsJson
  readonly onQuery: (query: Query) => void
  /** Address of the list without its query. */
  readonly path: string
  /** How the page shows the list, which stays: see `lookOf`. */
  readonly look?: string
  /** Facets from the first to the last; all of them where left out. */
  readonly order?: readonly FacetName[]
}

export type FacetName = Exclude<ListFilter, 'document'>

const FACETS: readonly FacetName[] = ['type', 'status', 'channel', 'country', 'actor', 'outlet', 'speaker']
/** Values shown before the others are folded away. */
const SHOWN = 5
/** Names of these are of the ontology and not of a text. */
const LABELLED: ReadonlySet<ListFilter> = new Set(['type', 'status', 'channel'])

/** How a person calls a value of a filter. */
export function valueWords(name: ListFilter, { value, name: called }: Pick<FacetValueJson, 'value' | 'name'>): string {
  if (name === 'channel' && value === 'unknown') return 'Channel not said'
  return LABELLED.has(name) ? label(value) : called
}

/** What a list can be narrowed by; each value can be kept or left out. */
export function Filters({ query, facets, onQuery, path, look = '', order = FACETS }: FiltersProps): JSX.Element {
  const known = facets.independence.map(({ roots }) => roots)
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      {order.map((name) => (
        <Facet key={name} name={name} title={label(name)} facet={facets[name]} query={query} onQuery={onQuery} />
      ))}
      <fieldset>
        <legend>Date</legend>
        <label>
          From{' '}
          <input
            type="date"
            value={query.from}
            onChange={(event) => onQuery({ ...query, from: event.currentTarget.value, after: '' })}
          />
        </label>
        <label>
          To{' '}
          <input
            type="date"
            value={query.to}
            onChange={(event) => onQuery({ ...query, to: event.currentTarget.value, after: '' })}
          />
        </label>
        <DateBars
          dates={facets.dates}
          hrefOf={({ from, to }) => addressOf(path, { ...query, from, to, after: '' }, look)}
        />
        <p class="hint">What has no date, or a vague one, stays in where it may lie within.</p>
      </fieldset>
      <fieldset>
        <legend>Independence</legend>
        <label>
          At least{' '}
          <select
            value={String(query.independence)}
            onChange={(event) => onQuery({ ...query, independence: Number(event.currentTarget.value), after: '' })}
          >
            <option value="0">any number of roots</option>
            {facets.independence.map(({ roots, stories }) => (
              <option key={roots} value={String(roots)}>
                {roots === 1 ? '1 independent root' : `${roots} independent roots`} ({stories})
              </option>
            ))}
            {query.independence > 0 && !known.includes(query.independence) && (
              <option value={String(query.independence)}>{query.independence} independent roots (0)</option>
            )}
          </select>
        </label>
      </fieldset>
      {isNarrowed(query) && (
        <p>
          <a href={addressOf(path, { ...EMPTY_QUERY, q: query.q }, look)}>Clear all filters</a>
        </p>
      )}
    </form>
  )
}

interface FacetProps {
  readonly name: ListFilter
  readonly title: string
  readonly facet: FacetJson
  readonly query: Query
  readonly onQuery: (query: Query) => void
}

function Facet({ name, title, facet: { values, total }, query, onQuery }: FacetProps): JSX.Element | null {
  if (values.length === 0) return null
  // A value that is chosen is never folded away.
  const folded = values.slice(SHOWN).filter(({ value }) => choiceOf(query, name, value) === 'any')
  const open = values.filter((one) => !folded.includes(one))
  const row = (one: FacetValueJson) => (
    <FacetRow key={one.value} name={name} one={one} query={query} onQuery={onQuery} />
  )
  return (
    <fieldset>
      <legend>{title}</legend>
      <ul>{open.map(row)}</ul>
      {folded.length > 0 && (
        <details>
          <summary>
            {folded.length} more<span class="hidden"> under {title}</span>
          </summary>
          <ul>{folded.map(row)}</ul>
          {total > values.length && (
            <p class="hint">
              The {values.length} most frequent of {total}.
            </p>
          )}
        </details>
      )}
    </fieldset>
  )
}

function FacetRow({
  name,
  one,
  query,
  onQuery,
}: Pick<FacetProps, 'name' | 'query' | 'onQuery'> & { readonly one: FacetValueJson }): JSX.Element {
  const { value, stories } = one
  const choice = choiceOf(query, name, value)
  const words = valueWords(name, one)
  const choose = (wanted: Choice) => onQuery(chosen(query, name, value, choice === wanted ? 'any' : wanted))
  return (
    <li>
      <label>
        <input type="checkbox" checked={choice === 'only'} onChange={() => choose('only')} /> {words}{' '}
        {stories !== null && <span class="count">{stories}</span>}
      </label>
      {choice === 'not' && <span class="left-out">left out</span>}
      <button
        type="button"
        class="exclude"
        aria-pressed={choice === 'not'}
        aria-label={`Leave out ${words}`}
        title={`Leave out ${words}`}
        onClick={() => choose('not')}
      >
        −
      </button>
    </li>
  )
}
