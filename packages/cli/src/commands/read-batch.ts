import { BackchannelError, type Findings } from '@backchannel/core'
import { inOrder } from '@backchannel/host'
import { MAX_BATCH_LINE_LENGTH, parseBatchLine } from '@backchannel/intake'
import { EXIT } from '../io.ts'
import type { DossierLine } from '../line-finisher.ts'
import { type ByteLine, splitLines } from '../lines.ts'
import { streamInput } from '../open-input.ts'
import type { CommandContext } from '../program.ts'
import type { DocumentReader } from '../readers.ts'
import { errorOf } from '../report.ts'
import { sourceOfBatch } from '../sources.ts'
import { decodeLine } from './parse.ts'
import type { ReadOptions } from './read.ts'
import { cameoHead, renderCoded, viewToWire } from './read-output.ts'

/** Lines read ahead for each thread: enough that none waits for the slowest, little enough to stay small in memory. */
const AHEAD = 6

/**
 * Reads batches: one dossier a line, in the order of the input, on all threads. No more than a few lines a thread are
 * held at a time; the input is read only as fast as the output is taken. A bad line becomes an error object in its
 * place, and the exit status 1.
 */
export async function readBatch(cx: CommandContext, files: readonly string[], options: ReadOptions): Promise<void> {
  const { io } = cx
  const inputs = []
  for (const file of files) inputs.push(await streamInput(io, file))
  const reader = await lineReader(cx, options)
  const answer = async (line: ByteLine): Promise<DossierLine | null> => {
    const result = await readLine(reader, line, options)
    if (result === null || !('error' in result)) return result
    const { id, error } = result
    const text = JSON.stringify({ id, error: { code: error.code, message: error.message } })
    // A table has no place for an error: it is told beside it.
    if (options.format !== 'cameo') return { text, flawed: true }
    io.complain(`${text}\n`)
    return { text: '', flawed: true }
  }
  try {
    if (options.format === 'cameo') await io.write(await cameoHead())
    for await (const next of inOrder(linesOf(inputs), reader.threads * AHEAD, answer)) {
      if (next === null) continue
      if (next.flawed) cx.status = EXIT.flawed
      // A document without events gives no row and no record.
      if (next.text !== '') await io.write(`${next.text}\n`)
    }
  } finally {
    await reader.close()
  }
}

/** Dossiers are made into lines by the threads that read them; views and codes, which are short, here. */
async function lineReader({ readers }: CommandContext, options: ReadOptions): Promise<DocumentReader<DossierLine>> {
  const coded = options.format === 'plover' || options.format === 'cameo'
  if (options.view === 'dossier' && !coded) return readers.lines(options.threads)
  const reader = await readers.many(options.threads)
  const lineOf = async (findings: Findings): Promise<string> => {
    if (coded) return (await renderCoded(findings, reader.engine, options, false)).trimEnd()
    const records = await viewToWire([{ document: findings.document.id, findings }], options)
    return JSON.stringify({ id: findings.document.id, [options.view]: records })
  }
  return {
    ...reader,
    async read(source) {
      const result = await reader.read(source)
      if (!result.ok) return result
      const { findings } = result
      const flawed = findings.diagnostics.some((diagnostic) => diagnostic.severity === 'error')
      return { ...result, findings: { text: await lineOf(findings), flawed } }
    },
  }
}

async function* linesOf(inputs: readonly AsyncIterable<Uint8Array>[]): AsyncGenerator<ByteLine> {
  for (const input of inputs) yield* splitLines(input, MAX_BATCH_LINE_LENGTH)
}

type LineResult = DossierLine | { readonly id: string | null; readonly error: BackchannelError }

/** Null for a blank line, which is no document. */
async function readLine(
  reader: DocumentReader<DossierLine>,
  line: ByteLine,
  options: ReadOptions,
): Promise<LineResult | null> {
  let text: string
  try {
    text = decodeLine(line, MAX_BATCH_LINE_LENGTH)
  } catch (error) {
    if (error instanceof BackchannelError) return { id: null, error }
    throw error
  }
  if (text.trim() === '') return null
  const parsed = parseBatchLine(text, line.number)
  if (!parsed.ok) return { id: parsed.id, error: parsed.error }
  const result = await reader.read(sourceOfBatch(parsed.input, options))
  return result.ok ? result.findings : { id: parsed.input.given.id, error: errorOf(result) }
}
