import type { ActorKind, Iso3, Sector } from '../../model/index.ts'
import type { Gender } from './gazetteers.ts'
import type { Draft } from './scene.ts'

/** Drafts that stand for one and the same. */
export interface Entity {
  readonly index: number
  kind: ActorKind
  readonly drafts: Draft[]
  gender: Gender | null
  many: boolean
  country: Iso3 | null
  sector: Sector | null
  /** Lemmas of the nouns and titles it was called by. */
  readonly nouns: Set<string>
  /** Words of the names of a person, folded, the longest first. */
  name: readonly string[]
  /** True for people who are, were or may be held. */
  custody: boolean
}

/** Entities by index; joined ones are found by `entityOf`. */
export interface Entities {
  readonly list: Entity[]
  create(kind: ActorKind): Entity
  /** Puts a draft into an entity and lets it take over what the draft knows. */
  add(entity: Entity, draft: Draft): void
  of(draft: Draft): Entity | null
  /** Moves all of `from` into `into`; nothing happens where they are the same. */
  join(into: Entity, from: Entity): Entity
}

/** An empty set of entities. */
export function createEntities(): Entities {
  const list: Entity[] = []

  function create(kind: ActorKind): Entity {
    const entity: Entity = {
      index: list.length,
      kind,
      drafts: [],
      gender: null,
      many: false,
      country: null,
      sector: null,
      nouns: new Set(),
      name: [],
      custody: false,
    }
    list.push(entity)
    return entity
  }

  function add(entity: Entity, draft: Draft): void {
    draft.entity = entity.index
    entity.drafts.push(draft)
    if (draft.gender !== null && entity.gender === null && !draft.many) entity.gender = draft.gender
    if (draft.country !== null && entity.country === null) entity.country = draft.country
    if (draft.sector !== null && stronger(draft.sector, entity.sector)) entity.sector = draft.sector
    if (draft.many && draft.form !== 'pronoun') entity.many = true
    if (draft.form === 'nominal' && draft.noun !== '') entity.nouns.add(draft.noun)
  }

  function of(draft: Draft): Entity | null {
    return draft.entity < 0 ? null : (list[draft.entity] ?? null)
  }

  function join(into: Entity, from: Entity): Entity {
    if (into === from) return into
    for (const draft of from.drafts) add(into, draft)
    from.drafts.length = 0
    into.gender ??= from.gender
    into.country ??= from.country
    if (from.sector !== null && stronger(from.sector, into.sector)) into.sector = from.sector
    for (const noun of from.nouns) into.nouns.add(noun)
    if (from.name.length > into.name.length) into.name = from.name
    into.custody ||= from.custody
    return into
  }

  return { list, create, add, of, join }
}

/** A more telling sector replaces a general one: opposition leaders are OPP, whatever else they are called. */
function stronger(sector: Sector, known: Sector | null): boolean {
  if (known === null) return true
  const weak = known === 'CVL' || known === 'PTY' || known === 'UNS'
  return weak && sector !== 'CVL' && sector !== 'UNS' && sector !== known
}
