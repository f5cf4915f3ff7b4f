import type { ActorId, Iso3, Role, Sector } from '../../model/index.ts'
import { spanOfTokens } from '../../text/index.ts'
import type { Entities, Entity } from './entities.ts'
import type { Draft, Scene } from './scene.ts'
import { officeOf } from './titles.ts'

/** Offices whose "to" names whom they serve; an ambassador "to" a state does not serve it. */
const SERVES_TO =
  /^(?:deputy|adviser|advisor|aide|assistant|counsel|counselor|counsellor|secretary|envoy|right-hand|emissary|representative|spokesman|spokeswoman|spokesperson)$/

/** Rounds in which a country is handed on from holder to holder ("a deputy to the envoy of the president of X"). */
const COUNTRY_ROUNDS = 3

/** For every draft the smallest other draft around it. */
export function findContainers(drafts: readonly Draft[]): Map<Draft, Draft> {
  const containers = new Map<Draft, Draft>()
  const open: Draft[] = []
  // By start, longer first: what is still open and reaches further holds the next.
  const sorted = [...drafts].sort((a, b) => a.first - b.first || b.last - a.last)
  for (const draft of sorted) {
    while (open.length > 0 && open[open.length - 1]!.last < draft.last) open.pop()
    while (open.length > 0 && open[open.length - 1]!.last <= draft.first) open.pop()
    const around = open[open.length - 1]
    if (around) containers.set(draft, around)
    open.push(draft)
  }
  return containers
}

/**
 * Gives nominals, titled persons and organizations the country of the state or city inside their words: "Vardanian
 * officials", "Vardania's envoy", "the president of Vardania", "officials in Port Hale".
 */
export function describeCountries(scene: Scene, drafts: readonly Draft[], containers: ReadonlyMap<Draft, Draft>): void {
  for (const draft of drafts) {
    if (
      draft.country === null ||
      draft.form !== 'name' ||
      (draft.kind !== 'state' && draft.kind !== 'place' && draft.kind !== 'organization')
    )
      continue
    const around = containers.get(draft)
    if (!around || around.country !== null || around === draft) continue
    if (around.form === 'name' && around.kind !== 'person' && around.kind !== 'organization') continue
    // An ambassador or envoy "to" a state is not of that state.
    const before = scene.lower[draft.first - 1] ?? ''
    if (
      (before === 'to' || before === 'for' || before === 'on' || before === 'with' || before === 'from') &&
      around.form === 'nominal' &&
      draft.first > around.coreFirst
    )
      continue
    if (
      around.form === 'nominal' &&
      around.kind === 'person' &&
      draft.first > around.coreFirst &&
      (before === 'in' || before === 'at')
    )
      continue
    around.country = draft.country
  }
}

/** The draft whose possessive stands in front of a nominal or title ("the president's" in "the president's envoy"). */
export function possessorDraft(scene: Scene, draft: Draft, byToken: ReadonlyMap<number, Draft>): Draft | null {
  for (let i = draft.first; i < draft.coreFirst; i++) {
    if (scene.tokens.xpos[i] === 'POS' || scene.lower[i] === "'s") return byToken.get(i - 1) ?? null
    if (scene.tokens.xpos[i] === 'PRP$') return byToken.get(i) ?? null
  }
  if (draft.form === 'name' && (scene.tokens.xpos[draft.first - 1] === 'POS' || scene.lower[draft.first - 1] === "'s"))
    return byToken.get(draft.first - 2) ?? null
  if (draft.form === 'name' && scene.tokens.xpos[draft.first - 1] === 'PRP$')
    return byToken.get(draft.first - 1) ?? null
  return null
}

/** A role before actors have their ids. */
export interface RoleDraft {
  readonly title: string
  readonly of: Entity | null
  readonly first: number
  readonly last: number
  readonly sector: Sector | null
}

