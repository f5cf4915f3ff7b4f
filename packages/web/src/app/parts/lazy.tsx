import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Loads what draws a page when it is first opened, so that the first load of the others stays small. */
export function Lazy<Props extends object>({
  load,
  of,
}: {
  readonly load: () => Promise<(props: Props) => JSX.Element>
  /** What the page is given. */
  readonly of: Props
}): JSX.Element {
  const [draw, setDraw] = useState<{ readonly page: (props: Props) => JSX.Element } | null>(null)
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
  return <Page {...of} />
}
