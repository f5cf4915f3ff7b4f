import {
  actorKeys,
  describeStory,
  type Lexicon,
  partsOf,
  type RecordActor,
  recordActorId,
  reportKeys,
  type Story,
  type StoryId,
  scoreProfiles,
  scoreReports,
  storyId,
} from '@backchannel/core'
import { reportId, type StoreReader } from '@backchannel/store'
import type { ClaimFieldsJson, JudgedJson, PairJson, RecordActorJson } from '@backchannel/wire/write'
import { findPart } from '../believe-actors.ts'
import { reportsOfStrand } from '../believe-stories.ts'
import { ACTOR_CANDIDATES, REPORT_CANDIDATES } from '../limits.ts'
import { actorToWire } from './actors.ts'
import { fieldsOf } from './believed.ts'
import { valueOfField } from './field-words.ts'
import { listJudgements } from './judgements.ts'

/** Pairs of two that the machine keeps apart and that may be one, the likest first; `most` actors or stories are looked at. */
export async function listPairs(
  reader: StoreReader,
  about: 'actor' | 'story',
  lexicon: Lexicon,
  most: number,
): Promise<readonly PairJson[]> {
  const judged = new Map((await listJudgements(reader, { about })).map((one) => [keyOf(one.pair), one]))
  const found = about === 'actor' ? await actorPairs(reader, lexicon, most) : await storyPairs(reader, most)
  const known = new Map(found.map((pair) => [keyOf(pair.pair), pair]))
  // What a person has judged stays to be seen, and can be judged anew, also where the two are one now, or are no more.
  for (const [key, one] of judged) {
    if (known.has(key)) continue
    const made = about === 'actor' ? await actorPair(reader, one.pair, null) : await storyPair(reader, one.pair, null)
    known.set(key, made ?? gonePair(about, one))
  }
  return [...known]
    .map(([key, pair]) => ({ ...pair, judged: judgedOf(judged.get(key)) }))
    .sort(
      (a, b) =>
        Number(a.judged !== null) - Number(b.judged !== null) ||
        b.score - a.score ||
        (a.pair.join(' ') < b.pair.join(' ') ? -1 : 1),
    )
}

const keyOf = (pair: readonly string[]): string => pair.join(' ')

function judgedOf(judgement: JudgedJson | undefined): PairJson['judged'] {
  if (judgement === undefined || judgement.by.kind !== 'person') return null
  const { verdict, by, at, reason, state } = judgement
  return { verdict, by: by.name, at, reason, state }
}

/** Two of which one is no longer there: nothing is left to compare but the words that were judged. */
function gonePair(about: 'actor' | 'story', { pair, names }: JudgedJson): PairJson {
  const [one = '', other = ''] = names
  return {
    ...{ about, pair, names: [one, other], score: 0, judged: null, joined: false },
    because: 'one of the two is no longer in the record',
    fields: [{ field: 'words', values: [one, other] }],
  }
}

type Scored = { readonly score: number; readonly because: string }

async function actorPairs(reader: StoreReader, lexicon: Lexicon, most: number): Promise<readonly PairJson[]> {
  const pairs = new Map<string, PairJson>()
  const { rows } = await reader.actors({}, { limit: most })
  for (const actor of rows) {
    const keys = [...new Set(actor.profiles.flatMap((profile) => actorKeys(profile, lexicon)))]
    // Keys of kind "actor" lead to actors of the record.
    const ids = (await reader.lookup('actor', keys, ACTOR_CANDIDATES)).map(recordActorId)
    for (const other of await reader.recordActors(ids)) {
      if (other.id === actor.id) continue
      const key = [actor.id, other.id].sort().join(' ')
      if (pairs.has(key)) continue
      const scored = bestOf(actor, other, lexicon)
      const made = scored && (await actorPair(reader, [actor.id, other.id], scored))
      if (made) pairs.set(key, made)
    }
  }
  return [...pairs.values()]
}

/** The best score of two actors; null where what documents say of them forbids that they are one. */
function bestOf(a: RecordActor, b: RecordActor, lexicon: Lexicon): Scored | null {
  let best: Scored | null = null
  for (const one of a.profiles)
    for (const other of b.profiles) {
      const { score, because, verdict } = scoreProfiles(one, other, lexicon)
      if (verdict === 'different') return null
      if (best === null || score > best.score) best = { score, because }
    }
  return best
}

