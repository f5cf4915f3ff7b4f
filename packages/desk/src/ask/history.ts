import type { BelievedClaim, Correction, DocumentId, Story } from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'
import type { HistoryJson } from '@backchannel/wire/write'
import { believedClaims } from '../believe.ts'
import { listJudgements } from './judgements.ts'
import { findStory } from './stories.ts'

/**
 * What people changed in the claims of a story, and judged of it and its like: the earliest first. Claims that they withdrew
 * from it or made another story of are here too. Corrections whose words no claim rests on any more are not, since nothing
 * tells of which story they were; the document shows them.
 */
export async function showHistory(reader: StoreReader, id: string): Promise<HistoryJson> {
  const story = await findStory(reader, id)
  const corrections = (await correctedClaims(reader, story)).flatMap(({ report, withdrawn, corrections }) =>
    corrections.map((correction) => ({
      document: report.ref.document,
      claim: report.ref.claim,
      withdrawn,
      correction,
    })),
  )
  corrections.sort((a, b) => (a.correction.at < b.correction.at ? -1 : a.correction.at > b.correction.at ? 1 : 0))
  const judgements = await listJudgements(reader, { about: 'story', id: story.id })
  return { story: story.id, corrections, judgements }
}

/** The claims that are or were in a story and that people corrected, added or withdrew; by document, in text order. */
export async function correctedClaims(reader: StoreReader, story: Story): Promise<readonly BelievedClaim[]> {
  const all = await reader.corrections()
  if (all.length === 0) return []
  const inStory = new Set(story.claims.map(({ document, claim }) => `${document} ${claim}`))
  const byDocument = new Map<DocumentId, Correction[]>()
  for (const one of all) {
    const { document } = one.anchor
    byDocument.set(document, [...(byDocument.get(document) ?? []), one])
  }
  const names = new Map<string, string | null>([[story.id, story.id]])
  const wasHere = async ({ story: was }: Correction): Promise<boolean> => {
    if (was === undefined) return false
    // A story that was merged away goes by the id of the other.
    if (!names.has(was)) names.set(was, (await reader.story(was))?.id ?? null)
    return names.get(was) === story.id
  }
  const documents = new Set(story.claims.map(({ document }) => document))
  const found: BelievedClaim[] = []
  for (const [document, own] of byDocument) {
    const told = new Set<string>()
    for (const one of own) if (await wasHere(one)) told.add(one.id)
    if (told.size === 0 && !documents.has(document)) continue
    for (const claim of await believedClaims(reader, document, own)) {
      const isHere = inStory.has(`${document} ${claim.report.ref.claim}`)
      const laidOn = claim.corrections.length > 0
      if (laidOn && (isHere || claim.corrections.some(({ id }) => told.has(id)))) found.push(claim)
    }
  }
  return found
}
