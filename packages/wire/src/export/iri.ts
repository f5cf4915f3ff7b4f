/** Things of a record that other data point at. */
export type IriKind = 'document' | 'story' | 'actor' | 'claim' | 'attribution' | 'mention' | 'type' | 'role'

/** An absolute name (in the form of RFC 8141) for something of a record; what belongs to a document has its id first, then `/`. */
export function iriOf(kind: IriKind, ...ids: readonly string[]): string {
  return `urn:backchannel:${kind}:${ids.map((id) => encodeURIComponent(toWellFormed(id)).replace(/%3A/g, ':')).join('/')}`
}

/** Half a surrogate pair cannot be written in UTF-8. */
export function toWellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

/** The address of a document where it has one that can be used as such, else null. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(url) ? url : null
}
