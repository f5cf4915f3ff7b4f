import { MAX_JSON_LD_DEPTH, MAX_JSON_LD_LENGTH } from '../limits.ts'
import { type DomDocument, plainText } from './dom.ts'
import { decodeEntities } from './entities.ts'

/** An article as the structured data of its page describe it; null and empty where they do not. */
export interface Article {
  readonly headline: string | null
  readonly publisher: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly url: string | null
  readonly body: string
  /** True for a page to which entries are added while things happen. */
  readonly live: boolean
}

// schema.org's Article and its subtypes, as news sites use them.
const ARTICLE_TYPES =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*NewsArticle|Article|Report|LiveBlogPosting|BlogPosting|SocialMediaPosting|AdvertiserContentArticle)$/

type Json = Readonly<Record<string, unknown>>

/** All articles in the JSON-LD blocks of a page, in order; blocks that are no JSON are passed over. */
export function findArticles(page: DomDocument): readonly Article[] {
  const articles: Article[] = []
  let length = 0
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? ''
    length += text.length
    if (length > MAX_JSON_LD_LENGTH) break
    collect(parseLoosely(text), articles, 0)
  }
  return articles
}

/** JSON as sites write it: in a comment or CDATA, with raw line breaks inside texts. Undefined for anything worse. */
function parseLoosely(text: string): unknown {
  const plain = text
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)$/, '')
    .replace(/;\s*$/, '')
  for (const form of [plain, plain.replace(/[\u0000-\u001F]+/g, ' ')]) {
    try {
      return JSON.parse(form)
    } catch {
      // The next form may do; the page is read without its structured data otherwise.
    }
  }
  return undefined
}

function collect(value: unknown, articles: Article[], depth: number): void {
  if (depth > MAX_JSON_LD_DEPTH) return
  if (Array.isArray(value)) {
    for (const entry of value) collect(entry, articles, depth + 1)
    return
  }
  if (!isJson(value)) return
  const types = listOf(value['@type'])
  if (types.some((type) => typeof type === 'string' && ARTICLE_TYPES.test(type))) articles.push(articleOf(value, types))
  else
    for (const field of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'])
      collect(value[field], articles, depth + 1)
}

function articleOf(value: Json, types: readonly unknown[]): Article {
  const main = value['mainEntityOfPage']
  const [body] = listOf(value['articleBody'])
  return {
    headline: textOf(value['headline']) || textOf(value['name']) || null,
    publisher: nameOf(value['publisher']) || nameOf(value['sourceOrganization']) || null,
    authors: [...listOf(value['author']), ...listOf(value['creator'])].map(nameOf).filter((name) => name !== ''),
    published: textOf(value['datePublished']) || textOf(value['dateCreated']) || null,
    modified: textOf(value['dateModified']) || null,
    url: textOf(value['url']) || textOf(main) || (isJson(main) ? textOf(main['@id']) : '') || null,
    live: types.some((type) => String(type).endsWith('LiveBlogPosting')),
    // Not plain text yet: its line breaks may be all that tells its paragraphs.
    body: typeof body === 'string' ? decodeEntities(body) : '',
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}

function textOf(value: unknown): string {
  const [first] = listOf(value)
  return typeof first === 'string' ? plainText(decodeEntities(first)) : ''
}

function nameOf(value: unknown): string {
  const [first] = listOf(value)
  return isJson(first) ? textOf(first['name']) : textOf(first)
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
