import { type Claim, coverOf } from '../../model/index.ts'
import { baseRelation, spanOfTokens, tokensOfSpan } from '../../text/index.ts'
import { BARGAIN_NOUNS, CURRENCIES, GIVEN } from './lexicon.ts'
import { draftLink, isDeniedAt, isNegated, type LinkDraft, type Scene, withinTeller } from './scene.ts'

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
    const made = BARGAIN_NOUNS.has(word)
      ? bargain(scene, i)
      : isPaying(scene, i) && (isOfCaptives || goesFor(scene, i))
        ? payment(scene, i)
        : null
    const none = made === null && CURRENCIES.has(word) ? moneyAtAll(scene, i) : null
    if (none) found.push(none)
    const sum = made === null && isOfCaptives && SUMS.has(word) ? cameFrom(scene, i) : null
    if (sum) found.push(sum)
    const taken = made === null && RECEIVING.has(word) ? takenFor(scene, i) : null
    if (taken) found.push(taken)
    if (made) found.push(made)
  }
  return [...found, ...findConditions(scene)]
}

/** "demand that Norland free two of theirs before they let him go": the one is the price of the other. */
function findConditions(scene: Scene): LinkDraft[] {
  const found: LinkDraft[] = []
  const { tokens, tree } = scene
  for (const claim of scene.claims) {
    if (!GIVEN.has(claim.event.type) || claim.event.status === 'happened') continue
    const verb = scene.triggerOf(claim)
    const mark = tree.children(verb).find((child) => /^(?:before|until)$/.test(scene.form(child)))
    if (mark === undefined || baseRelation(tokens, verb) !== 'advcl') continue
    const asked = scene.claims.findLast(
      ({ event }) =>
        (event.type === 'demand' || event.type === 'request') &&
        event.trigger.to <= claim.event.trigger.from &&
        tokens.sentence[tokensOfSpan(tokens, event.trigger).first] === tokens.sentence[verb],
    )
    const price = asked?.event.participants.find((one) => one.claim !== null && one.claim !== claim.id)?.claim
    const from = scene.claims.find((one) => one.id === price)
    if (!from) continue
    const at = spanOfTokens(tokens, mark, mark + 1)
    found.push(
      draftLink(
        'in-return-for',
        from,
        claim,
        at,
        withinTeller(scene, at, coverOf([from.event.trigger, claim.event.trigger]) ?? at),
      ),
    )
  }
  return found
}

/** "no bargaining", "denied that there had been a trade-off": only where it is said not to be. */
function bargain(scene: Scene, noun: number): LinkDraft | null {
  const at = spanOfTokens(scene.tokens, noun, noun + 1)
  const no = scene.tree.children(noun).some((child) => /^(no|any)$/.test(scene.form(child)))
  const isNo = scene.tree.children(noun).some((child) => scene.form(child) === 'no')
  const verb = scene.tokens.head[noun] ?? -1
  const denies = isNo || (verb >= 0 && isNegated(scene, verb)) || (no && isDeniedAt(scene, at))
  const to = denies ? givenBefore(scene, noun) : null
  return to ? draftLink('in-return-for', at, to, at, withinTeller(scene, at, at), 'denies') : null
}

/** "There was no money": said of those let go before, by somebody who was asked. */
function moneyAtAll(scene: Scene, noun: number): LinkDraft | null {
  const { tokens, tree } = scene
  if (!tree.children(noun).some((child) => scene.form(child) === 'no')) return null
  const verb = tokens.head[noun] ?? -1
  const isThere =
    verb >= 0 && scene.lemma(verb) === 'be' && tree.children(verb).some((child) => scene.form(child) === 'there')
  const isMoved = verb >= 0 && EXCHANGED.has(scene.lemma(verb)) && baseRelation(tokens, noun) === 'nsubj'
  if (!isThere && !isMoved) return null
  const at = spanOfTokens(tokens, noun, noun + 1)
  const to = givenBefore(scene, noun)
  return to && PEOPLE_GO.has(to.event.type)
    ? draftLink('in-return-for', at, to, at, withinTeller(scene, at, at), 'denies')
    : null
}
const EXCHANGED = new Set(['change', 'pass', 'flow'])

