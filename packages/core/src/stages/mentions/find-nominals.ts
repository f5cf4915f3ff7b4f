import type { ActorKind, Sector } from '../../model/index.ts'
import { baseRelation } from '../../text/index.ts'
import type { Gazetteers } from './gazetteers.ts'
import { FEMALE_NOUNS, GROUP_NUMBERS, MALE_NOUNS, PEOPLE_ADJECTIVES, QUANTITY_NOUNS } from './lexicon.ts'
import { createDraft, type Draft, isCapitalized, isVoice, type Scene, tagOf } from './scene.ts'
import { longestOffice } from './titles.ts'

/** Most words of a complement that is taken into a nominal ("the deputy minister of foreign affairs"). */
const LONGEST_COMPLEMENT = 5
/** Most words that are taken in front of the noun. */
const LONGEST_PREMODIFIER = 12

/** Nouns that are people, groups and organizations by the gazetteers, with what stands around them. */
export function findNominals(scene: Scene, names: readonly Draft[]): Draft[] {
  const taken = new Map<number, Draft>()
  for (const name of names)
    for (let i = name.first; i < name.last; i++) if (!name.modifier || i !== name.first) taken.set(i, name)
  const drafts: Draft[] = []
  for (const sentence of scene.sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      if (taken.has(i)) continue
      const draft = nominalAt(scene, i, sentence.first, sentence.last, taken)
      if (draft) drafts.push(draft)
    }
  }
  return drafts
}

/** "the country": resolved to the state named last, or dropped. */
function countryNoun(scene: Scene, at: number): Draft {
  const draft = createDraft(scene, at - 1, at + 1, 'nominal', 'state')
  draft.coreFirst = at
  draft.root = at
  draft.noun = 'country'
  draft.determiner = 'definite'
  return draft
}

interface NounClass {
  readonly kind: ActorKind
  readonly sector: Sector | null
  readonly many: boolean
  readonly lemma: string
}

/** What a noun stands for; null for one that is neither a person, a group nor an organization. */
export function classifyNoun(gazetteers: Gazetteers, word: string, lemma: string, plural: boolean): NounClass | null {
  for (const form of word === lemma ? [word] : [word, lemma]) {
    const tail = form.slice(form.lastIndexOf('-') + 1)
    const candidates = tail === form || tail === '' ? [form] : [form, tail]
    for (const one of candidates) {
      const group = gazetteers.groups.get(one)
      if (group !== undefined && (one === word || !plural || !gazetteers.persons.has(one))) {
        return { kind: 'group', sector: group, many: true, lemma: one }
      }
      const organization = gazetteers.organizationNouns.get(one)
      if (organization !== undefined) {
        return { kind: plural ? 'group' : 'organization', sector: organization, many: plural, lemma: one }
      }
      const singular = plural && one === word ? singularOf(one, gazetteers) : one
      const person = gazetteers.persons.get(singular)
      if (person !== undefined)
        return { kind: plural ? 'group' : 'person', sector: person, many: plural, lemma: singular }
    }
  }
  return null
}

/** Endings of nouns that are people, whatever the rest: "landowner", "fundamentalist", "steelworker". */
const AGENT_ENDING =
  /(?:[a-z]{3,}(?:ists?|owners?|workers?|goers?|seekers?|dwellers?|fighters?|teachers?|officers?|drivers?|keepers?|mothers?|fathers?|daughters?)|nationals)$/

/** True for nouns that are people by their ending, which no list has. */
export function isAgentNoun(word: string): boolean {
  return (
    AGENT_ENDING.test(word) &&
    !/(?:^|-)(?:list|mist|twist|wrist|waist|checklist|playlist|shortlist|wishlist)s?$/.test(word)
  )
}

function agentNoun(word: string, lemma: string, plural: boolean): NounClass | null {
  if (!isAgentNoun(word)) return null
  return { kind: plural ? 'group' : 'person', sector: null, many: plural, lemma }
}

/** "Jane Roe, the face of the protest,": whatever noun stands in apposition to a person's name and has an article. */
function describing(scene: Scene, at: number, lemma: string, plural: boolean): NounClass | null {
  const { tokens, tree } = scene
  const head = tokens.head[at] ?? -1
  if (plural || head < 0 || head > at || baseRelation(tokens, at) !== 'appos' || !tokens.name[head]?.endsWith('PER'))
    return null
  if (!tree.children(at).some((child) => baseRelation(tokens, child) === 'det')) return null
  return { kind: 'person', sector: null, many: false, lemma }
}

