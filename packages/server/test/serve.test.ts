import { request } from 'node:http'
import { connect } from 'node:net'
import { EMPTY_LEXICON } from '@backchannel/core'
import { createMemoryStore } from '@backchannel/store'
import { afterEach, expect, it } from 'vitest'
import { type Serving, serveRecord } from '../src/serve.ts'
import { errorOf, jsonOf } from './demo.ts'

const running: Serving[] = []
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
})

async function start(): Promise<{ serving: Serving; log: string[] }> {
  const log: string[] = []
  const serving = await serveRecord({
    store: createMemoryStore(),
    lexicon: EMPTY_LEXICON,
    version: '0.0.0-test',
    host: '127.0.0.1',
    port: 0,
    names: [],
    threads: 1,
    fetches: false,
    pages: null,
    demo: null,
    now: () => '2026-03-20T08:00:00Z',
    log: (line) => log.push(line),
  })
  running.push(serving)
  return { serving, log }
}

/** What a socket answers to these bytes. */
function speak(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((done, fail) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.on('data', (data) => {
      answer += String(data)
    })
    socket.on('close', () => done(answer))
    socket.on('error', fail)
  })
}

it('answers on a socket, takes what brings its token, and logs JSON lines', async () => {
  const { serving, log } = await start()
  expect(await jsonOf(fetch(`${serving.url}api/health`))).toMatchObject({ ok: true })
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${serving.token}` }
  const body = JSON.stringify({ text: 'Norland met Karsovia on Monday.', outlet: 'Tarn Daily' })
  const taken = await fetch(`${serving.url}api/documents`, { method: 'POST', headers, body })
  expect(await jsonOf(taken)).toMatchObject({ documents: 1, items: [{ state: 'new' }] })
  const wrong = { ...headers, authorization: 'Bearer x' }
  expect(await errorOf(fetch(`${serving.url}api/documents`, { method: 'POST', headers: wrong, body }))).toBe(
    '401 server/wrong-token',
  )
  const lines = log.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines.slice(1)).toMatchObject([
    { level: 30, route: 'GET /health', status: 200, time: '2026-03-20T08:00:00Z' },
    { route: 'POST /documents', status: 201 },
    { route: 'POST /documents', status: 401, code: 'server/wrong-token' },
  ])
  expect(log.join('')).not.toContain(serving.token)
  expect(log.join('')).not.toContain('Norland')
})

it('gives each start a token of its own', async () => {
  const [a, b] = [await start(), await start()]
  expect(a.serving.token).toMatch(/^[\w-]{32}$/)
  expect(a.serving.token).not.toBe(b.serving.token)
})

it('refuses what is no sound request, in the one shape where it is HTTP at all', async () => {
  const { serving } = await start()
  const rebound = await speak(
    serving.url,
    'GET /api/health HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n',
  )
  expect(rebound).toMatch(/^HTTP\/1\.1 421 /)
  expect(rebound).toContain('server/wrong-host')
  const absolute = 'GET http://attacker.example/api/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'
  expect(await speak(serving.url, absolute)).toMatch(/^HTTP\/1\.1 421 /)
  const odd = 'GET /api/health HTTP/1.1\r\nHost: a@b/c\r\nConnection: close\r\n\r\n'
  expect(await speak(serving.url, odd)).toMatch(/^HTTP\/1\.1 4\d\d [\s\S]*"ok":false/)
  const headers = `GET / HTTP/1.1\r\nHost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`
  expect(await speak(serving.url, headers)).toMatch(/^HTTP\/1\.1 431 /)
  expect(await speak(serving.url, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  expect(
    await speak(serving.url, 'GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
  ).toMatch(/^HTTP\/1\.1 404 /)
})

it('takes a body that is cut off for the sender going away', async () => {
  const { serving, log } = await start()
  const { hostname, port } = new URL(serving.url)
  const head = `POST /api/documents HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${serving.token}\r\n`
  await new Promise<void>((done) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${head}Content-Type: text/plain\r\nContent-Length: 1000\r\n\r\nNorland`)
      setTimeout(() => socket.destroy(), 100)
    })
    socket.on('close', () => done())
  })
  await expect.poll(() => log.length).toBe(2)
  expect(JSON.parse(log[1] ?? '')).toMatchObject({ level: 30, status: 400, code: 'server/bad-body' })
})

it('says which port is taken', async () => {
  const { serving } = await start()
  const port = Number(new URL(serving.url).port)
  const again = serveRecord({
    store: createMemoryStore(),
    lexicon: EMPTY_LEXICON,
    version: '0',
    host: '127.0.0.1',
    port,
    names: [],
    fetches: false,
    pages: null,
    demo: null,
    now: () => '',
    log: () => {},
  })
  await expect(again).rejects.toMatchObject({ code: 'server/port-taken', details: { port } })
})

it('lets a request under way finish when it is stopped, and takes no new one', async () => {
  const { serving } = await start()
  running.splice(0)
  const body = JSON.stringify({ text: 'Norland met Karsovia on Tuesday.' })
  const { hostname, port } = new URL(serving.url)
  const answered = new Promise<number>((done, fail) => {
    const sending = request({
      hostname,
      port,
      path: '/api/documents',
      method: 'POST',
      agent: false,
      headers: {
        authorization: `Bearer ${serving.token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    })
    sending.on('response', (response) => {
      response.resume()
      done(response.statusCode ?? 0)
    })
    sending.on('error', fail)
    sending.write(body.slice(0, 10))
    setTimeout(() => sending.end(body.slice(10)), 200)
  })
  await new Promise((done) => setTimeout(done, 100))
  const stopped = serving.stop()
  expect(await answered).toBe(201)
  await stopped
  await expect(fetch(`${serving.url}api/health`)).rejects.toThrow()
})
