import {
  believedFindings,
  type Copy,
  claimKey,
  type DocumentId,
  type Findings,
  type Lexicon,
  noticesOf,
  type RecordActorId,
  type Report,
  type StoryId,
  withdrawnClaims,
} from '@backchannel/core'
import type { PlacedReport, StoredDocument, StoreReader, StoryFilter } from '@backchannel/store'
import {
  changeSentences,
  type ExportActor,
  type ExportDocument,
  type ExportNotice,
  type ExportReport,
  type ExportStory,
  type Redaction,
} from '@backchannel/wire/write'
import { actorToWire } from '../ask/actors.ts'
import { believedToWire } from '../ask/believed.ts'
import { everyPage } from '../ask/every-page.ts'
import { listStories } from '../ask/stories.ts'
import { believedClaims } from '../believe.ts'
import { shakenOf } from '../refresh-story.ts'
import { pagesOf } from './pages-of.ts'

/** What an export is made of. */
export interface ExportScope {
  readonly reader: StoreReader
  readonly filter: StoryFilter
  /** Takes names out; one that takes out nothing where all is exported. */
  readonly redaction: Redaction
  readonly redacted: boolean
  /** By which outlets are known: what they took back is theirs. */
  readonly lexicon: Lexicon
}

/** Documents with what is exported of them, by arrival; with a filter, those that have a claim which passes it. */
export async function* eachDocument({
  reader,
  filter,
  redaction,
  redacted,
  lexicon,
}: ExportScope): AsyncGenerator<ExportDocument> {
  const whole = isEmpty(filter)
  const chosen = whole ? null : await reportsByDocument(reader, filter)
  const wanted = chosen === null ? undefined : [...chosen.keys()]
  const copies = new Map<DocumentId, Copy>((await reader.copies(wanted)).map((copy) => [copy.document, copy]))
  const rootsOf = createRootsCache(reader)
  const noticesIn = createNoticesCache(reader, lexicon)
  for await (const stored of storedDocuments(reader, wanted)) {
    const { id } = stored.document
    const placed = chosen === null ? await reader.reportsIn(id) : chosen.get(id)
    if (placed === undefined) continue
    const machine = await reader.findings(id)
    if (machine === null) continue
    const changes = await changesOf(reader, id, placed)
    const findings = hasChanges(placed, machine)
      ? believedFindings(machine, whole ? placed.map(({ report }) => report) : await allReports(reader, id))
      : machine
    const reports: ExportReport[] = []
    for (const { report, story } of placed)
      reports.push({
        report: redaction.pointing(report, stored.document.text),
        story,
        roots: await rootsOf(story),
        corrections: redaction.value(changes.get(report.ref.claim) ?? []),
        notices: redaction.value((await noticesIn(story)).get(claimKey(report.ref)) ?? []),
      })
    reports.sort(byText)
    yield {
      findings: redaction.findings(findings),
      found: stored.found,
      copy: redaction.value(copies.get(id) ?? null),
      reports,
      cast: new Map((await reader.castOf(id)).map(({ actor, is }) => [actor, is])),
      whole,
      redacted,
    }
  }
}

/** Documents that are looked up one by one; with more, going through all of them costs less. */
const FEW = 500

/** All documents, or at least the wanted ones, by arrival. */
async function* storedDocuments(
  reader: StoreReader,
  wanted: readonly DocumentId[] | undefined,
): AsyncGenerator<StoredDocument> {
  if (wanted === undefined || wanted.length > FEW) yield* pagesOf((page) => reader.documents(page))
  else {
    const found: StoredDocument[] = []
    for (const id of wanted) {
      const stored = await reader.document(id)
      if (stored) found.push(stored)
    }
    yield* found.sort((a, b) => a.arrival - b.arrival)
  }
}

/** True where people withdrew, added or corrected a claim of the document. */
function hasChanges(placed: readonly PlacedReport[], { claims }: Findings): boolean {
  return claims.length !== placed.length || placed.some(({ report }) => report.corrected !== undefined)
}

async function allReports(reader: StoreReader, id: DocumentId): Promise<readonly Report[]> {
  return (await reader.reportsIn(id)).map(({ report }) => report)
}

