import { readFileSync } from 'node:fs'
import { STORY_CAMEO_COLUMNS, TABLE_COLUMNS } from '@backchannel/wire/write'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../src/index.ts'

const page = readFileSync(new URL('../../../../docs/reference/exports.md', import.meta.url), 'utf8')

/** The part of the page that speaks of a format. */
function partOf(format: string): string {
  return page.split(/^## /m).find((part) => part.startsWith(`${format}\n`)) ?? ''
}

describe('docs/reference/exports.md', () => {
  it.each(EXPORT_FORMATS)('shows %s', (format) => {
    expect(partOf(format).length).toBeGreaterThan(200)
    if (format !== 'parquet') expect(partOf(format)).toContain('```')
  })

  it('names every column of the tables', () => {
    const missing = Object.values(TABLE_COLUMNS)
      .flat()
      .filter((column) => !partOf('csv').includes(`\`${column}\``))
    expect(missing).toEqual([])
    expect(STORY_CAMEO_COLUMNS.filter((column) => !page.includes(`\`${column}\``))).toEqual([])
  })
})
