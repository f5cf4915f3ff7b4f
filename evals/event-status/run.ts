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

/** Counts over some rows; `unreal` are those whose event is not told as a fact. */
interface Counts {
  all: number
  found: number
  type: number
  right: number
  unreal: number
  asFact: number
}

/**
 * Status and stance of one event a sentence, on sentences of our own. A claim counts where its trigger touches the gold
 * trigger, one of the gold type first. A plan or denial told as a fact is the worst error there is, so it has a figure.
 */
export async function evalEventStatus(dossier: DossierLine): Promise<Figures> {
  const gold = readRows<Gold>(fileURLToPath(new URL('gold.jsonl', import.meta.url)))
  const all = await scoreRows(dossier, gold)
  const heldOut = await scoreRows(
    dossier,
    gold.filter((row) => isHeldOut(row.id)),
  )
  const fresh = await scoreRows(dossier, readRows<Gold>(fileURLToPath(new URL('fresh.jsonl', import.meta.url))))
  const third = await scoreRows(dossier, readRows<Gold>(fileURLToPath(new URL('third.jsonl', import.meta.url))))
  return {
    'found, any type': (100 * all.found) / all.all,
    'found with the right type': (100 * all.type) / all.all,
    'status and stance right, of those found': (100 * all.right) / Math.max(1, all.found),
    'of those found in half B': (100 * heldOut.right) / Math.max(1, heldOut.found),
    'told as fact though planned or denied (less is better)': (100 * all.asFact) / Math.max(1, all.unreal),
    'fresh sentences: found': (100 * fresh.found) / fresh.all,
    'fresh sentences: status and stance right': (100 * fresh.right) / Math.max(1, fresh.found),
    'fresh sentences: told as fact (less is better)': (100 * fresh.asFact) / Math.max(1, fresh.unreal),
    'third sentences: found': (100 * third.found) / third.all,
    'third sentences: status and stance right': (100 * third.right) / Math.max(1, third.found),
    'third sentences: told as fact (less is better)': (100 * third.asFact) / Math.max(1, third.unreal),
  }
}

async function scoreRows(dossier: DossierLine, rows: readonly Gold[]): Promise<Counts> {
  const count: Counts = { all: rows.length, found: 0, type: 0, right: 0, unreal: 0, asFact: 0 }
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
    if (claim.event.status === row.status && claim.stance === row.stance) count.right++
    if (!isReal && claim.event.type === row.type && claim.event.status === 'happened' && claim.stance === 'asserts')
      count.asFact++
  }
  return count
}

/** The half of the set, by a hash of the id, whose failures are never read: rules are developed on the other half. */
function isHeldOut(id: string): boolean {
  let hash = 0
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
  return (hash ^ (hash >>> 13)) % 2 !== 0
}
