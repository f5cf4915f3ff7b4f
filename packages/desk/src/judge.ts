import {
  actorKeys,
  type Correction,
  contentHash,
  type Document,
  documentId,
  type Evidence,
  fold,
  type Instant,
  type Judgement,
  joinActor,
  type Lexicon,
  type RecordActor,
  recordActorId,
  reportKeys,
  type StoryId,
  storyId,
} from '@backchannel/core'
import type { Store, StoreReader, StoreWriter } from '@backchannel/store'
import { correctionsOf } from './ask/corrections.ts'
import { findStory } from './ask/stories.ts'
import { believedClaims, refold } from './believe.ts'
import { deskError } from './errors.ts'
import { refreshStory } from './refresh-story.ts'

/** Who decides, when, and by which lists outlets and names are known. */
export interface Deciding {
  readonly now: () => Instant
  readonly lexicon: Lexicon
}

/** Where the words of a correction stand: the words, and where they stand twice what tells the place. */
export interface Words {
  readonly document: string
  readonly quote: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
  readonly from?: number | undefined
}

/** A person's change of a claim. */
export interface CorrectionGiven extends Words {
  readonly type?: string | undefined
  readonly change: Correction['change']
  readonly author: string
  readonly reason: string
}

/**
 * Adds a correction, and lets the reports and stories of its document be what is believed now. Throws
 * `desk/no-such-document`, `desk/words-gone`, `desk/words-twice`, and `desk/correction-lost` for one that would change nothing.
 */
export async function addCorrection(
  store: Store,
  { change, type, author, reason, ...words }: CorrectionGiven,
  { now, lexicon }: Deciding,
): Promise<Correction> {
  const id = documentId(words.document)
  const at = now()
  return store.write(async (writer) => {
    const stored = await writer.document(id)
    if (stored === null) throw deskError('desk/no-such-document', { id: id.slice(0, 100) })
    const anchor = findAnchor(stored.document, words)
    const before = await writer.corrections(id)
    const bare: Correction = {
      id: `correction:${contentHash(JSON.stringify([before.length, anchor, type ?? null, change, author, at, reason]))}`,
      anchor,
      ...(type !== undefined && { type }),
      change,
      by: { kind: 'person', name: author },
      at,
      reason,
    }
    const all = [...before, bare]
    const { state } = (await correctionsOf(writer, id, all)).find(({ correction }) => correction.id === bare.id) ?? {
      state: 'gone',
    }
    if (state !== 'holds') throw deskError('desk/correction-lost', { why: WHY[change.kind]?.[state] ?? LOST[state] })
    const story = await storyOf(writer, id, all, bare)
    const added: Correction = story === null ? bare : { ...bare, story }
    await writer.addCorrection(added)
    await refold(writer, id, lexicon)
    return added
  })
}

/** The story in which the claim of a correction is now; null where it is in none. */
async function storyOf(
  reader: StoreReader,
  id: Document['id'],
  all: readonly Correction[],
  correction: Correction,
): Promise<StoryId | null> {
  const { change } = correction
  // What takes a correction back is of the story of that one.
  if (change.kind === 'undo') return all.find((one) => one.id === change.correction)?.story ?? null
  const claim = (await believedClaims(reader, id, all)).find(({ corrections }) =>
    corrections.some((one) => one.id === correction.id),
  )
  const placed = (await reader.reportsIn(id)).find(({ report }) => report.ref.claim === claim?.report.ref.claim)
  // A claim that is withdrawn already is where it was when it was withdrawn.
  return placed?.story ?? claim?.corrections.findLast(({ story }) => story !== undefined)?.story ?? null
}

/** Characters around a quote, as evidence of claims has them. */
const CONTEXT = 32

type Lost = 'gone' | 'ambiguous' | 'value' | 'undone'
const LOST: Readonly<Record<Lost, string>> = {
  gone: 'no claim rests on these words',
  ambiguous: 'several claims rest on these words; say the `type` that is meant',
  value: 'the field cannot have this value',
  undone: 'it was taken back',
}
const WHY: Readonly<Partial<Record<Correction['change']['kind'], Partial<Record<Lost, string>>>>> = {
  unlink: {
    gone: 'no link of this kind rests on these words',
    ambiguous: 'several links of this kind rest on these words',
  },
  undo: { gone: 'this document has no earlier correction of this id' },
}

