import type { ActorId, Iso3, Role, Sector } from '../../model/index.ts'
import { baseRelation, spanOfTokens } from '../../text/index.ts'
import type { Entities, Entity } from './entities.ts'
import { PLACE_NOUNS } from './lexicon.ts'
import type { Draft, Scene } from './scene.ts'
import { officeOf, splitTitle } from './titles.ts'

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
    // "a Geneva-based group" only has its seat there.
    if (/^[-–]$/.test(scene.lower[draft.last] ?? '') && scene.lower[draft.last + 1] === 'based') continue
    // An ambassador or envoy "to" a state is not of that state.
    const before = scene.lower[draft.first - 1] ?? ''
    if (
      (before === 'to' || before === 'for' || before === 'on' || before === 'with' || before === 'from') &&
      (around.form === 'name' || draft.first > around.coreFirst)
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
  inheritFromComplements(scene, drafts)
  // "Vardania's foreign minister Jane Roe": the possessor stands before the mention.
  const byEnd = new Map<number, Draft>()
  for (const draft of drafts)
    if (draft.form === 'name' && draft.country !== null && draft.kind !== 'person') byEnd.set(draft.last, draft)
  for (const draft of drafts) {
    const isHeld = draft.kind === 'organization' || (draft.kind === 'person' && draft.title !== null)
    if (draft.form !== 'name' || !isHeld || draft.country !== null) continue
    // "Norland's Supreme Court" is of Norland; "Norland's UN" is not.
    if (draft.kind === 'organization' && (draft.sector === 'IGO' || draft.sector === 'NGO')) continue
    draft.country = stateInside(scene, draft)
    if (draft.country !== null) continue
    const possessive = draft.first - 1
    if (scene.tokens.xpos[possessive] === 'POS' || scene.lower[possessive] === "'s")
      draft.country = byEnd.get(possessive)?.country ?? null
  }
  for (const draft of drafts) {
    if (draft.form !== 'name' || draft.kind !== 'organization' || draft.sector === null) continue
    const around = containers.get(draft)
    if (!around || draft.last > around.coreFirst) continue
    // "a Hamas official" is of the sector of Hamas, "a NATO general" stays a soldier.
    const noun = around.form === 'nominal' ? around.noun : around.title ? scene.lower[around.title.last - 1]! : ''
    if (SECTOR_OF_BODY.test(noun)) around.sector = draft.sector
  }
}

