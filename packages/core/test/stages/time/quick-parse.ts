import { type Sentence, type TokenTable, UPOS, type Upos } from '@backchannel/core'
import { documentOf, type Parsed } from '@backchannel/testkit'

const CLOSED: Readonly<Record<string, readonly string[]>> = {
  DT: ['the', 'a', 'an', 'this', 'that', 'these', 'every', 'no'],
  IN: 'in on at of by for from to since until before after between during with through over ago as than'.split(' '),
  PRP: ['he', 'she', 'they', 'it', 'them', 'him', 'his', 'her', 'their', 'who'],
  RB: 'recently later soon earlier previously shortly immediately not ago afterwards only'.split(' '),
  JJ: 'last next previous following coming recent past early late same several first second few more'.split(' '),
  CC: ['and', 'or', 'but'],
}
const TAGS = new Map(Object.entries(CLOSED).flatMap(([tag, words]) => words.map((word) => [word, tag] as const)))
const TO_UPOS: ReadonlyArray<readonly [RegExp, Upos]> = [
  [/^(MD|AUX.*)$/, 'AUX'],
  [/^VB/, 'VERB'],
  [/^NNPS?$/, 'PROPN'],
  [/^NN/, 'NOUN'],
  [/^CD$/, 'NUM'],
  [/^JJ/, 'ADJ'],
  [/^RB/, 'ADV'],
  [/^IN$/, 'ADP'],
  [/^DT$/, 'DET'],
  [/^PRP/, 'PRON'],
  [/^(TO|POS)$/, 'PART'],
  [/^CC$/, 'CCONJ'],
  [/^\W+$/, 'PUNCT'],
]

/**
 * A parse by hand in short form, for cases about dates: one sentence a line, a blank line before a paragraph. `met|VBD`
 * gives the Penn tag of a word (`is|AUX` for an auxiliary), where a capital letter, a digit and the small lists above do
 * not give it; other words are nouns. A word hangs on the verb before it in its sentence, else on the next one;
 * auxiliaries and "to" on the next verb; `Sunday|NNP+` on the next noun, as a modifier. `Jan|NNP:PER` is a name.
 */
export function quickParse(input: string, published: string | null): Parsed {
  let text = ''
  let paragraph = true
  const sentences: Sentence[] = []
  const rows: { from: number; to: number; tag: string; name: string; modifies: boolean; sentence: number }[] = []
  for (const line of input.split('\n')) {
    if (line.trim() === '') {
      paragraph = true
      continue
    }
    if (text !== '') text += paragraph ? '\n\n' : ' '
    const first = rows.length
    for (const chunk of line.trim().split(/\s+/)) {
      if (rows.length > first) text += ' '
      const [form = '', mark = ''] = /^\W+$/.test(chunk) ? [chunk] : chunk.split('|')
      const trail = /[.,:;)]+$/.exec(mark)?.[0] ?? ''
      const match = /^([A-Z$]+)?(\+)?(?::([A-Z]+))?/.exec(mark)
      for (const piece of pieces(form)) add(piece, match?.[1] ?? '', match?.[3] ?? '', match?.[2] === '+')
      for (const piece of trail) add(piece, '', '', false)
    }
    sentences.push({ from: rows[first]!.from, to: text.length, first, last: rows.length, paragraph })
    paragraph = false
  }
  return { document: documentOf(text, published), sentences, syntax: tableOf() }

  function add(form: string, given: string, name: string, modifies: boolean): void {
    const from = text.length
    text += form
    const lower = form.toLowerCase()
    const guess = /^\d/.test(form)
      ? 'CD'
      : (TAGS.get(lower) ?? (/^\p{Lu}/u.test(form) ? 'NNP' : /^\W+$/.test(form) ? form : 'NN'))
    const tag = given === '' ? (lower === "'s" || lower === '’s' ? 'POS' : guess) : given
    rows.push({ from, to: text.length, tag, name, modifies, sentence: sentences.length })
  }

  function tableOf(): TokenTable {
    const upos = rows.map((row) => TO_UPOS.find(([pattern]) => pattern.test(row.tag))?.[1] ?? 'X')
    const head = rows.map((row, index) => {
      const inSentence = (at: number): boolean => rows[at]?.sentence === row.sentence
      const search = (step: number, wanted: (at: number) => boolean): number => {
        for (let at = index + step; inSentence(at); at += step) if (wanted(at)) return at
        return -1
      }
      const isVerb = (at: number): boolean => upos[at] === 'VERB'
      if (row.modifies) return search(1, (at) => upos[at] === 'NOUN')
      if (upos[index] === 'AUX' || row.tag === 'TO') return search(1, isVerb)
      const before = search(-1, isVerb)
      return before >= 0 ? before : isVerb(index) ? -1 : search(1, isVerb)
    })
    return {
      length: rows.length,
      from: Int32Array.from(rows, (row) => row.from),
      to: Int32Array.from(rows, (row) => row.to),
      glued: new Uint8Array(rows.length),
      sentence: Int32Array.from(rows, (row) => row.sentence),
      upos: Uint8Array.from(upos, (tag) => UPOS.indexOf(tag)),
      xpos: rows.map((row) => row.tag.replace(/^AUX/, '') || 'VBZ'),
      lemma: rows.map((row) => lemmaOf(text.slice(row.from, row.to), row.tag)),
      head: Int32Array.from(head),
      relation: rows.map((row, index) =>
        row.modifies ? 'nmod:poss' : head[index] === -1 ? 'root' : upos[index] === 'AUX' ? 'aux' : 'obl',
      ),
      name: rows.map((row) => (row.name === '' ? 'O' : `B-${row.name}`)),
    }
  }
}

function pieces(chunk: string): string[] {
  return (
    chunk.match(
      /\d+(?:[.,:]\d+)+|['’]s\b|(?:Jan|Feb|Sept|Oct|Nov|Dec|Aug|p\.m|a\.m|Gen|Mr)\.|[\p{L}\p{M}\d]+(?:[-–][\p{L}\d]+)*|\S/gu,
    ) ?? []
  )
}

const LEMMAS: Readonly<Record<string, string>> = {
  said: 'say',
  says: 'say',
  told: 'tell',
  agreed: 'agree',
  planned: 'plan',
  scheduled: 'schedule',
}
function lemmaOf(form: string, tag: string): string {
  const lower = form.toLowerCase()
  return tag.startsWith('VB') ? (LEMMAS[lower] ?? lower.replace(/(?:ed|s)$/, '')) : lower
}
