import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createReader } from '@backchannel/core'
import { createDiskAssets } from '@backchannel/host'
import { evalAcceptance } from './acceptance/run.ts'
import { evalAttribution } from './attribution/run.ts'
import { evalAttributionChains } from './attribution-chains/run.ts'
import { evalCasebook } from './casebook/run.ts'
import { evalCopies } from './copies/run.ts'
import { closeEvalData, openEvalData } from './data.ts'
import { createDossierLine } from './dossiers.ts'
import { evalEventStatus } from './event-status/run.ts'
import { evalEvents } from './events/run.ts'
import { compareFigures, type Figures } from './figures.ts'
import { evalIndependence } from './independence/run.ts'
import { evalJudged } from './judged/run.ts'
import { evalMarked } from './marked/run.ts'
import { evalMergeActors } from './merge-actors/run.ts'
import { evalMergeEcb } from './merge-ecb/run.ts'
import { evalMergeStories } from './merge-stories/run.ts'
import { evalNames } from './names/run.ts'
import { evalNoPoliticalAct } from './no-political-act/run.ts'
import { evalParse } from './parse/run.ts'

/**
 * `npm run eval -- --data ../shared/data [--only parse,names,attribution,events] [--freeze]`: measures quality on the
 * shared gold data and compares with the committed floors in each eval's frozen.json. Exit 1 where a figure fell.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    only: { type: 'string' },
    freeze: { type: 'boolean', default: false },
  },
})
const at = openEvalData(values.data)
const reader = await createReader({ assets: createDiskAssets() })
const dossier = createDossierLine(reader)
const evals: Record<string, () => Figures | Promise<Figures>> = {
  parse: () => evalParse(reader, at),
  names: () => evalNames(reader, at),
  attribution: () => evalAttribution(dossier, at),
  events: () => evalEvents(dossier, at),
  'attribution-chains': () => evalAttributionChains(dossier),
  'event-status': () => evalEventStatus(dossier),
  acceptance: () => evalAcceptance(dossier, at),
  casebook: () => evalCasebook(dossier),
  judged: () => evalJudged(dossier),
  marked: () => evalMarked(dossier),
  'merge-actors': () => evalMergeActors(),
  'merge-ecb': () => evalMergeEcb(reader, at),
  'merge-stories': () => evalMergeStories(reader),
  'no-political-act': () => evalNoPoliticalAct(dossier),
  copies: () => evalCopies(),
  independence: () => evalIndependence(),
}
const chosen = values.only?.split(',') ?? Object.keys(evals)
let failed = 0
try {
  for (const name of chosen) {
    const run = evals[name]
    if (!run) throw new Error(`no eval "${name}"; there are ${Object.keys(evals).join(', ')}`)
    const figures = await run()
    const frozen = new URL(`./${name}/frozen.json`, import.meta.url)
    console.log(`\n${name}`)
    for (const { name: what, now, floor, ok } of compareFigures(figures, readFloors(frozen))) {
      if (!ok) failed++
      const against = floor === null ? 'new' : `floor ${floor.toFixed(2)}`
      console.log(`  ${ok ? ' ' : '!'} ${what.padEnd(48)} ${now.toFixed(2).padStart(7)}   ${against}`)
    }
    if (values.freeze) {
      const rounded = Object.fromEntries(
        Object.entries(figures).map(([key, value]) => [key, Math.round(value * 100) / 100]),
      )
      writeFileSync(frozen, `${JSON.stringify(rounded, null, 2)}\n`)
    }
  }
} finally {
  closeEvalData(at)
}
console.log(
  failed === 0 ? '\nevals: no figure fell below its floor' : `\nevals: ${failed} figures fell below their floor`,
)
process.exitCode = failed === 0 ? 0 : 1

function readFloors(file: URL): Figures {
  try {
    // Written by --freeze above.
    return JSON.parse(readFileSync(file, 'utf8')) as Figures
  } catch {
    return {}
  }
}
