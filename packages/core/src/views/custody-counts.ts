import type { Claim, Count, Participant } from '../model/index.ts'
import { sentenceAround } from './around.ts'
import type { Lookup } from './lookup.ts'
import { inRole } from './participants.ts'
import { compositionAfter } from './quantities.ts'
import { chainOf } from './teller.ts'

/**
 * What adds up and what does not in the counts of one happening: a whole and the parts that its sentence lists, and
 * counts of different tellings that cannot both be. One sentence each; empty where nothing is counted twice.
 */
export function countNotes(lookup: Lookup, claims: readonly Claim[]): string[] {
  const counted = claims.flatMap((claim) =>
    inRole(claim.event, 'patient').flatMap((participant) =>
      participant.count === null ? [] : [{ claim, participant, count: participant.count }],
    ),
  )
  const notes = counted.flatMap(({ participant, count }) => partsNote(lookup, participant, count))
  const [first, ...others] = counted.filter(({ claim }) => inRole(claim.event, 'patient').length === 1)
  if (first !== undefined)
    for (const other of others)
      if (!countsMeet(first.count, other.count))
        notes.push(
          `Counts differ: ${figure(first.count)} (${voice(lookup, first.claim)}), ${figure(other.count)} (${voice(lookup, other.claim)}).`,
        )
  return notes
}

function partsNote(lookup: Lookup, { span }: Participant, count: Count): string[] {
  if (count.high !== count.low || count.about) return []
  const { text } = lookup.findings.document
  const around = sentenceAround(text, span)
  const parts = compositionAfter(text.slice(around.from, around.to), span.to - around.from)
  if (parts === null) return []
  const words = parts.words.replace(/\s+/g, ' ')
  if (parts.sum === count.low) return [`“${words}” adds up to ${count.low}.`]
  if (parts.sum < count.low)
    return [`“${words}” adds up to ${parts.sum} of ${count.low}; who the others are is not told.`]
  return [`“${words}” adds up to ${parts.sum}, more than ${count.low}.`]
}

function figure(count: Count): string {
  return count.words === '' ? String(count.low) : count.words.trim()
}

function voice(lookup: Lookup, claim: Claim): string {
  return chainOf(lookup, claim.told)
    .map((step) => step.name)
    .join(' < ')
}

function countsMeet(a: Count, b: Count): boolean {
  if (a.about || b.about) return true
  return a.low <= (b.high ?? Number.POSITIVE_INFINITY) && b.low <= (a.high ?? Number.POSITIVE_INFINITY)
}
