import { CALENDAR } from './lexicon.ts'
import { createDraft, type Draft, isCapitalized, rootOf, type Scene, tagOf, textOf } from './scene.ts'

/** Nouns that right before or after a name make it an outlet's: "the daily Al Sahil", "Sahil newspaper", "Radio Sahil". */
const OUTLET_WORDS =
  /^(?:newspaper|newspapers|broadcaster|daily|weekly|tabloid|magazine|newswire|website|portal|podcast|channel|station|television|tv|radio|outlet|journal|gazette|broadsheet|newsletter)$/

/** Nouns that need "news" or "press" before them for that: an agency may be any. */
const NEWS_BODIES = /^(?:agency|agencies|service|site|website|outlet|channel|programme|program|show|portal|wire)$/
const NEWS = /^(?:news|press|media|telegraph)$/

/** First words of outlets' names: "Radio Sahil", "TV Sahil". */
const FIRST_WORDS = /^(?:radio|tv|televisión|televisao|télé|daily|channel)$/

/** Letters that only stations go by: "MRTV", "TVP", "Tolo TV" is found by its noun. */
const STATIONS = /^(?:\p{Lu}{1,5}TV\d?|TV\p{Lu}{1,3}\d?|\p{Lu}{2,4}FM)$/u

/** What one says on the air, where "on" and a station's name follow. */
const ON_AIR = /^(?:interview|interviews|broadcast|appearance|appearances)$/

/** Nouns of what one gives to or says in an outlet; "with", "to", "by" or "in" and its name follow. */
const INTERVIEWS = /^(?:interview|interviews|comments|comment|remarks|op-ed|column|podcast)$/

/**
 * Makes outlets of names that no list knows, by the words beside them: a noun for outlets right before or after, a first
 * word such as "Radio", or words that one is told to, interviewed by or cited from. Names of persons stay persons unless
 * such a noun stands beside them.
 */
export function settleOutlets(scene: Scene, names: Draft[]): void {
  // Keys of outlets by their names; null where no list has them.
  const outlets = new Map<string, string | null>()
  for (const draft of names) {
    if (!draft.title) extendOverNoun(scene, draft)
    else if (isBroadcaster(scene, draft)) {
      draft.title = null
      makeOutlet(draft)
      outlets.set(keyOf(scene, draft), null)
    }
    if (draft.kind === 'outlet' && !draft.modifier) outlets.set(keyOf(scene, draft), draft.key)
    if (draft.title || draft.modifier || draft.kind === 'outlet') continue
    const listed = draft.key !== null
    if (!listed && (isListedWithArticle(scene, draft) || isOwnOutlet(scene, draft.coreFirst, draft.coreLast))) {
      makeOutlet(draft)
      outlets.set(keyOf(scene, draft), null)
    }
    if (besideNoun(scene, draft, listed) || (!listed && isSpokenTo(scene, draft, names))) {
      makeOutlet(draft)
      outlets.set(keyOf(scene, draft), null)
    }
  }
  for (const draft of names) {
    const key = outlets.get(keyOf(scene, draft))
    if (key === undefined || draft.kind === 'outlet' || draft.key !== null || draft.title) continue
    makeOutlet(draft)
    draft.key = key
  }
  addMissed(scene, names)
}

/** "Horizont: Ms. Wendt, you ..." in Der Horizont: the document's own outlet, with or without its article. */
export function isOwnOutlet(scene: Scene, first: number, last: number): boolean {
  const own = scene.document.outlet?.toLowerCase().replace(OWN_ARTICLE, '')
  return textOf(scene, first, last).replace(OWN_ARTICLE, '') === own
}

const OWN_ARTICLE = /^(?:the|der|die|das|le|la|les|el|il) /

