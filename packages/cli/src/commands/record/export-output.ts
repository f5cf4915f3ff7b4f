import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExportPiece } from '@backchannel/desk'
import type { Io } from '../../io.ts'
import { splitLines } from '../../lines.ts'
import { cliError } from '../../report.ts'

/** Writes an export: to standard output, to one file, or to files of a folder, which is made where it is not there. */
export async function writePieces(
  io: Io,
  pieces: AsyncIterable<ExportPiece>,
  { output, folder }: { readonly output: string | undefined; readonly folder: boolean },
): Promise<void> {
  const handles = new Map<string, FileHandle>()
  try {
    for await (const { file, data } of pieces) {
      if (output === undefined) {
        // Formats of bytes are written to files alone; the command has seen to it.
        if (typeof data === 'string') await io.write(data)
        continue
      }
      const path = folder && file !== null ? join(output, file) : output
      let handle = handles.get(path)
      if (!handle) {
        handle = await openForWriting(path, folder ? output : null)
        handles.set(path, handle)
      }
      await handle.writeFile(data).catch((error: unknown) => {
        throw cannotWrite(path, error)
      })
    }
  } finally {
    for (const handle of handles.values()) await handle.close()
  }
}

async function openForWriting(path: string, folder: string | null): Promise<FileHandle> {
  try {
    if (folder !== null) await mkdir(folder, { recursive: true })
    return await open(path, 'w')
  } catch (error) {
    throw cannotWrite(path, error)
  }
}

function cannotWrite(path: string, error: unknown) {
  return cliError('cli/cannot-write', { path, why: error instanceof Error ? error.message : String(error) })
}

/** Longest line of a backup that is read, in bytes: one holds one document or its raw bytes in base64. */
const BACKUP_LINE_MAX = 256 * 1024 * 1024

/** The lines of a file as texts. Rejects with `host/no-such-file` or the like where it cannot be read. */
export async function* fileLines(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const stream = createReadStream(path)
  for await (const { number, bytes } of splitLines(stream, BACKUP_LINE_MAX)) {
    if (bytes === null) throw cliError('cli/line-too-long', { line: number, limit: BACKUP_LINE_MAX })
    yield decoder.decode(bytes)
  }
}
