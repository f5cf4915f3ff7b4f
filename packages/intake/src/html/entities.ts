import { plainText } from './dom.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

/** Decodes character references in a text that is no markup: many sites put their headlines in escaped. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0
    if (code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)) return String.fromCodePoint(code)
    return ENTITIES[String(name).toLowerCase()] ?? whole
  })
}

/** The words of a little markup, for instance of a title: tags left out, references decoded, white space made single. */
export function textOfMarkup(markup: string): string {
  const words = markup.replace(/<\/?(?:br|p|div|li|h[1-6])\b[^<>]*>/gi, ' ').replace(/<\/?[a-z][^<>]*>/gi, '')
  return plainText(decodeEntities(words))
}

/** True where a text holds tags or character references. */
export function isMarkup(text: string): boolean {
  return /<\/?[a-z][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i.test(text)
}
