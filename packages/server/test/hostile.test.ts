import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMemoryStore } from '@backchannel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  JSON_BYTES_MAX,
  REQUESTS_AT_ONCE,
  SCAN_STORIES_MAX,
  UPLOAD_BYTES_MAX,
  UPLOAD_FILES_MAX,
  URL_LENGTH_MAX,
} from '../src/limits.ts'
import { ROUTES } from '../src/routes/index.ts'
import { safeName } from '../src/upload.ts'
import { closePool, createDemo, type Demo, errorOf, jsonOf, TOKEN } from './demo.ts'

let demo: Demo
beforeAll(async () => {
  demo = await createDemo()
})
afterAll(closePool)

const paths = ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const)
const filled = (path: string): string => `/api${path.replace(':id', 'nothing-has-this-id')}`

describe('every route', () => {
  it.each(paths)('%s refuses in the one shape', async (_, { method, path }) => {
    const init = { method, headers: { authorization: `Bearer ${TOKEN}` } }
    const address = filled(path)
    expect(await errorOf(demo.ask(`${address}?nonsense=1`, init))).toBe('400 wire/bad-request')
    expect(await errorOf(demo.ask(`${address}?__proto__=1`, init))).toBe('400 wire/bad-request')
    expect(await errorOf(demo.ask(address, { method: 'DELETE' }))).toBe('405 server/no-such-method')
    expect(await errorOf(demo.ask(address, { method: 'OPTIONS' }))).toBe('405 server/no-such-method')
    expect(await errorOf(demo.ask(`${address}/and/more`, init))).toBe('404 server/no-such-route')
    const long = `${address}?q=${'x'.repeat(URL_LENGTH_MAX)}`
    expect(await errorOf(demo.ask(long, init))).toBe('414 server/address-too-long')
    const rebound = { ...init, headers: { ...init.headers, host: 'attacker.example' } }
    expect(await errorOf(demo.ask(address, rebound))).toBe('421 server/wrong-host')
    const foreign = { ...init, headers: { ...init.headers, origin: 'https://attacker.example' } }
    expect(await errorOf(demo.ask(address, foreign))).toBe('403 server/wrong-origin')
    if (path.includes(':id')) expect(await errorOf(demo.ask(address, init))).toMatch(/^404 (desk|server)\/no-such-/)
    if (method === 'POST') {
      expect(await errorOf(demo.ask(address, { method }))).toBe('401 server/no-token')
      const guessed = { method, headers: { authorization: 'Bearer token-for-test' } }
      expect(await errorOf(demo.ask(address, guessed))).toBe('401 server/wrong-token')
      const untyped = await errorOf(demo.ask(address, { ...init, body: new Uint8Array(3) }))
      expect(untyped).toBe('415 server/bad-media-type')
    }
  })

  it.each(paths)('%s says that the record failed, and not with which words', async (_, { method, path }) => {
    if (method === 'POST' || path === '/openapi' || path === '/types') return
    const broken = new Proxy(createMemoryStore(), {
      get: () => async () => {
        throw new TypeError('secret words of a text')
      },
    })
    const faulty = await createDemo({ empty: true, store: broken })
    const response = await faulty.ask(`${filled(path)}${path === '/search' ? '?q=x' : ''}`)
    const text = await response.clone().text()
    expect(await errorOf(response)).toBe('500 server/failed')
    expect(text + JSON.stringify(faulty.log)).not.toContain('secret')
    expect(faulty.log[0]).toMatchObject({ level: 'error', code: 'server/failed' })
    expect(faulty.log[0]?.stack).toMatch(/^TypeError\n {4}at /)
  })
})

