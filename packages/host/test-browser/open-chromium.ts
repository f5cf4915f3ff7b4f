import { type BrowserContext, chromium } from 'playwright-core'
import { CHROMIUM } from './need-chromium.ts'

/** Nothing of its own that Chromium would ask the network for. */
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

/** Chromium with a profile of its own, in a folder that is the caller's to remove. */
export async function openChromium(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: FLAGS, headless: true })
}
