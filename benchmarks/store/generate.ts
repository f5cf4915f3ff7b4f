import {
  actorId,
  attributionId,
  claimId,
  contentHash,
  type Document,
  type DocumentId,
  documentId,
  type EventStatus,
  type Findings,
  mentionId,
  type RecordActorId,
  type Report,
  recordActorId,
  type Span,
  storyId,
} from '@backchannel/core'
import type { Store, StoreWriter } from '@backchannel/store'

/** How large a store is made. The same numbers give the same store, byte for byte in what is saved. */
export interface StoreSize {
  readonly documents: number
  /** In each document. */
  readonly claims: number
  /** Documents of one write. */
  readonly batch?: number
}

/** Happenings told by about so many documents each, so that stories have several reports. */
const REPORTS_PER_STORY = 6
const ACTORS = 2_000
const OUTLETS = 120
const COUNTRIES = ['BLR', 'USA', 'LTU', 'POL', 'TUR', 'QAT', 'CHE', 'UKR', 'RUS', 'DEU'] as const
const TYPES = ['meeting', 'release', 'talks', 'visit', 'request', 'custody', 'phone-call', 'statement'] as const
const STATUSES: readonly EventStatus[] = ['happened', 'happened', 'happened', 'planned', 'requested', 'offered']
/** The commonest words first: word n is drawn about 1/n as often as the first (Zipf's law), as in real text. */
const COMMON =
  'the of envoy said release talks prisoners minister on in with met after ministry deal meeting freed exchange'.split(
    ' ',
  )
const RARE_WORDS = 30_000
const SYLLABLES = ['ka', 'ro', 'mi', 'ten', 'sol', 'vy', 'dar', 'lu', 'esk', 'han', 'or', 'pe', 'zin', 'gat'] as const

/** Fills an empty store through its public interface only. */
export async function fillStore(store: Store, { documents, claims, batch = 50 }: StoreSize): Promise<void> {
  const random = seeded(documents * 31 + claims)
  for (let first = 0; first < documents; first += batch) {
    await store.write(async (writer) => {
      for (let number = first; number < Math.min(documents, first + batch); number++)
        await saveArticle(writer, number, { documents, claims }, random)
    })
  }
}

async function saveArticle(
  writer: StoreWriter,
  number: number,
  { documents, claims }: StoreSize,
  random: () => number,
): Promise<void> {
  const sentences = Array.from({ length: claims * 3 }, () => sentenceOf(random))
  const text = sentences.map((one) => one.text).join(' ')
  const outlet = `The ${nameOf(Math.floor(random() * OUTLETS))} Post`
  const day = dayOf(Math.floor(random() * 700))
  const document: Document = {
    id: documentId(`doc:${contentHash(`${number}`)}`),
    text,
    title: sentences[0]?.text.slice(0, 60) ?? null,
    outlet,
    carrier: null,
    agency: null,
    published: { text: day, when: { earliest: day, latest: day, precision: 'day' } },
    url: `https://example.org/${number}`,
    language: 'en',
  }
  const findings = findingsOf(document, sentences, claims)
  // A variable of its own, so that a store which keeps more of a document can be filled by this too.
  const stored = {
    document,
    raw: null,
    extractor: { name: 'generated', version: '1' },
    pipeline: 'generated 1',
    found: '2026-01-01T00:00:00Z',
    origin: `/generated/${number}.txt`,
  }
  await writer.saveDocument(stored, findings)
  await writer.saveSketch(
    { document: document.id, sketch: new Uint8Array(256).map(() => Math.floor(random() * 256)) },
    Array.from({ length: 16 }, () => contentHash(`${random()}`).slice(0, 8)),
  )
  const stories = Math.max(1, Math.floor((documents * claims) / REPORTS_PER_STORY))
  for (let claim = 0; claim < claims; claim++)
    await saveClaim(writer, document, findings, claim, Math.floor(random() * stories), random)
}

/** What one story is about follows from its number, so that all its reports agree. */
async function saveClaim(
  writer: StoreWriter,
  document: Document,
  findings: Findings,
  claim: number,
  number: number,
  random: () => number,
): Promise<void> {
  const own = seeded(number)
  const type = pick(TYPES, own)
  const day = dayOf(Math.floor(own() * 700))
  const when = { earliest: day, latest: day, precision: 'day' } as const
  const actors = [Math.floor(own() ** 3 * ACTORS), Math.floor(own() * ACTORS)].map((at) => actorOf(at))
  const evidence = findings.claims[claim]?.evidence
  if (!evidence) return
  for (const [at, actor] of actors.entries()) await saveActor(writer, document.id, `a${claim}-${at}`, actor)
  const report: Report = {
    ref: { document: document.id, claim: claimId(`c${claim + 1}`) },
    type,
    status: pick(STATUSES, own),
    stance: 'asserts',
    trigger: type,
    when,
    published: document.published?.when ?? null,
    place: { name: 'Tarn', country: 'CHE' },
    channel: type === 'meeting' ? { kind: 'special-envoy', setting: 'unknown' } : null,
    participants: actors.map((actor, at) => ({
      role: at === 0 ? 'agent' : 'patient',
      actor: actor.id,
      name: actor.name,
      head: actor.name.split(' ').at(-1) ?? '',
      kind: 'person',
      country: actor.country,
      count: null,
      includes: [],
    })),
    told:
      random() < 0.5
        ? []
        : [
            {
              attribution: attributionId(`q${claim + 1}`),
              name: nameOf(Math.floor(random() * 500)),
              actor: null,
              standing: 'named',
              manner: 'reported',
              through: [],
            },
          ],
    outlet: document.outlet,
    evidence,
    confidence: { score: 0.9, because: 'generated' },
    restates: [],
  }
  const id = storyId(`story:${contentHash(`${number}`)}`)
  await writer.saveReport(report, id, [
    `${type} ${day.slice(0, 7)}`,
    `${type} ${actors[0]?.id}`,
    `${day} ${actors[1]?.id}`,
  ])
  const low = 1 + Math.floor(own() * 4)
  await writer.saveStory({
    id,
    type,
    title: `${actors[0]?.name} and ${actors[1]?.name}: ${type} on ${day}.`,
    when,
    status: report.status,
    claims: [],
    actors: actors.map((actor) => actor.id),
    because: { score: 0.8, because: 'generated' },
    roots: { low, high: low + 1 },
  })
}

