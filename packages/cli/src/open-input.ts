import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { BackchannelError } from '@backchannel/core'
import { HOST_ERRORS } from '@backchannel/host'
import { MAX_INPUT_BYTES } from '@backchannel/intake'
import type { Io } from './io.ts'

/** The name of standard input on the command line. */
export const STANDARD_INPUT = '-'

/**
 * The bytes of a file, or of standard input for "-". Throws `host/no-such-file`, `host/is-a-folder`,
 * `host/file-too-large` and `host/cannot-read-file`; what is in the bytes is intake's business.
 */
export async function readInput(io: Io, path: string): Promise<Uint8Array> {
  if (path === STANDARD_INPUT) return readStandardInput(io)
  const { size } = await checkFile(path)
  if (size > MAX_INPUT_BYTES) throw tooLarge(path, size)
  return readFile(path).catch((error: unknown) => {
    throw fileError(path, error)
  })
}

/** The bytes of a file or of standard input, piece by piece, with no limit. Throws as `readInput` does. */
export async function streamInput(io: Io, path: string): Promise<AsyncIterable<Uint8Array>> {
  if (path === STANDARD_INPUT) return io.stdin
  await checkFile(path)
  return createReadStream(path)
}

async function checkFile(path: string): Promise<{ readonly size: number }> {
  const found = await stat(path).catch((error: unknown) => {
    throw fileError(path, error)
  })
  if (found.isDirectory()) throw new BackchannelError('host/is-a-folder', { path }, HOST_ERRORS)
  return found
}

async function readStandardInput(io: Io): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of io.stdin) {
    size += part.length
    if (size > MAX_INPUT_BYTES) throw tooLarge(STANDARD_INPUT, size)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function tooLarge(path: string, bytes: number): BackchannelError {
  return new BackchannelError('host/file-too-large', { path, bytes, limit: MAX_INPUT_BYTES }, HOST_ERRORS)
}

function fileError(path: string, error: unknown): BackchannelError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return new BackchannelError('host/no-such-file', { path }, HOST_ERRORS)
  const why = error instanceof Error ? error.message : String(error)
  return new BackchannelError('host/cannot-read-file', { path, why }, HOST_ERRORS)
}
