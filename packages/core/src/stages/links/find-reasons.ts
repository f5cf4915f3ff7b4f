import { type Claim, coverOf, type Span, type Stance } from '../../model/index.ts'
import { baseRelation, spanOfTokens } from '../../text/index.ts'
import { DEED_VERBS, GIVEN, MOTIVE_NOUNS, REQUESTS } from './lexicon.ts'
import { draftLink, isAnnouncement, isDeniedAt, isNegated, type LinkDraft, type Scene, withinTeller } from './scene.ts'

/** "out of mercy", "as a gesture of goodwill", "on humanitarian grounds". */
export function findMotives(scene: Scene): LinkDraft[] {
  const found: LinkDraft[] = []
  const { tokens } = scene
  for (let i = 0; i < tokens.length; i++) {
    const rel = baseRelation(tokens, i)
    if ((rel !== 'obl' && rel !== 'nmod') || !MOTIVE_NOUNS.has(scene.lemma(i))) continue
    const verb = rel === 'nmod' ? (tokens.head[tokens.head[i] ?? -1] ?? -1) : (tokens.head[i] ?? -1)
    const words = casesOf(scene, i)
    const isMotive =
      words === 'out of' ||
      words === 'on' ||
      words === 'out' ||
      (words === 'as' && scene.lemma(i) === 'gesture') ||
      (words === 'for' && (scene.lemma(i) === 'reason' || scene.lemma(i) === 'consideration'))
    if (!isMotive || verb < 0) continue
    const to =
      scene.claimsAt(verb).find((one) => !isAnnouncement(one)) ??
      scene.claimsAt(verb).find(({ event }) => event.type === 'refusal') ??
      givenIn(scene, verb) ??
      (DEED_VERBS.has(scene.lemma(verb)) ? deedBefore(scene, verb) : null)
    if (!to) continue
    const phrase = motiveSpan(scene, i)
    const at = spanOfTokens(tokens, i, i + 1)
    found.push(
      draftLink(
        'motive',
        phrase,
        to,
        at,
        withinTeller(scene, at, coverOf([spanOfTokens(tokens, verb, verb + 1), phrase]) ?? phrase),
      ),
    )
  }
  return found
}

/** "the pardon had been granted out of mercy": the deed is the noun that the verb carries. */
function givenIn(scene: Scene, verb: number): Claim | null {
  const subject = scene.tree.children(verb).find((child) => scene.tokens.relation[child] === 'nsubj:pass')
  return (subject === undefined ? undefined : scene.claimsAt(subject).find((one) => !isAnnouncement(one))) ?? null
}

