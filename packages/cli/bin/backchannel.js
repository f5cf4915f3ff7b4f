#!/usr/bin/env node
// Committed, because npm links only bins that exist at install; what it starts is built by `npm ci` (prepare).
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = new URL('../dist/main.js', import.meta.url)
if (!existsSync(fileURLToPath(main))) {
  console.error('backchannel: the program is not built yet; run `npm run build` in the folder of the workspace')
  process.exit(3)
}
await import(main.href)
