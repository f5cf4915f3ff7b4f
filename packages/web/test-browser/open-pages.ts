import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { openChromium } from '../../host/test-browser/open-chromium.ts'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
export const PROGRAM = join(ROOT, 'packages/cli/bin/backchannel.js')
/** Pictures of the guide are made anew where the variable says so. */
const IMAGES = process.env['SCREENSHOTS'] ? join(ROOT, 'docs/guide/images') : null

/** A served record in a browser, with all that its pages asked for and all that went wrong in them. */
export interface OpenPages {
  readonly page: Page
  readonly url: string
  readonly token: string
  readonly store: string
  readonly asked: string[]
  readonly trouble: string[]
  /** Opens a path anew and waits for its heading. */
  open(path: string): Promise<void>
  /** Stops the server and starts another one on the same record and port; gives its token. */
  restart(): Promise<string>
  close(): Promise<void>
}

/** Serves a record of its own with the built program, empty at first or of a folder of articles, and opens Chromium. */
export async function openPages(articles: string | null = null): Promise<OpenPages> {
  const home = mkdtempSync(join(tmpdir(), 'backchannel-web-'))
  const store = join(home, 'record.db')
  if (articles !== null) execFileSync(process.execPath, [PROGRAM, 'ingest', articles, '--store', store, '--json'])
  const first = await serve(store, '0')
  const { url, token } = first
  let { server } = first
  const context = await openChromium(join(home, 'profile'))
  const asked: string[] = []
  const trouble: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  const page = await context.newPage()
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text())
  })
  await page.setViewportSize({ width: 1200, height: 900 })
  return {
    ...{ page, url, token, store, asked, trouble },
    async open(path) {
      // A change behind "#" alone would load nothing.
      await page.goto('about:blank')
      await page.goto(url + path, { waitUntil: 'load' })
      await page.locator('#heading').waitFor()
    },
    async restart() {
      await page.goto('about:blank')
      await stop(server)
      const again = await serve(store, new URL(url).port)
      server = again.server
      return again.token
    },
    async close() {
      await context.close()
      await stop(server)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function serve(
  store: string,
  port: string,
): Promise<{ readonly server: ChildProcess; readonly url: string; readonly token: string }> {
  const server: ChildProcess = spawn(
    process.execPath,
    [PROGRAM, 'serve', '--store', store, '--port', port, '--threads', '1', '--json'],
    // Its log goes nowhere: in a pipe that nobody reads it would fill up, and the last line of it would wait for ever.
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const { stdout } = server
  if (!stdout) throw new Error('the server has no output')
  const line = await new Promise<string>((done) => createInterface(stdout).once('line', done))
  // What the program prints with --json.
  const { url, token } = JSON.parse(line) as { url: string; token: string }
  return { server, url: url.replace(/\/$/, ''), token }
}

async function stop(server: ChildProcess): Promise<void> {
  const gone = new Promise((done) => server.once('exit', done))
  server.kill('SIGTERM')
  await gone
}

/** Keeps a picture for the guide, where they are made anew. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (IMAGES === null) return
  mkdirSync(IMAGES, { recursive: true })
  await page.screenshot({ path: join(IMAGES, `${name}.png`) })
}

/** Rules of axe that the page breaks seriously, with the first place of each, and whether it is wider than the screen. */
export async function findingsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  // What axe gives, as far as it is looked at.
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: readonly { id: string; impact: string; nodes: readonly { html: string; failureSummary: string }[] }[]
  }
  const [wide, screen, widest] = await page.evaluate<[number, number, string]>(`[
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
    [...document.querySelectorAll('main *')].find((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.scroll'))
      ?.outerHTML.slice(0, 200) ?? ''
  ]`)
  return [
    ...violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
    ...(wide > screen ? [`wider than the screen: ${wide} of ${screen}: ${widest}`] : []),
  ]
}

/** Findings in both themes, on a screen of 360 pixels, and at 200 % zoom: half as many pixels of twice the size. */
export async function findingsEverywhere(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const [colorScheme, width, height] of [
    ['light', 1200, 900],
    ['dark', 1200, 900],
    ['light', 360, 740],
    ['dark', 600, 450],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height })
    for (const one of await findingsOf(page)) found.push(`${colorScheme} ${width}: ${one}`)
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1200, height: 900 })
  return found
}
