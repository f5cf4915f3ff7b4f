import { type DocumentId, documentId } from './ids.ts'
import type { When } from './when.ts'

/** One article, frozen: every offset of a reading counts into `text`. */
export interface Document {
  /** From the caller where given, else a prefix and a content hash. */
  readonly id: DocumentId
  readonly text: string
  readonly title: string | null
  /** Who stands behind the text: as given, else the agency a credit or dateline names, else the publisher found. */
  readonly outlet: string | null
  /** The site or paper that printed an agency's text, where that is another than `outlet`. */
  readonly carrier: string | null
  /** The agency that a dateline or a credit names behind `outlet`, as signed; null where there is none other than it. */
  readonly agency: string | null
  readonly published: Published | null
  readonly url: string | null
  /** BCP 47, for instance "en". */
  readonly language: string
}

/** An English document of which nothing is known but its text: for words and trees, not for a record. All have one id. */
export function plainDocument(text: string): Document {
  return {
    id: documentId('doc:plain'),
    text,
    title: null,
    outlet: null,
    carrier: null,
    agency: null,
    published: null,
    url: null,
    language: 'en',
  }
}

/** The publication date as written (ISO 8601 date or date-time) and the day it means. */
export interface Published {
  readonly text: string
  readonly when: When
}
