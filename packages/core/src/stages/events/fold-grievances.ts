import { candidateOf, type Draft, type DraftParticipant } from './draft.ts'
import { participantOf, themeOf } from './participants.ts'
import type { RoleContext } from './role-context.ts'

/** What a protest says: no act beside it. */
const GRIEVANCES = new Set(['demand', 'request', 'criticism', 'protest'])

/**
 * "went on strike to demand her release", "marched in protest of the arrests": what the protest is for is its theme,
 * and whoever it is demanded of is whom it is against.
 */
export function foldGrievances(cx: RoleContext, drafts: readonly Draft[]): Draft[] {
  const folded = new Set<Draft>()
  for (const draft of drafts) {
    if (draft.type.name !== 'protest' || folded.has(draft)) continue
    for (const other of drafts) {
      if (other === draft || other.derived || folded.has(other) || !GRIEVANCES.has(other.type.name)) continue
      if (!isVoicedBy(cx, draft, other)) continue
      folded.add(other)
      const has = (role: string) => draft.participants.some((one) => one.role === role)
      const { theme, others } = grievanceOf(cx, other)
      if (theme && !has('theme')) draft.participants.push(theme)
      const isAgainst = draft.participants.some(
        (one) => one.role === 'patient' && cx.grammar.prepositions(one.head)[0] === 'against',
      )
      if (others.some((one) => one.phrase?.actor) && !isAgainst) {
        draft.participants = draft.participants.filter((one) => one.role !== 'patient')
        draft.participants.push(...others.map((one) => ({ ...one, role: 'patient' as const })))
      }
    }
  }
  return drafts.filter((one) => !folded.has(one))
}

/** What is complained of, and of whom. "in protest of the court's ruling": the ruling, and the court. */
function grievanceOf(
  cx: RoleContext,
  draft: Draft,
): { readonly theme: DraftParticipant | undefined; readonly others: readonly DraftParticipant[] } {
  const candidate = candidateOf(draft)
  const [matter] = draft.type.name === 'protest' ? cx.positions.at(candidate, 'of|against|at|over') : []
  if (matter === undefined) {
    return {
      theme: draft.participants.find((one) => one.role === 'theme'),
      others: draft.participants.filter((one) => one.role === 'addressee' || one.role === 'patient'),
    }
  }
  const whose = cx.positions.at(candidate, WHOSE).slice(0, 1)
  return {
    theme: themeOf(cx, matter, draft.head),
    others: whose.map((one) => participantOf(cx, 'patient', one)),
  }
}
const WHOSE = ['of', 'against', 'at', 'over'].flatMap((at) => [`${at}.poss`, `${at}.by`, `${at}.person`]).join('|')

/** The demand hangs on the protest or on the verb that carries it, and nobody else makes it. */
function isVoicedBy(cx: RoleContext, protest: Draft, other: Draft): boolean {
  if (other.head < protest.head || other.head === protest.carrier) return false
  let at = other.carrier
  for (let steps = 0; steps < 3; steps++) {
    const above = cx.grammar.head(at)
    if (above < 0) return false
    if (above === protest.head || above === protest.carrier) break
    if (steps === 2) return false
    at = above
  }
  const doers = new Set(protest.participants.filter((one) => one.role === 'agent').map((one) => one.head))
  return other.participants
    .filter((one) => one.role === 'agent')
    .every((one) => doers.has(one.head) || one.head === protest.head || other.pattern.kind === 'noun')
}
