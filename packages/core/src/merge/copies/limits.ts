/*
 * All bounds of `merge/copies`. A text beyond them is still compared, by its first part only.
 */

/** Content words of the telling that a sketch keeps: some 10,000 words of text. */
export const SKETCH_TERMS_MAX = 6000

/** Words within quotation marks that a sketch keeps. */
export const SKETCH_QUOTED_MAX = 3000

/** Keys of one sketch, at most; an article of 300 words has some 50. */
export const SKETCH_KEYS_MAX = 256

/** Words a quotation must have to count as one: shorter ones ("a gesture") are anybody's. */
export const QUOTATION_WORDS_MIN = 4
