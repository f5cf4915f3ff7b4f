import type { Actor, Score } from '../../model/index.ts'
import { doubtsOf } from './doubts.ts'
import type { Draft } from './draft.ts'
import type { RoleContext } from './role-context.ts'

/** Patterns below this trust mean something else too often for known participants to make a claim of them sure. */
const RARELY = 0.6
/** Most that a claim with a reason for doubt scores: below what dossiers print as sure. */
const DOUBTED = 0.55

/**
 * How sure a claim is, with the reason in words. The start is the trust of the pattern (set by hand, 0.4 to 0.95);
 * known participants raise it, missing ones and a status read from governing words lower it. Whatever else speaks for
 * it, a reason for doubt, which may be who tells it (null for the document's own voice or nobody known), keeps it at `DOUBTED`, and words that are seldom meant so at their pattern's trust.
 */
export function confidenceOf(cx: RoleContext, draft: Draft, teller: Actor | null): Score {
  const word = cx.grammar.text.slice(draft.trigger.from, draft.trigger.to)
  const because = [`"${word}" names it`]
  const { trust } = draft.pattern
  let score = trust
  const agents = draft.participants.filter((one) => one.role === 'agent')
  const others = draft.participants.filter((one) => one.role !== 'agent' && one.role !== 'theme')
  // Its reason for doubt says both.
  const isBare = agents.length + others.length === 0 && !draft.derived
  if (agents.length === 0) {
    score -= 0.1
    if (!isBare) because.push('who does it is not said')
  } else if (agents.some((one) => one.phrase?.actor)) {
    score += 0.05
    because.push('its doer is known')
  }
  if (others.length === 0) {
    score -= 0.1
    if (!isBare) because.push('no other side is named')
  } else if (draft.isGuessed) {
    score -= 0.1
    because.push('the other side is the likeliest of its sentence')
  } else score += 0.05
  if (draft.derived) score -= 0.1
  if (draft.reason !== '') because.push(`${draft.derived ? '' : 'status by '}${draft.reason}`)
  if (cx.world.isOtherWorld(draft.head)) {
    score -= 0.2
    because.push('the sentence is of sport, culture or markets')
  }
  if (trust < RARELY && score > trust && !draft.derived) {
    score = trust
    because.push('the word often means something else')
  }
  const doubts = doubtsOf(cx, draft, teller)
  if (doubts.length > 0) {
    score = Math.min(score, DOUBTED)
    because.push(...doubts)
  }
  return { score: Math.round(Math.min(0.98, Math.max(0.1, score)) * 100) / 100, because: because.join('; ') }
}
