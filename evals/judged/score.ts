import type { ClaimJson, ParticipantJson } from '@backchannel/wire'
import type { At, JudgedClaim, JudgedText } from './gold.ts'

/** One claim of the program with what the judges wrote down for it, or either alone. */
export interface Answer {
  readonly gold: JudgedClaim | null
  readonly claim: ClaimJson | null
  /** Same type; false where the words are the same and the type is another. */
  readonly typed: boolean
  /** What else is wrong: `status ...`, `ROLE: missing "..."`, `ROLE: wrong "..."`. */
  readonly wrong: readonly string[]
  /** Participants that are right, missing and wrong. */
  readonly roles: { readonly right: number; readonly missing: number; readonly wrong: number }
}

/** Types whose parties may change places. */
const MUTUAL = new Set([
  'meeting',
  'third-place-meeting',
  'phone-call',
  'talks',
  'talks-broken-off',
  'meeting-agreed',
  'prisoner-swap',
  'agreement',
  'cooperation',
  'ties-restored',
  'ties-cut',
  'ceasefire',
])

/**
 * Matches the claims of one reading with those of the judges, the surest match first: the same type and touching triggers; the same type,
 * sentence (a line of these texts) and a participant; other types at touching triggers. What is left on either side stands alone.
 */
export function scoreText(judged: JudgedText, claims: readonly ClaimJson[]): Answer[] {
  const { text } = judged
  const pairs: { gold: JudgedClaim; claim: ClaimJson; strength: number }[] = []
  for (const gold of judged.claims)
    for (const claim of claims) {
      const strength = matchOf(gold, claim, text)
      if (strength > 0) pairs.push({ gold, claim, strength })
    }
  pairs.sort((a, b) => b.strength - a.strength)
  const golds = new Set<JudgedClaim>()
  const taken = new Set<ClaimJson>()
  const answers: Answer[] = []
  for (const { gold, claim, strength } of pairs) {
    if (golds.has(gold) || taken.has(claim)) continue
    golds.add(gold)
    taken.add(claim)
    answers.push({ gold, claim, typed: strength > 1, ...compareFields(gold, claim, text) })
  }
  const alone = { typed: false, wrong: [], roles: { right: 0, missing: 0, wrong: 0 } }
  for (const gold of judged.claims) if (!golds.has(gold)) answers.push({ gold, claim: null, ...alone })
  for (const claim of claims) if (!taken.has(claim)) answers.push({ gold: null, claim, ...alone })
  return answers
}

function matchOf(gold: JudgedClaim, { event }: ClaimJson, text: string): number {
  const touch = event.trigger.from < gold.trigger[1] && gold.trigger[0] < event.trigger.to
  if (event.type !== gold.type) return touch ? 1 : 0
  const close = lineOf(text, event.trigger.from) === lineOf(text, gold.trigger[0])
  const shared = event.participants.filter((one) =>
    Object.values(gold.roles)
      .flat()
      .some((other) => isSame(one, other.span, other.head)),
  ).length
  if (touch) return 20 + shared
  return close && shared > 0 ? 2 + shared : 0
}

function lineOf(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1)
}

/** The head of ours lies in theirs, or the head of theirs, where known, in ours. */
function isSame({ head, span }: ParticipantJson, theirs: At, theirHead?: At): boolean {
  const inside = head.from >= theirs[0] && head.to <= theirs[1]
  return inside || (theirHead !== undefined && theirHead[0] >= span.from && theirHead[1] <= span.to)
}

function compareFields(gold: JudgedClaim, claim: ClaimJson, text: string): Pick<Answer, 'wrong' | 'roles'> {
  const wrong: string[] = []
  const { status, participants } = claim.event
  const off = (one: string, stance: string) => one === 'cancelled' || stance === 'denies' || stance === 'refuses'
  const denied = off(status, claim.stance) && off(gold.status, gold.stance)
  if (status !== gold.status && !denied) wrong.push(`status ${status}, not ${gold.status}`)
  const roleOf = (role: string) => (MUTUAL.has(gold.type) && role === 'counterpart' ? 'agent' : role)
  const theirs = Object.entries(gold.roles).flatMap(([role, all]) => all.map((one) => ({ role: roleOf(role), one })))
  const met = new Set<ParticipantJson>()
  let right = 0
  let missing = 0
  for (const { role, one } of theirs) {
    const ours = participants.filter((each) => roleOf(each.role) === role && isSame(each, one.span, one.head))
    for (const each of ours) met.add(each)
    if (ours.length > 0) right++
    else {
      missing++
      wrong.push(`${role}: missing “${one.words}”`)
    }
  }
  let extra = 0
  for (const one of participants)
    if (!met.has(one)) {
      extra++
      wrong.push(`${one.role}: wrong “${text.slice(one.span.from, one.span.to)}”`)
    }
  return { wrong, roles: { right, missing, wrong: extra } }
}
