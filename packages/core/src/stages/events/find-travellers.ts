import type { Draft, DraftParticipant } from './draft.ts'
import { participantOf } from './participants.ts'
import type { RoleContext } from './role-context.ts'

/** Verbs by whose subject a journey is taken off. */
const OFF = new Set(['call', 'cancel', 'postpone', 'scrap', 'shelve', 'abandon', 'drop'])

/**
 * "asked him for clemency during a visit to Velm", "called off a trip to Arda": whoever asks or calls off is who travels, where
 * nobody else is told to. Changes drafts.
 */
export function findTravellers(cx: RoleContext, drafts: readonly Draft[]): void {
  const { grammar, phrases } = cx
  for (const draft of drafts) {
    if (draft.type.name !== 'visit' || draft.pattern.kind !== 'noun' || draft.light !== null) continue
    if (draft.participants.some((one) => one.role === 'agent')) continue
    const verb = grammar.head(draft.head)
    if (verb < 0 || grammar.upos(verb) !== 'VERB' || grammar.isPassive(verb)) continue
    const preposition = grammar.prepositions(draft.head)[0]
    const isDuring = grammar.relation(draft.head) === 'obl' && (preposition === 'during' || preposition === 'on')
    const isOff = grammar.relation(draft.head) === 'obj' && OFF.has(grammar.lemma(verb))
    // "during the visit", "during his visit": told before, or somebody's.
    const isNew = grammar.tree.children(draft.head).some((child) => /^(?:an?)$/.test(grammar.form(child)))
    if (!isNew || (!isDuring && !isOff)) continue
    const subject = grammar.doer(verb)
    if (subject < 0 || phrases.at(subject).actor?.kind !== 'person') continue
    draft.participants.unshift(participantOf(cx, 'agent', subject))
  }
}

/**
 * Participants without what is none: "nine men, not eight", "met in person", and of "the blogger and activist Jane Roe, who was
 * taken" the description of her who is named.
 */
export function withoutStrays(cx: RoleContext, draft: Draft): DraftParticipant[] {
  const { grammar } = cx
  const all = draft.participants.filter(({ role, head, span }) => {
    if (role === 'theme') return true
    if (grammar.form(head) === 'person' && grammar.prepositions(head)[0] === 'in') return false
    return !/^not\s/i.test(grammar.text.slice(span.from, span.to))
  })
  return all.filter(
    (one) => !all.some((other) => other !== one && other.role === one.role && isSamePerson(cx, draft, one, other)),
  )
}

/** "the blogger and activist Jane Roe was": one person in the singular, described twice and named once. */
function isSamePerson(cx: RoleContext, draft: Draft, one: DraftParticipant, named: DraftParticipant): boolean {
  const { grammar } = cx
  const { tokens } = grammar
  const isDescription = tokens.xpos[one.head] === 'NN' && one.phrase?.mention?.form !== 'name'
  if (!isDescription || named.phrase?.actor?.kind !== 'person' || named.span.from < one.span.to) return false
  const between = grammar.text.slice(one.span.to, named.span.from)
  // "the minister and Jane Roe" are two; what stands before her name describes her.
  const isDescribed =
    /^\p{Ll}/u.test(grammar.text.slice(named.span.from)) &&
    /\p{Lu}/u.test(grammar.text.slice(named.span.from, named.span.to))
  if (
    !/^\s+and\s+(?:[\p{Ll}’'-]+\s+){0,3}$/u.test(between) ||
    !isDescribed ||
    !/^the\s/i.test(grammar.text.slice(one.span.from))
  )
    return false
  const verbs = [draft.carrier, draft.head, grammar.head(draft.head)]
  return verbs.some((verb) =>
    verb < 0
      ? false
      : grammar.tree
          .children(verb)
          .some((child) => /^(?:was|is|has)$/.test(grammar.form(child)) && grammar.relation(child).startsWith('aux')),
  )
}
