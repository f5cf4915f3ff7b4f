import { type Decoded, decodeText } from '../decode.ts'
import { charsetOf } from '../sniff.ts'

/**
 * Decodes XML: byte order mark, charset of the transport, else the encoding that its declaration names; a claim that
 * the bytes refute is not believed.
 */
export function decodeXml(bytes: Uint8Array, name: string, mediaType: string | null): Decoded {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200))
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ?? null
  const charset = charsetOf(mediaType) ?? declared
  return decodeText(bytes, name, charset !== null && isKnown(charset) ? charset : null)
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset) !== null
  } catch {
    return false
  }
}

/**
 * XML without its document type: entities that it declares are never expanded and none is ever fetched; a reference to
 * one stays as it is written. That is what keeps bombs of entities out.
 */
export function withoutDoctype(xml: string): string {
  const start = xml.slice(0, 100_000).search(/<!DOCTYPE/i)
  if (start < 0) return xml
  let at = start + 9
  let quote = ''
  let inside = false
  for (; at < xml.length; at++) {
    const char = xml[at]!
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '[') inside = true
    else if (char === ']') inside = false
    else if (char === '>' && !inside) break
  }
  return xml.slice(0, start) + xml.slice(at + 1)
}

/** The name of the root element without its prefix, "" where there is none. */
export function rootOf(start: string): { readonly prefix: string; readonly name: string } {
  const rest = withoutDoctype(start).replace(/^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*/, '')
  const match = /^<(?:([\w.-]+):)?([\w.-]+)/.exec(rest)
  return { prefix: match?.[1] ?? '', name: match?.[2] ?? '' }
}
