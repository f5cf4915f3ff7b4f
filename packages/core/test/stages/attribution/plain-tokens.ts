import { type TokenTable, UPOS } from '@backchannel/core'

/** Words and marks of a text with no syntax, and the first token of each paragraph: for code that reads marks only. */
export function plainTokens(text: string): { readonly tokens: TokenTable; readonly paragraphs: readonly number[] } {
  const matches = [...text.matchAll(/[\p{L}\p{N}]+|``|''|\S/gu)]
  const n = matches.length
  const from = Int32Array.from(matches, (match) => match.index)
  const to = Int32Array.from(matches, (match) => match.index + match[0].length)
  const punct = UPOS.indexOf('PUNCT')
  const noun = UPOS.indexOf('NOUN')
  const paragraphs = [0]
  for (let at = 1; at < n; at++) if (text.slice(to[at - 1], from[at]).includes('\n')) paragraphs.push(at)
  return {
    paragraphs,
    tokens: {
      length: n,
      from,
      to,
      glued: new Uint8Array(n),
      sentence: new Int32Array(n),
      upos: Uint8Array.from(matches, (match) => (/[\p{L}\p{N}]/u.test(match[0]) ? noun : punct)),
      xpos: new Array<string>(n).fill(''),
      lemma: matches.map((match) => match[0].toLowerCase()),
      head: new Int32Array(n).fill(-1),
      relation: new Array<string>(n).fill(''),
      name: new Array<string>(n).fill('O'),
    },
  }
}
