import type { JSX } from 'preact'
import type { Facets, FacetValue } from '../facets.ts'
import { type Choice, choiceOf, chosen, isNarrowed, type ListFilter, type Query } from '../query.ts'
import { label } from '../words.ts'

export interface FiltersProps {
  readonly query: Query
  readonly facets: Facets
  /** False where only the first stories of a large record were counted. */
  readonly whole: boolean
  readonly onQuery: (query: Query) => void
  /** Address of the list without any filter. */
  readonly clear: string
}

const FACETS = [
  ['type', 'Type'],
  ['status', 'Status'],
  ['country', 'Country'],
  ['outlet', 'Outlet'],
] as const
/** Values shown before the others are folded away. */
const SHOWN = 8
const INDEPENDENCE = [1, 2, 3, 4, 5]

/** What a list can be narrowed by; each value can be kept or left out. */
export function Filters({ query, facets, whole, onQuery, clear }: FiltersProps): JSX.Element {
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      {FACETS.map(([name, title]) => (
        <Facet key={name} name={name} title={title} values={facets[name]} query={query} onQuery={onQuery} />
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
            {[...new Set([...INDEPENDENCE, ...(query.independence > 0 ? [query.independence] : [])])].map((count) => (
              <option key={count} value={String(count)}>
                {count === 1 ? '1 independent root' : `${count} independent roots`}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      {!whole && <p class="hint">Counts are of the latest stories only; the filters apply to all.</p>}
      {isNarrowed(query) && (
        <p>
          <a href={clear}>Clear all filters</a>
        </p>
      )}
    </form>
  )
}

interface FacetProps {
  readonly name: ListFilter
  readonly title: string
  readonly values: readonly FacetValue[]
  readonly query: Query
  readonly onQuery: (query: Query) => void
}

function Facet({ name, title, values, query, onQuery }: FacetProps): JSX.Element | null {
  if (values.length === 0) return null
  // A value that is chosen is never folded away.
  const folded = values.slice(SHOWN).filter(({ value }) => choiceOf(query, name, value) === 'any')
  const open = values.filter((one) => !folded.includes(one))
  const row = (one: FacetValue) => <FacetRow key={one.value} name={name} one={one} query={query} onQuery={onQuery} />
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
        </details>
      )}
    </fieldset>
  )
}

function FacetRow({
  name,
  one: { value, count },
  query,
  onQuery,
}: Pick<FacetProps, 'name' | 'query' | 'onQuery'> & { readonly one: FacetValue }): JSX.Element {
  const choice = choiceOf(query, name, value)
  const words = name === 'type' || name === 'status' ? label(value) : value
  const choose = (wanted: Choice) => onQuery(chosen(query, name, value, choice === wanted ? 'any' : wanted))
  return (
    <li>
      <label>
        <input type="checkbox" checked={choice === 'only'} onChange={() => choose('only')} /> {words}{' '}
        <span class="count">{count}</span>
      </label>
      <button
        type="button"
        class="exclude"
        aria-pressed={choice === 'not'}
        aria-label={`Leave out ${words}`}
        title={`Leave out ${words}`}
        onClick={() => choose('not')}
      >
        {choice === 'not' ? '− left out' : '−'}
      </button>
    </li>
  )
}
