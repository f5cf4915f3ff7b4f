import { loadDriver } from '../src/sqlite/open-sqlite.ts'

/**
 * Why tests of SQLite cannot run here; null where they can. In CI that is a failure, not a reason to leave them out:
 * `.ci/run` brings a compiler.
 */
export const driverProblem: string | null = await loadDriver().then(
  () => null,
  (error: unknown) => {
    if (process.env['CI'] === 'true') throw error
    return error instanceof Error ? error.message : String(error)
  },
)
