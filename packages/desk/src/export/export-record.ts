import { believedFindings, EMPTY_LEXICON, EVENT_TYPES, type Findings, type Lexicon } from '@backchannel/core'
import type { StoreReader, StoryFilter } from '@backchannel/store'
import {
  ANNOTATION_CONTEXT,
  ATOM_END,
  type AtomSource,
  actorNode,
  actorToFtm,
  atomEntry,
  atomHead,
  bratConfiguration,
  codedTelling,
  createFileNames,
  createRedaction,
  documentAnnotations,
  documentNodes,
  documentToBrat,
  documentToFtm,
  EXPORT_TABLES,
  type ExportStory,
  type ExportTable,
  engineNode,
  type FtmEntity,
  graphNode,
  JSON_LD_CONTEXT,
  renderGexf,
  renderGraphml,
  type StoryJson,
  storyCameoLine,
  storyEdges,
  storyNode,
  storyToCameo,
  storyToFtm,
  storyToPlover,
  storyUpdated,
  tableHead,
  tableLines,
  tellingsToCameo,
  tellingsToPlover,
} from '@backchannel/wire/write'
import { listStories } from '../ask/stories.ts'
import { writeBackup } from './backup.ts'
import { type ExportScope, eachDocument, eachStory, loadActors } from './load-export.ts'
import { loadRedaction } from './load-redaction.ts'
import { parquetTable } from './parquet.ts'

/** Formats that a record is exported in. */
export const EXPORT_FORMATS = [
  'csv',
  'parquet',
  'backup',
  'jsonld',
  'plover',
  'cameo',
  'webannotation',
  'gexf',
  'graphml',
  'ftm',
  'brat',
  'atom',
] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface ExportOptions {
  readonly format: ExportFormat
  readonly filter?: StoryFilter
  /** With `csv` and `parquet`: this table alone; all tables as files of a folder where left out. */
  readonly table?: ExportTable
  /** With `plover`, `cameo`, `gexf` and `graphml`: what did not happen too; with the first two every telling of its own. */
  readonly all?: boolean
  /** Replaces the names of private persons who are or were held. */
  readonly redact?: boolean
  /** By which outlets are known; what ships where left out. */
  readonly lexicon?: Lexicon
  /** Version of the program, for formats that name what made them. */
  readonly version: string
}

/** A piece of an export: of one of several files, or of the only one (`file` is null). Pieces of one file come in order. */
export interface ExportPiece {
  readonly file: string | null
  readonly data: string | Uint8Array
}

/** True where a format makes several files, so that they need a folder. */
export function needsFolder({ format, table }: Pick<ExportOptions, 'format' | 'table'>): boolean {
  return format === 'brat' || ((format === 'csv' || format === 'parquet') && table === undefined)
}

/** True where a format is bytes that no terminal should get. */
export function isBinary({ format }: Pick<ExportOptions, 'format'>): boolean {
  return format === 'parquet'
}

/** A record in a format, piece by piece as it is read; how much is held is said by each format in docs/reference/exports.md. */
export async function* exportRecord(reader: StoreReader, options: ExportOptions): AsyncGenerator<ExportPiece> {
  const redacted = options.redact === true
  const redaction = redacted ? await loadRedaction(reader) : createRedaction([], [])
  const { lexicon = EMPTY_LEXICON, filter = {} } = options
  const scope: ExportScope = { reader, filter, redaction, redacted, lexicon }
  if (options.format === 'csv') yield* csvPieces(scope, options)
  else if (options.format === 'parquet') yield* parquetPieces(scope, options)
  else if (options.format === 'brat') yield* bratPieces(scope)
  else for await (const data of textOf(scope, options)) yield { file: null, data }
}

/** Formats of one text. */
function textOf(scope: ExportScope, options: ExportOptions): AsyncGenerator<string> {
  switch (options.format) {
    case 'jsonld':
      return jsonLdText(scope, options)
    case 'plover':
    case 'cameo':
      return codedText(scope, options)
    case 'webannotation':
      return annotationText(scope)
    case 'gexf':
    case 'graphml':
      return graphText(scope, options)
    case 'ftm':
      return ftmText(scope)
    case 'atom':
      return atomText(scope)
    default:
      return writeBackup(scope.reader)
  }
}

async function* csvPieces(scope: ExportScope, { table }: ExportOptions): AsyncGenerator<ExportPiece> {
  const tables = table === undefined ? EXPORT_TABLES : [table]
  const fileOf = (name: ExportTable) => (table === undefined ? `${name}.csv` : null)
  for (const name of tables) yield { file: fileOf(name), data: tableHead(name) }
  for await (const document of eachDocument(scope))
    for (const name of tables) yield { file: fileOf(name), data: tableLines(name, document) }
}

async function* parquetPieces(scope: ExportScope, { table }: ExportOptions): AsyncGenerator<ExportPiece> {
  for (const name of table === undefined ? EXPORT_TABLES : [table])
    yield { file: table === undefined ? `${name}.parquet` : null, data: await parquetTable(scope, name) }
}

async function* bratPieces(scope: ExportScope): AsyncGenerator<ExportPiece> {
  yield { file: 'annotation.conf', data: bratConfiguration(EVENT_TYPES.map(({ name }) => name)) }
  const nameOf = createFileNames()
  for await (const document of eachDocument(scope)) {
    const name = nameOf(document.findings.document.id)
    const { text, annotations } = documentToBrat(document)
    yield { file: `${name}.txt`, data: text }
    yield { file: `${name}.ann`, data: annotations }
  }
}

