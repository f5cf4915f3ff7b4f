import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXPORT_FORMATS } from '@backchannel/desk'
import { openStore } from '@backchannel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProgram } from '../../src/program.ts'
import { fakeReaders, runFake } from './fake.ts'

describe('export', () => {
  const home = mkdtempSync(join(tmpdir(), 'backchannel-cli-export-'))
  const store = join(home, 'empty.db')
  const run = (...args: readonly string[]) => runFake(['export', '--store', store, ...args])
  beforeAll(async () => {
    await (await openStore(store, { create: true })).close()
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('offers the formats that the desk has', () => {
    const io = { write: async () => {} } as never // Only its options are asked for.
    const program = createProgram({ io, readers: fakeReaders, status: 0 }, () => {})
    const command = program.commands.find((one) => one.name() === 'export')
    expect(command?.options.find(({ long }) => long === '--format')?.argChoices).toEqual([...EXPORT_FORMATS])
  })

  it('prints a format of one text, or writes it to a file', async () => {
    const printed = await run('--format', 'csv', '--table', 'claims')
    expect(printed).toMatchObject({ status: 0, err: '' })
    expect(printed.out).toMatch(/^document,claim,story,/)
    const path = join(home, 'claims.csv')
    expect(await run('--format', 'csv', '--table', 'claims', '-o', path)).toMatchObject({ status: 0, out: '' })
    expect(readFileSync(path, 'utf8')).toBe(printed.out)
  })

  it('writes several files into a folder that it makes', async () => {
    const folder = join(home, 'deep', 'tables')
    expect((await run('--format', 'csv', '-o', folder)).status).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(['attributions.csv', 'claims.csv', 'participants.csv'])
  })

  it.each([
    [['--format', 'xlsx'], 'xlsx'],
    [['--format', 'csv'], 'name a folder with --output, or one table with --table'],
    [['--format', 'brat'], 'name a folder with --output'],
    [['--format', 'parquet', '--table', 'claims'], 'name a file with --output'],
    [['--format', 'atom', '--table', 'claims'], '--table is for'],
    [['--format', 'atom', '--all'], '--all is for'],
    [['--format', 'backup', '--redact'], 'a backup holds everything'],
    [['--format', 'backup', '--type', 'release'], 'a backup holds everything'],
    [[], '--format'],
  ])('refuses %j', async (args, why) => {
    const outcome = await run(...args)
    expect(outcome).toMatchObject({ status: 2, out: '' })
    expect(outcome.err).toContain(why)
  })

  it('says where it cannot write', async () => {
    writeFileSync(join(home, 'file'), '')
    const outcome = await run('--format', 'csv', '-o', join(home, 'file', 'x'))
    expect(outcome.status).toBe(3)
    expect(outcome.err).toContain('cannot be written')
  })

  it('imports what was exported, into a record that is not there yet', async () => {
    const path = join(home, 'backup.jsonl')
    expect((await run('--format', 'backup', '-o', path)).status).toBe(0)
    const again = join(home, 'again.db')
    expect(await runFake(['import', path, '--store', again])).toMatchObject({ status: 0, err: '' })
    const missing = await runFake(['import', join(home, 'none.jsonl'), '--store', join(home, 'third.db')])
    expect(missing.status).toBe(3)
    expect(missing.err).toContain('there is no file')
    expect(existsSync(join(home, 'third.db'))).toBe(false)
    const piped = await runFake(['import', '-', '--store', join(home, 'fourth.db')], {
      stdin: readFileSync(path, 'utf8'),
    })
    expect(piped.status).toBe(0)
    const broken = await runFake(['import', '-', '--store', join(home, 'fifth.db')], {
      stdin: [Uint8Array.of(34, 255, 10)],
    })
    expect(broken).toMatchObject({ status: 3, out: '' })
    expect(broken.err).toContain('byte 0xff at offset 1')
  })
})
