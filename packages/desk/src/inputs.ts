import { resolve } from 'node:path'
import { BackchannelError } from '@backchannel/core'
import { fetchSafely } from '@backchannel/host'
import { type AnyInput, fileInputs, type IngestInput, type MissingInput } from './ingest.ts'

/** True for what is fetched rather than read from disk. */
export const isAddress = (path: string): boolean => /^https?:\/\//i.test(path)

/**
 * Inputs of a command line, in its order: files, folders, and addresses, which are fetched only because they stand there. The
 * record at `store` and the files beside it that belong to it are no articles of the folder they lie in.
 */
export async function* inputsOf(
  paths: readonly string[],
  store: string | null = null,
  fetch = fetchSafely,
): AsyncGenerator<AnyInput> {
  const own = store === null ? [] : ['', '-wal', '-shm', '-journal'].map((end) => resolve(store + end))
  for (const path of paths) {
    if (isAddress(path)) yield await fetchInput(path, fetch)
    else yield* fileInputs([path], own)
  }
}

/** What stands at an address, as an input; what goes wrong is an input that is missing. */
export async function fetchInput(address: string, fetch = fetchSafely): Promise<IngestInput | MissingInput> {
  try {
    const fetched = await fetch(address)
    if (!fetched.changed) throw new Error('an unconditional request got "not modified"')
    const { bytes, mediaType, url } = fetched
    return { origin: address, name: address, bytes, mediaType, url }
  } catch (error) {
    if (error instanceof BackchannelError) return { origin: address, error }
    throw error
  }
}