describe('queries', () => {
  it.each([
    'limit=99999999',
    'limit=501',
    'limit=0',
    'limit=-1',
    'limit=1e2',
    'limit=0x10',
    'limit=',
    'limit=5&limit=6',
    'offset=-1',
    'after=',
    'from=2026-02-30',
    'from=yesterday',
    'country=Belarus',
    'status=finished',
    'independence=-2',
    'independence=two',
    'constructor=1',
    `type=${'x'.repeat(301)}`,
    Array.from({ length: 51 }, (_, i) => `type=t${i}`).join('&'),
  ])('?%s is refused', async (query) => {
    expect(await errorOf(demo.ask(`/api/stories?${query}`))).toBe('400 wire/bad-request')
  })

  it('refuses a cursor that was changed, cut, made up, or is of another list', async () => {
    const { next } = await jsonOf(demo.ask('/api/timeline?limit=1'))
    const cursor = next ?? ''
    const swapped = `${cursor[0] === '1' ? '2' : '1'}${cursor.slice(1)}x`
    for (const after of [swapped, cursor.slice(0, -1), 'abc', '.', 'x'.repeat(3000), '-1.abc', '\u0000'])
      expect(await errorOf(demo.ask(`/api/timeline?limit=1&after=${encodeURIComponent(after)}`))).toBe(
        '400 server/bad-cursor',
      )
    for (const other of [`/api/stories?after=`, `/api/timeline?type=release&after=`])
      expect(await errorOf(demo.ask(other + encodeURIComponent(cursor)))).toBe('400 server/bad-cursor')
    expect((await demo.ask(`/api/timeline?limit=2&after=${encodeURIComponent(cursor)}`)).status).toBe(200)
  })

  it('takes operators of the search engine for nothing', async () => {
    const texts = [
      'NEAR(a b)',
      'text:prisoners',
      '" OR 1=1',
      '*',
      '^',
      'a AND NOT',
      '"',
      '(',
      "'; DROP TABLE x",
      '-',
      '{}',
      '\u0000',
      '',
    ]
    for (const text of texts) {
      const response = await demo.ask(`/api/search?q=${encodeURIComponent(text)}`)
      expect(response.status, text).toBe(200)
    }
    expect((await jsonOf(demo.ask('/api/search?q=prisoners%20OR'))).total).toBe(0)
    expect(await errorOf(demo.ask(`/api/search?q=${'x'.repeat(1001)}`))).toBe('400 wire/bad-request')
    expect(await errorOf(demo.ask('/api/search'))).toBe('400 wire/bad-request')
  })

  it('refuses what is no UTF-8 in a path, and finds nobody by the name of a prototype', async () => {
    expect(await errorOf(demo.ask('/api/stories/%E0%A4%A'))).toBe('400 server/bad-address')
    for (const id of ['__proto__', 'constructor', 'toString', '..%2F..%2Fetc%2Fpasswd', '%00'])
      for (const list of ['stories', 'actors', 'documents'])
        expect(await errorOf(demo.ask(`/api/${list}/${id}`))).toMatch(/^404 (desk|server)\/no-such-/)
  })

  it('refuses to put a list together anew of too much, and answers no more at once than it may', async () => {
    const store = createMemoryStore()
    let hold: Promise<void> = Promise.resolve()
    const vast = new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name)
        if (name !== 'stories') return value
        return async () => {
          await hold
          return { rows: [], next: null, total: SCAN_STORIES_MAX + 1 }
        }
      },
    })
    const { ask } = await createDemo({ empty: true, store: vast })
    expect(await errorOf(ask('/api/custody'))).toBe('422 server/too-many')
    const gate: { open: () => void } = { open: () => {} }
    hold = new Promise<void>((done) => {
      gate.open = done
    })
    const asked = Array.from({ length: REQUESTS_AT_ONCE }, () => ask('/api/stories'))
    expect(await errorOf(ask('/api/stories'))).toBe('503 server/busy')
    gate.open()
    for (const one of asked) expect((await one).status).toBe(200)
    expect((await ask('/api/stories')).status).toBe(200)
  })

  it('stops a question that takes too long', async () => {
    const slow = createMemoryStore()
    const sluggish = new Proxy(slow, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name)
        if (name !== 'stories' || typeof value !== 'function') return value
        return async () => {
          const end = performance.now() + 30
          while (performance.now() < end);
          // Never comes to an end.
          return { rows: [], next: 'more', total: 1 }
        }
      },
    })
    const { withDeadline } = await import('../src/deadline.ts')
    const reader = withDeadline(sluggish, 0.6)
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const ask = async () => {
      for (;;) await reader.stories()
    }
    await expect(ask()).rejects.toMatchObject({ code: 'server/too-slow' })
    clearInterval(timer)
    // Others had their turn meanwhile.
    expect(turns).toBeGreaterThan(0)
  })
})

