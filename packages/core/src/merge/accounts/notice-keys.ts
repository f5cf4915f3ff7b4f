import type { Document, Notice } from '../../model/index.ts'
import { foldName } from '../fold-name.ts'
import { type Lexicon, outletKeyOf } from '../lexicon.ts'
import type { NoticeFound } from './find-notices.ts'

/** What a document goes by for a notice about it: its outlet's headline, and the agency's number of the item. */
export interface NamedDocument extends Pick<Document, 'outlet' | 'title'> {
  /** The agency's own id of the item, the same in all its versions; null where there is none. */
  readonly item: string | null
}

/** Keys by which a notice of the same outlet finds a document; none for a document of no outlet. */
export function documentKeys({ outlet, title, item }: NamedDocument, lexicon: Lexicon): readonly string[] {
  if (outlet === null) return []
  const own = outletKeyOf(lexicon, outlet)
  const words = title === null ? '' : foldName(title)
  return [...(words === '' ? [] : [`title ${own}: ${words}`]), ...(item === null ? [] : [`item ${own}: ${item}`])]
}

/**
 * Keys of the documents that a notice means: the item of which it is a later version, a headline that it repeats behind the
 * word for a notice ("KILL: Norland frees nine"), or one that it names ("headlined ...", or in quotation marks). None where it
 * names none: then the story tells.
 */
export function meantKeys(notice: NoticeFound, carrier: NamedDocument, lexicon: Lexicon): readonly string[] {
  const outlet = notice.by ?? carrier.outlet
  if (outlet === null) return []
  const own = outletKeyOf(lexicon, outlet)
  const titles = new Set<string>()
  if (notice.by === null && carrier.title !== null) {
    const rest = carrier.title.replace(HEAD, '')
    if (rest !== carrier.title) titles.add(foldName(rest))
  }
  for (const match of notice.words.matchAll(NAMED)) titles.add(foldName(match[1] ?? match[2] ?? ''))
  titles.delete('')
  const isVersion = notice.kind === 'withdrawal' && notice.by === null && carrier.item !== null
  return [
    ...[...titles].map((title) => `title ${own}: ${title}`),
    ...(isVersion ? [`item ${own}: ${carrier.item}`] : []),
  ]
}

const HEAD =
  /^\W*(?:mandatory |bulletin )?(?:kill|withdrawal|withdrawn|retraction|retracted|correction|corrected)\b\s*[:.–—-]+\s*/i
const NAMED =
  /\b(?:headlined|entitled|titled|slugged)\s+[“"‘']?([^”"\n.]+?)[”"’']?(?=[.,;\n]|$|\s+(?:has|have|was|is|were|should)\b)|[“"]([^”"\n]{12,})[”"]/g

/** A notice that stands in one document and is about another, or about its own. */
export function bindNotice(
  { kind, words, old, new: now, by }: NoticeFound,
  { id, outlet, published }: Pick<Document, 'id' | 'outlet' | 'published'>,
  of: Document['id'] | null,
): Notice {
  return { kind, words, old, new: now, by, document: id, outlet, published: published?.when ?? null, of }
}
