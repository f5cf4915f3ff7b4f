import type { Office } from './gazetteers.ts'
import { CALENDAR, NAME_PARTICLES, ORGANIZATION_TAILS } from './lexicon.ts'
import { type Draft, isCapitalized, type Scene, tagOf } from './scene.ts'

/**
 * End of a capitalized title that starts at `at` ("Deputy Foreign Minister Jane Roe"), or `at` where there is none.
 * Reaches `limit` where the whole run is a title.
 */
export function titleEnd(scene: Scene, at: number, limit: number): number {
  const { lower, gazetteers } = scene
  let end = at
  let i = at
  while (i < limit) {
    const office = longestOffice(scene, i, limit)
    if (office > i) {
      const known = gazetteers.offices.get(phrase(scene, i, office))
      if (known?.use === 'N') break
      i = office
      end = i
      // "Secretary of State", "Minister of Defense": the office goes on after "of", if a name follows.
      if (lower[i] === 'of' && i + 1 < limit && !scene.gazetteers.givenNames.has(lower[i + 1]!)) {
        const rest = ofPart(scene, i + 1, limit)
        if (rest > i + 1) {
          i = rest
          end = i
        }
      }
    } else if (gazetteers.officeModifiers.has(lower[i]!) || /^(?:-|&|\/)$/.test(lower[i]!)) i++
    else break
  }
  return end
}

function ofPart(scene: Scene, at: number, limit: number): number {
  let i = at
  while (
    i < limit &&
    /^(?:state|defense|defence|the|interior|treasury|foreign|affairs|finance|justice|energy|health|war|staff|education|culture|commerce|labor|labour|trade|transport|economy)$/.test(
      scene.lower[i]!,
    )
  )
    i++
  return i
}

function phrase(scene: Scene, first: number, last: number): string {
  let text = ''
  for (let i = first; i < last; i++) {
    const gap = i > first && scene.tokens.from[i]! > scene.tokens.to[i - 1]!
    text += (gap ? ' ' : '') + scene.lower[i]
  }
  return text
}

/** Most words of what an office is for, and of the name behind it, hyphens counted. */
const LONGEST_PORTFOLIO = 10
const LONGEST_NAME = 6

/**
 * "Under Secretary for Arms Control Jane Roe", "Minister of Foreign Affairs and Trade Jane Roe": where a capitalized office
 * with all that it is for begins a run, its holder's name; null for other words.
 */
export function longTitle(scene: Scene, at: number, limit: number): TitlePart | null {
  const { words, lower, tokens, gazetteers } = scene
  const capital = (i: number): boolean => i < limit && isCapitalized(words[i]!)
  if (!capital(at)) return null
  let link = at + 1
  while (link < limit && link - at <= LONGEST_OFFICE && !LINKS.test(lower[link]!)) link++
  if (!LINKS.test(lower[link] ?? '') || titleEnd(scene, at, link) !== link) return null
  let last = link + 1
  while (last < limit && last - link < LONGEST_PORTFOLIO + LONGEST_NAME && (capital(last) || goesOn(scene, last)))
    last++
  for (let name = last - 1; name > link + 1 && last - name <= LONGEST_NAME; name--) {
    const alone = last - name === 1 && tokens.name[name] !== 'B-PER'
    const small = /^[-–]$/.test(lower[name]!) || NAME_PARTICLES.has(lower[name]!)
    if (!small && !capital(name)) break
    if (small || alone || gazetteers.portfolios.has(lower[name]!)) continue
    // "Chairman of the Joint Chiefs of Staff | General Jane Roe"
    if (endsOffice(scene, link + 1, name)) return { first: Math.min(titleEnd(scene, name, last), last - 1), last }
  }
  return null
}

const LINKS = /^(?:of|for|on|to)$/

/** Small words and marks inside of what an office is for, and inside of names ("al-Harthi"). */
function goesOn(scene: Scene, at: number): boolean {
  const { lower, words } = scene
  const next = lower[at + 1] === 'the' ? at + 2 : at + 1
  if (/^(?:of|for|and|the|&|[-–])$/.test(lower[at]!)) return isCapitalized(words[next] ?? '')
  return (
    NAME_PARTICLES.has(lower[at]!) && isCapitalized(words[/^[-–]$/.test(lower[next] ?? '') ? next + 1 : next] ?? '')
  )
}

