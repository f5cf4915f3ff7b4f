import { open, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type AssetSource, BackchannelError } from '@backchannel/core'

/** The folder of the installed assets package. */
export function assetsFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@backchannel/assets/package.json'))
}

/**
 * Assets from a folder on disk, by default the installed assets package. Reads are not cached. With `shared`, the bytes
 * lie in memory that threads can share.
 */
export function createDiskAssets(
  folder: string = assetsFolder(),
  { shared = false }: { readonly shared?: boolean } = {},
): AssetSource {
  return {
    async read(name) {
      try {
        return await (shared ? readShared(join(folder, name)) : readFile(join(folder, name)))
      } catch {
        throw new BackchannelError('assets/missing', { name, where: folder })
      }
    },
  }
}

/**
 * The same assets, each read once and kept in memory that threads share: `snapshot` is what a worker gets, and
 * `createMemoryAssets` reads it there.
 */
export function createSharedAssets(source: AssetSource): AssetSource & { snapshot(): ReadonlyMap<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>()
  return {
    async read(name) {
      const known = kept.get(name)
      if (known) return known
      const bytes = share(await source.read(name))
      kept.set(name, bytes)
      return bytes
    },
    snapshot: () => kept,
  }
}

/** The bytes in memory that threads share: as they are where they lie there, else a copy. */
function share(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  return shared
}

/** Reads straight into shared memory: the models are most of a small process, a second copy of them is not garbage to leave. */
async function readShared(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const bytes = new Uint8Array(new SharedArrayBuffer(size))
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(bytes, at, size - at, at)
      if (bytesRead === 0) throw new Error(`${path} became shorter while it was read`)
      at += bytesRead
    }
    return bytes
  } finally {
    await file.close()
  }
}

/** Assets from memory, by name. */
export function createMemoryAssets(files: ReadonlyMap<string, Uint8Array>): AssetSource {
  return {
    async read(name) {
      const bytes = files.get(name)
      if (!bytes) throw new BackchannelError('assets/missing', { name, where: 'memory' })
      return bytes
    },
  }
}