/** The motive with an infinitive behind it, to the end of the quotation it stands in. */
function motiveSpan(scene: Scene, head: number): Span {
  const phrase = scene.phraseAt(head)
  const tail = /^,? to [^.,;”"]+/.exec(scene.text.slice(phrase.to))
  const to = phrase.to + (tail ? tail[0].length : 0)
  const from = /^[“"]/.test(scene.text.slice(phrase.from)) ? phrase.from + 1 : phrase.from
  return { from, to: from + scene.text.slice(from, to).trimEnd().length }
}

function casesOf(scene: Scene, index: number): string {
  const found: string[] = []
  for (const child of scene.tree.children(index)) {
    if (baseRelation(scene.tokens, child) !== 'case') continue
    found.push(scene.form(child))
    for (const part of scene.tree.children(child))
      if (baseRelation(scene.tokens, part) === 'fixed') found.push(scene.form(part))
  }
  return found.join(' ')
}

/** The deed that "he acted" stands for: the nearest claim before it whose agent the subject is. */
function deedBefore(scene: Scene, verb: number): Claim | null {
  const from = scene.tokens.from[verb] ?? 0
  const sentence = scene.sentences[scene.tokens.sentence[verb] ?? -1]
  const floor = scene.sentences[(scene.tokens.sentence[verb] ?? 0) - 1]?.from ?? sentence?.from ?? 0
  let best: Claim | null = null
  for (const claim of scene.claims) {
    const { trigger, type } = claim.event
    if (
      trigger.from >= from ||
      trigger.from < floor ||
      isAnnouncement(claim) ||
      type === 'request' ||
      type === 'demand' ||
      type === 'statement'
    )
      continue
    if (!claim.event.participants.some((one) => one.role === 'agent')) continue
    best = claim
  }
  return best
}

/** "at Roe's request", "at the request of": the second answers the first. */
export function findRequests(scene: Scene): LinkDraft[] {
  const found: LinkDraft[] = []
  const { tokens } = scene
  for (let i = 0; i < tokens.length; i++) {
    if (!REQUESTS.has(scene.lemma(i))) continue
    const preposition = scene.caseOf(i)
    const isAnswer =
      preposition === 'at' ||
      preposition === 'on' ||
      preposition === 'upon' ||
      preposition === 'following' ||
      preposition === 'after' ||
      (preposition === 'to' && scene.form(tokens.head[i] ?? 0) === 'response')
    if (!isAnswer) continue
    let verb = tokens.head[i] ?? -1
    if (verb >= 0 && scene.form(verb) === 'response') verb = tokens.head[verb] ?? -1
    const to = deedAt(scene, verb, i)
    if (!to) continue
    const ask = scene.claimsAt(i).find((one) => one.event.type === 'request' || one.event.type === 'demand')
    const phrase = scene.phraseAt(i)
    const at = spanOfTokens(tokens, i, i + 1)
    if (preposition !== 'at' && !ask) continue
    found.push(
      draftLink(
        'at-request-of',
        ask ?? phrase,
        to,
        at,
        withinTeller(scene, at, coverOf([to.event.trigger, phrase]) ?? phrase),
      ),
    )
  }
  return found
}

/** The claim of the governing verb; where the parser hung the phrase on a noun, of the verb above. */
function deedAt(scene: Scene, start: number, request: number): Claim | null {
  let at = start
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    const claim = scene.claimsAt(at).find((one) => !isAnnouncement(one))
    if (claim && at !== request) return claim
    at = scene.tokens.head[at] ?? -1
  }
  return null
}

/** "in exchange for", "in return for", and their denial, "no quid pro quo". */
export function findExchanges(scene: Scene): LinkDraft[] {
  const found: LinkDraft[] = []
  const { tokens } = scene
  for (let i = 1; i < tokens.length; i++) {
    const word = scene.form(i)
    if ((word === 'exchange' || word === 'return') && scene.form(i - 1) === 'in') {
      const made = exchangeAt(scene, i)
      if (made) found.push(made)
    } else if (word === 'quid' && scene.form(i + 1) === 'pro') {
      // "There was no quid pro quo": in a sentence of its own it is of the deed told before.
      const to = nearestClaim(scene, i) ?? lastGiven(scene, tokens.from[i] ?? 0)
      const at = spanOfTokens(tokens, i, i + 3)
      const before = scene.text.slice(Math.max(0, at.from - 24), at.from).toLowerCase()
      const denied = /\b(?:no|not|never|without|any|denied|denies)\b/.test(before)
      if (to) found.push(draftLink('in-return-for', at, to, at, at, denied ? 'denies' : 'asserts'))
    }
  }
  return found
}

function exchangeAt(scene: Scene, index: number): LinkDraft | null {
  const { tokens } = scene
  let given = -1
  if (scene.form(index + 1) === 'for') {
    const mark = index + 1
    for (let at = tokens.head[mark] ?? -1, steps = 0; steps < 1; steps++) given = at
    if (given === index || given < 0) given = mark + 1 < tokens.length ? topFrom(scene, mark + 1) : -1
  }
  // "freed three in exchange for the men": the deed itself is told.
  const isDeed = scene.claimsAt(tokens.head[index] ?? -1).some(({ event }) => GIVEN.has(event.type))
  const people = given < 0 || isDeed ? null : peopleGiven(scene, given)
  if (people) return paidFor(scene, index, people)
  const to = governing(scene, index) ?? announced(scene, index)
  if (!to) return unnamedExchange(scene, index)
  const at = spanOfTokens(tokens, index - 1, index + 1)
  if (given < 0) {
    const earlier = scene.claims
      .filter((one) => one.event.trigger.to <= to.event.trigger.from && one !== to && !isAnnouncement(one))
      .at(-1)
    const near = earlier && tokens.sentence[scene.triggerOf(earlier)]! >= tokens.sentence[index]! - 1
    return near
      ? draftLink('in-return-for', earlier, to, at, coverOf([at, to.event.trigger]) ?? at, deniedWith(to))
      : null
  }
  const phrase = scene.phraseAt(given)
  // "potash and a phone call": of a row not one member alone.
  const isRow = scene.tree.children(given).some((child) => tokens.relation[child] === 'conj')
  const claim = isRow ? null : scene.claimIn(given)
  return draftLink(
    'in-return-for',
    claim ?? phrase,
    to,
    at,
    withinTeller(scene, at, coverOf([to.event.trigger, at, phrase]) ?? at),
    deniedWith(to),
  )
}

/** "denied that anyone had been freed in return for the loan": then the one was not the price of the other. */
function deniedWith({ stance }: Claim): Stance {
  return stance === 'denies' ? 'denies' : 'asserts'
}

/** "promised him a pass in exchange for documents": what is promised has no claim of its own. */
function announced(scene: Scene, index: number): Claim | null {
  let at = scene.tokens.head[index] ?? -1
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    const claim = scene.claimsAt(at).find(({ event }) => event.type === 'promise')
    if (claim) return claim
    at = scene.tokens.head[at] ?? -1
  }
  return null
}

/** "in exchange for the pair", "in return for the men": the last telling that let go of people; null for other things. */
function peopleGiven(scene: Scene, given: number): Claim | null {
  const { tokens, tree } = scene
  const isTold = tree.children(given).some((child) => /^(?:the|these|those|their|his|her)$/.test(scene.form(child)))
  const isPronoun = /^(?:them|him|her)$/.test(scene.form(given))
  if (!isPronoun && !(isTold && PEOPLE.has(scene.lemma(given)))) return null
  const isMany = tokens.xpos[given] === 'NNS' || scene.form(given) === 'them'
  return lastGiven(scene, tokens.from[given] ?? 0, PEOPLE_GO, isMany)
}
const PEOPLE = new Set(
  'pair man woman prisoner captive hostage detainee soldier two three four five six seven eight nine ten dozen group trio couple crew sailor convict'.split(
    ' ',
  ),
)
const PEOPLE_GO: ReadonlySet<string> = new Set(['release', 'prisoner-swap', 'extradition'])