/** For each corrected claim a sentence for each change: what the machine read, what it is now, who says so, when and why. */
async function changesOf(
  reader: StoreReader,
  id: DocumentId,
  placed: readonly PlacedReport[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  return placed.some(({ report }) => report.corrected !== undefined) ? changeTexts(reader, id) : new Map()
}

async function changeTexts(reader: StoreReader, id: DocumentId): Promise<ReadonlyMap<string, readonly string[]>> {
  return new Map(
    (await believedClaims(reader, id)).map((claim) => [
      claim.report.ref.claim,
      changeSentences(believedToWire(claim), claim.corrections),
    ]),
  )
}

/** Documents whose changes are kept at hand: stories that follow each other are told by the same ones. */
const CHANGES_KEPT = 100

/** What people changed in a document, by claim, as `changesOf`. */
function createChangesCache(
  reader: StoreReader,
): (document: DocumentId) => Promise<ReadonlyMap<string, readonly string[]>> {
  const known = new Map<DocumentId, ReadonlyMap<string, readonly string[]>>()
  return async (id) => {
    const kept = known.get(id)
    if (kept) return kept
    const [oldest] = known.keys()
    if (known.size >= CHANGES_KEPT && oldest !== undefined) known.delete(oldest)
    const found = await changeTexts(reader, id)
    known.set(id, found)
    return found
  }
}

/** Stories that pass the filter, latest first, with all their tellings. */
export async function* eachStory({ reader, filter, redaction, lexicon }: ExportScope): AsyncGenerator<ExportStory> {
  const noticesIn = createNoticesCache(reader, lexicon)
  const texts = new Map<DocumentId, string>()
  const changesIn = createChangesCache(reader)
  for (const story of await listStories(reader, filter)) {
    const reports = []
    const corrections: string[] = []
    // The id comes from the store.
    for (const report of await reader.reportsOf(story.id as StoryId)) {
      const { document } = report.ref
      const text = texts.get(document) ?? (await reader.document(document))?.document.text ?? ''
      texts.set(document, text)
      reports.push(redaction.pointing(report, text))
      if (report.corrected === undefined) continue
      const changes = (await changesIn(document)).get(report.ref.claim) ?? []
      corrections.push(redaction.value(`${document} ${report.ref.claim}: ${changes.join('; ')}`))
    }
    const notices = [...(await noticesIn(story.id as StoryId))].map(
      ([key, told]) => [key, redaction.value(told)] as const,
    )
    yield { story: redaction.value(story), reports, notices: new Map(notices), corrections }
  }
}

/** The given actors of the record, or all of them; those of most documents first. */
export async function loadActors(
  { reader, redaction }: ExportScope,
  wanted?: ReadonlySet<string>,
): Promise<readonly ExportActor[]> {
  const isFew = wanted !== undefined && wanted.size <= FEW
  // Ids of the record, as claims and stories have them.
  const actors = isFew
    ? await reader.recordActors([...wanted] as RecordActorId[])
    : await everyPage((page) => reader.actors({}, page))
  const found: ExportActor[] = []
  for (const actor of actors) {
    if (wanted && !wanted.has(actor.id)) continue
    const { names, ...rest } = redaction.value(await actorToWire(reader, actor))
    found.push({ ...rest, names: [...new Set(names)], sector: actor.sector })
  }
  if (isFew) found.sort((a, b) => b.documents.length - a.documents.length || order(a.name, b.name) || order(a.id, b.id))
  return found
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** True where a filter sets no condition. */
export function isEmpty(filter: StoryFilter): boolean {
  return Object.values(filter).every((value) => value === undefined || (Array.isArray(value) && value.length === 0))
}

async function reportsByDocument(
  reader: StoreReader,
  filter: StoryFilter,
): Promise<ReadonlyMap<DocumentId, readonly PlacedReport[]>> {
  const found = new Map<DocumentId, PlacedReport[]>()
  for await (const placed of pagesOf((page) => reader.reportsBy(filter, page))) {
    const { document } = placed.report.ref
    const list = found.get(document)
    if (list) list.push(placed)
    else found.set(document, [placed])
  }
  return found
}

function createRootsCache(reader: StoreReader): (story: StoryId) => Promise<ExportReport['roots']> {
  const known = new Map<StoryId, ExportReport['roots']>()
  return async (id) => {
    const roots = known.get(id) ?? (await reader.story(id))?.roots ?? { low: 0, high: 0 }
    known.set(id, roots)
    return roots
  }
}

/** Stories whose notices are kept at hand: documents that follow each other tell of the same ones. */
const NOTICES_KEPT = 1000

/** What outlets took back of the tellings of a story, by claim. */
function createNoticesCache(
  reader: StoreReader,
  lexicon: Lexicon,
): (story: StoryId) => Promise<ReadonlyMap<string, readonly ExportNotice[]>> {
  const known = new Map<StoryId, ReadonlyMap<string, readonly ExportNotice[]>>()
  return async (id) => {
    const kept = known.get(id)
    if (kept) return kept
    const found = await noticesOfStory(reader, id, lexicon)
    const [oldest] = known.keys()
    if (known.size >= NOTICES_KEPT && oldest !== undefined) known.delete(oldest)
    known.set(id, found)
    return found
  }
}

async function noticesOfStory(
  reader: StoreReader,
  id: StoryId,
  lexicon: Lexicon,
): Promise<ReadonlyMap<string, readonly ExportNotice[]>> {
  const found = new Map<string, readonly ExportNotice[]>()
  const reports = await reader.reportsOf(id)
  const notices = noticesOf(reports)
  if (notices.length === 0) return found
  const documents = new Set(reports.map(({ ref }) => ref.document))
  const copies = (await reader.copies([...documents])).filter(({ document }) => documents.has(document))
  const shaken = shakenOf({ reports, copies, notices }, lexicon)
  for (const { ref, notice, why } of shaken) {
    const kind = notice.kind === 'withdrawal' ? 'withdrawn' : 'corrected'
    found.set(claimKey(ref), [...(found.get(claimKey(ref)) ?? []), { kind, why, by: notice.document }])
  }
  const why = 'the outlet repeats its earlier words to correct them'
  for (const key of withdrawnClaims(reports, shaken))
    if (!found.has(key)) found.set(key, [{ kind: 'corrected', why, by: null }])
  return found
}

function byText({ report: a }: ExportReport, { report: b }: ExportReport): number {
  return a.evidence.span.from - b.evidence.span.from || (a.ref.claim < b.ref.claim ? -1 : 1)
}
