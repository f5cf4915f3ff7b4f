import { baseRelation } from '../../text/index.ts'
import type { Entities, Entity } from './entities.ts'
import { classifyPronoun } from './find-pronouns.ts'
import { SAYING_VERBS } from './lexicon.ts'
import { type Draft, isVoice, type Scene, tagOf } from './scene.ts'

/** Sentences back that he and she may reach, and they and it. */
const PERSON_WINDOW = 4
const GROUP_WINDOW = 2
/** Least score of an antecedent, and least lead over the second best. Chosen on GUM's news in its train part. */
const LEAST_SCORE = 2
const LEAST_LEAD = 0.25

/**
 * The entity that a pronoun stands for, or null where it is first or second person, or nobody is likely enough.
 * `before` are the drafts that start before the pronoun, in text order. Relative pronouns go with the noun of their
 * clause; the others by recency, subjecthood, parallelism, gender, number and who cannot be meant in the clause.
 */
export function resolvePronoun(
  scene: Scene,
  draft: Draft,
  before: readonly Draft[],
  byToken: ReadonlyMap<number, Draft>,
  entities: Entities,
): Entity | null {
  const word = draft.noun
  const known = classifyPronoun(word)
  if (!known || known.relative) return resolveRelative(scene, draft, byToken, entities)
  if (known.person !== 3) return null
  if (word === 'it' || word === 'its' || word === 'itself') return resolveIt(scene, draft, before, entities)
  return resolveThird(scene, draft, before, entities, known.many)
}

function resolveRelative(
  scene: Scene,
  draft: Draft,
  byToken: ReadonlyMap<number, Draft>,
  entities: Entities,
): Entity | null {
  let at = draft.root
  for (let steps = 0; steps < 8 && at >= 0; steps++) {
    const relation = scene.tokens.relation[at]!
    const head = scene.tokens.head[at]!
    if (relation === 'acl:relcl' || relation === 'acl') {
      const owner = byToken.get(head)
      const entity = owner && owner.first < draft.first ? entities.of(owner) : null
      // Persons are "who": for "which" the noun right before is meant, if it is a body.
      if (draft.noun === 'which' && entity?.kind === 'person') {
        const close = byToken.get(draft.first - 1) ?? byToken.get(draft.first - 2)
        const body = close ? entities.of(close) : null
        return body && body.kind !== 'person' ? body : null
      }
      return entity
    }
    at = head
  }
  // The tree has no relative clause: the mention right before, over a comma.
  const close =
    byToken.get(draft.first - 1) ?? (scene.lower[draft.first - 1] === ',' ? byToken.get(draft.first - 2) : undefined)
  return close && draft.noun.startsWith('who') ? entities.of(close) : null
}

/** The clause's verb above a word: climbs over conjuncts, auxiliaries and complements of nouns. */
function clauseOf(scene: Scene, index: number): number {
  let at = index
  for (let steps = 0; steps < 20; steps++) {
    const head = scene.tokens.head[at]!
    if (head < 0) return at
    if (
      /^(?:nsubj|obj|iobj|obl|advcl|ccomp|xcomp|acl|parataxis|root|csubj|nsubj:pass|obl:agent|dislocated)/.test(
        scene.tokens.relation[at]!,
      )
    )
      return head
    at = head
  }
  return at
}

/** "By Jane Roe" in a line of its own: who wrote it is meant by no pronoun below. */
function isByline(scene: Scene, { form, sentence }: Draft): boolean {
  const one = scene.sentences[sentence]
  if (form !== 'name' || !one || !/^(?:by|reporting|editing|words|story)$/.test(scene.lower[one.first] ?? ''))
    return false
  if (one.last - one.first > LONGEST_BYLINE) return false
  for (let i = one.first; i < one.last; i++) if (/^(?:VB[DPZ]?|MD)$/.test(tagOf(scene, i))) return false
  return true
}
const LONGEST_BYLINE = 14

interface Ranked {
  readonly entity: Entity
  score: number
}