const SUMS = new Set(['sum', 'payment', 'ransom', 'money', 'million', 'amount'])

/** "a sum came from the insurer": in a text of captives, what they were let go for. */
function cameFrom(scene: Scene, noun: number): LinkDraft | null {
  const { tokens } = scene
  // "a sum of two million": the sum is told once.
  if (baseRelation(tokens, noun) === 'nmod' && SUMS.has(scene.lemma(tokens.head[noun] ?? -1))) return null
  const verb = verbBehind(scene, noun)
  if (verb < 0 || isNegated(scene, verb) || !/^VB[DN]$/.test(tokens.xpos[verb] ?? '')) return null
  const at = spanOfTokens(tokens, verb, verb + 1)
  const to = givenBefore(scene, noun)
  if (!to) return null
  const whole = coverOf([scene.phraseAt(noun), scene.clauseSpan(verb)]) ?? at
  const clause = withinTeller(scene, at, {
    from: tokens.from[noun] ?? at.from,
    to: Math.min(whole.to, endOfClause(scene, verb)),
  })
  return draftLink('in-return-for', clause, to, at, clause)
}

/** "came from" behind a sum, whatever stands between in quotation marks; -1 where there is none near. */
function verbBehind({ tokens, form }: Scene, noun: number): number {
  for (let i = noun + 1; i < noun + NEAREST_VERB && tokens.sentence[i] === tokens.sentence[noun]; i++) {
    if (tokens.upos[i] === VERB) return /^(?:came|comes)$/.test(form(i)) && form(i + 1) === 'from' ? i : -1
  }
  return -1
}
/** Words from a sum to its verb at most. */
const NEAREST_VERB = 12
const VERB = 15

/** Where a comma, a semicolon or the end closes the words behind a verb. */
function endOfClause({ text, tokens }: Scene, verb: number): number {
  const from = tokens.to[verb] ?? 0
  const stop = /[;,.]/.exec(text.slice(from))
  return stop ? from + stop.index : text.length
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
  const denied = what === 'nothing' || isNegated(scene, verb) || isDeniedAt(scene, at)
  const covered = coverOf([at, words]) ?? at
  return denied ? draftLink('in-return-for', covered, to, covered, covered, 'denies') : null
}

/** "paid", "forked out", "coughed up", "shelled out". */
function isPaying(scene: Scene, verb: number): boolean {
  const particle = PAYING.get(scene.lemma(verb))
  if (particle === undefined || scene.tokens.upos[verb] !== VERB) return false
  return particle === '' || scene.tree.children(verb).some((child) => scene.form(child) === particle)
}
const PAYING: ReadonlyMap<string, string> = new Map([
  ['pay', ''],
  ['fork', 'out'],
  ['shell', 'out'],
  ['cough', 'up'],
  ['stump', 'up'],
])

/** "for the release of two geologists": what was let go for the money stands behind it. */
function goesFor(scene: Scene, verb: number): Claim | null {
  const { tokens, tree } = scene
  for (const base of [verb, ...tree.children(verb).filter((child) => tokens.relation[child] === 'obj')])
    for (const child of tree.children(base)) {
      if (scene.caseOf(child) !== 'for') continue
      const [claim] = scene.claimsAt(child)
      if (claim && PEOPLE_GO.has(claim.event.type)) return claim
    }
  return null
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
    SUMS.has(scene.lemma(thing)) ||
    /^[$€£]/.test(scene.form(thing)) ||
    tree.children(thing).some((child) => /^[$€£]/.test(scene.form(child)))
  if (!money) return null
  const at = spanOfTokens(tokens, verb, verb + 1)
  const status = tree.children(verb).some((child) => /^(will|would|may|might|could|shall|can)$/.test(scene.form(child)))
  const to = status ? null : (goesFor(scene, verb) ?? givenBefore(scene, verb))
  if (!to) return null
  const isNone =
    isNegated(scene, verb) ||
    isDeniedAt(scene, at) ||
    tree.children(thing).some((child) => /^(no|not)$/.test(scene.form(child)))
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
