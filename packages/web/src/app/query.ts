/** What a list is narrowed by: the same names as the command line's filters, each value once, in the order given. */
export const LIST_FILTERS = ['type', 'status', 'country', 'outlet', 'actor', 'channel', 'speaker', 'document'] as const
export type ListFilter = (typeof LIST_FILTERS)[number]

/** All state of a list; what the address holds and nothing else. */
export interface Query {
  readonly lists: Readonly<Partial<Record<ListFilter, readonly string[]>>>
  /** The same, left out instead of kept: `not-type=meeting`. */
  readonly not: Readonly<Partial<Record<ListFilter, readonly string[]>>>
  /** Days, inclusive, YYYY-MM-DD; '' where there is no bound. */
  readonly from: string
  readonly to: string
  /** At least so many independent roots; 0 for no condition. */
  readonly independence: number
  /** The words of a search. */
  readonly q: string
  /** Where the page begins, from an earlier answer; '' for the first one. */
  readonly after: string
}

export const EMPTY_QUERY: Query = { lists: {}, not: {}, from: '', to: '', independence: 0, q: '', after: '' }

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The query of an address. What makes no sense in it is left out, so that any address gives a page. */
export function queryOf(search: string): Query {
  const given = new URLSearchParams(search)
  const listsOf = (prefix: string): Query['lists'] => {
    const lists: Partial<Record<ListFilter, readonly string[]>> = {}
    for (const name of LIST_FILTERS) {
      const values = [...new Set(given.getAll(`${prefix}${name}`).filter((value) => value !== ''))]
      if (values.length > 0) lists[name] = values
    }
    return lists
  }
  const day = (name: string): string => {
    const value = given.get(name) ?? ''
    return DAY.test(value) ? value : ''
  }
  const independence = Number(given.get('independence') ?? 0)
  return {
    lists: listsOf(''),
    not: listsOf('not-'),
    from: day('from'),
    to: day('to'),
    independence: Number.isInteger(independence) && independence > 0 ? independence : 0,
    q: given.get('q') ?? '',
    after: given.get('after') ?? '',
  }
}

/** The address part of a query, with its "?", or '' for an empty one; always in the same order. */
export function searchOf(query: Query): string {
  const out = new URLSearchParams()
  if (query.q !== '') out.append('q', query.q)
  for (const name of LIST_FILTERS) for (const value of query.lists[name] ?? []) out.append(name, value)
  for (const name of LIST_FILTERS) for (const value of query.not[name] ?? []) out.append(`not-${name}`, value)
  if (query.from !== '') out.append('from', query.from)
  if (query.to !== '') out.append('to', query.to)
  if (query.independence > 0) out.append('independence', String(query.independence))
  if (query.after !== '') out.append('after', query.after)
  const text = out.toString()
  return text === '' ? '' : `?${text}`
}

/** Parameters of an address that say how a page shows its list, and that the server is not asked with. */
const LOOKS = ['lanes', 'view'] as const

/** How the page of an address shows its list: "lanes=actor"; '' for as it does by itself. */
export function lookOf(search: string): string {
  const given = new URLSearchParams(search)
  const out = new URLSearchParams()
  for (const name of LOOKS) {
    const value = given.get(name) ?? ''
    if (value !== '') out.append(name, value)
  }
  return out.toString()
}

/** The address of a list with its query, and how its page shows it. */
export function addressOf(path: string, query: Query, look = ''): string {
  const search = searchOf(query)
  return `${path}${search}${look === '' ? '' : `${search === '' ? '?' : '&'}${look}`}`
}

/** What the page of a list gets: the state in its address, and how to change it. */
export interface ListProps {
  readonly query: Query
  /** See `lookOf`. */
  readonly look: string
  readonly onQuery: (query: Query) => void
}

export type Choice = 'any' | 'only' | 'not'

/** Whether the list keeps a value, leaves it out, or does not care. */
export function choiceOf(query: Query, name: ListFilter, value: string): Choice {
  if (query.lists[name]?.includes(value)) return 'only'
  return query.not[name]?.includes(value) ? 'not' : 'any'
}

/** The query with one value of a filter kept, left out, or neither, from its first page. */
export function chosen(query: Query, name: ListFilter, value: string, choice: Choice): Query {
  const without = (lists: Query['lists'], add: boolean): Query['lists'] => {
    const values = [...(lists[name] ?? []).filter((one) => one !== value), ...(add ? [value] : [])]
    const { [name]: _, ...others } = lists
    return values.length > 0 ? { ...others, [name]: values } : others
  }
  return {
    ...query,
    lists: without(query.lists, choice === 'only'),
    not: without(query.not, choice === 'not'),
    after: '',
  }
}

/** True where something narrows the list. */
export function isNarrowed(query: Query): boolean {
  const { lists, not, from, to, independence } = query
  return Object.keys(lists).length + Object.keys(not).length > 0 || from !== '' || to !== '' || independence > 0
}
