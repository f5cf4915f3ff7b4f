import { type Correction, contentHash, documentId, type Evidence } from '@backchannel/core'
import { correctionsOf, listLostCorrections } from '@backchannel/desk'
import { correctionBody, correctionsQuery, noQuery, pagedQuery } from '@backchannel/wire'
import { cursorsOf, cutPage } from '../cursors.ts'
import { serverError } from '../errors.ts'
import { JSON_BYTES_MAX } from '../limits.ts'
import { defineRoute, defineWrite } from '../route.ts'

export const correctionRoutes = [
  defineRoute({
    path: '/corrections',
    summary: 'What people changed, the earliest first; nothing of it is ever changed itself.',
    query: correctionsQuery,
    answer: 'corrections',
    columns: ['id', 'document', 'quote', 'type', 'change', 'author', 'at', 'reason'],
    async handle({ query, reader }) {
      const cursors = cursorsOf('corrections', query)
      const { document } = query
      const all = await reader.corrections(document === undefined ? undefined : documentId(document))
      const { rows, next, total } = cutPage(all, cursors.page())
      return {
        json: { rows, next: cursors.next(next), total },
        rows: rows.map(({ anchor, by, ...rest }) => ({
          ...rest,
          document: anchor.document,
          quote: anchor.quote,
          author: by.name,
        })),
      }
    },
  }),
  defineRoute({
    path: '/corrections/lost',
    summary:
      'Corrections whose words are gone or fit several claims, and that are laid on nothing, the earliest first.',
    query: pagedQuery,
    answer: 'lost',
    columns: ['id', 'state', 'document', 'quote', 'change', 'author', 'at', 'reason'],
    async handle({ query, reader }) {
      const cursors = cursorsOf('corrections/lost', query)
      const { rows, next, total } = cutPage(await listLostCorrections(reader), cursors.page())
      return {
        json: { rows, next: cursors.next(next), total },
        rows: rows.map(({ state, correction: { id, anchor, change, by, at, reason } }) => ({
          ...{ id, state, document: anchor.document, quote: anchor.quote, change, author: by.name, at, reason },
        })),
      }
    },
  }),
  defineWrite({
    path: '/corrections',
    summary: 'Adds a correction of a claim, anchored in the words of its document.',
    query: noQuery,
    body: correctionBody,
    limit: { bytes: JSON_BYTES_MAX, constant: 'JSON_BYTES_MAX' },
    answer: 'correction',
    async handle({ body, server: { store, now } }) {
      const { change, type, author, reason } = body
      const at = now()
      const id = documentId(body.document)
      const correction = await store.write(async (writer) => {
        const stored = await writer.document(id)
        if (stored === null) throw serverError('server/no-such-document', { id: id.slice(0, 100) })
        const anchor = findAnchor(stored.document, body)
        const before = await writer.corrections(id)
        const added: Correction = {
          id: `correction:${contentHash(JSON.stringify([before.length, anchor, type ?? null, change, author, at, reason]))}`,
          anchor,
          ...(type !== undefined && { type }),
          change,
          by: { kind: 'person', name: author },
          at,
          reason,
        }
        const { state } = (await correctionsOf(writer, id, [...before, added])).find(isOf(added)) ?? { state: 'gone' }
        if (state !== 'holds')
          throw serverError('server/correction-lost', { why: WHY[change.kind]?.[state] ?? LOST[state] })
        await writer.addCorrection(added)
        return added
      })
      return { json: correction, status: 201 }
    },
  }),
]

/** Characters around a quote, as evidence of claims has them. */
const CONTEXT = 32

const isOf =
  ({ id }: Correction) =>
  (one: { readonly correction: Correction }): boolean =>
    one.correction.id === id

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

/** Where the words stand. Throws `server/words-gone` and `server/words-twice`. */
function findAnchor(
  { id, text }: { readonly id: Evidence['document']; readonly text: string },
  {
    quote,
    prefix = '',
    suffix = '',
    from: given,
  }: {
    readonly quote: string
    readonly prefix?: string | undefined
    readonly suffix?: string | undefined
    readonly from?: number | undefined
  },
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
  if (from === undefined) throw serverError('server/words-gone', { document: id })
  if (places.length > 1) throw serverError('server/words-twice', { document: id, times: places.length })
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