/** "Vardania's Morning Times": an outlet that is listed with its article, behind whose it is. */
function isListedWithArticle(scene: Scene, { kind, coreFirst, coreLast }: Draft): boolean {
  if (kind === 'person' || !/^['’]s?$/.test(scene.words[coreFirst - 1] ?? '')) return false
  const words = ['The', ...scene.words.slice(coreFirst, coreLast)]
  const match = scene.gazetteers.phrases.longest(words, 0, words.length)
  return match?.end === words.length && match.values.some((entry) => entry.kind === 'outlet')
}

/** "Japanese broadcaster NTK": letters are no person's name, though persons broadcast too. */
function isBroadcaster(scene: Scene, draft: Draft): boolean {
  return (
    scene.lower[draft.coreFirst - 1] === 'broadcaster' &&
    draft.coreLast - draft.coreFirst === 1 &&
    /^\p{Lu}[\p{Lu}\d]+$/u.test(scene.words[draft.coreFirst]!)
  )
}

function makeOutlet(draft: Draft): void {
  draft.kind = 'outlet'
  draft.sector = 'MED'
  draft.gender = null
  draft.key = draft.key?.startsWith('outlet:') ? draft.key : null
}

function keyOf(scene: Scene, draft: Draft): string {
  return scene.lower.slice(draft.coreFirst, draft.coreLast).join(' ')
}

/** "the daily Al Sahil", "news agency SNA", "Sahil newspaper"; a listed body only where the noun is before it. */
function besideNoun(scene: Scene, draft: Draft, listed: boolean): boolean {
  const { lower } = scene
  if (draft.kind === 'state' || (listed && draft.kind !== 'organization')) return false
  const before = lower[draft.first - 1] ?? ''
  const isNoun = (at: number) => OUTLET_WORDS.test(lower[at] ?? '') && tagOf(scene, at) !== 'NNPS'
  if (!listed && draft.coreLast - draft.coreFirst === 1 && STATIONS.test(scene.words[draft.coreFirst]!)) return true
  const isBody = (at: number) => NEWS_BODIES.test(lower[at] ?? '') && NEWS.test(lower[at - 1] ?? '')
  const sentence = (at: number) => scene.tokens.sentence[at] === draft.sentence
  if (
    sentence(draft.first - 1) &&
    (isNoun(draft.first - 1) || isBody(draft.first - 1)) &&
    !isCapitalized(scene.words[draft.first - 1]!)
  )
    return true
  if (before === 'of' || listed) return false
  if (isApposed(scene, draft)) return true
  const first = lower[draft.coreFirst]!
  if (FIRST_WORDS.test(first) && draft.coreLast - draft.coreFirst > 1) return true
  // The noun after it may be inside the name, or stand in lower case right behind.
  const last = draft.coreLast - 1
  if (last > draft.coreFirst && (isNoun(last) || isBody(last))) return true
  const after = draft.last
  if (!sentence(after)) return false
  if (isNoun(after) && tagOf(scene, after) === 'NN' && !/^(?:channel|station|outlet)$/.test(lower[after]!)) {
    // "Kremlin television" belongs to somebody, "Sahil newspaper" is one: nothing but the name stands before it.
    return draft.kind !== 'place'
  }
  // "the Vesta media group": what prints several papers.
  const house =
    /^(?:media|newspaper|news|press)$/.test(lower[after] ?? '') &&
    /^(?:group|network|house)$/.test(lower[after + 1] ?? '')
  return (house || (NEWS.test(lower[after] ?? '') && isBody(after + 1))) && draft.kind !== 'place'
}

/** "a Polish daily, Kurier Morski,", "the magazine, Frontline Review, said": between commas behind the noun, and nothing else there. */
function isApposed({ lower, words, tokens, gazetteers }: Scene, draft: Draft): boolean {
  const noun = lower[draft.first - 2] ?? ''
  const body = PRINTED.test(noun) || (NEWS_BODIES.test(noun) && NEWS.test(lower[draft.first - 3] ?? ''))
  if (words[draft.first - 1] !== ',' || !body || draft.title || tokens.sentence[draft.first - 2] !== draft.sentence)
    return false
  if (gazetteers.givenNames.has(lower[draft.coreFirst]!)) return false
  return tokens.sentence[draft.last] !== draft.sentence || /^[,.;:]$/.test(words[draft.last]!)
}

/** Outlets that nobody is called by: "the broadcaster, Jane Roe," is a person. */
const PRINTED =
  /^(?:newspaper|daily|weekly|tabloid|magazine|newswire|website|portal|station|paper|broadsheet|newsletter)$/

/** "Sahil newspaper" is one mention of Sahil. */
function extendOverNoun(scene: Scene, draft: Draft): void {
  const at = draft.last
  if (draft.kind === 'state' || draft.kind === 'place' || scene.tokens.sentence[at] !== draft.sentence) return
  if (!/^(?:newspaper|daily|weekly|magazine|television|tv|radio|website)$/.test(scene.lower[at] ?? '')) return
  if (tagOf(scene, at) !== 'NN' || /^NN/.test(tagOf(scene, at + 1)) || isCapitalized(scene.words[at]!)) return
  draft.last = at + 1
  draft.modifier = false
  draft.root = rootOf(scene, draft.first, draft.last)
}

/**
 * "told Sahil", "in an interview with Sahil", "Sahil reported": a name without a title that is no listed body, no common
 * noun for a body ("told Parliament") and, where it looks like a person's, is met here only and has no known given name.
 */
function isSpokenTo(scene: Scene, draft: Draft, names: readonly Draft[]): boolean {
  const { lower, gazetteers } = scene
  // "speaking to RTÉ": letters that no list knows are no place.
  const letters = draft.key === null && /^\p{Lu}{2,6}$/u.test(scene.words[draft.coreLast - 1]!)
  if (draft.kind === 'state' || (draft.kind === 'place' && !letters)) return false
  if (draft.many || tagOf(scene, draft.last - 1) === 'NNPS') return false
  const noun = lower[draft.coreLast - 1]!
  // "told MPs"
  if (/^\p{Lu}{2,}s$/u.test(scene.words[draft.coreLast - 1]!)) return false
  if (gazetteers.organizationNouns.has(noun) || gazetteers.groups.has(noun) || gazetteers.persons.has(noun))
    return false
  if (draft.kind === 'person') {
    if (gazetteers.givenNames.has(lower[draft.coreFirst]!) || gazetteers.givenNames.has(noun)) return false
    const again = names.some((one) => one !== draft && sharesWord(scene, one, draft))
    if (again) return false
    if (draft.coreLast - draft.coreFirst > 1 && !isPaperName(scene, draft)) return false
  }
  // "told the state agency Sahil", "quoted by the Sahil Times".
  let start = draft.first
  while (start > 0 && draft.first - start < MAX_DESCRIBING && DESCRIBING.test(lower[start - 1]!)) start--
  const before = lower[start - 1] ?? ''
  const bare = start === draft.first || NEWSROOM.test(lower.slice(start, draft.first).join(' '))
  if (scene.tokens.lemma[start - 1] === 'tell' && bare) return true
  if (isOnProgramme(scene, draft, before)) return true
  if (/^(?:with|to|by|in|for|on)$/.test(before)) {
    for (let at = start - 2; at >= Math.max(0, start - 5); at--) {
      // "remarks on Syria" are about it.
      const given = before === 'on' ? ON_AIR.test(lower[at]!) : INTERVIEWS.test(lower[at]!)
      if (given || (before === 'to' && SPEAKING_TO.test(lower[at]!))) return true
      if (/^(?:interviewed|quoted)$/.test(lower[at]!) && before === 'by' && at === start - 2) return true
      if (/^[,.;:]$/.test(lower[at]!)) break
    }
  }
  if (draft.kind === 'person' && !/^(?:citing|quoting)$/.test(lower[draft.last + 2] ?? '')) return false
  let verb = draft.last
  while (verb - draft.last < 2 && /^(?:has|had|also|first|earlier|later)$/.test(lower[verb] ?? '')) verb++
  return scene.tokens.lemma[verb] === 'report' && /^VB[DZN]$/.test(tagOf(scene, verb))
}

const SPEAKING_TO = /^(?:speaking|concede|conceded|confided|commenting)$/

/** What may stand between "told" or "by" and an outlet's name, and how many words of it at most. */
const DESCRIBING =
  /^(?:the|a|an|state|official|news|press|agency|public|private|local|national|regional|independent|opposition|pro-government|state-run|state-owned|weekly|daily|newspaper|paper|website|site|channel|broadcaster|radio|television|tv|magazine|portal)$/
const MAX_DESCRIBING = 4
/** Words that say that what follows them is a newsroom. */
const NEWSROOM = /\b(?:agency|newspaper|paper|website|site|channel|broadcaster|radio|television|tv|magazine|portal)\b/

/** "said on Newsline's “Sunday Table”", "in an interview for the Vesti programme": who has a programme is on the air. */
function isOnProgramme(scene: Scene, draft: Draft, before: string): boolean {
  const { lower, words } = scene
  if (draft.kind === 'person' || !/^(?:on|for|to|with)$/.test(before)) return false
  const next = lower[draft.last] ?? ''
  if (/^(?:programme|program|show|podcast|newscast|bulletin)$/.test(next)) return true
  return /^['’]s$/.test(next) && /^["“‘]$/.test(words[draft.last + 1] ?? '')
}

/** Articles that names of papers, and few names of persons, begin with. */
const ARTICLES = /^(?:the|der|die|das|le|la|les|el|il|lo|los|al|het|o|os)$/
/** Last words of papers' and stations' names in languages of Europe; own list. */
const PAPER_NOUNS =
  /(?:zeitung|anzeiger|kurier|courier|bote|blatt|bladet?|presse|press|post|posten|welt|stimme|rundschau|nachrichten|echo|news|times|world|today|watch|monde|gazet[at]e?|glas|vesti|novosti|pravda|dnevnik|politika|stampa|corriere|giornale|pa[ií]s|mundo|diario|jornal|folha|globo|herald|journal|tribune|chronicle|guardian|mail|wire|radio|tv|fm)$/

/** "Der Anzeiger", "Harbour World": two words that look like a person's and are a paper's. "told Jane Roe" is a person. */
function isPaperName(scene: Scene, draft: Draft): boolean {
  return ARTICLES.test(scene.lower[draft.coreFirst]!) || PAPER_NOUNS.test(scene.lower[draft.coreLast - 1]!)
}

function sharesWord(scene: Scene, a: Draft, b: Draft): boolean {
  for (let i = a.coreFirst; i < a.coreLast; i++) {
    for (let j = b.coreFirst; j < b.coreLast; j++) if (scene.lower[i] === scene.lower[j]) return true
  }
  return false
}

/** Outlets that the search for names left out: "the newspaper Kurant", "Radio Sahil", "told Portside". */
function addMissed(scene: Scene, names: Draft[]): void {
  const taken = new Set<number>()
  for (const draft of names) for (let at = draft.first; at < draft.last; at++) taken.add(at)
  for (let at = 0; at < scene.words.length; at++) {
    if (taken.has(at) || !isCapitalized(scene.words[at]!) || scene.shouted[at] === 1 || !isMissed(scene, at)) continue
    let last = at + 1
    if (scene.lower[at] === 'channel' && /^\d{1,3}$/.test(scene.words[last] ?? '')) last++
    while (last < scene.words.length && !taken.has(last)) {
      // "the newspaper Al-Sahil" with the hyphen as a word of its own.
      if (/^[-–]$/.test(scene.words[last]!) && isNamePart(scene, last + 1) && touches(scene, last)) last += 2
      else if (isNamePart(scene, last)) last++
      else break
    }
    // "told [the] BBC Persian": what goes on as another mention is none of its own.
    if (taken.has(last) && isCapitalized(scene.words[last]!)) continue
    const draft = createDraft(scene, at, last, 'name', 'outlet')
    draft.sector = 'MED'
    names.push(draft)
    at = last
  }
}

function touches({ tokens }: Scene, at: number): boolean {
  return tokens.from[at] === tokens.to[at - 1] && tokens.to[at] === tokens.from[at + 1]
}

function isNamePart(scene: Scene, at: number): boolean {
  return isCapitalized(scene.words[at] ?? '') && /^NNPS?$/.test(tagOf(scene, at))
}

function isMissed(scene: Scene, at: number): boolean {
  const { lower, words, tokens, gazetteers } = scene
  if (FIRST_WORDS.test(lower[at]!) && at + 1 < words.length && isNamePart(scene, at + 1) && !/^daily$/.test(lower[at]!))
    return true
  // "Channel 14"
  if (lower[at] === 'channel' && /^\d{1,3}$/.test(words[at + 1] ?? '')) return true
  const opens = at === 0 || tokens.sentence[at] !== tokens.sentence[at - 1]
  // "Sahil reported that": what reports, opens a sentence and is called by nothing else is a newspaper.
  if (opens)
    return (
      tokens.lemma[at + 1] === 'report' &&
      /^VB[DZ]$/.test(tagOf(scene, at + 1)) &&
      tagOf(scene, at) === 'NNP' &&
      (!/PER$/.test(tokens.name[at]!) || /^(?:citing|quoting)$/.test(lower[at + 3] ?? '')) &&
      !gazetteers.givenNames.has(lower[at]!)
    )
  if (isCapitalized(words[at - 1]!)) return false
  const noun = lower[at - 1]!
  if (OUTLET_WORDS.test(noun) || (NEWS_BODIES.test(noun) && NEWS.test(lower[at - 2] ?? ''))) return true
  const word = lower[at]!
  if (/^\p{Lu}{2,}s$/u.test(words[at]!)) return false
  const common =
    gazetteers.organizationNouns.has(word) ||
    gazetteers.persons.has(word) ||
    gazetteers.groups.has(word) ||
    gazetteers.offices.has(word) ||
    gazetteers.givenNames.has(word) ||
    CALENDAR.has(word)
  // The tagger takes letters that it does not know for a noun: "told TMZ".
  const named = tagOf(scene, at) === 'NNP' || /^\p{Lu}{2,6}$/u.test(words[at]!)
  if (!named || common || word.length < 3) return false
  // "has conceded to Jeune Monde": who is spoken to may be anybody, so only what looks like a paper's name.
  const paper = isNamePart(scene, at + 1) && !isNamePart(scene, at + 2) && PAPER_NOUNS.test(lower[at + 1]!)
  return tokens.lemma[at - 1] === 'tell' || (noun === 'to' && SPEAKING_TO.test(lower[at - 2]!) && paper)
}