describe('bodies', () => {
  const sound = { about: 'actor', pair: ['a', 'b'], verdict: 'same', author: 'A. Reader', reason: 'the same office' }

  it('refuses JSON that is too deep, too big, in another charset, broken, or after a prototype', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(await errorOf(demo.post('/api/judgements', deep))).toBe('400 server/too-deep')
    const deepValue = JSON.stringify({ change: 0 }).replace('0', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)
    expect(await errorOf(demo.post('/api/corrections', deepValue))).toBe('400 server/too-deep')
    const brackets = JSON.stringify({ ...sound, reason: '['.repeat(500) })
    expect(await errorOf(demo.post('/api/judgements', brackets))).toBe('404 desk/no-such-actor')
    expect(await errorOf(demo.post('/api/judgements', ' '.repeat(JSON_BYTES_MAX + 1)))).toBe('413 server/body-too-big')
    for (const key of ['__proto__', 'constructor', 'prototype'])
      expect(await errorOf(demo.post('/api/judgements', `{"${key}":{"x":1}}`))).toBe('400 server/bad-body')
    for (const text of ['', '{', 'null x', '{"a":1,}', '\uFEFF{}'])
      expect(await errorOf(demo.post('/api/judgements', text)), text).toMatch(
        /^400 (server\/bad-body|wire\/bad-request)$/,
      )
    for (const text of ['null', '[]', '1', '"x"', '{}', JSON.stringify({ ...sound, extra: 1 })])
      expect(await errorOf(demo.post('/api/judgements', text)), text).toBe('400 wire/bad-request')
    const latin = { 'content-type': 'application/json; charset=iso-8859-1' }
    expect(await errorOf(demo.post('/api/judgements', sound, latin))).toBe('415 server/bad-charset')
    const bytes = demo.ask('/api/judgements', {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    })
    expect(await errorOf(bytes)).toBe('400 server/bad-body')
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  it('refuses an upload over the limit, by its length and by its bytes', async () => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'text/plain' }
    const told = demo.ask('/api/documents', {
      method: 'POST',
      headers: { ...headers, 'content-length': '51000000' },
      body: 'short',
    })
    expect(await errorOf(told)).toBe('413 server/body-too-big')
    let sent = 0
    const chunk = new Uint8Array(1_000_000)
    const body = new ReadableStream({
      pull(controller) {
        sent += chunk.length
        controller.enqueue(chunk)
      },
    })
    // Node asks for `duplex` where a body is a stream; the type of RequestInit does not know it.
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    expect(await errorOf(demo.ask('/api/documents', init))).toBe('413 server/body-too-big')
    expect(sent).toBeLessThan(UPLOAD_BYTES_MAX + 4_000_000)
  })

  it('refuses forms that are broken, empty, or full', async () => {
    const send = (form: FormData) =>
      demo.ask('/api/documents', { method: 'POST', headers: { authorization: `Bearer ${TOKEN}` }, body: form })
    const empty = new FormData()
    empty.set('outlet', 'Nordwire')
    expect(await errorOf(send(empty))).toBe('400 server/bad-body')
    const unknown = new FormData()
    unknown.set('__proto__', 'x')
    unknown.set('file', new Blob(['Norland met Karsovia.']), 'a.txt')
    expect(await errorOf(send(unknown))).toBe('400 wire/bad-request')
    const full = new FormData()
    for (let i = 0; i <= UPLOAD_FILES_MAX; i++) full.append('file', new Blob(['x']), `${i}.txt`)
    expect(await errorOf(send(full))).toBe('413 server/too-many-files')
    const broken = demo.ask('/api/documents', {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'multipart/form-data; boundary=x' },
      body: 'no form at all',
    })
    expect(await errorOf(broken)).toBe('400 server/bad-body')
  })

  it('keeps of a file name what is a name', () => {
    expect(safeName('../../etc/passwd')).toBe('passwd')
    expect(safeName('C:\\temp\\a.txt')).toBe('a.txt')
    expect(safeName('a.txt\r\nSet-Cookie: x=1')).toBe('a.txt__Set-Cookie_ x=1')
    expect(safeName('evil\u202Etxt.exe')).toBe('evil_txt.exe')
    expect(safeName('..')).toBe('upload')
    expect(safeName('')).toBe('upload')
    expect(safeName('é'.repeat(500)).length).toBeLessThanOrEqual(120)
  })
})

