import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// Visits every page as a person would: the built program serves the demo record, and Chromium opens it.

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const PROGRAM = join(ROOT, 'packages/cli/bin/backchannel.js')
/** Pictures of the guide are made anew where the variable says so. */
const IMAGES = process.env['SCREENSHOTS'] ? join(ROOT, 'docs/guide/images') : null
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

describe('the pages', () => {
  const home = mkdtempSync(join(tmpdir(), 'backchannel-web-'))
  /** Every address that the pages asked for, and what went wrong in them. */
  const asked: string[] = []
  const trouble: string[] = []
  let server: ChildProcess
  let context: BrowserContext
  let page: Page
  let url: string
  let pages: readonly (readonly [name: string, path: string])[]

  beforeAll(async () => {
    const store = join(home, 'demo.db')
    execFileSync(process.execPath, [
      PROGRAM,
      'ingest',
      join(ROOT, 'corpora/envoy-record/articles'),
      '--store',
      store,
      '--json',
    ])
    server = spawn(process.execPath, [PROGRAM, 'serve', '--store', store, '--port', '0', '--json'])
    const { stdout } = server
    if (!stdout) throw new Error('the server has no output')
    const line = await new Promise<string>((done) => createInterface(stdout).once('line', done))
    // What the program prints with --json.
    url = (JSON.parse(line) as { url: string }).url.replace(/\/$/, '')
    const { story, document, actor } = await findMostTold(url)
    pages = [
      ['stories', '/stories'],
      ['story', `/stories/${story}`],
      ['sources', `/stories/${story}/sources`],
      ['disagreements', '/disagreements'],
      ['reader', `/documents/${document}#c1`],
      ['actor', `/actors/${actor}`],
      ['timeline', '/timeline'],
      ['network', '/network'],
      ['map', '/map'],
      ['custody', '/custody'],
      ['engagements', '/engagements'],
      ['search', '/search?q=prisoners'],
    ]
    context = await chromium.launchPersistentContext(join(home, 'profile'), {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: FLAGS,
      headless: true,
    })
    context.on('request', (request) => asked.push(request.url()))
    page = await context.newPage()
    page.on('pageerror', (error) => trouble.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text())
    })
  })

  afterAll(async () => {
    await context?.close()
    server?.kill('SIGTERM')
    rmSync(home, { recursive: true, force: true })
  })

  const open = async (path: string): Promise<void> => {
    // A change behind "#" alone would load nothing.
    await page.goto('about:blank')
    await page.goto(url + path, { waitUntil: 'networkidle' })
    await page.locator('#heading').waitFor()
  }

  const pathOf = (wanted: string): string => pages.find(([name]) => name === wanted)?.[1] ?? ''

  /** The id of what has the focus, or of what it is in. */
  const focus = () => page.evaluate<string>('document.activeElement.closest("[id]").id')

  it.each(['light', 'dark'] as const)('have no serious finding of axe in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1200, height: 900 })
    for (const [name, path] of pages) {
      await open(path)
      expect({ name, found: await findingsOf(page) }).toEqual({ name, found: [] })
      if (IMAGES !== null && colorScheme === 'light') {
        mkdirSync(IMAGES, { recursive: true })
        await page.screenshot({ path: join(IMAGES, `${name}.png`) })
      }
    }
  })

  it('fit a screen of 360 px, without a finding there', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 360, height: 740 })
    for (const [name, path] of pages) {
      await open(path)
      expect({ name, width: await page.evaluate('document.documentElement.scrollWidth') }).toEqual({ name, width: 360 })
      expect({ name, found: await findingsOf(page) }).toEqual({ name, found: [] })
    }
    await page.setViewportSize({ width: 1200, height: 900 })
  })

  it('light words and cards together, by the keyboard and by the pointer', async () => {
    await open(pathOf('reader'))
    const isLit = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => one.classList.contains('lit'))
    expect(await focus()).toBe('words-c1')
    expect(await isLit('#card-c1')).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(focus).toBe('card-c1')
    await page.locator('.text [data-claims~="c2"]').first().hover()
    expect(await isLit('#card-c2')).toBe(true)
    await page.locator('#card-c1').hover()
    expect(await isLit('.text [data-claims~="c1"]')).toBe(true)
  })

  it('keep the state of a list in the address', async () => {
    await open('/stories')
    const count = () => page.locator('#results [role=status]').textContent()
    const all = await count()
    await page.getByLabel('Release').first().check()
    await page.waitForURL('**/stories?type=release')
    await expect.poll(count).not.toBe(all)
    const few = await count()
    await page.reload({ waitUntil: 'networkidle' })
    expect(await count()).toBe(few)
    await page.goBack()
    await expect.poll(count).toBe(all)
  })

  it('lead from a story to its words, with the focus on them', async () => {
    await open(pathOf('story'))
    await page.locator('table.accounts td a').first().focus()
    await page.keyboard.press('Enter')
    await expect.poll(focus).toMatch(/^words-/)
    expect(new URL(page.url()).pathname).toMatch(/^\/documents\//)
    expect(await page.title()).toMatch(/ – Backchannel$/)
    await page.goBack()
    await expect.poll(focus).toBe('heading')
  })

  it('say that there is no such page or story', async () => {
    await open('/nowhere')
    expect(await page.locator('#heading').textContent()).toBe('There is no such page')
    await page.goto(`${url}/stories/ffff`, { waitUntil: 'networkidle' })
    expect(await page.locator('[role=alert]').textContent()).toContain('ffff')
    // Chromium tells of the 404, which is as it should be.
    expect(trouble.splice(0).filter((text) => !text.includes('404'))).toEqual([])
  })

  it('ask nobody else, and nothing went wrong in them', () => {
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter((address) => !address.startsWith(`${url}/`) && address !== 'about:blank')).toEqual([])
    expect(trouble).toEqual([])
  })
})

/** Rules of axe that a page breaks seriously, with the first place of each. */
async function findingsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  // What axe gives, as far as it is looked at.
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: readonly { id: string; impact: string; nodes: readonly { html: string; failureSummary: string }[] }[]
  }
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}

/** The story of most documents, with its first document and actor, as the addresses of pages have them. */
async function findMostTold(
  url: string,
): Promise<{ readonly story: string; readonly document: string; readonly actor: string }> {
  const answer = await fetch(`${url}/api/stories?limit=500`)
  // The server's own tests hold the shape.
  const { rows } = (await answer.json()) as {
    rows: { id: string; documents: string[]; actors: { id: string }[] }[]
  }
  const [most] = rows.sort((a, b) => b.documents.length - a.documents.length)
  const bare = (id: string | undefined): string => id?.replace(/^\w+:/, '') ?? ''
  return { story: bare(most?.id), document: bare(most?.documents[0]), actor: bare(most?.actors[0]?.id) }
}
