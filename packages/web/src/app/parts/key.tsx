import type { JSX } from 'preact'

/** A button that says by which key it is pressed. */
export function Key({
  name,
  words,
  act,
}: {
  readonly name: string
  readonly words: string
  readonly act: () => void
}): JSX.Element {
  return (
    <button type="button" aria-keyshortcuts={name} onClick={act}>
      {words} <kbd>{name}</kbd>
    </button>
  )
}