/** The singular of a plural noun, where the lists know it; the word itself otherwise. */
function singularOf(word: string, gazetteers: Gazetteers): string {
  const tries = [
    word.replace(/s$/, ''),
    word.replace(/es$/, ''),
    word.replace(/ies$/, 'y'),
    word.replace(/men$/, 'man'),
  ]
  return tries.find((one) => one !== word && gazetteers.persons.has(one)) ?? word
}

function nominalAt(
  scene: Scene,
  at: number,
  low: number,
  high: number,
  taken: ReadonlyMap<number, Draft>,
): Draft | null {
  const { tokens, lower, gazetteers } = scene
  const tag = tagOf(scene, at)
  if (
    /^(?:JJ|VBN|VBD)$/.test(tag) &&
    PEOPLE_ADJECTIVES.has(lower[at]!) &&
    lower[at - 1] === 'the' &&
    !/^(?:NN|JJ|VB|HYPH|CD)/.test(tagOf(scene, at + 1))
  ) {
    const draft = createDraft(scene, at - 1, at + 1, 'nominal', 'group')
    draft.coreFirst = at
    draft.many = true
    draft.noun = lower[at]!
    draft.determiner = 'definite'
    return draft
  }
  if (isBareNumber(scene, at)) {
    const draft = createDraft(scene, at - 1, at + 1, 'nominal', 'group')
    draft.coreFirst = at
    draft.root = at
    draft.many = true
    draft.noun = lower[at]!
    draft.count = lower[at]!
    draft.determiner = 'definite'
    return draft
  }
  if (!tag.startsWith('NN')) return null
  // A noun that only modifies the next one: "police station", "opposition figure".
  if (isPremodifier(scene, at, high)) return null
  const plural = tag === 'NNS' || tag === 'NNPS'
  if (/^(?:country|nation|kingdom)$/.test(lower[at]!) && /^(?:the|this)$/.test(lower[at - 1] ?? ''))
    return countryNoun(scene, at)
  if (/^exile$/.test(lower[at]!) && lower[at - 1] === 'in') return null
  const lemma = (tokens.lemma[at] ?? '').toLowerCase()
  const noun =
    classifyNoun(gazetteers, lower[at]!, lemma, plural) ??
    agentNoun(lower[at]!, lemma, plural) ??
    describing(scene, at, lemma, plural)
  if (!noun) return null
  if (QUANTITY_NOUNS.has(lower[at]!) && quantified(scene, at) >= 0) return null
  // A capitalized office in a name run that is no title ("Minister" alone) still is a nominal; other capitals are names.
  // Plurals in capitals are people: "Republicans", "Kurds".
  if (tag === 'NNP' && !gazetteers.offices.has(noun.lemma) && noun.kind !== 'organization') return null
  if (isNegatedPredicate(scene, at)) return null
  const draft = buildNominal(scene, at, noun, low, high, taken)
  return isSomebody(scene, draft) ? draft : null
}

/** "the two": resolved to a group of so many, or dropped. */
function isBareNumber(scene: Scene, at: number): boolean {
  const { tokens, lower } = scene
  return (
    tagOf(scene, at) === 'CD' &&
    GROUP_NUMBERS.has(lower[at]!) &&
    lower[at - 1] === 'the' &&
    /^(?:nsubj|obj|iobj|obl)$/.test(baseRelation(tokens, at))
  )
}