/** "Government of Norland", "Ministry of Health of Norland": the state at the end of a public body's name. */
function stateInside(scene: Scene, draft: Draft): Iso3 | null {
  if (draft.kind !== 'organization' || draft.sector === null || !PUBLIC.has(draft.sector)) return null
  for (let i = draft.coreFirst + 1; i < draft.coreLast - 1; i++) {
    if (scene.lower[i] !== 'of') continue
    const at = scene.lower[i + 1] === 'the' ? i + 2 : i + 1
    const { phrases } = scene.gazetteers
    const found = phrases.longest(scene.words, at, draft.coreLast, (entry) => entry.kind === 'state')
    if (found && found.end === draft.coreLast) return found.values[0]?.country ?? null
  }
  return null
}
const PUBLIC = new Set<Sector>(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY'])

/**
 * "leaders of Vardania's new government", "doctors from two Vardanian charities", "Kurds in northern Vardania": people
 * and bodies are of the country of the complement that says which ones they are.
 */
export function inheritFromComplements(scene: Scene, drafts: readonly Draft[]): void {
  const { tokens, tree, lower } = scene
  const byHead = new Map<number, Draft>()
  for (const draft of drafts) {
    if (draft.country === null || draft.form === 'pronoun') continue
    for (const token of [draft.root, draft.head]) if (!byHead.has(token)) byHead.set(token, draft)
  }
  for (const draft of drafts) {
    const isOpen = draft.form === 'name' ? draft.kind === 'group' || draft.kind === 'place' : draft.kind !== 'state'
    if (draft.country !== null || !isOpen) continue
    // "the town of Port Hale in Norland": what says where it is hangs on the town.
    const noun = tokens.head[draft.root] ?? -1
    const isOfPlace = draft.kind === 'place' && draft.form === 'name' && PLACE_NOUNS.has(lower[noun] ?? '')
    const roots = isOfPlace ? [draft.root, noun] : [draft.root]
    // "fighters loyal to the general of Norland"
    const loyal = tree.children(draft.root).find((child) => child > draft.root && lower[child] === 'loyal')
    if (loyal !== undefined && draft.form === 'nominal') {
      const lord = tree.children(loyal).find((child) => baseRelation(tokens, child) === 'obl')
      draft.country = (lord === undefined ? null : byHead.get(lord)?.country) ?? null
      if (draft.country !== null) continue
    }
    for (const child of roots.flatMap((root) => tree.children(root))) {
      if (child <= draft.root || baseRelation(tokens, child) !== 'nmod') continue
      const whole = byHead.get(child)
      const marker = tree.children(child).find((one) => baseRelation(tokens, one) === 'case' && one < child)
      const preposition = marker === undefined ? '' : (lower[marker] ?? '')
      const says =
        preposition === 'from' ||
        (preposition === 'of' && (SECTOR_OF_BODY.test(draft.noun) || POWER.test(draft.noun))) ||
        (preposition === 'in' && whole?.form === 'name' && (draft.many || draft.kind === 'place'))
      if (!says || !whole) continue
      draft.country = whole.country
      break
    }
  }
}

/** Nouns whose sector is that of the body they belong to. */
const SECTOR_OF_BODY =
  /^(?:official|spokesman|spokeswoman|spokesperson|leader|leadership|chief|head|director|member|fighter|representative|delegation|delegate|negotiator|envoy|supporter|commander|figure|aide|source|team|chairman|chairwoman|chair|chairperson|boss|founder|activist|personnel|staff|employee|militant|politician|candidate)$/

/** Nouns for powers that are told by whoever leads them: "the government of President Roe". */
const POWER = /^(?:government|administration|regime|cabinet|junta|army|force|troop|ally|aide|rival|opponent)$/

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
  inside: ReadonlyMap<Draft, readonly Draft[]>,
): RoleDraft[] {
  const roles: RoleDraft[] = []
  const seen = new Map<string, number>()
  // A headline in capitals comes last, so that its title is not taken where the text has the same.
  const shouted = (draft: Draft) => scene.shouted[draft.first]!
  for (const draft of [...entity.drafts].sort((a, b) => shouted(a) - shouted(b) || a.first - b.first)) {
    if (draft.many) continue
    const parts = inside.get(draft) ?? []
    const ranges =
      draft.form === 'nominal'
        ? [{ first: draft.first, last: draft.coreLast }]
        : draft.title
          ? splitTitle(scene, draft.title.first, draft.title.last)
          : []
    for (const range of ranges) {
      const office = officeOf(scene, range.first, range.last)
      if (!office || (office.office.use === 'A' && office.office.channel !== 'security-service')) continue
      const words = titleWords(scene, draft, range, parts)
      const of = servedBy(scene, draft, office.words, byToken, parts, entities)
      const span = spanOfTokens(scene.tokens, words.first, words.last)
      const title = scene.document.text.slice(span.from, span.to).replace(/\s+/g, ' ')
      const key = title.toLowerCase()
      // "the envoy", said again, is no office beside "special envoy".
      const known =
        seen.get(key) ??
        (draft.determiner === 'definite' || shouted(draft) === 1
          ? roles.findIndex((role) => ` ${role.title.toLowerCase()}`.endsWith(` ${key}`))
          : -1)
      if (known >= 0) {
        const earlier = roles[known]!
        if (earlier.of === null && of !== null && of !== entity) roles[known] = { ...earlier, of }
        continue
      }
      seen.set(key, roles.length)
      roles.push({ title, of: of === entity ? null : of, ...words, sector: office.office.sector })
    }
  }
  return roles.sort((a, b) => a.first - b.first)
}

