/// <reference path="../html-encoding-sniffer.d.ts" />
import sniffHtmlEncoding from 'html-encoding-sniffer'
import { type Decoded, decodeDeclared, decodeGuessed, decodeMarked, firstBadByte } from '../decode.ts'

/**
 * Decodes a web page as the HTML standard says (byte order mark, charset of the transport, `meta` in the first 1,024
 * bytes), but does not believe a declaration that the bytes refute: pages of both kinds are common.
 */
export function decodeHtml(bytes: Uint8Array, charset: string | null): Decoded {
  const marked = decodeMarked(bytes)
  if (marked) return marked
  const bad = firstBadByte(bytes)
  const options = charset === null ? {} : { transportLayerEncodingLabel: charset }
  const declared = sniffHtmlEncoding(bytes, { ...options, defaultEncoding: '' })
  if (declared === '' || declared === null) {
    if (bad < 0) return { text: new TextDecoder().decode(bytes), encoding: 'UTF-8', diagnostics: [] }
    return decodeGuessed(bytes, bad)
  }
  return decodeDeclared(bytes, declared, bad)
}
