/** Which page an address names. */
export type Route =
  | { readonly page: 'stories' }
  | { readonly page: 'story'; readonly id: string }
  | { readonly page: 'sources'; readonly id: string }
  | { readonly page: 'document'; readonly id: string }
  | { readonly page: 'actor'; readonly id: string }
  | { readonly page: 'search' }
  | { readonly page: 'timeline' }
  | { readonly page: 'engagements' }
  | { readonly page: 'custody' }
  | { readonly page: 'disagreements' }
  | { readonly page: 'network' }
  | { readonly page: 'map' }
  | { readonly page: 'inbox' }
  | { readonly page: 'review' }
  | { readonly page: 'try' }
  | { readonly page: 'missing' }

const LISTS: ReadonlySet<string> = new Set([
  'stories',
  'search',
  'timeline',
  'engagements',
  'custody',
  'disagreements',
  'network',
  'map',
  'inbox',
  'review',
  'try',
])
const SINGLE: Readonly<Record<string, 'story' | 'document' | 'actor'>> = {
  stories: 'story',
  documents: 'document',
  actors: 'actor',
}

/** The page of a path; `missing` for a path that names none. */
export function routeOf(path: string): Route {
  const [first = '', second, ...more] = path.replace(/^\/+|\/+$/g, '').split('/')
  if (more.length > 0 && !(first === 'stories' && more.length === 1 && more[0] === 'sources'))
    return { page: 'missing' }
  if (first === '') return { page: 'stories' }
  if (second === undefined) {
    // LISTS holds names of pages only.
    return LISTS.has(first) ? { page: first as 'stories' } : { page: 'missing' }
  }
  const single = Object.hasOwn(SINGLE, first) ? SINGLE[first] : undefined
  const id = decoded(second)
  if (!single || id === null) return { page: 'missing' }
  // Forms of a page are the server's, and so is the kind of an id, which an address may leave out.
  if (/\.(json|csv)$/.test(id)) return { page: 'missing' }
  return { page: more.length > 0 ? 'sources' : single, id }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** The address has the id without its kind, which the page says already: a server's folder of pages takes no colon. */
const inPath = (id: string): string => encodeURIComponent(id.replace(/^(story|doc|actor):/, ''))

export const storyHref = (id: string): string => `/stories/${inPath(id)}`
/** The tree of articles, cited outlets and speakers of a story. */
export const sourcesHref = (id: string): string => `${storyHref(id)}/sources`
export const actorHref = (id: string): string => `/actors/${inPath(id)}`
/** The reader; with a claim or an attribution, at its words. */
export const documentHref = (id: string, found?: string | null): string =>
  `/documents/${inPath(id)}${found ? `#${encodeURIComponent(found)}` : ''}`
/** A passage of the reader by its place in the frozen text. */
export const passageHref = (id: string, { from, to }: { readonly from: number; readonly to: number }): string =>
  `${documentHref(id)}#p${from}-${to}`
