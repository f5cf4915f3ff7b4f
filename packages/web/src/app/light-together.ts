/**
 * Lights everything of the claims under the pointer or the focus, in the text and in the cards: what has one of them in
 * its `data-claims` gets the class `lit`. Works on the elements themselves, so that hundreds of marks need no rendering.
 * Returns what ends it.
 */
export function lightTogether(root: HTMLElement): () => void {
  const over = ({ target }: Event): void => {
    const found = target instanceof Element ? target.closest<HTMLElement>('[data-claims]') : null
    light(root, claimsOf(found))
  }
  const out = (): void => light(root, claimsOf(focused(root)))
  root.addEventListener('mouseover', over)
  root.addEventListener('focusin', over)
  root.addEventListener('mouseleave', out)
  return () => {
    root.removeEventListener('mouseover', over)
    root.removeEventListener('focusin', over)
    root.removeEventListener('mouseleave', out)
  }
}

/**
 * Shows the passage that an address names: the id of a claim, or `words-` and the id as links within the page have it. Lights
 * it, scrolls to its words and moves the focus there. Does nothing where there is none.
 */
export function showPassage(root: HTMLElement, name: string): void {
  if (name === '') return
  const claim = name.replace(/^words-/, '')
  const words = root.ownerDocument.getElementById(`words-${claim}`)
  if (!words || !root.contains(words)) return
  const card = root.ownerDocument.getElementById(`card-${claim}`)
  // From the number in the text to the card; from anywhere else to the words.
  const isThere = root.ownerDocument.activeElement === words
  const target = isThere ? card?.querySelector<HTMLElement>('a') : words
  card?.scrollIntoView({ block: 'nearest' })
  target?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
  light(root, [claim])
}

function focused(root: HTMLElement): HTMLElement | null {
  const active = root.ownerDocument.activeElement
  return active && root.contains(active) ? active.closest<HTMLElement>('[data-claims]') : null
}

function claimsOf(element: HTMLElement | null): readonly string[] {
  return element?.dataset['claims']?.split(' ') ?? []
}

function light(root: HTMLElement, claims: readonly string[]): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-claims]')) {
    const lit = claims.some((claim) => element.dataset['claims']?.split(' ').includes(claim))
    element.classList.toggle('lit', lit)
  }
}
