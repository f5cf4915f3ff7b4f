import type { TimeExpression } from '../../model/index.ts'
import type { Grammar } from './grammar.ts'
import type { Phrases } from './phrases.ts'
import type { Positions } from './positions.ts'
import type { World } from './world.ts'

/** What the steps that fill roles share. */
export interface RoleContext {
  readonly grammar: Grammar
  readonly phrases: Phrases
  readonly positions: Positions
  readonly world: World
  readonly times: readonly TimeExpression[]
  /** Times by the sentence they stand in, and the words that belong to one. */
  readonly timesOf: ReadonlyMap<number, readonly TimeExpression[]>
  readonly timeWords: ReadonlySet<number>
}

const MEASURES_OF_TIME = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december year month week day hour minute decade century today yesterday tomorrow morning evening midday noon midnight dawn dusk nightfall night afternoon weekend time moment occasion'.split(
    ' ',
  ),
)

/** A day, a month, a measure of time, or a word of a dated phrase. */
export function isTimeWord(cx: RoleContext, head: number): boolean {
  // "January Kisanga was freed": a month that is somebody's name.
  if (MEASURES_OF_TIME.has(cx.grammar.lemma(head))) return cx.phrases.at(head).mention?.kind !== 'person'
  return cx.timeWords.has(head)
}
