import type { TimeId } from './ids.ts'
import type { Span } from './span.ts'
import type { When } from './when.ts'

/** Words that date something, and what they mean against the publication date. */
export interface TimeExpression extends When {
  readonly id: TimeId
  readonly span: Span
}
