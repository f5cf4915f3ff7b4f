import { type DomDocument, type DomElement, isElement, plainText } from './dom.ts'

/** Paragraphs of a block quotation at most: longer ones are documents that a page only sets in. */
const MAX_PARAGRAPHS = 12
/** Where more than this share of a page's paragraphs stands in block quotations, the page sets everything so. */
const MOST_QUOTED = 0.5
/** Letters of a quotation at least. */
const MIN_LENGTH = 12
/** Letters of who is quoted at most. */
const MAX_NAME = 120

const OPENS = /^["“”„«»‹›'‘]/
const SIGNED = /^(?:[―—–]|-{1,2}\s)/
/** Sentences of the article that a page shows twice, and embedded posts of which it gives no words. */
const NO_QUOTATION = /(?:^|[\s_-])(?:pull-?quote|instagram-media|tiktok-embed|callout|note|info|toc)(?:$|[\s_-])/i

/**
 * Sets quotation marks around what a page marks as a quotation by elements alone: block quotations, embedded posts and
 * `q`. Each paragraph opens, the last one closes, as newspapers print it. Who is quoted (`cite`, `footer`, a line behind a
 * dash) stays outside, in a paragraph of its own behind a dash. Nothing is done where marks are there already, and where
 * block quotations are the page's layout. `page` is changed.
 */
export function markQuotations(page: DomDocument): void {
  for (const quote of page.querySelectorAll('q')) {
    const text = plainText(quote.textContent)
    if (text === '' || OPENS.test(text)) continue
    quote.prepend('“')
    quote.append('”')
  }
  // Readability drops the names of classes: what repeats a sentence of the article must go before.
  for (const figure of page.querySelectorAll('figure'))
    if (REPEATED.test(figure.getAttribute('class') ?? '')) figure.remove()
  const quotes = [...page.querySelectorAll('blockquote')].filter((one) => isOutermost(one) && isQuotation(one))
  const inside = quotes.reduce((sum, one) => sum + [...one.querySelectorAll('p')].length, 0)
  if (inside > MOST_QUOTED * [...page.querySelectorAll('p')].length) return
  for (const quote of quotes) markBlock(page, quote)
}

const REPEATED = /(?:^|[\s_-])pull-?quote(?:$|[\s_-])/i

function isOutermost(quote: DomElement): boolean {
  const parent = quote.parentNode
  return parent === null || !isElement(parent) || parent.closest('blockquote') === null
}

function isQuotation(quote: DomElement): boolean {
  if (NO_QUOTATION.test(quote.getAttribute('class') ?? '') || quote.querySelector('h1, h2, h3, h4, ul, ol, table'))
    return false
  const text = plainText(quote.textContent)
  return text.length >= MIN_LENGTH && !OPENS.test(text) && [...quote.querySelectorAll('p')].length <= MAX_PARAGRAPHS
}

function markBlock(page: DomDocument, quote: DomElement): void {
  const names = [...quote.querySelectorAll('footer, cite')].filter((one) => isSignature(quote, one))
  const signatures = names.map((one) => plainText(one.textContent)).filter((text) => text !== '')
  for (const one of names) one.remove()
  const paragraphs = [...quote.querySelectorAll('p')].filter((one) => {
    const text = plainText(one.textContent)
    return text !== '' && !SIGNED.test(text)
  })
  const [first] = paragraphs
  const last = paragraphs.at(-1)
  if (first === undefined || last === undefined) {
    quote.prepend('“')
    quote.append('”')
  } else {
    for (const one of paragraphs) one.prepend('“')
    last.append('”')
  }
  for (const name of signatures) {
    const line = page.createElement('p')
    line.textContent = SIGNED.test(name) ? name : `— ${name}`
    quote.append(line)
  }
}

/** Who is quoted: a footer, or a `cite` that is no title of a work in the midst of the words. */
function isSignature(quote: DomElement, one: DomElement): boolean {
  const text = plainText(one.textContent)
  if (text.length > MAX_NAME) return false
  if (one.localName === 'footer') return true
  if (one.closest('footer') !== null) return false
  return plainText(quote.textContent).endsWith(text)
}
