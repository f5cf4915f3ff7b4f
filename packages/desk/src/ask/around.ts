import {
  believedFindings,
  type Claim,
  type ClaimId,
  type DocumentId,
  type Findings,
  type Link,
  type Report,
  type Story,
  type StoryId,
} from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'
import { type AroundJson, type AskJson, documentName, type TieJson } from '@backchannel/wire/write'
import { type Correctors, loadCorrectors } from './corrected-by.ts'
import { listCustody } from './custody.ts'
import { standingLinks } from './load-links.ts'
import { findStory } from './stories.ts'

/** Documents of a story that are looked through, at most: the first that came. */
const DOCUMENTS_MAX = 100

/** One document of a story, with what is needed to follow its claims. */
interface Telling {
  readonly id: DocumentId
  /** As they are believed: claims that people withdrew are gone, and so are links that they took back. */
  readonly findings: Findings
  readonly reports: ReadonlyMap<ClaimId, Report>
  readonly claims: ReadonlyMap<ClaimId, Claim>
  /** The story of each placed claim. */
  readonly stories: ReadonlyMap<ClaimId, StoryId>
  /** Claims of this story. */
  readonly own: ReadonlySet<ClaimId>
}

/**
 * What stands around a story: what was asked, offered, refused of it and what it asks itself, what its tellers tie it to, the
 * steps of those held or freed in it, and what its documents are called. Throws `desk/no-such-story`.
 */
export async function showAround(reader: StoreReader, id: string): Promise<AroundJson> {
  const story = await findStory(reader, id)
  const tellings: Telling[] = []
  const correctors = await loadCorrectors(reader)
  for (const document of documentsOf(story).slice(0, DOCUMENTS_MAX)) {
    const telling = await loadTelling(reader, story, document, correctors.isTouched(document))
    if (telling) tellings.push(telling)
  }
  return {
    story: story.id,
    asks: tellings.flatMap((telling) => asksOf(telling, correctors)),
    ties: tellings.flatMap(tiesOf),
    custody: await listCustody(reader, { story: [story.id] }),
    documents: await loadDocuments(reader, documentsOf(story)),
  }
}

function documentsOf(story: Story): readonly DocumentId[] {
  return [...new Set(story.claims.map(({ document }) => document))]
}

async function loadTelling(
  reader: StoreReader,
  story: Story,
  id: DocumentId,
  isTouched: boolean,
): Promise<Telling | null> {
  const machine = await reader.findings(id)
  if (!machine) return null
  const placed = await reader.reportsIn(id)
  const reports = placed.map(({ report }) => report)
  const findings = isTouched
    ? { ...believedFindings(machine, reports), links: await standingLinks(reader, machine) }
    : machine
  return {
    id,
    findings,
    reports: new Map(reports.map((report) => [report.ref.claim, report])),
    claims: new Map(findings.claims.map((claim) => [claim.id, claim])),
    stories: new Map(placed.map(({ report, story: of }) => [report.ref.claim, of])),
    own: new Set(placed.filter((one) => one.story === story.id).map(({ report }) => report.ref.claim)),
  }
}

/** Claims about a claim of the story (a request for it, its refusal), and claims that claims of the story are about. */
function asksOf(telling: Telling, correctors: Correctors): readonly AskJson[] {
  const found: AskJson[] = []
  for (const claim of telling.findings.claims) {
    const isOwn = telling.own.has(claim.id)
    for (const { role, claim: theme } of claim.event.participants) {
      if (role !== 'theme' || theme === null || isOwn === telling.own.has(theme)) continue
      const other = isOwn ? telling.claims.get(theme) : claim
      if (!other) continue
      const correctedBy = correctors.ofReport(telling.reports.get(other.id) ?? {})
      found.push({ ...askOf(telling, other, isOwn ? 'asked' : 'asks'), correctedBy })
    }
  }
  return found
}

function askOf(telling: Telling, claim: Claim, way: AskJson['way']): Omit<AskJson, 'correctedBy'> {
  const agent = claim.event.participants.find(({ role }) => role === 'agent')
  const { actors, document } = telling.findings
  const named = agent && actors.find((actor) => actor.id === agent.actor)?.name
  return {
    way,
    type: claim.event.type,
    status: claim.event.status,
    stance: claim.stance,
    by: agent ? (named ?? document.text.slice(agent.span.from, agent.span.to)) : null,
    told: tellersOf(telling, claim.told),
    quote: claim.evidence.quote,
    document: telling.id,
    claim: claim.id,
    story: telling.stories.get(claim.id) ?? null,
  }
}

/** Links of a document with one end in the story and the other outside of it, or in words. */
function tiesOf(telling: Telling): readonly TieJson[] {
  return telling.findings.links.flatMap((link) => {
    const isTo = telling.own.has(link.to)
    const isFrom = link.from !== null && telling.own.has(link.from)
    if (isTo === isFrom || link.kind === 'restates') return []
    return [tieOf(telling, link, isTo)]
  })
}

function tieOf(telling: Telling, link: Link, isTo: boolean): TieJson {
  const { text } = telling.findings.document
  const otherId = isTo ? link.from : link.to
  const other = otherId === null ? undefined : telling.claims.get(otherId)
  const words = other?.evidence.quote ?? (link.words === null ? '' : text.slice(link.words.from, link.words.to))
  return {
    kind: link.kind,
    stance: link.stance,
    way: isTo ? 'to' : 'from',
    words,
    quote: text.slice(link.evidence.from, link.evidence.to),
    told: tellersOf(telling, link.told),
    document: telling.id,
    claim: other?.id ?? (isTo ? link.to : (link.from ?? link.to)),
    story: other ? (telling.stories.get(other.id) ?? null) : null,
  }
}

/** Who says so, outermost first. */
function tellersOf({ findings }: Telling, told: Claim['told']): readonly string[] {
  const { attributions, actors, document } = findings
  return told.flatMap((id) => {
    const one = attributions.find((attribution) => attribution.id === id)
    const [source] = one?.source ?? []
    const name = actors.find((actor) => actor.id === one?.actor)?.name
    if (name !== undefined) return name
    if (source) return document.text.slice(source.from, source.to)
    // A speaker whom a person named has no words of his own.
    return one && one.standing !== 'unknown' ? (one.chain.at(-1)?.name ?? []) : []
  })
}

/** Names of the documents, and of what they were copied from. */
async function loadDocuments(reader: StoreReader, ids: readonly DocumentId[]): Promise<AroundJson['documents']> {
  const copies = (await reader.copies(ids)).filter(({ document }) => ids.includes(document))
  const originals = new Map(copies.map(({ document, of }) => [document, of]))
  const rows: AroundJson['documents'][number][] = []
  for (const id of new Set([...ids, ...originals.values()])) {
    const stored = await reader.document(id)
    if (!stored) continue
    const { title, outlet, published } = stored.document
    rows.push({
      id,
      title,
      outlet,
      published: published?.text ?? null,
      copyOf: originals.get(id) ?? null,
      name: documentName(id, stored.origin),
    })
  }
  return rows
}
