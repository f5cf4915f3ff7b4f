import { type Claim, coverOf, tellerOf } from '../../model/index.ts'
import { spanOfTokens } from '../../text/index.ts'
import { BARGAIN_NOUNS, CURRENCIES, GIVEN } from './lexicon.ts'
import { draftLink, isNegated, type LinkDraft, type Scene, withinTeller } from './scene.ts'

/**
 * What people are said to have been let go for, or not: "there was no bargaining", and in a text of captives
 * "the ministry had paid two million dollars", "no ransom was paid".
 */
export function findPayments(scene: Scene): LinkDraft[] {
  const found: LinkDraft[] = []
  const { tokens } = scene
  const isOfCaptives = scene.claims.some(({ event }) => event.type === 'abduction')
  for (let i = 0; i < tokens.length; i++) {
    const word = scene.lemma(i)
    const made = BARGAIN_NOUNS.has(word) ? bargain(scene, i) : isOfCaptives && word === 'pay' ? payment(scene, i) : null
    const taken = made === null && RECEIVING.has(word) ? takenFor(scene, i) : null
    if (taken) found.push(taken)
    if (made) found.push(made)
  }
  return found
}

/** "no bargaining", "denied that there had been a trade-off": only where it is said not to be. */
function bargain(scene: Scene, noun: number): LinkDraft | null {
  const at = spanOfTokens(scene.tokens, noun, noun + 1)
  const no = scene.tree.children(noun).some((child) => /^(no|any)$/.test(scene.form(child)))
  const isNo = scene.tree.children(noun).some((child) => scene.form(child) === 'no')
  const verb = scene.tokens.head[noun] ?? -1
  const cue = tellerOf(scene.attributions, at)?.cue[0]
  const denies =
    isNo ||
    (verb >= 0 && isNegated(scene, verb)) ||
    (no && cue !== undefined && /\bden(?:y|ies|ied|ying)\b/i.test(scene.text.slice(cue.from, cue.to)))
  const to = denies ? givenBefore(scene, noun) : null
  return to ? draftLink('in-return-for', at, to, at, withinTeller(scene, at, at), 'denies') : null
}

const RECEIVING = new Set(['receive', 'get', 'give', 'offer', 'obtain', 'gain', 'pay', 'promise'])

/** "had received nothing for the release", "denied that it got anything for it": what was taken for a deed, or not. */
function takenFor(scene: Scene, verb: number): LinkDraft | null {
  const { tokens, tree } = scene
  const thing = tree.children(verb).find((child) => tokens.relation[child] === 'obj')
  const what = thing === undefined ? '' : scene.form(thing)
  if (thing === undefined || (what !== 'anything' && what !== 'nothing')) return null
  const phrase = [...tree.children(verb), ...tree.children(thing)].find((child) =>
    tree.children(child).some((below) => tokens.relation[below] === 'case' && scene.form(below) === 'for'),
  )
  const to = phrase === undefined ? null : scene.claimIn(phrase)
  if (!to || !GIVEN.has(to.event.type)) return null
  const at = spanOfTokens(tokens, verb, verb + 1)
  const words = spanOfTokens(tokens, thing, thing + 1)
  const cue = tellerOf(scene.attributions, at)?.cue[0]
  const denied =
    what === 'nothing' ||
    isNegated(scene, verb) ||
    (cue !== undefined && /\bden(?:y|ies|ied|ying)\b/i.test(scene.text.slice(cue.from, cue.to)))
  const covered = coverOf([at, words]) ?? at
  return denied ? draftLink('in-return-for', covered, to, covered, covered, 'denies') : null
}

function payment(scene: Scene, verb: number): LinkDraft | null {
  const { tokens, tree } = scene
  const thing = tree.children(verb).find((child) => {
    const rel = tokens.relation[child]
    return rel === 'obj' || rel === 'nsubj:pass'
  })
  if (thing === undefined) return null
  const money =
    CURRENCIES.has(scene.lemma(thing)) ||
    /^[$€£]/.test(scene.form(thing)) ||
    tree.children(thing).some((child) => /^[$€£]/.test(scene.form(child)))
  if (!money) return null
  const at = spanOfTokens(tokens, verb, verb + 1)
  const status = tree.children(verb).some((child) => /^(will|would|may|might|could|shall|can)$/.test(scene.form(child)))
  const to = status ? null : givenBefore(scene, verb)
  if (!to) return null
  const isNone = isNegated(scene, verb) || tree.children(thing).some((child) => /^(no|not)$/.test(scene.form(child)))
  const clause = withinTeller(scene, at, scene.clauseSpan(verb))
  const words = /^["“‘]/.test(scene.text.slice(clause.from)) ? { from: clause.from + 1, to: clause.to } : clause
  return draftLink('in-return-for', words, to, at, coverOf([words, at]) ?? at, isNone ? 'denies' : 'asserts')
}

/** The last deed told before the words by which somebody was let go. */
function givenBefore(scene: Scene, index: number): Claim | null {
  const before = scene.tokens.from[index] ?? 0
  const end = scene.claims.findLastIndex(({ event }) => event.trigger.to <= before) + 1
  const given = scene.claims
    .slice(Math.max(0, end - FARTHEST), end)
    .filter(({ event, stance }) => GIVEN.has(event.type) && event.status === 'happened' && stance === 'asserts')
  // What was let go is people, where people were let go; else what was eased or given.
  const people = given.filter(({ event }) => PEOPLE_GO.has(event.type))
  return people.findLast(({ told }) => told.length === 0) ?? people.at(-1) ?? given.at(-1) ?? null
}

/** Claims back to which words of payment may point: some pages, so that long documents stay cheap. */
const FARTHEST = 120
const PEOPLE_GO: ReadonlySet<string> = new Set(['release', 'pardon', 'prisoner-swap'])
