import { type Findings, packSketch, sketchKeys, sketchText } from '@backchannel/core'
import type { FinishFactory } from '@backchannel/host'

/** What a thread makes of a document for the record: what was found, and what copies are found by. */
export interface FinishedReading {
  readonly findings: Findings
  readonly sketch: Uint8Array
  readonly sketchKeys: readonly string[]
}

/** Sketches a text where it was read, so that the main thread only places what comes. */
const createReadingFinisher: FinishFactory<undefined, FinishedReading> = () => (findings) => {
  const sketch = sketchText(findings.document.text)
  return { findings, sketch: packSketch(sketch), sketchKeys: sketchKeys(sketch) }
}

export default createReadingFinisher
