import type { Judgement } from '../model/index.ts'

/** What judgements say together. */
export interface Verdicts {
  /** For each thing judged the same as another the one that stands for both: the smallest id of its group. */
  readonly same: ReadonlyMap<string, string>
  /** The judgement that counts for each pair: a person's before a program's, the latest before earlier ones. */
  readonly counting: readonly Judgement[]
  /** Judgements "same" that cannot hold, because a judgement "different" parts what they would join. */
  readonly contradicted: readonly Judgement[]
}

/** Folds judgements about one sort of thing. The order in which they are given does not matter. */
export function foldJudgements(judgements: readonly Judgement[], about: Judgement['about']): Verdicts {
  const byPair = new Map<string, Judgement>()
  // A person who cannot tell leaves to the machine what it decided.
  const acting = new Map<string, Judgement>()
  for (const one of judgements) {
    if (one.about !== about) continue
    const pair = [...one.pair].sort().join(' ')
    const known = byPair.get(pair)
    if (known === undefined || counts(one, known)) byPair.set(pair, one)
    const machine = acting.get(pair)
    if (one.by.kind === 'program' && (machine === undefined || counts(one, machine))) acting.set(pair, one)
  }
  for (const [pair, one] of byPair) if (one.verdict !== 'unsure') acting.set(pair, one)
  const strongest = (list: Iterable<Judgement>) => [...list].sort((a, b) => (counts(a, b) ? -1 : 1))
  const counting = strongest(byPair.values())
  const decided = strongest(acting.values())
  const apart = decided.filter((one) => one.verdict === 'different').map((one) => one.pair)
  const groups = new Map<string, Set<string>>()
  const contradicted: Judgement[] = []
  // The strongest first, so that the weakest of contradicting ones gives way.
  for (const one of decided) {
    if (one.verdict !== 'same') continue
    const [left, right] = one.pair.map((id) => groups.get(id) ?? new Set([id]))
    if (!left || !right || left === right) continue
    if (apart.some(([a, b]) => (left.has(a) && right.has(b)) || (left.has(b) && right.has(a)))) {
      contradicted.push(one)
      continue
    }
    const all = new Set([...left, ...right])
    for (const id of all) groups.set(id, all)
  }
  const same = new Map<string, string>()
  for (const [id, all] of groups) same.set(id, [...all].sort()[0] ?? id)
  return { same, counting, contradicted }
}

/** True where `one` counts more than `other`. A total order, so that nothing depends on who comes first. */
function counts(one: Judgement, other: Judgement): boolean {
  if (one.by.kind !== other.by.kind) return one.by.kind === 'person'
  if (one.at !== other.at) return one.at > other.at
  const text = (judgement: Judgement) =>
    `${judgement.pair.join(' ')} ${judgement.verdict} ${judgement.by.name} ${judgement.reason}`
  return text(one) < text(other)
}
