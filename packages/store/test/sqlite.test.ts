import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { documentId, recordActorId, storyId } from '@backchannel/core'
import { afterAll, describe, expect, it } from 'vitest'
import { COUNTED_LISTS, openStore, restoreStore, type Store } from '../src/index.ts'
import { checkFormat, MIGRATIONS, type Migration, migrate, newestVersion } from '../src/migrations/migrate.ts'
import { loadDriver, readFormat } from '../src/sqlite/open-sqlite.ts'
import { driverProblem } from './driver.ts'
import { actorOf, articleOf, profileOf, reportOf, storyOf } from './record.ts'

const folder = mkdtempSync(join(tmpdir(), 'backchannel-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFile = (): string => join(folder, `${++files}.db`)

async function fill(store: Store): Promise<void> {
  const article = articleOf({
    id: 'a',
    text: 'Mara Holt met the envoy. "Nobody promised anything," she said.',
    names: ['Mara Holt'],
    quotes: ['Nobody promised anything'],
    claims: ['Mara Holt met the envoy'],
    raw: EMPTY_HASH,
  })
  await store.write(async (writer) => {
    await writer.saveRaw({ sha256: EMPTY_HASH, mediaType: 'text/plain', bytes: new Uint8Array(0) })
    await writer.saveDocument(article.stored, article.findings)
    await writer.saveSketch({ document: documentId('a'), sketch: Uint8Array.of(1) }, ['copy'])
    await writer.saveActor(actorOf('act', [profileOf(documentId('a'), 'p1', ['Mara Holt'])]), ['holt'])
    await writer.saveStory(storyOf('s'))
    await writer.saveReport(reportOf(article, 'c1', { actors: ['act'], voices: [['Mara', 'q1']] }), storyId('s'), ['k'])
  })
}

/** SHA-256 of no bytes. */
const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Changes a closed store behind its back. */
async function tamper(file: string, sql: string): Promise<void> {
  const Sqlite = await loadDriver()
  const database = new Sqlite(file)
  database.pragma('foreign_keys = OFF')
  database.exec(sql)
  database.close()
}

function start(script: string, file: string): ChildProcess {
  const path = fileURLToPath(new URL(script, import.meta.url))
  return spawn(process.execPath, ['-C', 'source', '--import', 'tsx', path, file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

describe.skipIf(driverProblem !== null)('SQLite store', () => {
  it('is there again after it was closed', async () => {
    const file = newFile()
    const first = await openStore(file)
    await fill(first)
    const before = await first.story(storyId('s'))
    await first.close()
    const second = await openStore(file, { create: false })
    expect(await second.story(storyId('s'))).toEqual(before)
    expect((await second.search({ text: 'promised' })).total).toBe(2)
    expect(await second.doctor()).toEqual([])
    await second.close()
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  describe('files that are not for it', () => {
    it('refuses a newer format and leaves the file as it is', async () => {
      const file = newFile()
      await (await openStore(file)).close()
      await tamper(file, `pragma user_version = ${newestVersion() + 1}`)
      const before = readFileSync(file)
      await expect(openStore(file)).rejects.toMatchObject({
        code: 'store/newer-file',
        details: { found: newestVersion() + 1, known: newestVersion() },
      })
      expect(readFileSync(file)).toEqual(before)
    })

    it('refuses a database of another program, a text, a folder, and leaves them as they are', async () => {
      const foreign = newFile()
      await tamper(foreign, 'create table notes (text); insert into notes values (1)')
      const text = newFile()
      writeFileSync(text, 'Dear diary,')
      const long = newFile()
      writeFileSync(long, 'Dear diary, '.repeat(100))
      for (const file of [foreign, text, long]) {
        const before = readFileSync(file)
        await expect(openStore(file)).rejects.toMatchObject({ code: 'store/not-a-store' })
        await expect(restoreStore(file, newFile())).rejects.toMatchObject({ code: 'store/not-a-store' })
        expect(readFileSync(file)).toEqual(before)
        expect(existsSync(`${file}-wal`)).toBe(false)
      }
      const sub = join(folder, 'sub')
      mkdirSync(sub)
      await expect(openStore(sub)).rejects.toMatchObject({ code: 'store/cannot-open' })
    })

    it('tells of a file that is not there, and of a folder that is not there', async () => {
      await expect(openStore(newFile(), { create: false })).rejects.toMatchObject({ code: 'store/no-such-file' })
      await expect(openStore(join(folder, 'none', 'x.db'))).rejects.toMatchObject({ code: 'store/cannot-open' })
    })

    it('makes a store of an empty file', async () => {
      const file = newFile()
      writeFileSync(file, '')
      const store = await openStore(file)
      await fill(store)
      await store.close()
    })
  })

  describe('migration', () => {
    const LATER: readonly Migration[] = [
      ...MIGRATIONS,
      { version: newestVersion() + 1, sql: 'create table later (row integer primary key) strict' },
    ]

    it('gives the facets of a file of the first format their stories', async () => {
      const file = newFile()
      const store = await openStore(file)
      await fill(store)
      const before = await store.countStories({}, COUNTED_LISTS, 10)
      await store.close()
      // Back to how 0001-record.ts made it.
      await tamper(
        file,
        `create table old (kind integer not null, value text not null, report integer not null,
           primary key (kind, value, report)) strict, without rowid;
         insert into old select kind, value, report from facet;
         drop table facet; alter table old rename to facet;
         drop index report_outlet; drop index report_channel; drop index story_own;
         create index report_outlet on report (outlet);
         drop index member_strand;
         drop index story_differs; alter table story drop column differs;
         alter table member drop column strand; alter table story_alias drop column strand;
         pragma user_version = 1`,
      )
      const again = await openStore(file)
      expect(await again.countStories({}, COUNTED_LISTS, 10)).toEqual(before)
      expect(before.lists.get('outlet')?.total).toBeGreaterThan(0)
      expect(await again.setting('stories to compare')).toBe('all')
      expect((await again.doctor()).filter(({ what }) => !what.includes('names the actor'))).toEqual([])
      await again.close()
    })

    it('brings an older file up to date, after telling of it, and keeps what is in it', async () => {
      const file = newFile()
      const store = await openStore(file)
      await fill(store)
      await store.close()
      const database = new (await loadDriver())(file)
      const notices: unknown[] = []
      expect(migrate(database, file, (notice) => notices.push(notice), LATER)).toBe(true)
      expect(migrate(database, file, (notice) => notices.push(notice), LATER)).toBe(false)
      expect(notices).toEqual([{ file, from: newestVersion(), to: newestVersion() + 1 }])
      expect(database.prepare('select count(*) as n from document').get()).toEqual({ n: 1 })
      expect(database.prepare('select count(*) as n from later').get()).toEqual({ n: 0 })
      database.close()
      expect(readFormat(file)?.version).toBe(newestVersion() + 1)
    })

    it('does nothing where one step fails', async () => {
      const file = newFile()
      await (await openStore(file)).close()
      const database = new (await loadDriver())(file)
      const broken = [...LATER, { version: newestVersion() + 2, sql: 'create table later (x)' }]
      expect(() => migrate(database, file, () => undefined, broken)).toThrow('later')
      expect(database.prepare("select count(*) as n from sqlite_master where name = 'later'").get()).toEqual({ n: 0 })
      database.close()
      await (await openStore(file)).close()
    })

    it('refuses an older file where it may not change it', async () => {
      const file = newFile()
      await (await openStore(file)).close()
      await tamper(file, 'pragma user_version = 0')
      await expect(openStore(file, { migrate: false })).rejects.toMatchObject({ code: 'store/older-file' })
      expect(() => checkFormat(file, { application: 0, version: 0 }, true)).not.toThrow()
    })
  })

  it('loses nothing and keeps no half when it is killed while it writes', async () => {
    const file = newFile()
    let kept = 0
    for (const after of [1, 4, 9, 2, 6]) {
      const child = start('write-until-killed.ts', file)
      let lines = 0
      let last = 0
      for await (const chunk of child.stdout ?? []) {
        const numbers = String(chunk).trim().split('\n').map(Number)
        last = numbers.at(-1) ?? last
        lines += numbers.length
        if (lines >= after) break
      }
      child.kill('SIGKILL')
      await once(child, 'exit')
      const store = await openStore(file)
      const { documents, stories, claims, actors } = await store.counts()
      expect(documents).toBeGreaterThanOrEqual(last)
      expect(documents).toBeGreaterThan(kept)
      expect([stories, claims, actors]).toEqual([documents, documents, documents])
      expect(await store.setting('last')).toBe(String(documents))
      expect(await store.doctor()).toEqual([])
      await store.close()
      kept = documents
    }
  })

  it('waits for another program that writes, and says so when that takes too long', async () => {
    const file = newFile()
    await (await openStore(file)).close()
    const child = start('hold-write.ts', file)
    await once(child.stdout ?? child, 'data')
    const store = await openStore(file, { busySeconds: 0.1 })
    expect(await store.setting('held')).toBeNull()
    await expect(store.write((writer) => writer.saveSetting('a', '1'))).rejects.toMatchObject({ code: 'store/busy' })
    await store.close()

    const patient = await openStore(file, { busySeconds: 60 })
    const write = patient.write((writer) => writer.saveSetting('a', '2'))
    child.stdin?.end()
    await write
    expect(await patient.setting('held')).toBe('yes')
    expect(await patient.setting('a')).toBe('2')
    await patient.close()
  })

  it('sees what another has written and nothing of a write that failed, whatever it has in memory', async () => {
    const file = newFile()
    const [one, two] = [await openStore(file), await openStore(file)]
    await fill(one)
    const ids = { actor: recordActorId('act'), story: storyId('s') }
    const nameIn = (store: Store) =>
      store.write(async (writer) => (await writer.recordActors([ids.actor]))[0]?.name ?? null)
    const renamed = (name: string) => ({
      ...actorOf('act', [profileOf(documentId('a'), 'p1', ['Mara Holt'])]),
      name,
    })
    const before = await nameIn(one)
    await expect(
      one.write(async (writer) => {
        await writer.saveActor(renamed('Nobody'), ['nobody'])
        expect(await writer.lookup('actor', ['nobody'], 5)).toEqual(['act'])
        throw new Error('it fails')
      }),
    ).rejects.toThrow('it fails')
    expect(await nameIn(one)).toBe(before)
    await two.write((writer) => writer.saveActor(renamed('Mara Holt-Veen'), ['veen']))
    expect(await nameIn(one)).toBe('Mara Holt-Veen')
    expect(await one.write((writer) => writer.lookup('actor', ['veen', 'nobody'], 5))).toEqual(['act'])
    await two.write((writer) => writer.saveStory(storyOf('t')).then(() => writer.mergeStories(ids.story, storyId('t'))))
    const placed = await one.write((writer) => writer.reportsIn(documentId('a')))
    expect(placed.map(({ story }) => story)).toEqual(['t'])
    await Promise.all([one.close(), two.close()])
  })

  describe('backup', () => {
    it('is a whole store, made while somebody writes, and restores to the same', async () => {
      const file = newFile()
      const store = await openStore(file)
      await fill(store)
      const backup = newFile()
      await store.write(async (writer) => {
        await writer.saveSetting('open', 'yes')
        await store.backup(backup)
      })
      await expect(store.backup(backup)).rejects.toMatchObject({ code: 'store/file-exists' })
      const story = await store.story(storyId('s'))
      await store.close()

      const restored = newFile()
      await restoreStore(backup, restored)
      const again = await openStore(restored)
      expect(await again.story(storyId('s'))).toEqual(story)
      expect(await again.setting('open')).toBeNull()
      expect(await again.doctor()).toEqual([])
      await again.close()
      await expect(restoreStore(backup, restored)).rejects.toMatchObject({ code: 'store/file-exists' })
      expect(existsSync(`${backup}.part`)).toBe(false)
      expect(existsSync(`${backup}-wal`)).toBe(false)
    })

    it('is not restored where it is damaged', async () => {
      const file = newFile()
      const store = await openStore(file)
      await fill(store)
      const backup = newFile()
      await store.backup(backup)
      await store.close()
      await tamper(backup, "update document set hash = x'00'")
      const restored = newFile()
      await expect(restoreStore(backup, restored)).rejects.toMatchObject({ code: 'store/bad-backup' })
      expect(existsSync(restored)).toBe(false)
    })
  })

  describe('doctor', () => {
    it.each([
      ['hash', "update document set hash = x'00'", 'the text of "a"'],
      ['hash', "update document set findings = x'07'", 'the findings of "a"'],
      ['hash', 'update raw set size = 3', 'the raw bytes'],
      ['orphan', 'delete from story', 'points to no story'],
      ['orphan', 'delete from actor where row not in (select owner from profile)', null],
      ['orphan', "update actor set id = 'other'", 'names the actor: "act"'],
      ['orphan', 'update story set data = null', 'without contents: "s"'],
      ['orphan', "insert into key values (3, 'lost', 99)", 'a key without its report: "lost"'],
      ['index', 'delete from search_claim where rowid = 1', 'claim 1 cannot be found by its words'],
      ['index', "insert into search_quote (rowid, body) values (9, 'x')", 'which is no quote'],
      ['index', 'delete from facet where kind = 1', 'claim c1 of "a" cannot be found by all that it names'],
      ['index', 'delete from key where kind = 3', 'by all its keys'],
    ])('finds what is wrong: %s after %s', async (code, sql, what) => {
      const file = newFile()
      const store = await openStore(file)
      await fill(store)
      await store.close()
      await tamper(file, sql)
      const broken = await openStore(file)
      const faults = await broken.doctor()
      await broken.close()
      if (what === null) expect(faults).toEqual([])
      else expect(faults).toContainEqual(expect.objectContaining({ code, what: expect.stringContaining(what) }))
      for (const fault of faults) expect(fault.remedy).not.toBe('')
    })

    it('finds pages that were overwritten', async () => {
      const file = newFile()
      const store = await openStore(file)
      await fill(store)
      await store.close()
      const bytes = readFileSync(file)
      bytes.fill(0xaa, bytes.length >> 1, (bytes.length >> 1) + 9000)
      writeFileSync(file, bytes)
      const faults = await openStore(file).then(
        async (broken) => {
          const found = await broken.doctor()
          await broken.close()
          return found.map((fault) => fault.code)
        },
        (error: unknown) => [error instanceof Error && 'code' in error ? error.code : error],
      )
      expect(['integrity', 'store/damaged']).toContain(faults[0])
    })
  })
})
