/** What was answered for one route since the start. */
interface Tally {
  requests: number
  errors: number
  seconds: number
  slowest: number
}

/** Counts of a server since its start. Numbers only: nothing that was asked for. */
export interface Metrics {
  begin(): void
  /** `status` from 400 counts as an error; `seconds` from the request to its answer. */
  end(route: string, status: number, seconds: number): void
  readonly inFlight: number
  rows(): readonly ({ readonly route: string } & Readonly<Tally>)[]
}

/** Metrics that begin at nothing. */
export function createMetrics(): Metrics {
  const routes = new Map<string, Tally>()
  let inFlight = 0
  return {
    begin() {
      inFlight++
    },
    end(route, status, seconds) {
      inFlight--
      const tally = routes.get(route) ?? { requests: 0, errors: 0, seconds: 0, slowest: 0 }
      routes.set(route, tally)
      tally.requests++
      if (status >= 400) tally.errors++
      tally.seconds = rounded(tally.seconds + seconds)
      tally.slowest = Math.max(tally.slowest, rounded(seconds))
    },
    get inFlight() {
      return inFlight
    },
    rows: () => [...routes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([route, tally]) => ({ route, ...tally })),
  }
}

/** To the microsecond. */
const rounded = (seconds: number): number => Math.round(seconds * 1e6) / 1e6
