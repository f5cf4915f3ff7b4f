import { type AssetSource, createReader, READER_ASSETS } from '@backchannel/core'
import { afterAll, describe, expect, it } from 'vitest'
import { createDiskAssets, createReaderPool, readSource } from '../src/index.ts'

const TEXTS = [
  'Norland freed nine prisoners on Friday, a minister said.',
  'The envoy met the president in Belgard. “We talked about the detainees,” she told reporters.',
  'Karsovia denied that it had held secret talks with Norland.',
  'Two journalists were arrested in Sund on Monday, their lawyer said, adding that neither had been charged.',
]
const sourceOf = (text: string, i: number) => ({ id: `d${i}`, text, published: '2026-03-16' })

describe('reader pool', () => {
  const pool = createReaderPool({ threads: 2 })
  afterAll(async () => (await pool).close())

  it('gives what one thread gives, byte for byte', async () => {
    const reader = await createReader({ assets: createDiskAssets() })
    const many = await Promise.all(TEXTS.map(async (text, i) => (await pool).read(sourceOf(text, i))))
    for (const [i, text] of TEXTS.entries())
      expect(JSON.stringify(many[i])).toBe(JSON.stringify(await readSource(reader, sourceOf(text, i))))
  })

  it('answers for a document that cannot be read and goes on', async () => {
    const bad = await (await pool).read({ name: 'nothing.txt', bytes: new Uint8Array(0) })
    expect(bad).toMatchObject({ ok: false, code: 'intake/empty' })
    expect(await (await pool).read(sourceOf(TEXTS[0] ?? '', 0))).toMatchObject({ ok: true })
  })

  it('lets its threads finish what they found', async () => {
    // A module of a caller's own, as a data URL: it counts claims and names a model.
    const source =
      'export default (options, models) => (findings) => ({ claims: findings.claims.length, note: options.note, models: models.length })'
    const counting = await createReaderPool<{ claims: number; note: string; models: number }>({
      threads: 1,
      finish: { module: `data:text/javascript,${encodeURIComponent(source)}`, options: { note: 'counted' } },
    })
    const result = await counting.read(sourceOf(TEXTS[0] ?? '', 0))
    await counting.close()
    expect(result).toEqual({
      ok: true,
      findings: { claims: 1, note: 'counted', models: counting.models.length },
      extractor: { name: 'given', version: 1 },
    })
  })

  it('answers documents that are open when it closes', async () => {
    const short = await createReaderPool({ threads: 1 })
    const open = short.read(sourceOf(TEXTS[0] ?? '', 0))
    await short.close()
    expect(await open).toMatchObject({ ok: false, code: 'host/closed' })
    expect(await short.read(sourceOf(TEXTS[0] ?? '', 0))).toMatchObject({ ok: false, code: 'host/closed' })
  })

  it('knows every asset that a reader reads', async () => {
    const disk = createDiskAssets()
    const asked = new Set<string>()
    const recording: AssetSource = {
      read(name) {
        asked.add(name)
        return disk.read(name)
      },
    }
    await createReader({ assets: recording })
    expect([...asked].sort()).toEqual([...READER_ASSETS].sort())
  })

  it('fails at its start where a model is broken', async () => {
    const disk = createDiskAssets()
    const broken: AssetSource = {
      read: async (name) => (name.endsWith('core.bcm') ? new Uint8Array(16) : disk.read(name)),
    }
    await expect(createReaderPool({ threads: 2, assets: broken })).rejects.toMatchObject({ code: 'assets/bad-model' })
  })
})
