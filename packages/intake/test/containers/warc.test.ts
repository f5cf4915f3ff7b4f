import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBudget } from '../../src/containers/budget.ts'
import { hasDigest, sha1 } from '../../src/containers/digest.ts'
import { expand, inflateAll } from '../../src/containers/inflate.ts'
import { MAX_INPUT_BYTES, openSource, sourceOfPart } from '../../src/index.ts'
import { join, makeZip } from './archives.ts'
import { failuresOf, openAll, partsOf, textOf } from './open-all.ts'
import { type MadeRecord, makeWarc } from './web-archives.ts'

const page = (text: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body><article><h1>Prisoners go home</h1><p>${text}</p><p>The release follows weeks of talks between the two envoys in Belgard, officials said.</p></article></body></html>`
const PLAIN: MadeRecord = { body: page('Norland freed nine prisoners on Friday, a minister said in a statement.') }
const chunked = (text: string): string =>
  `${(8).toString(16)}\r\n${text.slice(0, 8)}\r\n${(text.length - 8).toString(16)};x=y\r\n${text.slice(8)}\r\n0\r\n\r\n`

describe.each([
  ['plain', false],
  ['packed record by record', true],
])('a WARC file, %s', (_, gzip) => {
  const open = (records: readonly MadeRecord[]) => openAll(makeWarc(records, gzip), { name: 'a.warc' })

  it('gives its pages with address and time of capture', async () => {
    const all = await open([
      { type: 'warcinfo', body: 'software: own' },
      { type: 'request', body: 'GET / HTTP/1.1\r\n\r\n' },
      { ...PLAIN, url: '<https://ledger.example/a>' },
      { type: 'metadata', body: 'x' },
      { ...PLAIN, status: '404 Not Found' },
      { ...PLAIN, status: '301 Moved', headers: { Location: '/x' } },
      { body: 'body {}', headers: { 'Content-Type': 'text/css' } },
      { type: 'revisit', body: '' },
      { type: 'response', url: 'dns:ledger.example', body: 'x' },
      { body: 'User-agent: *', url: 'https://ledger.example/robots.txt', headers: { 'Content-Type': 'text/plain' } },
      { type: 'conversion', body: 'Talks began on Monday.' },
      { type: 'resource', body: 'Talks ended on Monday.' },
    ])
    expect(failuresOf(all)).toEqual([])
    expect(partsOf(all).map((part) => [part.origin, part.kind, part.mediaType])).toEqual([
      ['#urn:uuid:3', 'capture', 'text/html; charset=utf-8'],
      ['#urn:uuid:11', 'capture', 'text/plain'],
      ['#urn:uuid:12', 'capture', 'text/plain'],
    ])
    const [first] = partsOf(all)
    expect(first?.hints).toMatchObject({ url: 'https://ledger.example/a', found: '2026-03-16T08:00:00Z' })
    const { document } = await openSource(sourceOfPart(first!))
    expect(document).toMatchObject({ url: 'https://ledger.example/a', published: null })
    expect(document.text).toContain('Norland freed nine prisoners on Friday')
  })

  it('takes a canonical address from the page, also a relative one', async () => {
    const body = page('Norland freed nine prisoners on Friday.', '<link rel="canonical" href="/news/prisoners">')
    const [part] = partsOf(await open([{ url: 'https://ledger.example/?id=7&from=home', body }]))
    expect((await openSource(sourceOfPart(part!))).document.url).toBe('https://ledger.example/news/prisoners')
  })

  it('undoes chunks and compression, and believes neither where it is not so', async () => {
    const text = page('Norland freed nine prisoners on Friday.')
    const all = await open([
      { body: chunked(text), headers: { 'Transfer-Encoding': 'chunked' } },
      { body: text, headers: { 'Transfer-Encoding': 'chunked' } },
      { body: gzipSync(text), headers: { 'Content-Encoding': 'gzip' } },
      { body: text, headers: { 'Content-Encoding': 'gzip' } },
      { body: text, headers: { 'Content-Encoding': 'br' } },
    ])
    expect(failuresOf(all)).toEqual([['#urn:uuid:5', 'intake/bad-record']])
    for (const part of partsOf(all)) expect(await textOf(part)).toContain('Norland freed nine prisoners on Friday.')
    expect(partsOf(all)).toHaveLength(4)
  })

  it.each([
    ['has too great a length', { ...PLAIN, length: 900 }],
    ['has a length far past the end', { ...PLAIN, length: 10 ** 12 }],
    ['has too small a length', { ...PLAIN, length: 20 }],
    ['has no length', { ...PLAIN, length: null }],
    ['is not what its digest says', { ...PLAIN, digest: 'sha1:JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' }],
    ['is not what its other digest says', { ...PLAIN, digest: `sha-256:${'0'.repeat(64)}` }],
  ])('leaves a record out that %s, and goes on', async (_, bad) => {
    const all = await open([PLAIN, bad, PLAIN, PLAIN])
    expect(failuresOf(all).map(([, code]) => code)).toEqual(['intake/bad-record'])
    expect(partsOf(all).map((part) => part.origin)).toEqual(['#urn:uuid:1', '#urn:uuid:3', '#urn:uuid:4'])
  })

  it('takes a record without a digest, and with one of an unknown kind', async () => {
    const all = await open([
      { ...PLAIN, digest: 'md5:00' },
      { ...PLAIN, digest: '' },
    ])
    expect(partsOf(all)).toHaveLength(2)
  })

  it('says where a page was cut when it was captured', async () => {
    const [part] = partsOf(await open([{ ...PLAIN, fields: { 'WARC-Truncated': 'length' } }]))
    expect(part?.diagnostics.map((one) => one.code)).toEqual(['intake/cut'])
  })

  it.runIf(!gzip)(
    'passes over a huge film and refuses a huge page, in bounded memory',
    async () => {
      const huge = new Uint8Array(MAX_INPUT_BYTES + 2_000_000)
      const all = await open([
        { body: huge, headers: { 'Content-Type': 'video/mp4' }, digest: '' },
        { body: huge, digest: '' },
        PLAIN,
      ])
      expect(failuresOf(all)).toEqual([['#urn:uuid:2', 'intake/too-big']])
      expect(partsOf(all).map((part) => part.origin)).toEqual(['#urn:uuid:3'])
    },
    60_000,
  )

  it('gives what is whole in a file that is cut off', async () => {
    const whole = makeWarc([PLAIN, PLAIN, PLAIN], gzip)
    const all = await openAll(whole.subarray(0, whole.length - 200), { name: 'a.warc' })
    expect(partsOf(all).map((part) => part.origin)).toEqual(['#urn:uuid:1', '#urn:uuid:2'])
    expect(failuresOf(all).every(([, code]) => code === 'intake/bad-record')).toBe(true)
    expect(failuresOf(all).length).toBeGreaterThan(0)
  })
})

describe('a packed WARC file', () => {
  it('loses one record where one is damaged', async () => {
    const members = [PLAIN, PLAIN, PLAIN].map((record, index) => makeWarc([{ ...record, id: `r${index}` }], true))
    members[1]!.fill(0xff, 30, 60)
    const all = await openAll(join(members), { name: 'a.warc.gz' })
    expect(partsOf(all).map((part) => part.origin)).toEqual(['#r0', '#r2'])
    expect(failuresOf(all).length).toBeGreaterThan(0)
  })

  it('may be packed as a whole', async () => {
    const all = await openAll(gzipSync(makeWarc([PLAIN, PLAIN])), { name: 'a.warc.gz' })
    expect(partsOf(all)).toHaveLength(2)
  })

  it('is opened alike however its members lie', () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 40_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(pieces, (parts) => {
        const packed = join(parts.map((part) => new Uint8Array(gzipSync(part, { level: 1 }))))
        const stream = expand(packed, 'gzip', createBudget('a'))
        const got: Uint8Array[] = []
        let end = stream.next()
        for (; !end.done; end = stream.next()) got.push(end.value.slice())
        expect(end.value).toBeNull()
        expect(Buffer.compare(join(got), join(parts))).toBe(0)
      }),
      { numRuns: 60, seed: 7 },
    )
  })
})

describe('digests', () => {
  it('are those of the platform', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, i) => i * 7)
      expect(sha1(bytes)).toBe(createHash('sha1').update(bytes).digest('hex'))
    }
    expect(hasDigest(new TextEncoder().encode('abc'), 'sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5')).toBe(true)
    expect(hasDigest(new TextEncoder().encode('abc'), 'crc:1')).toBeNull()
  })
})

describe('a WACZ file', () => {
  const wacz = (warc: Uint8Array, more: { readonly hash?: string; readonly pages?: string } = {}): Uint8Array => {
    const hash = more.hash ?? `sha256:${createHash('sha256').update(warc).digest('hex')}`
    const path = 'archive/data.warc.gz'
    return makeZip([
      { path, data: warc, stored: true },
      { path: 'indexes/index.cdx.gz', data: 'x' },
      ...(more.pages === undefined ? [] : [{ path: 'pages/pages.jsonl', data: more.pages }]),
      {
        path: 'datapackage.json',
        data: JSON.stringify({ profile: 'data-package', resources: [{ name: 'data', path, hash }] }),
      },
    ])
  }
  const warc = makeWarc(
    [
      { ...PLAIN, url: 'https://ledger.example/a', status: '302 Found', headers: { Location: '/b' } },
      { ...PLAIN, url: 'https://ledger.example/b' },
      { ...PLAIN, url: 'https://ads.example/frame' },
    ],
    true,
  )

  it('gives the pages that it lists, through redirects, and no frames', async () => {
    const pages =
      '{"format":"json-pages-1.0","id":"pages","title":"All"}\n{"id":"1","url":"https://ledger.example/a#top","title":"Prisoners go home"}\n'
    const all = await openAll(wacz(warc, { pages }), { name: 'a.wacz' })
    expect(failuresOf(all)).toEqual([])
    expect(partsOf(all).map((part) => [part.origin, part.hints.url, part.hints.title])).toEqual([
      ['!/archive/data.warc.gz#urn:uuid:2', 'https://ledger.example/b', 'Prisoners go home'],
    ])
  })

  it('gives all pages where it lists none, and says so where it holds none of the listed', async () => {
    expect(partsOf(await openAll(wacz(warc), { name: 'a.wacz' }))).toHaveLength(2)
    const other = await openAll(wacz(warc, { pages: '{"url":"https://else.example/"}' }), { name: 'a.wacz' })
    expect(failuresOf(other)).toEqual([['', 'intake/bad-archive']])
  })

  it('leaves out what is not what its hash says', async () => {
    const all = await openAll(wacz(warc, { hash: `sha256:${'0'.repeat(64)}` }), { name: 'a.wacz' })
    expect(failuresOf(all)).toEqual([['!/archive/data.warc.gz', 'intake/bad-entry']])
    expect(partsOf(all)).toEqual([])
  })
})

describe('a packed file', () => {
  it('is opened, and its origin does not show it', async () => {
    const line = '{"id":"d1","text":"Talks began."}'
    expect(partsOf(await openAll(gzipSync(line), { name: 'in.jsonl.gz' })).map((part) => part.origin)).toEqual(['#d1'])
    const [text] = partsOf(await openAll(gzipSync('Talks began.'), { name: 'a.txt.gz' }))
    expect(text).toMatchObject({ origin: '', name: 'a.txt', kind: 'file' })
    expect(failuresOf(await openAll(gzipSync('Talks began.').subarray(0, 15), { name: 'a.txt.gz' }))).toEqual([
      ['', 'intake/bad-archive'],
    ])
  })

  it('is refused where its checksum is another', async () => {
    const bent = gzipSync('Talks began.')
    bent[bent.length - 8]! ^= 1
    expect(failuresOf(await openAll(bent, { name: 'a.txt.gz' }))).toEqual([['', 'intake/bad-archive']])
  })

  it('stops at its limit, and at that of the whole input', () => {
    const bomb = gzipSync(new Uint8Array(30_000_000))
    expect(inflateAll(bomb, 'gzip', 1_000_000, createBudget('a'))).toHaveProperty('why')
    let left = 20_000_000
    const budget = {
      ...createBudget('a'),
      expand(bytes: number) {
        left -= bytes
        if (left < 0) throw new Error('over')
      },
    }
    expect(() => inflateAll(bomb, 'gzip', 1e9, budget)).toThrow('over')
  })
})
