import { type Document, Pipeline } from '@backchannel/core'
import { createDiskAssets } from '@backchannel/host'
import { readLemmatizer } from '../packages/core/src/learn/index.ts'
import { attribution, loadAttributionTagger } from '../packages/core/src/stages/attribution/index.ts'
import { events } from '../packages/core/src/stages/events/index.ts'
import { loadGazetteers, mentions } from '../packages/core/src/stages/mentions/index.ts'
import { loadCoreNet, parse } from '../packages/core/src/stages/parse/index.ts'
import { loadSplitter, segment } from '../packages/core/src/stages/segment/index.ts'
import { time } from '../packages/core/src/stages/time/index.ts'
import { tokenize } from '../packages/core/src/stages/tokenize/index.ts'

/** Microseconds of processor time per token, of one stage alone. */
export interface StageCost {
  readonly attribution: number
  readonly events: number
}

/** How often a stage goes over all documents before it is timed, and then for a figure, of which the best counts. */
const WARM = 2
const ROUNDS = 5

/**
 * What attribution and events cost beyond the layers that they are given, in microseconds of the process's own time per
 * token, one document after the other, warm. Assembles the stages as `createReader` does.
 */
export async function stageCosts(documents: readonly Document[]): Promise<StageCost> {
  const assets = createDiskAssets()
  const lemmas = 'models/lemma/lemma.bcm'
  const net = await loadCoreNet(assets)
  const lemmatizer = readLemmatizer(lemmas, await assets.read(lemmas))
  const before = new Pipeline()
    .add(tokenize())
    .add(segment({ model: await loadSplitter(assets) }))
    .add(parse({ net, lemmatizer, encoding: false }))
    .add(time())
    .add(mentions({ gazetteers: await loadGazetteers(assets) }))
  const voices = attribution({ tagger: await loadAttributionTagger(assets) })
  const happenings = events()
  const cx = { report: () => {} }
  const layers = documents.map((document) => before.run(document))
  const tokens = layers.reduce((sum, one) => sum + one.syntax.length, 0)
  const told = layers.map((one) => ({ ...one, ...voices.run(one, cx) }))
  return {
    attribution: cheapest(() => layers.map((one) => voices.run(one, cx))) / tokens,
    events: cheapest(() => told.map((one) => happenings.run(one, cx))) / tokens,
  }
}

/** Microseconds of processor time of the cheapest round. */
function cheapest(run: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < WARM + ROUNDS; round++) {
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    if (round >= WARM) least = Math.min(least, user + system)
  }
  return least
}
