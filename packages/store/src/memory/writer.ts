import type {
  ActorRef,
  ClaimId,
  Copy,
  Correction,
  DocumentId,
  Findings,
  Judgement,
  RecordActor,
  RecordActorId,
  Report,
  Story,
  StoryId,
} from '@backchannel/core'
import { storeError } from '../errors.ts'
import { sha256Of } from '../hash.ts'
import { checkLedger, createLedger, type Ledger } from '../ledger.ts'
import {
  type CastMember,
  type Item,
  type KeyedKind,
  type Raw,
  reportId,
  type StoredDocument,
  type StoredSketch,
  type StoreWriter,
} from '../store.ts'
import { createMemoryReader, strandPlace } from './reader.ts'
import { hasUnit, unitOfReport, unitsOf } from './search.ts'
import type { MemoryState } from './state.ts'
import { mergeStrands, moveStrand } from './strands.ts'

/** Changes the given state, which nobody else sees yet; `finish` does what a write owes at its end. */
export function createMemoryWriter(state: MemoryState): { readonly writer: StoreWriter; readonly finish: () => void } {
  const ledger = createLedger()
  const writer: StoreWriter = {
    ...createMemoryReader(() => state),
    async saveItem(item: Item): Promise<void> {
      state.items.set(item.origin, item)
      if (item.document !== null) ledger.documents.set(item.document, 'an item')
    },
    async saveRaw(raw: Raw): Promise<void> {
      const found = sha256Of(raw.bytes)
      if (found !== raw.sha256) throw storeError('store/wrong-hash', { sha256: raw.sha256, found })
      if (!state.raws.has(raw.sha256)) state.raws.set(raw.sha256, { ...raw, bytes: Uint8Array.from(raw.bytes) })
    },
    async saveDocument(stored: Omit<StoredDocument, 'arrival'>, findings: Findings): Promise<void> {
      saveDocument(state, ledger, stored, findings)
    },
    async saveSketch({ document, sketch }: StoredSketch, keys: readonly string[]): Promise<void> {
      needDocument(state, document, 'a sketch')
      state.sketches.set(document, Uint8Array.from(sketch))
      setKeys(state, 'copy', document, keys)
    },
    async saveActor(actor: RecordActor, keys: readonly string[]): Promise<void> {
      saveActor(state, ledger, actor, keys)
    },
    async saveCast(document: DocumentId, cast: readonly CastMember[]): Promise<void> {
      needDocument(state, document, 'a cast')
      state.casts.set(document, [...cast])
    },
    async saveReport(report: Report, story: StoryId, keys: readonly string[], read?: Report): Promise<void> {
      const { document } = report.ref
      needDocument(state, document, 'a report')
      const id = reportId(report)
      const place = strandPlace(state, story) ?? { strand: story, story }
      const { story: now } = place
      dropReport(state, ledger, id)
      const placed = { report, ...place, ...(read && { read }) }
      state.reports.set(id, placed)
      state.byDocument.set(document, [...(state.byDocument.get(document) ?? []), id])
      state.byStory.set(now, [...(state.byStory.get(now) ?? []), id])
      setKeys(state, 'report', id, keys)
      const units = state.units.get(document) ?? []
      if (!hasUnit(units, report)) state.units.set(document, [...units, unitOfReport(placed)])
      ledger.stories.add(now)
    },
    async dropReport(document: DocumentId, claim: ClaimId): Promise<void> {
      dropReport(state, ledger, `${document} ${claim}`)
    },
    async saveStory(story: Story): Promise<void> {
      const into = state.aliases.get(story.id)?.story
      if (into !== undefined) throw storeError('store/story-merged', { story: story.id, into })
      state.stories.set(story.id, story)
    },
    async mergeStories(from: StoryId, into: StoryId): Promise<void> {
      mergeStrands(state, ledger, from, into)
    },
    async moveStrand(strand: StoryId, into: StoryId): Promise<readonly StoryId[]> {
      return moveStrand(state, ledger, strand, into)
    },
    async saveCopy(copy: Copy): Promise<void> {
      needDocument(state, copy.document, 'a copy')
      needDocument(state, copy.of, 'a copy')
      state.copies.set(copy.document, copy)
    },
    async dropCopy(document: DocumentId): Promise<void> {
      state.copies.delete(document)
    },
    async addJudgement(judgement: Judgement): Promise<void> {
      state.judgements.set(state.judgements.size, judgement)
    },
    async addCorrection(correction: Correction): Promise<void> {
      const earlier = state.corrections.get(correction.id)
      if (earlier === undefined) state.corrections.set(correction.id, correction)
      else if (JSON.stringify(earlier) !== JSON.stringify(correction))
        throw storeError('store/correction-twice', { id: correction.id })
    },
    async saveSetting(key: string, value: string): Promise<void> {
      state.settings.set(key, value)
    },
  }
  return { writer, finish: () => finish(state, ledger) }
}

