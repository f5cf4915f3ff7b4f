import {
  type Correction,
  contentHash,
  type Document,
  documentId,
  type Evidence,
  type Instant,
  type Lexicon,
  type StoryId,
} from '@backchannel/core'
import type { Store, StoreReader } from '@backchannel/store'
import { correctionsOf } from './ask/corrections.ts'
import { believedClaims, refold } from './believe.ts'
import { deskError } from './errors.ts'

/** Who decides, when, and by which lists outlets and names are known. */
export interface Deciding {
  readonly now: () => Instant
  readonly lexicon: Lexicon
}

/** Where the words of a correction stand: the words, and where they stand twice what tells the place. */
export interface Words {
  readonly document: string
  readonly quote: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
  readonly from?: number | undefined
}

/** A person's change of a claim. */
export interface CorrectionGiven extends Words {
  readonly type?: string | undefined
  readonly change: Correction['change']
  readonly author: string
  readonly reason: string
}

/**
 * Adds a correction, and lets the reports and stories of its document be what is believed now. Throws
 * `desk/no-such-document`, `desk/words-gone`, `desk/words-twice`, and `desk/correction-lost` for one that would change nothing.
 */
export async function addCorrection(
  store: Store,
  { change, type, author, reason, ...words }: CorrectionGiven,
  { now, lexicon }: Deciding,
): Promise<Correction> {
  const id = documentId(words.document)
  const at = now()
  return store.write(async (writer) => {
    const stored = await writer.document(id)
    if (stored === null) throw deskError('desk/no-such-document', { id: id.slice(0, 100) })
    const anchor = findAnchor(stored.document, words)
    const before = await writer.corrections(id)
    const bare: Correction = {
      id: `correction:${contentHash(JSON.stringify([before.length, anchor, type ?? null, change, author, at, reason]))}`,
      anchor,
      ...(type !== undefined && { type }),
      change,
      by: { kind: 'person', name: author },
      at,
      reason,
    }
    const all = [...before, bare]
    const { state } = (await correctionsOf(writer, id, all)).find(({ correction }) => correction.id === bare.id) ?? {
      state: 'gone',
    }
    if (state !== 'holds') throw deskError('desk/correction-lost', { why: WHY[change.kind]?.[state] ?? LOST[state] })
    const story = await storyOf(writer, id, all, bare)
    const added: Correction = story === null ? bare : { ...bare, story }
    await writer.addCorrection(added)
    await refold(writer, id, lexicon)
    return added
  })
}

/** The story in which the claim of a correction is now; null where it is in none. */
async function storyOf(
  reader: StoreReader,
  id: Document['id'],
  all: readonly Correction[],
  correction: Correction,
): Promise<StoryId | null> {
  const { change } = correction
  // What takes a correction back is of the story of that one.
  if (change.kind === 'undo') return all.find((one) => one.id === change.correction)?.story ?? null
  const claim = (await believedClaims(reader, id, all)).find(({ corrections }) =>
    corrections.some((one) => one.id === correction.id),
  )
  const placed = (await reader.reportsIn(id)).find(({ report }) => report.ref.claim === claim?.report.ref.claim)
  // A claim that is withdrawn already is where it was when it was withdrawn.
  return placed?.story ?? claim?.corrections.findLast(({ story }) => story !== undefined)?.story ?? null
}

/** Characters around a quote, as evidence of claims has them. */
const CONTEXT = 32

type Lost = 'gone' | 'ambiguous' | 'value' | 'undone'
const LOST: Readonly<Record<Lost, string>> = {
  gone: 'no claim rests on these words',
  ambiguous: 'several claims rest on these words; say the `type` that is meant',
  value: 'the field cannot have this value',
  undone: 'it was taken back',
}
const WHY: Readonly<Partial<Record<Correction['change']['kind'], Partial<Record<Lost, string>>>>> = {
  unlink: {
    gone: 'no link of this kind rests on these words',
    ambiguous: 'several links of this kind rest on these words',
  },
  undo: { gone: 'this document has no earlier correction of this id' },
}

function findAnchor(
  { id, text }: Pick<Document, 'id' | 'text'>,
  { quote, prefix = '', suffix = '', from: given }: Words,
): Evidence {
  const places: number[] = []
  if (given !== undefined) {
    if (text.startsWith(quote, given)) places.push(given)
  } else
    for (let from = text.indexOf(quote); from >= 0; from = text.indexOf(quote, from + 1)) {
      const to = from + quote.length
      const before = text.slice(Math.max(0, from - prefix.length), from)
      if (before === prefix && text.startsWith(suffix, to)) places.push(from)
    }
  const [from] = places
  if (from === undefined) throw deskError('desk/words-gone', { document: id })
  if (places.length > 1) throw deskError('desk/words-twice', { document: id, times: places.length })
  const to = from + quote.length
  // As claims carry them, so that a claim of the same words agrees with all of it.
  return {
    document: id,
    span: { from, to },
    quote,
    prefix: text.slice(Math.max(0, from - CONTEXT), from),
    suffix: text.slice(to, to + CONTEXT),
  }
}