/** "that $3 million had been handed over in exchange for the pair": what was given for people is the thing handed. */
function paidFor(scene: Scene, index: number, to: Claim): LinkDraft | null {
  const { tokens, tree } = scene
  let verb = tokens.head[index] ?? -1
  for (let steps = 0; steps < 3 && verb >= 0 && tokens.upos[verb] !== VERB; steps++) verb = tokens.head[verb] ?? -1
  if (verb < 0) return null
  const parts = tree.children(verb)
  const thing =
    parts.find((child) => tokens.relation[child] === 'obj') ??
    parts.find((child) => tokens.relation[child] === 'nsubj:pass')
  if (thing === undefined || tokens.upos[thing] === PRONOUN) return null
  const at = spanOfTokens(tokens, index - 1, index + 1)
  const words = cutAtTie(scene, scene.phraseAt(thing), at)
  const denied = isNegated(scene, verb) || isDeniedAt(scene, at)
  return draftLink('in-return-for', words, to, at, coverOf([words, at]) ?? at, denied ? 'denies' : 'asserts')
}
const VERB = 15
const PRONOUN = 10

function cutAtTie({ text }: Scene, words: Span, tie: Span): Span {
  if (words.to <= tie.from || words.from >= tie.from) return words
  return { from: words.from, to: words.from + text.slice(words.from, tie.from).trimEnd().length }
}

/** The last deed before a place by which something was given, or people let go. */
function lastGiven(scene: Scene, before: number, types: ReadonlySet<string> = GIVEN, isMany = false): Claim | null {
  const given = scene.claims.filter(
    ({ event, stance }) =>
      types.has(event.type) && event.status === 'happened' && stance === 'asserts' && event.trigger.to < before,
  )
  const many = isMany
    ? given.find(({ event }) =>
        event.participants.some(({ role, count }) => role === 'patient' && (count?.low ?? 1) > 1),
      )
    : undefined
  if (many) return many
  return given.findLast(({ event }) => PEOPLE_FREE.has(event.type)) ?? given.at(-1) ?? null
}
const PEOPLE_FREE: ReadonlySet<string> = new Set([...PEOPLE_GO, 'pardon'])

/** "denied that it had received anything in return": what was given is a claim before, what for is words. */
function unnamedExchange(scene: Scene, index: number): LinkDraft | null {
  const { tokens } = scene
  let verb = tokens.head[index] ?? -1
  let object = verb < 0 ? undefined : scene.tree.children(verb).find((child) => tokens.relation[child] === 'obj')
  if (object === undefined && verb >= 0 && tokens.relation[verb] === 'obj') {
    object = verb
    verb = tokens.head[verb] ?? -1
  }
  const before = tokens.from[index] ?? 0
  const to = scene.claims
    .filter((one) => GIVEN.has(one.event.type) && one.stance === 'asserts' && one.event.trigger.to < before)
    .at(-1)
  if (verb < 0 || object === undefined || !to) return null
  const at = spanOfTokens(tokens, index - 1, index + 1)
  const words = scene.phraseAt(object)
  const denied = isNegated(scene, verb) || isDeniedAt(scene, at)
  // "He was paid. In return he brought a key": it is for what the sentence before tells, whether that is a claim or not.
  const sentences = tokens.sentence[index]! - tokens.sentence[scene.triggerOf(to)]!
  if (!denied && sentences > 1) return null
  return draftLink('in-return-for', words, to, at, coverOf([words, at]) ?? at, denied ? 'denies' : 'asserts')
}

/** The highest token of the phrase that starts at `first`. */
function topFrom(scene: Scene, first: number): number {
  let at = first
  for (let steps = 0; steps < 6; steps++) {
    const above = scene.tokens.head[at] ?? -1
    if (above <= at) break
    at = above
  }
  return at
}

/** The claim whose trigger governs the words, or the last one before them in the sentence. */
function governing(scene: Scene, index: number): Claim | null {
  let at = scene.tokens.head[index] ?? -1
  for (let steps = 0; steps < 5 && at >= 0; steps++) {
    const claim = scene.claimsAt(at).find((one) => !isAnnouncement(one))
    if (claim) return claim
    at = scene.tokens.head[at] ?? -1
  }
  return nearestClaim(scene, index)
}

function nearestClaim(scene: Scene, index: number): Claim | null {
  const sentence = scene.tokens.sentence[index]
  let best: Claim | null = null
  for (const claim of scene.claims) {
    const token = scene.triggerOf(claim)
    if (scene.tokens.sentence[token] !== sentence || isAnnouncement(claim)) continue
    if (token < index || best === null) best = claim
  }
  return best
}
