import {
  actorId,
  actorKeys,
  contentHash,
  documentId,
  EMPTY_LEXICON,
  type Report,
  recordActorId,
  reportKeys,
  type StoryId,
  storyId,
  type When,
} from '@backchannel/core'
import { type FinishedReading, ingest } from '@backchannel/desk'
import type { CastMember, PlacedReport, Store, StoreWriter } from '@backchannel/store'
import { dayOf, ownKey, partsOfTellings, type Readings, retold, type Telling, tell, tellingPool } from './readings.ts'

/** Articles that are really placed; all others tell of the same people on other days. */
const PLACED = 600
/** Documents of one write: keys lie all over their table, so the more at once, the more of them share a page. */
const TOGETHER = 400
/** People who are named in one article of the year only. */
const PASSERS_BY = 6
const DAY = 86_400_000

interface Template {
  readonly reading: FinishedReading
  readonly published: string
  readonly reports: readonly PlacedReport[]
  readonly cast: readonly CastMember[]
}

/** A year of news in a store, which can be made longer. */
export interface Year {
  readonly store: Store
  /** Adds articles until there are so many. */
  growTo(documents: number): Promise<void>
}

/**
 * Fills an empty store with a year of news: real readings, placed, and then the same again and again on other days without
 * comparing anything, so that the same few leaders, lands and kinds of events are in thousands of articles and their keys lead
 * to as many. Each article also names people whom no other names. What is not compared is written through the same interface
 * into the same tables: documents, findings, words, sketches, actors, casts, reports, stories, and the keys of all of them. Its
 * copies have keys of their own, its stories are told by one template a month, and rows of stories are written as they begin
 * and not counted again.
 */
export async function beginYear(store: Store, readings: Readings, documents: number): Promise<Year> {
  const first = Math.min(PLACED, documents, readings.all.length)
  const tellings = new Map<string, Telling>()
  for (let number = 0; number < first; number++)
    tellings.set(`a${number}`, { reading: readings.all[number]![1], number, published: dayOf(number) })
  const pool = tellingPool(readings.pipeline, tellings)
  const options = { store, pool, lexicon: EMPTY_LEXICON, now: () => '2026-12-31T00:00:00Z' }
  for await (const event of ingest(partsOfTellings(tellings.keys()), options))
    if ('done' in event && event.failed > 0) throw new Error(`${event.failed} articles failed`)

  const templates: Template[] = []
  for (const telling of tellings.values()) {
    const reading = tell(telling).findings
    const { id } = reading.findings.document
    templates.push({
      reading,
      published: telling.published,
      reports: await store.reportsIn(id),
      cast: await store.castOf(id),
    })
  }
  return growing(store, templates, new Set(), first)
}

function growing(store: Store, templates: readonly Template[], stories: Set<StoryId>, first: number): Year {
  let made = first
  return {
    store,
    async growTo(documents) {
      for (; made < documents; made = Math.min(documents, made + TOGETHER)) {
        await store.write(async (writer) => {
          for (let at = made; at < Math.min(documents, made + TOGETHER); at++)
            await saveTelling(writer, templates[at % templates.length]!, at, stories)
        })
      }
    },
  }
}

async function saveTelling(writer: StoreWriter, template: Template, number: number, stories: Set<StoryId>) {
  const published = dayOf(number)
  const { reading } = template
  const findings = retold(reading.findings, number, published)
  const { document } = findings
  const stored = {
    document,
    raw: null,
    extractor: { name: 'telling', version: '1' },
    pipeline: 'telling 1',
    found: '2026-12-31T00:00:00Z',
    origin: `/year/${number}`,
  }
  await writer.saveDocument(stored, findings)
  await writer.saveSketch(
    { document: document.id, sketch: reading.sketch },
    reading.sketchKeys.map((key) => ownKey(key, number)),
  )
  const cast = [...template.cast]
  for (let one = 0; one < PASSERS_BY; one++) {
    const profile = {
      ref: { document: document.id, actor: actorId(`x${one}`) },
      kind: 'person',
      names: [`${nameOf(number * 31 + one, 400)} ${nameOf(number * 17 + one * 7, 5000)}`],
      country: null,
      sector: null,
      offices: [],
      published: document.published?.when ?? null,
    } as const
    const id = recordActorId(`actor:${contentHash(`${document.id} x${one}`)}`)
    const name = profile.names[0]
    await writer.saveActor(
      { id, name, kind: 'person', country: null, sector: null, profiles: [profile] },
      actorKeys(profile),
    )
    cast.push({ actor: profile.ref.actor, is: id })
  }
  await writer.saveCast(document.id, cast)
  const shift = (Date.parse(published) - Date.parse(template.published)) / DAY
  for (const { report, story } of template.reports) {
    const told: Report = {
      ...report,
      ref: { ...report.ref, document: document.id },
      when: shifted(report.when, shift),
      published: document.published?.when ?? null,
      evidence: { ...report.evidence, document: documentId(document.id) },
    }
    const id = storyId(`story:${contentHash(`${story} ${published.slice(0, 7)}`)}`)
    await writer.saveReport(told, id, reportKeys(told))
    if (stories.has(id)) continue
    stories.add(id)
    await writer.saveStory({
      id,
      type: told.type,
      title: `${told.type} in ${published.slice(0, 7)}`,
      when: told.when ?? told.published,
      status: told.status,
      claims: [],
      actors: told.participants.flatMap(({ actor }) => (actor === null ? [] : [actor])),
      because: { score: 0.8, because: 'made for a benchmark' },
      roots: { low: 1, high: 1 },
    })
  }
}

function shifted(when: When | null, days: number): When | null {
  if (when === null) return null
  const move = (day: string | null) =>
    day === null ? null : new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
  return { ...when, earliest: move(when.earliest), latest: move(when.latest) }
}

const SYLLABLES = ['ka', 'ro', 'mi', 'ten', 'sol', 'vy', 'dar', 'lu', 'esk', 'han', 'or', 'pe', 'zin', 'gat'] as const

/** One of `many` made-up names. */
function nameOf(number: number, many: number): string {
  let word = ''
  for (let rest = (number % many) + 200; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]
  return (word[0] ?? '').toUpperCase() + word.slice(1)
}