/** "They are not prisoners" speaks of nobody who is one. */
function isNegatedPredicate(scene: Scene, at: number): boolean {
  const children = scene.tree.children(at)
  return (
    children.some((child) => scene.tokens.relation[child] === 'cop') &&
    children.some((child) => /^(?:not|n't|never|no)$/.test(scene.lower[child]!))
  )
}

/** Nouns with other common senses count only with words around them that make them people or a body. */
function isSomebody(scene: Scene, draft: Draft): boolean {
  if (/^(?:television|tv|radio)$/.test(draft.noun))
    return draft.modifiers.some((word) =>
      /^(?:state|government|public|national|local|independent|opposition|state-run)$/.test(word),
    )
  if (draft.noun === 'media' && draft.modifiers.includes('social')) return false
  const known = AMBIGUOUS.get(draft.noun)
  if (known === undefined) return true
  if (draft.many && /^(?:agent|guard|driver|local|host|side|source)$/.test(draft.noun)) return true
  if (
    draft.noun === 'force' &&
    draft.modifiers.some((word) => /^(?:air|task|security|peacekeeping|armed|police)$/.test(word))
  )
    return true
  if (known === 'of' && scene.lower[draft.coreLast] === 'of' && ofSomebody(scene, draft)) return true
  if (/^(?:mission|presidency|treasury)$/.test(draft.noun) && isOfState(scene, draft)) return true
  const publishes = /^(?:channel|website|network|station|paper|line|daily|weekly|wire|column)$/.test(draft.noun)
  for (const modifier of draft.modifiers) {
    const sector = scene.gazetteers.sectorModifiers.get(modifier)
    if (sector !== undefined && (!publishes || sector === 'MED')) return true
  }
  if (known === 'figure')
    return draft.modifiers.some((word) =>
      /^(?:public|senior|leading|key|religious|political|prominent|popular|controversial|influential)$/.test(word),
    )
  return isVoice(scene, draft)
}

/** "Vardania's mission to the bloc", "the Vardanian presidency": a state's own body, by a capital before it. */
function isOfState(scene: Scene, draft: Draft): boolean {
  const body = draft.noun !== 'mission' || /^(?:in|to|at)$/.test(scene.lower[draft.coreLast] ?? '')
  if (!body || draft.determiner === 'indefinite') return false
  for (let at = draft.first; at < draft.coreFirst; at++) {
    const match = scene.gazetteers.phrases.longest(scene.words, at, draft.coreFirst)
    if (match?.values.some((one) => one.kind === 'state' || one.kind === 'adjective')) return true
  }
  return false
}

/** "head of the agency", "members of the party", but not "head of the table". */
function ofSomebody(scene: Scene, draft: Draft): boolean {
  for (let i = draft.coreLast + 1; i < Math.min(draft.coreLast + 6, scene.tokens.length); i++) {
    const tag = tagOf(scene, i)
    if (/^NNPS?$/.test(tag)) return true
    if (
      tag.startsWith('NN') &&
      classifyNoun(scene.gazetteers, scene.lower[i]!, scene.tokens.lemma[i] ?? '', tag === 'NNS')
    )
      return true
    if (!/^(?:DT|JJ|NN|PRP\$|POS|CD)/.test(tag)) return false
  }
  return false
}

/** Ambiguous nouns, and what beside a telling modifier or a verb of saying makes them somebody. */
const AMBIGUOUS: ReadonlyMap<string, 'of' | 'figure' | 'voice'> = new Map([
  ...['head', 'chair', 'leadership'].map((word) => [word, 'of'] as const),
  ['figure', 'figure'],
  ...[
    'source',
    'lead',
    'minor',
    'host',
    'agent',
    'cell',
    'driver',
    'channel',
    'service',
    'house',
    'state',
    'body',
    'unit',
    'board',
    'office',
    'center',
    'centre',
    'front',
    'command',
    'wing',
    'mission',
    'network',
    'station',
    'website',
    'paper',
    'business',
    'branch',
    'band',
    'movement',
    'generation',
    'majority',
    'minority',
    'public',
    'society',
    'intelligence',
    'daily',
    'weekly',
    'wire',
    'contingent',
    'line',
    'faculty',
    'presidency',
    'monarchy',
    'treasury',
    'institution',
    'operator',
    'producer',
    'supplier',
    'force',
    'local',
    'guard',
    'exile',
    'club',
    'column',
    'panel',
    'statehood',
    'headquarters',
  ].map((word) => [word, 'voice'] as const),
])

function isPremodifier(scene: Scene, at: number, high: number): boolean {
  const { tokens } = scene
  const head = tokens.head[at]!
  // "Vardanian media shows Roe": a verb taken for a noun.
  if (head === at + 1 && /^(?:shows|says|reports|claims|warns|vows|urges|denies|demands)$/.test(scene.lower[head]!))
    return false
  if (/^(?:compound|nmod:desc)$/.test(tokens.relation[at]!) && head > at && head < high) return true
  // A title that a person's name follows is part of that name even where the tree is wrong.
  return (
    /^[-–]$/.test(scene.words[at + 1] ?? '') &&
    tokens.from[at + 1] === tokens.to[at] &&
    /^(?:NN|VB|JJ)/.test(tagOf(scene, at + 2))
  )
}

/** Token of the noun that a quantity noun counts ("dozens of prisoners"), or -1. */
function quantified(scene: Scene, at: number): number {
  for (const child of scene.tree.children(at)) {
    if (child > at && baseRelation(scene.tokens, child) === 'nmod' && scene.lower[at + 1] === 'of') return child
  }
  return -1
}

function buildNominal(
  scene: Scene,
  at: number,
  noun: NounClass,
  low: number,
  high: number,
  taken: ReadonlyMap<number, Draft>,
): Draft {
  const { tokens, tree, lower } = scene
  let first = at
  for (const child of tree.children(at)) {
    if (child >= at) break
    if (
      !/^(?:det|amod|compound|nummod|nmod:poss|nmod:desc|nmod:unmarked|det:predet|cc:preconj|goeswith)$/.test(
        tokens.relation[child]!,
      )
    )
      continue
    const extent = tree.extent(child).first
    if (extent >= low && at - extent <= LONGEST_PREMODIFIER) first = Math.min(first, extent)
  }
  // Words directly before that the tree hung elsewhere: a determiner or an adjective cannot stand alone.
  while (
    first > low &&
    (/^(?:DT|JJ[RS]?|PRP\$|CD|HYPH|PDT)$/.test(tagOf(scene, first - 1)) || lower[first - 1] === 'both') &&
    !/^[,;:]$/.test(lower[first - 1]!)
  ) {
    if (at - first >= LONGEST_PREMODIFIER) break
    // "in 2017 the army": nothing stands before an article but "all" and the like.
    if (/^(?:the|a|an)$/.test(lower[first]!) && /^(?:JJ[RS]?|CD|HYPH)$/.test(tagOf(scene, first - 1))) break
    if (tagOf(scene, first - 1).startsWith('JJ') && tokens.head[first - 1]! < first) break
    first--
  }
  // "of 26 alleged spies": the parser may hang the preposition on the number.
  while (first < at && /^(?:[,;:“"”]|and|or|either|``|of|by|with|against|from|to)$/.test(lower[first]!)) first++
  // "not on list - lawyer", "after mediation -officials": behind a dash of its own stands who says so in a headline.
  for (let i = at; i > first; i--) {
    if (!/^[-–—]/.test(lower[i]!) || scene.document.text[tokens.from[i]! - 1] !== ' ') continue
    if (i < at - 1 && tokens.to[i] === tokens.from[i + 1]) continue
    first = i === at ? at : i + 1
    break
  }
  // "to free hostages" is a verb with its object.
  if (first < at && lower[first] === 'free' && lower[first - 1] === 'to') first++
  const premodifiers: string[] = []
  for (let i = first; i < at; i++) {
    const owner = taken.get(i)
    if (owner && !owner.modifier) continue
    if (/^(?:JJ[RS]?|NN|NNP|VBN|VBG|NNS)$/.test(tagOf(scene, i)) && tokens.head[i]! >= first && tokens.head[i]! <= at) {
      premodifiers.push(lower[i]!)
    }
  }
  let start = first
  // "the president's special envoy" where the tree hung the possessor elsewhere.
  if (first > low + 1 && tagOf(scene, first - 1) === 'POS') {
    const possessor = taken.get(first - 2)
    start = possessor && possessor.last === first - 1 ? possessor.first : first - 2
  }
  // "dozens of prisoners": the quantity belongs to the mention.
  if (first > low + 1 && lower[first - 1] === 'of' && /^(?:NNS?|CD|DT|JJ)$/.test(tagOf(scene, first - 2))) {
    const quantity = first - 2
    if (QUANTITY_NOUNS.has(lower[quantity]!) || /^(?:CD)$/.test(tagOf(scene, quantity))) {
      start = quantity
      while (
        start > low &&
        /^(?:DT|CD|JJ[RS]?|RB[RS]?|IN)$/.test(tagOf(scene, start - 1)) &&
        /^(?:a|the|some|about|at|least|more|than|nearly|several|two|three|tens|large|small|whole|\d.*)$/.test(
          lower[start - 1]!,
        )
      )
        start--
    }
  }
  // "Kim Jong-un's sister" where the tree knows only a part of the name.
  const inside = taken.get(start)
  if (inside && inside.last <= at) start = Math.min(start, inside.first)
  const last = complementEnd(scene, at, high, noun)
  const draft = createDraft(scene, start, last, 'nominal', noun.kind)
  draft.head = at
  draft.coreFirst = at
  draft.coreLast = at + 1
  draft.root = at
  draft.many = noun.many
  draft.noun = noun.lemma
  draft.modifiers = premodifiers
  draft.determiner = determinerOf(scene, start, at)
  draft.count = countOf(scene, start, at)
  if (draft.count !== null && draft.kind === 'organization') draft.kind = 'group'
  // The media of a country speak as an outlet does; social media do not.
  if (/^(?:media|press|television|tv|radio)$/.test(noun.lemma) && !premodifiers.includes('social'))
    draft.kind = 'outlet'
  draft.sector = sectorOf(scene, noun, premodifiers, at)
  // "the Organization for Human Dialogue": capitals inside a sentence make a name of it.
  if (
    noun.kind === 'organization' &&
    at > low &&
    last > at + 1 &&
    isCapitalized(scene.words[at]!) &&
    isCapitalized(scene.words[last - 1]!) &&
    draft.country === null
  ) {
    draft.form = 'name'
    draft.coreLast = last
    draft.head = last - 1
    draft.noun = ''
    if (draft.determiner === 'definite') draft.first = at
  }
  draft.gender = MALE_NOUNS.has(noun.lemma) ? 'male' : FEMALE_NOUNS.has(noun.lemma) ? 'female' : null
  return draft
}

/** End of a short complement that says which one: "of defense", "in Minsk", "at the embassy". */
function complementEnd(scene: Scene, at: number, high: number, noun: NounClass): number {
  const { tokens, tree, lower } = scene
  const preposition = lower[at + 1] ?? ''
  if (at + 2 >= high || !/^(?:of|in|from|at|for)$/.test(preposition)) return at + 1
  if (preposition !== 'of' && noun.kind === 'person') return at + 1
  for (const child of tree.children(at)) {
    if (child <= at + 1 || baseRelation(tokens, child) !== 'nmod') continue
    const extent = tree.extent(child)
    if (extent.first !== at + 1) continue
    // Only what stands close: stop at a comma, a relative clause or an apposition inside.
    let last = child + 1
    while (last < extent.last && baseRelation(tokens, last) === 'flat') last++
    if (last - at - 1 > LONGEST_COMPLEMENT) return at + 1
    const named = /^NNP/.test(tagOf(scene, child))
    if (preposition === 'of' || named) return last
  }
  return at + 1
}

function determinerOf(scene: Scene, first: number, at: number): Draft['determiner'] {
  for (let i = first; i < at; i++) {
    const word = scene.lower[i]!
    const tag = tagOf(scene, i)
    if (tag === 'PRP$' || tag === 'POS') return 'possessive'
    if (word === 'the') {
      // "the president's aides": the determiner belongs to the possessor.
      const head = scene.tokens.head[i]!
      if (head < at && scene.tokens.relation[head] === 'nmod:poss') return 'possessive'
      return 'definite'
    }
    if (/^(?:this|that|these|those|both|such)$/.test(word) && tag.endsWith('DT')) return 'demonstrative'
    if (/^(?:a|an|some|any|another|no|every|each|several|many|few|one|other)$/.test(word)) return 'indefinite'
  }
  return 'none'
}

function countOf(scene: Scene, first: number, at: number): string | null {
  for (let i = first; i < at; i++) {
    if (tagOf(scene, i) === 'CD' && baseRelation(scene.tokens, i) === 'nummod') return scene.lower[i]!
    if (QUANTITY_NOUNS.has(scene.lower[i]!) && scene.lower[i + 1] === 'of') return scene.lower[i]!
  }
  return null
}

/** Offices and modifiers refine the noun's own sector: "opposition figure", "military official", "rebel leader". */
function sectorOf(scene: Scene, noun: NounClass, modifiers: readonly string[], at: number): Sector | null {
  const { gazetteers } = scene
  for (let i = Math.max(0, at - 2); i < at; i++) {
    if (longestOffice(scene, i, at + 1) === at + 1) {
      const office = gazetteers.offices.get(scene.lower.slice(i, at + 1).join(' '))
      if (office?.sector) return office.sector
    }
  }
  const open = noun.sector === null || noun.sector === 'CVL' || noun.sector === 'PTY' || noun.sector === 'OPP'
  const official =
    /^(?:agency|department|bureau|official|spokesman|spokeswoman|spokesperson|agent|officer|chief|aide|adviser|advisor|command|personnel|service|delegation|committee|representative)$/.test(
      noun.lemma,
    )
  if (!open && !official) return noun.sector
  for (let i = modifiers.length - 1; i >= 0; i--) {
    const sector = gazetteers.sectorModifiers.get(modifiers[i]!)
    if (sector) return sector
  }
  return noun.sector
}
