import type { TokenTable } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { TURN } from './find-turns.ts'
import { isMarkup, pastMarkup } from './markup.ts'

/** Questions at least before paragraphs in italics or in bold type are taken for those of an interview. */
const MIN_QUESTIONS = 2

/**
 * The turns of an interview that prints what is asked in italics or in bold type ("*How did you start?*") and what is
 * answered plain, without a label anywhere. Each has neither source nor cue; the head of a question is the mark that opens
 * it. Nothing where fewer than two such paragraphs stand there, where none of them asks or says "you", or where one stands
 * last.
 */
export function findMarkedQuestions(text: string, tokens: TokenTable, paragraphs: readonly number[]): Candidate[] {
  const end = (at: number) => paragraphs[at + 1] ?? tokens.length
  const marked = paragraphs.map((first, at) => isMarked(text, tokens, first, end(at)))
  const questions = marked.flatMap((one, at) => (one === null ? [] : [at]))
  const asks = (at: number) =>
    marked[at] === '?' || /\byou\b/i.test(text.slice(tokens.from[paragraphs[at]!]!, tokens.to[end(at) - 1]!))
  if (questions.length < MIN_QUESTIONS || !questions.some(asks)) return []
  // What is answered stands behind each of them.
  if (questions.some((at) => at + 1 >= paragraphs.length || marked[at + 1] !== null)) return []
  return questions.flatMap((at, index): Candidate[] => {
    const next = questions[index + 1] ?? paragraphs.length
    const first = paragraphs[at]!
    const asked = { first: pastMarkup(text, tokens, first), last: lastWord(text, tokens, end(at)) }
    const answer = paragraphs.slice(at + 1, next).map((start, more) => ({ first: start, last: end(at + 1 + more) }))
    const turn = { source: [], cue: [], word: TURN, sure: true }
    return [
      { ...turn, content: [asked], head: first },
      { ...turn, content: answer, head: answer[0]!.first },
    ]
  })
}

/** The last mark of a paragraph that is wholly in italics or in bold type, if it ends as a sentence does; else null. */
function isMarked(text: string, tokens: TokenTable, first: number, last: number): string | null {
  const words = text.slice(tokens.from[first]!, tokens.to[last - 1]!)
  const inner = /^(\*{1,3}|_{1,3})(?![\s*_])(.*\S)\1$/s.exec(words)?.[2]
  if (inner === undefined || /[*_]/.test(inner)) return null
  return /([.?!…])["”»’)]*$/.exec(inner)?.[1] ?? null
}

function lastWord(text: string, tokens: TokenTable, end: number): number {
  return isMarkup(text, tokens, end - 1) ? end - 1 : end
}
