import { useEffect, useState } from 'preact/hooks'

/** What stands behind the "?" of the address, also after links within these pages. */
export function useSearch(): URLSearchParams {
  const [search, setSearch] = useState(() => window.location.search)
  useEffect(() => {
    const changed = (): void => setSearch(window.location.search)
    window.addEventListener('popstate', changed)
    return () => window.removeEventListener('popstate', changed)
  }, [])
  return new URLSearchParams(search)
}
