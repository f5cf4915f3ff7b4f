import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DossierJson } from '@backchannel/wire'
import type { DossierLine } from '../dossiers.ts'
import type { Figures } from '../figures.ts'
import { type MarkedEvent, readMarkedEvents } from './marked-events.ts'

/** Rules may be made on these. */
const OPEN_SETS = ['custody', 'diplomacy']
/** Nothing is made on this one, and it is never printed. */
const HELD_SET = 'wars'

interface Tally {
  marks: number
  found: number
  claims: number
  right: number
}

/** Invented news in which the writers marked the words that tell events (SOURCE.md). `SHOW=1` prints what differs in the open sets. */
export async function evalMarked(dossier: DossierLine): Promise<Figures> {
  const figures: Record<string, number> = {}
  for (const [prefix, sets] of [
    ['', OPEN_SETS],
    ['held: ', [HELD_SET]],
  ] as const) {
    const sum: Tally = { marks: 0, found: 0, claims: 0, right: 0 }
    for (const set of sets) await scoreSet(set, dossier, sum)
    figures[`${prefix}marks found`] = (100 * sum.found) / sum.marks
    figures[`${prefix}claims right in type`] = (100 * sum.right) / Math.max(1, sum.claims)
  }
  return figures
}

async function scoreSet(set: string, dossier: DossierLine, sum: Tally): Promise<void> {
  const file = fileURLToPath(new URL(`${set}.txt`, import.meta.url))
  for (const { id, text, events } of readMarkedEvents(readFileSync(file, 'utf8'), file)) {
    const read = JSON.parse(await dossier({ id, text })) as DossierJson
    const claims = read.claims.filter(({ event }) => event.type !== 'statement')
    const fits = (claim: (typeof claims)[number], mark: MarkedEvent) =>
      claim.event.type === mark.type && claim.event.trigger.from < mark.to && mark.from < claim.event.trigger.to
    const missed = events.filter((mark) => !claims.some((claim) => fits(claim, mark)))
    const beyond = claims.filter((claim) => !events.some((mark) => fits(claim, mark)))
    sum.marks += events.length
    sum.found += events.length - missed.length
    sum.claims += claims.length
    sum.right += claims.length - beyond.length
    if (set === HELD_SET || process.env['SHOW'] === undefined) continue
    const show = (what: string, from: number, to: number) => {
      const start = text.lastIndexOf('\n', from - 1) + 1
      const end = text.indexOf('\n', from)
      const line = `${text.slice(start, from)}{${text.slice(from, to)}}${text.slice(to, end < 0 ? undefined : end)}`
      console.log(`${id} ${what}: ${line}`)
    }
    for (const one of missed) show(`MISSED ${one.type} ${one.status}`, one.from, one.to)
    for (const { event } of beyond) show(`BEYOND ${event.type}`, event.trigger.from, event.trigger.to)
  }
}