/** "Special Envoy for Vardania | Jane Roe", "Head of the Political Bureau | Jane Roe": what an office is for or of ends there. */
function endsOffice(scene: Scene, first: number, end: number): boolean {
  const { gazetteers, lower, words } = scene
  const before = lower[end - 1]!
  const body = gazetteers.portfolios.has(before) || gazetteers.organizationNouns.has(before)
  if (body || ORGANIZATION_TAILS.has(before) || gazetteers.persons.has(before.replace(/s$/, ''))) return true
  for (let i = first; i < end; i++) {
    const match = gazetteers.phrases.longest(words, i, end)
    if (match?.end === end && match.values.some((one) => /^(?:state|place|organization)$/.test(one.kind))) return true
  }
  return false
}

/** Most words of an office phrase ("chief of the general staff"). */
const LONGEST_OFFICE = 6

/** End of the longest office phrase at `at`, or `at`. */
export function longestOffice(scene: Scene, at: number, limit: number): number {
  for (let end = Math.min(limit, at + LONGEST_OFFICE); end > at; end--) {
    if (scene.gazetteers.offices.has(phrase(scene, at, end))) return end
  }
  return at
}

/**
 * Start of a title in front of a name that starts at `first`: "US deputy envoy", "opposition figure", a determiner
 * included only by the caller. The noun must be for one person and stand in a relation with the name. Returns `first`
 * where there is none.
 */
export function titleStart(scene: Scene, first: number, last: number): number {
  const { tokens, lower, gazetteers } = scene
  const noun = first - 1
  if (noun < 0 || tokens.sentence[noun] !== tokens.sentence[first]) return first
  const capitalTitle = scene.words[first] !== undefined && isCapitalized(scene.words[first]!)
  if (!capitalTitle) return first
  const tag = tagOf(scene, noun)
  const word = lower[noun]!
  const office = gazetteers.offices.get(word)
  if (office?.use === 'A') return walkLeft(scene, noun)
  // An office that begins the sentence, or a rank in capitals, whatever the tagger takes it for.
  const opens = noun === 0 || tokens.sentence[noun - 1] !== tokens.sentence[noun]
  if (office?.use === 'B' && opens && isCapitalized(scene.words[noun]!)) return noun
  if (office?.use === 'B' && tag === 'IN' && isCapitalized(scene.words[noun]!)) return walkLeft(scene, noun)
  if (tag !== 'NN' && tag !== 'NNP') {
    // Modifiers before a capitalized title: "US Deputy ..." or "former Foreign Minister ...".
    return gazetteers.offices.has(lower[first]!) || isTitleWord(scene, first) ? walkLeft(scene, first) : first
  }
  if (!gazetteers.persons.has(word) && !office) return isTitleWord(scene, first) ? walkLeft(scene, first) : first
  if (office?.use === 'N') return first
  if (!related(scene, noun, first, last)) return first
  return walkLeft(scene, noun)
}

function isTitleWord(scene: Scene, index: number): boolean {
  const word = scene.lower[index]!
  return scene.gazetteers.offices.has(word) || scene.gazetteers.officeModifiers.has(word)
}

/** A noun right before a name is its title, unless it is the person spoken to: "told the minister Roe had left". */
function related(scene: Scene, noun: number, first: number, last: number): boolean {
  const { head, relation, lemma } = scene.tokens
  const up = head[noun]!
  if (up >= first && up < last) return true
  const spokenTo = /^(?:tell|ask|inform|remind|assure|warn|show|give|teach|persuade|convince)$/
  return !(/^i?obj$/.test(relation[noun]!) && up >= 0 && spokenTo.test(lemma[up] ?? ''))
}

