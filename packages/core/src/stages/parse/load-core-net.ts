import { type CoreNet, createCoreNet } from '../../learn/index.ts'
import type { AssetSource } from '../../pipeline/index.ts'

/** The asset that holds the language core. */
export const CORE_NET_ASSET = 'models/core/core.bcm'

/** Loads the language core. Rejects with `assets/missing` or `assets/bad-model`. */
export async function loadCoreNet(assets: AssetSource): Promise<CoreNet> {
  return createCoreNet(await assets.read(CORE_NET_ASSET), CORE_NET_ASSET)
}
