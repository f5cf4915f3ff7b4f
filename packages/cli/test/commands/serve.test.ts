import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runFake } from './fake.ts'

const PROGRAM = fileURLToPath(new URL('../../bin/backchannel.js', import.meta.url))

it.each(['SIGINT', 'SIGTERM'] as const)(
  'serves a new record on this machine, and ends well by %s',
  async (signal) => {
    const home = mkdtempSync(join(tmpdir(), 'backchannel-serve-'))
    const served = spawn(process.execPath, [PROGRAM, 'serve', '--store', join(home, 'a.db'), '--port', '0', '--json'])
    try {
      let log = ''
      served.stderr.on('data', (data) => {
        log += String(data)
      })
      // Not `exit`: what it wrote last may still be on its way then.
      const ended = new Promise<number | null>((done) => served.once('close', done))
      const [line] = await new Promise<string[]>((done) =>
        createInterface(served.stdout).once('line', (text) => done([text])),
      )
      // What the program prints with --json.
      const { url, token } = JSON.parse(line ?? '') as { url: string; token: string }
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
      const health = await fetch(`${url}api/health`)
      expect(await health.json()).toMatchObject({ ok: true, counts: { documents: 0 } })
      const page = await fetch(`${url}stories/1a2b`)
      expect(page.headers.get('content-type')).toMatch(/^text\/html/)
      expect(await page.text()).toContain('<title>Backchannel</title>')
      served.kill(signal)
      expect(await ended).toBe(0)
      expect(log).toContain('"route":"GET /health"')
      expect(log).not.toContain(token)
    } finally {
      served.kill('SIGKILL')
      rmSync(home, { recursive: true, force: true })
    }
  },
  60_000,
)

it('refuses a port that is none', async () => {
  for (const port of ['70000', '-1', 'x', '1.5']) {
    const { status, err } = await runFake(['serve', '--port', port])
    expect(status).toBe(2)
    expect(err).toContain('0 to 65535')
  }
})
