import type { ActorKind, RoleName } from '../model/index.ts'
import type { PloverCode } from './event-type.ts'

/**
 * Where a participant stands around a trigger.
 *
 * `subject`: who does the verb, also as by-agent of a passive, as antecedent of a relative clause, and through control
 * ("agreed to free"); for a noun, the subject of the light verb that governs it ("held talks").
 * `object`: whom the verb is done to, also as subject of a passive. `recipient`: indirect object. `clause`: clausal
 * complement. `object.poss`, `object.of`: the possessor or of-complement of the object. `poss`, `mod`: possessor and
 * compound or adjective modifier of a noun. Anything else is a preposition ("with", "to"), on the trigger or, for a
 * noun, on its light verb; with `*` behind it, only a name or a known place counts ("in*").
 */
export type Position = string
/** For each role the positions in the order in which they are tried. */
export type Slots = Readonly<Partial<Record<RoleName, readonly Position[]>>>

/** A set of words that an argument may have to be of. */
export interface WordClass {
  readonly lemmas: ReadonlySet<string>
  /** Mentions of these kinds belong too. */
  readonly kinds: readonly ActorKind[]
  /** Personal pronouns belong too. */
  readonly pronouns: boolean
}

export interface Requirement {
  readonly at: Position
  readonly oneOf: WordClass
  /** True where the argument may be missing, but must be of the class where it is there. */
  readonly optional: boolean
}

/** One way to name an event. */
export interface Pattern {
  readonly kind: 'verb' | 'noun' | 'adjective'
  readonly lemmas: readonly string[]
  /** A second word that belongs to the trigger: particle, adverb, adjective or fixed noun ("free" of "set free"). */
  readonly companion: readonly string[] | null
  readonly needs: readonly Requirement[]
  /** Classes whose presence at a position forbids the reading (near misses). */
  readonly bars: readonly { readonly at: Position; readonly oneOf: WordClass }[]
  /** Words that forbid the reading wherever they stand in the sentence's clause. */
  readonly unless: readonly string[]
  /** Needs a clause as complement (true), must have none (false), or does not care (null). */
  readonly clause: boolean | null
  /** The clause must be one of what shall be: "insists that he leave", not "insists that he left". */
  readonly wished: boolean
  /** The clause must have "to": "told them to stop", not "told them that it had stopped". */
  readonly infinitive: boolean
  /** The clause must lie ahead: "warned that it would", not "warned that it was". */
  readonly ahead: boolean
  /** What the head of that clause must be: "called her to thank her", "called her a liar". */
  readonly clauseTag: 'verb' | 'noun' | null
  /** The head of that clause must be one of these. */
  readonly clauseWords: readonly string[]
  /** The head of the clause must be none of these. */
  readonly notClauseWords: readonly string[]
  /** A noun that counts only as object of a light verb ("held a session"); with words, of one of these verbs. */
  readonly light: { readonly needed: boolean; readonly verbs: readonly string[] }
  /** A noun that counts only in the plural ("talks"). */
  readonly plural: boolean
  /** A noun that counts only as a state somebody is in ("is in custody", "on alert"). */
  readonly statal: boolean
  /** A noun that counts only where words around it say how real it is ("hopes of a truce", "ruled out sanctions"). */
  readonly governed: boolean
  /** A noun that counts in capitals as well: "in Evin Prison". */
  readonly named: boolean
  /** A noun that counts only as "the call", where the document tells of one elsewhere. */
  readonly again: boolean
  /** The object is a part of the trigger ("open fire") and no participant. */
  readonly objectIsPart: boolean
  /** The object must have this modifier ("martial law", "joint exercise"). */
  readonly objectMod: readonly string[]
  readonly voice: 'active' | 'passive' | null
  /** The word has other senses: a political actor must be among the participants. */
  readonly political: boolean
  readonly slots: Slots | null
  readonly cameo: string | null
  readonly plover: PloverCode | null
  /** 0 to 1: how often the words mean this where all conditions hold. */
  readonly trust: number
}

/** Options of a pattern. Word lists are lemmas parted by blanks. */
export interface PatternOptions {
  readonly with?: string
  readonly object?: WordClass
  readonly subject?: WordClass
  /** For a noun: what stands in its of-phrase, as possessor or as modifier must be of the class, where there is one. */
  readonly of?: WordClass
  /** The of-phrase (or possessor, or modifier) must be there. */
  readonly needsOf?: boolean
  /** The trigger must have this preposition (one of these). */
  readonly prep?: string
  /** Argument of the preposition must be of the class. */
  readonly prepObject?: WordClass
  readonly notObject?: WordClass
  readonly notSubject?: WordClass
  readonly notOf?: WordClass
  readonly unless?: string
  readonly notPrepObject?: WordClass
  readonly clause?: boolean
  readonly noClause?: boolean
  readonly clauseTag?: 'verb' | 'noun'
  readonly wished?: boolean
  readonly infinitive?: boolean
  readonly ahead?: boolean
  readonly clauseWords?: string
  readonly notClauseWords?: string
  readonly needsLight?: boolean
  readonly lights?: string
  readonly plural?: boolean
  readonly statal?: boolean
  readonly governed?: boolean
  readonly named?: boolean
  readonly again?: boolean
  readonly objectMod?: string
  readonly objectIsPart?: boolean
  /** The clause must be told by a verb of saying. */
  readonly speakerNeeded?: boolean
  /** A phrase without preposition behind the verb, whatever the parser calls it ("gave him ten years", "was given life"). */
  readonly bare?: WordClass
  /** For a noun: who asks for it ("prosecutors sought ten years"). */
  readonly seeker?: WordClass
  /** A second object of the class ("granted them asylum"). */
  readonly secondObject?: WordClass
  readonly voice?: 'active' | 'passive'
  readonly political?: boolean
  readonly slots?: Slots
  readonly cameo?: string
  readonly plover?: readonly [string, string | null]
  readonly trust?: number
}

