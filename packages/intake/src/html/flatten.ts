import { intakeError } from '../errors.ts'
import { MAX_DEPTH, MAX_ELEMENTS, MAX_REFERENCES } from '../limits.ts'

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Elements whose end tag may be left out: one closes the one before it. */
const SELF_CLOSING = new Set('p li dt dd option optgroup tr td th thead tbody tfoot colgroup rt rp'.split(' '))
/** Elements whose content is no markup. */
const RAW = new Set('script style textarea title noscript xmp iframe noembed noframes'.split(' '))

export interface Flattened {
  readonly html: string
  readonly elements: number
  /** The deepest nesting seen. */
  readonly depth: number
}

/**
 * Counts the elements and the nesting of a page before it is parsed, in one pass over its characters, because a parser
 * that meets 50,000 nested elements may overflow the stack. Tags nested deeper than `MAX_DEPTH` are left out, their
 * text stays. Throws `intake/too-many-elements`.
 */
export function flattenPage(html: string, name: string): Flattened {
  checkReferences(html, name)
  const stack: string[] = []
  // How many kept and left-out elements of each name are open: an end tag must not search a deep stack in vain.
  const open = new Map<string, number>()
  let elements = 0
  let depth = 0
  let kept = 0
  const parts: string[] = []
  let at = 0
  while (at < html.length) {
    const tag = nextTag(html, at)
    if (!tag) break
    at = tag.end
    if (tag.name === '') continue
    if (tag.closes) {
      if ((open.get(tag.name) ?? 0) === 0) continue
      let deep = false
      for (;;) {
        deep = stack.length > MAX_DEPTH
        const top = stack.pop()
        if (top === undefined) break
        open.set(top, (open.get(top) ?? 1) - 1)
        if (top === tag.name) break
      }
      if (deep) cut(tag.start, tag.end)
      continue
    }
    elements++
    if (elements > MAX_ELEMENTS) {
      throw intakeError('intake/too-many-elements', {
        name,
        limit: MAX_ELEMENTS,
        what: 'elements',
        constant: 'MAX_ELEMENTS',
      })
    }
    if (RAW.has(tag.name)) {
      at = rawEnd(html, tag.name, tag.end)
      continue
    }
    if (VOID.has(tag.name) || tag.empty) continue
    if (SELF_CLOSING.has(tag.name) && stack.at(-1) === tag.name) {
      stack.pop()
      open.set(tag.name, (open.get(tag.name) ?? 1) - 1)
    }
    stack.push(tag.name)
    open.set(tag.name, (open.get(tag.name) ?? 0) + 1)
    if (stack.length > depth) depth = stack.length
    if (stack.length > MAX_DEPTH) cut(tag.start, tag.end)
  }
  if (parts.length === 0) return { html, elements, depth }
  parts.push(html.slice(kept))
  return { html: parts.join(' '), elements, depth }

  function cut(from: number, to: number): void {
    if (from > kept || parts.length === 0) parts.push(html.slice(kept, from))
    kept = to
  }
}

function checkReferences(html: string, name: string): void {
  let count = 0
  for (let at = 0; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (code === 0x26) count++
    else if (code === 0x3c) {
      const next = html.charCodeAt(at + 1) | 0x20
      if ((next < 0x61 || next > 0x7a) && next !== 0x2f && next !== 0x21 && next !== 0x3f) count++
    }
  }
  if (count <= MAX_REFERENCES) return
  const what = 'character references and stray "<"'
  throw intakeError('intake/too-many-elements', { name, limit: MAX_REFERENCES, what, constant: 'MAX_REFERENCES' })
}

interface Tag {
  readonly name: string
  readonly closes: boolean
  /** True for `<x/>`. */
  readonly empty: boolean
  readonly start: number
  readonly end: number
}

/** The next tag, comment or declaration at or behind `from`; the latter two have no name. Null where none follows. */
function nextTag(html: string, from: number): Tag | null {
  for (let start = html.indexOf('<', from); start >= 0; start = html.indexOf('<', start + 1)) {
    const code = html.charCodeAt(start + 1)
    if (code === 0x21 || code === 0x3f) {
      const comment = html.startsWith('<!--', start)
      const close = comment ? html.indexOf('-->', start + 4) : html.indexOf('>', start)
      const end = close < 0 ? html.length : close + (comment ? 3 : 1)
      return { name: '', closes: false, empty: false, start, end }
    }
    const closes = code === 0x2f
    const first = html.charCodeAt(start + (closes ? 2 : 1)) | 0x20
    if (first < 0x61 || first > 0x7a) continue
    return readTag(html, start, closes)
  }
  return null
}

function readTag(html: string, start: number, closes: boolean): Tag {
  let at = start + (closes ? 2 : 1)
  const nameStart = at
  while (at < html.length && !/[\s/>]/.test(html[at]!)) at++
  const name = html.slice(nameStart, Math.min(at, nameStart + 40)).toLowerCase()
  let quote = ''
  for (; at < html.length; at++) {
    const char = html[at]!
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if ((char === '"' || char === "'") && html[at - 1] === '=') quote = char
    else if (char === '>') break
  }
  return { name, closes, empty: html[at - 1] === '/', start, end: Math.min(at + 1, html.length) }
}

/** Where the end tag of a raw element starts; the end of the page where it has none. */
function rawEnd(html: string, name: string, from: number): number {
  let at = html.indexOf('</', from)
  while (at >= 0) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
    at = html.indexOf('</', at + 2)
  }
  return html.length
}
