import type { FacetsJson } from '@backchannel/wire/write'
import type { ComponentChildren, JSX } from 'preact'
import { addressOf, chosen, isNarrowed, LIST_FILTERS, type ListFilter, type Query } from '../query.ts'
import type { Fetched } from '../use-fetched.ts'
import { dayWords } from '../words.ts'
import { Filters, type FiltersProps, valueWords } from './filters.tsx'

export interface NarrowingProps extends Omit<FiltersProps, 'facets'> {
  readonly facets: Fetched<FacetsJson>
  /** What is beside the filters, as a screen reader calls it: "Stories found". */
  readonly name: string
  /** What the counts are of, where that is not plain. */
  readonly hint?: string
  /** False where the filters begin folded: on a narrow screen they would push the list out of sight. */
  readonly unfolded?: boolean
  readonly children: ComponentChildren
}

/** As in styles.css: filters beside the list. */
const WIDE = '(min-width: 52rem)'

/** A list, or a picture, beside everything that it can be narrowed by; above it what narrows it now. */
export function Narrowing({ facets, name, hint, unfolded, children, ...filters }: NarrowingProps): JSX.Element {
  return (
    <div class="beside">
      <section aria-label="Filters" class="side">
        <a class="skip" href="#results">
          Skip the filters
        </a>
        <details class="folding" open={unfolded ?? window.matchMedia(WIDE).matches}>
          <summary>Filters</summary>
          {hint !== undefined && <p class="hint">{hint}</p>}
          {facets.state === 'waiting' && <p role="status">Counting …</p>}
          {facets.state === 'failed' && <p role="alert">{facets.message}</p>}
          {facets.state === 'there' && <Filters {...filters} facets={facets.value} />}
        </details>
      </section>
      <section id="results" tabIndex={-1} aria-label={name}>
        <Conditions {...filters} facets={facets.state === 'there' ? facets.value : null} />
        {children}
      </section>
    </div>
  )
}

interface Condition {
  readonly words: string
  /** The query without it. */
  readonly without: Query
}

/** What narrows the list, each with the way to do without it. */
function Conditions({
  query,
  facets,
  path,
  look = '',
}: Pick<FiltersProps, 'query' | 'path' | 'look'> & { readonly facets: FacetsJson | null }): JSX.Element | null {
  if (!isNarrowed(query)) return null
  return (
    <ul class="conditions" aria-label="Narrowed by">
      {conditionsOf(query, facets).map(({ words, without }) => (
        <li key={words}>
          {words}{' '}
          <a href={addressOf(path, without, look)} aria-label={`Without the condition ${words}`} title="Without it">
            ×
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The conditions of a query in words, in the order of its address. */
export function conditionsOf(query: Query, facets: FacetsJson | null): readonly Condition[] {
  const anew = { ...query, after: '' }
  const found: Condition[] = []
  for (const left of [false, true])
    for (const name of LIST_FILTERS)
      for (const value of (left ? query.not : query.lists)[name] ?? [])
        found.push({
          words: `${left ? 'not ' : ''}${name} ${nameOf(name, value, facets)}`,
          without: chosen(query, name, value, 'any'),
        })
  if (query.from !== '') found.push({ words: `from ${dayWords(query.from)}`, without: { ...anew, from: '' } })
  if (query.to !== '') found.push({ words: `to ${dayWords(query.to)}`, without: { ...anew, to: '' } })
  if (query.independence > 0)
    found.push({
      words: `at least ${query.independence} independent ${query.independence === 1 ? 'root' : 'roots'}`,
      without: { ...anew, independence: 0 },
    })
  return found
}

/** How a person calls a value: an actor by the name that the facets give its id. */
function nameOf(name: ListFilter, value: string, facets: FacetsJson | null): string {
  const known = name === 'document' ? undefined : facets?.[name].values.find((one) => one.value === value)
  return valueWords(name, known ?? { value, name: value })
}
