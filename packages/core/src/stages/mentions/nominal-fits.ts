import type { Entity } from './entities.ts'
import { OFFICE_FAMILIES } from './lexicon.ts'
import type { Draft, Scene } from './scene.ts'

/** How many sentences back a definite noun looks for somebody of the same office or noun. */
export const WINDOW = 30
/** The same for a noun that only fits by kind ("the diplomat" of an ambassador). */
export const LOOSE_WINDOW = 6
export function lastSentence(entity: Entity, before: number): number {
  let last = -1
  for (const draft of entity.drafts) if (draft.first < before && draft.sentence > last) last = draft.sentence
  return last
}

export function family(noun: string): ReadonlySet<string> {
  const all = new Set<string>([noun])
  for (const row of OFFICE_FAMILIES) if (row.has(noun)) for (const word of row) all.add(word)
  return all
}

export function isCompatible(entity: Entity, draft: Draft): boolean {
  if (draft.gender !== null && entity.gender !== null && draft.gender !== entity.gender) return false
  if (draft.country !== null && entity.country !== null && draft.country !== entity.country) return false
  return true
}

/** True where a mention of the entity overlaps the draft or is another argument of its verb: then it is another one. */
export function overlaps(scene: Scene, entity: Entity, draft: Draft): boolean {
  const { head } = scene.tokens
  for (let i = entity.drafts.length - 1; i >= 0; i--) {
    const other = entity.drafts[i]!
    if (other.first < draft.last && draft.first < other.last) return true
    if (
      other.sentence === draft.sentence &&
      head[other.root] === head[draft.root] &&
      isArgument(scene, other) &&
      isArgument(scene, draft)
    )
      return true
  }
  return false
}

function isArgument(scene: Scene, draft: Draft): boolean {
  return /^(?:nsubj|obj|iobj|obl)/.test(scene.tokens.relation[draft.root]!)
}

export function wordsOf(scene: Scene, draft: Draft): string {
  return scene.lower.slice(draft.first, draft.last).join(' ')
}
