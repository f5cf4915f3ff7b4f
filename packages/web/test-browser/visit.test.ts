import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsOf, type OpenPages, openPages, ROOT, takePicture } from './open-pages.ts'

// Visits every page as a person would: the built program serves the demo record, and Chromium opens it.

describe('the pages', () => {
  let opened: OpenPages
  let page: Page
  let url: string
  let pages: readonly (readonly [name: string, path: string])[]

  beforeAll(async () => {
    opened = await openPages(join(ROOT, 'corpora/envoy-record/articles'))
    page = opened.page
    url = opened.url
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
  })

  afterAll(async () => {
    await opened?.close()
  })

  const open = async (path: string): Promise<void> => {
    await opened.open(path)
    // What a page counts beside its list is there too.
    await page.waitForLoadState('networkidle')
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
      if (colorScheme === 'light') await takePicture(page, name)
    }
  })

  it('fit a screen of 360 px, without a finding there', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 360, height: 740 })
    for (const [name, path] of pages) {
      await open(path)
      expect({ name, found: await findingsOf(page) }).toEqual({ name, found: [] })
    }
    await page.setViewportSize({ width: 1200, height: 900 })
  })

  it('lose nothing at a zoom of 200 %, and none of their words in a font of twice the size', async () => {
    const wordsSeen = () =>
      page.evaluate<
        readonly string[]
      >(`[...document.querySelectorAll('h1, h2, h3, p, li, td, tbody th, summary, label, button')]
        .filter((one) => one.checkVisibility() && one.closest('.hidden, .skip, svg') === null)
        .map((one) => one.textContent)`)
    /** What lies outside of the page, or is cut off by a box that does not scroll. */
    const cutOff = () =>
      page.evaluate<readonly string[]>(`[...document.querySelectorAll('main *, header *')]
        .filter((one) => one.checkVisibility({ contentVisibilityAuto: true }) && one.closest('.hidden, .skip, svg, .scroll, .track, .axis, details:not([open])') === null)
        .filter((one) => {
          const { left, right } = one.getBoundingClientRect()
          const { overflowX } = getComputedStyle(one)
          return left < -1 || right > innerWidth + 1 || (overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1)
        })
        .map((one) => one.outerHTML.slice(0, 120))`)
    const wide = () =>
      page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    const devtools = await page.context().newCDPSession(page)
    for (const [name, path] of pages) {
      await page.setViewportSize({ width: 1200, height: 900 })
      await open(path)
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
      // What opens may load what it shows.
      await page.waitForLoadState('networkidle')
      await expect.poll(() => page.getByText('Loading …').count()).toBe(0)
      const before = await wordsSeen()
      // What the browser's own zoom does: half as many pixels, each twice as large.
      const size = { width: 600, height: 450, deviceScaleFactor: 2, mobile: false }
      await devtools.send('Emulation.setDeviceMetricsOverride', size)
      expect({ name, wide: await wide(), cut: await cutOff() }).toEqual({ name, wide: 0, cut: [] })
      // Heads of tables stand beside their cells there, as on any narrow screen.
      const zoomed = new Set(await wordsSeen())
      expect({ name, lost: before.filter((words) => !zoomed.has(words)) }).toEqual({ name, lost: [] })
      await devtools.send('Emulation.clearDeviceMetricsOverride')
      await page.setViewportSize({ width: 1200, height: 900 })
      await page.evaluate('document.documentElement.style.setProperty("font-size", "200%")')
      expect({ name, wide: await wide(), cut: await cutOff() }).toEqual({ name, wide: 0, cut: [] })
    }
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

  it.each([
    ['/network', 'status', 'Planned'],
    ['/map', 'country', 'NOR'],
    ['/timeline?lanes=actor', 'type', 'Release'],
    ['/disagreements', 'type', 'Release'],
    ['/custody', 'type', 'Pardon'],
    ['/engagements', 'channel', 'Special envoy'],
  ])('narrow %s by its filters, with the keyboard alone, and keep it in the address', async (path, filter, value) => {
    await page.setViewportSize({ width: 1200, height: 900 })
    await open(path)
    const results = () => page.locator('#results').textContent()
    const all = await results()
    const facet = page.getByRole('group', { name: filter, exact: false }).first()
    await facet.getByRole('checkbox', { name: value }).focus()
    await page.keyboard.press('Space')
    await expect.poll(() => new URL(page.url()).searchParams.getAll(filter)).toHaveLength(1)
    await page.getByRole('list', { name: 'Narrowed by' }).waitFor()
    // The focus stays where it was, so that the next value is one key away; the look of the page stays too.
    expect(await page.evaluate('document.activeElement.type')).toBe('checkbox')
    if (path.includes('?')) expect(new URL(page.url()).searchParams.get('lanes')).toBe('actor')
    // Left out instead of kept.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.getAll(`not-${filter}`)).toHaveLength(1)
    expect(new URL(page.url()).searchParams.getAll(filter)).toHaveLength(0)
    await page.reload({ waitUntil: 'networkidle' })
    const left = await results()
    expect(left).toMatch(new RegExp(`^not ${filter} ${value} `))
    expect(left?.length).not.toBe(all?.length)
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('link', { name: /^Without the condition/ }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(results).toBe(all)
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
    expect(opened.trouble.splice(0).filter((text) => !text.includes('404'))).toEqual([])
  })

  it('ask nobody else, and nothing went wrong in them', () => {
    const { asked, trouble } = opened
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter((address) => !address.startsWith(`${url}/`) && address !== 'about:blank')).toEqual([])
    expect(trouble).toEqual([])
  })
})

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
