import type { Report } from '../../model/index.ts'

const OWN_EARLIER =
  /\b(?:earlier|previous|prior|original|initial) (?:version|report|article|story|edition|headline)\b|\b(?:our|this) (?:report|article|story)\b/i

/** True for what a correction quotes of the outlet's own earlier words: nobody says it any more. */
export function isTakenBack({ told }: Pick<Report, 'told'>): boolean {
  const voice = told.at(-1)
  return voice !== undefined && voice.standing === 'document' && OWN_EARLIER.test(voice.name)
}
