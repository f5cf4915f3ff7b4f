import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { DocumentAnswer } from '../api.ts'
import { crossOver, lightTogether } from '../light-together.ts'
import { Heading } from '../parts/common.tsx'
import type { TryAnswer, TryRequest } from '../try-worker.ts'
import { ReaderView } from './reader.tsx'

/** What no record knows of a text. */
const NOTHING: DocumentAnswer['record'] = {
  ...{ origin: '', copies: [], actors: [], stories: [], corrections: [] },
  believed: { claims: [], unlinked: [] },
}

/** A pasted text, read in the browser itself: the models come from this server, and the text goes nowhere. */
export function TryPage(): JSX.Element {
  const worker = useRef<Worker | null>(null)
  const [answer, setAnswer] = useState<TryAnswer | null>(null)
  const [text, setText] = useState('')
  const [outlet, setOutlet] = useState('')
  const [published, setPublished] = useState('')
  useEffect(() => () => worker.current?.terminate(), [])
  const read = (event: Event): void => {
    event.preventDefault()
    if (text.trim() === '') return
    if (!worker.current) {
      worker.current = new Worker(new URL('../try-worker.ts', import.meta.url), { type: 'module' })
      worker.current.addEventListener('message', ({ data }: MessageEvent<TryAnswer>) => setAnswer(data))
      worker.current.addEventListener('error', ({ message }) =>
        setAnswer({ state: 'failed', message: message || 'the reader could not be loaded' }),
      )
    }
    setAnswer({ state: 'loading', files: 0, of: 0 })
    worker.current.postMessage({ text, outlet: outlet.trim(), published } satisfies TryRequest)
  }
  const busy = answer?.state === 'loading' || answer?.state === 'reading'
  return (
    <>
      <Heading>Try it</Heading>
      <p class="lead">
        The text is read here, in your browser. The models are loaded once from this server; the text is sent nowhere
        and kept nowhere.
      </p>
      <form class="sending" aria-label="Read a text" onSubmit={read}>
        <label>
          Text of an article, in English
          <textarea rows={8} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <p class="fields">
          <label>
            Outlet
            <input
              type="text"
              maxLength={300}
              value={outlet}
              onInput={(event) => setOutlet(event.currentTarget.value)}
            />
          </label>
          <label>
            Published
            <input type="date" value={published} onInput={(event) => setPublished(event.currentTarget.value)} />
          </label>
          <button type="submit" disabled={busy || text.trim() === ''}>
            Read it here
          </button>
        </p>
      </form>
      <p role="status">
        {answer?.state === 'loading' && 'Loading the reader …'}
        {answer?.state === 'reading' && 'Reading …'}
      </p>
      {answer?.state === 'loading' && answer.of > 0 && (
        <progress aria-label="Files of the reader" max={answer.of} value={answer.files} />
      )}
      {answer?.state === 'failed' && (
        <p role="alert" class="refused">
          It could not be read: {answer.message}
        </p>
      )}
      {answer?.state === 'done' && <ReadHere answer={{ ...answer.dossier, record: NOTHING }} />}
    </>
  )
}

/** What was found, with words and cards lit together. */
function ReadHere({ answer }: { readonly answer: DocumentAnswer }): JSX.Element {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = root.current
    if (!element) return
    const stops = [lightTogether(element), crossOver(element)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  const view = useMemo(() => <ReaderView answer={answer} kept={false} />, [answer])
  return (
    <div ref={root} class="read-here">
      {view}
    </div>
  )
}
