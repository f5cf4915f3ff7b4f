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
 * Shows the passage that an address names by the id of a claim: lights it, scrolls to its words and moves the focus there.
 * Does nothing where there is none.
 */
export function showPassage(root: HTMLElement, claim: string): void {
  const words = find(root, `words-${claim}`)
  if (!words) return
  find(root, `card-${claim}`)?.scrollIntoView({ block: 'nearest' })
  words.scrollIntoView({ block: 'center' })
  words.focus({ preventScroll: true })
  light(root, [claim])
}

/**
 * Makes the numbers of claims lead from the text to the card and back, with the focus; the address then names the passage.
 * Returns what ends it.
 */
export function crossOver(root: HTMLElement): () => void {
  const clicked = (event: MouseEvent): void => {
    const number = event.target instanceof Element ? event.target.closest<HTMLElement>('a.number') : null
    const claim = number?.dataset['claim']
    if (!number || claim === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    root.ownerDocument.defaultView?.history.replaceState(null, '', `#${encodeURIComponent(claim)}`)
    if (number.id !== `words-${claim}`) {
      showPassage(root, claim)
      return
    }
    const card = find(root, `card-${claim}`)
    card?.scrollIntoView({ block: 'center' })
    card?.querySelector<HTMLElement>('a.number')?.focus({ preventScroll: true })
  }
  root.addEventListener('click', clicked)
  return () => root.removeEventListener('click', clicked)
}

function find(root: HTMLElement, id: string): HTMLElement | null {
  const element = root.ownerDocument.getElementById(id)
  return element && root.contains(element) ? element : null
}

function focused(root: HTMLElement): HTMLElement | null {
  const active = root.ownerDocument.activeElement
  return active && root.contains(active) ? active.closest<HTMLElement>('[data-claims]') : null
}

function claimsOf(element: HTMLElement | null): readonly string[] {
  return element?.dataset['claims']?.split(' ') ?? []
}

/** Touches only what changes: what was lit and is not any more, and what is now. */
function light(root: HTMLElement, claims: readonly string[]): void {
  const now = new Set<Element>()
  for (const claim of claims)
    for (const element of root.querySelectorAll(`[data-claims~="${CSS.escape(claim)}"]`)) now.add(element)
  // A copy, since the list of elements of a class changes with it.
  for (const element of [...root.getElementsByClassName('lit')]) if (!now.has(element)) element.classList.remove('lit')
  for (const element of now) element.classList.add('lit')
}
