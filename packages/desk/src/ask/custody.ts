import {
  believedFindings,
  custodyView,
  type DocumentId,
  isSameName,
  type Report,
  type StoryId,
  type ViewSource,
} from '@backchannel/core'
import type { Listed, Page, StoreReader, StoryFilter } from '@backchannel/store'
import { type CustodyJson, custodyToWire } from '@backchannel/wire/write'
import { loadCorrectors } from './corrected-by.ts'
import { cutPage } from './cut-page.ts'
import { everyPage } from './every-page.ts'
import { joinGroups } from './join-groups.ts'
import { withBase } from './list-bases.ts'

/** Everybody held, freed, tried or sent away in the record: persons joined across documents, steps joined by story. */
export async function listCustody(reader: StoreReader, filter: StoryFilter = {}): Promise<readonly CustodyJson[]> {
  const placed = await everyPage((page) => reader.reportsBy(withBase('custody', filter), page))
  const storyOf = new Map(placed.map(({ report, story }) => [`${report.ref.document} ${report.ref.claim}`, story]))
  const byDocument = new Map<DocumentId, Report[]>()
  for (const { report } of placed) {
    const { document } = report.ref
    byDocument.set(document, [...(byDocument.get(document) ?? []), report])
  }
  const sources: ViewSource[] = []
  const actorOf = new Map<string, string>()
  for (const [document, reports] of byDocument) {
    const findings = await reader.findings(document)
    if (!findings) continue
    // Only what the filter let pass, as it is believed.
    sources.push({ document, findings: believedFindings(findings, reports) })
    for (const { actor, is } of await reader.castOf(document)) actorOf.set(`${document} ${actor}`, is)
  }
  const groups = joinGroups(sources, storyOf)
  const records = custodyView(sources, {
    actorKey: (document, actor) => {
      const local = `${document} ${actor}`
      return actorOf.get(local) ?? groups.get(local) ?? local
    },
    storyKey: (document, claim) => storyOf.get(`${document} ${claim}`) ?? null,
  })
  const correctors = await loadCorrectors(reader)
  const reportOf = new Map(placed.map(({ report }) => [`${report.ref.document} ${report.ref.claim}`, report]))
  const gone = await takenBack(reader, new Set(storyOf.values()))
  return custodyToWire(
    records.map((record) => ({
      ...record,
      members: onceEach(record.members),
      notes: [
        ...record.notes,
        ...record.steps
          .filter(({ document, claim }) => gone.has(storyOf.get(`${document} ${claim}`) ?? ''))
          .map(({ sentence }) => `Since taken back by whoever reported it: “${sentence}”`),
      ],
    })),
    (document, claim) => correctors.ofReport(reportOf.get(`${document} ${claim}`) ?? {}),
  )
}

/** Lists that are kept for the pages that follow. */
const LISTS_KEPT = 4

const kept = new Map<string, Promise<readonly CustodyJson[]>>()

/**
 * One page of the same list. Who is whom, and what adds up to whom, takes the whole list to tell, so it is put together for the
 * first page and kept for the others as long as nothing new comes into the record.
 */
export async function pageCustody(reader: StoreReader, filter: StoryFilter, page: Page): Promise<Listed<CustodyJson>> {
  const key = JSON.stringify([await reader.revision(), Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))])
  const known = kept.get(key)
  const rows = known ?? listCustody(reader, filter)
  if (known === undefined) {
    const [oldest] = kept.keys()
    if (kept.size >= LISTS_KEPT && oldest !== undefined) kept.delete(oldest)
    kept.set(key, rows)
    // One that failed is tried anew by whoever asks next.
    rows.catch(() => kept.delete(key))
  }
  return cutPage(await rows, page)
}

/** Those of the stories of which no report stands. */
async function takenBack(reader: StoreReader, stories: ReadonlySet<StoryId>): Promise<ReadonlySet<string>> {
  const gone = new Set<string>()
  for (const id of stories) if ((await reader.story(id))?.withdrawn) gone.add(id)
  return gone
}

/** Names of members, each person once, in the spelling that comes first. */
function onceEach(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => !names.slice(0, at).some((earlier) => isSameName(earlier, name)))
}
