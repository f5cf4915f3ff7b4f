import { BackchannelError } from '@backchannel/core'
import { INTAKE_ERRORS, MAX_TEXT_BYTES } from '@backchannel/intake'
import type { Command } from 'commander'
import { type ByteLine, splitLines } from '../lines.ts'
import { readInput, STANDARD_INPUT, streamInput } from '../open-input.ts'
import type { CommandContext } from '../program.ts'
import { cliError } from '../report.ts'

/** Adds `parse`: raw text to CoNLL-U, or CoNLL-U with its analysis filled in. */
export function parseCommand(program: Command, cx: CommandContext): void {
  program
    .command('parse')
    .summary('print words, tags, trees and names as CoNLL-U')
    .description(
      'Prints the language analysis of a text as CoNLL-U: words, lemmas, tags, dependency trees; TokenRange (UTF-16 code units) and NER in MISC.',
    )
    .argument('[FILE]', 'a text file, or - for standard input', STANDARD_INPUT)
    .option('--conllu', 'the input is CoNLL-U with gold words: fill LEMMA, UPOS, XPOS, HEAD and DEPREL, keep the rest')
    .addHelpText(
      'after',
      `
Examples:
  backchannel parse < article.txt
  backchannel parse --conllu < gold.conllu > predicted.conllu`,
    )
    .action(async (file: string, options: { readonly conllu?: boolean }) => {
      if (options.conllu) await fill(cx, file)
      else await parseText(cx, file)
    })
}

async function parseText(cx: CommandContext, file: string): Promise<void> {
  const bytes = await readInput(cx.io, file)
  if (bytes.length > MAX_TEXT_BYTES) {
    const details = { name: file, bytes: bytes.length, kind: 'text', limit: MAX_TEXT_BYTES, constant: 'MAX_TEXT_BYTES' }
    throw new BackchannelError('intake/too-big', details, INTAKE_ERRORS)
  }
  const text = new TextDecoder('utf-8').decode(bytes)
  const [{ toConllu }, parser] = await Promise.all([import('@backchannel/wire'), cx.readers.parser()])
  for (const piece of toConllu(text, parser.parse(text))) await cx.io.write(piece)
}

/** Bytes of the longest line of CoNLL-U: no word and no comment of a treebank comes near. */
const MAX_CONLLU_LINE = 1_000_000

async function fill(cx: CommandContext, file: string): Promise<void> {
  const chunks = await streamInput(cx.io, file)
  const [{ fillConllu }, parser] = await Promise.all([import('@backchannel/wire'), cx.readers.parser()])
  for await (const piece of fillConllu(decodeLines(splitLines(chunks, MAX_CONLLU_LINE)), parser.analyze))
    await cx.io.write(piece)
}

async function* decodeLines(lines: AsyncIterable<ByteLine>): AsyncGenerator<string> {
  for await (const line of lines) yield decodeLine(line, MAX_CONLLU_LINE)
}

/** A line as text. Throws `cli/line-too-long` and `cli/bad-utf-8`. */
export function decodeLine(line: ByteLine, limit: number): string {
  if (line.bytes === null) throw cliError('cli/line-too-long', { line: line.number, limit })
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: line.number > 1 }).decode(line.bytes)
  } catch {
    throw badUtf8(line)
  }
}

function badUtf8(line: ByteLine): BackchannelError {
  const bytes = line.bytes ?? new Uint8Array(0)
  // The first place where decoding in parts goes wrong: what comes before it decodes cleanly.
  const clean = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const offset = Buffer.byteLength(clean.slice(0, Math.max(0, clean.indexOf('\ufffd'))))
  const byte = `0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0')}`
  return cliError('cli/bad-utf-8', { line: line.number, byte, offset })
}
