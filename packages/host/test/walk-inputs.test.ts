import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readInput, type WalkedInput, walkInputs } from '../src/index.ts'

describe('walking inputs', () => {
  let root = ''
  const put = (path: string): void => writeFileSync(join(root, path), 'Talks began.')
  const walk = async (...paths: string[]): Promise<readonly WalkedInput[]> => {
    const all: WalkedInput[] = []
    for await (const input of walkInputs(paths.map((path) => join(root, path)))) all.push(input)
    return all
  }
  const names = (all: readonly WalkedInput[]): readonly string[] => all.map((one) => one.origin.slice(root.length + 1))

  it('passes over what it is told to in folders, and not where it is named', async () => {
    const own = join(root, 'news/a.txt')
    const all: string[] = []
    for await (const { origin } of walkInputs([join(root, 'news'), own], [own])) all.push(origin)
    expect(all.filter((origin) => origin === own)).toHaveLength(1)
    expect(all.at(-1)).toBe(own)
    expect(all.length).toBeGreaterThan(3)
  })

  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'walk-')))
    for (const folder of ['news', 'news/a', 'news/.git', 'news/a/deep', 'closed']) mkdirSync(join(root, folder))
    for (const file of [
      'a/two.txt',
      'a/deep/three.txt',
      'a-b.txt',
      'a.txt',
      'Z.txt',
      'é.txt',
      '.hidden.txt',
      '.git/x.txt',
      'logo.png',
    ])
      put(`news/${file}`)
    symlinkSync('..', join(root, 'news/a/up'))
    symlinkSync('self', join(root, 'news/self'))
    symlinkSync('nowhere', join(root, 'news/lost.txt'))
  })
  afterAll(() => {
    chmodSync(join(root, 'closed'), 0o700)
    rmSync(root, { recursive: true })
  })

  it('gives files in the order of their paths, hidden ones and furniture left out', async () => {
    const all = await walk('news')
    expect(names(all.filter((one) => one.ok))).toEqual([
      'news/Z.txt',
      'news/a-b.txt',
      'news/a.txt',
      'news/a/deep/three.txt',
      'news/a/two.txt',
      'news/é.txt',
    ])
    expect(all.flatMap((one) => (one.ok ? [] : [[one.origin.slice(root.length + 1), one.error.code]]))).toEqual([
      ['news/lost.txt', 'host/no-such-file'],
      ['news/self', 'host/cannot-read-file'],
    ])
  })

  it('gives what is named, also hidden, in the order of naming', async () => {
    expect(names(await walk('news/é.txt', 'news/.hidden.txt', 'nothing'))).toEqual([
      'news/é.txt',
      'news/.hidden.txt',
      'nothing',
    ])
    expect((await walk('nothing'))[0]).toMatchObject({ ok: false, error: { code: 'host/no-such-file' } })
  })

  it('tells what cannot be read', async () => {
    chmodSync(join(root, 'closed'), 0)
    // Whoever may read everything (root) sees an empty folder.
    const all = await walk('closed')
    if (process.getuid?.() !== 0) expect(all).toMatchObject([{ ok: false, error: { code: 'host/cannot-read-file' } }])
    else expect(all).toEqual([])
    await expect(readInput('/dev/null')).rejects.toMatchObject({ code: 'host/cannot-read-file' })
    await expect(readInput(join(root, 'news'))).rejects.toMatchObject({ code: 'host/cannot-read-file' })
    expect(new TextDecoder().decode(await readInput(join(root, 'news/a.txt')))).toBe('Talks began.')
  })
})
