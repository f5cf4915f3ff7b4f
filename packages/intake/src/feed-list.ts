import { decodeXml, rootOf, withoutDoctype } from './containers/xml.ts'
import { intakeError } from './errors.ts'
import { MAX_FEED_BYTES } from './limits.ts'
import { resolveUrl } from './urls.ts'

/** One feed of a list. */
export interface ListedFeed {
  /** Absolute http or https address. */
  readonly url: string
  readonly title: string | null
}

export interface FeedList {
  /** In the order of the list, each address once. */
  readonly feeds: readonly ListedFeed[]
  /** Addresses that are none, as written. */
  readonly refused: readonly string[]
}

/**
 * Reads a list of feeds: OPML (folders of it are opened), or plain text with one address a line, where empty lines and
 * lines that start with # are left out. Throws `intake/too-big`, `intake/bad-feed` and `intake/unknown-charset`.
 */
export async function readFeedList(
  bytes: Uint8Array,
  options: { readonly name: string; readonly mediaType?: string | null },
): Promise<FeedList> {
  const { name, mediaType = null } = options
  if (bytes.length > MAX_FEED_BYTES) {
    const details = {
      name,
      bytes: bytes.length,
      kind: 'a list of feeds',
      limit: MAX_FEED_BYTES,
      constant: 'MAX_FEED_BYTES',
    }
    throw intakeError('intake/too-big', details)
  }
  const text = withoutDoctype(decodeXml(bytes, name, mediaType).text.trimStart())
  const written = text.startsWith('<') ? await outlinesOf(text, name) : linesOf(text)
  const feeds = new Map<string, ListedFeed>()
  const refused: string[] = []
  for (const { url: address, title } of written) {
    const url = resolveUrl(address, null)
    if (url === null) refused.push(address)
    else if (!feeds.has(url)) feeds.set(url, { url, title })
  }
  return { feeds: [...feeds.values()], refused }
}

function linesOf(text: string): readonly ListedFeed[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((url) => ({ url, title: null }))
}

interface Outline {
  readonly text?: string
  readonly title?: string
  readonly xmlUrl?: string
  readonly outlines?: readonly Outline[]
}

async function outlinesOf(text: string, name: string): Promise<readonly ListedFeed[]> {
  const root = rootOf(text)
  if (root.name.toLowerCase() !== 'opml') {
    throw intakeError('intake/bad-feed', {
      name,
      why: `it should be a list of feeds (OPML), and its root element is "${root.name}"`,
    })
  }
  const { parseOpml } = await import('feedsmith')
  const found: ListedFeed[] = []
  const open: Outline[] = [...bodyOf(parseOpml, text, name)].reverse()
  for (let outline = open.pop(); outline; outline = open.pop()) {
    const title = (outline.title ?? outline.text ?? '').trim()
    if (outline.xmlUrl !== undefined) found.push({ url: outline.xmlUrl, title: title === '' ? null : title })
    for (const inner of [...(outline.outlines ?? [])].reverse()) open.push(inner)
  }
  return found
}

type ParseOpml = (text: string) => { readonly body?: { readonly outlines?: readonly Outline[] } }

function bodyOf(parse: ParseOpml, text: string, name: string): readonly Outline[] {
  try {
    return parse(text).body?.outlines ?? []
  } catch (error) {
    throw intakeError('intake/bad-feed', { name, why: error instanceof Error ? error.message : String(error) })
  }
}
