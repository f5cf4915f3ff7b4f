import { type HashedPerceptron, scoreFeatures } from '../../learn/index.ts'
import type { Sentence, TokenTable } from '../../model/index.ts'
import { datelineEnd } from '../../text/index.ts'
import { describeTokens, KIND } from './describe-tokens.ts'
import { findGaps, GAP } from './find-lines.ts'
import { gapFeatures, MOST_FEATURES, type UsualCase, viewGaps } from './gap-features.ts'
import { AFTER_TIMES, ENDING_ABBREVIATIONS, OPENERS } from './lexicon.ts'

/** The trained splitter: weights over features of gaps, and the usual case of words. */
export interface Splitter {
  readonly perceptron: HashedPerceptron
  readonly usualCase: UsualCase
}

/** A sentence is cut after so many tokens even where nothing speaks for an end: a guard for text without any. */
export const LONGEST_SENTENCE = 1000

/** A paragraph's dateline is looked for in so many of its words. */
const DATELINE_WORDS = 32

/**
 * Cuts the tokens of a text into sentences. Paragraph breaks and hard line breaks always end one, and so does the dateline
 * that opens a paragraph: as part of the sentence it is taken for a subject or an object. Other gaps are judged
 * by the perceptron. Every token is in exactly one sentence; a text without tokens has none. Linear in tokens.
 */
export function splitSentences(text: string, tokens: TokenTable, splitter: Splitter): readonly Sentence[] {
  const n = tokens.length
  if (n === 0) return []
  const gaps = findGaps(text, tokens)
  const view = viewGaps(describeTokens(text, tokens), gaps, tokens.glued, splitter.usualCase)
  const features = new Uint32Array(MOST_FEATURES)
  const sentences: Sentence[] = []
  let first = 0
  let dateline = datelineAt(0)
  for (let i = 1; i <= n; i++) {
    if (i < n && i !== dateline && (i < dateline || !endsBefore(i))) continue
    sentences.push({
      from: tokens.from[first]!,
      to: tokens.to[i - 1]!,
      first,
      last: i,
      paragraph: gaps[first]! >= GAP.hardLine,
    })
    first = i
    if (i < n && gaps[i]! >= GAP.hardLine) dateline = datelineAt(i)
  }
  return sentences

  /** The word after the dateline of the paragraph that begins at word `start`; `start` where there is none. */
  function datelineAt(start: number): number {
    let last = start + 1
    while (last < Math.min(n, start + DATELINE_WORDS) && gaps[last]! < GAP.hardLine) last++
    return datelineEnd(text, tokens, start, last)
  }

  /** "... in the U.S. The envoy ...": treebanks hold too few of these for the weights to learn. */
  function opensAfterAbbreviation(i: number): boolean {
    const left = view.kind[i - 1]!
    if (view.kind[i] !== KIND.capital || left < KIND.lowerAbbreviation || left > KIND.initials) return false
    if (!OPENERS.has(text.slice(tokens.from[i], tokens.to[i]))) return false
    if (left === KIND.initial || left === KIND.initials) return true
    return ENDING_ABBREVIATIONS.has(text.slice(tokens.from[i - 1], tokens.to[i - 1]))
  }

  /** "Gen. (ret.) Karl Kelling". */
  function isAfterBracketedAbbreviation(i: number): boolean {
    return (
      i >= 3 &&
      view.kind[i - 1] === KIND.closeBracket &&
      view.kind[i - 2] === KIND.lowerAbbreviation &&
      view.kind[i - 3] === KIND.openBracket
    )
  }

  /** "3 p.m. Tuesday", "5 a.m. EST". */
  function goesOnAfterTime(i: number): boolean {
    if (view.kind[i - 1] !== KIND.lowerAbbreviation) return false
    if (!/^[ap]\.m\.$/.test(text.slice(tokens.from[i - 1], tokens.to[i - 1]))) return false
    return AFTER_TIMES.has(text.slice(tokens.from[i], tokens.to[i]))
  }

  function endsBefore(i: number): boolean {
    const gap = gaps[i]!
    if (gap >= GAP.hardLine) return true
    if (tokens.glued[i] === 1) return false
    if (i - first >= LONGEST_SENTENCE) return true
    if (!isCandidate(gap, view.kind[i - 1]!, view.kind[i]!)) return false
    if (gap === GAP.blank && (goesOnAfterTime(i) || isAfterBracketedAbbreviation(i))) return false
    if (gap === GAP.blank && opensAfterAbbreviation(i)) return true
    return scoreFeatures(splitter.perceptron, features, gapFeatures(view, i, first, features)) > 0
  }
}

/**
 * Kinds after which a word in small letters never starts a sentence: it does in one gap of 6,000 in EWT and GUM train,
 * and two gaps of three are such ones, so not asking makes the stage three times as fast.
 */
function goesOn(left: number): boolean {
  return (
    left === KIND.lower || left === KIND.capital || left === KIND.comma || left === KIND.letter || left === KIND.number
  )
}

/** False where no sentence ends: inside a run of characters, unless a mark that may end one stands there. */
export function isCandidate(gap: number, left: number, right: number): boolean {
  if (right === KIND.stop || right === KIND.comma || right === KIND.closeQuote || right === KIND.closeBracket) {
    return gap !== GAP.inside && right !== KIND.comma
  }
  if (gap !== GAP.inside) return right !== KIND.lower || !goesOn(left)
  switch (left) {
    case KIND.stop:
    case KIND.shout:
    case KIND.ellipsis:
    case KIND.closeQuote:
    case KIND.closeBracket:
    case KIND.colon:
    case KIND.semicolon:
    case KIND.symbol:
    case KIND.dash:
    case KIND.bullet:
    case KIND.address:
      return true
    default:
      return (
        right === KIND.bullet ||
        right === KIND.symbol ||
        right === KIND.dash ||
        right === KIND.openBracket ||
        right === KIND.address
      )
  }
}
