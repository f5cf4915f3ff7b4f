import { fileURLToPath } from 'node:url'
import {
  type ActorKind,
  type ActorProfile,
  actorId,
  actorKeys,
  documentId,
  EMPTY_LEXICON,
  type Sector,
  scoreProfiles,
} from '@backchannel/core'
import { readRows } from '../data.ts'
import type { Figures } from '../figures.ts'

interface Side {
  readonly names: readonly string[]
  readonly kind: ActorKind
  readonly country: string | null
  readonly sector: Sector | null
  readonly offices: readonly (readonly [title: string, of: string | null])[]
  readonly published: string
}
interface Gold {
  readonly id: string
  readonly same: boolean
  readonly why: string
  readonly a: Side
  readonly b: Side
}

/**
 * Pairs of what two documents say of somebody, own ones: is it one? Precision and recall of the verdict "same", and of
 * the pairs that are one those that share a key, since others would never be compared.
 */
export function evalMergeActors(show = false): Figures {
  const rows = readRows<Gold>(fileURLToPath(new URL('gold.jsonl', import.meta.url)))
  const count = { same: 0, said: 0, right: 0, keyed: 0, forbidden: 0, apart: 0 }
  for (const row of rows) {
    const a = profileOf(row.a, 'a')
    const b = profileOf(row.b, 'b')
    const score = scoreProfiles(a, b, EMPTY_LEXICON)
    const said = score.verdict === 'same'
    const mirrored = scoreProfiles(b, a, EMPTY_LEXICON)
    if (mirrored.verdict !== score.verdict) throw new Error(`${row.id}: the order of the two decides`)
    if (said) count.said++
    if (!row.same) {
      count.apart++
      if (score.verdict === 'different') count.forbidden++
    } else {
      count.same++
      if (said) count.right++
      const keys = actorKeys(a)
      if (actorKeys(b).some((key) => keys.includes(key))) count.keyed++
      else if (show) console.log(row.id, 'NO KEY', keys.join(), '|', actorKeys(b).join())
    }
    if (show && said !== row.same)
      console.log(
        row.id,
        row.same ? 'MISSED' : 'WRONG',
        row.why,
        row.a.names[0],
        '|',
        row.b.names[0],
        '|',
        score.because,
        score.score,
      )
  }
  return {
    precision: (100 * count.right) / Math.max(1, count.said),
    recall: (100 * count.right) / Math.max(1, count.same),
    'found by a shared key, of those that are one': (100 * count.keyed) / Math.max(1, count.same),
    'forbidden outright, of those that are two': (100 * count.forbidden) / Math.max(1, count.apart),
  }
}

function profileOf(side: Side, document: string): ActorProfile {
  const published = { earliest: side.published, latest: side.published, precision: 'day' } as const
  return {
    ref: { document: documentId(`doc:${document}`), actor: actorId('a1') },
    kind: side.kind,
    names: side.names,
    country: side.country,
    sector: side.sector,
    offices: side.offices.map(([title, of]) => ({ title, of, told: published })),
    published,
  }
}
