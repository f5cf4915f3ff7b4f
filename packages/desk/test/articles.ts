import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A line of a batch. */
export interface Line {
  readonly id?: string
  readonly text: string
  readonly outlet?: string
  readonly published?: string
  readonly title?: string
  readonly url?: string
}

const WIRE = `BELGARD - Karsovia released nine prisoners on Saturday, the foreign ministry said in a statement. President Anton Verek pardoned the group at the request of Norway, the ministry said. The prisoners left for Lithuania the same evening.`

/** An agency's text, a paper that prints it, an interview, and an unlike release of the year before. */
export const LINES: readonly Line[] = [
  { id: 'wire', text: WIRE, outlet: 'Nordwire', published: '2026-03-14' },
  { id: 'print', text: WIRE, outlet: 'The Harbor Ledger', published: '2026-03-15' },
  {
    id: 'talk',
    text: 'In an interview with the Northern Courier, the envoy Ingrid Solvang said that Karsovia had freed nine prisoners on Saturday. “I brought a list,” Solvang said.',
    outlet: 'Northern Courier',
    published: '2026-03-15',
  },
  {
    id: 'before',
    text: 'Karsovia released four prisoners on Friday, a spokesman for the interior ministry, Jan Lubek, said.',
    outlet: 'Northern Courier',
    published: '2025-09-20',
  },
]

/** A folder that is gone after the test run. */
export function createFolder(files: Readonly<Record<string, string>>): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'backchannel-desk-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export const batchOf = (lines: readonly Line[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')
