import type { Office } from './gazetteers.ts'
import { CALENDAR } from './lexicon.ts'
import { isCapitalized, type Scene, tagOf } from './scene.ts'

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

/** The noun hangs on the name or the name on the noun. */
function related(scene: Scene, noun: number, first: number, last: number): boolean {
  const { head } = scene.tokens
  const up = head[noun]!
  if (up >= first && up < last) return true
  for (let i = first; i < last; i++)
    if (head[i] === noun) return /^(?:flat|appos|compound|nmod|dep)/.test(scene.tokens.relation[i]!)
  return false
}

/** Goes left over adjectives, nouns and names that modify; stops at weekdays, determiners and everything else. */
function walkLeft(scene: Scene, from: number): number {
  const { tokens, lower } = scene
  let start = from
  while (start > 0) {
    const i = start - 1
    if (tokens.sentence[i] !== tokens.sentence[from] || CALENDAR.has(lower[i]!)) break
    const tag = tagOf(scene, i)
    const relation = tokens.relation[i]!
    const hyphen = /^[-–]$/.test(lower[i]!) && start < from + 1 && start > 1
    if (!hyphen && !/^(?:JJ[RS]?|NN|NNP|VBN|VBG|AFX)$/.test(tag)) break
    if (!hyphen && !/^(?:amod|compound|nmod|flat|dep|conj|punct|goeswith|advmod)/.test(relation)) break
    if (tokens.head[i]! < i && !hyphen) break
    start = i
  }
  return start
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
