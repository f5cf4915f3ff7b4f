import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@backchannel/store'
import { afterAll, expect, it } from 'vitest'
import { closePool, createDemo, jsonOf } from './demo.ts'

afterAll(closePool)

it('answers the same from a file as from memory', async () => {
  const home = mkdtempSync(join(tmpdir(), 'backchannel-server-'))
  const store = await openStore(join(home, 'a.db'), { create: true })
  try {
    const [file, memory] = [await createDemo({ store }), await createDemo()]
    const { rows } = await jsonOf(memory.ask('/api/stories'))
    const stories = rows.map(({ id }) => `/api/stories/${String(id)}`)
    const odd = [
      'NEAR(a b)',
      'text:prisoners',
      '" OR 1=1',
      '*',
      '^',
      '(',
      "'; DROP TABLE x",
      '\u0000',

      'pris*',
    ]
    const paths = [
      ...['stories', 'disagreements', 'engagements', 'custody', 'timeline', 'actors', 'documents'].map(
        (one) => `/api/${one}`,
      ),
      ...stories.flatMap((one) => [one, `${one}/accounts`, `${one}/sources`, `${one}/history`]),
      '/api/stories?type=release&country=NOR&not-outlet=Tarn%20Daily&from=2026-01-01',
      '/api/actors/Ingrid%20Solvang',
      '/api/actors/%00',
      '/api/documents/print',
      '/api/documents/%00',
      ...odd.map((text) => `/api/search?q=${encodeURIComponent(text)}`),
      '/api/stories?outlet=%00',
      '/api/stories?speaker=%F0%9F%98%80',
    ]
    for (const path of paths) {
      const [one, other] = [await file.ask(path), await memory.ask(path)]
      expect(one.status, path).toBe(other.status)
      expect(await one.json(), path).toEqual(await other.json())
    }
  } finally {
    await store.close()
    rmSync(home, { recursive: true, force: true })
  }
})
