import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import {
  INBOX_BYTES_MAX,
  INBOX_JOBS_MAX,
  JSON_DEPTH_MAX,
  UPLOAD_BYTES_MAX,
  UPLOAD_DOCUMENTS_MAX,
} from '../src/limits.ts'
import { closePool, createDemo, type Demo, errorOf, jsonOf, TOKEN, testPool } from './demo.ts'

afterAll(closePool)

interface JobBody {
  readonly documents: number
  readonly job: {
    readonly id: string
    readonly state: string
    readonly rate: number | null
    readonly left: number | null
    readonly whole: boolean
    readonly tally: Readonly<Record<string, number>>
    readonly list: readonly {
      readonly name: string
      readonly origin: string
      readonly state: string
      readonly reason: string | null
      readonly document: string | null
      readonly error: { readonly code: string } | null
      readonly alike: readonly {
        readonly document: string | null
        readonly item: number | null
        readonly how: string
      }[]
    }[]
  }
}

const TEXT =
  'Norland freed two prisoners on Monday, its foreign ministry said in the evening. They flew to Oslo with their families, ' +
  'and the minister Ada Brekke met them at the airport. Nobody else was named by the ministry.'

const through = async (demo: Demo, sent: Response | Promise<Response>, state = 'done'): Promise<JobBody> => {
  const { job } = await jsonOf<JobBody>(sent)
  await expect.poll(async () => (await jobOf(demo, job.id)).job.state, { timeout: 20_000 }).toBe(state)
  return jobOf(demo, job.id)
}
const jobOf = (demo: Demo, id: string): Promise<JobBody> => jsonOf<JobBody>(demo.ask(`/api/inbox/${id}`))
const decide = (demo: Demo, job: string, what: string) => demo.post('/api/inbox/decisions', { job, do: what })
const formOf = (files: Readonly<Record<string, string>>): FormData => {
  const form = new FormData()
  for (const [name, text] of Object.entries(files)) form.append('file', new Blob([text]), name)
  return form
}
const sendForm = (demo: Demo, form: FormData) =>
  demo.ask('/api/inbox', { method: 'POST', headers: { authorization: `Bearer ${TOKEN}` }, body: form })

