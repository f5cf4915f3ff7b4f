import { type Document, documentId, type Sentence, type TokenTable, UPOS, type Upos } from '@backchannel/core'

/** A document around a text, for tests: outlet "The Ledger", published as given or not at all. */
export function documentOf(
  text: string,
  published: string | null = null,
  outlet: string | null = 'The Ledger',
): Document {
  return {
    id: documentId('doc:test'),
    text,
    title: null,
    outlet,
    carrier: null,
    agency: null,
    published:
      published === null
        ? null
        : {
            text: published,
            when: { earliest: published.slice(0, 10), latest: published.slice(0, 10), precision: 'day' },
          },
    url: null,
    language: 'en',
  }
}

/** A parsed text built by hand: what the stages before the one under test would have given. */
export interface Parsed {
  readonly document: Document
  readonly sentences: readonly Sentence[]
  /** Serves as both `tokens` and `syntax`. */
  readonly syntax: TokenTable
}

/**
 * Builds a parse from rows, one word a line: `form UPOS XPOS lemma head relation [name]`, parted by blanks; head counts
 * from 1 in the sentence, 0 is the root; name is a BIO tag such as B-PER. A blank line ends a sentence, `---` a
 * paragraph. Words stand with one blank between them, but none before , . ; : ? ! ) ’s 's n't or after ( and opening
 * quotes “ ‘; a form `_x` is glued to the word before and part of the same surface token.
 */
export function parsedOf(rows: string, published: string | null = null): Parsed {
  const builder = new Builder()
  for (const raw of rows.split('\n')) {
    const line = raw.trim()
    if (line === '') builder.endSentence()
    else if (line === '---') builder.endParagraph()
    else builder.word(line.split(/\s+/))
  }
  return builder.finish(published)
}

class Builder {
  private text = ''
  private sentences: Sentence[] = []
  private first = 0
  private paragraph = true
  private gap = ''
  private readonly from: number[] = []
  private readonly to: number[] = []
  private readonly glued: number[] = []
  private readonly sentence: number[] = []
  private readonly upos: number[] = []
  private readonly xpos: string[] = []
  private readonly lemma: string[] = []
  private readonly head: number[] = []
  private readonly relation: string[] = []
  private readonly name: string[] = []

  word(cells: readonly string[]): void {
    const [raw = '', upos = 'X', xpos = '', lemma = '', head = '0', relation = 'dep', name = 'O'] = cells
    const glued = raw.length > 1 && raw.startsWith('_')
    const form = glued ? raw.slice(1) : raw
    const closes = /^([,.;:?!)”]|['’]s|n['’]t)$/.test(form)
    if (this.text !== '' && !glued && !closes) this.text += this.gap
    else if (this.gap === '\n\n') this.text += this.gap
    this.gap = /^[(“‘]$/.test(form) ? '' : ' '
    this.from.push(this.text.length)
    this.text += form
    this.to.push(this.text.length)
    this.glued.push(glued ? 1 : 0)
    this.sentence.push(this.sentences.length)
    const code = UPOS.indexOf(upos as Upos) // a wrong tag is caught right below
    if (code < 0) throw new Error(`no UPOS "${upos}" in "${cells.join(' ')}"`)
    this.upos.push(code)
    this.xpos.push(xpos)
    this.lemma.push(lemma)
    this.head.push(head === '0' ? -1 : this.first + Number(head) - 1)
    this.relation.push(relation)
    this.name.push(name)
  }

  endSentence(): void {
    const last = this.from.length
    if (last === this.first) return
    this.sentences.push({
      from: this.from[this.first]!,
      to: this.to[last - 1]!,
      first: this.first,
      last,
      paragraph: this.paragraph,
    })
    this.first = last
    this.paragraph = false
  }

  endParagraph(): void {
    this.endSentence()
    this.paragraph = true
    this.gap = '\n\n'
  }

  finish(published: string | null): Parsed {
    this.endSentence()
    const syntax: TokenTable = {
      length: this.from.length,
      from: Int32Array.from(this.from),
      to: Int32Array.from(this.to),
      glued: Uint8Array.from(this.glued),
      sentence: Int32Array.from(this.sentence),
      upos: Uint8Array.from(this.upos),
      xpos: this.xpos,
      lemma: this.lemma,
      head: Int32Array.from(this.head),
      relation: this.relation,
      name: this.name,
    }
    return { document: documentOf(this.text, published), sentences: this.sentences, syntax }
  }
}
