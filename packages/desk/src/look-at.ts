import {
  BackchannelError,
  type CopyKind,
  compareTexts,
  type Document,
  type DocumentId,
  documentId,
  likelyOriginal,
  type Sketch,
  sketchKeys,
  sketchText,
  unpackSketch,
} from '@backchannel/core'
import { type Given, openContainer, openSource, type Part, type PartHints, sourceOfPart } from '@backchannel/intake'
import type { StoreReader } from '@backchannel/store'
import type { IngestInput, MissingInput, PartInput } from './ingest.ts'
import { COPY_CANDIDATES } from './limits.ts'

/** The parts of an input, each with its origin, or why there is none. */
export async function* openInput(input: IngestInput, found: string): AsyncGenerator<PartInput | MissingInput> {
  const { bytes, name, mediaType = null, url = null } = input
  for await (const opened of openContainer(bytes, { name, mediaType, url, found })) {
    if (opened.ok) yield { origin: input.origin + opened.part.origin, part: withHints(opened.part, input.hints) }
    else yield { origin: input.origin + opened.origin, error: opened.error }
  }
}

/** A page with what the entry that led to it says, where the page came with nothing. */
function withHints(part: Part, entry: PartHints | undefined): Part {
  if (entry === undefined || part.kind !== 'file') return part
  const { title, outlet, published, authors } = part.hints
  const hints: PartHints = {
    ...part.hints,
    title: title ?? entry.title,
    outlet: outlet ?? entry.outlet,
    published: published ?? entry.published,
    authors: authors.length === 0 ? entry.authors : authors,
  }
  return { ...part, hints }
}

/** A text that nothing was found in yet, and what it is told by: enough to compare it with others. */
export interface LookedText {
  readonly document: Document
  readonly sketch: Sketch
  readonly keys: readonly string[]
}

/** A document of the record that a text is like, and how. */
export interface Likeness {
  readonly document: DocumentId
  readonly outlet: string | null
  readonly title: string | null
  readonly how: CopyKind
  /** 0 to 1. */
  readonly score: number
  readonly why: string
}

/**
 * The text of a part without reading it: extracted and sketched, a hundredth of the work. Null where it cannot be
 * extracted; reading says why.
 */
export async function lookAtPart({ part }: PartInput, given: Given = {}): Promise<LookedText | null> {
  try {
    const { document } = await openSource(sourceOfPart(part, given))
    const sketch = sketchText(document.text)
    return { document, sketch, keys: sketchKeys(sketch) }
  } catch (error) {
    if (error instanceof BackchannelError) return null
    throw error
  }
}

/** Documents of the record that the text is a copy of, or that are copies of it, the likest first. Nothing is read or written. */
export async function findAlike(reader: StoreReader, text: LookedText): Promise<readonly Likeness[]> {
  const found: Likeness[] = []
  // Keys of kind "copy" lead to documents.
  const ids = (await reader.lookup('copy', text.keys, COPY_CANDIDATES)) as readonly DocumentId[]
  for (const { document: id, sketch } of await reader.sketches(ids)) {
    const stored = await reader.document(id)
    if (stored === null) continue
    const likeness = compareLooked(text, { document: stored.document, sketch: unpackSketch(sketch), keys: [] })
    const { outlet, title } = stored.document
    if (likeness) found.push({ document: id, outlet, title, ...likeness })
  }
  return found.sort((a, b) => b.score - a.score || (a.document < b.document ? -1 : 1))
}

/** How one of two texts was made from the other; null for texts of their own. */
export function compareLooked(own: LookedText, other: LookedText): Pick<Likeness, 'how' | 'score' | 'why'> | null {
  // Its id may be that of the other where the text is the same, and the two must not be taken for one.
  const mine = { document: { ...own.document, id: documentId('doc:looked-at') }, sketch: own.sketch }
  const [row] = likelyOriginal([mine, other])
  const [later, earlier] = row?.document === mine.document.id ? [mine, other] : [other, mine]
  const compared = compareTexts(later, earlier)
  return compared && { how: compared.how, score: compared.score.score, why: compared.score.because }
}
