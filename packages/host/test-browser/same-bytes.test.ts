import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createReader, type Reader } from '@backchannel/core'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDiskAssets } from '../src/index.ts'
import { openChromium } from './open-chromium.ts'
import { type BrowserText, dossierOf } from './page.ts'
import { type PageServer, servePage } from './serve-page.ts'

/** As many English texts as the promise names; halves of the longest fill up where the repository has fewer. */
const TEXTS = 10
/** At most as many files, so that a growing corpus does not make a slow test. */
const MOST_FILES = 40
/** Not English, so that the detector of languages, which the bundle loads on demand, runs in the page too. */
const FOREIGN =
  'Der Gesandte traf am Freitag den Minister in der Hauptstadt, und beide sprachen lange über die Gefangenen, die seit ' +
  'dem Herbst im Norden des Landes festgehalten werden; eine Einigung gibt es noch nicht, sagte ein Sprecher am Abend.'

describe('a reader in a page', () => {
  const profile = mkdtempSync(join(tmpdir(), 'backchannel-chromium-'))
  const texts = collectTexts()
  /** Every address that the page asked for. */
  const asked: string[] = []
  let server: PageServer
  let context: BrowserContext
  let page: Page
  let reader: Reader

  beforeAll(async () => {
    server = await servePage()
    reader = await createReader({ assets: createDiskAssets() })
    context = await openChromium(profile)
    context.on('request', (request) => asked.push(request.url()))
    page = await context.newPage()
    page.on('websocket', (socket) => asked.push(socket.url()))
    await page.goto(server.origin, { waitUntil: 'load' })
  })

  afterAll(async () => {
    await context?.close()
    await server?.close()
    rmSync(profile, { recursive: true, force: true })
  })

  /** The page's side; written out as a string, since it runs there. */
  const load = (): Promise<number> => page.evaluate('backchannel.load()')
  const read = (text: BrowserText): Promise<string> => page.evaluate(`backchannel.read(${JSON.stringify(text)})`)

  it('loads the models that Node loads', async () => {
    expect(await load()).toBe(reader.models.length)
  })

  it(`reads ${TEXTS} texts to the bytes that Node gives, and asks for nothing while it reads`, async () => {
    expect(texts.length).toBeGreaterThanOrEqual(TEXTS)
    const before = asked.length
    for (const text of texts) {
      const here = await dossierOf(reader, text)
      expect(JSON.parse(here), text.id).toMatchObject({ document: { language: 'en' } })
      expect(await read(text), text.id).toBe(here)
    }
    expect(asked.slice(before)).toEqual([])
  })

  it('finds claims in most of them', async () => {
    const found: string[] = []
    for (const text of texts) if (JSON.parse(await read(text)).claims.length > 0) found.push(text.id)
    expect(found.length).toBeGreaterThan(texts.length / 2)
  })

  it('leaves a text in another language alone, as Node does', async () => {
    const text = { id: 'foreign', text: FOREIGN, outlet: 'The Harbor Ledger', published: '2026-03-16' }
    const here = await dossierOf(reader, text)
    expect(JSON.parse(here)).toMatchObject({ document: { language: 'de' }, claims: [] })
    expect(await read(text)).toBe(here)
  })

  it('asked its own origin and nobody else', () => {
    const fromServer = asked.filter((url) => !url.startsWith('data:'))
    expect(fromServer.length).toBeGreaterThan(2)
    expect(fromServer.filter((url) => new URL(url).origin !== server.origin)).toEqual([])
    // What the server saw is what the page says it asked for: nothing went past the count.
    expect(server.asked.toSorted()).toEqual(fromServer.map((url) => new URL(url).pathname).sort())
  })

  it('would have been seen asking somebody else', async () => {
    const other = server.origin.replace('127.0.0.1', 'localhost')
    await page.evaluate(`fetch(${JSON.stringify(other)}).catch(() => null)`)
    expect(asked.filter((url) => url.startsWith(other))).toHaveLength(1)
  })
})

/** The repository's own articles, and halves of the longest until there are enough. */
function collectTexts(): BrowserText[] {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const files = ['examples/envoy.txt']
  for (const name of readdirSync(join(root, 'corpora'), { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.txt')) files.push(join('corpora', name))
  const texts = files.slice(0, MOST_FILES).map((file) => ({ id: file, text: readFileSync(join(root, file), 'utf8') }))
  const longest = texts.toSorted((a, b) => b.text.length - a.text.length)
  for (let i = 0; texts.length < TEXTS; i++) {
    const { id, text } = longest[i]!
    texts.push({ id: `${id} from the middle`, text: text.slice(text.indexOf('\n', text.length / 2) + 1) })
  }
  return texts.map((text) => ({ ...text, outlet: 'The Harbor Ledger', published: '2026-03-16' }))
}
