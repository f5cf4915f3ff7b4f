import type { Store } from '@backchannel/store'
import { createFileNames } from '@backchannel/wire/write'
import { beforeAll, describe, expect, it } from 'vitest'
import { createExportRecord, filesOf } from './record.ts'

/** Types, roles and attributes that a configuration allows. */
function configured(text: string): { types: Set<string>; roles: Set<string>; attributes: Map<string, Set<string>> } {
  const types = new Set<string>()
  const roles = new Set<string>()
  const attributes = new Map<string, Set<string>>()
  let section = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('[')) section = line
    else if (line !== '') {
      const [name = '', rest = ''] = line.split('\t')
      if (section === '[attributes]') attributes.set(name, new Set(/Value:(\S+)/.exec(rest)?.[1]?.split('|')))
      else types.add(name)
      if (section === '[events]') for (const match of rest.matchAll(/([A-Za-z_]+)[*?]:/g)) roles.add(match[1] ?? '')
    }
  }
  return { types, roles, attributes }
}

describe('brat', () => {
  let store: Store
  beforeAll(async () => {
    store = await createExportRecord()
  })

  // https://brat.nlplab.org/standoff.html, line by line.
  it.each([false, true])('keeps to the standoff format (redact: %s)', async (redact) => {
    const files = await filesOf(store, { format: 'brat', redact })
    const { types, roles, attributes } = configured(files.get('annotation.conf') ?? '')
    expect(files.size).toBe(2 * (await store.counts()).documents + 1)
    let events = 0
    for (const [name, annotations] of files) {
      if (!name.endsWith('.ann')) continue
      const text = files.get(name.replace(/ann$/, 'txt'))
      expect(text).toBeDefined()
      const points = [...(text ?? '')]
      const ids = new Set<string>()
      const targets: string[] = []
      for (const line of annotations.split('\n').slice(0, -1)) {
        const [id = '', what = '', words = ''] = line.split('\t')
        expect(ids.has(id)).toBe(false)
        ids.add(id)
        if (id.startsWith('T')) {
          const [, type = '', where = ''] = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(what) ?? []
          expect(types).toContain(type)
          const parts = where.split(';').map((part) => {
            const [from, to] = part.split(' ').map(Number)
            return points.slice(from, to).join('')
          })
          expect(parts.join(' ')).toBe(words)
          expect(words).not.toMatch(/[\r\n]|^\s|\s$/)
        } else if (id.startsWith('E')) {
          events++
          const [trigger = '', ...filled] = what.split(' ')
          const [type = '', at = ''] = trigger.split(':')
          expect(types).toContain(type)
          targets.push(at)
          for (const one of filled) {
            const [role = '', target = ''] = one.split(':')
            expect(roles).toContain(role.replace(/\d+$/, ''))
            targets.push(target)
          }
        } else if (id.startsWith('A')) {
          const [attribute = '', target = '', value = ''] = what.split(' ')
          expect(attributes.get(attribute)).toContain(value)
          targets.push(target)
        } else {
          expect(id).toMatch(/^#\d+$/)
          targets.push(what.split(' ')[1] ?? '')
        }
      }
      for (const target of targets) expect(ids).toContain(target)
    }
    expect(events).toBeGreaterThan((await store.counts()).claims)
    const all = [...files.values()].join('\n')
    if (redact) expect(all).not.toMatch(/dravich|milena/i)
    else expect(all).toContain('Milena Dravich')
  })

  it('names files after documents, two never alike', () => {
    const nameOf = createFileNames()
    expect(['doc:1', 'doc/1', '../x', 'DOC-1', '🎉'].map(nameOf)).toEqual([
      'doc-1',
      'doc-1-2',
      'x',
      'DOC-1-3',
      'document',
    ])
  })
})
