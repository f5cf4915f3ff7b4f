import { BackchannelError } from '@backchannel/core'
import { type AnyInput, fetchInput, ingest } from '@backchannel/desk'
import type { IngestItemJson } from '@backchannel/wire'
import { checkApi, pasteBody, type UploadFields, uploadQuery } from '@backchannel/wire'
import { serverError } from '../errors.ts'
import { UPLOAD_BYTES_MAX, UPLOAD_DOCUMENTS_MAX, UPLOAD_SECONDS, UPLOADS_AT_ONCE } from '../limits.ts'
import { mediaTypeOf, readJson } from '../read-body.ts'
import { type Answer, queryOf, type Route, type ServerContext } from '../route.ts'
import { FILE_TYPES, givenOf, inputOf, readUpload } from '../upload.ts'

/** How many uploads each server is busy with. */
const busy = new WeakMap<ServerContext, number>()

export const uploadRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/documents',
    summary:
      'Takes documents in, by the same reading and limits as `backchannel ingest`: a pasted text, files of a form, or one file.',
    query: uploadQuery,
    body: pasteBody,
    bodyTypes: ['multipart/form-data', ...FILE_TYPES],
    answer: 'taken',
    columns: null,
    files: [],
    async handle({ request, server }) {
      const { name, retry, ...given } = queryOf(uploadQuery, request)
      if (server.pool === null) throw serverError('server/read-only')
      const running = busy.get(server) ?? 0
      if (running >= UPLOADS_AT_ONCE) throw serverError('server/busy', { what: `${running} uploads are being read` })
      busy.set(server, running + 1)
      try {
        const upload = await openBody(request, name, server)
        return await takeIn(upload.inputs, { ...given, ...upload.given }, retry === 'true', request, server)
      } finally {
        busy.set(server, (busy.get(server) ?? 1) - 1)
      }
    },
  },
]

async function openBody(
  request: Request,
  name: string | undefined,
  server: ServerContext,
): Promise<{ readonly inputs: readonly AnyInput[]; readonly given: UploadFields }> {
  if (mediaTypeOf(request.headers.get('content-type')).type !== 'application/json') return readUpload(request, name)
  const pasted = checkApi(pasteBody, await readJson(request, UPLOAD_BYTES_MAX, 'UPLOAD_BYTES_MAX'), 'body')
  if ('address' in pasted) {
    const { address, ...given } = pasted
    if (!server.fetches) throw serverError('server/no-fetch')
    return { inputs: [await fetchInput(address)], given }
  }
  const { text, name: own = 'pasted.txt', ...given } = pasted
  return { inputs: [inputOf(new TextEncoder().encode(text), own, 'text/plain; charset=utf-8')], given }
}

async function takeIn(
  inputs: readonly AnyInput[],
  given: UploadFields,
  retry: boolean,
  request: Request,
  { pool, store, lexicon, now }: ServerContext,
): Promise<Answer> {
  if (pool === null) throw serverError('server/read-only')
  const items: IngestItemJson[] = []
  const end = performance.now() + UPLOAD_SECONDS * 1000
  let read = 0
  let documents = 0
  let complete = true
  const events = ingest(inOrderOf(inputs), {
    store,
    pool: await pool(),
    lexicon,
    now,
    retry,
    given: givenOf(given),
    // One a write, so that the limit is where it is said to be.
    together: 1,
    stopped() {
      const over = read >= UPLOAD_DOCUMENTS_MAX || performance.now() > end || request.signal.aborted
      if (over) complete = false
      return over
    },
  })
  for await (const event of events) {
    if ('done' in event) documents = event.documents
    else {
      items.push(event)
      if (event.state !== 'skipped') read++
    }
  }
  // One thing that cannot be read is an error as everywhere; of many, each tells what became of it.
  const [only] = items
  if (items.length === 1 && only?.error)
    throw new BackchannelError(only.error.code, { origin: only.origin }, messageOf(only.error))
  const isNew = items.some(({ state }) => state === 'new')
  return { json: { items, complete, documents }, status: isNew ? 201 : 200 }
}

/** The message of an item's error, which has its values filled in already. */
function messageOf({ code, message }: { readonly code: string; readonly message: string }) {
  // Braces of the text are no places for values.
  return { [code]: { message: message.replace(/[{}]/g, ''), remedy: '' } }
}

async function* inOrderOf(inputs: readonly AnyInput[]): AsyncGenerator<AnyInput> {
  yield* inputs
}
