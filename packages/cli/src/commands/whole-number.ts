import { InvalidArgumentError } from 'commander'

/** A number of threads from the command line. Throws what commander shows as wrong usage. */
export function positiveWhole(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 256)
    throw new InvalidArgumentError('It should be a whole number from 1 to 256.')
  return value
}
