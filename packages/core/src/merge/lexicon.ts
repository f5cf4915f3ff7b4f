import type { ActorKind, ActorProfile, Iso3 } from '../model/index.ts'
import { SHIPPED_OUTLETS } from './data/outlets.ts'
import { foldName } from './fold-name.ts'

/** An actor of the user's own list: all its spellings are one, whatever the rules say. */
export interface LexiconActor {
  readonly name: string
  readonly spellings: readonly string[]
  /** Null where the list does not say. */
  readonly kind: ActorKind | null
  readonly country: Iso3 | null
}

/** An outlet: its names, whose it is, and whose texts it prints without saying so. */
export interface LexiconOutlet {
  readonly name: string
  readonly spellings: readonly string[]
  readonly country: Iso3 | null
  /** By name: "State of Belarus", another outlet, a company; null where it stands alone or is not known. */
  readonly owner: string | null
  /** Names of outlets and agencies whose texts it prints. */
  readonly copies: readonly string[]
}

/** The user's own lists as plain data (`--lexicon DIR`). They win over what ships. */
export interface Lexicon {
  readonly actors: readonly LexiconActor[]
  readonly outlets: readonly LexiconOutlet[]
}

/** No lists of one's own: what ships decides alone. */
export const EMPTY_LEXICON: Lexicon = { actors: [], outlets: [] }

interface Index {
  readonly actors: ReadonlyMap<string, LexiconActor>
  readonly outlets: ReadonlyMap<string, LexiconOutlet>
}

// Made once a lexicon: a lexicon is plain data that nobody changes.
const indexes = new WeakMap<Lexicon, Index>()

function indexOf(lexicon: Lexicon): Index {
  const known = indexes.get(lexicon)
  if (known) return known
  const actors = new Map<string, LexiconActor>()
  for (const one of lexicon.actors) {
    for (const form of [one.name, ...one.spellings]) if (!actors.has(foldName(form))) actors.set(foldName(form), one)
  }
  const outlets = new Map<string, LexiconOutlet>()
  for (const one of [...lexicon.outlets, ...SHIPPED_OUTLETS]) {
    for (const form of [one.name, ...one.spellings]) if (!outlets.has(foldName(form))) outlets.set(foldName(form), one)
  }
  const index = { actors, outlets }
  indexes.set(lexicon, index)
  return index
}

/** The actor of the user's list that goes by this name in any spelling of the list; null where there is none. */
export function findLexiconActor(lexicon: Lexicon, name: string): LexiconActor | null {
  return indexOf(lexicon).actors.get(foldName(name)) ?? null
}

/**
 * The profile with the kind and the country of the user's list, where one of its names, the fullest first, is on it. What the list
 * leaves open stays as the document has it.
 */
export function listedProfile(profile: ActorProfile, lexicon: Lexicon): ActorProfile {
  for (const name of profile.names) {
    const listed = findLexiconActor(lexicon, name)
    if (listed) return { ...profile, kind: listed.kind ?? profile.kind, country: listed.country ?? profile.country }
  }
  return profile
}

/** The outlet that goes by this name, of the user's list first, then of those that ship; null where neither has it. */
export function findOutlet(lexicon: Lexicon, name: string): LexiconOutlet | null {
  return indexOf(lexicon).outlets.get(foldName(name)) ?? null
}

/** What tells two outlets apart: the folded name of the outlet in the lists, else the folded name as it stands. */
export function outletKeyOf(lexicon: Lexicon, name: string): string {
  return foldName(findOutlet(lexicon, name)?.name ?? name)
}
