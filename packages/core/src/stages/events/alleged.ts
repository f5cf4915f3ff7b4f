import { tellerOf } from '../../model/index.ts'
import type { Draft } from './draft.ts'
import type { ClaimContext } from './to-claims.ts'

/** Words of blame with the clause that says what for, which leave open whether it was done; own list. */
const BLAMING = new Set('accuse charge suspect indict try allege want investigate prosecute sue'.split(' '))
/** Cues of whoever answers what others have said. */
const ANSWERING = /^(?:comment(?:ing|ed|s)? on|respond(?:ing|ed|s)? to|react(?:ing|ed|s)? to|asked about)\b/i
const RUMOURS = /\b(?:reports?|claims?|allegations?|accusations?|rumou?rs?|suggestions?|speculation|questions) /i
/** Words before such a clause. */
const MARKS = new Set(['of', 'with', 'for', 'over'])
/** How far above a word the clause may stand that says what somebody is blamed for. */
const MOST_STEPS = 4
const INNER = new Set(['conj', 'obj', 'nmod', 'xcomp'])

/**
 * Deeds that are only what somebody is accused or suspected of ("was charged with killing two guards"), where nobody is
 * named whose words they are: the text leaves open whether they were done. Changes drafts.
 */
export function questionAlleged(cx: ClaimContext, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.stance !== 'asserts' || draft.derived) continue
    const teller = tellerOf(cx.attributions, draft.trigger)
    // "Commenting on reports that they had been swapped, she said": they are others' words, and she has not said them.
    const cue = teller?.cue[0]
    const answering = cue ? ANSWERING.exec(cx.document.text.slice(cue.from, cue.to)) : null
    if (cue && answering && RUMOURS.test(cx.document.text.slice(cue.from, draft.trigger.from))) {
      draft.stance = 'questions'
      draft.reason = draft.reason === '' ? `"${answering[0]}"` : `${draft.reason}, "${answering[0]}"`
      continue
    }
    // A voice without words for who speaks is nobody's: "is accused of".
    if (teller !== null && teller.source.length > 0) continue
    const word = blameOf(cx, draft)
    if (word === null) continue
    draft.stance = 'questions'
    draft.reason = draft.reason === '' ? `"${word}"` : `${draft.reason}, "${word}"`
  }
}

/** The word of blame below which the deed stands; null for none. */
function blameOf(cx: ClaimContext, draft: Draft): string | null {
  const { grammar } = cx
  let at = draft.head
  for (let steps = 0; steps < MOST_STEPS && at >= 0; steps++) {
    const word = ofBlamedClause(cx, at)
    if (word !== null) return word
    if (!INNER.has(grammar.relation(at))) return null
    at = grammar.head(at)
  }
  return null
}

/** "of torturing prisoners" below a word of blame. */
function ofBlamedClause({ grammar }: ClaimContext, clause: number): string | null {
  if (grammar.tokens.xpos[clause] !== 'VBG') return null
  const above = grammar.head(clause)
  if (above < 0) return null
  const marked = grammar.tree
    .children(clause)
    .some(
      (child) => child < clause && /^(?:mark|case)$/.test(grammar.relation(child)) && MARKS.has(grammar.form(child)),
    )
  if (!marked) return null
  // "accused by residents of shooting": the parser may hang the clause on the agent.
  const isNoun = grammar.upos(above) === 'NOUN' || grammar.upos(above) === 'PROPN'
  const verb = isNoun ? grammar.head(above) : above
  return verb >= 0 && BLAMING.has(grammar.lemma(verb)) ? grammar.form(verb) : null
}
