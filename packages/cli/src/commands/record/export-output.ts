import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExportPiece } from '@backchannel/desk'
import type { Io } from '../../io.ts'
import { splitLines } from '../../lines.ts'
import { cliError } from '../../report.ts'
import { decodeLine } from '../parse.ts'

/** Files held open at a time; one that was closed is gone on with where more of it comes. */
const HANDLES_MAX = 8

/** Writes an export: to standard output, to one file, or to files of a folder, which is made where it is not there. */
export async function writePieces(
  io: Io,
  pieces: AsyncIterable<ExportPiece>,
  { output, folder }: { readonly output: string | undefined; readonly folder: boolean },
): Promise<void> {
  const handles = new Map<string, FileHandle>()
  const begun = new Set<string>()
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
        for (const [oldest, open] of handles) {
          if (handles.size < HANDLES_MAX) break
          await open.close()
          handles.delete(oldest)
        }
        handle = await openForWriting(path, { folder: folder ? output : null, again: begun.has(path) })
        handles.set(path, handle)
        begun.add(path)
      }
      await handle.writeFile(data).catch((error: unknown) => {
        throw cannotWrite(path, error)
      })
    }
  } finally {
    for (const handle of handles.values()) await handle.close()
  }
}

async function openForWriting(
  path: string,
  { folder, again }: { readonly folder: string | null; readonly again: boolean },
): Promise<FileHandle> {
  try {
    if (folder !== null) await mkdir(folder, { recursive: true })
    return await open(path, again ? 'a' : 'w')
  } catch (error) {
    throw cannotWrite(path, error)
  }
}

function cannotWrite(path: string, error: unknown) {
  return cliError('cli/cannot-write', { path, why: error instanceof Error ? error.message : String(error) })
}

/** Longest line of a backup that is read, in bytes: one holds one document or its raw bytes in base64. */
const BACKUP_LINE_MAX = 256 * 1024 * 1024

/** The lines of a backup as texts. Throws `cli/line-too-long` and `cli/bad-utf-8`. */
export async function* backupLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const line of splitLines(chunks, BACKUP_LINE_MAX)) yield decodeLine(line, BACKUP_LINE_MAX)
}
