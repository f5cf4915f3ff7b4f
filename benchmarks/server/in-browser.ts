import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

/** What a person's acts in the reader cost, in milliseconds until the next picture; null where there is no Chromium. */
export interface Interactions {
  readonly marks: number
  readonly words: number
  readonly events: number
  readonly p50: number
  readonly p95: number
  readonly slowest: number
}

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
/** Marks that are pointed at, focused and followed. */
const ACTS = 25

/** Points, tabs and follows links in the reader of a document. Event Timing gives durations in steps of 8 ms, from 16 ms. */
export async function measureReader(address: string): Promise<Interactions | null> {
  if (!existsSync(CHROMIUM)) return null
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.locator('.text a.number').first().waitFor()
    await page.evaluate(`
      window.durations = []
      new PerformanceObserver((list) => { for (const one of list.getEntries()) window.durations.push(one.duration) })
        .observe({ type: 'event', durationThreshold: 16 })
    `)
    const marks = page.locator('.text [data-claims]:not(a)')
    const numbers = page.locator('.text a.number')
    let acts = 0
    for (let at = 0; at < ACTS; at++, acts++) await marks.nth(at * 3).hover()
    await numbers.first().focus()
    for (let at = 0; at < ACTS; at++, acts++) await page.keyboard.press('Tab')
    for (let at = 0; at < ACTS; at++, acts += 2) {
      // To the card, and back to the words.
      await numbers.nth(at * 5).press('Enter')
      await page.keyboard.press('Enter')
    }
    await page.waitForTimeout(300)
    // Events that took less than 16 ms are not told one by one.
    const told = await page.evaluate<number[]>('window.durations')
    const durations = [...told, ...Array.from({ length: Math.max(0, acts - told.length) }, () => 16)].sort(
      (a, b) => a - b,
    )
    const part = (share: number): number => durations[Math.floor((durations.length - 1) * share)] ?? 0
    return {
      marks: await numbers.count(),
      words: await page.evaluate<number>('document.querySelector(".text").textContent.split(/\\s+/).length'),
      events: durations.length,
      p50: part(0.5),
      p95: part(0.95),
      slowest: part(1),
    }
  } finally {
    await browser.close()
  }
}
