import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Loads what draws a page when it is first opened, so that the first load of the others stays small. */
export function Lazy({ load }: { readonly load: () => Promise<() => JSX.Element> }): JSX.Element {
  const [draw, setDraw] = useState<{ readonly page: () => JSX.Element } | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    load().then(
      (page) => setDraw({ page }),
      () => setFailed(true),
    )
  }, [])
  if (failed)
    return (
      <div class="failure" role="alert">
        <h1 id="heading">This could not be loaded</h1>
        <p>The server cannot be reached. Is it still running?</p>
      </div>
    )
  if (draw === null)
    return (
      <p class="waiting" role="status">
        Loading …
      </p>
    )
  const Page = draw.page
  return <Page />
}