/** The office without determiner, possessor and country in front, with "of defense" behind. */
function titleWords(
  scene: Scene,
  draft: Draft,
  range: { readonly first: number; readonly last: number },
  parts: readonly Draft[],
): { readonly first: number; readonly last: number } {
  let first = range.first
  for (let i = range.first; i < range.last - 1; i++) {
    if (/^(?:DT|PRP\$|POS|PDT|CD)$/.test(scene.tokens.xpos[i]!) || scene.lower[i] === "'s") first = i + 1
  }
  for (let more = true; more; ) {
    more = false
    const front = parts.find((one) => one.form === 'name' && one.first === first && one.last < range.last)
    if (front) {
      first = front.last
      more = true
    }
    if (/^[-–]$/.test(scene.words[first]!) && first < range.last - 1) {
      first++
      more = true
    }
  }
  let last = range.last
  if (draft.form === 'nominal' && draft.last > draft.coreLast && !parts.some((one) => one.first >= draft.coreLast))
    last = draft.last
  return { first, last }
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
        // A lawyer, a doctor or a critic of somebody need not be of the same country.
        const privately =
          role.of?.kind === 'person' &&
          (role.sector === 'CVL' || role.sector === 'MED' || role.sector === 'EDU' || role.sector === 'BUS')
        if (role.of?.country && !privately) {
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

/**
 * Two last guesses at countries. Officials, governments and delegations of a person are of that person's country
 * ("Roe's envoys"). And where all opposition figures whose country is told are of one country, the others of the
 * document are taken to be of it as well.
 */
export function shareCountries(
  scene: Scene,
  order: readonly Entity[],
  entities: Entities,
  byToken: ReadonlyMap<number, Draft>,
  inside: ReadonlyMap<Draft, readonly Draft[]>,
): void {
  for (const entity of order) {
    if (entity.country !== null || (entity.kind !== 'group' && entity.kind !== 'organization')) continue
    if (entity.sector !== 'GOV' && entity.sector !== 'MIL' && entity.sector !== 'SPY' && entity.sector !== 'COP')
      continue
    for (const draft of entity.drafts) {
      const owner =
        possessorDraft(scene, draft, byToken) ??
        (inside.get(draft) ?? []).find((one) => one.form === 'name' && one.last <= draft.coreFirst)
      const country = owner ? entities.of(owner)?.country : null
      if (country) entity.country = country
    }
  }
  const opposition = order.filter((one) => one.sector === 'OPP' && (one.kind === 'person' || one.kind === 'group'))
  const told = new Set(opposition.flatMap((one) => (one.country === null ? [] : [one.country])))
  const only = told.size === 1 ? [...told][0]! : null
  if (only !== null) for (const entity of opposition) entity.country ??= only
}

/** Words of contact between states: whoever takes part need not be where it takes place. */
const CONTACT =
  /^(?:meet|meeting|talk|summit|negotiate|negotiation|visit|conference|delegation|envoy|sign|mediate|mediation)$/

/** Offices and bodies that are at home where they act: "the police", "rebels", "the president". */
const AT_HOME = new Set<Sector>(['GOV', 'MIL', 'COP', 'OPP', 'REB', 'JUD', 'LEG', 'CVL', 'PTY', 'UAF'])

/**
 * A last guess for those whose country no words tell: officials, courts, rebels and citizens are of the country that
 * their first sentence names as the place ("Police in Port Hale ... in Vardania"), if it names no other country.
 */
export function guessHomes(
  scene: Scene,
  drafts: readonly Draft[],
  order: readonly Entity[],
  inside: ReadonlyMap<Draft, readonly Draft[]>,
): void {
  const abroad = new Set<number>()
  for (let i = 0; i < scene.tokens.length; i++)
    if (CONTACT.test(scene.tokens.lemma[i] ?? '')) abroad.add(scene.tokens.sentence[i] ?? -1)
  const named = new Map<number, Set<Iso3>>()
  const placed = new Map<number, Set<Iso3>>()
  const owned = new Map<number, Set<Iso3>>()
  for (const draft of drafts) {
    if (draft.form !== 'name' || draft.country === null || (draft.kind !== 'state' && draft.kind !== 'place')) continue
    addCountry(named, draft)
    if (draft.kind === 'place' && isInside(scene, draft)) addCountry(placed, draft)
    else if (!isAway(scene, draft)) addCountry(owned, draft)
  }
  for (const entity of order) {
    if (entity.country !== null || entity.sector === null || !AT_HOME.has(entity.sector)) continue
    let first = entity.drafts[0]!
    for (const draft of entity.drafts) if (draft.first < first.first) first = draft
    // A named general at talks abroad is not from there; a president who acts in a country leads it.
    if (entity.kind === 'person' && !(entity.sector === 'GOV' && leads(scene, first))) continue
    if (entity.kind !== 'person' && entity.kind !== 'group' && entity.kind !== 'organization') continue
    // Troops of an alliance and officials of a body without a country have none.
    if ((inside.get(first) ?? []).some((one) => one.form === 'name' && one.country === null)) continue
    // Ministers at talks may be from anywhere.
    if (abroad.has(first.sentence) && (entity.sector === 'GOV' || entity.sector === 'MIL')) continue
    const all = named.get(first.sentence)
    if (all?.size !== 1) continue
    const [only = null] = all
    const isHere = placed.get(first.sentence)?.size === 1
    // A court, the police or a party has no power elsewhere: "parties boycott Vardania's elections".
    const isTheirs =
      DOMESTIC.has(entity.sector) && !first.modifiers.includes('international') && owned.get(first.sentence)?.size === 1
    if (isHere || isTheirs) entity.country = only
  }
}

/** Bodies that act in their own country. */
const DOMESTIC = new Set<Sector>(['COP', 'JUD', 'LEG', 'PTY', 'OPP'])

function addCountry(map: Map<number, Set<Iso3>>, { sentence, country }: Draft): void {
  if (country !== null) map.set(sentence, (map.get(sentence) ?? new Set()).add(country))
}

/** "to Vardania", "against Vardanian forces": where something goes, not where it is done. */
function isAway(scene: Scene, place: Draft): boolean {
  for (let i = place.first - 1; i >= Math.max(0, place.first - 3); i--) {
    if (/^(?:to|from|against|with|for|into|on|by|between)$/.test(scene.lower[i]!)) return true
    if (!/^(?:DT|JJ)$/.test(scene.tokens.xpos[i]!)) return false
  }
  return false
}

/** "President Roe" in office. */
function leads(scene: Scene, { title }: Draft): boolean {
  if (title === null || scene.lower[title.last - 1] !== 'president') return false
  return !/^(?:former|ex|vice|deputy)$/.test(scene.lower[title.last - 2] ?? '')
}

/** "in", "near" and the like before the place, with an article or adjectives between. */
function isInside(scene: Scene, place: Draft): boolean {
  for (let i = place.first - 1; i >= Math.max(0, place.first - 5); i--) {
    if (/^(?:in|near|across|throughout|inside|around|outside)$/.test(scene.lower[i]!)) return true
    if (!/^(?:DT|JJ|NN|NNP|POS|,)$/.test(scene.tokens.xpos[i]!)) return false
  }
  return false
}
