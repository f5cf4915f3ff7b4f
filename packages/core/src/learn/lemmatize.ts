/** Finds the dictionary form of a word. */
export interface Lemmatizer {
  /**
   * The lemma of a word with its predicted tags. `form` is free of soft hyphens and zero-width characters.
   * `sentenceStart` is true for the first word of a sentence, opening punctuation aside. Never empty.
   */
  lemma(form: string, upos: string, xpos: string, sentenceStart: boolean): string
}

/** Lower-cases everything: a stand-in where there is no trained lemmatizer. */
export const lowerCaseLemmatizer: Lemmatizer = { lemma: (form) => form.toLowerCase() }
