import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, it } from 'vitest'
import { createMemoryStore, openStore } from '../src/index.ts'
import { describeStore } from './contract.ts'
import { driverProblem } from './driver.ts'

describeStore('memory', async () => createMemoryStore())

if (driverProblem === null) {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-store-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let files = 0
  describeStore('SQLite', () => openStore(join(folder, `${++files}.db`)))
} else {
  describe.skip(`store contract: SQLite, left out: ${driverProblem}`, () => {
    it('runs where better-sqlite3 can be loaded', () => undefined)
  })
}
