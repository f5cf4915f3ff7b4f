import { type AssetSource, defineStage } from '../../pipeline/index.ts'
import { attribute } from './attribute.ts'
import { type AttributionTagger, createAttributionTagger } from './tagger.ts'

export type { AttributionTagger } from './tagger.ts'

export interface AttributionOptions {
  /** The trained tagger; without it (null, the default) attributions are read off the tree by rule, far fewer of them. */
  readonly tagger?: AttributionTagger | null
}

/** The stage that finds who says what, through whom. Needs no encoding: the tagger has a net of its own. */
export function attribution({ tagger = null }: AttributionOptions = {}) {
  return defineStage({
    name: 'attribution',
    version: 7,
    needs: ['syntax', 'sentences', 'mentions', 'actors'],
    gives: ['attributions'],
    run: (input) => ({ attributions: attribute(input, tagger) }),
  })
}

/** Reads the tagger from the assets. Rejects with `assets/missing` or `assets/bad-model`. */
export async function loadAttributionTagger(assets: AssetSource): Promise<AttributionTagger> {
  const [own, core] = await Promise.all([
    assets.read('models/attribution/attribution.bcm'),
    assets.read('models/core/core.bcm'),
  ])
  return createAttributionTagger(own, core)
}
