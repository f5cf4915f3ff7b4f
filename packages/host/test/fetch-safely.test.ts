import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FetchOptions, fetchSafely } from '../src/index.ts'

const PAGE = '<p>Talks began.</p>'
/** What the server answers, by path. */
const ROUTES: Readonly<Record<string, RequestListener>> = {
  '/page': (_, answer) => answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag: '"1"' }).end(PAGE),
  '/echo': (asked, answer) =>
    answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(asked.headers)),
  '/feed': (asked, answer) => {
    if (asked.headers['if-none-match'] === '"7"') answer.writeHead(304).end()
    else
      answer
        .writeHead(200, { 'content-type': 'application/rss+xml', etag: '"7"', 'cache-control': 'max-age=90' })
        .end('<rss/>')
  },
  '/unasked-304': (_, answer) => answer.writeHead(304).end(),
  '/loop': (_, answer) => answer.writeHead(302, { location: '/loop' }).end(),
  '/metadata': (_, answer) => answer.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/to-file': (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-user': (_, answer) => answer.writeHead(302, { location: '//a:b@pin.example/page' }).end(),
  '/to-port': (_, answer) => answer.writeHead(302, { location: 'http://pin.example:22/' }).end(),
  '/to-nothing': (_, answer) => answer.writeHead(302, { location: 'http://' }).end(),
  '/moved': (_, answer) => answer.writeHead(301, { location: '/moved-again' }).end(),
  '/moved-again': (_, answer) => answer.writeHead(308, { location: '/for-now' }).end(),
  '/for-now': (_, answer) => answer.writeHead(307, { location: '/page' }).end(),
  '/elsewhere': (asked, answer) =>
    answer
      .writeHead(302, { location: `http://other.example:${(asked.socket.address() as AddressInfo).port}/echo` })
      .end(),
  '/gone': (_, answer) => answer.writeHead(451).end(),
  '/picture': (_, answer) => answer.writeHead(200, { 'content-type': 'image/png' }).end('x'),
  '/drip': (_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/plain' })
    const timer = setInterval(() => answer.write('x'), 20)
    answer.on('close', () => clearInterval(timer))
  },
  '/silent': () => {},
  '/endless': (_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/plain' })
    const more = (): void => {
      while (!answer.destroyed && answer.write('x'.repeat(10_000)));
      if (!answer.destroyed) answer.once('drain', more)
    }
    more()
  },
  '/promised': (_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/plain', 'content-length': 10 ** 9 }).end('x'),
  '/short': (_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/plain', 'content-length': 100 })
    answer.write('x', () => answer.destroy())
  },
  '/gzip': (_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync(PAGE)),
  '/gzip-bomb': (_, answer) =>
    answer
      .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(20_000_000))),
  '/brotli-bomb': (_, answer) =>
    answer
      .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' })
      .end(brotliCompressSync(Buffer.alloc(20_000_000))),
  '/no-gzip': (_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(PAGE),
  '/twice': (_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip, gzip' }).end(PAGE),
  '/headers': (_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html', 'x-long': 'x'.repeat(60_000) }).end(PAGE),
}

describe('fetching', () => {
  let server: Server
  let port = 0
  const asked: string[] = []
  const resolve = async (host: string): Promise<readonly string[]> => {
    asked.push(host)
    return ['127.0.0.1']
  }
  const fetch = (path: string, options: FetchOptions = {}) =>
    fetchSafely(`http://pin.example:${port}${path}`, {
      ports: [port],
      resolve,
      allowPrivate: ['127.0.0.1'],
      bytes: 100_000,
      seconds: 20,
      ...options,
    })
  beforeAll(async () => {
    server = createServer((request, answer) => (ROUTES[request.url ?? ''] ?? ROUTES['/gone'])?.(request, answer))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it('gives bytes, media type and what the next request needs', async () => {
    const got = await fetch('/page')
    expect(got).toMatchObject({ changed: true, mediaType: 'text/html; charset=utf-8', etag: '"1"', maxAge: null })
    expect(got.changed && new TextDecoder().decode(got.bytes)).toBe(PAGE)
    const packed = await fetch('/gzip')
    expect(packed.changed && new TextDecoder().decode(packed.bytes)).toBe(PAGE)
  })

  it('asks conditionally', async () => {
    expect(await fetch('/feed')).toMatchObject({ changed: true, etag: '"7"', maxAge: 90 })
    expect(await fetch('/feed', { etag: '"7"' })).toMatchObject({ changed: false })
    await expect(fetch('/unasked-304')).rejects.toMatchObject({ code: 'host/fetch-status', details: { status: 304 } })
  })

  it('follows redirects, and says where an address moved for good', async () => {
    const got = await fetch('/moved')
    expect(got).toMatchObject({ url: `http://pin.example:${port}/page`, movedTo: `http://pin.example:${port}/for-now` })
  })

  it('resolves a name once for each request and goes where it was checked', async () => {
    asked.length = 0
    const got = await fetch('/echo')
    expect(asked).toEqual(['pin.example'])
    expect(got.changed && JSON.parse(new TextDecoder().decode(got.bytes))).toMatchObject({
      host: `pin.example:${port}`,
    })
  })

  it('tells another host nothing of what the first one gave', async () => {
    const got = await fetch('/elsewhere', { etag: '"7"', lastModified: 'Mon, 16 Mar 2026 08:00:00 GMT' })
    const headers = got.changed ? JSON.parse(new TextDecoder().decode(got.bytes)) : {}
    expect(headers.host).toBe(`other.example:${port}`)
    expect(Object.keys(headers).filter((name) => /^if-|cookie|referer|authorization/.test(name))).toEqual([])
  })

  it('refuses a name that comes to mean a closed address', async () => {
    let calls = 0
    const flips = async (): Promise<readonly string[]> => (calls++ === 0 ? ['127.0.0.1'] : ['10.0.0.1'])
    await expect(fetch('/loop', { resolve: flips })).rejects.toMatchObject({ code: 'host/private-address' })
    const both = async (): Promise<readonly string[]> => ['93.184.215.14', '192.168.1.1']
    await expect(fetch('/page', { resolve: both })).rejects.toMatchObject({ code: 'host/private-address' })
  })

  it.each([
    ['http://127.0.0.1/', 'host/private-address'],
    ['http://2130706433/', 'host/private-address'],
    ['http://0x7f.1/', 'host/private-address'],
    ['http://[::1]/', 'host/private-address'],
    ['http://[::ffff:127.0.0.1]/', 'host/private-address'],
    ['http://localhost/', 'host/private-address'],
    ['http://name:word@example.org/', 'host/bad-address'],
    ['http://example.org:8080/', 'host/bad-address'],
    ['ftp://example.org/', 'host/bad-address'],
    ['file:///etc/passwd', 'host/bad-address'],
    ['data:text/plain,x', 'host/bad-address'],
    ['example.org', 'host/bad-address'],
  ])('refuses %s', async (address, code) => {
    await expect(fetchSafely(address)).rejects.toMatchObject({ code })
  })

  it('keeps a password out of its messages', async () => {
    await expect(fetchSafely('http://name:hush7@example.org/')).rejects.not.toThrow(/hush7/)
  })

  it.each([
    ['/metadata', 'host/private-address'],
    ['/to-file', 'host/bad-address'],
    ['/to-user', 'host/bad-address'],
    ['/to-port', 'host/bad-address'],
    ['/to-nothing', 'host/bad-address'],
    ['/loop', 'host/too-many-redirects'],
    ['/gone', 'host/fetch-status'],
    ['/picture', 'host/fetch-type'],
    ['/endless', 'host/fetch-too-big'],
    ['/promised', 'host/fetch-too-big'],
    ['/gzip-bomb', 'host/fetch-too-big'],
    ['/brotli-bomb', 'host/fetch-too-big'],
    ['/short', 'host/fetch-failed'],
    ['/no-gzip', 'host/fetch-failed'],
    ['/twice', 'host/fetch-failed'],
    ['/headers', 'host/fetch-failed'],
  ])('stops at %s', async (path, code) => {
    await expect(fetch(path)).rejects.toMatchObject({ code })
  })

  it.each(['/drip', '/silent'])('gives up on %s when its time is over', async (path) => {
    await expect(fetch(path, { seconds: 0.3 })).rejects.toMatchObject({ code: 'host/fetch-timeout' })
  })

  it('waits for no resolver, and stops when told to', async () => {
    const never = (): Promise<readonly string[]> => new Promise(() => {})
    await expect(fetch('/page', { resolve: never, seconds: 0.2 })).rejects.toMatchObject({ code: 'host/fetch-timeout' })
    await expect(fetch('/page', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'host/fetch-failed' })
  })

  it('believes no server that cannot show who it is', async () => {
    const secure = `https://pin.example:${port}/page`
    await expect(fetchSafely(secure, { ports: [port], resolve, allowPrivate: true })).rejects.toMatchObject({
      code: 'host/fetch-failed',
    })
  })
})
