import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EMPTY_LEXICON } from '@backchannel/core'
import { openStore } from '@backchannel/store'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createInbox } from '../src/inbox.ts'
import { closePool, createDemo, type Demo, errorOf, jsonOf, TOKEN, testPool } from './demo.ts'

afterAll(closePool)

interface InboxBody {
  readonly documents: number
  readonly jobs: readonly { readonly id: string; readonly state: string }[]
  readonly earlier: {
    readonly total: number
    readonly failed: number
    readonly rows: readonly {
      readonly name: string
      readonly state: string
      readonly document: string | null
      readonly title: string | null
      readonly at: string
      readonly error: { readonly code: string } | null
    }[]
  }
}
interface JobBody {
  readonly job: {
    readonly id: string
    readonly state: string
    readonly list: readonly { readonly name: string; readonly state: string; readonly reason: string | null }[]
  }
}

const TEXT =
  'Norland freed two prisoners on Monday, its foreign ministry said in the evening. They flew to Oslo at night.'

describe('the inbox of a server that is started again on the same file', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'backchannel-restart-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  /** A server on the record of the folder, an hour after the one before, and how it is stopped. */
  let hour = 8
  const start = async (): Promise<{ readonly demo: Demo; stop(): Promise<void> }> => {
    const store = await openStore(join(folder, 'record.db'), { create: true })
    const at = `2026-03-20T${String(hour++).padStart(2, '0')}:00:00Z`
    const given = { store, lexicon: EMPTY_LEXICON, pool: testPool, now: () => at }
    const inbox = createInbox(given)
    const demo = await createDemo({ empty: true, ...given, inbox })
    return {
      demo,
      async stop() {
        await inbox.stop()
        await store.close()
      },
    }
  }
  const send = (demo: Demo, files: Readonly<Record<string, string>>) => {
    const form = new FormData()
    for (const [name, text] of Object.entries(files)) form.append('file', new Blob([text]), name)
    return demo.ask('/api/inbox', { method: 'POST', headers: { authorization: `Bearer ${TOKEN}` }, body: form })
  }
  const inboxOf = (demo: Demo) => jsonOf<InboxBody>(demo.ask('/api/inbox'))
  const jobOf = (demo: Demo, id: string) => jsonOf<JobBody>(demo.ask(`/api/inbox/${id}`))
  const through = async (demo: Demo, sent: Response | Promise<Response>, state = 'done'): Promise<JobBody> => {
    const { job } = await jsonOf<JobBody>(sent)
    await expect.poll(async () => (await jobOf(demo, job.id)).job.state, { timeout: 20_000 }).toBe(state)
    return jobOf(demo, job.id)
  }

  it('tells what came in before with its state and reason, and has the documents', async () => {
    const first = await start()
    const { job } = await through(first.demo, send(first.demo, { 'a.txt': TEXT, 'empty.txt': '' }))
    expect((await inboxOf(first.demo)).earlier).toEqual({ rows: [], total: 0, failed: 0 })
    await first.stop()

    const second = await start()
    const { documents, jobs, earlier } = await inboxOf(second.demo)
    expect({ documents, jobs }).toEqual({ documents: 1, jobs: [] })
    expect(earlier).toMatchObject({ total: 2, failed: 1 })
    const byName = new Map(earlier.rows.map((row) => [row.name, row]))
    expect(byName.get('a.txt')).toMatchObject({ state: 'done', at: '2026-03-20T08:00:00Z', error: null })
    expect(byName.get('empty.txt')).toMatchObject({ state: 'failed', document: null, error: { code: 'intake/empty' } })
    const document = byName.get('a.txt')?.document ?? ''
    expect(await jsonOf(second.demo.ask(`/api/documents/${document}`))).toMatchObject({ document: { text: TEXT } })
    // An upload of the server before is known by no id any more, and says so.
    expect(await errorOf(second.demo.ask(`/api/inbox/${job.id}`))).toBe('404 server/no-such-job')
    // The same file again is there already; the one that failed is tried again.
    const again = await through(second.demo, send(second.demo, { 'a.txt': TEXT, 'empty.txt': '' }), 'asking')
    await second.demo.post('/api/inbox/decisions', { job: again.job.id, do: 'read' })
    await expect.poll(async () => (await jobOf(second.demo, again.job.id)).job.state).toBe('done')
    expect((await jobOf(second.demo, again.job.id)).job.list.map(({ state }) => state)).toEqual(['skipped', 'failed'])
    expect((await inboxOf(second.demo)).documents).toBe(1)
    await second.stop()
  })

  it('leaves nothing half when it is stopped while it reads: what was read is there, the rest is taken when sent again', async () => {
    const first = await start()
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, nth) => [
        `f${nth}.txt`,
        `Norland met Karsovia in town ${nth} on Monday, and ${nth} guests came.`,
      ]),
    )
    const { job } = await jsonOf<JobBody>(send(first.demo, files))
    await expect
      .poll(async () => (await jobOf(first.demo, job.id)).job.list.filter(({ state }) => state === 'new').length, {
        timeout: 20_000,
        interval: 5,
      })
      .toBeGreaterThan(0)
    await first.stop()

    const second = await start()
    const { documents, earlier } = await inboxOf(second.demo)
    expect(documents).toBeGreaterThan(0)
    expect(documents).toBeLessThanOrEqual(40)
    expect(earlier.rows.filter(({ state }) => state === 'done')).toHaveLength(documents)
    expect(earlier.rows.filter(({ state }) => state === 'waiting')).toHaveLength(40 - documents)
    expect(await second.demo.store.doctor()).toEqual([])
    const again = await jsonOf<JobBody>(send(second.demo, files))
    await expect
      .poll(
        async () => {
          const { state } = (await jobOf(second.demo, again.job.id)).job
          if (state === 'asking') await second.demo.post('/api/inbox/decisions', { job: again.job.id, do: 'read' })
          return state
        },
        { timeout: 30_000 },
      )
      .toBe('done')
    expect((await inboxOf(second.demo)).documents).toBe(40)
    const states = (await jobOf(second.demo, again.job.id)).job.list.map(({ state }) => state)
    expect(states.filter((state) => state === 'skipped')).toHaveLength(documents)
    expect(states.filter((state) => state === 'new')).toHaveLength(40 - documents)
    await second.stop()
  })

  it('tells of what waited for an answer, and of what was left out by one', async () => {
    const first = await start()
    await through(first.demo, send(first.demo, { 'a.txt': TEXT }))
    const near = { 'near.txt': TEXT.replace('in the evening', 'late') }
    await through(first.demo, send(first.demo, near), 'asking')
    const { job } = await through(
      first.demo,
      send(first.demo, { 'left.txt': TEXT.replace('at night', 'again') }),
      'asking',
    )
    await first.demo.post('/api/inbox/decisions', { job: job.id, do: 'stop' })
    await expect.poll(async () => (await jobOf(first.demo, job.id)).job.state).toBe('stopped')
    await first.stop()

    const second = await start()
    const { documents, earlier } = await inboxOf(second.demo)
    expect(documents).toBe(1)
    expect(Object.fromEntries(earlier.rows.map(({ name, state }) => [name, state]))).toEqual({
      ...{ 'a.txt': 'done', 'near.txt': 'waiting', 'left.txt': 'skipped' },
    })
    const again = await through(second.demo, send(second.demo, near), 'asking')
    await second.demo.post('/api/inbox/decisions', { job: again.job.id, do: 'read' })
    await expect.poll(async () => (await jobOf(second.demo, again.job.id)).job.state).toBe('done')
    expect((await jobOf(second.demo, again.job.id)).job.list).toMatchObject([{ state: 'new' }])
    await second.stop()
    const third = await start()
    expect((await inboxOf(third.demo)).earlier.rows.find(({ name }) => name === 'near.txt')).toMatchObject({
      state: 'done',
      document: expect.stringMatching(/^doc:/),
    })
    await third.stop()
  })
})
