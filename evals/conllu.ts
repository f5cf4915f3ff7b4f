/** One sentence of a CoNLL-U file: its word rows (integer ids only) and its comments. */
export interface GoldSentence {
  readonly comments: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Surface tokens in order: a multi-word token counts once. */
  readonly lines: readonly string[]
}

/** Sentences of a CoNLL-U text. MISC may hold blanks, so lines are split at tabs only. */
export function readConllu(text: string): GoldSentence[] {
  const sentences: GoldSentence[] = []
  for (const block of text.split(/\r?\n\r?\n/)) {
    const lines = block.split(/\r?\n/).filter(Boolean)
    const comments = lines.filter((line) => line.startsWith('#'))
    const rest = lines.filter((line) => !line.startsWith('#'))
    const rows = rest.map((line) => line.split('\t')).filter((cells) => /^\d+$/.test(cells[0] ?? ''))
    if (rows.length > 0) sentences.push({ comments, rows, lines: rest })
  }
  return sentences
}

/** Raw text of a treebank: per document its `# text` lines joined by one blank, a blank line where `# newpar` stands. */
export function rawDocuments(sentences: readonly GoldSentence[]): string[] {
  const documents: string[] = []
  let text = ''
  for (const sentence of sentences) {
    const own = sentence.comments.find((line) => line.startsWith('# text = '))?.slice(9) ?? ''
    const starts = (word: string) => sentence.comments.some((line) => line.startsWith(`# ${word}`))
    if (starts('newdoc') && text !== '') {
      documents.push(text)
      text = ''
    }
    if (text !== '') text += starts('newpar') ? '\n\n' : ' '
    text += own
  }
  if (text !== '') documents.push(text)
  return documents
}

/** A gold file with the columns that a parser predicts filled in from `rows`, everything else as it stands. */
export function withPredictions(
  sentence: GoldSentence,
  predicted: readonly {
    readonly lemma: string
    readonly upos: string
    readonly xpos: string
    readonly head: number
    readonly relation: string
  }[],
): string {
  let word = 0
  const lines = sentence.lines.map((line) => {
    const cells = line.split('\t')
    if (!/^\d+$/.test(cells[0] ?? '')) return line
    const p = predicted[word++]
    if (!p) throw new Error('fewer predictions than words')
    return [cells[0], cells[1], p.lemma, p.upos, p.xpos, '_', p.head, p.relation, '_', '_'].join('\t')
  })
  return `${lines.join('\n')}\n\n`
}
