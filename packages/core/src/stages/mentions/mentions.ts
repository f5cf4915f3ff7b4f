import {
  type Actor,
  type ActorId,
  actorId,
  bySpan,
  type Document,
  type Mention,
  mentionId,
  type Sentence,
  type TokenTable,
} from '../../model/index.ts'
import { defineStage, type Stage } from '../../pipeline/index.ts'
import { spanOfTokens } from '../../text/index.ts'
import { settleCapitals } from './capitals.ts'
import { clusterNames, settleAcronyms } from './cluster-names.ts'
import {
  describeCountries,
  findContainers,
  findRoles,
  finishRoles,
  guessHomes,
  inheritFromComplements,
  possessorDraft,
  type RoleDraft,
  shareCountries,
  spreadCountries,
} from './describe.ts'
import { createEntities, type Entities, type Entity } from './entities.ts'
import { addLabels } from './find-labels.ts'
import { findNames } from './find-names.ts'
import { findNominals } from './find-nominals.ts'
import { findPronouns } from './find-pronouns.ts'
import type { Gazetteers } from './gazetteers.ts'
import { linkDescriptions } from './link-descriptions.ts'
import { nameOfEntity } from './name-entity.ts'
import { isOfOther } from './nominal-fits.ts'
import { isHeld, resolveNominal } from './resolve-nominals.ts'
import { resolvePronoun } from './resolve-pronouns.ts'
import { createScene, type Draft, type Scene } from './scene.ts'
import { settleBodies } from './settle-bodies.ts'
import { settleOutlets } from './settle-outlets.ts'
import { tellLeaders } from './tell-leaders.ts'
import { dropCallings, officeOf, splitTitle } from './titles.ts'

export interface MentionsOptions {
  readonly gazetteers: Gazetteers
}

/**
 * Finds who and what a text speaks of: names, nouns for people, groups and organizations, pronouns; and joins them to
 * actors with country, sector and roles. A pronoun whose antecedent is unsure has actor null. Mentions come in text
 * order, longer ones first where two start together; nested ones are kept ("US" in "US envoy Jane Roe"). Time is linear
 * in tokens but for pronouns, which look a few sentences back.
 */
export function mentions(options: MentionsOptions): Stage<'syntax' | 'sentences', 'mentions' | 'actors'> {
  return defineStage({
    name: 'mentions',
    version: 8,
    needs: ['syntax', 'sentences'],
    gives: ['mentions', 'actors'],
    run({ document, syntax, sentences }) {
      return findMentions(document, syntax, sentences, options.gazetteers)
    },
  })
}

function findMentions(
  document: Document,
  syntax: TokenTable,
  sentences: readonly Sentence[],
  gazetteers: Gazetteers,
): { mentions: readonly Mention[]; actors: readonly Actor[] } {
  const scene = createScene(document, syntax, sentences, gazetteers)
  const names = findNames(scene)
  settleOutlets(scene, names)
  settleBodies(scene, names)
  addLabels(scene, names)
  dropCallings(scene, names)
  settleCapitals(scene, names)
  const nominals = findNominals(scene, names)
  const pronouns = findPronouns(scene)
  // Inner drafts before outer ones of the same start: a possessor is known before what it possesses.
  const drafts = [...names, ...nominals, ...pronouns].sort((a, b) => a.first - b.first || a.last - b.last)
  const containers = findContainers(drafts)
  settleAcronyms(scene, names)
  describeCountries(scene, drafts, containers)
  const entities = createEntities()
  clusterNames(scene, drafts, entities)
  addTitleNouns(scene, names, entities)
  linkDescriptions(scene, drafts, entities)
  const byToken = innermost(drafts)
  resolveAll(scene, drafts, byToken, entities)
  return assemble(scene, drafts, entities, byToken, containers)
}

/** Titles before names count as nouns the person is called by: "the president" may mean President Roe. */
function addTitleNouns(scene: Scene, names: readonly Draft[], entities: Entities): void {
  for (const draft of names) {
    if (!draft.title) continue
    const entity = entities.of(draft)
    const noun = scene.lower[draft.title.last - 1]!
    entity?.nouns.add(noun)
    if (!entity) continue
    if (draft.sector !== null) {
      entity.sector = draft.sector
      continue
    }
    for (const part of splitTitle(scene, draft.title.first, draft.title.last)) {
      const sector = officeOf(scene, part.first, part.last)?.office.sector ?? null
      entity.nouns.add(scene.lower[part.last - 1]!)
      entity.sector ??= sector
    }
    // "Vardanian leader Jane Roe" without a party or a movement leads the state.
    if (entity.sector === null && draft.country !== null && /^(?:leader|ruler|chief|head|strongman)$/.test(noun))
      entity.sector = 'GOV'
    const modifier = scene.gazetteers.sectorModifiers.get(scene.lower[draft.title.last - 2] ?? '')
    const person = scene.gazetteers.persons.get(noun)
    if (entity.sector === null || entity.sector === 'CVL') entity.sector = modifier ?? entity.sector ?? person ?? null
  }
}

