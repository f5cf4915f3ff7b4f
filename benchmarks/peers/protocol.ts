/** A word of a peer: offsets count UTF-16 code units of the text, `head` words of the sentence from 1, 0 the root. */
export interface PeerWord {
  readonly from: number
  readonly to: number
  readonly upos: string
  readonly xpos: string
  readonly head: number
  readonly relation: string
}

/** A name: PER, ORG or LOC. */
export interface PeerName {
  readonly from: number
  readonly to: number
  readonly kind: string
}

/** What a peer found in one text. */
export interface PeerDocument {
  readonly sentences: PeerWord[][]
  readonly names: PeerName[]
}

/**
 * Reads what a peer wrote, tab-separated: `D` starts a document, `S` a sentence, `T from to upos xpos head relation` is a
 * word, `N from to kind` a name.
 */
export function readFound(content: string): PeerDocument[] {
  const documents: PeerDocument[] = []
  for (const line of content.split('\n')) {
    const [mark, from = '', to = '', first = '_', xpos = '_', head = '0', relation = '_'] = line.split('\t')
    const document = documents.at(-1)
    if (mark === 'D') documents.push({ sentences: [], names: [] })
    else if (mark === 'S') document?.sentences.push([])
    else if (mark === 'T')
      document?.sentences
        .at(-1)
        ?.push({ from: Number(from), to: Number(to), upos: first, xpos, head: Number(head), relation })
    else if (mark === 'N') document?.names.push({ from: Number(from), to: Number(to), kind: first })
  }
  return documents
}

const CLITIC = /^(?:n['’]t|['’](?:s|re|ve|d|ll|m))$/i
const MERGED = new Set(['can not', 'gon na', 'wan na', 'got ta'])

/** A document as CoNLL-U. Characters that no word covers become words, since the scorer wants every character once. */
export function documentConllu(text: string, document: PeerDocument): string {
  const out: string[] = []
  let at = 0
  const filler = (from: number, to: number): PeerWord[] =>
    [...text.slice(from, to).matchAll(/\S+/g)].map((found) => {
      const start = from + found.index
      return { from: start, to: start + found[0].length, upos: 'X', xpos: '_', head: 0, relation: 'dep' }
    })
  for (const sentence of document.sentences) {
    // A word that was put in shifts the ones behind it, so heads are looked up by the word they mean.
    const words: PeerWord[] = []
    for (const word of sentence) {
      words.push(...filler(at, word.from), word)
      at = Math.max(at, word.to)
    }
    if (sentence === document.sentences.at(-1)) words.push(...filler(at, text.length))
    if (words.length > 0) out.push(sentenceConllu(text, words, sentence))
  }
  if (document.sentences.length === 0) out.push(sentenceConllu(text, filler(0, text.length), []))
  return out.join('')
}

function sentenceConllu(text: string, words: readonly PeerWord[], own: readonly PeerWord[]): string {
  const number = new Map(words.map((word, i) => [word, i + 1]))
  const form = (word: PeerWord): string => text.slice(word.from, word.to).replace(/\s+/g, '')
  const lines: string[] = []
  for (let i = 0; i < words.length; i++) {
    let last = i
    while (last + 1 < words.length && isGlued(form, words[last]!, words[last + 1]!)) last++
    if (last > i) {
      const surface = words
        .slice(i, last + 1)
        .map(form)
        .join('')
      lines.push([`${i + 1}-${last + 1}`, surface, '_', '_', '_', '_', '_', '_', '_', '_'].join('\t'))
    }
    for (; i < last; i++) lines.push(row(i))
    lines.push(row(i))
  }
  return `${lines.join('\n')}\n\n`

  function row(i: number): string {
    const word = words[i]!
    const governor = word.head === 0 ? undefined : own[word.head - 1]
    const head = governor ? (number.get(governor) ?? 0) : 0
    return [i + 1, form(word), '_', word.upos, word.xpos, '_', head, word.relation, '_', '_'].join('\t')
  }
}

/** Whether two words are one token on paper, as UD has it: contractions and possessives. */
function isGlued(form: (word: PeerWord) => string, word: PeerWord, next: PeerWord): boolean {
  if (next.from !== word.to || !/[\p{L}\p{N}.]$/u.test(form(word))) return false
  const clitic = form(next)
  if (/^['’]$/.test(clitic)) return next.xpos === 'POS' || next.upos === 'PART'
  return CLITIC.test(clitic) || MERGED.has(`${form(word)} ${clitic}`.toLowerCase())
}
