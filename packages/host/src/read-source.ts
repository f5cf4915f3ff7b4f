import { BackchannelError, type Findings, type Reader } from '@backchannel/core'
import { type DocumentSource, openSource } from '@backchannel/intake'
import type { ReadResult } from './reader-pool.ts'

/**
 * Takes one source all the way: bytes to a document to findings, and to what `finish` makes of them. Never rejects; trouble
 * is in the result.
 */
export async function readSource(reader: Reader, source: DocumentSource): Promise<ReadResult>
export async function readSource<Made>(
  reader: Reader,
  source: DocumentSource,
  finish: ((findings: Findings) => Made) | undefined,
): Promise<ReadResult<Made>>
export async function readSource(
  reader: Reader,
  source: DocumentSource,
  finish?: (findings: Findings) => unknown,
): Promise<ReadResult<unknown>> {
  try {
    const { document, diagnostics, extractor } = await openSource(source)
    const {
      tokens: _tokens,
      syntax: _syntax,
      encoding: _encoding,
      sentences: _sentences,
      ...findings
    } = reader.read(document)
    const all: Findings = { ...findings, diagnostics: [...diagnostics, ...findings.diagnostics] }
    return { ok: true, findings: finish ? finish(all) : all, extractor }
  } catch (error) {
    if (error instanceof BackchannelError)
      return { ok: false, code: error.code, message: error.message, details: error.details }
    const why = error instanceof Error ? error.message : String(error)
    return { ok: false, code: 'host/worker-died', message: `reading failed: ${why}`, details: { why } }
  }
}