/** A class from a list of lemmas; `kinds` of mentions and personal pronouns can belong to it as well. */
export function oneOf(lemmas: string, kinds: readonly ActorKind[] = [], pronouns = false): WordClass {
  return { lemmas: new Set(split(lemmas.toLowerCase())), kinds, pronouns }
}

/** All words of the classes. */
export function union(...classes: readonly WordClass[]): WordClass {
  return {
    lemmas: new Set(classes.flatMap((one) => [...one.lemmas])),
    kinds: [...new Set(classes.flatMap((one) => one.kinds))],
    pronouns: classes.some((one) => one.pronouns),
  }
}

/** Any word at all: for "the preposition must be there". */
export const anything: WordClass = { lemmas: new Set(['*']), kinds: [], pronouns: true }

/** Verbs that name the event. */
export function verb(lemmas: string, options: PatternOptions = {}): Pattern {
  return pattern('verb', lemmas, options)
}

/** Nouns that name the event. */
export function noun(lemmas: string, options: PatternOptions = {}): Pattern {
  return pattern('noun', lemmas, options)
}

/** Predicative or attributive adjectives that name the event ("free", "critical of"). */
export function adjective(lemmas: string, options: PatternOptions = {}): Pattern {
  return pattern('adjective', lemmas, options)
}

/** A verb with the noun it needs as object: "take hostage", "grant asylum". The verb is the trigger. */
export function lightVerb(lemmas: string, object: string, options: PatternOptions = {}): Pattern {
  return pattern('verb', lemmas, { ...options, object: oneOf(object), objectIsPart: true })
}

/** A verb with a second word that belongs to it: `phrase('set', 'free')`, `phrase('break call', 'off')`. */
export function phrase(lemmas: string, companion: string, options: PatternOptions = {}): Pattern {
  return pattern('verb', lemmas, { ...options, with: companion })
}

function pattern(kind: Pattern['kind'], lemmas: string, options: PatternOptions): Pattern {
  const needs: Requirement[] = []
  if (options.object) needs.push({ at: 'object', oneOf: options.object, optional: false })
  if (options.subject) needs.push({ at: 'subject', oneOf: options.subject, optional: false })
  if (options.of) needs.push({ at: 'of|poss|mod', oneOf: options.of, optional: options.needsOf !== true })
  if (options.speakerNeeded) needs.push({ at: 'speaker', oneOf: anything, optional: false })
  if (options.secondObject) needs.push({ at: 'second', oneOf: options.secondObject, optional: false })
  if (options.bare) needs.push({ at: 'bare', oneOf: options.bare, optional: false })
  if (options.seeker) needs.push({ at: 'seeker', oneOf: options.seeker, optional: false })
  if (options.prep)
    needs.push({ at: options.prep.replace(/ /g, '|'), oneOf: options.prepObject ?? anything, optional: false })
  const bars: { at: Position; oneOf: WordClass }[] = []
  if (options.notObject) bars.push({ at: 'object', oneOf: options.notObject })
  if (options.notSubject) bars.push({ at: 'subject', oneOf: options.notSubject })
  if (options.notOf) bars.push({ at: 'of|poss|mod', oneOf: options.notOf })
  if (options.notPrepObject) bars.push({ at: 'from|of', oneOf: options.notPrepObject })
  return {
    kind,
    lemmas: split(lemmas),
    companion: options.with === undefined ? null : split(options.with),
    needs,
    bars,
    unless: options.unless === undefined ? [] : split(options.unless),
    clause: options.noClause ? false : (options.clause ?? null),
    clauseTag: options.clauseTag ?? null,
    wished: options.wished ?? false,
    infinitive: options.infinitive ?? false,
    ahead: options.ahead ?? false,
    clauseWords: split(options.clauseWords ?? ''),
    notClauseWords: split(options.notClauseWords ?? ''),
    light: { needed: options.needsLight ?? false, verbs: split(options.lights ?? '') },
    plural: options.plural ?? false,
    statal: options.statal ?? false,
    governed: options.governed ?? false,
    named: options.named ?? false,
    again: options.again ?? false,
    objectMod: split(options.objectMod ?? ''),
    objectIsPart: options.objectIsPart ?? false,
    voice: options.voice ?? null,
    political: options.political ?? false,
    slots: options.slots ?? null,
    cameo: options.cameo ?? null,
    plover: options.plover === undefined ? null : { event: options.plover[0], mode: options.plover[1] },
    trust: options.trust ?? 0.8,
  }
}

function split(words: string): string[] {
  return words.split(' ').filter((word) => word !== '')
}
