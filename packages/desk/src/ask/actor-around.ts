import type { RecordActor } from '@backchannel/core'
import type { PlacedReport, StoreReader } from '@backchannel/store'
import type { ActorAroundJson, ActorSayingJson } from '@backchannel/wire/write'
import { findActor } from './actors.ts'
import { loadCorrectors } from './corrected-by.ts'
import { listCustody } from './custody.ts'
import { pageEngagements } from './stories.ts'

/** Sayings and engagements that are listed of one actor. */
const ROWS = 50
/** Stories of somebody beyond which his steps of custody are not put together here: `/api/custody?actor=` pages them. */
const CUSTODY_STORIES_MAX = 200

/**
 * What the record has around somebody: names by spelling and script with their sources, offices over time, what he said and
 * what others said of him, steps of custody and engagements. Throws `desk/no-such-actor`.
 */
export async function showActorAround(reader: StoreReader, idOrName: string): Promise<ActorAroundJson> {
  const actor = await findActor(reader, idOrName)
  const spellings = spellingsOf(actor)
  const filter = { actor: [actor.id] }
  const told = await reader.reportsBy({ speaker: spellings.map(({ name }) => name).slice(0, ROWS) }, { limit: ROWS })
  const about = await reader.reportsBy(filter, { limit: 4 * ROWS })
  const { total } = await reader.stories(filter, { limit: 1 })
  const isHeld = actor.kind === 'person' || actor.kind === 'group'
  const custody = isHeld && total <= CUSTODY_STORIES_MAX ? await listCustody(reader, filter) : []
  const correctors = await loadCorrectors(reader)
  const sayingOf = (placed: PlacedReport): ActorSayingJson => ({
    ...toSaying(placed),
    correctedBy: correctors.ofReport(placed.report),
  })
  const names = new Set(spellings.map(({ name }) => name.toLowerCase()))
  return {
    actor: actor.id,
    spellings,
    offices: officesOf(actor),
    said: told.rows
      .filter(({ report }) => report.told.some(({ actor: by }) => by === null || by === actor.id))
      .map(sayingOf),
    about: about.rows
      .filter(({ report }) => report.told.length > 0 && report.told.every(({ actor: by }) => by !== actor.id))
      .slice(0, ROWS)
      .map(sayingOf),
    // Others are in these stories too.
    custody: custody.filter(({ name }) => names.has(name.toLowerCase())),
    engagements: (await pageEngagements(reader, filter, { limit: ROWS })).rows,
  }
}

/** Writing systems that names of the record come in. */
const SCRIPTS = ['Latin', 'Cyrillic', 'Arabic', 'Hebrew', 'Greek', 'Han', 'Hangul', 'Georgian', 'Armenian'] as const
const SCRIPT_PATTERNS = SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const)

function spellingsOf({ profiles }: RecordActor): ActorAroundJson['spellings'] {
  const documents = new Map<string, Set<string>>()
  for (const { names, ref } of profiles)
    for (const name of names) documents.set(name, (documents.get(name) ?? new Set<string>()).add(ref.document))
  return [...documents]
    .map(([name, found]) => ({
      name,
      script: SCRIPT_PATTERNS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other',
      documents: [...found],
    }))
    .sort((a, b) => b.documents.length - a.documents.length || (a.name < b.name ? -1 : 1))
}

/** Offices with the first and the last day on which a document gives them, the earliest first. */
function officesOf({ profiles }: RecordActor): ActorAroundJson['offices'] {
  const terms = new Map<string, { title: string; of: string | null; days: string[]; documents: Set<string> }>()
  for (const { offices, ref, published } of profiles)
    for (const { title, of, told } of offices) {
      const key = `${title} ${of ?? ''}`
      const term = terms.get(key) ?? { title, of, days: [], documents: new Set<string>() }
      const when = told ?? published
      for (const day of [when?.earliest, when?.latest]) if (day) term.days.push(day)
      term.documents.add(ref.document)
      terms.set(key, term)
    }
  return [...terms.values()]
    .map(({ title, of, days, documents }) => {
      const sorted = [...days].sort()
      return { title, of, first: sorted[0] ?? null, last: sorted.at(-1) ?? null, documents: [...documents] }
    })
    .sort((a, b) => ((a.first ?? '9999') < (b.first ?? '9999') ? -1 : 1))
}

function toSaying({ report, story }: PlacedReport): Omit<ActorSayingJson, 'correctedBy'> {
  const { ref, type, status, stance, told, evidence, outlet, published } = report
  return {
    ...{ document: ref.document, claim: ref.claim, story, type, status, stance, outlet },
    by: told.at(-1)?.name ?? null,
    published: published?.earliest ?? null,
    quote: evidence.quote,
  }
}
