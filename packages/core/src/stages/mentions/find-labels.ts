import { createDraft, type Draft, isCapitalized, type Scene } from './scene.ts'
import { isOwnOutlet } from './settle-outlets.ts'

/** Words of a speaker's name before the colon at most. */
const MAX_NAME = 3
/** Turns of one label at least. */
const MIN_TURNS = 2

/** What stands before a colon in transcripts and is nobody's name. */
const PARTS =
  /^(?:q|a|question|answer|interviewer|reporter|journalist|correspondent|presenter|host|anchor|moderator|chair|chairman|chairwoman|minister|president|judge|witness|speaker|caller|lawyer|counsel|interpreter|translator|update|breaking|watch|live|note|source|credit|read|analysis|spokes\w+|narrator|voice|operator)$/

/**
 * Adds the speakers of a transcript whom the search for names left out, because their names stand in capitals or alone:
 * "ANKER: ...", "Sayers: ..." at the start of two paragraphs or more.
 */
export function addLabels(scene: Scene, names: Draft[]): void {
  const labels = new Map<string, { readonly first: number; readonly last: number }[]>()
  for (const { first, last, paragraph } of scene.sentences) {
    if (!paragraph) continue
    let colon = first
    while (colon < last && colon - first <= MAX_NAME && scene.words[colon] !== ':') colon++
    if (scene.words[colon] !== ':' || colon === first || colon - first > MAX_NAME) continue
    const words = scene.words.slice(first, colon)
    if (!words.every(isCapitalized) || words.some((word) => PARTS.test(word.toLowerCase()))) continue
    const key = words.join(' ').toLowerCase()
    const list = labels.get(key)
    if (list) list.push({ first, last: colon })
    else labels.set(key, [{ first, last: colon }])
  }
  if ([...labels.values()].filter((turns) => turns.length >= MIN_TURNS).length === 0) return
  const taken = new Set<number>()
  for (const draft of names) for (let at = draft.first; at < draft.last; at++) taken.add(at)
  for (const turns of labels.values()) {
    // One who speaks once in a transcript of two still speaks.
    for (const { first, last } of turns) {
      let free = true
      for (let at = first; at < last; at++) if (taken.has(at)) free = false
      if (!free || isOwnOutlet(scene, first, last)) continue
      names.push(createDraft(scene, first, last, 'name', 'person'))
    }
  }
}
