import type { SpanJson } from '@backchannel/wire/write'
import { movedSelection, selectedSpan, selectSpan, wordSpans } from './select-words.ts'

/**
 * Tells of the words that are selected in the reader's text, null where none are: by the mouse, and, with the focus on the
 * text, by the arrow keys, word by word, with Shift for more; Enter goes on to what can be done with them. Returns what ends it.
 */
export function watchSelection(root: HTMLElement, text: string, onSpan: (span: SpanJson | null) => void): () => void {
  const page = root.ownerDocument
  const words = wordSpans(text)
  let chosen = { anchor: -1, head: -1 }
  const article = (): HTMLElement | null => root.querySelector<HTMLElement>('article.text')
  const changed = (): void => {
    const inside = article()
    // A selection in a field of a form is no selection of the text, and must not take the form away.
    if (inside) onSpan(selectedSpan(inside, text))
  }
  const pressed = (event: KeyboardEvent): void => {
    const inside = article()
    if (!inside || event.target !== inside || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && selectedSpan(inside, text)) {
      event.preventDefault()
      page.getElementById('say-what')?.focus()
      return
    }
    if (event.key === 'Escape') {
      page.getSelection()?.removeAllRanges()
      chosen = { anchor: -1, head: -1 }
      return
    }
    const next = movedSelection(words, chosen, event)
    if (!next) return
    event.preventDefault()
    chosen = next
    const first = words[Math.min(next.anchor, next.head)]
    const last = words[Math.max(next.anchor, next.head)]
    if (first && last) selectSpan(inside, { from: first.from, to: last.to })
  }
  page.addEventListener('selectionchange', changed)
  root.addEventListener('keydown', pressed)
  return () => {
    page.removeEventListener('selectionchange', changed)
    root.removeEventListener('keydown', pressed)
  }
}