/** Goes left over adjectives, nouns and names that modify; stops at weekdays, determiners and everything else. */
function walkLeft(scene: Scene, from: number): number {
  const { tokens, lower } = scene
  let start = from
  while (start > 0) {
    const i = start - 1
    if (tokens.sentence[i] !== tokens.sentence[from] || CALENDAR.has(lower[i]!)) break
    const tag = tagOf(scene, i)
    // "anti-corruption campaigner": a hyphen goes with the word before it.
    const hyphen =
      /^[-–]$/.test(lower[i]!) && i > 0 && tokens.to[i - 1] === tokens.from[i] && tokens.to[i] === tokens.from[i + 1]
    if (!hyphen) {
      if (!/^(?:JJ[RS]?|NN|NNP|VBN|VBG|AFX)$/.test(tag)) break
      const head = tokens.head[i]!
      const modifies = head > i && /^(?:amod|compound|nmod|flat|dep|conj|goeswith|advmod)/.test(tokens.relation[i]!)
      // "has ordered President Roe": the verb of a perfect is no part of the title.
      if (tag === 'VBN' && /^(?:has|have|had|having|be|been|being|is|was|were|are)$/.test(lower[i - 1] ?? '')) break
      // A wrong tree must not cut "RSF commander": nouns and adjectives side by side go together all the same.
      if (!modifies && (tag === 'VBG' || /^(?:nsubj|obj|root|iobj)/.test(tokens.relation[i]!))) break
      if (!modifies && tag === 'NNP' && !/^\p{Lu}[\p{Lu}.]+$/u.test(scene.words[i]!) && !isTitleWord(scene, i)) break
    }
    start = i
  }
  // Never start with a hyphen or with the end of a word before one.
  while (start < from && /^[-–]$/.test(lower[start]!)) start++
  return start
}

/** One office of a title: "Army chief General" are two. */
export interface TitlePart {
  readonly first: number
  readonly last: number
}

/** What tabloids and courtesy put before a full name, and offices by their letters; no part of the name. */
const CALLED =
  /^(?:mum|mom|dad|gran|granny|grandma|grandad|grandpa|nan|nana|mama|papa|auntie|aunt|uncle|hubby|wife|husband|hero|brave|cllr|cs|ps|mp|msp|mep|pm|fm|tycoon|don|do[nñ]a)$/

/** Leaves "Mum", "Mama", "CS" and the like out of names of persons that keep two words or more without them. */
export function dropCallings(scene: Scene, names: readonly Draft[]): void {
  for (const draft of names) {
    if (draft.kind !== 'person' || draft.form !== 'name' || draft.coreLast - draft.coreFirst < 3) continue
    if (CALLED.test(scene.lower[draft.coreFirst]!)) draft.coreFirst++
  }
}

/** Cuts the words of a title into its offices, honorifics left out. */
export function splitTitle(scene: Scene, first: number, last: number): TitlePart[] {
  const parts: TitlePart[] = []
  let start = first
  let i = first
  while (i < last) {
    const end = longestOffice(scene, i, last)
    if (end === i) {
      i++
      continue
    }
    // "Dr", "Mawlawi": no role.
    if (scene.gazetteers.honorifics.has(phrase(scene, i, end))) {
      i = end
      start = end
      continue
    }
    // "Deputy Foreign Minister": a modifier that is an office of its own goes with what follows.
    const leads = end === i + 1 && (i === start || scene.lower[i] === 'deputy')
    if (leads && end < last && scene.gazetteers.officeModifiers.has(scene.lower[i]!) && hasOffice(scene, end, last)) {
      i = end
      continue
    }
    // "Secretary of State", "chief of the army" where the office goes on.
    let stop = end
    if (scene.lower[end] === 'of' && end + 1 < last) stop = ofPart(scene, end + 1, last)
    if (stop <= end + 1) stop = end
    parts.push({ first: start, last: stop })
    i = stop
    start = stop
  }
  return parts
}

function hasOffice(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    if (longestOffice(scene, i, last) > i) return true
    if (!scene.gazetteers.officeModifiers.has(scene.lower[i]!)) return false
  }
  return false
}

/** The office that words end with: "deputy foreign minister" is a foreign minister's; null for none. */
export function officeOf(
  scene: Scene,
  first: number,
  last: number,
): { readonly words: string; readonly office: Office } | null {
  for (let start = first; start < last; start++) {
    const words = phrase(scene, start, last)
    const office = scene.gazetteers.offices.get(words)
    if (office) return { words, office }
  }
  return null
}
