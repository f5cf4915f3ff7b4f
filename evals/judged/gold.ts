import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readMarked } from '../names/marked.ts'

/** UTF-16 offsets: from, behind. */
export type At = readonly [from: number, to: number]

/** A participant somebody wrote down; `head` only where the program's own was judged right. */
export interface JudgedParticipant {
  readonly span: At
  readonly head?: At
  readonly words: string
}

/** What a judge says a text tells: a claim of the program that is right (`ok`) or put right (`fix`), or one it missed. */
export interface JudgedClaim {
  readonly type: string
  readonly trigger: At
  readonly words: string
  readonly status: string
  readonly stance: string
  readonly origin: 'ok' | 'fix' | 'missed'
  readonly roles: Readonly<Record<string, readonly JudgedParticipant[]>>
}

export interface JudgedText {
  readonly id: string
  readonly text: string
  readonly claims: readonly JudgedClaim[]
  /** Words that tell nothing of that type, or tell it twice. */
  readonly no: readonly {
    readonly type: string
    readonly trigger: At
    readonly words: string
    readonly dup?: boolean
  }[]
}

/** Sets that rules and models may be made on; their texts lie in `training/names/news`. */
export const OPEN_SETS = ['americas', 'asia', 'courts', 'europe', 'mideast', 'talks', 'wars'] as const
/** The set that is only scored; its texts are `evals/names/news.txt`. */
export const HELD_SET = 'held'

/** One set of judged texts. Throws where an offset does not hold the words that stand beside it. */
export function readJudged(set: string): JudgedText[] {
  const file = fileURLToPath(
    new URL(set === HELD_SET ? '../names/news.txt' : `../../training/names/news/${set}.txt`, import.meta.url),
  )
  const texts = new Map(readMarked(readFileSync(file, 'utf8'), file).map((one) => [one.id, one.text]))
  return readFileSync(new URL(`${set}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const judged = JSON.parse(line) as Omit<JudgedText, 'text'>
      const text = texts.get(judged.id)
      if (text === undefined) throw new Error(`evals/judged/${set}.jsonl: no text ${judged.id} in ${file}`)
      const shown = (at: At) => text.slice(...at).replace(/\s+/g, ' ')
      for (const { trigger, words } of [...judged.claims, ...judged.no])
        if (shown(trigger).toLowerCase() !== words.replace(/\s+/g, ' ').toLowerCase())
          throw new Error(`evals/judged/${set}.jsonl: ${judged.id} has "${shown(trigger)}" where "${words}" should be`)
      return { ...judged, text }
    })
}
