import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore, type Store } from '@backchannel/store'
import { afterAll, describe, expect, it } from 'vitest'
import { listActors, listCustody, listStories } from '../src/index.ts'
import { batchOf, createFolder, LINES } from './articles.ts'

const PROGRAM = fileURLToPath(new URL('../../cli/bin/backchannel.js', import.meta.url))
/** How often the program is killed. */
const KILLS = 50
/** Longest time it is left alone, in milliseconds: about what a whole run takes. */
const LONGEST = 1200

/** Runs `ingest`, killed after `milliseconds` unless it has ended. Gives true where it ended by itself. */
function run(store: string, input: string, milliseconds: number | null): Promise<boolean> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [PROGRAM, 'ingest', input, '--store', store, '--threads', '1'], {
      stdio: 'ignore',
    })
    const timer = milliseconds === null ? null : setTimeout(() => child.kill('SIGKILL'), milliseconds)
    child.on('error', fail)
    child.on('exit', (code, signal) => {
      if (timer) clearTimeout(timer)
      if (signal === 'SIGKILL') done(false)
      else if (code === 0) done(true)
      else fail(new Error(`ingest ended with ${code}`))
    })
  })
}

/** All that a record says, without the times at which it was told. */
async function contentOf(store: Store): Promise<unknown> {
  const documents = (await store.documents({ limit: 1000 })).rows
  return {
    documents: documents.map(({ found: _found, ...one }) => one),
    items: (await store.items(undefined, { limit: 1000 })).rows.map(({ found: _found, ...one }) => one),
    stories: await listStories(store),
    actors: await listActors(store),
    custody: await listCustody(store),
    copies: await store.copies(),
    counts: await store.counts(),
  }
}

describe('killing the program', () => {
  const folder = createFolder({
    'all.jsonl': batchOf([...LINES, ...LINES.map((line) => ({ ...line, id: `${line.id}-2`, outlet: 'Coast Radio' }))]),
  })
  afterAll(() => folder.remove())
  const input = join(folder.path, 'all.jsonl')

  it(`loses and repeats nothing in ${KILLS} kills at random moments`, async () => {
    const whole = join(folder.path, 'whole.db')
    expect(await run(whole, input, null)).toBe(true)
    const untouched = await openStore(whole)
    const wanted = await contentOf(untouched)
    await untouched.close()

    let kills = 0
    // A seeded sequence (Park and Miller 1988): the same moments in every run, as far as machines allow.
    let seed = 20261127
    while (kills < KILLS) {
      const file = join(folder.path, 'killed.db')
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
      let ended = false
      while (!ended && kills < KILLS) {
        seed = (seed * 48271) % 2147483647
        ended = await run(file, input, 200 + (seed % LONGEST))
        if (!ended) kills++
      }
      expect(ended || (await run(file, input, null))).toBe(true)
      expect(existsSync(file)).toBe(true)
      const store = await openStore(file)
      expect(await contentOf(store)).toEqual(wanted)
      expect(await store.doctor()).toEqual([])
      await store.close()
    }
  }, 300_000)
})
