import {
  actorKeys,
  foldJudgements,
  type Judgement,
  type Lexicon,
  type RecordActor,
  recordActorId,
  reportKeys,
  type Story,
  scoreProfiles,
  scoreReports,
} from '@backchannel/core'
import { reportId, type StoreReader } from '@backchannel/store'
import type { ClaimFieldsJson, PairJson, RecordActorJson } from '@backchannel/wire/write'
import { ACTOR_CANDIDATES, REPORT_CANDIDATES } from '../limits.ts'
import { actorToWire } from './actors.ts'
import { fieldsOf } from './believed.ts'
import { valueOfField } from './field-words.ts'

/** Pairs of two that the machine keeps apart and that may be one, the likest first; `most` actors or stories are looked at. */
export async function listPairs(
  reader: StoreReader,
  about: 'actor' | 'story',
  lexicon: Lexicon,
  most: number,
): Promise<readonly PairJson[]> {
  const judgements = await reader.judgements(about)
  const found = about === 'actor' ? await actorPairs(reader, lexicon, most) : await storyPairs(reader, most)
  const known = new Map(found.map((pair) => [pair.pair.join(' '), pair]))
  // What a person has judged stays to be seen, and can be judged anew.
  for (const { pair } of judgements) {
    const key = pair.join(' ')
    if (known.has(key)) continue
    const made = about === 'actor' ? await actorPair(reader, pair, null) : await storyPair(reader, pair, null)
    if (made) known.set(key, made)
  }
  const { counting } = foldJudgements(judgements, about)
  const judged = new Map(counting.map((one) => [one.pair.join(' '), one]))
  return [...known]
    .map(([key, pair]) => ({ ...pair, judged: judgedOf(judged.get(key)) }))
    .sort(
      (a, b) =>
        Number(a.judged !== null) - Number(b.judged !== null) ||
        b.score - a.score ||
        (a.pair.join(' ') < b.pair.join(' ') ? -1 : 1),
    )
}

function judgedOf(judgement: Judgement | undefined): PairJson['judged'] {
  if (judgement === undefined || judgement.by.kind !== 'person') return null
  const { verdict, by, at, reason } = judgement
  return { verdict, by: by.name, at, reason }
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
    const [actor] = await reader.recordActors([recordActorId(id)])
    if (actor === undefined) return null
    sides.push(await actorToWire(reader, actor))
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

/** A story with the fields of its first report. */
interface StorySide {
  readonly story: Story
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
    // The id is one of a story, as judgements and rows of the store have them.
    const story = await reader.story(id as Story['id'])
    const [report] = story === null ? [] : await reader.reportsOf(story.id)
    if (story === null || report === undefined) return null
    sides.push({ story, fields: fieldsOf(report), quote: report.evidence.quote })
  }
  const [a, b] = sides
  if (!a || !b || a.story.id === b.story.id) return null
  const field = (name: string, of: (one: StorySide) => string) => ({ field: name, values: [of(a), of(b)] as const })
  return {
    about: 'story',
    ...{ pair: [a.story.id, b.story.id] as const, names: [a.story.title, b.story.title] as const, judged: null },
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
