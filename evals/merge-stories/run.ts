import { fileURLToPath } from 'node:url'
import {
  type ActorId,
  actorKeys,
  actorProfiles,
  joinActor,
  placeActor,
  placeReport,
  type Reader,
  type RecordActor,
  type RecordActorId,
  type Report,
  reportKeys,
  reportsOf,
  type StoryId,
} from '@backchannel/core'
import { createDocument } from '@backchannel/intake'
import { readRows } from '../data.ts'
import type { Figures } from '../figures.ts'
import { scorePartition } from '../merge-ecb/coreference.ts'

interface Gold {
  readonly id: string
  readonly story: string
  readonly type: string
  readonly outlet: string
  readonly published: string
  readonly trigger: string
  readonly text: string
}

/** One article as it is read: its row, and the claim that tells the happening, if one was found. */
interface Article {
  readonly row: Gold
  readonly reports: (actors: ReadonlyMap<ActorId, RecordActor>) => readonly Report[]
  readonly profiles: ReturnType<typeof actorProfiles>
  readonly from: number
  readonly to: number
}

/**
 * Six happenings told by eight outlets each, read by the reader and placed one by one as the desk does, in the order of
 * publication and in two others. Where the reader finds no claim at the words, the article counts as a story of its own.
 */
export async function evalMergeStories(reader: Reader, show = false): Promise<Figures> {
  const rows = readRows<Gold>(fileURLToPath(new URL('gold.jsonl', import.meta.url)))
  const articles: Article[] = []
  for (const row of rows) {
    const { document } = await createDocument(row.text, { id: row.id, published: row.published, outlet: row.outlet })
    const findings = reader.read(document)
    const from = row.text.indexOf(row.trigger)
    articles.push({
      row,
      profiles: actorProfiles(document, findings),
      reports: (actors) => reportsOf(document, findings, actors),
      from,
      to: from + row.trigger.length,
    })
  }
  const byDay = [...articles].sort((a, b) =>
    a.row.published < b.row.published ? -1 : a.row.published > b.row.published ? 1 : 0,
  )
  const gold = new Map(rows.map((row) => [row.id, row.story]))
  const first = placeAll(byDay)
  const others = [
    placeAll([...byDay].reverse()),
    placeAll(articles.filter((_, i) => i % 2 === 0).concat(articles.filter((_, i) => i % 2 === 1))),
  ]
  const scores = [first, ...others].map((found) => scorePartition(gold, found.partition))
  const mixed = rows
    .filter((row) => row.story === 'release-june')
    .some((june) =>
      rows.some(
        (sept) => sept.story === 'release-september' && first.partition.get(june.id) === first.partition.get(sept.id),
      ),
    )
  if (show) {
    const sets = new Map<string, string[]>()
    for (const [id, story] of first.partition) sets.set(story, [...(sets.get(story) ?? []), id])
    for (const [story, ids] of sets) console.log(story, ids.join(' '))
  }
  return {
    'claims found at the words': (100 * first.found) / rows.length,
    'B3 F1': scores[0]!.b3,
    'B3 precision': scores[0]!.b3Precision,
    'B3 recall': scores[0]!.b3Recall,
    'CoNLL F1': scores[0]!.conll,
    'B3 F1, worst of three orders of arrival': Math.min(...scores.map((score) => score.b3)),
    'June and September kept apart': mixed ? 0 : 100,
  }
}

function placeAll(articles: readonly Article[]): {
  readonly partition: ReadonlyMap<string, string>
  readonly found: number
} {
  const actors = new Map<RecordActorId, RecordActor>()
  const actorsByKey = new Map<string, Set<RecordActorId>>()
  const placed: { story: StoryId; report: Report; keys: ReadonlySet<string>; article: string }[] = []
  const partition = new Map<string, string>()
  const chosen = new Map<string, { readonly index: number; readonly fit: number }>()
  for (const { row, reports, profiles, from, to } of articles) {
    const own = new Map<ActorId, RecordActor>()
    for (const profile of profiles) {
      const keys = actorKeys(profile)
      const ids = new Set(keys.flatMap((key) => [...(actorsByKey.get(key) ?? [])]))
      const known = placeActor(
        profile,
        [...ids].flatMap((id) => actors.get(id) ?? []),
      )
      // Ids are made here, as the desk makes them; the brands have no run-time form.
      const actor = joinActor(known?.actor ?? null, profile, `actor:${actors.size}` as RecordActorId)
      actors.set(actor.id, actor)
      own.set(profile.ref.actor, actor)
      for (const key of keys) actorsByKey.set(key, (actorsByKey.get(key) ?? new Set()).add(actor.id))
    }
    for (const report of reports(own)) {
      const keys = reportKeys(report)
      const candidates = placed.filter((one) => keys.some((key) => one.keys.has(key)))
      const { story, joins } = placeReport(report, candidates)
      const id = story ?? (`story:${placed.length}` as StoryId)
      for (const one of placed) if (joins.includes(one.story)) one.story = id
      placed.push({ story: id, report, keys: new Set(keys), article: row.id })
      const fit = fitOf(report, row, from, to)
      if (fit > (chosen.get(row.id)?.fit ?? 0)) chosen.set(row.id, { index: placed.length - 1, fit })
    }
  }
  for (const { row } of articles) {
    const index = chosen.get(row.id)?.index
    partition.set(row.id, index === undefined ? `none ${row.id}` : placed[index]!.story)
  }
  return { partition, found: chosen.size }
}

/** How well a claim fits the gold words: 0 not at all, 1 its words hold them, 2 its trigger is one of them as well. */
function fitOf(report: Report, row: Gold, from: number, to: number): 0 | 1 | 2 {
  const { span } = report.evidence
  const fits = report.type === row.type || (CONTACT.has(report.type) && CONTACT.has(row.type))
  if (!fits || span.from >= to || from >= span.to) return 0
  const words = row.trigger.toLowerCase().split(' ')
  return words.some((word) => word.startsWith(report.trigger.slice(0, 4))) ? 2 : 1
}

const CONTACT: ReadonlySet<string> = new Set(['meeting', 'talks', 'visit', 'third-place-meeting'])
