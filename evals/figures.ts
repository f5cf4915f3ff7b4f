/** Figures of one eval by name, in per cent unless the name says otherwise. Higher is better, but for names in `LOWER`. */
export type Figures = Record<string, number>

/** Names of figures where less is better. */
export const LOWER = /predicted a gold event|swapped|less is better/

/** How far a figure may fall behind its floor before the eval fails, in points: rounding of the committed floor. */
export const TOLERANCE = 0.05

export interface Comparison {
  readonly name: string
  readonly now: number
  readonly floor: number | null
  readonly ok: boolean
}

/** Compares figures with committed floors. A figure without a floor passes and is marked new. */
export function compareFigures(now: Figures, floors: Figures): Comparison[] {
  return Object.entries(now).map(([name, value]) => {
    const floor = floors[name] ?? null
    const ok = floor === null || (LOWER.test(name) ? value <= floor + TOLERANCE : value >= floor - TOLERANCE)
    return { name, now: value, floor, ok }
  })
}
