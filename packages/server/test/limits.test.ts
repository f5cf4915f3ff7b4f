import { readFileSync } from 'node:fs'
import * as wire from '@backchannel/wire'
import { expect, it } from 'vitest'
import * as limits from '../src/limits.ts'

it('documents every limit with its value', () => {
  const page = readFileSync(new URL('../../../docs/reference/server.md', import.meta.url), 'utf8')
  const listed = new Map<string, string>()
  for (const [, names = '', values = ''] of page.matchAll(/^\| (`[A-Z_`, ]+`) \| ([\d, ]+) \|/gm)) {
    const parts = values.split(', ')
    for (const [at, name] of names.split(', ').entries()) listed.set(name.replaceAll('`', ''), parts[at] ?? '')
  }
  const api = Object.entries(wire).filter(([name]) => name.startsWith('API_'))
  const known = [...Object.entries(limits), ...api].map(([name, value]) => [name, value.toLocaleString('en')])
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(known))
})
