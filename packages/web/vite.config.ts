import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

/** The demo collection ships beside the pages that offer it, so that it is there where the program came from npm. */
const demo: Plugin = {
  name: 'demo-collection',
  async closeBundle() {
    const folder = join(import.meta.dirname, 'dist/demo')
    await rm(folder, { recursive: true, force: true })
    await cp(join(import.meta.dirname, '../../corpora/envoy-record/articles'), folder, { recursive: true })
  },
}

/** `npm run build`: the pages into `dist/site`. No inline script or style, so that a strict policy can forbid them. */
export default defineConfig({
  plugins: [demo],
  root: import.meta.dirname,
  // From the sources: core is built into one file for programs, and a page takes only what it calls.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    // Nothing becomes a data: address, which the policy would have to allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
