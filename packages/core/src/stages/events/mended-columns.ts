import type { TokenTable } from '../../model/index.ts'

/** Columns of a table of tokens that may be mended. */
export interface Mended {
  readonly head: Int32Array
  readonly relation: string[]
  readonly upos: Uint8Array
  readonly xpos: string[]
}

/** Mends a table of tokens without changing it: `copy` gives the columns, copied on the first call. */
export interface Mender {
  copy(): Mended
  /** The table with what was mended; the same table where nothing was. */
  result(): TokenTable
}

export function createMender(tokens: TokenTable): Mender {
  let mended: Mended | null = null
  return {
    copy() {
      mended ??= {
        head: Int32Array.from(tokens.head),
        relation: [...tokens.relation],
        upos: Uint8Array.from(tokens.upos),
        xpos: [...tokens.xpos],
      }
      return mended
    },
    result: () => (mended === null ? tokens : { ...tokens, ...mended }),
  }
}

/** A word in lower case; empty behind the last. */
export function wordAt(text: string, tokens: TokenTable, index: number): string {
  return text.slice(tokens.from[index], tokens.to[index]).toLowerCase()
}

/** The sentence of a token: its first token, and the one behind its last. */
export function rangeOf(tokens: TokenTable, index: number): readonly [number, number] {
  const sentence = tokens.sentence[index]
  let first = index
  while (first > 0 && tokens.sentence[first - 1] === sentence) first--
  let last = index + 1
  while (last < tokens.length && tokens.sentence[last] === sentence) last++
  return [first, last]
}

/** Tokens of the sentence that hang on a token, in text order. */
export function childrenOf(tokens: TokenTable, index: number): number[] {
  const [first, last] = rangeOf(tokens, index)
  const found: number[] = []
  for (let i = first; i < last; i++) if (tokens.head[i] === index) found.push(i)
  return found
}

/** Codes into UPOS. */
const NOUN = 7
const PROPER = 11

/** A noun or a name. */
export function isNominal(tokens: TokenTable, index: number): boolean {
  return tokens.upos[index] === NOUN || tokens.upos[index] === PROPER
}
