import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The pages of packages/web.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: { include: ['packages/*/test/**/*.test.ts', 'docs/test/**/*.test.ts'], testTimeout: 60_000, pool: 'threads' },
})
