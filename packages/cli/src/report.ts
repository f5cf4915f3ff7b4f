import { BackchannelError, CORE_ERRORS } from '@backchannel/core'
import { HOST_ERRORS, type ReadResult } from '@backchannel/host'
import { INTAKE_ERRORS } from '@backchannel/intake'
import { CLI_ERRORS } from './errors.ts'
import type { Io } from './io.ts'

type Catalogue = Readonly<Record<string, { readonly message: string; readonly remedy: string }>>
const CATALOGUES: readonly Catalogue[] = [CLI_ERRORS, HOST_ERRORS, INTAKE_ERRORS, CORE_ERRORS]

/** A failed result as an error, with the remedy of its code. */
export function errorOf(result: ReadResult & { readonly ok: false }): BackchannelError {
  const catalogue = CATALOGUES.find((one) => result.code in one)
  // A message that does not come from a catalogue (a crash) is kept as it is.
  return new BackchannelError(
    result.code,
    result.details,
    catalogue ?? { [result.code]: { message: result.message.replace(/[{}]/g, ''), remedy: '' } },
  )
}

/** An error of the command line. */
export function cliError(
  code: keyof typeof CLI_ERRORS,
  details: Readonly<Record<string, string | number>>,
): BackchannelError {
  return new BackchannelError(code, details, CLI_ERRORS)
}

/** Says on standard error what went wrong: a sentence and a remedy, or the one error shape where JSON was asked for. */
export async function report(io: Io, error: unknown, status: number, json: boolean): Promise<void> {
  if (json) {
    const { toWireError } = await import('@backchannel/wire')
    io.complain(`${JSON.stringify(toWireError(error, status))}\n`)
    return
  }
  if (error instanceof BackchannelError) {
    io.complain(`backchannel: ${error.message}\n`)
    if (error.remedy !== '')
      io.complain(
        `  ${error.remedy.replace(/\{(\w+)\}/g, (whole, name: string) => String(error.details[name] ?? whole))}\n`,
      )
    return
  }
  io.complain(`backchannel: ${error instanceof Error ? error.message : String(error)}\n`)
  io.complain('  This should not happen; please report it with the command and the input.\n')
}
