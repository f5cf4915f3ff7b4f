import { contentHash, type Diagnostic, type Document, documentId, type Published } from '@backchannel/core'
import { findAgency, findBacker, isSameOutlet } from './credits.ts'
import { intakeError } from './errors.ts'
import { findLanguage } from './language.ts'
import { maybePublished, parsePublished } from './published.ts'

/** What the caller knows better than the input: it wins over what is found there. */
export interface Given {
  readonly id?: string
  readonly title?: string
  readonly outlet?: string
  /** ISO 8601 date or date-time; see `parsePublished`. */
  readonly published?: string
  readonly url?: string
}

/** What an extractor found beside the text; null where nothing. */
export interface Found {
  readonly title: string | null
  /** The site or paper that printed it. */
  readonly publisher: string | null
  /** An agency named as the author or in the text. */
  readonly agency: string | null
  readonly published: Published | null
  readonly url: string | null
}

export const NOTHING_FOUND: Found = { title: null, publisher: null, agency: null, published: null, url: null }

/** What a page says of itself that has no place in a document. */
export interface About {
  readonly authors: readonly string[]
  readonly modified: Published | null
}

export const NOTHING_ABOUT: About = { authors: [], modified: null }

/** What a container says of a document (feed, archive, agency item), in the shape of what is found in it. */
export function foundOf(hints: Given = {}): Found {
  return {
    title: hints.title ?? null,
    publisher: hints.outlet ?? null,
    agency: null,
    published: hints.published === undefined ? null : maybePublished(hints.published),
    url: hints.url ?? null,
  }
}

/**
 * Puts a document together from its frozen text and what is known of it. The id is `doc:` and the content hash of the
 * text unless one is given. Throws `intake/bad-published` and `intake/bad-url` for given values only.
 */
export async function createDocument(
  text: string,
  given: Given,
  found: Found = NOTHING_FOUND,
): Promise<{ readonly document: Document; readonly diagnostics: readonly Diagnostic[] }> {
  const published = given.published === undefined ? found.published : parsePublished(given.published)
  if (given.url !== undefined && !/^https?:\/\/[^\s/]+/i.test(given.url)) {
    throw intakeError('intake/bad-url', { value: JSON.stringify(given.url.slice(0, 100)) })
  }
  const agency = found.agency ?? findAgency(text)
  const outlet = given.outlet ?? agency ?? found.publisher
  const printed = found.publisher ?? null
  const carrier = printed !== null && outlet !== null && !isSameOutlet(printed, outlet) ? printed : null
  const backer = outlet === null ? null : findBacker(text, outlet)
  const language = await findLanguage(text)
  const document: Document = {
    id: documentId(given.id ?? `doc:${contentHash(text)}`),
    text,
    title: given.title ?? found.title,
    outlet,
    carrier,
    agency: backer,
    published,
    url: given.url ?? found.url,
    language: language.code,
  }
  return { document, diagnostics: [...mixedScripts(outlet), ...language.diagnostics] }
}

/** A name that mixes alphabets within a word looks like one outlet and is another. */
function mixedScripts(outlet: string | null): readonly Diagnostic[] {
  const words = outlet?.split(/[\s.-]+/) ?? []
  const mixed = words.find(
    (word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word),
  )
  if (mixed === undefined) return []
  const message = `the outlet's name mixes alphabets in "${mixed.slice(0, 60)}": it may not be the outlet that it looks like`
  return [{ code: 'intake/mixed-scripts', severity: 'warning', message, span: null, stage: 'intake' }]
}
