import { createDraft, type Draft, isCapitalized, rootOf, type Scene, tagOf } from './scene.ts'

/** Nouns for bodies that nobody is called by. */
const BODIES =
  /^(?:charity|group|organi[sz]ation|ngo|nonprofit|company|firm|foundation|watchdog|network|coalition|collective|consultancy|startup|think-tank|federation)$/

/** Words of a name in front of what it is, and words up to that noun, at most. */
const LONGEST_NAME = 5
const LONGEST_DESCRIPTION = 6

/**
 * "Open Harbour, a charity that supports sailors,": capitalized words that begin a sentence, none of them a given name, are a
 * body where "a" or "an" and a noun for one stand behind their comma, whatever they look like.
 */
export function settleBodies(scene: Scene, names: Draft[]): void {
  const { words, gazetteers, lower, sentences } = scene
  for (const { first } of sentences) {
    let last = first
    while (isCapitalized(words[last] ?? '') && last - first <= LONGEST_NAME) last++
    if (last - first < 2 || words[last] !== ',' || !/^an?$/.test(words[last + 1] ?? '')) continue
    if (scene.shouted[first] === 1 || gazetteers.givenNames.has(lower[first]!) || !isBody(scene, last + 2)) continue
    const inside = names.filter((one) => one.first < last && one.last > first)
    if (inside.some((one) => one.key !== null || one.last > last)) continue
    const draft = inside[0] ?? createDraft(scene, first, last, 'name', 'organization')
    for (const one of inside.slice(1)) names.splice(names.indexOf(one), 1)
    if (inside.length === 0) names.push(draft)
    Object.assign(draft, {
      first,
      last,
      coreFirst: first,
      coreLast: last,
      head: last - 1,
      modifier: false,
      title: null,
    })
    draft.root = rootOf(scene, first, last)
    if (draft.kind !== 'outlet') draft.kind = 'organization'
    draft.gender = null
  }
}

/** A noun for a body that ends the nouns and adjectives from here. */
function isBody(scene: Scene, first: number): boolean {
  let at = first
  while (at < first + LONGEST_DESCRIPTION && /^(?:NN|NNP|JJ|HYPH|VBN|VBG|AFX)$/.test(tagOf(scene, at))) at++
  while (at > first && /^VB/.test(tagOf(scene, at - 1))) at--
  return at > first && BODIES.test(scene.lower[at - 1]!)
}
