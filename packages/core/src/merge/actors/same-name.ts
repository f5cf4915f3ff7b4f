import { matchNames, parsePersonName } from './person-name.ts'

/** Likeness from which on two full names are spellings of one. */
const SPELLED_ALIKE = 0.8

/** True where two names can be one person's, spelled or written out differently: "Dmitry Karp" and "Dzmitry Karp". */
export function isSameName(a: string, b: string): boolean {
  const { how, likeness, conflict } = matchNames(parsePersonName(a), parsePersonName(b))
  return how === 'full' && !conflict && likeness >= SPELLED_ALIKE
}