/** The offices that a person's titles and descriptions name, in text order, each wording once. */
export function findRoles(
  scene: Scene,
  entity: Entity,
  entities: Entities,
  byToken: ReadonlyMap<number, Draft>,
  containers: ReadonlyMap<Draft, Draft>,
  inside: ReadonlyMap<Draft, readonly Draft[]>,
): RoleDraft[] {
  const roles: RoleDraft[] = []
  const seen = new Map<string, number>()
  for (const draft of [...entity.drafts].sort((a, b) => a.first - b.first)) {
    const range = draft.form === 'nominal' ? { first: draft.first, last: draft.coreLast } : draft.title
    if (!range || draft.many) continue
    const office = officeOf(scene, range.first, range.last)
    if (!office || (office.office.use === 'A' && office.office.channel !== 'security-service')) continue
    const parts = inside.get(draft) ?? []
    let first = range.first
    // Determiner, possessor and country in front are not part of the title.
    for (let i = range.first; i < range.last - 1; i++) {
      if (/^(?:DT|PRP\$|POS|PDT|CD)$/.test(scene.tokens.xpos[i]!) || scene.lower[i] === "'s") first = i + 1
    }
    const front = parts.find((one) => one.form === 'name' && one.first === first && one.last < range.last)
    if (front) first = front.last
    let last = range.last
    if (draft.form === 'nominal' && draft.last > draft.coreLast && !parts.some((one) => one.first >= draft.coreLast))
      last = draft.last
    const of = servedBy(scene, draft, office.words, byToken, parts, entities)
    const span = spanOfTokens(scene.tokens, first, last)
    const title = scene.document.text.slice(span.from, span.to).replace(/\s+/g, ' ')
    const key = title.toLowerCase()
    const known = seen.get(key)
    if (known !== undefined) {
      const earlier = roles[known]!
      if (earlier.of === null && of !== null) roles[known] = { ...earlier, of }
      continue
    }
    seen.set(key, roles.length)
    roles.push({ title, of: of === entity ? null : of, first, last, sector: office.office.sector })
  }
  void containers
  return roles
}

/** Whose office it is: the possessor, the state or organization in front, or what follows "of" or "to". */
function servedBy(
  scene: Scene,
  draft: Draft,
  words: string,
  byToken: ReadonlyMap<number, Draft>,
  parts: readonly Draft[],
  entities: Entities,
): Entity | null {
  const possessor = possessorDraft(scene, draft, byToken)
  if (possessor) return entities.of(possessor)
  const front = parts.find(
    (one) => one.form === 'name' && one.last <= (draft.form === 'nominal' ? draft.coreFirst : (draft.title?.last ?? 0)),
  )
  if (front) return entities.of(front)
  const end = draft.form === 'nominal' ? draft.coreLast : draft.last
  const preposition = scene.lower[end] ?? ''
  const noun = words.slice(words.lastIndexOf(' ') + 1)
  if (draft.form !== 'nominal') return null
  if (
    preposition === 'of' ||
    preposition === 'at' ||
    (preposition === 'to' && SERVES_TO.test(noun)) ||
    (preposition === 'for' && /^spokes/.test(noun))
  ) {
    const at = /^(?:the|a|an)$/.test(scene.lower[end + 1] ?? '') ? [end + 2, end + 1] : [end + 1]
    for (const start of at) {
      const complement = longestFrom(start, byToken, scene)
      if (complement) return entities.of(complement)
    }
  }
  return null
}

function longestFrom(start: number, byToken: ReadonlyMap<number, Draft>, scene: Scene): Draft | null {
  // byToken gives the innermost draft of a token; climb by trying the heads of the words after.
  let best: Draft | null = null
  for (let i = start; i < Math.min(start + 12, scene.tokens.length); i++) {
    const draft = byToken.get(i)
    if (draft && draft.first <= start && (!best || draft.last > best.last)) best = draft
  }
  return best
}

/** Hands countries on: holder of an office of somebody of a country, of a state, of an organization. */
export function spreadCountries(roles: ReadonlyMap<Entity, readonly RoleDraft[]>): void {
  for (let round = 0; round < COUNTRY_ROUNDS; round++) {
    for (const [entity, list] of roles) {
      if (entity.country !== null) continue
      for (const role of list) {
        if (role.of?.country) {
          entity.country = role.of.country as Iso3
          break
        }
      }
    }
  }
}

/** Roles with the ids of actors. */
export function finishRoles(scene: Scene, roles: readonly RoleDraft[], idOf: ReadonlyMap<Entity, ActorId>): Role[] {
  return roles.map((role) => ({
    title: role.title,
    of: role.of ? (idOf.get(role.of) ?? null) : null,
    span: spanOfTokens(scene.tokens, role.first, role.last),
  }))
}