function needDocument(state: MemoryState, document: DocumentId, what: string): void {
  if (!state.documents.has(document)) throw storeError('store/no-such-document', { what, document })
}

/** A profile belongs to one actor: another that had it loses it. */
function saveActor(state: MemoryState, ledger: Ledger, actor: RecordActor, keys: readonly string[]): void {
  for (const old of state.actors.get(actor.id)?.profiles ?? []) state.owners.delete(refText(old.ref))
  for (const { ref } of actor.profiles) {
    needDocument(state, ref.document, 'a profile')
    const other = state.actors.get(state.owners.get(refText(ref)) ?? actor.id)
    state.owners.set(refText(ref), actor.id)
    if (other === undefined || other.id === actor.id) continue
    state.actors.set(other.id, {
      ...other,
      profiles: other.profiles.filter((one) => refText(one.ref) !== refText(ref)),
    })
    ledger.thinnedActors.add(other.id)
  }
  state.actors.set(actor.id, actor)
  setKeys(state, 'actor', actor.id, keys)
  ledger.thinnedActors.delete(actor.id)
}

function refText({ document, actor }: ActorRef): string {
  return `${document} ${actor}`
}

function saveDocument(
  state: MemoryState,
  ledger: Ledger,
  stored: Omit<StoredDocument, 'arrival'>,
  findings: Findings,
): void {
  const { id, text } = stored.document
  const earlier = state.documents.get(id)
  if (earlier && earlier.document.text !== text) throw storeError('store/text-changed', { document: id })
  if (stored.raw !== null && !state.raws.has(stored.raw)) throw storeError('store/no-such-raw', { sha256: stored.raw })
  for (const report of state.byDocument.get(id) ?? []) dropReport(state, ledger, report)
  state.casts.delete(id)
  for (const actor of state.actors.values()) {
    const profiles = actor.profiles.filter((profile) => profile.ref.document !== id)
    if (profiles.length === actor.profiles.length) continue
    for (const { ref } of actor.profiles) if (ref.document === id) state.owners.delete(refText(ref))
    state.actors.set(actor.id, { ...actor, profiles })
    ledger.thinnedActors.add(actor.id)
  }
  const whole = { ...stored, arrival: earlier?.arrival ?? state.documents.size + 1 }
  state.documents.set(id, whole)
  state.findings.set(id, findings)
  state.units.set(id, unitsOf(whole, findings))
}

function dropReport(state: MemoryState, ledger: Ledger, id: string): void {
  const old = state.reports.get(id)
  if (!old) return
  const { document } = old.report.ref
  state.reports.delete(id)
  state.byDocument.set(document, without(state.byDocument.get(document), id))
  state.byStory.set(old.story, without(state.byStory.get(old.story), id))
  setKeys(state, 'report', id, [])
  ledger.thinnedStories.add(old.story)
}

function setKeys(state: MemoryState, kind: KeyedKind, id: string, keys: readonly string[]): void {
  const holders = state.holders[kind]
  for (const key of state.keys[kind].get(id) ?? []) {
    const left = without(holders.get(key), id)
    if (left.length === 0) holders.delete(key)
    else holders.set(key, left)
  }
  const distinct = [...new Set(keys)]
  for (const key of distinct) holders.set(key, [...(holders.get(key) ?? []), id])
  if (distinct.length === 0) state.keys[kind].delete(id)
  else state.keys[kind].set(id, distinct)
}

function without(ids: readonly string[] | undefined, id: string): readonly string[] {
  return (ids ?? []).filter((one) => one !== id)
}

function finish(state: MemoryState, ledger: Ledger): void {
  // The ids come from the ledger, which was given branded ones; a map is asked, nothing is made of them.
  for (const story of ledger.thinnedStories as Set<StoryId>) {
    if ((state.byStory.get(story) ?? []).length > 0) continue
    state.stories.delete(story)
    state.byStory.delete(story)
    for (const [alias, target] of state.aliases) if (target.story === story) state.aliases.delete(alias)
  }
  for (const actor of ledger.thinnedActors as Set<RecordActorId>) dropActor(state, actor)
  checkLedger(ledger, {
    document: (id) => state.documents.has(id as DocumentId),
    story: (id) => state.stories.has(id as StoryId) || (state.byStory.get(id as StoryId) ?? []).length === 0,
  })
}

function dropActor(state: MemoryState, id: RecordActorId): void {
  if ((state.actors.get(id)?.profiles.length ?? 0) > 0) return
  state.actors.delete(id)
  setKeys(state, 'actor', id, [])
}
