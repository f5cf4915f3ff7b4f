import type { Report } from '../../model/index.ts'

/** Names that articles must tell, at least, for a word on whether they are of one affair. */
const LEAST_NAMES = 3

/**
 * How much the articles behind two lists of reports are about the same people and places: cosine of the names they tell,
 * each weighed by its rank in its article, 0 to 1. Null where either tells too few to say.
 */
export function compareAffairs(a: readonly Report[], b: readonly Report[]): number | null {
  const one = weighNames(a)
  const two = weighNames(b)
  if (one.size < LEAST_NAMES || two.size < LEAST_NAMES) return null
  let product = 0
  for (const [name, weight] of one) product += weight * (two.get(name) ?? 0)
  return product / Math.sqrt(squares(one) * squares(two))
}

/** Mean weight of each name over the documents of the reports; the name told most weighs 1/2, the next 1/3. */
function weighNames(reports: readonly Report[]): ReadonlyMap<string, number> {
  const documents = new Map(reports.map((report) => [report.ref.document, report.about ?? []]))
  const weights = new Map<string, number>()
  for (const names of documents.values())
    names.forEach((name, rank) => {
      weights.set(name, (weights.get(name) ?? 0) + 1 / (2 + rank) / documents.size)
    })
  return weights
}

function squares(weights: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const weight of weights.values()) sum += weight * weight
  return sum
}
