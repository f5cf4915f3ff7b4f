import { type Document, type Sentence, type TimeExpression, type TokenTable, timeId } from '../../model/index.ts'
import { defineStage, type Stage } from '../../pipeline/index.ts'
import { createTree } from '../../text/index.ts'
import { type DayNumber, dayOfIso, isoOf, type Period } from './calendar.ts'
import { findDateline } from './find-dateline.ts'
import { type Expression, findExpressions } from './find-expressions.ts'
import { cutLexemes } from './lexemes.ts'
import { type Anchor, resolveMeaning } from './resolve.ts'
import { tenseOf } from './tense.ts'

/**
 * Finds the words that date something and resolves them against the day of publication.
 *
 * Gives expressions in text order, none overlapping. A span is the date words without their preposition, except where
 * the two cannot be parted ("two days ago", "since 2020", "shortly after the meeting"). Bounds are null where nothing
 * known gives them; the precision is never finer than the words. Durations ("for months"), weekly habits ("every
 * Monday") and names ("Bloody Sunday") are no dates. Seasons are those of the northern hemisphere. Time is linear in
 * tokens.
 */
export function time(): Stage<'syntax' | 'sentences', 'times'> {
  return defineStage({
    name: 'time',
    version: 3,
    needs: ['syntax', 'sentences'],
    gives: ['times'],
    run(input, cx) {
      const times = findTimes(input.document, input.syntax, input.sentences)
      const open = times.filter((one) => one.earliest === null && one.latest === null && one.precision !== 'vague')
      if (input.document.published === null && open.length > 0) {
        const { from, to } = open[0]!.span
        const message = `the day of publication is not known, so "${input.document.text.slice(from, to)}"${open.length > 1 ? ` and ${open.length - 1} more` : ''} cannot be dated`
        cx.report({ code: 'time/no-publication-date', severity: 'note', message, span: { from, to } })
      }
      return { times }
    },
  })
}

function findTimes(document: Document, syntax: TokenTable, sentences: readonly Sentence[]): readonly TimeExpression[] {
  const lexemes = cutLexemes(document.text, syntax)
  const expressions = findExpressions(lexemes, sentences, syntax)
  const published = document.published?.when ?? null
  const bounds = [dayOfIso(published?.earliest ?? ''), dayOfIso(published?.latest ?? '')] as const
  const dateline = findDateline(expressions, lexemes, bounds[0] === bounds[1] ? bounds[0] : null)
  const first = dateline ?? bounds[0]
  const last = dateline ?? bounds[1]
  const tree = createTree(syntax)
  const times: TimeExpression[] = []
  const memory: Memory = { period: null, sentence: -1 }
  for (const expression of expressions) {
    const tense = tenseOf(document.text, syntax, expression.token, tree.children)
    if (expression.onlyAhead && tense.side !== 'future') continue
    const anchor = (reference: DayNumber | null): Anchor => ({
      reference,
      side: tense.side,
      weak: tense.weak,
      last: expression.sentence - memory.sentence <= memoryReach(expression, sentences) ? memory.period : null,
    })
    const period =
      first === last || first === null || last === null
        ? resolveMeaning(expression.meaning, anchor(first === last ? first : null))
        : between(resolveMeaning(expression.meaning, anchor(first)), resolveMeaning(expression.meaning, anchor(last)))
    times.push({ id: timeId(`t${times.length + 1}`), span: expression.span, ...whenOf(period) })
    // "said on Saturday" dates the saying: what comes "two days later" counts from the happening.
    if (period.from !== null && period.to !== null && !tense.saying) {
      memory.period = period
      memory.sentence = expression.sentence
    }
  }
  return times
}

/** The time told last, from which "three weeks later" counts. */
interface Memory {
  period: Period | null
  sentence: number
}

/** How many sentences back it may stand: one, within the paragraph and for words near the start of theirs, else none. */
function memoryReach(expression: Expression, sentences: readonly Sentence[]): number {
  const sentence = sentences[expression.sentence]
  if (!sentence || sentence.paragraph) return 0
  return expression.token - sentence.first <= 2 ? 1 : 0
}

/** For a publication known to the month only: what both its first and its last day give, widened to hold both. */
function between(a: Period, b: Period): Period {
  const fine = a.precision === 'minute' || a.precision === 'day' || a.precision === 'week'
  if (a.from === b.from && a.to === b.to) return a
  if (fine || a.from === null || b.from === null || a.to === null || b.to === null)
    return { from: null, to: null, precision: a.precision }
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to), precision: a.precision }
}

function whenOf(period: Period): Pick<TimeExpression, 'earliest' | 'latest' | 'precision'> {
  return {
    earliest: period.from === null ? null : isoOf(period.from),
    latest: period.to === null ? null : isoOf(period.to),
    precision: period.precision,
  }
}
