import {
  actorId,
  actorKeys,
  documentId,
  recordActorId,
  reportKeys,
  sketchKeys,
  storyId,
  unpackSketch,
} from '@backchannel/core'
import type { Item, Store, StoreReader, StoreWriter } from '@backchannel/store'
import { badBackup, fromWire, readBackupLine } from '@backchannel/wire'
import { BACKUP_FORMAT, type BackupDocument, type BackupLine, backupLine, toWire } from '@backchannel/wire/write'
import { noteOlderStories } from '../compare-older-stories.ts'
import { deskError } from '../errors.ts'
import { pagesOf } from './pages-of.ts'

/** All that a record holds, as JSON lines from which `importBackup` makes the same record. Same record, same bytes. */
export async function* writeBackup(reader: StoreReader): AsyncGenerator<string> {
  let lines = 0
  for await (const line of linesOf(reader)) {
    lines++
    yield backupLine(line)
  }
  yield backupLine({ end: { lines } })
}

async function* linesOf(reader: StoreReader): AsyncGenerator<BackupLine> {
  yield { format: BACKUP_FORMAT }
  for (const sha256 of await reader.rawHashes()) {
    const raw = await reader.raw(sha256)
    if (raw) yield { raw: { sha256, mediaType: raw.mediaType, bytes: Buffer.from(raw.bytes).toString('base64') } }
  }
  for await (const stored of pagesOf((page) => reader.documents(page))) {
    const findings = await reader.findings(stored.document.id)
    if (!findings) continue
    const [sketch] = await reader.sketches([stored.document.id])
    const { raw, extractor, pipeline, found, origin } = stored
    // What read it is told by the pipeline; the version of the program that exports has nothing to do with it.
    const dossier = toWire(findings, { version: pipeline, models: [] })
    const bytes = sketch ? Buffer.from(sketch.sketch).toString('base64') : null
    yield { document: { dossier, raw, extractor, pipeline, found, origin, sketch: bytes } }
  }
  for await (const actor of pagesOf((page) => reader.actors({}, page))) yield { actor }
  for await (const { document } of pagesOf((page) => reader.documents(page))) {
    const members = await reader.castOf(document.id)
    if (members.length > 0) yield { cast: { document: document.id, members } }
  }
  // Told always: where it is missing, nobody has compared the tellings (`compareOlderStories`).
  for await (const story of pagesOf((page) => reader.stories({}, page)))
    yield { story: { ...story, differs: story.differs ?? false } }
  // Strands before the names of strands, as they are taken in again.
  const aliases = await reader.storyAliases()
  for (const alias of aliases) if (alias.id === alias.strand) yield { alias }
  for (const { id, into, strand } of aliases)
    if (id !== strand) yield { alias: { id, into, ...(strand !== into && { strand }) } }
  for await (const { document } of pagesOf((page) => reader.documents(page)))
    for (const { report, story, strand, read } of await reader.reportsIn(document.id))
      yield { report, in: story, ...(strand !== story && { strand }), ...(read && { read }) }
  for (const copy of await reader.copies()) yield { copy }
  for await (const item of pagesOf((page) => reader.items(undefined, page))) yield { item }
  for (const judgement of await reader.judgements()) yield { judgement }
  for (const correction of await reader.corrections()) yield { correction }
  for (const setting of await reader.settings()) yield { setting }
}

/**
 * Makes the record of a backup in an empty store, all of it or nothing. Gives the number of documents. Throws
 * `desk/record-not-empty`, and `wire/bad-backup` or `wire/bad-dossier` where a line cannot be used or the end is missing.
 */
export async function importBackup(store: Store, lines: AsyncIterable<string>): Promise<number> {
  const { documents, items } = await store.counts()
  if (documents > 0 || items > 0) throw deskError('desk/record-not-empty', { documents })
  await store.write(async (writer) => {
    let number = 0
    let ended = false
    let areCompared = true
    for await (const json of lines) {
      number++
      if (ended) throw badBackup(number, 'it stands after the end')
      const line = readBackupLine(json, number)
      if ((number === 1) !== 'format' in line) throw badBackup(number, 'a backup begins with its format')
      ended = 'end' in line
      if ('end' in line && line.end.lines !== number - 1)
        throw badBackup(number, `${line.end.lines} lines should stand before it`)
      if ('story' in line && line.story.differs === undefined) areCompared = false
      await takeLine(writer, line)
    }
    if (!areCompared) await noteOlderStories(writer)
    if (!ended) throw badBackup(number + 1, 'it is missing: the file was cut')
  })
  return (await store.counts()).documents
}

async function takeLine(writer: StoreWriter, line: BackupLine): Promise<void> {
  if ('raw' in line) {
    const { sha256, mediaType, bytes } = line.raw
    await writer.saveRaw({ sha256, mediaType, bytes: Buffer.from(bytes, 'base64') })
  } else if ('document' in line) await takeDocument(writer, line.document)
  else if ('actor' in line) {
    const keys = new Set(line.actor.profiles.flatMap((profile) => actorKeys(profile)))
    await writer.saveActor(line.actor, [...keys].sort())
  } else if ('cast' in line) {
    const { document, members } = line.cast
    await writer.saveCast(
      documentId(document),
      members.map(({ actor, is, strand }) => ({
        ...{ actor: actorId(actor), is: recordActorId(is) },
        ...(strand !== undefined && { strand: recordActorId(strand) }),
      })),
    )
  } else if ('story' in line) {
    const { differs = false, ...story } = line.story
    await writer.saveStory({ ...story, ...(differs && { differs }) })
  } else if ('alias' in line) await takeAlias(writer, line.alias)
  else if ('report' in line) {
    const { report, in: story, strand = story, read } = line
    await writer.saveReport(report, storyId(strand), reportKeys(report), read)
  } else if ('copy' in line) await writer.saveCopy(line.copy)
  else if ('item' in line) {
    const { document, ...item } = line.item
    await writer.saveItem({ ...item, document: document === null ? null : documentId(document) } satisfies Item)
  } else if ('judgement' in line) await writer.addJudgement(line.judgement)
  else if ('correction' in line) await writer.addCorrection(line.correction)
  else if ('setting' in line) await writer.saveSetting(line.setting.key, line.setting.value)
}

async function takeDocument(writer: StoreWriter, { dossier, sketch, ...rest }: BackupDocument): Promise<void> {
  const { findings } = fromWire(dossier)
  const { document } = findings
  await writer.saveDocument({ ...rest, document }, findings)
  if (sketch === null) return
  const bytes = Buffer.from(sketch, 'base64')
  await writer.saveSketch({ document: document.id, sketch: bytes }, sketchKeys(unpackSketch(bytes)))
}

/**
 * The old id of a merged story, or a strand in a story of another id: a store takes them by merging and by moving, so that
 * nothing else makes such names.
 */
async function takeAlias(
  writer: StoreWriter,
  { id, into, strand = into }: { readonly id: string; readonly into: string; readonly strand?: string | undefined },
): Promise<void> {
  const story = await writer.story(storyId(into))
  if (story === null) throw deskError('desk/no-such-story', { id: into })
  await writer.saveStory({ ...story, id: storyId(id), claims: [] })
  if (strand === id) await writer.moveStrand(storyId(id), story.id)
  else await writer.mergeStories(storyId(id), storyId(strand))
}
