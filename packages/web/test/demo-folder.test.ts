import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { demoFolder } from '../src/index.ts'

it('ships the demo collection as it stands in the repository', () => {
  const source = fileURLToPath(new URL('../../../corpora/envoy-record/articles', import.meta.url))
  const names = readdirSync(source).sort()
  expect(names.length).toBeGreaterThan(10)
  expect(readdirSync(demoFolder()).sort()).toEqual(names)
  for (const name of names)
    expect(readFileSync(join(demoFolder(), name)).equals(readFileSync(join(source, name)))).toBe(true)
})
