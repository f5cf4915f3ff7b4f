import { type Correction, contentHash, documentId, type Evidence, fold } from '@backchannel/core'
import { correctionBody, correctionsQuery, noQuery } from '@backchannel/wire'
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
        const reports = (await writer.reportsIn(id)).map(({ report }) => report)
        const lost = fold(reports, [], [...before, added]).orphans.find((one) => one.correction.id === added.id)
        if (lost) throw serverError('server/correction-lost', { why: WHY[lost.why] })
        await writer.addCorrection(added)
        return added
      })
      return { json: correction, status: 201 }
    },
  }),
]

/** Characters around a quote, as evidence of claims has them. */
const CONTEXT = 32

const WHY = {
  gone: 'no claim rests on these words',
  ambiguous: 'several claims rest on these words; say the `type` that is meant',
  value: 'the field cannot have this value',
} as const

/** Where the words stand. Throws `server/words-gone` and `server/words-twice`. */
function findAnchor(
  { id, text }: { readonly id: Evidence['document']; readonly text: string },
  {
    quote,
    prefix = '',
    suffix = '',
  }: { readonly quote: string; readonly prefix?: string | undefined; readonly suffix?: string | undefined },
): Evidence {
  const places: number[] = []
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
