import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type EvalData, polnearPart, polnearTexts, runTool } from '../data.ts'
import type { DossierLine } from '../dossiers.ts'
import type { Figures } from '../figures.ts'

interface Report {
  readonly measures: Readonly<Record<string, { readonly p: number; readonly r: number; readonly f1: number }>>
}

/** Source, cue and content on PolNeAR dev, through dossiers. */
export async function evalAttribution(dossier: DossierLine, at: EvalData): Promise<Figures> {
  const gold = polnearPart(at, 'dev')
  const lines: string[] = []
  for (const article of polnearTexts(gold)) lines.push(await dossier(article))
  const file = join(at.scratch, 'attributions.jsonl')
  writeFileSync(file, runTool(at, 'dossiers-to-attributions.mjs', [], lines.join('\n')))
  const all = scored(at, gold, file, 'all')
  const first = scored(at, gold, file, 'first')
  const figures: Figures = {}
  for (const role of ['source', 'cue', 'content']) {
    figures[`exact ${role}, all annotators`] = 100 * (all.measures[`spans exact ${role}`]?.f1 ?? 0)
  }
  figures['who-said-what50, first annotator'] = 100 * (first.measures['attribution who-said-what50']?.f1 ?? 0)
  figures['soft F1, first annotator'] = 100 * (first.measures['attribution soft']?.f1 ?? 0)
  figures['recall of direct quotes, first annotator'] = 100 * (first.measures['recall who-said-what50 direct']?.r ?? 0)
  return figures
}

function scored(at: EvalData, gold: string, predicted: string, annotator: string): Report {
  const args = ['--gold', gold, '--pred', predicted, '--annotator', annotator, '--json']
  // The scorer's --json is its documented machine-readable form.
  return JSON.parse(runTool(at, 'score-attribution.mjs', args)) as Report
}
