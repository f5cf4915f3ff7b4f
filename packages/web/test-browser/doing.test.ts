import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsEverywhere, type OpenPages, openPages, PROGRAM, takePicture } from './open-pages.ts'

// The pages in which a person does something, on a record that is empty at first.

describe('a person who begins with nothing', () => {
  let pages: OpenPages
  beforeAll(async () => {
    pages = await openPages()
  })
  afterAll(async () => {
    await pages?.close()
  })

  const picture = (name: string): Promise<void> => takePicture(pages.page, name)

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

  it('takes files that are dropped, tells which failed and why, and refuses what is too large with its reason', async () => {
    const { page, open } = pages
    await open('/inbox')
    await page.locator('form.sending').waitFor()
    const drop = (files: readonly { name: string; type: string; text?: string; bytes?: number }[]): Promise<void> =>
      page.evaluate(`{
        const transfer = new DataTransfer()
        for (const { name, type, text, bytes } of ${JSON.stringify(files)})
          transfer.items.add(new File([text ?? new Uint8Array(bytes)], name, { type }))
        const form = document.querySelector('form.sending')
        for (const kind of ['dragover', 'drop'])
          form.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }))
      }`)
    const said = 'The envoy of Norland left Tarn on Sunday, the ministry said. She had met the minister twice.'
    await drop([
      { name: 'plain.txt', type: 'text/plain', text: said },
      {
        name: 'page.html',
        type: 'text/html',
        text: `<html><body><article><h1>Talks</h1><p>${said} ${said}</p></article></body></html>`,
      },
      {
        name: 'feed.xml',
        type: 'application/rss+xml',
        text: '<rss version="2.0"><channel><title>Tarn Daily</title><item><title>Gone</title><link>https://tarn.example/1</link><description>Gone.</description></item></channel></rss>',
      },
      { name: 'broken.pdf', type: 'application/pdf', text: '%PDF-1.7 and then nothing' },
    ])
    const job = page.locator('.job').first()
    const broken = job.locator('.rows > li', { hasText: 'broken.pdf' })
    await broken.waitFor({ timeout: 30_000 })
    const all = job.getByRole('button', { name: 'Read all' })
    if (await all.isVisible()) await all.click()
    await job.getByRole('heading', { name: 'Through' }).waitFor({ timeout: 60_000 })
    expect(await broken.textContent()).toMatch(/✗ failed/)
    expect(((await broken.locator('.refused').textContent()) ?? '').length).toBeGreaterThan(10)
    expect(await job.locator('.item-new').count()).toBeGreaterThan(0)
    expect(await findingsEverywhere(page)).toEqual([])
    await drop([{ name: 'large.txt', type: 'text/plain', bytes: 51 * 1024 * 1024 }])
    await expect
      .poll(() => page.locator('main > .refused, form + .refused').textContent(), { timeout: 60_000 })
      .toMatch(/50|52/)
    pages.trouble.splice(0, pages.trouble.length, ...pages.trouble.filter((text) => !text.includes('413')))
  })

  it('selects words by keys alone and says what they tell; the statement stays, with its author and reason', async () => {
    const { page, open, url } = pages
    await open(`/documents/${await documentOf(url, 'Nordwire')}`)
    const text = page.locator('article.text')
    await text.focus()
    await page.keyboard.press('ArrowRight')
    for (let nth = 0; nth < 5; nth++) await page.keyboard.press('Shift+ArrowRight')
    const chosen = page.locator('.selection q')
    await expect.poll(async () => (await chosen.textContent())?.split(/\s+/).length).toBeGreaterThan(3)
    const words = (await chosen.textContent()) ?? ''
    expect(((await text.textContent()) ?? '').replace(/\d+[“›●✗◷?]/g, '').replace(/\s+/g, ' ')).toContain(words)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('say-what')
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Type', exact: true }).waitFor()
    await tabTo(page, 'Your name')
    await page.keyboard.type('A. Reader')
    await tabTo(page, 'Type')
    await page.keyboard.type('Visit')
    await tabTo(page, 'Speaker')
    await page.keyboard.type('the envoy')
    await tabTo(page, 'Role of participant 1')
    await page.keyboard.type('Agent')
    await tabTo(page, 'Name of participant 1')
    await page.keyboard.type('Ingrid Solvang')
    // The names of the document are offered.
    expect(await page.locator('#participant-names option').count()).toBeGreaterThan(1)
    // A second row by keys alone, which is not filled in, said to be wrong when half of it is, and removed again.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Patient')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Participant 2 has a role and no name.').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.participants select').count()).toBe(1)
    await tabTo(page, 'Reason')
    await page.keyboard.type('it is in the first words')
    expect(await findingsEverywhere(page)).toEqual([])
    await picture('correction')
    await page.keyboard.press('Enter')
    const change = page.locator('.changes li').first()
    await change.waitFor()
    expect(await change.textContent()).toMatch(/a new statement: visit.*holds.*A\. Reader.*it is in the first words/s)
    const card = page.locator('.card', { hasText: 'Added by a person' })
    expect(await card.textContent()).toContain('the envoy')
    expect(await card.textContent()).toContain('agent Ingrid Solvang')
    // The focus is where it was.
    await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('text')
  })

  it('corrects a claim from its card, takes it back, and links to a passage', async () => {
    const { page } = pages
    const card = page.locator('#card-c1')
    await card.getByRole('button', { name: /^Correct/ }).click()
    await page.getByRole('combobox', { name: 'Field', exact: true }).selectOption('status')
    await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('planned')
    await page.getByLabel('Reason').fill('it is only announced')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await card.locator('.believed').waitFor()
    expect(await card.locator('.believed').textContent()).toMatch(
      /✎ corrected by A\. Reader on \d+ \w+ \d{4}.*Status: before happened →, after planned/s,
    )
    expect(await findingsEverywhere(page)).toEqual([])
    await page.locator('#card-c1').scrollIntoViewIfNeeded()
    await picture('corrected')
    // Its story says so too, there and in the list; and so does each export that has room for a status.
    const story = (await card.getByRole('link', { name: 'Story', exact: true }).getAttribute('href')) ?? ''
    await checkStory(pages, story)
    await page.goBack()
    await card.locator('.believed').waitFor()
    await page.getByRole('button', { name: /Take back “status is planned/ }).click()
    await page.getByLabel('Reason').fill('it was right')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await expect.poll(() => card.locator('.believed').count()).toBe(0)
    expect(await page.locator('.changes li.undone').count()).toBe(1)
    const passage = page.locator('.changes li a').first()
    const words = await passage.textContent()
    await passage.click()
    await expect.poll(() => page.locator('.selection q').textContent()).toBe(words)
    expect(page.url()).toMatch(/#p\d+-\d+$/)
  })

  it('reviews claims by keys alone: accepts, rejects, is unsure, edits, goes on and takes back', async () => {
    const { page, open } = pages
    await open('/review')
    const rows = page.locator('.queue > li')
    await rows.first().waitFor()
    const total = (): Promise<string | null> => page.locator('main [role=status]').first().textContent()
    const before = Number.parseInt((await total()) ?? '', 10)
    await tabToRow(page)
    const badge = (nth: number) => rows.nth(nth).locator('.badge', { hasText: /accepted|rejected|not sure|edited/ })
    await page.keyboard.press('a')
    await badge(0).waitFor()
    await expect.poll(() => rows.nth(1).getAttribute('aria-current')).toBe('true')
    await page.keyboard.press('r')
    await badge(1).waitFor()
    await page.keyboard.press('u')
    await badge(2).waitFor()
    await page.keyboard.press('z')
    await expect.poll(() => badge(2).count()).toBe(0)
    await expect.poll(() => rows.nth(2).getAttribute('aria-current')).toBe('true')
    await page.keyboard.press('n')
    await page.keyboard.press('p')
    expect(await findingsEverywhere(page)).toEqual([])
    await picture('review')
    await page.keyboard.press('e')
    await tabTo(page, 'Reason')
    await page.keyboard.type('it is only planned')
    await page.keyboard.press('Enter')
    await badge(2).waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.matches(".queue > li")')).toBe(true)
    await page.getByRole('button', { name: /^Accept the/ }).click()
    await expect.poll(() => page.locator('.queue > li .badge', { hasText: 'accepted' }).count()).toBe(8)
    await open('/review')
    await rows.first().waitFor()
    expect(Number.parseInt((await total()) ?? '', 10)).toBe(before - 9)
  })

  it('judges pairs, and has the history of all of it', async () => {
    const { page, open } = pages
    await open('/review?desk=stories')
    const rows = page.locator('.queue > li')
    await rows.first().waitFor()
    expect(await findingsEverywhere(page)).toEqual([])
    await picture('merge-desk')
    await rows.first().focus()
    await page.keyboard.press('d')
    await rows.first().locator('.badge', { hasText: 'not the same' }).waitFor()
    await open('/review?desk=actors')
    await page.locator('main [role=status]').first().waitFor()
    expect(await findingsEverywhere(page)).toEqual([])
    await open('/review?desk=history')
    await page.locator('table.history').waitFor()
    expect(await page.locator('table.history').textContent()).toMatch(
      /story: different.*set status.*it is only announced/s,
    )
    expect(await findingsEverywhere(page)).toEqual([])
    await picture('history')
    await open('/review?desk=lost')
    await page.getByText('Every correction finds its words.').waitFor()
  })

  it('makes one of two stories by keys alone, and parts them again: nothing is lost', async () => {
    const { page, open, url } = pages
    const stories = async () => {
      const { rows } = (await (await fetch(`${url}/api/stories?limit=500`)).json()) as { rows: { id: string }[] }
      return rows
    }
    const before = await stories()
    await open('/review?desk=stories')
    const first = page.locator('.queue > li').first()
    await first.waitFor()
    await tabToRow(page)
    await page.keyboard.press('s')
    await first.getByText('They are one from now on, found by both ids.').waitFor()
    expect(await first.textContent()).toContain('one now')
    expect(await stories()).toHaveLength(before.length - 1)
    // The story itself leads to where it can be parted.
    const joined = (await first.locator('thead a').first().getAttribute('href')) ?? ''
    await open(joined)
    await page.getByRole('link', { name: 'Part them again at the desk' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('1 pair that is one').waitFor()
    expect(await findingsEverywhere(page)).toEqual([])
    await picture('joined-pairs')
    await tabToRow(page)
    await page.keyboard.press('d')
    await first.getByText('Parted again: each has all that it had before.').waitFor()
    expect(await page.evaluate('document.activeElement.matches(".queue > li.current")')).toBe(true)
    expect(await first.textContent()).not.toContain('one now')
    expect(await stories()).toEqual(before)
    await page.reload({ waitUntil: 'networkidle' })
    await page.getByText('0 pairs that are one').waitFor()
    await open('/review?desk=history')
    expect(await page.locator('table.history').textContent()).toMatch(
      /story: different.*story: same a later judgement counts/s,
    )
  })

  it('shows in each list that has the value that it was corrected, and by whom', async () => {
    const { page, open, url, token } = pages
    interface Row {
      readonly story: string
      readonly fields: readonly { readonly values: readonly { readonly quote: string }[] }[]
    }
    const rowsOf = async (list: string) =>
      ((await (await fetch(`${url}/api/${list}`)).json()) as { rows: readonly Row[] }).rows
    /** Sets a field of the first claim of a story, or of the one with these words, as its form does. */
    const correct = async (story: string, field: string, to: unknown, words?: string) => {
      const { reports } = (await (await fetch(`${url}/api/stories/${story}`)).json()) as {
        reports: { document: string; claim: string; quote: string }[]
      }
      const { document = '', claim = '', quote = '' } = reports.find((one) => one.quote === words) ?? reports[0] ?? {}
      const { claims } = (await (await fetch(`${url}/api/documents/${document}`)).json()) as {
        claims: { id: string; event: { type: string }; evidence: { span: { from: number } } }[]
      }
      const read = claims.find(({ id }) => id === claim)
      const body = {
        ...{ document, quote, from: read?.evidence.span.from, type: read?.event.type, author: 'B. Editor' },
        ...{ reason: 'as the paper says', change: { kind: 'set', field, to } },
      }
      const answer = await fetch(`${url}/api/corrections`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      expect(answer.status).toBe(201)
    }
    const [engagement] = await rowsOf('engagements')
    const [differing] = await rowsOf('disagreements')
    const [held] = await rowsOf('timeline?type=release')
    // Who tells one of the values that differ.
    await correct(differing?.story ?? '', 'speaker', 'the clerk', differing?.fields[0]?.values[0]?.quote)
    const { edges } = (await (await fetch(`${url}/api/network`)).json()) as { edges: readonly { story: string }[] }
    for (const one of new Set([engagement, held, edges[0]].map((row) => row?.story ?? '')))
      await correct(one, 'when', { earliest: '2026-03-01', latest: '2026-03-02', precision: 'vague' })
    for (const path of [
      '/engagements',
      '/disagreements',
      '/custody',
      '/timeline',
      '/stories',
      '/search?q=released',
      '/network',
    ]) {
      await open(path)
      await page.waitForLoadState('networkidle')
      const marks = page.locator('main .corrected-mark', { hasText: 'corrected by B. Editor' })
      expect({ path, marked: (await marks.count()) > 0 }).toEqual({ path, marked: true })
      expect({ path, found: await findingsEverywhere(page) }).toEqual({ path, found: [] })
      const csv = await (await fetch(url + path.replace(/(\?|$)/, '.csv$1'))).text()
      expect({ path, told: /correctedBy\r\n.*B\. Editor/s.test(csv) }).toEqual({ path, told: true })
    }
  })

  it('reads a text in the browser itself, and sends it nowhere', async () => {
    const { page, open, asked, url } = pages
    await open('/try')
    const before = asked.length
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.method()} ${request.postData() ?? ''}`))
    const text = 'Norland freed two prisoners on Monday, its foreign ministry said. They flew to Oslo.'
    await page.getByLabel('Text of an article').fill(text)
    await page.getByLabel('Outlet').fill('Tarn Daily')
    await page.getByRole('button', { name: 'Read it here' }).click()
    await page.locator('.read-here .card').first().waitFor({ timeout: 60_000 })
    expect(await page.locator('.read-here .cards').textContent()).toContain('Release')
    expect(await findingsEverywhere(page)).toEqual([])
    await picture('try')
    // The reader's files from the own server, by GET without a body, and nothing that holds a word of the text.
    const asking = asked.slice(before)
    expect(asking.filter((address) => address.startsWith(`${url}/reader/`)).length).toBeGreaterThan(5)
    expect(
      asking.filter((address) => !address.startsWith(`${url}/reader/`) && !address.startsWith(`${url}/assets/`)),
    ).toEqual([])
    expect([...asking, ...sent].filter((one) => /prisoner|Norland|Tarn/i.test(one) || one.startsWith('POST'))).toEqual(
      [],
    )
  })

  it('finds in the export what was corrected', async () => {
    const { store, url } = pages
    const backup = execFileSync(process.execPath, [PROGRAM, 'export', '--store', store, '--format', 'backup'], {
      encoding: 'utf8',
    })
    const lines = backup.split('\n').filter((line) => line.startsWith('{"correction":'))
    expect(lines.map((line) => JSON.parse(line).correction?.reason)).toEqual(
      expect.arrayContaining(['it is in the first words', 'it is only announced', 'it was right']),
    )
    const csv = await (await fetch(`${url}/corrections.csv`)).text()
    expect(csv).toContain('it is in the first words')
  })

  it('tells after a restart of the server what came in before, and what was not read', async () => {
    const { page, open, restart } = pages
    await open('/inbox')
    await page
      .getByLabel('Text of an article')
      .fill('Norland freed two prisoners on Monday, its foreign ministry said. They flew to Oslo, and home.')
    await page.getByRole('button', { name: 'Send the text' }).click()
    // It is like what is there, so that it waits for an answer.
    await page.locator('.job').first().getByRole('button', { name: 'Read all' }).waitFor({ timeout: 30_000 })
    const token = await restart()
    await open(`/inbox#token=${token}`)
    await page.getByText('Nothing has been sent since the server started.').waitFor()
    await page.getByText(/^Before the server started: \d+ things taken in/).focus()
    await page.keyboard.press('Enter')
    const earlier = page.locator('details', { hasText: 'Before the server started' })
    const rows = (await earlier.locator('li').allTextContents()).join('\n')
    expect(rows).toMatch(/✓ in the record/)
    expect(rows).toMatch(/✗ failed.*broken\.pdf/)
    expect(rows).toMatch(/○ not read: the server stopped before; send it again.*pasted\.txt/)
    expect(rows).toMatch(/– left out.*again\.txt/)
    expect(await findingsEverywhere(page)).toEqual([])
    await earlier.locator('li a').first().click()
    await page.locator('article.text').waitFor()
  })

  it('asked nobody else, and nothing went wrong', () => {
    const { asked, trouble, url } = pages
    expect(asked.filter((address) => !address.startsWith(`${url}/`) && address !== 'about:blank')).toEqual([])
    expect(trouble).toEqual([])
  })
})

/**
 * The story of a corrected claim: its page and the list say that people corrected it; each export answers, and those with
 * room for a status hold what was said. */
async function checkStory({ page, url }: OpenPages, story: string): Promise<void> {
  await page.goto(url + story, { waitUntil: 'networkidle' })
  const list = page.getByRole('region', { name: 'What people corrected' })
  expect(await list.textContent()).toMatch(/✎ corrected by A\. Reader on .*before happened →, after planned/s)
  expect(await page.locator('.evidence .corrected-mark').count()).toBeGreaterThan(0)
  expect(await findingsEverywhere(page)).toEqual([])
  const { rows, corrected } = (await (await fetch(`${url}/api/stories?limit=500`)).json()) as {
    rows: { id: string }[]
    corrected: string[]
  }
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(corrected))
  expect(corrected).toContain(`story:${story.split('/').at(-1)}`)
  for (const format of ['jsonld', 'csv', 'plover', 'cameo', 'webannotation', 'gexf', 'graphml', 'ftm', 'atom']) {
    const answer = await fetch(`${url}/api${story}/export?format=${format}`)
    expect({ format, status: answer.status }).toEqual({ format, status: 200 })
    const text = await answer.text()
    // Codes and feeds have no room for a status, and graphs only for what is between two.
    if (['jsonld', 'csv', 'webannotation'].includes(format))
      expect({ format, has: text.includes('planned') }).toEqual({ format, has: true })
    if (['jsonld', 'csv', 'webannotation', 'ftm', 'atom'].includes(format))
      expect({ format, who: /status: planned, where the machine read happened.*A\. Reader/.test(text) }).toEqual({
        ...{ format, who: true },
      })
  }
}

/** Goes on with the tabulator until the field of this label has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let nth = 0; nth < 40; nth++) {
    await page.keyboard.press('Tab')
    const label = await page.evaluate<string>('document.activeElement.closest("label")?.textContent ?? ""')
    if (label.startsWith(name)) return
  }
  throw new Error(`no field "${name}" is reached`)
}

/** Goes on with the tabulator until a row of a desk has the focus. */
async function tabToRow(page: Page): Promise<void> {
  for (let nth = 0; nth < 60; nth++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate('document.activeElement.matches(".queue > li")')) return
  }
  throw new Error('no row is reached')
}

/** The document of an outlet, as addresses have it. */
async function documentOf(url: string, outlet: string): Promise<string> {
  // The server's own tests hold the shape.
  const { rows } = (await (await fetch(`${url}/api/documents?limit=500`)).json()) as {
    rows: { id: string; outlet: string | null }[]
  }
  const found = rows.find((row) => row.outlet === outlet)
  if (!found) throw new Error(`${outlet} is not among ${rows.map((row) => row.outlet).join(', ')}`)
  return found.id.replace('doc:', '')
}
