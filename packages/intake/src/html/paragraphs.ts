import { type DomElement, type DomNode, isElement, plainText } from './dom.ts'

/** Elements whose text is never that of the article. */
const SKIPPED = new Set(
  'script style noscript template nav aside footer form button select input textarea svg math iframe object embed video audio canvas figcaption figure picture dialog menu head title'.split(
    ' ',
  ),
)
/** Elements that start a block of their own. */
const BLOCKS = new Set(
  'p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table tr td th tbody thead hr address center details summary body html fieldset'.split(
    ' ',
  ),
)
// Names that sites give to boxes around and inside an article. Whole words of class and id only.
const BOXES =
  /(?:^|[\s_-])(?:related|recommended|recirc|promo|promoted|newsletter|subscribe|subscription|signup|share|sharing|social|caption|credit|advert|advertisement|ad|ads|sponsored|breadcrumb|breadcrumbs|comments|paywall|cookie|consent|read-?more|readmore|see-?also|more-?on|tags|taglist|toolbar|sidebar|inline-?gallery|gallery|image|photo|visually-?hidden|sr-only|screen-reader-text|print-only|byline|author-bio|timestamp|meta|posted-on|dateline-meta)(?:$|[\s_-])/i

/** One block of text of a page, and the box it stands in. */
export interface Block {
  readonly text: string
  /** The nearest article, main or body element: blocks of one article share it. */
  readonly box: DomElement | null
  readonly heading: boolean
  /** Share of its characters that are inside links, 0 to 1. */
  readonly linked: number
}

/**
 * The blocks of text below an element, in order, white space made single blanks. Navigation, boxes, captions, scripts
 * and hidden elements are left out; `boxes` 'with' leaves boxes and hidden elements in. Iterative: the depth of a page must not overflow the stack.
 */
export function blocksOf(root: DomElement, boxes: 'without' | 'with' = 'without'): readonly Block[] {
  const blocks: Block[] = []
  let text = ''
  let linked = 0
  let links = 0
  let heading = false
  // True behind a break, until text follows.
  let broken = false
  let inBlock: DomElement | null = root
  type Step = { readonly node: DomNode; readonly leave: boolean }
  const stack: Step[] = [{ node: root, leave: false }]
  while (stack.length > 0) {
    const { node, leave } = stack.pop()!
    if (node.nodeType === 3) {
      const piece = node.textContent ?? ''
      text += piece
      if (broken && piece.trim() !== '') broken = false
      if (links > 0) linked += plainText(piece).length
      continue
    }
    if (!isElement(node)) continue
    const name = node.localName
    if (leave) {
      if (name === 'a') links--
      if (BLOCKS.has(name)) flush()
      continue
    }
    if (name === 'br') {
      // Two breaks part paragraphs on older pages; one is a break inside a paragraph.
      if (broken) flush()
      else text += '\n'
      broken = true
      continue
    }
    if ((SKIPPED.has(name) && !holdsPost(node)) || (boxes === 'without' && node !== root && isBox(node))) {
      text += ' '
      continue
    }
    if (BLOCKS.has(name)) {
      flush()
      inBlock = node
      heading = /^h[1-6]$/.test(name)
    }
    if (name === 'a') links++
    stack.push({ node, leave: true })
    const children = [...node.childNodes]
    for (let i = children.length - 1; i >= 0; i--) stack.push({ node: children[i]!, leave: false })
  }
  flush()
  return blocks

  function flush(): void {
    const plain = text
      .split('\n')
      .map(plainText)
      .filter((line) => line !== '')
      .join(' ')
    if (plain !== '') {
      const box = inBlock?.closest('article, [itemprop="articleBody"], main') ?? null
      blocks.push({ text: plain, box, heading, linked: linked / Math.max(1, plain.length) })
    }
    text = ''
    linked = 0
    heading = false
    broken = false
  }
}

/** A figure around an embedded post, as content systems set it; one around a sentence shown twice is none. */
function holdsPost(element: DomElement): boolean {
  if (element.localName !== 'figure' || /pull-?quote/i.test(element.getAttribute('class') ?? '')) return false
  return element.querySelector('blockquote') !== null
}

function isBox(element: DomElement): boolean {
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true
  const style = element.getAttribute('style') ?? ''
  if (/display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?![.\d])/i.test(style)) return true
  const role = element.getAttribute('role') ?? ''
  if (/^(?:navigation|complementary|banner|contentinfo|search|dialog)$/.test(role)) return true
  const { localName } = element
  if (localName === 'article' || localName === 'main' || localName === 'body') return false
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
  return BOXES.test(names)
}
