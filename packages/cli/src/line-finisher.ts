import type { Findings, ModelInfo } from '@backchannel/core'
import type { FinishFactory } from '@backchannel/host'
import { toWire } from '@backchannel/wire/write'

/** One line of `read --jsonl`. */
export interface DossierLine {
  /** JSON without a line end. */
  readonly text: string
  /** Whether the document itself has an error: the exit status is 1 then. */
  readonly flawed: boolean
}

/** Makes a document's line in the thread that read it, so that only one string crosses to the main thread. */
const createLineFinisher: FinishFactory<{ readonly version: string }, DossierLine> =
  ({ version }, models: readonly ModelInfo[]) =>
  (findings: Findings) => ({
    text: JSON.stringify(toWire(findings, { version, models })),
    flawed: findings.diagnostics.some((diagnostic) => diagnostic.severity === 'error'),
  })

export default createLineFinisher
