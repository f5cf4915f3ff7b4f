import type { Types } from './name-evidence.ts'
import { type Draft, type Scene, tagOf, textOf } from './scene.ts'
import { findSureNames } from './sure-names.ts'
import { titleStart } from './titles.ts'

/** A run of capitalized words that may be a name, before the document has been heard as a whole. */
export interface Candidate {
  readonly start: number
  readonly first: number
  readonly last: number
  readonly title: Draft['title']
  readonly types: Types
  readonly text: string
}

/** Evidence of a place in the sentence that only a person's name takes; more than the net can have against it. */
const SURE_EVIDENCE = 8

/** Puts names that their place makes sure for whatever else was read there, and finds their surnames elsewhere. */
export function addSure(scene: Scene, candidates: Candidate[], drafts: Draft[]): void {
  // "Under Secretary for Arms Control Jane Roe said": what an office is for is no part of the name.
  const titled = (first: number, last: number) =>
    candidates.some((one) => one.title !== null && one.last === last && one.title.first < first)
  const sure = findSureNames(scene).filter(({ first, last }) => !titled(first, last))
  if (sure.length === 0) return
  const taken = new Int8Array(scene.words.length)
  for (const { start, last } of sure) taken.fill(1, start, last)
  const isTaken = (first: number, last: number) => taken.subarray(first, last).includes(1)
  const kept = drafts.filter((one) => !isTaken(one.coreFirst, one.coreLast))
  drafts.length = 0
  drafts.push(...kept)
  const others = candidates.filter((one) => !isTaken(one.first, one.last))
  // "Congress MP Jane Roe": the mention begins where it did.
  const starts = new Map(candidates.map((one) => [one.last, one.start]))
  candidates.length = 0
  candidates.push(...others)
  for (const { start, first, last } of sure) {
    const title = Math.min(start, titleStart(scene, start, last))
    const from = Math.min(title, starts.get(last) ?? title)
    const text = textOf(scene, first, last)
    const types = { person: SURE_EVIDENCE, organization: 0, place: 0 }
    candidates.push({
      start: from,
      first,
      last,
      title: title < first ? { first: title, last: first } : null,
      types,
      text,
    })
  }
  const surnames = new Set(sure.map(({ last }) => scene.words[last - 1]!))
  for (const one of [...drafts, ...candidates]) taken.fill(1, one.first, one.last)
  for (let at = 0; at < scene.words.length; at++) {
    if (taken[at] === 1 || !surnames.has(scene.words[at]!) || scene.shouted[at] === 1) continue
    // "Were could not say": a word that the tagger knows otherwise, where no sentence begins, or before a verb.
    const opens = at === 0 || scene.tokens.sentence[at - 1] !== scene.tokens.sentence[at]
    if (opens && !/^(?:MD|VBD|VBZ|POS)$/.test(tagOf(scene, at + 1))) continue
    const types = { person: 0, organization: 0, place: 0 }
    candidates.push({ start: at, first: at, last: at + 1, title: null, types, text: textOf(scene, at, at + 1) })
  }
}
