import { classOf, DIGIT, LETTER } from './characters.ts'
import { FILE_ENDINGS, HOST_ENDINGS, NEWSGROUPS } from './lexicon.ts'

/** Characters that end an address only where nothing of it follows: "see https://a.example/b." */
const TRAILING = '.,;:!?)]}>\'"’”»*'
/** Characters that no address holds. */
const NEVER = '<>"“”«»|'

/** True for what a host label or file name is made of, full stops aside. */
function isNameCharacter(code: number): boolean {
  // - and _
  if (code === 0x2d || code === 0x5f) return true
  const kind = classOf(code)
  return kind === LETTER || kind === DIGIT
}

/**
 * End of the web address, mail address, host name or file name that starts at `at` in a chunk without blanks; -1 where
 * none does. Time is linear in what it looks at, and it looks no further than the chunk.
 */
export function addressEnd(chunk: string, at: number): number {
  const n = chunk.length
  let i = at
  let dots = 0
  let lastDot = -1
  while (i < n) {
    const code = chunk.charCodeAt(i)
    // Archives shorten mail addresses: "someb...@mail.example".
    if (code === 0x2e && i > at && chunk.startsWith('...@', i)) i += 2
    else if (code === 0x2e) {
      if (i === lastDot + 1 || i === at || i + 1 === n || !isNameCharacter(chunk.charCodeAt(i + 1))) break
      dots++
      lastDot = i
    } else if (!isNameCharacter(code) && code !== 0x2b && code !== 0x25) break
    i++
  }
  // A scheme: letters and "://".
  if (chunk.startsWith('://', i) && i > at) return trimAddress(chunk, at, i + 3)
  if (chunk[i] === ':' && /^(?:mailto|doi)$/i.test(chunk.slice(at, i)) && i + 1 < n)
    return trimAddress(chunk, at, i + 1)
  if (i > at && chunk[i] === '@' && i + 1 < n) {
    const host = hostEnd(chunk, i + 1)
    if (host > 0) return host
  }
  const file = fileEnd(chunk, at, i)
  if (file > 0) return file
  while (i > at && '+%-_'.includes(chunk[i - 1]!)) i--
  if (dots === 0 || lastDot >= i) return -1
  if (dots >= 2 && chunk.slice(at, at + 4).toLowerCase() === 'www.') return withPath(chunk, at, i)
  const ending = chunk.slice(lastDot + 1, i)
  const small = ending.toLowerCase()
  if (HOST_ENDINGS.has(small) && lastDot - at >= 2 && sameCase(chunk.slice(at, lastDot), ending)) {
    return withPath(chunk, at, i)
  }
  if (NEWSGROUPS.has(chunk.slice(at, chunk.indexOf('.', at)))) return i
  return -1
}

/** False for "end.Us", which is two sentences: a host is written in one case, or all in small letters at its end. */
function sameCase(name: string, ending: string): boolean {
  return ending === ending.toLowerCase() || (name === name.toUpperCase() && ending === ending.toUpperCase())
}

/** End of the host name or mail domain ("jane@OFFICE") that starts at `at`, or -1. */
function hostEnd(chunk: string, at: number): number {
  let i = at
  let dots = 0
  while (i < chunk.length) {
    const code = chunk.charCodeAt(i)
    if (code === 0x2e && i > at && i + 1 < chunk.length && isNameCharacter(chunk.charCodeAt(i + 1))) dots++
    else if (!isNameCharacter(code)) break
    i++
  }
  return dots > 0 || (i > at && classOf(chunk.charCodeAt(at)) === LETTER) ? i : -1
}

/** End of a file name that starts at `at`; `seen` is how far it is known to hold letters, digits, `.`, `-` and `_`. */
function fileEnd(chunk: string, at: number, seen: number): number {
  let end = seen
  while (end < chunk.length && (isNameCharacter(chunk.charCodeAt(end)) || '.#~!%+'.includes(chunk[end]!))) end++
  while (end > at && !isNameCharacter(chunk.charCodeAt(end - 1))) end--
  const dot = chunk.lastIndexOf('.', end - 1)
  if (dot <= at || end - dot > 6) return -1
  return FILE_ENDINGS.has(chunk.slice(dot + 1, end).toLowerCase()) ? end : -1
}

function withPath(chunk: string, at: number, end: number): number {
  const next = chunk[end]
  if (next === '/' || next === '?' || next === '#' || (next === ':' && /\d/.test(chunk[end + 1] ?? ''))) {
    return trimAddress(chunk, at, end + 1)
  }
  return end
}

/** The end of the address that surely holds `at` to `from`: to the chunk's end, less closing punctuation. */
function trimAddress(chunk: string, at: number, from: number): number {
  let end = from
  while (end < chunk.length && !NEVER.includes(chunk[end]!)) end++
  let opened = 0
  for (let i = at; i < end; i++) {
    if (chunk[i] === '(') opened++
    else if (chunk[i] === ')') opened--
  }
  while (end > from && TRAILING.includes(chunk[end - 1]!)) {
    if (chunk[end - 1] === ')') {
      if (opened >= 0) break
      opened++
    }
    end--
  }
  return end
}
