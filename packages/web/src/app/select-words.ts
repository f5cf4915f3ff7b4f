import type { SpanJson } from '@backchannel/wire/write'

// Selecting words of the reader's text, by mouse or by keys, as offsets into the document. What of the text stands in an
// element is told by its `data-from`; numbers of claims between the words have none and are no words.

/** Words of a text, and single signs between them, in order. */
export function wordSpans(text: string): readonly SpanJson[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu)].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
  }))
}

/** The span without white space at its ends; null where nothing else is in it. */
export function trimSpan(text: string, { from, to }: SpanJson): SpanJson | null {
  const words = text.slice(from, to)
  const start = from + (words.length - words.trimStart().length)
  const end = from + words.trimEnd().length
  return start < end ? { from: start, to: end } : null
}

/** Which words a key selects, from those that are selected; null where the key means nothing here. */
export function movedSelection(
  words: readonly SpanJson[],
  { anchor, head }: { readonly anchor: number; readonly head: number },
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
): { readonly anchor: number; readonly head: number } | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    Home: -words.length,
    End: words.length,
  }
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined
  if (step === undefined || words.length === 0) return null
  const next = Math.max(0, Math.min(words.length - 1, head + step))
  return { anchor: shiftKey ? Math.max(0, anchor) : next, head: next }
}

/** The span that is selected inside an element, or null where nothing of it is, or only white space. */
export function selectedSpan(root: HTMLElement, text: string): SpanJson | null {
  const selection = root.ownerDocument.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.commonAncestorContainer)) return null
  let from: number | null = null
  let to: number | null = null
  for (const element of root.querySelectorAll<HTMLElement>('[data-from]')) {
    const node = element.firstChild
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue
    const begin = Number(element.dataset['from'])
    const start = range.startContainer === node ? range.startOffset : 0
    const end = range.endContainer === node ? range.endOffset : node.length
    if (start >= end) continue
    from ??= begin + start
    to = begin + end
  }
  return from === null || to === null ? null : trimSpan(text, { from, to })
}

/** Selects a span of the text as a person would with the mouse, and brings it into view. */
export function selectSpan(root: HTMLElement, { from, to }: SpanJson): void {
  const selection = root.ownerDocument.getSelection()
  const range = root.ownerDocument.createRange()
  let begun = false
  for (const element of root.querySelectorAll<HTMLElement>('[data-from]')) {
    const node = element.firstChild
    if (!(node instanceof Text)) continue
    const start = Number(element.dataset['from'])
    if (!begun && from >= start && from < start + node.length) {
      range.setStart(node, from - start)
      begun = true
      element.scrollIntoView({ block: 'nearest' })
    }
    if (begun && to <= start + node.length) {
      range.setEnd(node, Math.max(0, to - start))
      selection?.removeAllRanges()
      selection?.addRange(range)
      return
    }
  }
}
