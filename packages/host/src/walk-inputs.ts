import type { Stats } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { BackchannelError } from '@backchannel/core'
import { isFurniture, MAX_CONTAINER_BYTES } from '@backchannel/intake'
import { hostError } from './errors.ts'

/** A file to be taken in, or what is wrong with a path. */
export type WalkedInput =
  /** `path` as a person would write it, `origin` absolute; `bytes` is its size and `modified` the time of its last change in milliseconds. */
  | {
      readonly ok: true
      readonly path: string
      readonly origin: string
      readonly bytes: number
      readonly modified: number
    }
  | { readonly ok: false; readonly path: string; readonly origin: string; readonly error: BackchannelError }

/**
 * The files of paths, in the order of the paths; of a folder all files below it, ordered by the code units of their
 * paths, whatever the system's own order. Hidden files and what dresses a web page (`isFurniture`) are passed over in
 * folders, not where they are named. Links are followed; a folder that was walked is not walked again, so that links in
 * a circle end. What cannot be read is told in its place. Nothing is opened and nothing is read ahead. Absolute paths in
 * `passedOver` are passed over in folders too, such as the record that is being written.
 */
export async function* walkInputs(
  paths: readonly string[],
  passedOver: readonly string[] = [],
): AsyncGenerator<WalkedInput> {
  const walked = new Set<string>(passedOver.map(fileKey))
  for (const path of paths) yield* walk(path, true, walked)
}

/** A path that is passed over, beside the folders that were walked. */
const fileKey = (origin: string): string => `file:${origin}`

async function* walk(path: string, named: boolean, walked: Set<string>): AsyncGenerator<WalkedInput> {
  const origin = resolve(path)
  if (!named && walked.has(fileKey(origin))) return
  const found = await look(path)
  if (found.stats === null) {
    yield { ok: false, path, origin, error: found.error }
    return
  }
  const { stats } = found
  if (stats.isFile()) {
    yield { ok: true, path, origin, bytes: stats.size, modified: stats.mtimeMs }
    return
  }
  if (!stats.isDirectory()) {
    if (named)
      yield { ok: false, path, origin, error: hostError('host/cannot-read-file', { path, why: 'it is no file' }) }
    return
  }
  const key = `${stats.dev}:${stats.ino}`
  if (walked.has(key)) return
  walked.add(key)
  const listed = await list(path)
  if (listed.names === null) {
    yield { ok: false, path, origin, error: listed.error }
    return
  }
  for (const name of listed.names) yield* walk(join(path, name), false, walked)
}

type Look = { readonly stats: Stats; readonly error: null } | { readonly stats: null; readonly error: BackchannelError }

async function look(path: string): Promise<Look> {
  try {
    return { stats: await stat(path), error: null }
  } catch (error) {
    return { stats: null, error: pathError(path, error) }
  }
}

type Listing =
  | { readonly names: readonly string[]; readonly error: null }
  | { readonly names: null; readonly error: BackchannelError }

/** Names of a folder in the order of the paths below it: "a-b" stands before "a/b", and "a.txt" between. */
async function list(path: string): Promise<Listing> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    const kept = entries.filter((entry) => !isFurniture(entry.name))
    const keyed = kept.map((entry) => ({ name: entry.name, key: entry.isDirectory() ? `${entry.name}/` : entry.name }))
    keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    return { names: keyed.map((entry) => entry.name), error: null }
  } catch (error) {
    return { names: null, error: pathError(path, error) }
  }
}

/** The bytes of a file that `walkInputs` gave. Throws `host/file-too-large`, `host/no-such-file` and `host/cannot-read-file`. */
export async function readInput(path: string): Promise<Uint8Array> {
  const found = await look(path)
  if (found.stats === null) throw found.error
  if (!found.stats.isFile()) throw hostError('host/cannot-read-file', { path, why: 'it is no file' })
  const { size } = found.stats
  if (size > MAX_CONTAINER_BYTES)
    throw hostError('host/file-too-large', { path, bytes: size, limit: MAX_CONTAINER_BYTES })
  try {
    return await readFile(path)
  } catch (error) {
    throw pathError(path, error)
  }
}

function pathError(path: string, error: unknown): BackchannelError {
  // Node's errors carry their code beside the message.
  const code = (error as { readonly code?: string }).code ?? ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return hostError('host/no-such-file', { path })
  const why =
    code === 'EACCES' || code === 'EPERM'
      ? 'permission denied'
      : code === 'ELOOP'
        ? 'it is a link that leads back to itself'
        : error instanceof Error
          ? error.message
          : String(error)
  return hostError('host/cannot-read-file', { path, why })
}