interface Person {
  readonly id: RecordActorId
  readonly name: string
  readonly country: string
}

function actorOf(number: number): Person {
  return {
    id: recordActorId(`actor:${contentHash(`${number}`)}`),
    name: `${nameOf(number * 7)} ${nameOf(number * 13 + 5)}`,
    country: COUNTRIES[number % COUNTRIES.length] ?? 'BLR',
  }
}

/** One profile an actor, its first: a state that every article names is not what is measured here. */
async function saveActor(writer: StoreWriter, document: DocumentId, local: string, actor: Person): Promise<void> {
  if ((await writer.recordActors([actor.id])).length > 0) return
  const profile = {
    ref: { document, actor: actorId(local) },
    kind: 'person',
    names: [actor.name],
    country: actor.country,
    sector: 'GOV',
    offices: [],
    published: null,
  } as const
  const { id, name, country } = actor
  await writer.saveActor({ id, name, kind: 'person', country, sector: 'GOV', profiles: [profile] }, [name])
}

interface Sentence {
  readonly text: string
  /** The name it begins with. */
  readonly name: string
}

function sentenceOf(random: () => number): Sentence {
  const name = `${nameOf(Math.floor(random() * ACTORS) * 7)} ${nameOf(Math.floor(random() * ACTORS))}`
  const words = Array.from({ length: 9 + Math.floor(random() * 9) }, () => wordOf(random))
  return { text: `${name} ${words.join(' ')}.`, name }
}

function wordOf(random: () => number): string {
  const rank = Math.floor(RARE_WORDS ** random())
  return COMMON[rank - 1] ?? wordAt(rank)
}

function wordAt(number: number): string {
  let word = ''
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]
  return word
}

function nameOf(number: number): string {
  const word = wordAt(number + 200)
  return (word[0] ?? '').toUpperCase() + word.slice(1)
}

function findingsOf(document: Document, sentences: readonly Sentence[], claims: number): Findings {
  let at = 0
  const spans = sentences.map(({ text, name }) => {
    const span = { from: at, to: at + text.length - 1, name: { from: at, to: at + name.length } }
    at += text.length + 1
    return span
  })
  const told = spans.filter((_, index) => index % 3 === 0).slice(0, claims)
  const quoted = spans.filter((_, index) => index % 3 === 1).slice(0, claims)
  return {
    document,
    mentions: spans.map(({ name }, index) => ({
      ...name,
      id: mentionId(`m${index + 1}`),
      form: 'name',
      head: 0,
      actor: null,
      kind: 'person',
    })),
    actors: [],
    times: [],
    attributions: quoted.map((span, index) => ({
      id: attributionId(`q${index + 1}`),
      source: [span.name],
      actor: null,
      cue: [],
      content: [{ from: span.name.to + 1, to: span.to }],
      manner: 'reported',
      standing: 'named',
      sense: 'voice',
      within: null,
      chain: [],
    })),
    claims: told.map((span, index) => ({
      id: claimId(`c${index + 1}`),
      event: {
        type: 'release',
        status: 'happened',
        trigger: span.name,
        participants: [],
        when: null,
        place: null,
        channel: null,
        plover: null,
        cameo: null,
      },
      stance: 'asserts',
      told: [],
      evidence: evidenceOf(document, span),
      confidence: { score: 0.9, because: 'generated' },
    })),
    links: [],
    diagnostics: [],
    provenance: [],
  }
}

function evidenceOf(document: Document, { from, to }: Span) {
  const { id, text } = document
  return {
    document: id,
    span: { from, to },
    quote: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - 32), from),
    suffix: text.slice(to, to + 32),
  }
}

/** Days from 2024-01-01. */
function dayOf(number: number): string {
  return new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10)
}

function pick<Value>(values: readonly [Value, ...Value[]] | readonly Value[], random: () => number): Value {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new RangeError('nothing to pick from')
  return value
}

/** Mulberry32 (Tommy Ettinger, public domain): 0 to 1, the same for the same seed everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
