import { DOMParser } from 'linkedom'
import { intakeError } from '../errors.ts'
import { type DomElement, type DomNode, isElement, plainText } from '../html/dom.ts'
import { MAX_FEED_BYTES } from '../limits.ts'
import type { ContainerInput } from './container-input.ts'
import { badItem, type NewsItem, openNewsItem } from './news-item.ts'
import type { Opened } from './part.ts'
import { checkXml, decodeXml, marksOf, rootOf, withoutDoctype } from './xml.ts'

/**
 * The text items of a NewsML-G2 file (IPTC, 2.0 to 2.3x): a news item, or a message of several; pictures and packages are
 * passed over. Each item is parsed by itself, without its document type, so that a broken one costs only itself. Throws
 * `intake/too-big` and `intake/too-many-elements`.
 */
export function* openNewsMl(input: ContainerInput): Generator<Opened> {
  const { bytes, name } = input
  if (bytes.length > MAX_FEED_BYTES) {
    const details = {
      name,
      bytes: bytes.length,
      kind: 'a news message',
      limit: MAX_FEED_BYTES,
      constant: 'MAX_FEED_BYTES',
    }
    throw intakeError('intake/too-big', details)
  }
  const xml = withoutDoctype(decodeXml(bytes, name, input.mediaType).text.trimStart())
  checkXml(xml, name)
  const { prefix } = rootOf(xml)
  const { starts, ends } = marksOf(xml, prefix === '' ? 'newsItem' : `${prefix}:newsItem`)
  let next = 0
  for (const [index, start] of starts.entries()) {
    input.budget.enter()
    while ((ends[next] ?? xml.length) <= start) next++
    const end = ends[next] ?? xml.length + 1
    const last = index === starts.length - 1
    if (end > (starts[index + 1] ?? xml.length)) {
      yield badItem(input, index + 1, last ? 'the file is cut off inside it' : 'it has no end')
      continue
    }
    const root = parse(xml.slice(start, end))
    if (root === null) yield badItem(input, index + 1, 'it is no well-formed XML')
    else yield* openNewsItem(itemOf(root), input)
  }
}

function parse(xml: string): DomElement | null {
  // linkedom's own types need the DOM library; of its documents only what dom.ts names is used.
  const page = new DOMParser().parseFromString(xml, 'text/xml') as unknown as {
    readonly documentElement: DomElement | null
  }
  return page.documentElement
}

function itemOf(root: DomElement): NewsItem {
  const meta = child(root, 'itemMeta')
  const content = child(root, 'contentMeta')
  const created = textAt(content, 'contentCreated') ?? textAt(meta, 'firstCreated') ?? textAt(meta, 'versionCreated')
  const isText = !/^\w+:(?!text|composite)/.test(child(meta, 'itemClass')?.getAttribute('qcode') ?? 'ninat:text')
  return {
    guid: attribute(root, 'guid'),
    version: attribute(root, 'version'),
    headline: headlineOf(content) ?? textAt(meta, 'title'),
    provider: nameOf(child(content, 'infoSource')) ?? nameOf(child(meta, 'provider')) ?? textAt(content, 'creditline'),
    authors: authorsOf(content),
    created,
    modified: textAt(content, 'contentModified') ?? textAt(meta, 'versionCreated'),
    embargoed: textAt(meta, 'embargoed'),
    status: localOf(child(meta, 'pubStatus')?.getAttribute('qcode') ?? null)?.toLowerCase() ?? null,
    note: textAt(meta, 'edNote'),
    url: addressOf(meta),
    body: isText ? bodyOf(child(root, 'contentSet')) : null,
  }
}

function bodyOf(set: DomElement | null): NewsItem['body'] {
  const inline = child(set, 'inlineXML')
  if (inline) {
    // XHTML has a body, NITF a body.content in it; the words around are head and metadata.
    const inner = find(inline, 'body.content') ?? find(inline, 'body') ?? inline
    return { value: markupOf(inner), markup: true }
  }
  const data = child(set, 'inlineData')
  const text = data?.textContent?.trim() ?? ''
  return text === '' ? null : { value: text, markup: /html/i.test(data?.getAttribute('contenttype') ?? '') }
}

/** Markup below an element, prefixes left out, so that it is HTML. */
function markupOf(element: DomElement): string {
  // A member of linkedom's elements that dom.ts does not name.
  const { innerHTML } = element as DomElement & { readonly innerHTML: string }
  return innerHTML.replace(/<(\/?)[\w.-]+:/g, '<$1')
}

function headlineOf(content: DomElement | null): string | null {
  const all = children(content, 'headline')
  const main = all.find((one) => /\bmain$/.test(one.getAttribute('role') ?? '')) ?? all[0]
  return main ? textOf(main) : null
}

function authorsOf(content: DomElement | null): readonly string[] {
  const by = textAt(content, 'by')?.replace(/^by\s+/i, '') ?? null
  return by === null ? children(content, 'creator').flatMap((one) => nameOf(one) ?? []) : [by]
}

/** The name of a party: its name element, its literal, or the code without its scheme. */
function nameOf(party: DomElement | null): string | null {
  if (!party) return null
  return textAt(party, 'name') ?? attribute(party, 'literal') ?? localOf(attribute(party, 'qcode'))
}

function addressOf(meta: DomElement | null): string | null {
  const link = children(meta, 'link').find((one) => /canonical|permalink/i.test(one.getAttribute('rel') ?? ''))
  return link ? attribute(link, 'href') : null
}

function localOf(qcode: string | null): string | null {
  const local = qcode?.slice(qcode.indexOf(':') + 1) ?? ''
  return local === '' ? null : local
}

function attribute(element: DomElement, name: string): string | null {
  const value = element.getAttribute(name)?.trim() ?? ''
  return value === '' ? null : value
}

function textAt(parent: DomElement | null, name: string): string | null {
  const element = child(parent, name)
  return element ? textOf(element) : null
}

function textOf(element: DomElement): string | null {
  const text = plainText(element.textContent)
  return text === '' ? null : text
}

function child(parent: DomElement | null, name: string): DomElement | null {
  return children(parent, name)[0] ?? null
}

function children(parent: DomElement | null, name: string): readonly DomElement[] {
  return parent
    ? [...parent.childNodes].filter((node): node is DomElement => isElement(node) && isNamed(node, name))
    : []
}

/** The first element of a name at any depth. Iterative: depth must not overflow the stack. */
function find(root: DomElement, name: string): DomElement | null {
  const open: DomNode[] = [...root.childNodes].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue
    if (isNamed(node, name)) return node
    open.push(...[...node.childNodes].reverse())
  }
  return null
}

function isNamed(element: DomElement, name: string): boolean {
  const own = element.nodeName
  return own === name || own.slice(own.indexOf(':') + 1) === name
}
