/**
 * An absolute http or https address, from one as written and the address it stands at. Null where
 * it is none or cannot be told: a relative one without a base, "javascript:".
 */
export function resolveUrl(written: string | null | undefined, base: string | null | undefined): string | null {
  const text = written?.trim() ?? ''
  if (text === '') return null
  const url = parseUrl(text, base ?? undefined)
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null
  // An address that is absolute as written stays as written: the parser would add slashes and escape letters.
  return /^https?:\/\/[^\s/]+/i.test(text) ? text : url.href
}

function parseUrl(text: string, base: string | undefined): URL | null {
  // The standard's own way to ask whether an address is one is to parse it.
  try {
    return base === undefined ? new URL(text) : new URL(text, base)
  } catch {
    return null
  }
}
