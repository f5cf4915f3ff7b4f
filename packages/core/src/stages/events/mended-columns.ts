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
