import { defineStage } from '../../pipeline/index.ts'
import { tokenizeText } from './tokenize-text.ts'

export { LONGEST_CHUNK, tokenizeText } from './tokenize-text.ts'

/** The stage that finds the words of the text. Needs no assets. */
export function tokenize() {
  return defineStage({
    name: 'tokenize',
    version: 2,
    needs: [],
    gives: ['tokens'],
    run({ document }) {
      return { tokens: tokenizeText(document.text) }
    },
  })
}
