import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ActorPage } from './pages/actor.tsx'
import { CustodyPage } from './pages/custody.tsx'
import { DisagreementsPage } from './pages/disagreements.tsx'
import { EngagementsPage } from './pages/engagements.tsx'
import { ReaderPage } from './pages/reader.tsx'
import { SearchPage } from './pages/search.tsx'
import { SourcesPage } from './pages/sources.tsx'
import { StoriesPage } from './pages/stories.tsx'
import { StoryPage } from './pages/story.tsx'
import { TimelinePage } from './pages/timeline.tsx'
import { Heading } from './parts/common.tsx'
import { Forms } from './parts/forms.tsx'
import { Lazy } from './parts/lazy.tsx'
import { addressOf, type ListProps, lookOf, queryOf } from './query.ts'
import { type Route, routeOf } from './routes.ts'

const NAVIGATION = [
  ['/stories', 'Stories', ['stories', 'story', 'sources']],
  ['/disagreements', 'Disagreements', ['disagreements']],
  ['/timeline', 'Timeline', ['timeline']],
  ['/network', 'Network', ['network']],
  ['/map', 'Map', ['map']],
  ['/custody', 'Custody', ['custody']],
  ['/engagements', 'Engagements', ['engagements']],
  ['/search', 'Search', ['search']],
  ['/inbox', 'Inbox', ['inbox']],
  ['/review', 'Review', ['review']],
  ['/try', 'Try it', ['try']],
] as const

/** Everything: the way around, and the page that the address names. */
export function App(): JSX.Element {
  const address = useAddress()
  const route = routeOf(address.path)
  const look = lookOf(address.search)
  const list: ListProps = {
    query: queryOf(address.search),
    look,
    onQuery: (query) => visit(addressOf(address.path, query, look)),
  }
  useFocusOnNewPage(address.path)
  return (
    <Shell route={route}>
      {pageOf(route, list)}
      <Forms route={route} path={address.path} search={address.search} />
    </Shell>
  )
}

/** The frame of every page. */
export function Shell({
  route,
  children,
}: {
  readonly route: Route
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <header>
        <a class="name" href="/stories">
          Backchannel
        </a>
        <nav aria-label="Pages">
          <ul>
            {NAVIGATION.map(([href, name, pages]) => (
              <li key={href}>
                <a href={href} {...((pages as readonly string[]).includes(route.page) && { 'aria-current': 'page' })}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

function pageOf(route: Route, list: ListProps): JSX.Element {
  switch (route.page) {
    case 'stories':
      return <StoriesPage {...list} />
    case 'story':
      return <StoryPage key={route.id} id={route.id} />
    case 'sources':
      return <SourcesPage key={route.id} id={route.id} />
    case 'network':
      return <Lazy key="network" load={async () => (await import('./pages/network.tsx')).NetworkPage} of={list} />
    case 'map':
      return <Lazy key="map" load={async () => (await import('./pages/map.tsx')).MapPage} of={list} />
    case 'disagreements':
      return <DisagreementsPage {...list} />
    case 'document':
      return <ReaderPage key={route.id} id={route.id} />
    case 'actor':
      return <ActorPage key={route.id} id={route.id} />
    case 'timeline':
      return <TimelinePage {...list} />
    case 'custody':
      return <CustodyPage {...list} />
    case 'engagements':
      return <EngagementsPage {...list} />
    case 'search':
      return <SearchPage {...list} />
    case 'inbox':
      return <Lazy key="inbox" load={async () => (await import('./pages/inbox.tsx')).InboxPage} of={{}} />
    case 'try':
      return <Lazy key="try" load={async () => (await import('./pages/try.tsx')).TryPage} of={{}} />
    case 'review':
      return <Lazy key="review" load={async () => (await import('./pages/review.tsx')).ReviewPage} of={{}} />
    default:
      return (
        <>
          <Heading>There is no such page</Heading>
          <p>
            <a href="/stories">To the stories</a>
          </p>
        </>
      )
  }
}

interface Address {
  readonly path: string
  readonly search: string
}

const addressNow = (): Address => ({ path: window.location.pathname, search: window.location.search })

/** Goes to an address of these pages without loading them again. */
function visit(href: string): void {
  window.history.pushState(null, '', href)
  window.dispatchEvent(new PopStateEvent('popstate'))
}

/** The address, also after links within these pages, which load nothing again. */
function useAddress(): Address {
  const [address, setAddress] = useState(addressNow)
  useEffect(() => {
    const changed = (): void => setAddress(addressNow())
    const clicked = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      // Links of pictures (SVG) have no `origin` and the like of their own.
      const href = link?.getAttribute('href') ?? null
      if (href === null || !isPlain || event.defaultPrevented || link?.hasAttribute('target')) return
      const { origin, pathname, search } = window.location
      const to = new URL(href, window.location.href)
      if (to.origin !== origin) return
      // Within a page the browser does it, and for what is no page the server.
      if ((to.pathname === pathname && to.search === search) || routeOf(to.pathname).page === 'missing') return
      event.preventDefault()
      visit(to.href)
    }
    window.addEventListener('popstate', changed)
    document.addEventListener('click', clicked)
    return () => {
      window.removeEventListener('popstate', changed)
      document.removeEventListener('click', clicked)
    }
  }, [])
  return address
}

/** After a change of page the focus is on its title, and so is a screen reader; the first page keeps the browser's. */
function useFocusOnNewPage(path: string): void {
  const before = useRef(path)
  useEffect(() => {
    const named = routeOf(path).page
    let seen: Element | null = null
    const settle = (): void => {
      const heading = document.getElementById('heading')
      if (!heading) return
      document.title = `${heading.textContent} – Backchannel`
      if (heading === seen || before.current === path) return
      seen = heading
      before.current = path
      window.scrollTo(0, 0)
      // The reader of a passage puts the focus on it.
      if (named !== 'document' || window.location.hash === '') heading.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(settle)
    observer.observe(document.getElementById('main') ?? document.body, { childList: true, subtree: true })
    settle()
    return () => observer.disconnect()
  }, [path])
}
