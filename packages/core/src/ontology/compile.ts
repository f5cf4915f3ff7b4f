import type { EventType } from './event-type.ts'
import { EVENT_TYPES } from './event-types/index.ts'
import type { Pattern } from './patterns.ts'

/** A trigger together with the type it names. */
export interface Trigger {
  readonly type: EventType
  readonly pattern: Pattern
  /** How much the pattern asks for; of two that fit, the one that asks more wins. */
  readonly weight: number
}

/** Triggers by the lemma of their head word (lower case). */
export interface TriggerTable {
  readonly verbs: ReadonlyMap<string, readonly Trigger[]>
  readonly nouns: ReadonlyMap<string, readonly Trigger[]>
  readonly adjectives: ReadonlyMap<string, readonly Trigger[]>
  /** Lemmas of the forms of all verbs, so that a wrong lemma loses no trigger. */
  readonly forms: ReadonlyMap<string, string>
}

/** Lists the triggers of the types by lemma, those that ask for more first. */
export function compileTriggers(types: readonly EventType[]): TriggerTable {
  const table = {
    verb: new Map<string, Trigger[]>(),
    noun: new Map<string, Trigger[]>(),
    adjective: new Map<string, Trigger[]>(),
  }
  for (const type of types) {
    for (const pattern of type.triggers) {
      const trigger = { type, pattern, weight: weightOf(pattern) }
      for (const lemma of pattern.lemmas) {
        const list = table[pattern.kind].get(lemma)
        if (list) list.push(trigger)
        else table[pattern.kind].set(lemma, [trigger])
      }
    }
  }
  for (const map of Object.values(table)) for (const list of map.values()) list.sort((a, b) => b.weight - a.weight)
  return { verbs: table.verb, nouns: table.noun, adjectives: table.adjective, forms: regularForms(table.verb.keys()) }
}

/** Irregular forms of verbs that triggers use and that no other verb shares. */
const IRREGULAR: Readonly<Record<string, string>> = {
  beat: 'beaten',
  bend: 'bent',
  break: 'broke broken',
  bring: 'brought',
  drive: 'drove driven',
  feed: 'fed',
  fight: 'fought',
  flee: 'fled',
  fly: 'flew flown',
  forgive: 'forgave forgiven',
  forbid: 'forbade forbidden',
  freeze: 'froze frozen',
  give: 'gave given',
  go: 'went gone',
  hold: 'held',
  lead: 'led',
  lend: 'lent',
  meet: 'met',
  overrun: 'overran',
  overthrow: 'overthrew overthrown',
  ring: 'rang rung',
  pay: 'paid',
  seek: 'sought',
  send: 'sent',
  shake: 'shook shaken',
  shoot: 'shot',
  sink: 'sank sunk',
  slay: 'slew slain',
  speak: 'spoke spoken',
  spend: 'spent',
  stand: 'stood',
  strike: 'struck',
  swear: 'swore sworn',
  steal: 'stole stolen',
  take: 'took taken',
  tell: 'told',
  throw: 'threw thrown',
  undertake: 'undertook undertaken',
  uphold: 'upheld',
  withdraw: 'withdrew withdrawn',
  withhold: 'withheld',
}

/** Regular forms in -s, -ed and -ing, with the spelling rules for final e, y and single consonants. */
function regularForms(lemmas: Iterable<string>): Map<string, string> {
  const forms = new Map<string, string>()
  const known = new Set(lemmas)
  for (const lemma of known) {
    const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma
    const made = [`${stem}ed`, `${stem}ing`, lemma.endsWith('ee') ? `${lemma}ing` : '', `${lemma}s`]
    if (/[^aeiou]y$/.test(lemma)) made.push(`${lemma.slice(0, -1)}ied`, `${lemma.slice(0, -1)}ies`)
    if (/(?:s|sh|ch|x|z|o)$/.test(lemma)) made.push(`${lemma}es`)
    if (/[^aeiou][aeiou][bdglmnprt]$/.test(lemma)) {
      const last = lemma.slice(-1)
      made.push(`${lemma}${last}ed`, `${lemma}${last}ing`)
    }
    for (const form of IRREGULAR[lemma]?.split(' ') ?? []) forms.set(form, lemma)
    for (const form of made) if (form !== '' && !known.has(form) && !forms.has(form)) forms.set(form, lemma)
  }
  // "that he pardon her": a base form that no other verb can be a past of is its own lemma.
  for (const lemma of known)
    if (lemma.length > 5 && !/(?:[dt]|[aeo]w|ore|oke|ove)$/.test(lemma)) forms.set(lemma, lemma)
  return forms
}

function weightOf(pattern: Pattern): number {
  let weight = pattern.trust
  if (pattern.companion) weight += 2
  for (const need of pattern.needs) if (!need.optional) weight += need.oneOf.lemmas.has('*') ? 0.8 : 1
  if (pattern.clause === true) weight += 0.6
  if (pattern.clauseWords.length > 0) weight += 1
  if (pattern.voice) weight += 0.3
  if (pattern.statal || pattern.governed || pattern.plural || pattern.light.needed) weight += 0.5
  if (pattern.objectMod.length > 0) weight += 1
  return weight
}

const BY_NAME: ReadonlyMap<string, EventType> = new Map(EVENT_TYPES.map((type) => [type.name, type]))

/** The event type of a name; undefined where the ontology has none. */
export function maybeEventType(name: string): EventType | undefined {
  return BY_NAME.get(name)
}
