import { BackchannelError } from '@backchannel/core'

/** The one shape of an error in JSON, on every door. `status` is the exit status of a command or the HTTP status. */
export interface ErrorJson {
  readonly ok: false
  readonly error: {
    readonly code: string
    readonly message: string
    readonly details: Readonly<Record<string, string | number>>
  }
  readonly status: number
}

/** The code of an error that is none of ours: a fault of the program, to be reported. */
export const UNEXPECTED_ERROR = 'program/unexpected'

/** Any thrown value in the one error shape. What is not a BackchannelError gets the code `program/unexpected`. */
export function toWireError(error: unknown, status: number): ErrorJson {
  if (error instanceof BackchannelError)
    return { ok: false, error: { code: error.code, message: error.message, details: error.details }, status }
  const message = error instanceof Error ? error.message : String(error)
  return { ok: false, error: { code: UNEXPECTED_ERROR, message, details: {} }, status }
}
