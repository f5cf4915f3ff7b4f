import { type AnyInput, fetchInput, fileInputs } from '@backchannel/desk'
import type { StoreReader } from '@backchannel/store'
import { checkApi, inboxBody, inboxDecision, noQuery, uploadQuery } from '@backchannel/wire'
import { serverError } from '../errors.ts'
import type { Decision, Inbox } from '../inbox.ts'
import { JSON_BYTES_MAX, UPLOAD_BYTES_MAX } from '../limits.ts'
import { mediaTypeOf, readJson } from '../read-body.ts'
import { defineRoute, defineWrite, queryOf, type Route, type ServerContext } from '../route.ts'
import { FILE_TYPES, inputOf, readUpload } from '../upload.ts'

export const inboxRoutes: readonly Route[] = [
  defineRoute({
    path: '/inbox',
    summary:
      'What was sent to the inbox since the server started, the latest first, what came before, and what the inbox takes.',
    query: noQuery,
    answer: 'inbox',
    async handle({ reader, server: { inbox, fetches, demo } }) {
      const documents = await documentsOf(reader)
      const earlier = (await inbox?.earlier()) ?? { rows: [], total: 0, failed: 0 }
      return {
        json: { documents, takes: inbox !== null, fetches, demo: demo !== null, jobs: inbox?.jobs() ?? [], earlier },
      }
    },
  }),
  defineRoute({
    path: '/inbox/:id',
    summary: 'One upload of the inbox: how far each document is, how fast it goes and how long it will take.',
    query: noQuery,
    answer: 'inboxJob',
    async handle({ id, reader, server: { inbox } }) {
      const documents = await documentsOf(reader)
      if (inbox === null) throw serverError('server/no-such-job', { id: id.slice(0, 100) })
      return { json: { documents, job: inbox.job(id) } }
    },
  }),
  {
    method: 'POST',
    path: '/inbox',
    summary:
      'Sends documents to the inbox: compared with the record first, then read as `backchannel ingest` reads them, while /inbox/ID tells how far they are.',
    query: uploadQuery,
    body: inboxBody,
    bodyTypes: ['multipart/form-data', ...FILE_TYPES],
    answer: 'inboxJob',
    columns: null,
    files: [],
    async handle({ request, reader, server }) {
      const { name, retry: _, ...given } = queryOf(uploadQuery, request)
      const inbox = inboxOf(server)
      const { inputs, bytes, decision, ...told } = await openBody(request, name, server)
      const job = inbox.add(inputs, { ...given, ...told.given }, bytes, decision)
      return { json: { documents: await documentsOf(reader), job }, status: 201 }
    },
  },
  defineWrite({
    path: '/inbox/decisions',
    summary:
      'Says what to do with an upload that asks whether to read what is like documents of the record, or stops one.',
    query: noQuery,
    body: inboxDecision,
    limit: { bytes: JSON_BYTES_MAX, constant: 'JSON_BYTES_MAX' },
    answer: 'inboxJob',
    async handle({ body, reader, server }) {
      const inbox = inboxOf(server)
      inbox.decide(body.job, body.do)
      return { json: { documents: await documentsOf(reader), job: inbox.job(body.job) } }
    },
  }),
]

async function documentsOf(reader: StoreReader): Promise<number> {
  return (await reader.counts()).documents
}

function inboxOf({ inbox }: ServerContext): Inbox {
  if (inbox === null) throw serverError('server/read-only')
  return inbox
}

interface Opened {
  readonly inputs: AsyncIterable<AnyInput>
  readonly given: Record<string, string | undefined>
  readonly bytes: number
  readonly decision?: Decision
}

async function openBody(request: Request, name: string | undefined, server: ServerContext): Promise<Opened> {
  if (mediaTypeOf(request.headers.get('content-type')).type !== 'application/json') {
    const { inputs, given } = await readUpload(request, name)
    return { inputs: each(inputs), given, bytes: inputs.reduce((sum, one) => sum + one.bytes.length, 0) }
  }
  const sent = checkApi(inboxBody, await readJson(request, UPLOAD_BYTES_MAX, 'UPLOAD_BYTES_MAX'), 'body')
  if ('demo' in sent) {
    if (server.demo === null) throw serverError('server/no-demo')
    // Its copies are what it is there to show.
    return { inputs: demoInputs(server.demo), given: {}, bytes: 0, decision: 'read' }
  }
  if ('addresses' in sent) {
    const { addresses, ...given } = sent
    if (!server.fetches) throw serverError('server/no-fetch')
    return { inputs: fetched(addresses), given, bytes: 0 }
  }
  const { text, name: own = 'pasted.txt', ...given } = sent
  const bytes = new TextEncoder().encode(text)
  return { inputs: each([inputOf(bytes, own, 'text/plain; charset=utf-8')]), given, bytes: bytes.length }
}

async function* each(inputs: readonly AnyInput[]): AsyncGenerator<AnyInput> {
  yield* inputs
}

async function* fetched(addresses: readonly string[]): AsyncGenerator<AnyInput> {
  for (const address of addresses) yield await fetchInput(address)
}

/** The files of the demo collection, by names that are the same on every machine. */
async function* demoInputs(folder: string): AsyncGenerator<AnyInput> {
  for await (const input of fileInputs([folder])) {
    const name = input.origin.split(/[/\\]/).at(-1) ?? ''
    yield 'error' in input ? { ...input, origin: `demo:/${name}` } : { ...input, origin: `demo:/${name}`, name }
  }
}
