import { documentId } from '@backchannel/core'
import { correctionsOf, showBelieved } from '@backchannel/desk'
import { documentName, noQuery, pagedQuery, toWire } from '@backchannel/wire'
import { cursorsOf } from '../cursors.ts'
import { serverError } from '../errors.ts'
import { defineRoute } from '../route.ts'

export const documentRoutes = [
  defineRoute({
    path: '/documents',
    summary: 'The documents of the record, in the order in which they came.',
    query: pagedQuery,
    answer: 'documents',
    columns: ['id', 'title', 'outlet', 'published', 'url', 'language', 'origin', 'found', 'copyOf', 'name'],
    async handle({ query, reader }) {
      const cursors = cursorsOf('documents', query)
      const listed = await reader.documents(cursors.page())
      const copies = await reader.copies(listed.rows.map(({ document }) => document.id))
      const originals = new Map(copies.map(({ document, of }) => [document, of]))
      const rows = listed.rows.map(({ document, origin, found }) => ({
        id: document.id,
        title: document.title,
        outlet: document.outlet,
        published: document.published?.text ?? null,
        url: document.url,
        language: document.language,
        origin,
        found,
        copyOf: originals.get(document.id) ?? null,
        name: documentName(document.id, origin),
      }))
      return { json: { rows, next: cursors.next(listed.next), total: listed.total }, rows }
    },
  }),
  defineRoute({
    path: '/documents/:id',
    summary:
      'One document: its frozen text with everything found in it, as a dossier, and what the record knows of it.',
    query: noQuery,
    answer: 'document',
    async handle({ id: given, reader, server: { version } }) {
      // Addresses of pages leave "doc:" out.
      const stored = (await reader.document(documentId(given))) ?? (await reader.document(documentId(`doc:${given}`)))
      const id = stored?.document.id ?? documentId(given)
      const findings = stored && (await reader.findings(id))
      if (!stored || !findings) throw serverError('server/no-such-document', { id: given.slice(0, 100) })
      const { origin, found, pipeline, extractor, raw } = stored
      const copies = (await reader.copies([id])).map(({ document, of, how, score }) => ({
        document,
        of,
        how,
        score: score.score,
        why: score.because,
      }))
      const reports = await reader.reportsIn(id)
      return {
        json: {
          // What read it is told by `record.pipeline`, models and all.
          ...toWire(findings, { version, models: [] }),
          record: {
            origin,
            found,
            pipeline,
            extractor: { name: extractor.name, version: extractor.version },
            raw,
            copies,
            actors: (await reader.castOf(id)).map(({ actor, is }) => ({ actor, is })),
            stories: reports.map(({ report: { ref, participants }, story }) => ({
              ...{ claim: ref.claim, story },
              participants: participants.map(({ role, name }) => ({ role, name })),
            })),
            corrections: await correctionsOf(reader, id),
            believed: await showBelieved(reader, id),
          },
        },
      }
    },
  }),
]
