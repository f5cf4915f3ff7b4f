import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { StoreWriter } from '../src/index.ts'
import { type Article, articleOf } from './record.ts'

export const TEXT =
  'Mara Tsikhanouskaya met the envoy in Tarn. "Nobody promised anything," the deputy said. Eleven were freed.'

export function article(id: string, parts: Partial<Parameters<typeof articleOf>[0]> = {}): Article {
  return articleOf({
    id,
    text: TEXT,
    names: ['Mara Tsikhanouskaya', 'Tarn'],
    quotes: ['Nobody promised anything'],
    claims: ['Mara Tsikhanouskaya met the envoy in Tarn', 'Eleven were freed'],
    ...parts,
  })
}

export async function save(writer: StoreWriter, ...articles: readonly Article[]): Promise<void> {
  for (const { stored, findings } of articles) await writer.saveDocument(stored, findings)
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** All rows of a list, page after page; checks that no page is longer than asked for. */
export async function collect<Row>(
  list: (page: { limit: number; after: string | null }) => Promise<{ rows: readonly Row[]; next: string | null }>,
  limit: number,
): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  do {
    const page = await list({ limit, after })
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}
