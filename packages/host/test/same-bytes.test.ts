import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createReader, type Reader } from '@backchannel/core'
import type { DocumentSource } from '@backchannel/intake'
import { toWire } from '@backchannel/wire'
import { beforeAll, describe, expect, it } from 'vitest'
import { createDiskAssets, createReaderPool, type ReadResult, readSource } from '../src/index.ts'

/** Every article that the repository holds, as bytes from disk. */
const root = fileURLToPath(new URL('../../../', import.meta.url))
const sources: DocumentSource[] = [
  'examples/envoy.txt',
  ...readdirSync(join(root, 'corpora'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join('corpora', name)),
].map((id) => ({ id, name: id, bytes: readFileSync(join(root, id)), published: '2026-03-16' }))

describe('the articles of the repository', () => {
  let reader: Reader
  let once: string[]

  beforeAll(async () => {
    reader = await createReader({ assets: createDiskAssets() })
    once = []
    for (const source of sources) once.push(dossier(await readSource(reader, source)))
  })

  it('give the same bytes from one thread and from two', async () => {
    expect(once.length).toBeGreaterThanOrEqual(7)
    for (const threads of [1, 2]) {
      const pool = await createReaderPool({ threads })
      const many = await Promise.all(sources.map((source) => pool.read(source)))
      await pool.close()
      for (const [i, source] of sources.entries())
        expect(dossier(many[i]!), `${source.id} on ${threads} threads`).toBe(once[i])
    }
  })

  it('give the same bytes again, from a new reader and whatever was read before', async () => {
    const again = await createReader({ assets: createDiskAssets() })
    for (const [i, source] of [...sources.entries()].reverse())
      expect(dossier(await readSource(again, source)), source.id ?? '').toBe(once[i])
    expect(dossier(await readSource(reader, sources[0]!))).toBe(once[0])
  })

  /** What is written for a result: the dossier as JSON. An article that could not be read fails the test. */
  function dossier(result: ReadResult): string {
    if (!result.ok) throw new Error(result.message)
    return JSON.stringify(toWire(result.findings, { version: '0.0.0', models: reader.models }))
  }
})
