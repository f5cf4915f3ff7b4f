import { defineConfig } from 'vite'

/** `npm run build`: the pages into `dist/site`. No inline script or style, so that a strict policy can forbid them. */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    // Nothing becomes a data: address, which the policy would have to allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
