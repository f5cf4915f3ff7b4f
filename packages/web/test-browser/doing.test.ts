import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsEverywhere, IMAGES, type OpenPages, openPages } from './open-pages.ts'

// The pages in which a person does something, on a record that is empty at first.

describe('a person who begins with nothing', () => {
  let pages: OpenPages
  beforeAll(async () => {
    pages = await openPages()
  })
  afterAll(async () => {
    await pages?.close()
  })

  const picture = async (name: string): Promise<void> => {
    if (IMAGES === null) return
    mkdirSync(IMAGES, { recursive: true })
    await pages.page.screenshot({ path: join(IMAGES, `${name}.png`) })
  }

  it('is led from the empty list to the inbox, and told what writing needs', async () => {
    const { page, open } = pages
    await open('/stories')
    await page.getByRole('link', { name: 'Send documents to the inbox' }).click()
    await page.getByRole('button', { name: 'Take in the demo collection' }).click()
    await expect.poll(() => page.locator('.access [role=alert]').textContent()).toContain('needs the token')
    await page.getByLabel('Token').fill('not-the-token')
    await page.getByRole('button', { name: 'Take in the demo collection' }).click()
    await expect.poll(() => page.locator('.access [role=alert]').textContent()).toContain('not the token')
    expect(await findingsEverywhere(page)).toEqual([])
    // Chromium tells of the refusal, which is as it should be.
    expect(pages.trouble.splice(0).filter((text) => !text.includes('401'))).toEqual([])
  })

  it('takes in the demo collection with one click, and sees each document come', async () => {
    const { page, open, token } = pages
    await open(`/inbox#token=${token}`)
    expect(page.url()).not.toContain(token)
    await page.getByRole('button', { name: 'Take in the demo collection' }).click()
    await page.getByRole('heading', { name: 'Through' }).waitFor({ timeout: 120_000 })
    expect(await page.locator('.job .item-new').count()).toBe(15)
    expect(await page.locator('.job .alike').count()).toBeGreaterThan(1)
    expect(await findingsEverywhere(page)).toEqual([])
    await page.locator('.job li a').first().click()
    await page.locator('article.text').waitFor()
  })

  it('pastes a text and is told that it is there, and is told when an address will not be fetched', async () => {
    const { page, open } = pages
    await open('/inbox')
    const box = page.getByLabel('Text of an article')
    await box.fill('https://news.example/1')
    await page.getByText('This server fetches nothing').waitFor()
    await box.fill('Norland freed two prisoners on Monday, its foreign ministry said. They flew to Oslo.')
    await page.getByRole('button', { name: 'Send the text' }).click()
    await expect.poll(() => page.locator('.job').count()).toBe(2)
    await expect.poll(() => page.locator('.job').first().locator('.item-new').count(), { timeout: 30_000 }).toBe(1)
    await page.locator('input[type=file]').setInputFiles({
      name: 'again.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Norland freed two prisoners on Monday, its foreign ministry said. They flew to Oslo.'),
    })
    const only = page.getByRole('button', { name: 'Read only what is new' })
    await only.waitFor({ timeout: 30_000 })
    // The copy is told of before it is read.
    expect(await page.locator('.job').first().locator('.alike').textContent()).toContain('The same text as')
    await page.locator('h2').scrollIntoViewIfNeeded()
    await picture('inbox')
    expect(await findingsEverywhere(page)).toEqual([])
    await only.click()
    await expect.poll(() => page.locator('.job').first().locator('.item-left').count()).toBe(1)
  })

  it('asked nobody else, and nothing went wrong', () => {
    const { asked, trouble, url } = pages
    expect(asked.filter((address) => !address.startsWith(`${url}/`) && address !== 'about:blank')).toEqual([])
    expect(trouble).toEqual([])
  })
})
