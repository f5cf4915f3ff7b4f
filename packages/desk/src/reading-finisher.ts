import { type Findings, type NoticeFound, noticesIn, packSketch, sketchKeys, sketchText } from '@backchannel/core'
import type { FinishFactory } from '@backchannel/host'

/** What a thread makes of a document for the record: what was found, and what copies are found by. */
export interface FinishedReading {
  readonly findings: Findings
  readonly sketch: Uint8Array
  readonly sketchKeys: readonly string[]
  /** What the document says of words that its outlet or another told before. */
  readonly notices: readonly NoticeFound[]
}

/** Sketches a text, and finds its notices, where it was read, so that the main thread only places what comes. */
const createReadingFinisher: FinishFactory<undefined, FinishedReading> = () => (findings) => {
  const sketch = sketchText(findings.document.text)
  return {
    findings,
    sketch: packSketch(sketch),
    sketchKeys: sketchKeys(sketch),
    notices: noticesIn(findings.document, findings.diagnostics),
  }
}

export default createReadingFinisher