/** For every token the smallest draft that holds it. */
function innermost(drafts: readonly Draft[]): Map<number, Draft> {
  const byToken = new Map<number, Draft>()
  for (const draft of drafts) {
    for (let i = draft.first; i < draft.last; i++) {
      const known = byToken.get(i)
      if (!known || draft.last - draft.first < known.last - known.first) byToken.set(i, draft)
    }
  }
  return byToken
}

function resolveAll(
  scene: Scene,
  drafts: readonly Draft[],
  byToken: ReadonlyMap<number, Draft>,
  entities: Entities,
): void {
  const byRoot = new Map<number, Draft>()
  for (const draft of drafts) {
    for (const token of [draft.root, draft.head]) if (!byRoot.has(token) || !draft.modifier) byRoot.set(token, draft)
  }
  // The tree may hang a clause on any word of a name.
  for (const draft of drafts) {
    if (draft.form !== 'name' || draft.modifier) continue
    for (let i = draft.coreFirst; i < draft.coreLast; i++) if (!byRoot.has(i)) byRoot.set(i, draft)
  }
  const possessorOf = (draft: Draft): Entity | null => {
    const possessor = possessorDraft(scene, draft, byToken)
    return possessor ? entities.of(possessor) : null
  }
  // Entities met so far, the latest first.
  const recent: Entity[] = []
  const before: Draft[] = []
  for (const draft of drafts) {
    if (draft.form === 'nominal' && draft.entity < 0) {
      const described = describedBy(scene, draft, byRoot)
      const entity = described ? entities.of(described) : null
      if (entity) entities.add(entity, draft)
      else resolveNominal(scene, draft, recent, entities, possessorOf)
    } else if (draft.form === 'nominal') joinUnnamed(scene, draft, recent, entities)
    // "The country" has no entity where no state was named before.
    const held = draft.form === 'nominal' && isHeld(scene, draft) ? entities.of(draft) : null
    if (held) held.custody = true
    else if (draft.form === 'pronoun') {
      const entity = resolvePronoun(scene, draft, before, byRoot, entities)
      if (entity) entities.add(entity, draft)
    }
    const entity = entities.of(draft)
    if (entity) {
      const at = recent.indexOf(entity)
      if (at >= 0) recent.splice(at, 1)
      recent.unshift(entity)
      // Who was named long ago is not meant by a bare noun; this keeps the search short in long texts.
      if (recent.length > MOST_RECENT) recent.length = MOST_RECENT
    }
    before.push(draft)
  }
}

/** "The Vardanian ambassador came. ... The ambassador, Jane Roe, said": the unnamed one of before gets the name. */
function joinUnnamed(scene: Scene, draft: Draft, recent: Entity[], entities: Entities): void {
  const named = entities.of(draft)
  if (!named || draft.determiner !== 'definite' || named.kind !== 'person') return
  if (named.drafts.some((other) => other.first < draft.first)) return
  const unnamed = recent.find((one) => isUnnamedOf(one, draft) && !isOfOther(scene, one, draft))
  if (!unnamed || (unnamed.country !== null && named.country !== null && unnamed.country !== named.country)) return
  entities.join(named, unnamed)
  recent.splice(recent.indexOf(unnamed), 1)
}

/** Called by the same noun, or "a Vardanian national" before "the Vardanian". */
function isUnnamedOf(entity: Entity, draft: Draft): boolean {
  if (entity.kind !== 'person' || entity.name.length > 0 || entity.many) return false
  if (entity.nouns.has(draft.noun)) return true
  const national =
    entity.nouns.has('national') || entity.nouns.has('citizen') || entity.nouns.has('man') || entity.nouns.has('woman')
  return national && draft.country !== null && entity.country === draft.country && draft.coreLast - draft.first <= 2
}

/**
 * The earlier mention that a noun describes, where that is no name: the pronoun of "he is a lawyer", the noun of "an aide,
 * the envoy to the talks,"; null for none.
 */
