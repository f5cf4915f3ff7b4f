import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type EvalData, readRows, runTool } from '../data.ts'
import type { DossierLine } from '../dossiers.ts'
import type { Figures } from '../figures.ts'

interface Subset {
  readonly gold: number
  readonly predicted: number
  readonly swaps: number
  readonly macroRecall: number
  readonly root?: Level
  readonly code?: Level
  readonly country?: Level
  readonly source?: Level
  readonly target?: Level
}
interface Level {
  readonly P: number
  readonly R: number
  readonly F1: number
}

/** Political events of single sentences (events-dev): types, codes, countries and participants. */
export async function evalEvents(dossier: DossierLine, at: EvalData): Promise<Figures> {
  const gold = join(at.data, 'events-dev.jsonl')
  const rows = readRows<{ id: string; text: string; date: string | null }>(gold)
  const file = join(at.scratch, 'events.jsonl')
  const lines: string[] = []
  for (const row of rows) lines.push(await dossier({ id: row.id, text: row.text, published: row.date }))
  writeFileSync(file, lines.join('\n'))
  const report = JSON.parse(runTool(at, 'score-events.mjs', ['--gold', gold, '--pred', file, '--json'])) as Record<
    string,
    Subset
  >
  const gsr = report['plover-gsr']
  const plv = report['plv-train']
  const coped = report['coped-spans']
  return {
    'plover-gsr root F1': 100 * (gsr?.root?.F1 ?? 0),
    'plover-gsr code F1': 100 * (gsr?.code?.F1 ?? 0),
    'plover-gsr country F1': 100 * (gsr?.country?.F1 ?? 0),
    'plv-train root recall, macro': 100 * (plv?.macroRecall ?? 0),
    'plv-train source recall': 100 * (plv?.source?.R ?? 0),
    'plv-train target recall': 100 * (plv?.target?.R ?? 0),
    'plv-train swapped': (100 * (plv?.swaps ?? 0)) / (plv?.gold ?? 1),
    'plv-train predicted a gold event, count': (plv?.predicted ?? 0) / (plv?.gold ?? 1),
    'coped-spans source recall': 100 * (coped?.source?.R ?? 0),
    'coped-spans target recall': 100 * (coped?.target?.R ?? 0),
    'coped-spans predicted a gold event, count': (coped?.predicted ?? 0) / (coped?.gold ?? 1),
  }
}