function resolveThird(
  scene: Scene,
  draft: Draft,
  before: readonly Draft[],
  entities: Entities,
  many: boolean,
): Entity | null {
  const window = many ? GROUP_WINDOW : PERSON_WINDOW
  const scores = new Map<Entity, Ranked>()
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i]!
    const distance = draft.sentence - other.sentence
    if (distance > window) break
    const entity = entities.of(other)
    if (!entity || other.modifier || isByline(scene, other) || !canBe(scene, entity, draft, many)) continue
    const place = placed(scene, other)
    if (isBarred(scene, draft, place)) continue
    const score = rank(scene, draft, place, entity, distance, many)
    const known = scores.get(entity)
    if (!known) scores.set(entity, { entity, score })
    else if (score > known.score) known.score = score + 0.1
    else known.score += 0.1
  }
  // An entity named as a coargument is not meant by another mention of it either.
  const barred = new Set<Entity>()
  for (let i = before.length - 1; i >= 0 && before[i]!.sentence === draft.sentence; i--) {
    const entity = entities.of(before[i]!)
    if (entity && isBarred(scene, draft, placed(scene, before[i]!)) && !before[i]!.modifier) barred.add(entity)
  }
  const ranked = [...scores.values()]
    .filter((one) => !barred.has(one.entity))
    .sort((a, b) => b.score - a.score || a.entity.index - b.entity.index)
  const best = ranked[0]
  if (!best || best.score < LEAST_SCORE) return null
  const second = ranked[1]
  if (second && best.score - second.score < LEAST_LEAD) return null
  if (many && bestOther(scene, draft, before, window) > best.score - LEAST_LEAD) return null
  return best.entity
}

/**
 * Score of the best plural that is no mention ("the documents", "Roe and Hale"): what "they" may mean as well. Things do
 * not say anything, so they do not count for the subject of a verb of saying.
 */
function bestOther(scene: Scene, draft: Draft, before: readonly Draft[], window: number): number {
  const { tokens } = scene
  const speaks = isVoice(scene, draft)
  const heads = new Set<number>()
  let best = 0
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i]!
    if (draft.sentence - other.sentence > window) break
    for (let k = other.first; k < other.last; k++) heads.add(k)
    // Two joined by "and" are a plural of their own.
    const pair = scene.tree
      .children(other.root)
      .find((child) => tokens.relation[child] === 'conj' && child < draft.first)
    if (pair === undefined || other.modifier || other.form === 'pronoun' || other.many) continue
    if (other.kind === 'place' || (speaks && other.kind === 'state')) continue
    const score = placeScore(draft.sentence - other.sentence) + roleScore(scene, other.root, draft) + 1
    if (score > best) best = score
  }
  if (speaks) return best
  const first = scene.sentences[Math.max(0, draft.sentence - 1)]?.first ?? 0
  for (let i = first; i < draft.first; i++) {
    if (heads.has(i) || !/^NNP?S$/.test(tagOf(scene, i)) || tokens.relation[i] === 'compound') continue
    const score = placeScore(draft.sentence - tokens.sentence[i]!) + roleScore(scene, i, draft) + 0.6
    if (score > best) best = score
  }
  return best
}

function canBe(scene: Scene, entity: Entity, draft: Draft, many: boolean): boolean {
  if (many)
    return (
      entity.kind === 'group' || ((entity.kind === 'organization' || entity.kind === 'outlet') && isVoice(scene, draft))
    )
  if (entity.kind !== 'person' || entity.many) return false
  return entity.gender === null || draft.gender === null || entity.gender === draft.gender
}

/** Roles in which pronoun and antecedent cannot be the same: both arguments of one verb, or one inside the other. */
function isBarred(scene: Scene, draft: Draft, other: Draft): boolean {
  const { tokens } = scene
  if (other.first <= draft.first && draft.last <= other.last) return true
  if (isSpeakerOf(scene, draft, other)) return true
  if (other.sentence !== draft.sentence) return false
  if (draft.noun.endsWith('self') || draft.noun.endsWith('selves')) return false
  const possessive = tokens.relation[draft.root] === 'nmod:poss'
  const argument = /^(?:nsubj|obj|iobj|obl)/
  if (
    !possessive &&
    argument.test(tokens.relation[draft.root]!) &&
    argument.test(tokens.relation[other.root]!) &&
    tokens.head[draft.root] === tokens.head[other.root]
  )
    return true
  // "Roe met the envoy and thanked him": the subject that two verbs share is not the object of the second.
  if (
    !possessive &&
    argument.test(tokens.relation[draft.root]!) &&
    /^nsubj/.test(tokens.relation[other.root]!) &&
    sharesSubject(scene, tokens.head[draft.root]!, tokens.head[other.root]!)
  )
    return true
  if (isTheirKin(scene, draft, other)) return true
  if (!possessive && /^nsubj/.test(tokens.relation[other.root]!) && isDoneBy(scene, draft.root, other.root)) return true
  return false
}

