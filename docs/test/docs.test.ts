import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { GENERATED, withGenerated } from '../scripts/build-reference.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Files below a folder whose name ends so, without build products. */
function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/node_modules|\/dist\//.test(path))
}

const PAGES = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((name) => join(ROOT, name)),
  ...filesBelow(join(ROOT, 'docs'), '.md'),
]

describe('docs', () => {
  it.each(GENERATED.map((one) => [fileURLToPath(one.page), one] as const))(
    '%s is up to date',
    (_, { page, render }) => {
      const text = readFileSync(page, 'utf8')
      expect(withGenerated(text, render())).toBe(text)
    },
  )

  it.each(PAGES)('%s links to pages that are there', (page) => {
    const text = readFileSync(page, 'utf8').replace(/```[\s\S]*?```/g, '')
    const missing = [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(resolve(dirname(page), target)))
    expect(missing).toEqual([])
  })

  it('lists every diagnostic code', () => {
    const known = readFileSync(join(ROOT, 'docs/reference/diagnostics.md'), 'utf8')
    const codes = new Set<string>()
    for (const file of filesBelow(join(ROOT, 'packages'), '.ts')) {
      if (!file.includes('/src/')) continue
      for (const match of readFileSync(file, 'utf8').matchAll(/code: '([a-z-]+\/[a-z-]+)',[^}]{0,40}severity/g))
        codes.add(match[1] ?? '')
    }
    expect(codes.size).toBeGreaterThan(0)
    expect([...codes].filter((code) => !known.includes(`\`${code}\``))).toEqual([])
  })

  it('names every command and option of the command line', () => {
    const page = readFileSync(join(ROOT, 'docs/reference/cli.md'), 'utf8')
    const commands = filesBelow(join(ROOT, 'packages/cli/src/commands'), '.ts')
    const options = commands.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/'(--[a-z-]+)[ ']/g)].map((match) => match[1] ?? ''),
    )
    expect(options.length).toBeGreaterThan(5)
    expect([...new Set(options)].filter((option) => !page.includes(option))).toEqual([])
  })
})