async function actorPair(
  reader: StoreReader,
  pair: readonly [string, string],
  scored: Scored | null,
): Promise<PairJson | null> {
  const sides = []
  for (const id of [...pair].sort()) {
    const part = await findPart(reader, recordActorId(id))
    if (part === null) return null
    const [whole] = await reader.recordActors([part.id])
    const own = new Set(part.profiles.map(({ ref }) => ref.document))
    // Where it is one with others, the documents that tell something of this one alone.
    const told = await actorToWire(reader, part)
    const isAlone = whole?.id === part.id && partsOf(whole).length === 1
    sides.push({ ...told, documents: isAlone ? told.documents : [...own] })
  }
  const [a, b] = sides
  if (!a || !b) return null
  const field = (name: string, of: (one: RecordActorJson) => string) => ({
    field: name,
    values: [of(a), of(b)] as const,
  })
  return {
    about: 'actor',
    ...{ pair: [a.id, b.id] as const, names: [a.name, b.name] as const, judged: null },
    joined: await isOneActor(reader, a.id, b.id),
    ...{ score: scored?.score ?? 0, because: scored?.because ?? 'a person put the two beside each other' },
    fields: [
      field('names', ({ names }) => names.join('; ')),
      field('kind', ({ kind }) => kind),
      field('country', ({ country }) => country ?? ''),
      field('offices', ({ offices }) =>
        offices.map(({ title, of }) => (of === null ? title : `${title} of ${of}`)).join('; '),
      ),
      field('documents', ({ documents }) => String(documents.length)),
    ],
  }
}

async function isOneActor(reader: StoreReader, one: string, other: string): Promise<boolean> {
  return (await reader.recordActors([recordActorId(one), recordActorId(other)])).length < 2
}

async function storyPairs(reader: StoreReader, most: number): Promise<readonly PairJson[]> {
  const pairs = new Map<string, PairJson>()
  const { rows } = await reader.stories({}, { limit: most })
  for (const story of rows) {
    const [first] = await reader.reportsOf(story.id)
    if (first === undefined) continue
    const ids = await reader.lookup('report', reportKeys(first), REPORT_CANDIDATES)
    for (const { report, story: other } of await reader.reports(ids.filter((id) => id !== reportId(first)))) {
      if (other === story.id || report.type !== first.type) continue
      const key = [story.id, other].sort().join(' ')
      const scored = scoreReports(first, report)
      if (scored.score === 0 || (pairs.get(key)?.score ?? 0) >= scored.score) continue
      const made = await storyPair(reader, [story.id, other], scored)
      if (made) pairs.set(key, made)
    }
  }
  return [...pairs.values()]
}

/** A strand as a story, with the fields of its first report. */
interface StorySide {
  readonly story: Story
  /** The story that shows it. */
  readonly shown: StoryId
  readonly fields: ClaimFieldsJson
  readonly quote: string
}

async function storyPair(
  reader: StoreReader,
  pair: readonly [string, string],
  scored: Scored | null,
): Promise<PairJson | null> {
  const sides: StorySide[] = []
  for (const id of [...pair].sort()) {
    const place = await reader.strand(storyId(id))
    const shown = place && (await reader.story(place.story))
    const reports = place === null ? [] : (await reportsOfStrand(reader, place.strand)).map(({ report }) => report)
    const [report] = reports
    if (!place || !shown || report === undefined) return null
    // What is shown in a story with others is described as it would be alone.
    const story = describeStory(place.strand, reports, shown.roots)
    sides.push({ story, shown: shown.id, fields: fieldsOf(report), quote: report.evidence.quote })
  }
  const [a, b] = sides
  if (!a || !b || a.story.id === b.story.id) return null
  const field = (name: string, of: (one: StorySide) => string) => ({ field: name, values: [of(a), of(b)] as const })
  return {
    about: 'story',
    ...{ pair: [a.story.id, b.story.id] as const, names: [a.story.title, b.story.title] as const, judged: null },
    joined: a.shown === b.shown,
    ...{ score: scored?.score ?? 0, because: scored?.because ?? 'a person put the two beside each other' },
    fields: [
      field('type', ({ story }) => story.type),
      field('status', ({ story }) => story.status),
      field('when', ({ story }) => valueOfField(story.when)),
      field('participants', ({ fields }) => valueOfField(fields.participants)),
      field('place', ({ fields }) => fields.place ?? ''),
      field('words', ({ quote }) => quote),
      field('documents', ({ story }) => String(new Set(story.claims.map(({ document }) => document)).size)),
    ],
  }
}
