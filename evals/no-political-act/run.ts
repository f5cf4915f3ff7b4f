import { fileURLToPath } from 'node:url'
import type { DossierJson } from '@backchannel/wire'
import { readRows } from '../data.ts'
import type { DossierLine } from '../dossiers.ts'
import type { Figures } from '../figures.ts'

/** News sentences of no political act, written by somebody who had not seen the rules: in how many is there a claim? */
export async function evalNoPoliticalAct(dossier: DossierLine): Promise<Figures> {
  const rows = readRows<{ readonly id: string; readonly text: string }>(
    fileURLToPath(new URL('gold.jsonl', import.meta.url)),
  )
  let loud = 0
  for (const row of rows) {
    const { claims } = JSON.parse(await dossier(row)) as DossierJson // what dossier() writes
    if (claims.length > 0) loud++
  }
  return { 'sentences with a claim all the same (less is better)': (100 * loud) / rows.length }
}