function findAnchor(
  { id, text }: Pick<Document, 'id' | 'text'>,
  { quote, prefix = '', suffix = '', from: given }: Words,
): Evidence {
  const places: number[] = []
  if (given !== undefined) {
    if (text.startsWith(quote, given)) places.push(given)
  } else
    for (let from = text.indexOf(quote); from >= 0; from = text.indexOf(quote, from + 1)) {
      const to = from + quote.length
      const before = text.slice(Math.max(0, from - prefix.length), from)
      if (before === prefix && text.startsWith(suffix, to)) places.push(from)
    }
  const [from] = places
  if (from === undefined) throw deskError('desk/words-gone', { document: id })
  if (places.length > 1) throw deskError('desk/words-twice', { document: id, times: places.length })
  const to = from + quote.length
  // As claims carry them, so that a claim of the same words agrees with all of it.
  return {
    document: id,
    span: { from, to },
    quote,
    prefix: text.slice(Math.max(0, from - CONTEXT), from),
    suffix: text.slice(to, to + CONTEXT),
  }
}

/** A person's judgement of two. */
export interface JudgementGiven {
  readonly about: Judgement['about']
  readonly pair: readonly string[]
  readonly verdict: Judgement['verdict']
  readonly author: string
  readonly reason: string
}

/**
 * Adds a judgement and acts on it: two stories or actors that are the same become one, by whose first id both are found; copies
 * that are none are parted. What was made one is not parted again by a later judgement. Throws `desk/no-such-story`,
 * `desk/no-such-actor`, `desk/no-such-document`, and `desk/same-pair` where both ids are of one.
 */
export async function addJudgement(
  store: Store,
  { about, pair, verdict, author, reason }: JudgementGiven,
  { now, lexicon }: Deciding,
): Promise<Judgement> {
  const at = now()
  return store.write(async (writer) => {
    const ids: string[] = []
    for (const id of pair) ids.push(await knownId(writer, about, id))
    const [first = '', second = ''] = ids.sort()
    if (first === second) throw deskError('desk/same-pair', { id: first })
    const added: Judgement = {
      pair: [first, second],
      about,
      verdict,
      by: { kind: 'person', name: author },
      at,
      score: null,
      reason,
    }
    await writer.addJudgement(added)
    if (about === 'story' && verdict === 'same') {
      await writer.mergeStories(storyId(second), storyId(first))
      await refreshStory(writer, storyId(first), lexicon)
    }
    if (about === 'actor' && verdict === 'same') await joinActors(writer, added, lexicon)
    if (about === 'copy' && verdict === 'different') await partCopies(writer, first, second, lexicon)
    return added
  })
}

/** The id as the record has it. Throws where it is of nothing. */
async function knownId(reader: StoreReader, about: Judgement['about'], id: string): Promise<string> {
  switch (about) {
    case 'actor': {
      const [actor] = await reader.recordActors([recordActorId(id)])
      if (actor === undefined) throw deskError('desk/no-such-actor', { name: id })
      return actor.id
    }
    case 'story':
      return (await findStory(reader, storyId(id))).id
    case 'copy': {
      const stored = await reader.document(documentId(id))
      if (stored === null) throw deskError('desk/no-such-document', { id })
      return stored.document.id
    }
  }
}

/** Makes two actors one: all that documents say of the second is said of the first. */
async function joinActors(writer: StoreWriter, judgement: Judgement, lexicon: Lexicon): Promise<void> {
  const [id, gone] = judgement.pair.map(recordActorId)
  const [kept] = id ? await writer.recordActors([id]) : []
  const [other] = gone ? await writer.recordActors([gone]) : []
  if (!kept || !other) return
  const documents = await writer.documentsOf(other.id)
  const joined = other.profiles.reduce<RecordActor>((actor, profile) => joinActor(actor, profile, kept.id), kept)
  const keys = new Set(joined.profiles.flatMap((profile) => actorKeys(profile, lexicon)))
  await writer.saveActor(joined, [...keys].sort())
  const touched = new Set<StoryId>()
  for (const document of documents) {
    const cast = await writer.castOf(document)
    await writer.saveCast(
      document,
      cast.map(({ actor, is }) => ({ actor, is: is === other.id ? kept.id : is })),
    )
    const placed = await writer.reportsIn(document)
    const { claims } = fold(
      placed.map(({ report }) => report),
      [judgement],
      [],
    )
    for (const [at, { report }] of claims.entries()) {
      const story = placed[at]?.story
      if (story === undefined) continue
      await writer.saveReport(report, story, reportKeys(report))
      touched.add(story)
    }
  }
  for (const story of touched) await refreshStory(writer, story, lexicon)
}

/** Takes away the row that says that one of the two is made from the other. */
async function partCopies(writer: StoreWriter, first: string, second: string, lexicon: Lexicon): Promise<void> {
  for (const { document, of } of await writer.copies([documentId(first), documentId(second)])) {
    if ((document !== first || of !== second) && (document !== second || of !== first)) continue
    await writer.dropCopy(document)
    for (const id of [document, of])
      for (const { story } of await writer.reportsIn(id)) await refreshStory(writer, story, lexicon)
  }
}
