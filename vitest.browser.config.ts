import { defineConfig } from 'vitest/config'

/** `npm run test:browser`: what needs Chromium, apart from `npm test`. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['packages/*/test-browser/**/*.test.ts'],
    globalSetup: ['packages/host/test-browser/need-chromium.ts'],
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
})
