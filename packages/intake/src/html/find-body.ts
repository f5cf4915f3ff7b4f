import type { Diagnostic } from '@backchannel/core'
import { Readability } from '@mozilla/readability'
import { type DomDocument, type DomElement, plainText } from './dom.ts'
import { type Block, blocksOf } from './paragraphs.ts'

/** The article's paragraphs and headings, in order. */
export interface Body {
  readonly paragraphs: readonly string[]
  /** The title that Readability found; null where it found no article. */
  readonly title: string | null
  readonly diagnostics: readonly Diagnostic[]
}

/** A block shorter than this is rarely a paragraph that an extractor dropped by mistake. */
const SHORTEST_RESTORED = 40
/** A block of links is a list of other articles. */
const MOST_LINKED = 0.5
/** Where more than this share of the chosen text stands in boxes, the page's names do not mean what they say. */
const MOST_BOXED = 0.5
/** How a link to another article in the middle of one begins; only blocks of links are asked. */
const INVITATION =
  /^(?:(?:also )?read (?:more|also|next|the full)|see also|also read|related|more on|watch|listen|don['’]t miss|opinion|analysis|explainer)\b/i
/** Articles of a page with fewer paragraphs than this are teasers. */
const FEWEST_PARAGRAPHS = 3

/**
 * Finds the text of the main article of a page: Readability's choice, with the paragraphs put back that it drops
 * (mozilla/readability#776, #333 and #878) where they stand in the same article element or in the structured data.
 * Where Readability finds nothing, the page's own article element is read. All entries of a `live` page are read. `page`
 * is changed.
 */
export function findBody(page: DomDocument, articleBody: string, title: string | null, live: boolean): Body {
  const root = page.body ?? page.documentElement
  const all = root ? blocksOf(root) : []
  const known = new Set(all.map((block) => block.text))
  const boxed = new Set(
    (root ? blocksOf(root, 'with') : []).map((block) => block.text).filter((text) => !known.has(text)),
  )
  const articles = severalArticles(page)
  const found = readable(page)
  const chosen = found ? outsideBoxes(blocksOf(found.content), boxed, articleBody) : []
  const restored = chosen.length > 0 ? restore(chosen, all, articleBody) : fallback(all)
  const entries = live ? all.filter((block) => block.box !== null && articles.includes(block.box)) : []
  const single = articles.length > 1 ? ofMainArticle(restored, all, articles, title) : restored
  const main = entries.length > 0 ? entries.map((block) => block.text) : single
  const paragraphs = withoutInvitations(main, all)
  const structured = plainText(articleBody)
  const length = paragraphs.join(' ').length
  // Text that only the structured data hold: the page shows a wall, or a script builds it.
  const whole = structured.length > 2 * length && structured.length > 400 ? splitStructured(articleBody) : paragraphs
  return {
    paragraphs: withoutTitle(whole, title ?? found?.title ?? null),
    title: found?.title ?? null,
    diagnostics: live ? [LIVE] : severalDiagnostics(articles.length),
  }
}

interface Readable {
  readonly title: string
  readonly content: DomElement
}

function readable(page: DomDocument): Readable | null {
  // The library wants the DOM's own Document type, which the pure ring does not have; `serializer` keeps the element.
  const reader = new (
    Readability as unknown as new (
      page: DomDocument,
      options: object,
    ) => { parse(): Readable | null }
  )(page, {
    serializer: (element: DomElement) => element,
    charThreshold: 200,
  })
  // Broken pages make it throw inside; the page is then read without it.
  try {
    return reader.parse()
  } catch {
    return null
  }
}

/** Readability cannot name the box that a block stands in: its choice is compared with the blocks of boxes. */
function outsideBoxes(chosen: readonly Block[], boxed: ReadonlySet<string>, articleBody: string): readonly string[] {
  const structured = plainText(articleBody)
  const inside = (block: Block): boolean => boxed.has(block.text) && !structured.includes(block.text)
  const length = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.text.length, 0)
  const share = length(chosen.filter(inside)) / Math.max(1, length(chosen))
  return chosen.filter((block) => share > MOST_BOXED || !inside(block)).map((block) => block.text)
}

/** Leaves out "READ MORE: another story" and bare clock times of live pages. */
function withoutInvitations(paragraphs: readonly string[], all: readonly Block[]): readonly string[] {
  const links = new Set(all.filter((block) => block.linked > MOST_LINKED).map((block) => block.text))
  return paragraphs.filter((text) => !(links.has(text) && INVITATION.test(text)) && !/^\d{1,2}[:.]\d{2}$/.test(text))
}

/** Puts dropped blocks back between and before the chosen ones. */
function restore(chosen: readonly string[], all: readonly Block[], articleBody: string): readonly string[] {
  const structured = plainText(articleBody)
  const place = new Map(all.map((block, index) => [block.text, index]))
  const places = chosen.map((text) => place.get(text) ?? -1).filter((index) => index >= 0)
  const [first] = places
  const last = places.at(-1)
  if (first === undefined || last === undefined) return chosen
  const taken = new Set(places)
  const box = all[first]?.box ?? null
  const belongs = (block: Block): boolean => {
    if (block.text.length < SHORTEST_RESTORED || block.linked > MOST_LINKED || block.heading) {
      return block.text.length >= SHORTEST_RESTORED && structured.includes(block.text)
    }
    if (structured.length > 400) return structured.includes(block.text)
    return box !== null && block.box === box && /[.!?…:]["”’»)]*$/.test(block.text)
  }
  const from = firstInBox(all, first, belongs)
  const result: string[] = []
  const extra = new Map<number, string>()
  for (let index = from; index <= last; index++) {
    const block = all[index]!
    if (!taken.has(index) && belongs(block)) extra.set(index, block.text)
  }
  let next = from
  for (const text of chosen) {
    const index = place.get(text)
    if (index !== undefined) {
      for (; next < index; next++) {
        const missing = extra.get(next)
        if (missing !== undefined) result.push(missing)
      }
      next = Math.max(next, index + 1)
    }
    result.push(text)
  }
  return result
}

/** How far before the first chosen block the article's own blocks reach. */
function firstInBox(all: readonly Block[], first: number, belongs: (block: Block) => boolean): number {
  let from = first
  for (let index = first - 1; index >= 0 && index >= first - 12; index--) {
    const block = all[index]!
    if (block.box !== all[first]?.box) break
    if (belongs(block)) from = index
  }
  return from
}

/** Without Readability: the blocks of the box with most text, or all of the page. */
function fallback(all: readonly Block[]): readonly string[] {
  const lengths = new Map<DomElement | null, number>()
  for (const block of all) lengths.set(block.box, (lengths.get(block.box) ?? 0) + block.text.length)
  const [best] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? [null]
  return all.filter((block) => block.box === best && block.linked <= MOST_LINKED).map((block) => block.text)
}

/** Paragraphs of a text that structured data give in one piece: its own line breaks, else none. */
function splitStructured(body: string): readonly string[] {
  return body
    .split(/\n+/)
    .map(plainText)
    .filter((text) => text !== '')
}

/** The title is a field of the document; the text does not repeat it. */
function withoutTitle(paragraphs: readonly string[], title: string | null): readonly string[] {
  return title !== null && paragraphs[0] === title ? paragraphs.slice(1) : paragraphs
}

/** The articles of a page that hold no others and are longer than a teaser. */
function severalArticles(page: DomDocument): readonly DomElement[] {
  return [...page.querySelectorAll('article')].filter((article) => {
    if (article.querySelector('article')) return false
    const paragraphs = [...article.querySelectorAll('p')]
    const long = paragraphs.filter((paragraph) => plainText(paragraph.textContent).length >= SHORTEST_RESTORED)
    return long.length >= FEWEST_PARAGRAPHS
  })
}

/** Of several articles on a page, the blocks of the one with the page's title, else of the longest; the first of equals. */
function ofMainArticle(
  paragraphs: readonly string[],
  all: readonly Block[],
  articles: readonly DomElement[],
  title: string | null,
): readonly string[] {
  const boxes = new Map(all.map((block) => [block.text, block.box]))
  let main: DomElement | null = null
  let most = -1
  for (const article of articles) {
    const blocks = all.filter((block) => block.box === article)
    const titled = title !== null && blocks.some((block) => block.heading && block.text === title)
    const length = titled ? Number.POSITIVE_INFINITY : blocks.reduce((sum, block) => sum + block.text.length, 0)
    if (length <= most) continue
    main = article
    most = length
  }
  return paragraphs.filter((text) => {
    const box = boxes.get(text) ?? null
    return box === null || box === main || !articles.includes(box)
  })
}

const LIVE: Diagnostic = {
  code: 'intake/live-page',
  severity: 'warning',
  message: 'the page is a live page: its entries are read as one text, in the order of the page',
  span: null,
  stage: 'intake',
}

function severalDiagnostics(count: number): readonly Diagnostic[] {
  if (count < 2) return []
  const message = `the page holds ${count} articles; only the main one is read`
  return [{ code: 'intake/several-articles', severity: 'warning', message, span: null, stage: 'intake' }]
}