/** Papers by which something is done to somebody: whoever signs one does it. */
const PAPERS = /^(?:decree|order|edict|warrant|ruling|decision|bill|law|act|statement|letter|declaration|document)$/

/**
 * "Roe left after freeing him", "Roe signed a decree pardoning him": the subject above is the one who frees and pardons,
 * and not whom.
 */
function isDoneBy({ tokens, tree }: Scene, pronoun: number, subject: number): boolean {
  if (tokens.relation[pronoun] !== 'obj') return false
  let verb = tokens.head[pronoun]!
  for (let steps = 0; steps < 3 && verb >= 0; steps++) {
    if (tree.children(verb).some((child) => /^nsubj/.test(tokens.relation[child]!))) return false
    const relation = tokens.relation[verb]!
    let above = tokens.head[verb]!
    if (above < 0) return false
    if (relation === 'acl' && PAPERS.test(tokens.lemma[above] ?? '') && tokens.relation[above] === 'obj')
      above = tokens.head[above]!
    // "asked Hale to free him": whoever is asked frees.
    else if (relation === 'xcomp' && tree.children(above).some((one) => /^i?obj/.test(tokens.relation[one]!)))
      return false
    else if (relation !== 'xcomp' && relation !== 'advcl' && relation !== 'conj') return false
    if (tokens.head[subject] === above) return true
    verb = above
  }
  return false
}

/** Kin and others by whom somebody is told of: "Roe's wife said he had been beaten". */
const KIN =
  /^(?:wife|husband|widow|partner|mother|father|parents?|brother|sister|son|daughter|family|relatives?|lawyers?|attorney|solicitor|barrister|friend|colleague|aide|spokes(?:man|woman|person))$/

const MALE_KIN = /^(?:husband|father|brother|son)$/
const FEMALE_KIN = /^(?:wife|widow|mother|sister|daughter)$/

/** The owner of the subject of saying over the pronoun's clause, where that is kin or counsel of somebody. */
function isKinOf({ tokens, tree }: Scene, owner: number, { root: pronoun, gender }: Draft): boolean {
  if (tokens.relation[owner] !== 'nmod:poss' || !/^nsubj/.test(tokens.relation[pronoun]!)) return false
  const kin = tokens.head[owner]!
  const noun = tokens.lemma[kin] ?? ''
  if (kin < 0 || !KIN.test(noun) || !/^nsubj/.test(tokens.relation[kin]!)) return false
  // "Roe's brother said he had called": either may be meant.
  if (gender === 'male' ? MALE_KIN.test(noun) : FEMALE_KIN.test(noun)) return false
  const verb = tokens.head[kin]!
  return verb >= 0 && SAYING_VERBS.has(tokens.lemma[verb] ?? '') && tree.dominates(verb, pronoun)
}

/** "His lawyer said he had been beaten": he is whose lawyer speaks. */
function isTheirKin({ tokens, tree, lower }: Scene, draft: Draft, { root }: Draft): boolean {
  if (!/^nsubj/.test(tokens.relation[root]!) || !/^nsubj/.test(tokens.relation[draft.root]!)) return false
  if (!KIN.test(tokens.lemma[root] ?? '')) return false
  const owner = draft.gender === 'male' ? 'his' : draft.gender === 'female' ? 'her' : ''
  const verb = tokens.head[root]!
  if (verb < 0 || !SAYING_VERBS.has(tokens.lemma[verb] ?? '') || !tree.dominates(verb, draft.root)) return false
  if (draft.root < root) return false
  if (draft.gender === 'male' ? MALE_KIN.test(tokens.lemma[root] ?? '') : FEMALE_KIN.test(tokens.lemma[root] ?? ''))
    return false
  return tree.children(root).some((child) => tokens.relation[child] === 'nmod:poss' && lower[child] === owner)
}