async function* jsonLdText(scope: ExportScope, { version }: ExportOptions): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(JSON_LD_CONTEXT)},\n"@graph":[\n${JSON.stringify(engineNode(version))}`
  const { actors } = await wantedIds(scope)
  for (const actor of await loadActors(scope, actors)) yield `,\n${JSON.stringify(actorNode(actor))}`
  for await (const story of eachStory(scope)) yield `,\n${JSON.stringify(storyNode(story))}`
  for await (const document of eachDocument(scope))
    for (const node of documentNodes(document)) yield `,\n${JSON.stringify(node)}`
  yield '\n]}\n'
}

/** Ids of the actors and documents that an export under a filter speaks of; undefined where it is all of them. */
async function wantedIds(
  scope: ExportScope,
): Promise<{ readonly actors?: ReadonlySet<string>; readonly documents?: ReadonlySet<string> }> {
  const actors = new Set<string>()
  const documents = new Set<string>()
  for await (const { whole, findings, reports, cast } of eachDocument(scope)) {
    if (whole) return {}
    documents.add(findings.document.id)
    for (const is of cast.values()) actors.add(is)
    for (const { report } of reports) for (const { actor } of report.participants) if (actor) actors.add(actor)
  }
  for await (const { story } of eachStory(scope)) for (const { id } of story.actors) actors.add(id)
  return { actors, documents }
}

async function* codedText(scope: ExportScope, options: ExportOptions): AsyncGenerator<string> {
  const { format, all = false, version } = options
  const engine = { version }
  if (format === 'cameo') yield storyCameoLine()
  if (all) {
    const stories = new Map<string, StoryJson>()
    for (const story of await listStories(scope.reader)) stories.set(story.id, scope.redaction.value(story))
    for await (const document of eachDocument(scope)) {
      if (format === 'cameo') for (const row of tellingsToCameo(document, stories)) yield storyCameoLine(row)
      else for (const record of tellingsToPlover(document, stories, engine)) yield `${JSON.stringify(record)}\n`
    }
    return
  }
  const copies = await scope.reader.copies()
  for await (const story of eachStory(scope)) {
    const telling = codedTelling(story, copies)
    const stored = telling && (await scope.reader.findings(telling.ref.document))
    if (!telling || !stored) continue
    const believed = telling.corrected ? believedFindings(stored, [telling]) : stored
    const findings: Findings = scope.redaction.findings(believed)
    if (format === 'cameo') for (const row of storyToCameo(story, telling, findings)) yield storyCameoLine(row)
    else {
      const record = storyToPlover(story, telling, findings, engine)
      if (record) yield `${JSON.stringify(record)}\n`
    }
  }
}

async function* annotationText(scope: ExportScope): AsyncGenerator<string> {
  yield `{"@context":"${ANNOTATION_CONTEXT}","id":"urn:backchannel:annotations","type":"AnnotationPage","items":[`
  let first = true
  for await (const document of eachDocument(scope)) {
    for (const annotation of documentAnnotations(document)) {
      yield `${first ? '\n' : ',\n'}${JSON.stringify(annotation)}`
      first = false
    }
  }
  yield '\n]}\n'
}

/** Statuses of what there is; the rest is only asked for, planned or supposed. */
const REAL: ReadonlySet<string> = new Set(['happened', 'ongoing'])

async function* graphText(scope: ExportScope, { format, all = false, filter }: ExportOptions): AsyncGenerator<string> {
  const chosen = all || (filter?.status?.length ?? 0) > 0
  const edges = []
  for await (const one of eachStory(scope)) {
    const isReal = REAL.has(one.story.status) && !one.story.withdrawn
    if (!chosen && (!isReal || !one.reports.some(({ stance }) => stance === 'asserts'))) continue
    edges.push(...storyEdges(one))
  }
  const wanted = new Set(edges.flatMap(({ source, target }) => [source, target]))
  const nodes = (await loadActors(scope, wanted)).map(graphNode)
  const known = new Set(nodes.map(({ id }) => id))
  const drawn = edges.filter(({ source, target }) => known.has(source) && known.has(target))
  yield* format === 'gexf' ? renderGexf(nodes, drawn) : renderGraphml(nodes, drawn)
}

async function* ftmText(scope: ExportScope): AsyncGenerator<string> {
  const line = (entity: FtmEntity) => `${JSON.stringify(entity)}\n`
  const schemas = new Map<string, string>()
  const { actors, documents } = await wantedIds(scope)
  for (const actor of await loadActors(scope, actors)) {
    const entity = actorToFtm(actor)
    if (!entity) continue
    schemas.set(actor.id, entity.schema)
    yield line(entity)
  }
  const known = new Set(schemas.keys())
  for await (const story of eachStory(scope)) {
    const proof = story.story.documents.filter((id) => documents?.has(id) ?? true)
    yield line(storyToFtm(story, known, proof))
  }
  for await (const document of eachDocument(scope))
    for (const entity of documentToFtm(document, schemas)) yield line(entity)
}

async function* atomText(scope: ExportScope): AsyncGenerator<string> {
  const stories: ExportStory[] = []
  for await (const story of eachStory(scope)) stories.push(story)
  const sources = new Map<string, AtomSource>()
  for await (const { findings } of eachDocument(scope)) {
    const { id, url, title, outlet } = findings.document
    sources.set(id, { url, title, outlet })
  }
  yield atomHead(stories.map(storyUpdated).sort().at(-1) ?? null)
  for (const story of stories) yield atomEntry(story, sources)
  yield ATOM_END
}
