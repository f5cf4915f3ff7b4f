import { type Claim, coverOf } from '../../model/index.ts'
import { baseRelation, spanOfTokens } from '../../text/index.ts'
import { ENGAGEMENTS, PART_PREPOSITIONS, SEQUENCE_AFTER, SEQUENCE_BEFORE } from './lexicon.ts'
import { draftLink, isAnnouncement, type LinkDraft, type Scene, withinTeller } from './scene.ts'

/** "after", "following", "before", "followed": told as following in time; and engagements within others. */
export function findOrder(scene: Scene): LinkDraft[] {
  const found: LinkDraft[] = []
  const { tokens } = scene
  for (const claim of scene.claims) {
    if (isAnnouncement(claim)) continue
    const head = scene.triggerOf(claim)
    const link = ofPhrase(scene, claim, head)
    if (link) found.push(link)
  }
  for (let i = 0; i < tokens.length; i++) {
    if (scene.lemma(i) !== 'follow' || tokens.upos[i] !== 15) continue
    let subject: Claim | null = null
    let object: Claim | null = null
    if (scene.tokens.xpos[i] === 'VBG') subject = governing(scene, i)
    for (const child of scene.tree.children(i)) {
      if (tokens.relation[child] === 'nsubj') subject = scene.claimIn(child)
      else if (tokens.relation[child] === 'obj') object = scene.claimIn(child)
    }
    if (!subject || !object || subject === object) continue
    const at = spanOfTokens(tokens, i, i + 1)
    found.push(draftLink('sequence', object, subject, at, withinTeller(scene, at, scene.clauseSpan(i))))
  }
  return [...found, ...findLater(scene)]
}

/** "Hours later, Lima expelled ...", "was made on Monday and turned down two days later": after the deed told before. */
function findLater(scene: Scene): LinkDraft[] {
  const { tokens } = scene
  const found: LinkDraft[] = []
  for (let i = 0; i < tokens.length; i++) {
    const word = scene.form(i)
    if (word !== 'later' && word !== 'afterwards' && word !== 'thereafter') continue
    // "no later than Friday", "issued 40 minutes later" of a paper.
    if (baseRelation(tokens, i) !== 'advmod' || scene.form(i + 1) === 'than') continue
    if (word === 'later' && !scene.tree.children(i).some((child) => /^obl/.test(tokens.relation[child] ?? ''))) continue
    const verb = tokens.head[i] ?? -1
    if (verb < 0 || tokens.relation[verb] === 'acl') continue
    const to = scene.claimsAt(verb).find((one) => isDone(one) && one.event.type !== 'statement')
    const from = to ? deedBefore(scene, to, verb) : null
    if (!to || !from) continue
    const at = spanOfTokens(tokens, i, i + 1)
    const amount = scene.tree.extent(i)
    found.push(draftLink('sequence', from, to, at, spanOfTokens(tokens, amount.first, i + 1)))
  }
  return found
}

/** The deed after which something came: of the same sentence, else the last of the same sort in the sentences before. */
function deedBefore(scene: Scene, to: Claim, verb: number): Claim | null {
  const { tokens } = scene
  const sentence = tokens.sentence[verb] ?? 0
  const before = scene.claims.filter(
    (one) => one !== to && isDone(one) && one.event.trigger.to <= to.event.trigger.from && one.stance === 'asserts',
  )
  const here = before.findLast((one) => tokens.sentence[scene.triggerOf(one)] === sentence)
  if (here) return here
  const near = before.filter((one) => sentence - (tokens.sentence[scene.triggerOf(one)] ?? 0) <= LATER_REACH)
  return near.findLast((one) => one.event.type === to.event.type) ?? near.at(-1) ?? null
}
/** Sentences back to which "hours later" may point. */
const LATER_REACH = 5

function isDone({ event }: Claim): boolean {
  return event.status === 'happened'
}

/** "the release following talks": the claim that the participle hangs below. */
function governing(scene: Scene, participle: number): Claim | null {
  let at = scene.tokens.head[participle] ?? -1
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    const claim = scene.claimsAt(at).find((one) => !isAnnouncement(one))
    if (claim) return claim
    at = scene.tokens.head[at] ?? -1
  }
  return null
}

