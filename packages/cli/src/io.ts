/** The outside of the program: what `main.ts` takes from the process, and tests make up. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>
  /** Writes to standard output; resolves when more may be written. */
  write(text: string): Promise<void>
  /** Writes to standard error. */
  complain(text: string): void
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Columns of the terminal; undefined where the output is none. */
  readonly columns: number | undefined
  /** Calls back at the first Ctrl-C (SIGINT) or SIGTERM; the second one ends the program as it would have. */
  onInterrupt(stop: () => void): void
}

/** Exit statuses, as in docs/reference/cli.md. */
export const EXIT = {
  done: 0,
  /** Done, but with error diagnostics or bad lines. */
  flawed: 1,
  usage: 2,
  /** Could not run: no such file, no model, a full disk. */
  failed: 3,
} as const

/** The reader of standard output went away: not an error, and nothing more to do. */
export class OutputClosed extends Error {}
