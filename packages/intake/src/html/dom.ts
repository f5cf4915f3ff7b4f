import { parseHTML } from 'linkedom'

// The few members of the DOM that are used: the pure ring has no DOM types, and linkedom has no complete DOM.

export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  textContent: string | null
  readonly childNodes: Iterable<DomNode>
  readonly parentNode: DomNode | null
}

export interface DomElement extends DomNode {
  readonly localName: string
  readonly className: string
  readonly id: string
  getAttribute(name: string): string | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  closest(selector: string): DomElement | null
  remove(): void
  prepend(text: string): void
  append(node: string | DomElement): void
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null
  readonly body: DomElement | null
  createElement(name: string): DomElement
}

/** Parses a page. Never throws on markup; a page without elements gets empty ones, which Readability expects. */
export function parsePage(html: string): DomDocument {
  const whole = /<(?:html|body)[\s>]/i.test(html.slice(0, 200_000))
    ? html
    : `<!doctype html><html><body>${html}</body></html>`
  // linkedom's document has the members named above; its own types need the DOM library.
  return (parseHTML(whole) as unknown as { readonly document: DomDocument }).document
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1
}

/** An attribute of a page of any age: the parser keeps NAME="date" in capitals. */
export function attributeOf(element: DomElement, name: string): string | null {
  return element.getAttribute(name) ?? element.getAttribute(name.toUpperCase())
}

/** Text with its white space made single blanks: also no-break and zero-width ones, which pages use for layout. */
export function plainText(text: string | null): string {
  return (text ?? '')
    .replace(/[\u200B\uFEFF\u00AD]/g, '')
    .replace(/[\s\u00A0\u2000-\u200A\u202F\u3000]+/g, ' ')
    .trim()
}
