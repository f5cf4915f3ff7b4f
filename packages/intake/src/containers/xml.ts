import type { BackchannelError } from '@backchannel/core'
import { type Decoded, decodeText } from '../decode.ts'
import { intakeError } from '../errors.ts'
import { MAX_XML_DEPTH, MAX_XML_ELEMENTS } from '../limits.ts'
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
  // Behind the root element such words are content.
  // Nothing may follow the repetition in this pattern: it would make the search try all ways to part the comments.
  const start = /^\uFEFF?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(xml)?.[0].length ?? 0
  if (!/^<!DOCTYPE/i.test(xml.slice(start, start + 9))) return xml
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

/**
 * Offsets of the start tags of elements of a name, and behind their end tags; those in comments and CDATA left out. The
 * case of the name does not matter.
 */
export function marksOf(
  xml: string,
  tag: string,
): { readonly starts: readonly number[]; readonly ends: readonly number[] } {
  const starts: number[] = []
  const ends: number[] = []
  const marks = new RegExp(
    `<!--[\\s\\S]*?(?:-->|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>|$)|<${tag}(?=[\\s>/])|</${tag}\\s*>`,
    'gi',
  )
  for (const { 0: mark, index } of xml.matchAll(marks)) {
    if (mark[1] === '/') ends.push(index + mark.length)
    else if (mark[1] !== '!') starts.push(index)
  }
  return { starts, ends }
}

/** Counts elements and their nesting before anything is parsed. Throws `intake/too-many-elements`. */
export function checkXml(xml: string, name: string): void {
  let [elements, depth] = [0, 0]
  for (const [tag] of xml.matchAll(/<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\/?[A-Za-z_][^<>]*>/g)) {
    if (tag[1] === '!') continue
    if (tag[1] === '/') {
      depth--
      continue
    }
    elements++
    if (!tag.endsWith('/>')) depth++
    if (elements > MAX_XML_ELEMENTS) throw tooMany(name, MAX_XML_ELEMENTS, 'elements', 'MAX_XML_ELEMENTS')
    if (depth > MAX_XML_DEPTH) throw tooMany(name, MAX_XML_DEPTH, 'nested elements', 'MAX_XML_DEPTH')
  }
}

function tooMany(name: string, limit: number, what: string, constant: string): BackchannelError {
  return intakeError('intake/too-many-elements', { name, limit, what, constant })
}
