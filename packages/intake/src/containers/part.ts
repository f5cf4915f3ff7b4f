import type { BackchannelError, Diagnostic } from '@backchannel/core'
import type { Given } from '../create-document.ts'
import type { DocumentSource } from '../document-source.ts'

/** What a part of a container was. A `file` is the input itself or an entry of an archive. */
export type PartKind = 'file' | 'batch-line' | 'feed-entry' | 'capture' | 'news-item'

/** What the container says of a part; null where it says nothing. A page's own metadata win over it. */
export interface PartHints {
  readonly title: string | null
  /** The feed's title, the provider of an agency's item. */
  readonly outlet: string | null
  readonly authors: readonly string[]
  /** ISO 8601; null where there is none or it is no date. */
  readonly published: string | null
  /** As written, also where it is no date. */
  readonly publishedRaw: string | null
  /** When it was last changed, ISO 8601. */
  readonly modified: string | null
  /** Absolute http or https address. */
  readonly url: string | null
  /** The container's own id: `id` of a batch line, guid of an entry, record id of a capture, guid of a news item. */
  readonly id: string | null
  /** When the bytes were fetched, ISO 8601, where the container knows it (WARC); otherwise the caller does. */
  readonly found: string | null
}

export const NO_HINTS: PartHints = {
  title: null,
  outlet: null,
  authors: [],
  published: null,
  publishedRaw: null,
  modified: null,
  url: null,
  id: null,
  found: null,
}

/** One document of a container, not yet read. */
export interface Part {
  readonly kind: PartKind
  /**
   * What follows the origin of the container: "" for an input that is one document, "!/inner/path" for a file in an
   * archive, "#id" for an entry, line, item or record; joined where containers are nested. Unique within the container.
   */
  readonly origin: string
  /** For messages and for the ending: the path in the archive, or the container's name and the part's. */
  readonly name: string
  /** With parameters, as told; null where not. */
  readonly mediaType: string | null
  /** Bytes of a file or a capture, or the text itself where it needs no reading. */
  readonly body: PartBody
  readonly hints: PartHints
  /** True where a feed gives only the beginning or a summary: the article stands at `hints.url`. */
  readonly summary: boolean
  /** True for a notice that an agency withdraws the item (pubStatus "canceled" or "withheld"). */
  readonly withdrawn: boolean
  /** What is doubtful about the part: a date that is none, a summary, a changed entry. */
  readonly diagnostics: readonly Diagnostic[]
}

export type PartBody =
  /** `fragment` is markup of the article alone, without the page around it. */
  { readonly bytes: Uint8Array; readonly fragment: boolean } | { readonly text: string }

/** A part, or what is wrong with one; the rest of the container goes on. */
export type Opened =
  | { readonly ok: true; readonly part: Part }
  | { readonly ok: false; readonly origin: string; readonly name: string; readonly error: BackchannelError }

/** A part with what is not told filled in. */
export function partOf(
  part: Pick<Part, 'kind' | 'origin' | 'name' | 'body'> &
    Partial<Omit<Part, 'hints'>> & { readonly hints?: Partial<PartHints> },
): Opened {
  const hints = { ...NO_HINTS, ...part.hints }
  return {
    ok: true,
    part: { mediaType: null, summary: false, withdrawn: false, diagnostics: [], ...part, hints },
  }
}

/**
 * The part as `openSource` and a reader pool take it. Ids of batch lines become ids of documents, as the contract wants;
 * other ids do not: one entry may come again with another text. `given` wins over everything.
 */
export function sourceOfPart(part: Part, given: Given = {}): DocumentSource {
  const { hints } = part
  const told: { -readonly [Key in keyof Given]: string } = {}
  if (hints.title !== null) told.title = hints.title
  if (hints.outlet !== null) told.outlet = hints.outlet
  if (hints.published !== null) told.published = hints.published
  if (hints.url !== null) told.url = hints.url
  const own = part.kind === 'batch-line' ? { ...told, ...(hints.id === null ? {} : { id: hints.id }), ...given } : given
  const common = {
    ...own,
    name: part.name,
    ...(part.kind === 'batch-line' ? {} : { hints: told }),
    ...(part.diagnostics.length > 0 ? { diagnostics: part.diagnostics } : {}),
  }
  if ('text' in part.body) return { ...common, text: part.body.text }
  return {
    ...common,
    bytes: part.body.bytes,
    ...(part.mediaType === null ? {} : { mediaType: part.mediaType }),
    ...(part.body.fragment ? { fragment: true } : {}),
  }
}

/** An id as the end of an origin: without white space and control characters, at most 300 characters of it. */
export function originOf(id: string): string {
  const plain = id.replace(/[\s\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069]+/g, ' ').trim()
  return `#${plain.slice(0, MAX_ORIGIN_ID)}`
}

/** Characters of an id that an origin keeps. */
const MAX_ORIGIN_ID = 300

/** Makes the origins of one container unique: a second "#a" becomes "#a~2". */
export function uniqueOrigins(): (origin: string) => string {
  const seen = new Map<string, number>()
  return (origin) => {
    const count = (seen.get(origin) ?? 0) + 1
    seen.set(origin, count)
    return count === 1 ? origin : `${origin}~${count}`
  }
}
