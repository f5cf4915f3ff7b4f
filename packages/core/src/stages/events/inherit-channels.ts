import type { Claim } from '../../model/index.ts'
import type { Draft } from './draft.ts'
import type { RoleContext } from './role-context.ts'

/** Sentences back to which "the summit" points. */
const REACH = 6
const CONTACTS: ReadonlySet<string> = new Set(['meeting', 'talks', 'phone-call', 'third-place-meeting'])

/**
 * Gives meetings that are named again without their sides ("if the summit takes place", "before the call") the channel of those
 * told before them, with its evidence.
 */
export function inheritChannels({ grammar }: RoleContext, drafts: readonly Draft[], claims: readonly Claim[]): Claim[] {
  const made = [...claims]
  for (const [at, draft] of drafts.entries()) {
    const { event, stance } = made[at]!
    if (event.channel?.kind !== 'unknown' || stance !== 'asserts' || !CONTACTS.has(event.type)) continue
    if (event.participants.some((one) => one.role !== 'theme') || draft.pattern.kind !== 'noun') continue
    const sentence = grammar.tokens.sentence[draft.head] ?? 0
    const before = drafts.findLastIndex(
      (other, index) =>
        index < at &&
        made[index]!.event.type === event.type &&
        made[index]!.stance === 'asserts' &&
        isAhead(made[index]!) === isAhead(made[at]!) &&
        sentence - (grammar.tokens.sentence[other.head] ?? 0) <= REACH,
    )
    const known = before < 0 ? null : made[before]!.event.channel
    if (known === null || known.kind === 'unknown') continue
    const { setting, evidence } = event.channel
    made[at] = {
      ...made[at]!,
      event: { ...event, channel: { kind: known.kind, setting, evidence: [...known.evidence, ...evidence] } },
    }
  }
  return made
}

function isAhead({ event }: Claim): boolean {
  return event.status !== 'happened' && event.status !== 'ongoing'
}