describe('hosts and origins', () => {
  it.each(['localhost', 'localhost:4600', '127.0.0.1:1', '[::1]:4600', 'LOCALHOST', 'localhost.'])(
    'answers as %s',
    async (host) => {
      expect((await demo.ask('/api/health', { headers: { host } })).status).toBe(200)
    },
  )

  it.each([
    'localhost.attacker.example',
    '127.0.0.1.nip.example',
    '192.168.0.7',
    '',
    'localhost:4600@x',
    'a b',
    '[::1',
    'x'.repeat(400),
  ])('does not answer as "%s"', async (host) => {
    expect(await errorOf(demo.ask('/api/health', { headers: { host } }))).toBe('421 server/wrong-host')
  })

  it('takes plain addresses and given names where it is open to others, and no name that somebody made', async () => {
    const open = await createDemo({ empty: true, hosts: { names: ['desk.example'], addresses: true } })
    for (const host of ['192.168.0.7:4600', 'desk.example', '[2001:db8::7]:4600'])
      expect((await open.ask('/api/health', { headers: { host } })).status, host).toBe(200)
    expect(await errorOf(open.ask('/api/health', { headers: { host: 'attacker.example' } }))).toBe(
      '421 server/wrong-host',
    )
  })

  it('lets its own pages write, and no others', async () => {
    const send = (headers: Readonly<Record<string, string>>) =>
      errorOf(demo.post('/api/judgements', {}, { host: 'localhost:4600', ...headers }))
    for (const origin of [
      'null',
      'http://localhost:4601',
      'http://localhost',
      'https://localhost:4600.example',
      'file://',
    ])
      expect(await send({ origin }), origin).toBe('403 server/wrong-origin')
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toBe('403 server/wrong-origin')
    expect(await send({ 'sec-fetch-site': 'same-site' })).toBe('403 server/wrong-origin')
    expect(await send({ origin: 'http://localhost:4600', 'sec-fetch-site': 'same-origin' })).toBe(
      '400 wire/bad-request',
    )
  })
})

describe('pages', () => {
  it('serves what is in the folder, and nothing else', async () => {
    const home = mkdtempSync(join(tmpdir(), 'backchannel-pages-'))
    try {
      const folder = join(home, 'pages')
      mkdirSync(join(folder, 'assets'), { recursive: true })
      writeFileSync(join(home, 'secret.txt'), 'secret')
      writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Backchannel</title>')
      writeFileSync(join(folder, '.hidden.txt'), 'secret')
      writeFileSync(join(folder, 'assets', 'app.js'), 'export {}')
      writeFileSync(join(folder, 'assets', 'world.json'), '{}')
      symlinkSync(join(home, 'secret.txt'), join(folder, 'link.txt'))
      const { ask } = await createDemo({ empty: true, pages: folder })
      for (const path of ['/', '/stories', '/stories/story:1']) {
        const page = await ask(path)
        expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
        expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      }
      expect((await ask('/assets/app.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
      expect((await ask('/assets/world.json')).status).toBe(200)
      const outside = ['/../secret.txt', '/..%2Fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt']
      const hidden = ['/.hidden.txt', '/link.txt', '/assets%5C..%5C..%5Csecret.txt', '/%00.txt', '/none.txt', '/api/x']
      for (const path of [...outside, ...hidden])
        expect(await errorOf(ask(path)), path).toBe('404 server/no-such-route')
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  })
})
