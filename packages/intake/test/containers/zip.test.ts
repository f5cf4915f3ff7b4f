import { describe, expect, it } from 'vitest'
import { listZip, readEntry } from '../../src/containers/zip.ts'
import { MAX_CONTAINER_BYTES } from '../../src/index.ts'
import { join, makeZip } from './archives.ts'
import { failuresOf, openAll, partsOf, textOf } from './open-all.ts'

const ONE = 'Norland freed nine prisoners on Friday, a minister said.'
const TWO = 'The envoy met the president in Belgard on Monday.'

describe('a ZIP archive', () => {
  it('gives its files, their own origins, and leaves furniture and folders out', async () => {
    const zip = makeZip([
      { path: 'news/', data: '', stored: true },
      { path: 'news/one.txt', data: ONE },
      { path: 'news/логотип.png', data: 'x' },
      { path: '__MACOSX/news/._one.txt', data: 'x' },
      { path: 'news/два.txt', data: TWO, stored: true },
    ])
    const all = await openAll(zip, { name: 'a.zip' })
    expect(partsOf(all).map((part) => [part.origin, part.kind])).toEqual([
      ['!/news/one.txt', 'file'],
      ['!/news/два.txt', 'file'],
    ])
    expect(await Promise.all(partsOf(all).map(textOf))).toEqual([ONE, TWO])
    for (const { body } of partsOf(all))
      if ('bytes' in body) expect(body.bytes.byteLength).toBe(body.bytes.buffer.byteLength)
  })

  it('opens archives in archives up to the limit of nesting', async () => {
    let zip = makeZip([{ path: 'deep.txt', data: ONE }])
    for (let depth = 0; depth < 3; depth++) zip = makeZip([{ path: `z${depth}.zip`, data: zip, stored: true }])
    const within = await openAll(zip, { name: 'a.zip' })
    expect(partsOf(within).map((part) => part.origin)).toEqual(['!/z2.zip!/z1.zip!/z0.zip!/deep.txt'])
    const past = await openAll(
      makeZip([
        { path: 'z.zip', data: zip },
        { path: 'b.txt', data: TWO },
      ]),
      { name: 'a.zip' },
    )
    expect(failuresOf(past)).toEqual([['!/z.zip!/z2.zip!/z1.zip!/z0.zip', 'intake/too-deep']])
    expect(partsOf(past).map((part) => part.origin)).toEqual(['!/b.txt'])
  })

  it.each([
    ['leaves its folder', { path: '../../etc/one.txt', data: ONE }],
    ['leaves its folder by backslashes', { path: '..\\one.txt', data: ONE }],
    ['is absolute', { path: '/etc/one.txt', data: ONE }],
    ['names a drive', { path: 'C:one.txt', data: ONE }],
    ['holds a zero byte', { path: 'one.txt\0.html', data: ONE }],
    ['is a link', { path: 'link', data: '/etc/passwd', mode: 0o120777 }],
    ['is encrypted', { path: 'one.txt', data: ONE, flags: 0x801 }],
    ['uses an unknown method', { path: 'one.txt', data: ONE, method: 14 }],
    ['has another checksum', { path: 'one.txt', data: ONE, crc: 1 }],
    ['is longer than it says', { path: 'one.txt', data: ONE, size: 9 }],
    ['is shorter than it says', { path: 'one.txt', data: ONE, size: 900 }],
    ['promises more than is opened', { path: 'one.txt', data: ONE, size: MAX_CONTAINER_BYTES + 1 }],
    ['has another path in its header', { path: 'one.txt', data: ONE, localPath: 'two.txt' }],
  ])('leaves an entry out that %s, and reads the rest', async (_, entry) => {
    const all = await openAll(makeZip([entry, { path: 'good.txt', data: TWO }]), { name: 'a.zip' })
    expect(failuresOf(all).map(([, code]) => code)).toEqual(['intake/bad-entry'])
    expect(partsOf(all).map((part) => part.origin)).toEqual(['!/good.txt'])
  })

  it('leaves entries out that share their bytes', async () => {
    const all = await openAll(
      makeZip([
        { path: 'a.txt', data: ONE },
        { path: 'good.txt', data: TWO },
        { path: 'a.txt', data: ONE, sharedWith: 0 },
      ]),
      { name: 'a.zip' },
    )
    expect(failuresOf(all).map(([, code]) => code)).toEqual(['intake/bad-entry', 'intake/bad-entry'])
    expect(partsOf(all).map((part) => part.origin)).toEqual(['!/good.txt'])
  })

  it('stops a bomb at the size that it names', async () => {
    const zeros = new Uint8Array(60_000_000)
    const bomb = makeZip([{ path: 'bomb.txt', data: zeros, size: 5_000 }])
    expect(bomb.length).toBeLessThan(100_000)
    const [entry] = listZip(bomb, 'a.zip')
    let expanded = 0
    const budget = {
      enter() {},
      expand(bytes: number) {
        expanded += bytes
      },
    }
    expect(entry && readEntry(entry, budget)).toMatchObject({ code: 'intake/bad-entry' })
    // One chunk of compressed bytes makes at most 17 MB.
    expect(expanded).toBeLessThan(17_000_000)
  })

  it('reads more than 65,535 entries, with ZIP64 records', async () => {
    const entries = Array.from({ length: 66_000 }, (_, i) => ({ path: `${i}.txt`, data: 'Talks.', stored: true }))
    const listed = listZip(makeZip(entries, { wide: true }), 'a.zip')
    expect(listed).toHaveLength(66_000)
    expect(listed.at(-1)).toMatchObject({ path: '65999.txt', error: null })
    // Programs without ZIP64 write a count that is too short.
    expect(listZip(makeZip(entries), 'a.zip')).toHaveLength(66_000)
  })

  it('is refused as a whole where its list is missing or lies', async () => {
    const zip = makeZip([{ path: 'one.txt', data: ONE }])
    const wide = makeZip([{ path: 'one.txt', data: ONE }], { wide: true })
    const lying = wide.slice()
    new DataView(lying.buffer).setBigUint64(lying.length - 22 - 12, 0xffffffffffffn, true)
    const huge = wide.slice()
    new DataView(huge.buffer).setBigUint64(huge.length - 22 - 76 + 32, 0xffffffffn, true)
    for (const [bytes, code] of [
      [zip.subarray(0, zip.length - 30), 'intake/bad-archive'],
      [lying, 'intake/bad-archive'],
      [huge, 'intake/too-much'],
      [join([zip.subarray(0, 4), new Uint8Array(40)]), 'intake/bad-archive'],
    ] as const)
      expect(failuresOf(await openAll(bytes, { name: 'a.zip' }))).toEqual([['', code]])
  })

  it('reads an archive behind a program that unpacks it', async () => {
    const zip = makeZip([{ path: 'one.txt', data: ONE }])
    expect(listZip(join([new Uint8Array(1000), zip]), 'a.exe')[0]?.error).toBeNull()
  })

  it('takes a Word document for what it is', async () => {
    const docx = makeZip([{ path: '[Content_Types].xml', data: '<Types/>' }])
    const [part] = partsOf(await openAll(docx, { name: 'a.docx' }))
    await expect(textOf(part)).rejects.toMatchObject({ code: 'intake/binary' })
  })

  it('survives any one byte that is wrong', async () => {
    const zip = makeZip(
      [
        { path: 'one.txt', data: ONE },
        { path: 'two.txt', data: TWO, stored: true },
      ],
      { wide: true },
    )
    for (let at = 4; at < zip.length; at++) {
      const bent = zip.slice()
      bent[at] = bent[at]! ^ 0xff
      for (const opened of await openAll(bent, { name: 'a.zip' }))
        if (!opened.ok) expect(opened.error.code).toMatch(/^intake\//)
    }
  })
})
