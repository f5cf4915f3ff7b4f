import type { Correction, Link } from '../model/index.ts'
import { type Orphan, undoneOf } from './fold.ts'

/** A link as it is believed. */
export interface BelievedLink {
  readonly link: Link
  /** Who says that the words do not make it, the latest who does; null while it stands. */
  readonly withdrawn: Correction | null
}

/**
 * The links of one document with what people said against them. A correction finds its link by its kind and by the words
 * that make it, or by words that hold them or are held by them; what finds none is an orphan. Nothing is changed in place.
 */
export function foldLinks(
  text: string,
  links: readonly Link[],
  corrections: readonly Correction[],
): { readonly links: readonly BelievedLink[]; readonly orphans: readonly Orphan[] } {
  const undone = undoneOf(corrections)
  const against = new Map<Link, Correction>()
  const orphans: Orphan[] = []
  for (const correction of [...corrections].sort((a, b) =>
    a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1,
  )) {
    const { id, anchor, change } = correction
    if (change.kind !== 'unlink' || undone.has(id)) continue
    const ofKind = links.filter(({ kind }) => kind === change.link)
    const words = ({ evidence }: Link): string => text.slice(evidence.from, evidence.to)
    const exact = ofKind.filter((link) => words(link) === anchor.quote)
    const near =
      exact.length > 0
        ? exact
        : ofKind.filter(
            (link) => words(link) !== '' && (words(link).includes(anchor.quote) || anchor.quote.includes(words(link))),
          )
    const fitting = near.length > 1 ? near.filter(({ evidence }) => evidence.from === anchor.span.from) : near
    const [found] = fitting
    if (found === undefined || fitting.length > 1)
      orphans.push({ correction, why: near.length > 1 ? 'ambiguous' : 'gone' })
    else against.set(found, correction)
  }
  return { links: links.map((link) => ({ link, withdrawn: against.get(link) ?? null })), orphans }
}