function describedBy(scene: Scene, draft: Draft, byRoot: ReadonlyMap<number, Draft>): Draft | null {
  const { tokens, tree, lower } = scene
  const children = tree.children(draft.root)
  if (
    children.some((child) => tokens.relation[child] === 'cop') &&
    !children.some((child) => /^(?:not|n't|never)$/.test(lower[child]!))
  ) {
    const subject = children.find((child) => tokens.relation[child] === 'nsubj')
    const owner = subject === undefined ? undefined : byRoot.get(subject)
    if (
      owner &&
      owner.last <= draft.first &&
      owner.many === draft.many &&
      (owner.form === 'pronoun' || owner.kind === draft.kind)
    )
      return owner
  }
  if (tokens.relation[draft.root] === 'appos' && lower[draft.first - 1] === ',') {
    const owner = byRoot.get(tokens.head[draft.root]!)
    if (
      owner &&
      owner.form === 'nominal' &&
      owner.kind === draft.kind &&
      owner.many === draft.many &&
      owner.last <= draft.first
    )
      return owner
  }
  return null
}

/** Entities that a definite noun may mean. */
const MOST_RECENT = 200

function assemble(
  scene: Scene,
  drafts: readonly Draft[],
  entities: Entities,
  byToken: ReadonlyMap<number, Draft>,
  containers: ReadonlyMap<Draft, Draft>,
): { mentions: readonly Mention[]; actors: readonly Actor[] } {
  const inside = new Map<Draft, Draft[]>()
  for (const draft of drafts) {
    const around = containers.get(draft)
    if (!around) continue
    const list = inside.get(around) ?? []
    list.push(draft)
    inside.set(around, list)
  }
  const kept = drafts.filter(isKept).sort((a, b) => bySpan(spanOf(scene, a), spanOf(scene, b)))
  const order: Entity[] = []
  for (const draft of kept) {
    const entity = entities.of(draft)
    if (entity && !order.includes(entity)) order.push(entity)
  }
  const idOf = new Map<Entity, ActorId>()
  order.forEach((entity, index) => {
    idOf.set(entity, actorId(`a${index + 1}`))
  })
  const roles = new Map<Entity, RoleDraft[]>()
  for (const entity of order) {
    if (entity.kind === 'person') roles.set(entity, findRoles(scene, entity, entities, byToken, inside))
  }
  spreadCountries(roles)
  tellLeaders(scene, order)
  inheritFromComplements(scene, drafts)
  for (const entity of order) entity.country ??= entity.drafts.find((one) => isOwnCountry(one))?.country ?? null
  spreadCountries(roles)
  shareCountries(scene, order, entities, byToken, inside)
  guessHomes(scene, kept, order, inside)
  const mentionsOf = new Map<Entity, Mention[]>()
  const mentions = kept.map((draft, index): Mention => {
    const entity = entities.of(draft)
    const mention: Mention = {
      id: mentionId(`m${index + 1}`),
      ...spanOf(scene, draft),
      form: draft.form,
      head: draft.head,
      actor: entity ? (idOf.get(entity) ?? null) : null,
      kind: draft.kind,
    }
    if (entity) mentionsOf.set(entity, [...(mentionsOf.get(entity) ?? []), mention])
    return mention
  })
  const actors = order.map(
    (entity): Actor => ({
      id: idOf.get(entity)!,
      name: nameOfEntity(scene, entity),
      kind: entity.kind,
      country: entity.country,
      sector: sectorOfEntity(entity, roles.get(entity) ?? []),
      roles: finishRoles(scene, roles.get(entity) ?? [], idOf),
      mentions: (mentionsOf.get(entity) ?? []).map((mention) => mention.id),
    }),
  )
  return { mentions, actors }
}

/** What a nominal was given by its complement once leaders are known; names have theirs already. */
function isOwnCountry({ form, country }: Draft): boolean {
  return form === 'nominal' && country !== null
}

function spanOf(scene: Scene, draft: Draft): { from: number; to: number } {
  return spanOfTokens(scene.tokens, draft.first, draft.last)
}

function sectorOfEntity(entity: Entity, roles: readonly RoleDraft[]): Actor['sector'] {
  if (entity.kind === 'outlet') return 'MED'
  if (entity.kind === 'state' || entity.kind === 'place') return null
  return entity.sector ?? roles.find((role) => role.sector !== null)?.sector ?? null
}

/** Unresolved "it" and "that" say nothing of an actor; other pronouns stay, with actor null where unsure. */
function isKept(draft: Draft): boolean {
  if (draft.entity >= 0) return true
  if (draft.form !== 'pronoun') return false
  return !/^(?:it|its|itself|that|which|what)$/.test(draft.noun)
}
