import {
  type BelievedClaim,
  type Correction,
  type Document,
  type DocumentId,
  fold,
  type Lexicon,
  partsOf,
  type Report,
  reportsOf,
  type StoryId,
} from '@backchannel/core'
import type { PlacedReport, StoreReader, StoreWriter } from '@backchannel/store'
import { believeStories } from './believe-stories.ts'
import { placeReports } from './place-reports.ts'
import { refreshStory } from './refresh-story.ts'

/**
 * What is believed is folded where the reports of a document are made: the findings stay as the machine read them, and the
 * reports, from which stories, lists, filters and exports are made, are what people left of them. A claim that is withdrawn has
 * no report; one that is corrected names its corrections.
 */

/**
 * The reports of a document as the machine read them, with its own grouping of actors, made again from what it found; none for a
 * document that is not there.
 */
export async function machineReports(reader: StoreReader, id: DocumentId): Promise<readonly Report[]> {
  const stored = await reader.document(id)
  const findings = await reader.findings(id)
  if (stored === null || findings === null) return []
  const members = await reader.castOf(id)
  const actors = await reader.recordActors(members.map(({ is }) => is))
  const parts = new Map(actors.flatMap(partsOf).map((part) => [part.id, part]))
  const cast = new Map(
    members.flatMap(({ actor, is, strand = is }) => {
      // Of a part that is told by no profile any more only the whole is left.
      const known = parts.get(strand) ?? actors.find((one) => one.id === is)
      return known ? [[actor, { ...known, id: strand }] as const] : []
    }),
  )
  const [placed] = await reader.reportsIn(id)
  return reportsOf(stored.document, findings, cast, placed?.report.notices ?? [])
}

/** A document's claims as they are believed, with what the machine read and who changed it. */
export async function believedClaims(
  reader: StoreReader,
  id: DocumentId,
  corrections?: readonly Correction[],
): Promise<readonly BelievedClaim[]> {
  const own = corrections ?? (await reader.corrections(id))
  return own.length === 0 ? [] : fold(await machineReports(reader, id), [], own).claims
}

/** The reports that are believed of a document: those of withdrawn claims are gone, those of added ones there. */
export function believedReports(
  document: Document,
  machine: readonly Report[],
  corrections: readonly Correction[],
): readonly Report[] {
  if (corrections.length === 0) return machine
  return fold(machine, [], corrections).claims.flatMap((claim) => {
    const { report, machine: read, withdrawn, corrections: laidOn } = claim
    if (withdrawn) return []
    // Whoever only checked a claim has changed nothing.
    const changes = laidOn.filter(({ change }) => change.kind !== 'check').map(({ id }) => id)
    if (changes.length === 0) return [report]
    const [known] = machine
    const told = read ?? {
      ...report,
      outlet: document.outlet,
      published: document.published?.when ?? null,
      ...(known?.about && { about: known.about }),
      ...(known?.notices && { notices: known.notices }),
    }
    return [{ ...(read === null ? told : report), corrected: changes }]
  })
}

/** Brings the reports of a document, and the stories that they are in, to what is believed now. */
export async function refold(writer: StoreWriter, id: DocumentId, lexicon: Lexicon): Promise<ReadonlySet<StoryId>> {
  const stored = await writer.document(id)
  if (stored === null) return new Set()
  const corrections = await writer.corrections(id)
  const believed = believedReports(stored.document, await machineReports(writer, id), corrections)
  const before = new Map((await writer.reportsIn(id)).map((placed) => [placed.report.ref.claim, placed]))
  const asRead = ({ report, read = report }: PlacedReport): Report => read
  const wanted = new Map(believed.map((report) => [report.ref.claim, report]))
  const touched = new Set<StoryId>()
  // Whether tellings differ is told by links too, which are no part of a report.
  if (corrections.some(({ change }) => change.kind === 'unlink'))
    for (const { story } of before.values()) touched.add(story)
  const changed: Report[] = []
  for (const report of believed) {
    const old = before.get(report.ref.claim)
    if (old === undefined || !isSame(asRead(old), report)) changed.push(report)
  }
  for (const [claim, placed] of before) {
    const now = wanted.get(claim)
    if (now !== undefined && isSame(asRead(placed), now)) continue
    touched.add(placed.story)
    await writer.dropReport(id, claim)
  }
  for (const story of (await placeReports(writer, stored.document, changed, lexicon)).touched) touched.add(story)
  for (const story of [...touched].sort()) await refreshStory(writer, story, lexicon)
  // Words that a judgement is of may have come or gone.
  for (const story of await believeStories(writer, lexicon)) touched.add(story)
  return touched
}

const isSame = (a: Report, b: Report): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

/** The fields in one order, whatever made the report. */
function sorted(report: Report): unknown {
  return Object.entries(report).sort(([a], [b]) => (a < b ? -1 : 1))
}
