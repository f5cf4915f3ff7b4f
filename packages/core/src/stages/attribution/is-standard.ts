import { type TokenTable, UPOS } from '../../model/index.ts'

/** Nouns of what things are measured by. */
const STANDARDS = new Set(
  `law plan schedule protocol tradition custom need merit ability size age rank taste procedure regulation rule practice
  principle convention timetable script circumstance weight height religion`.split(/\s+/),
)

/** "handled according to law", "went according to plan": what is done is measured by it, and nobody speaks. */
export function isStandard(tokens: TokenTable, first: number, noun: number): boolean {
  return (
    STANDARDS.has(tokens.lemma[noun]!.toLowerCase()) &&
    !/^(PRON|PROPN)$/.test(UPOS[tokens.upos[first]!]!) &&
    (first === noun || UPOS[tokens.upos[first]!] !== 'DET')
  )
}