/** "four days after President Roe had freed them": the parser may give the "after" of a clause to its subject. */
function subjectCase(scene: Scene, verb: number): string {
  if (scene.tokens.relation[verb] !== 'advcl') return ''
  const subject = scene.tree.children(verb).find((child) => baseRelation(scene.tokens, child) === 'nsubj')
  const word = subject === undefined ? '' : scene.caseOf(subject)
  return SEQUENCE_AFTER.has(word) || SEQUENCE_BEFORE.has(word) ? word : ''
}

/** The claim stands in a phrase of time ("after the talks") below another claim. */
function ofPhrase(scene: Scene, claim: Claim, head: number): LinkDraft | null {
  const { tokens } = scene
  let at = head
  // "after a meeting", "after talks began", "after he met the envoy": up to the phrase that has the preposition.
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    const preposition = scene.caseOf(at) || subjectCase(scene, at)
    const sidelines = preposition === 'of' && scene.form(tokens.head[at] ?? -1) === 'sidelines'
    const isAfter = SEQUENCE_AFTER.has(preposition) && preposition !== 'since'
    if (isAfter || SEQUENCE_BEFORE.has(preposition) || PART_PREPOSITIONS.has(preposition) || sidelines) {
      return between(scene, claim, at, sidelines ? 'during' : preposition)
    }
    if (preposition !== '' && baseRelation(tokens, at) !== 'nmod') return null
    const above = tokens.head[at] ?? -1
    const rel = baseRelation(tokens, at)
    if (rel !== 'nmod' && rel !== 'obj' && rel !== 'nsubj' && rel !== 'xcomp' && rel !== 'compound') return null
    at = above
  }
  return null
}

function between(scene: Scene, inner: Claim, phrase: number, preposition: string): LinkDraft | null {
  const { tokens } = scene
  let at = tokens.head[phrase] ?? -1
  let outer: Claim | null = null
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    outer =
      scene.claimsAt(at).find((one) => one !== inner && !isAnnouncement(one)) ?? carriedBy(scene, at, inner, phrase)
    if (outer) break
    at = tokens.head[at] ?? -1
  }
  if (!outer || outer === inner) return null
  const marks = scene.tree.children(phrase).find((child) => scene.form(child) === preposition)
  const tie = spanOfTokens(tokens, marks ?? phrase, (marks ?? phrase) + 1)
  const evidence = withinTeller(scene, tie, coverOf([inner.event.trigger, outer.event.trigger, tie]) ?? tie)
  if (PART_PREPOSITIONS.has(preposition)) {
    // "asked him for clemency during a visit": what was done there is a part of it too.
    const isInside = ENGAGEMENTS.has(outer.event.type) || (preposition === 'during' && SAID.has(outer.event.type))
    if (!ENGAGEMENTS.has(inner.event.type) || !isInside) return null
    return draftLink('part-of', inner, outer, tie, evidence)
  }
  return SEQUENCE_BEFORE.has(preposition)
    ? draftLink('sequence', outer, inner, tie, evidence)
    : draftLink('sequence', inner, outer, tie, evidence)
}

/** What is said within a visit or a meeting. */
const SAID: ReadonlySet<string> = new Set(['request', 'demand', 'agreement', 'criticism', 'support', 'apology'])

/** The claim of a noun that a light verb carries: the phrase hangs on "held", the event is its object. */
function carriedBy(scene: Scene, verb: number, inner: Claim, phrase: number): Claim | null {
  for (const child of scene.tree.children(verb)) {
    if (child === phrase) continue
    const rel = scene.tokens.relation[child]
    if (rel !== 'obj' && rel !== 'nsubj:pass' && rel !== 'xcomp') continue
    const found = rel === 'xcomp' ? scene.claimIn(child) : scene.claimsAt(child)[0]
    if (found && found !== inner && !isAnnouncement(found)) return found
  }
  return null
}
