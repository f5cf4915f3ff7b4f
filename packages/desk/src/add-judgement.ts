import {
  documentId,
  type Instant,
  type JudgedWords,
  type Judgement,
  type Lexicon,
  recordActorId,
  type StoryId,
  storyId,
} from '@backchannel/core'
import type { Store, StoreReader, StoreWriter } from '@backchannel/store'
import { believeActors, findPart } from './believe-actors.ts'
import { believeStories, reportsOfStrand } from './believe-stories.ts'
import { deskError } from './errors.ts'
import type { Deciding } from './judge.ts'
import { placeCopyAgain } from './place-copy.ts'
import { refreshStory } from './refresh-story.ts'

/** A person's judgement of two. */
export interface JudgementGiven {
  readonly about: Judgement['about']
  readonly pair: readonly string[]
  readonly verdict: Judgement['verdict']
  readonly author: string
  readonly reason: string
}

/**
 * Adds a judgement, and lets the record be what all judgements say now: two stories or actors that are the same are one, found
 * by both ids; those that are different are not, whatever was said before, and neither lost anything by it; where a person is
 * unsure the machine's decision stands. The same of two documents, of which one is a copy or none. Ids may be those of what
 * was joined. Throws `desk/no-such-story`, `desk/no-such-actor`, `desk/no-such-document`, and `desk/same-pair` where both
 * ids are of one that the machine itself takes for one.
 */
export async function addJudgement(
  store: Store,
  { about, pair, verdict, author, reason }: JudgementGiven,
  { now, lexicon }: Deciding,
): Promise<Judgement> {
  return store.write(async (writer) => {
    const sides: Side[] = []
    for (const id of pair) sides.push(await findSide(writer, about, id))
    const [first, second] = sides.sort((a, b) => (a.id < b.id ? -1 : 1))
    if (!first || !second || first.id === second.id) throw deskError('desk/same-pair', { id: first?.id ?? '' })
    const at = laterThan((await writer.judgements(about)).at(-1)?.at, now())
    const added: Judgement = {
      pair: [first.id, second.id],
      ...{ about, verdict, by: { kind: 'person', name: author }, at, score: null, reason },
      ...(about !== 'copy' && { words: [first.words, second.words] }),
    }
    await writer.addJudgement(added)
    if (about === 'story') await believeStories(writer, lexicon)
    if (about === 'actor') await believeActors(writer, lexicon)
    if (about === 'copy') await believeCopies(writer, added, lexicon)
    return added
  })
}

/** The time of a judgement: after the one before, so that the later one counts also where no clock tells them apart. */
function laterThan(before: Instant | undefined, now: Instant): Instant {
  const least = before === undefined ? 0 : Date.parse(before) + 1
  // With milliseconds always, so that instants are ordered as their texts are.
  return new Date(Math.max(Date.parse(now), least)).toISOString()
}

/** One of the two: its id as the machine has it, and words by which it is found again. */
interface Side {
  readonly id: string
  readonly words: readonly JudgedWords[]
}

/** Words kept of each side, at most; of other documents each, where there are as many. */
const WORDS_KEPT = 4

async function findSide(reader: StoreReader, about: Judgement['about'], id: string): Promise<Side> {
  switch (about) {
    case 'actor': {
      const [whole] = await reader.recordActors([recordActorId(id)])
      const part = whole && (await findPart(reader, recordActorId(id)))
      if (!part) throw deskError('desk/no-such-actor', { name: id })
      const words = part.profiles.flatMap(({ ref, names: [quote] }) =>
        quote === undefined ? [] : [{ document: ref.document, quote }],
      )
      return { id: part.id, words: fewOf(words) }
    }
    case 'story': {
      const place = (await reader.strand(storyId(id))) ?? (await reader.strand(storyId(`story:${id}`)))
      if (place === null) throw deskError('desk/no-such-story', { id })
      const reports = await reportsOfStrand(reader, place.strand)
      const words = reports.map(({ report }) => ({ document: report.ref.document, quote: report.evidence.quote }))
      return { id: place.strand, words: fewOf(words) }
    }
    case 'copy': {
      const stored = await reader.document(documentId(id))
      if (stored === null) throw deskError('desk/no-such-document', { id })
      return { id: stored.document.id, words: [] }
    }
  }
}

function fewOf(words: readonly JudgedWords[]): readonly JudgedWords[] {
  const byDocument = [...new Map([...words].reverse().map((one) => [one.document, one])).values()].reverse()
  return [...byDocument, ...words.filter((one) => !byDocument.includes(one))].slice(0, WORDS_KEPT)
}

/** Lets what the two documents are copies of be found anew, with all that people said. */
async function believeCopies(writer: StoreWriter, { pair }: Judgement, lexicon: Lexicon): Promise<void> {
  const touched = new Set<StoryId>()
  for (const id of pair)
    for (const document of await placeCopyAgain(writer, documentId(id)))
      for (const { story } of await writer.reportsIn(document)) touched.add(story)
  for (const story of [...touched].sort()) await refreshStory(writer, story, lexicon)
}
