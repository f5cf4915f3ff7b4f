import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type AssetSource, BackchannelError } from '@backchannel/core'

/** The folder of the installed assets package. */
export function assetsFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@backchannel/assets/package.json'))
}

/** Assets from a folder on disk, by default the installed assets package. Reads are not cached. */
export function createDiskAssets(folder: string = assetsFolder()): AssetSource {
  return {
    async read(name) {
      try {
        return await readFile(join(folder, name))
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
      const bytes = await source.read(name)
      const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
      shared.set(bytes)
      kept.set(name, shared)
      return shared
    },
    snapshot: () => kept,
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
