import { readFile } from 'node:fs/promises'
import type { AssetSource } from '@backchannel/core'

const root = new URL('../../../../assets/', import.meta.url)

/** The assets package of this workspace. */
export const diskAssets: AssetSource = { read: async (name) => new Uint8Array(await readFile(new URL(name, root))) }