describe('the inbox', () => {
  it('reads what is sent, and tells of each document, the rate and the time left', async () => {
    const demo = await createDemo({ empty: true })
    const form = formOf({
      '../a.txt': TEXT,
      'b.txt': 'Karsovia and Norland held talks in Tarn on Friday.',
      'c.txt': '',
    })
    const { job, documents } = await through(demo, sendForm(demo, form))
    expect(documents).toBe(2)
    expect(job.list.map(({ name, state }) => [name, state])).toEqual([
      ['a.txt', 'new'],
      ['b.txt', 'new'],
      ['c.txt', 'failed'],
    ])
    expect(job.list[2]?.error?.code).toBe('intake/empty')
    expect(job).toMatchObject({ whole: true, left: null, tally: { new: 2, failed: 1, open: 0 } })
    expect(job.rate).toBeGreaterThan(0)
    expect(await jsonOf(demo.ask('/api/inbox'))).toMatchObject({ documents: 2, jobs: [{ id: job.id, items: 3 }] })
    expect(JSON.stringify(demo.log)).not.toMatch(/Norland|a\.txt/)
  })

  it('says what is like the record before anything is read, and reads only what is new where told so', async () => {
    const demo = await createDemo({ empty: true })
    await through(demo, demo.post('/api/inbox', { text: TEXT, name: 'first.txt' }))
    const near = TEXT.replace('in the evening', 'late')
    const files = {
      'near.txt': near,
      'other.txt': 'Karsovia and Norland held talks in Tarn on Friday.',
      'twice.txt': near,
    }
    const { job } = await through(demo, sendForm(demo, formOf(files)), 'asking')
    expect(job.list.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
    expect(job.list[0]?.alike).toMatchObject([
      { how: 'light-edit', item: null, document: expect.stringMatching(/^doc:/) },
    ])
    expect(job.list[1]?.alike).toEqual([])
    expect(job.list[2]?.alike).toContainEqual(expect.objectContaining({ document: null, item: 0, how: 'identical' }))
    expect((await jsonOf<JobBody>(demo.ask('/api/inbox'))).documents).toBe(1)
    expect((await decide(demo, job.id, 'read-new')).status).toBe(200)
    await expect.poll(async () => (await jobOf(demo, job.id)).job.state).toBe('done')
    const after = await jobOf(demo, job.id)
    expect(after.job.list.map(({ state }) => state)).toEqual(['left', 'new', 'left'])
    expect(after.documents).toBe(2)
    expect(await errorOf(decide(demo, job.id, 'read'))).toBe('409 server/job-decided')
    const again = await through(demo, sendForm(demo, formOf(files)), 'asking')
    await decide(demo, again.job.id, 'read')
    await expect.poll(async () => (await jobOf(demo, again.job.id)).job.state).toBe('done')
    expect((await jobOf(demo, again.job.id)).job.list.map(({ state }) => state)).toEqual(['new', 'skipped', 'new'])
  })

  it('takes the demo collection into an empty record, where there is one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backchannel-demo-'))
    try {
      writeFileSync(join(folder, 'a.txt'), TEXT)
      const demo = await createDemo({ empty: true, demo: folder })
      expect(await jsonOf(demo.ask('/api/inbox'))).toMatchObject({ documents: 0, demo: true })
      const { job, documents } = await through(demo, demo.post('/api/inbox', { demo: true }))
      expect(documents).toBe(1)
      expect(job.list).toMatchObject([{ origin: 'demo:/a.txt', state: 'new' }])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    const bare = await createDemo({ empty: true })
    expect(await errorOf(bare.post('/api/inbox', { demo: true }))).toBe('404 server/no-demo')
  })

  it('fetches only where the server was started for that, and by the same safe way', async () => {
    const demo = await createDemo({ empty: true })
    const addresses = ['http://127.0.0.1/x', 'http://169.254.169.254/latest']
    expect(await errorOf(demo.post('/api/inbox', { addresses }))).toBe('403 server/no-fetch')
    const fetching = await createDemo({ empty: true, fetches: true })
    const { job } = await through(fetching, fetching.post('/api/inbox', { addresses }))
    expect(job.list.map(({ error }) => error?.code)).toEqual(['host/private-address', 'host/private-address'])
    for (const address of ['file:///etc/passwd', 'javascript:1'])
      expect(await errorOf(fetching.post('/api/inbox', { addresses: [address] }))).toBe('400 wire/bad-request')
  })

  it('stops an upload after the document in hand, and cuts one that holds too many', async () => {
    const demo = await createDemo({ empty: true })
    const lines = Array.from({ length: UPLOAD_DOCUMENTS_MAX + 3 }, (_, nth) =>
      JSON.stringify({ id: `d${nth}`, text: `Norland met Karsovia in town ${nth}, and ${nth} others came along.` }),
    )
    const sent = sendForm(demo, formOf({ 'many.jsonl': lines.join('\n') }))
    const { job } = await jsonOf<JobBody>(sent)
    await expect.poll(async () => (await jobOf(demo, job.id)).job.list.length).toBeGreaterThan(5)
    await decide(demo, job.id, 'stop')
    await expect.poll(async () => (await jobOf(demo, job.id)).job.state, { timeout: 20_000 }).toBe('stopped')
    const { list } = (await jobOf(demo, job.id)).job
    expect(list.at(-1)?.state).toBe('left')
    const cut = await createDemo({ empty: true })
    const all = await through(cut, sendForm(cut, formOf({ 'many.jsonl': lines.join('\n') })))
    expect(all.job).toMatchObject({ whole: false, items: UPLOAD_DOCUMENTS_MAX })
  })

  it('is read only where the server takes nothing in', async () => {
    const still = await createDemo({ empty: true, pool: null })
    expect(await errorOf(still.post('/api/inbox', { text: TEXT }))).toBe('403 server/read-only')
    expect(await errorOf(decide(still, 'job:1', 'stop'))).toBe('403 server/read-only')
    expect(await jsonOf(still.ask('/api/inbox'))).toMatchObject({ takes: false, jobs: [] })
  })
})