/** "“He lied,” Roe said", "Roe said: “It is over. He lied.”": who says the words in the marks does not call himself he. */
function isSpeakerOf(scene: Scene, draft: Draft, other: Draft): boolean {
  const { tokens } = scene
  const quote = scene.quotation[draft.root]!
  if (quote === 0 || scene.quotation[other.root] === quote || baseRelation(tokens, other.root) !== 'nsubj') return false
  const verb = tokens.head[other.root]!
  if (verb < 0 || !SAYING_VERBS.has(tokens.lemma[verb] ?? '')) return false
  const { first, last } = scene.sentences[other.sentence]!
  return scene.quotation.subarray(first, last).includes(quote)
}

/** True where the second of two coordinated verbs has no subject of its own. */
function sharesSubject({ tokens, tree }: Scene, verb: number, first: number): boolean {
  if (verb < 0 || tokens.relation[verb] !== 'conj' || tokens.head[verb] !== first) return false
  return !tree.children(verb).some((child) => /^nsubj/.test(tokens.relation[child]!))
}

/** Nearness: same sentence, the one before, and so on. */
function placeScore(distance: number): number {
  return distance === 0 ? 2.6 : distance === 1 ? 2.2 : distance === 2 ? 1.2 : 0.5
}

/** Subjects before objects before the rest; the same role as the pronoun's a little more. */
function roleScore(scene: Scene, root: number, draft: Draft): number {
  const base = baseRelation(scene.tokens, root)
  let score = 0
  if (base === 'nsubj') score += 1.4
  else if (base === 'obj') score += 0.5
  else if (scene.tokens.relation[root] === 'nmod:poss') score += 0.2
  else if (base === 'nmod' || base === 'compound' || base === 'appos') score -= 0.4
  if (base === baseRelation(scene.tokens, draft.root) && base !== 'nmod') score += 0.3
  return score
}

/** "A co-plaintiff, Jane Roe, said": who stands in apposition has the place in the clause of what she stands beside. */
function placed({ tokens }: Scene, name: Draft): Draft {
  const head = tokens.head[name.root]!
  const apposed = name.form === 'name' && baseRelation(tokens, name.root) === 'appos' && head >= 0 && head < name.first
  return apposed ? { ...name, root: head } : name
}

function rank(scene: Scene, draft: Draft, other: Draft, entity: Entity, distance: number, many: boolean): number {
  const { tokens } = scene
  const { root } = other
  const relation = tokens.relation[root]!
  const base = baseRelation(tokens, root)
  const mine = baseRelation(tokens, draft.root)
  let score = placeScore(distance) + roleScore(scene, root, draft)
  if (isVoice(scene, other)) {
    if (base !== 'nsubj') score += 1.4
    if (distance > 0 && isVoice(scene, draft)) score += 0.8
  }
  if (base === 'nsubj') {
    const verb = tokens.head[root]!
    if (verb >= 0 && tokens.head[verb] === -1) score += 0.4
    // "Roe said he would go": the subject of saying is the first guess.
    if (
      distance === 0 &&
      mine === 'nsubj' &&
      SAYING_VERBS.has(tokens.lemma[verb] ?? '') &&
      scene.tree.dominates(verb, draft.root)
    )
      score += 1
  }
  if (
    distance === 0 &&
    relation.startsWith('nsubj') &&
    clauseOf(scene, draft.root) === tokens.head[root] &&
    tokens.relation[draft.root] === 'nmod:poss'
  )
    score += 0.8
  // "Roe was arrested after she accused the mayor": the subject of the clause that the pronoun's hangs on.
  if (distance === 0 && mine === 'nsubj' && base === 'nsubj') {
    const clause = tokens.head[draft.root]!
    if (clause >= 0 && tokens.relation[clause] === 'advcl' && tokens.head[clause] === tokens.head[root]) score += 0.7
  }
  if (distance === 0 && isKinOf(scene, other.root, draft)) score += 2.4
  if (other.form === 'name') score += 0.2
  if (other.form === 'pronoun') score += 0.3
  // "received the men and drove them to a plane that took them home": the same word in the same place.
  if (other.form === 'pronoun' && distance === 0 && other.noun === draft.noun && base === mine) score += 1.2
  score += Math.min(entity.drafts.length, 6) * 0.1
  if (!many && entity.gender !== null && entity.gender === draft.gender) score += 0.5
  if (many) {
    if (entity.many) score += 1
    else score -= 1.2
  }
  // A third person inside quotation marks is seldom the one who speaks before or after.
  const quote = scene.quotation[draft.root]!
  if (quote > 0 && scene.quotation[other.root] === 0) score -= 0.4
  // "Roe's aide said he had called. “He begged,” she said": he is not the one who speaks.
  if (quote > 0 && isVoice(scene, other) && scene.quotation[other.root] === 0 && isSaidByOther(scene, draft))
    score -= 1.5
  // And one named inside of marks only is seldom meant outside of them.
  if (scene.quotation[draft.root] === 0 && scene.quotation[other.root]! > 0) score -= 0.6
  return score
}

