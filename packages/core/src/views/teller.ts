import type { ActorId, Attribution, AttributionId } from '../model/index.ts'
import { type Lookup, voiceKey } from './lookup.ts'

/** One voice of a chain: its name, how it stands in the record, and the words that join it to the one before. */
export interface ChainStep {
  readonly name: string
  readonly actor: ActorId | null
  readonly by: string | null
  /** True for a voice whose name is kept back or not known. */
  readonly anonymous: boolean
}

/** Name of the first voice where nothing says who published the text. */
export const NO_OUTLET = 'the document'

/** Who tells what has this `told`: the outlet, every voice between, the speaker. */
export function chainOf(lookup: Lookup, told: readonly AttributionId[]): readonly ChainStep[] {
  const id = told.at(-1)
  const attribution = id === undefined ? undefined : lookup.attributions.get(id)
  return attribution === undefined ? [outletStep(lookup)] : voicesOf(lookup, attribution)
}

/** The chain of an attribution; its own words where the stage gave none. */
export function voicesOf(lookup: Lookup, attribution: Attribution): readonly ChainStep[] {
  if (attribution.chain.length > 0)
    return attribution.chain.map((voice) => ({ ...voice, anonymous: lookup.anonymous.has(voiceKey(voice)) }))
  const actor = attribution.actor === null ? undefined : lookup.actors.get(attribution.actor)
  const name = actor?.name ?? attribution.source.map(lookup.words).join(' … ')
  const speaker: ChainStep[] =
    name === '' ? [] : [{ name, actor: actor?.id ?? null, by: null, anonymous: attribution.standing === 'anonymous' }]
  return [outletStep(lookup), ...speaker]
}

/** The name of who speaks: the last of the chain. */
export function speakerOf(lookup: Lookup, attribution: Attribution): ChainStep {
  return voicesOf(lookup, attribution).at(-1) ?? outletStep(lookup)
}

function outletStep(lookup: Lookup): ChainStep {
  return { name: lookup.findings.document.outlet ?? NO_OUTLET, actor: null, by: null, anonymous: false }
}

/** How many voices stand between the reader and who speaks: the outlet, and those that it has it from. */
export function voicesBetween(chain: readonly ChainStep[], nobody: boolean): number {
  return nobody ? chain.length : chain.length - 1
}

/** Who tells a claim, by name: its innermost voice, or the outlet where it speaks itself. */
export function tellerName(lookup: Lookup, told: readonly AttributionId[]): string {
  return chainOf(lookup, told).at(-1)?.name ?? NO_OUTLET
}
