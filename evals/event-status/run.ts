import { fileURLToPath } from 'node:url'
import type { DossierJson } from '@backchannel/wire'
import { readRows } from '../data.ts'
import type { DossierLine } from '../dossiers.ts'
import type { Figures } from '../figures.ts'

interface Gold {
  readonly id: string
  readonly text: string
  readonly published: string
  readonly trigger: string
  readonly type: string
  readonly status: string
  readonly stance: string
}

/**
 * Status and stance of one event a sentence, on sentences of our own. A claim counts where its trigger touches the gold
 * trigger, one of the gold type first. A plan or denial told as a fact is the worst error there is, so it has a figure.
 */
export async function evalEventStatus(dossier: DossierLine): Promise<Figures> {
  const rows = readRows<Gold>(fileURLToPath(new URL('gold.jsonl', import.meta.url)))
  const count = { found: 0, type: 0, right: 0, unreal: 0, asFact: 0, heldOut: 0, heldOutRight: 0 }
  for (const row of rows) {
    const { claims } = JSON.parse(await dossier(row)) as DossierJson // what dossier() writes
    const from = row.text.indexOf(row.trigger)
    const to = from + row.trigger.length
    const touching = claims.filter(({ event }) => event.trigger.from < to && from < event.trigger.to)
    const claim = touching.find(({ event }) => event.type === row.type) ?? touching[0]
    const isReal = (row.status === 'happened' || row.status === 'ongoing') && row.stance === 'asserts'
    if (!isReal) count.unreal++
    if (!claim) continue
    count.found++
    if (claim.event.type === row.type) count.type++
    const isRight = claim.event.status === row.status && claim.stance === row.stance
    if (isRight) count.right++
    if (isHeldOut(row.id)) {
      count.heldOut++
      if (isRight) count.heldOutRight++
    }
    if (!isReal && claim.event.type === row.type && claim.event.status === 'happened' && claim.stance === 'asserts')
      count.asFact++
  }
  return {
    'found, any type': (100 * count.found) / rows.length,
    'found with the right type': (100 * count.type) / rows.length,
    'status and stance right, of those found': (100 * count.right) / Math.max(1, count.found),
    'of those found in the half nobody looked at': (100 * count.heldOutRight) / Math.max(1, count.heldOut),
    'told as fact though planned or denied (less is better)': (100 * count.asFact) / Math.max(1, count.unreal),
  }
}

/** The half of the set, by a hash of the id, whose failures are never read: rules are developed on the other half. */
function isHeldOut(id: string): boolean {
  let hash = 0
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
  return (hash ^ (hash >>> 13)) % 2 !== 0
}
