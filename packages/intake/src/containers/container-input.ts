import type { Budget } from './budget.ts'

/** A container as the readers of single formats see it. */
export interface ContainerInput {
  readonly bytes: Uint8Array
  /** For messages: the file's name, and the way inside it. */
  readonly name: string
  readonly mediaType: string | null
  /** The address it was fetched from, for relative links; null where not known. */
  readonly url: string | null
  /** When it was fetched, ISO 8601; null where not known. */
  readonly found: string | null
  readonly budget: Budget
  /** Makes an origin unique within the container. */
  readonly unique: (origin: string) => string
}