/** True for a "he" in marks beside which "she said" stands, and the other way round. */
function isSaidByOther(scene: Scene, draft: Draft): boolean {
  const { tokens, lower } = scene
  const other = draft.gender === 'male' ? 'she' : draft.gender === 'female' ? 'he' : ''
  if (other === '') return false
  const sentence = scene.sentences[draft.sentence]!
  for (let at = sentence.first; at < sentence.last; at++) {
    if (lower[at] !== other || scene.quotation[at]! > 0) continue
    if (SAYING_VERBS.has(tokens.lemma[at + 1] ?? '') || SAYING_VERBS.has(tokens.lemma[at - 1] ?? '')) return true
  }
  return false
}

/** "it" and "its" only where a state, an organization or an outlet is the subject of the clause around or before. */
function resolveIt(scene: Scene, draft: Draft, before: readonly Draft[], entities: Entities): Entity | null {
  const { tokens } = scene
  const children = scene.tree.children(tokens.head[draft.root] ?? -1)
  // "it is clear that", "it was in May that": no one is meant.
  if (
    draft.noun === 'it' &&
    (tokens.relation[draft.root] === 'expl' ||
      children.some(
        (child) =>
          /^(?:ccomp|csubj)/.test(tokens.relation[child]!) && children.some((one) => tokens.relation[one] === 'cop'),
      ))
  )
    return null
  let best: Entity | null = null
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i]!
    if (draft.sentence - other.sentence > (draft.noun === 'it' ? 1 : 0)) break
    const entity = entities.of(other)
    if (!entity || other.modifier) continue
    // "It has warned that it would": another pronoun only where it is the same word of the same sentence.
    if (other.form === 'pronoun' && (other.noun !== draft.noun || other.sentence !== draft.sentence)) continue
    if (entity.kind !== 'state' && entity.kind !== 'organization' && entity.kind !== 'outlet') continue
    if (isBarred(scene, draft, other)) continue
    const subject = baseRelation(tokens, other.root) === 'nsubj'
    if (!subject || !entity.drafts.some(isCertain)) continue
    const verb = tokens.head[other.root]!
    const governs = other.sentence === draft.sentence && scene.tree.dominates(verb, draft.root)
    const echo =
      other.sentence !== draft.sentence &&
      baseRelation(tokens, draft.root) === 'nsubj' &&
      (SAYING_VERBS.has(tokens.lemma[tokens.head[draft.root]!] ?? '') || isActOfBodies(scene, draft))
    if (!governs && !echo) continue
    best = entity
    break
  }
  return best
}

/** A name, "the ministry", "the city's council": a body that a text can go on to call it. */
function isCertain({ form, determiner }: Draft): boolean {
  return form === 'name' || determiner === 'definite' || determiner === 'possessive'
}

/** Deeds of states and bodies, which start a sentence of their own with "It". */
const BODY_ACTS = new Set(
  'urge demand warn threaten appeal request offer pledge refuse reject condemn accuse expel summon recall impose lift free release deport agree'.split(
    ' ',
  ),
)

function isActOfBodies({ tokens }: Scene, draft: Draft): boolean {
  const verb = tokens.head[draft.root]!
  return verb >= 0 && tokens.relation[verb] === 'root' && BODY_ACTS.has(tokens.lemma[verb] ?? '')
}
