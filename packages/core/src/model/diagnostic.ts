import type { Span } from './span.ts'

/** Trouble in a text or its reading, as data: what it is, how bad, and where. Never thrown. */
export interface Diagnostic {
  /** `room/what-happened`, listed in `docs/reference/diagnostics.md`. */
  readonly code: string
  readonly severity: 'note' | 'warning' | 'error'
  readonly message: string
  readonly span: Span | null
  /** The stage or package that reports it. */
  readonly stage: string
}