describe('what is sent to harm the inbox', () => {
  const send = (
    demo: Demo,
    headers: Readonly<Record<string, string>>,
    body: NonNullable<RequestInit['body']>,
    more: object = {},
  ) =>
    demo.ask('/api/inbox', { method: 'POST', headers: { authorization: `Bearer ${TOKEN}`, ...headers }, body, ...more })

  it('is refused, each in the one shape', async () => {
    const demo = await createDemo({ empty: true })
    const json = { 'content-type': 'application/json' }
    expect(await errorOf(demo.ask('/api/inbox', { method: 'POST', headers: json, body: '{"demo":true}' }))).toBe(
      '401 server/no-token',
    )
    expect(await errorOf(send(demo, { ...json, authorization: 'Bearer guess' }, '{"demo":true}'))).toBe(
      '401 server/wrong-token',
    )
    expect(await errorOf(send(demo, { ...json, origin: 'https://attacker.example' }, '{}'))).toBe(
      '403 server/wrong-origin',
    )
    expect(await errorOf(send(demo, { ...json, host: 'attacker.example' }, '{}'))).toBe('421 server/wrong-host')
    expect(await errorOf(send(demo, { 'content-type': 'application/json; charset=utf-16' }, '{}'))).toBe(
      '415 server/bad-charset',
    )
    expect(await errorOf(send(demo, json, new Uint8Array([0x7b, 0xff, 0x7d])))).toBe('400 server/bad-body')
    expect(await errorOf(send(demo, json, '{"__proto__":{"demo":true}}'))).toBe('400 server/bad-body')
    expect(await errorOf(send(demo, json, '{"demo":true,"more":1}'))).toBe('400 wire/bad-request')
    expect(await errorOf(send(demo, json, `${'['.repeat(JSON_DEPTH_MAX + 1)}${']'.repeat(JSON_DEPTH_MAX + 1)}`))).toBe(
      '400 server/too-deep',
    )
    expect(await errorOf(send(demo, json, '['.repeat(100_000)))).toBe('400 server/too-deep')
    const addresses = Array.from({ length: 21 }, (_, nth) => `https://news.example/${nth}`)
    expect(await errorOf(send(demo, json, JSON.stringify({ addresses })))).toBe('400 wire/bad-request')
    expect(await errorOf(decide(demo, '../../etc', 'stop'))).toBe('404 server/no-such-job')
    expect(await errorOf(decide(demo, 'job:1', 'delete'))).toBe('400 wire/bad-request')
    expect((await jsonOf<{ jobs: readonly object[] }>(demo.ask('/api/inbox'))).jobs).toEqual([])
  })

  it('has no file name that ends a line, names a folder or hides itself', async () => {
    const demo = await createDemo({ empty: true })
    const body =
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a\\..\\b%0d%0aset-cookie: x=1\u202etxt.exe.txt"\r\n' +
      `content-type: text/plain\r\n\r\n${TEXT}\r\n--x--\r\n`
    const answer = send(demo, { 'content-type': 'multipart/form-data; boundary=x' }, body)
    const { job } = await through(demo, answer)
    expect(job.list[0]?.name).not.toMatch(/[\r\n\u202e\\/:]/u)
    expect((await answer).headers.get('set-cookie')).toBeNull()
    expect(job.list[0]?.state).toBe('new')
  })

  it('is cut off where it is too big, whatever it says of its length', async () => {
    const demo = await createDemo({ empty: true })
    const folder = mkdtempSync(join(tmpdir(), 'backchannel-big-'))
    try {
      const file = join(folder, 'big')
      writeFileSync(file, Buffer.alloc(UPLOAD_BYTES_MAX + 1, 0x20))
      // What a stream of Node is for the web.
      const stream = () => Readable.toWeb(createReadStream(file)) as ReadableStream
      const text = { 'content-type': 'text/plain' }
      expect(await errorOf(send(demo, text, stream(), { duplex: 'half' }))).toBe('413 server/body-too-big')
      const lying = { ...text, 'content-length': '10' }
      expect(await errorOf(send(demo, lying, stream(), { duplex: 'half' }))).toBe('413 server/body-too-big')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('finds no place where too much waits', async () => {
    let open = (): void => {}
    const gate = new Promise<void>((done) => {
      open = done
    })
    const pool = async () => {
      await gate
      return testPool()
    }
    const demo = await createDemo({ empty: true, pool })
    for (let nth = 0; nth < INBOX_JOBS_MAX; nth++)
      expect((await demo.post('/api/inbox', { text: `Norland met Karsovia in town ${nth}.` })).status).toBe(201)
    expect(await errorOf(demo.post('/api/inbox', { text: TEXT }))).toBe('503 server/busy')
    expect(INBOX_BYTES_MAX).toBeGreaterThan(UPLOAD_BYTES_MAX)
    open()
    await expect
      .poll(
        async () =>
          (await jsonOf<{ jobs: { state: string }[] }>(demo.ask('/api/inbox'))).jobs.every(
            ({ state }) => state === 'done',
          ),
        { timeout: 20_000 },
      )
      .toBe(true)
    // The oldest that is through makes room.
    expect((await demo.post('/api/inbox', { text: TEXT })).status).toBe(201)
    expect((await jsonOf<{ jobs: object[] }>(demo.ask('/api/inbox'))).jobs).toHaveLength(INBOX_JOBS_MAX)
  })
})
