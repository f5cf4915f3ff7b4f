/** A phrase found in a row of words. */
export interface PhraseMatch<Value> {
  /** One past the last word of the phrase. */
  readonly end: number
  readonly values: readonly Value[]
}

/** A set of phrases that finds the longest one at a place in a row of words. */
export interface PhraseTrie<Value> {
  /** Number of different phrases. */
  readonly size: number
  /**
   * The longest phrase that starts with the word at `at` and ends at the end of a word before `limit`; null where none
   * does. `accept` may refuse single values, for instance for their case; a phrase with none left is no match.
   */
  longest(
    words: readonly string[],
    at: number,
    limit: number,
    accept?: (value: Value, end: number) => boolean,
  ): PhraseMatch<Value> | null
}

interface Node<Value> {
  readonly next: Map<string, Node<Value>>
  values: Value[] | null
}

/**
 * Builds a trie over the pieces of phrases: runs of letters and digits, and single other characters, in lower case. So
 * a phrase is found whether the tokenizer splits "al-Qaeda" and "People's" or not; matches still start and end at word
 * bounds. Curly apostrophes count as straight ones. Building is linear in the characters of the phrases.
 */
export function createPhraseTrie<Value>(entries: Iterable<readonly [phrase: string, value: Value]>): PhraseTrie<Value> {
  const root: Node<Value> = { next: new Map(), values: null }
  let size = 0
  for (const [phrase, value] of entries) {
    let node = root
    for (const piece of piecesOf(phrase)) {
      let next = node.next.get(piece)
      if (!next) {
        next = { next: new Map(), values: null }
        node.next.set(piece, next)
      }
      node = next
    }
    if (node === root) continue
    if (node.values) node.values.push(value)
    else {
      node.values = [value]
      size++
    }
  }

  function longest(
    words: readonly string[],
    at: number,
    limit: number,
    accept?: (value: Value, end: number) => boolean,
  ): PhraseMatch<Value> | null {
    let node: Node<Value> | undefined = root
    let found: PhraseMatch<Value> | null = null
    for (let i = at; i < limit; i++) {
      for (const piece of piecesOf(words[i] ?? '')) {
        node = node.next.get(piece)
        if (!node) return found
      }
      if (!node.values) continue
      const end: number = i + 1
      const values: Value[] = accept ? node.values.filter((value) => accept(value, end)) : node.values
      if (values.length > 0) found = { end, values }
    }
    return found
  }

  return { size, longest }
}

const PIECE = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu

/** The pieces of a word or phrase: lower-case runs of letters, marks and digits, and single other characters. */
export function piecesOf(phrase: string): readonly string[] {
  // Nearly all words of a text are one plain piece: a regular expression would cost more than the rest of the search.
  if (/^[A-Za-z]+$/.test(phrase)) return [phrase.toLowerCase()]
  return phrase.toLowerCase().replaceAll('’', "'").match(PIECE) ?? []
}
