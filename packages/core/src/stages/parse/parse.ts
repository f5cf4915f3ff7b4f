import type { CoreNet, Lemmatizer, NameReader } from '../../learn/index.ts'
import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import { defineStage, type Stage } from '../../pipeline/index.ts'
import { agreeNames } from './agree-names.ts'
import { mendFree } from './mend-free.ts'
import { mendSpeaker } from './mend-speaker.ts'

/** What the stage needs to read with. */
export interface ParseOptions {
  readonly net: CoreNet
  readonly lemmatizer: Lemmatizer
  /** The second opinion on names; without one, names are the net's alone (for trials). */
  readonly names?: NameReader | null
  /** Whether later stages want the encoder's output; the layer is of length 0 otherwise. Default true. */
  readonly encoding?: boolean
}

/** Soft hyphens, zero-width characters, direction marks: inside a word they are no part of its form. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
/** The code of PUNCT in `UPOS`. */
const PUNCT = UPOS.indexOf('PUNCT')

/**
 * Tags, lemmas, dependency trees and names of all words by the language core, and the encoder's output for nets of
 * later stages. Every sentence becomes one tree with one root. Time is linear in words; sentences longer than the net's
 * `maxSentence` are read in pieces whose roots hang below the first.
 */
export function parse(options: ParseOptions): Stage<'tokens' | 'sentences', 'syntax' | 'encoding'> {
  const { net, lemmatizer, names: reader, encoding: wanted = true } = options
  return defineStage({
    name: 'parse',
    version: 5,
    needs: ['tokens', 'sentences'],
    gives: ['syntax', 'encoding'],
    run({ document, tokens, sentences }) {
      const forms = formsOf(document.text, tokens)
      const analyzed = net.analyze(
        sentences.map((sentence) => forms.slice(sentence.first, sentence.last)),
        { encoding: wanted, nameScores: reader != null },
      )
      const { encoding } = analyzed
      const names = reader
        ? reader.read({ ...analyzed, forms, sentences, scores: analyzed.nameScores })
        : analyzed.names
      const { upos, xpos, heads, relations } = mendSpeaker(mendFree(forms, analyzed))
      const lemma = lemmasOf(lemmatizer, forms, sentences, upos, xpos)
      const syntax: TokenTable = {
        length: tokens.length,
        from: tokens.from,
        to: tokens.to,
        glued: tokens.glued,
        sentence: sentenceColumn(tokens.length, sentences),
        upos,
        xpos,
        lemma,
        head: heads,
        relation: relations,
        name: agreeNames(forms, xpos, names),
      }
      return { syntax, encoding }
    },
  })
}

/** The sentence of every word. */
function sentenceColumn(length: number, sentences: readonly Sentence[]): Int32Array {
  const column = new Int32Array(length)
  sentences.forEach((sentence, i) => {
    column.fill(i, sentence.first, sentence.last)
  })
  return column
}

/** The words as the net reads them. */
function formsOf(text: string, tokens: TokenTable): string[] {
  const forms: string[] = new Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    const form = text.slice(tokens.from[i], tokens.to[i])
    const visible = form.replace(INVISIBLE, '')
    forms[i] = visible === '' ? form : visible
  }
  return forms
}

function lemmasOf(
  lemmatizer: Lemmatizer,
  forms: readonly string[],
  sentences: readonly Sentence[],
  upos: Uint8Array,
  xpos: readonly string[],
): string[] {
  const lemmas: string[] = new Array(forms.length)
  for (const { first, last } of sentences) {
    let start = true
    for (let i = first; i < last; i++) {
      const code = upos[i]!
      lemmas[i] = lemmatizer.lemma(forms[i]!, UPOS[code] ?? 'X', xpos[i]!, start)
      if (code !== PUNCT) start = false
    }
  }
  return lemmas
}
