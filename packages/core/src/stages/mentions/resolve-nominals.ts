import { isPlaceUse } from './capitals.ts'
import type { Entities, Entity } from './entities.ts'
import { findGroup } from './find-group.ts'
import { findOrganization } from './find-organization.ts'
import { findPerson } from './find-person.ts'
import { CUSTODY_MODIFIERS, CUSTODY_NOUNS, CUSTODY_VERBS, HELD_PARTICIPLES } from './lexicon.ts'
import { lastSentence } from './nominal-fits.ts'
import { type Draft, type Scene, tagOf } from './scene.ts'

/** True where a noun stands for people held: by itself, by what stands before it, or as object of a verb of holding. */
export function isHeld(scene: Scene, draft: Draft): boolean {
  if (CUSTODY_NOUNS.has(draft.noun) || draft.modifiers.some((word) => CUSTODY_MODIFIERS.has(word))) return true
  const { tokens } = scene
  // "two teachers detained in May"; "teachers held talks" has its verb above it.
  const detained = scene.tree
    .children(draft.root)
    .some(
      (child) =>
        tokens.relation[child] === 'acl' && tagOf(scene, child) === 'VBN' && HELD_PARTICIPLES.has(scene.lower[child]!),
    )
  if (detained) return true
  const head = tokens.head[draft.root] ?? -1
  if (head < 0) return false
  const relation = tokens.relation[draft.root]!
  const verb = tokens.lemma[head] ?? ''
  if (!CUSTODY_VERBS.has(verb)) return false
  return /^(?:obj|nsubj:pass|nmod|obl)$/.test(relation) && (relation !== 'obl' || false)
}

/**
 * Gives a nominal its entity: an earlier one for "the envoy", "the prisoners", "the ministry" where just one fits, a new
 * one for "an envoy", "several activists". `earlier` are the entities met before it in the text, latest first.
 */
export function resolveNominal(
  scene: Scene,
  draft: Draft,
  earlier: readonly Entity[],
  entities: Entities,
  possessorOf: (draft: Draft) => Entity | null,
): void {
  if (draft.kind === 'state') {
    resolveCountry(scene, draft, earlier, entities)
    return
  }
  const held = isHeld(scene, draft)
  const found =
    draft.kind === 'person'
      ? findPerson(scene, draft, earlier, entities, possessorOf)
      : draft.kind === 'group'
        ? findGroup(scene, draft, earlier, held, possessorOf)
        : findOrganization(scene, draft, earlier, possessorOf)
  if (!found && draft.coreLast === draft.coreFirst + 1 && draft.noun === draft.count) return
  const entity = found ?? entities.create(draft.kind ?? 'group')
  entities.add(entity, draft)
  if (held) entity.custody = true
}

/** "his third trip to the country": a visitor is seldom a guest of his own. */
function isHostless(scene: Scene, draft: Draft): boolean {
  const { tokens } = scene
  const head = tokens.head[draft.root] ?? -1
  return /^(?:trip|visit|journey|travel|return|arrive|fly|tour)$/.test(tokens.lemma[head] ?? '')
}

/** "the country" is the state named last, here or in the sentence before; nobody where there is none. */
function resolveCountry(scene: Scene, draft: Draft, earlier: readonly Entity[], entities: Entities): void {
  const near = earlier.filter((one) => one.kind === 'state' && draft.sentence - lastSentence(one, draft.first) <= 1)
  // "a retired Norlandish diplomat ... his trip to the country": what only tells where somebody is from is meant last.
  const isNamed = (one: Entity) =>
    one.drafts.some((other) => !other.modifier && other.first < draft.first && draft.sentence - other.sentence <= 1)
  const state = near.find(isNamed) ?? (near.length > 0 && !isHostless(scene, draft) ? near[0] : undefined)
  if (!state) return
  if (isPlaceUse(scene, draft)) draft.kind = 'place'
  entities.add(state, draft)
}
