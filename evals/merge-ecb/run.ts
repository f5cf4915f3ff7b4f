import { MOST_CANDIDATES, placeReport, type Reader, type Report, reportKeys, type StoryId } from '@backchannel/core'
import type { EvalData } from '../data.ts'
import type { Figures } from '../figures.ts'
import { scorePartition } from './coreference.ts'
import { readEcb } from './read-ecb.ts'
import { type EcbReport, toReports, withoutChains } from './to-reports.ts'

/**
 * ECB+ topics 1 to 35: the gold event mentions that take part in its coreference, singletons included, each topic on its own
 * (both of its two happenings together, as is customary). Reports come document by document and are placed one by one, as the desk does. The baseline
 * puts mentions of one head lemma in a topic into one cluster.
 */
export function evalMergeEcb(reader: Reader, at: EvalData): Figures {
  const documents = readEcb(at)
  const baseline = new Map<string, string>()
  const gold = new Map<string, string>()
  const found = new Map<string, string>()
  const linked = new Map<string, string>()
  for (let topic = 1; topic <= 35; topic++) {
    const own = documents.filter((document) => document.topic === topic)
    const reports = own.flatMap((document) => toReports(document, reader))
    for (const { mention, chain, lemma } of reports) {
      gold.set(mention.id, chain)
      baseline.set(mention.id, `${topic} ${lemma}`)
    }
    placeAll(reports.map(withoutChains), topic, found)
    placeAll(reports, topic, linked)
  }
  const base = scorePartition(gold, baseline)
  const ours = scorePartition(gold, found)
  const best = scorePartition(gold, linked)
  return {
    'same head lemma: B3 F1': base.b3,
    'same head lemma: CoNLL F1': base.conll,
    'B3 F1': ours.b3,
    'B3 precision': ours.b3Precision,
    'B3 recall': ours.b3Recall,
    'MUC F1': ours.muc,
    'CEAFe F1': ours.ceafe,
    'CoNLL F1': ours.conll,
    'CoNLL F1 above the baseline, points': ours.conll - base.conll,
    'gold participant chains given: B3 F1': best.b3,
    'gold participant chains given: CoNLL F1': best.conll,
  }
}

/** The desk in small: what shares a key is looked up, those that share most first. */
function placeAll(reports: readonly EcbReport[], topic: number, into: Map<string, string>): void {
  const byKey = new Map<string, number[]>()
  const placed: { story: StoryId; report: Report }[] = []
  reports.forEach(({ report }, index) => {
    const keys = reportKeys(report)
    const shared = new Map<number, number>()
    for (const key of keys) for (const at of byKey.get(key) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    const candidates = [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST_CANDIDATES)
      .map(([at]) => placed[at]!)
    const { story, joins } = placeReport(report, candidates)
    // Story ids are made here, as the desk makes them; the brand has no run-time form.
    const own = story ?? (`${topic} ${index}` as StoryId)
    for (const one of placed) if (joins.includes(one.story)) one.story = own
    placed.push({ story: own, report })
    for (const key of keys) {
      const list = byKey.get(key)
      if (list) list.push(index)
      else byKey.set(key, [index])
    }
  })
  reports.forEach(({ mention }, index) => {
    into.set(mention.id, placed[index]!.story)
  })
}
