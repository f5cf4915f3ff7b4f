import { baseRelation } from '../../text/index.ts'
import type { Entities } from './entities.ts'
import { type Draft, type Scene, tagOf } from './scene.ts'

/** Nouns that may stand in apposition to a state. */
const STATE_NOUNS =
  /^(?:ally|neighbor|neighbour|host|member|partner|rival|foe|enemy|guarantor|aggressor|counterpart|supporter)$/

/**
 * Joins descriptions with what they describe: apposition ("Jane Roe, a deputy to the envoy,"; "the envoy, Jane Roe,"),
 * a noun right before a name ("rights group Harbor Watch"), a copula ("Roe is the envoy"), "named". Rests on the tree
 * and on commas, since the parser's `appos` is weak. Names must have their entities.
 */
export function linkDescriptions(scene: Scene, drafts: readonly Draft[], entities: Entities): void {
  const starts = new Map<number, Draft[]>()
  for (const draft of drafts) {
    const list = starts.get(draft.first) ?? []
    list.push(draft)
    starts.set(draft.first, list)
  }
  const bySentence = new Map<number, Draft[]>()
  for (const draft of drafts) {
    if (draft.form !== 'name') continue
    const list = bySentence.get(draft.sentence) ?? []
    list.push(draft)
    bySentence.set(draft.sentence, list)
  }
  const describedBy = new Map<Draft, Draft>()
  for (const nominal of drafts) {
    if (nominal.form !== 'nominal' || nominal.entity >= 0 || isOwner(scene, nominal)) continue
    const names = bySentence.get(nominal.sentence) ?? []
    const following = after(scene, nominal, starts)
    const name =
      within(scene, nominal, names) ??
      before(scene, nominal, names) ??
      (following && !isInside(scene, nominal, describedBy.get(following)) ? following : null) ??
      byCopula(scene, nominal, names) ??
      byName(scene, nominal, starts)
    if (!name) continue
    if (name === following) describedBy.set(name, nominal)
    const entity = entities.of(name)
    // "the Mujahir armed group": what no list has for a place is none.
    if (entity?.kind === 'place' && STATE_NOUNS.test(nominal.noun) === false) {
      entity.kind = 'organization'
      for (const one of entity.drafts) one.kind = 'organization'
    }
    if (entity?.kind === 'organization' && nominal.kind === 'person') {
      nominal.kind = 'organization'
      nominal.gender = null
    }
    if (entity) entities.add(entity, nominal)
  }
}

/** "Jane Roe, the prime minister's envoy": the office of whoever sent her is not hers. */
function isOwner({ tokens, lower }: Scene, nominal: Draft): boolean {
  return tokens.relation[nominal.root] === 'nmod:poss' && /^['’]s?$/.test(lower[nominal.last] ?? '')
}

/** True for "the president" of "the envoy of the president, Jane Roe,": the name is the envoy's, whom it tells of first. */
function isInside(scene: Scene, nominal: Draft, outer: Draft | undefined): boolean {
  if (outer === undefined) return false
  const { tokens } = scene
  let at = nominal.root
  while (at >= 0 && at !== outer.root && baseRelation(tokens, at) === 'nmod') at = tokens.head[at]!
  return at === outer.root
}

/** True where the description can be of what the name names. */
function fits(nominal: Draft, name: Draft): boolean {
  if (name.modifier || name.entity < 0) return false
  if (name.kind === 'person') return nominal.kind === 'person'
  if (name.kind === 'organization' || name.kind === 'outlet')
    return (
      nominal.kind === 'organization' ||
      (name.kind === 'organization' && OWNERS.test(nominal.noun)) ||
      (nominal.kind === 'group' &&
        /^(?:group|militia|coalition|movement|faction|gang|media|band|team|cell|panel)$/.test(nominal.noun))
    )
  if (name.kind === 'state' || name.kind === 'place') return nominal.kind === 'person' && STATE_NOUNS.test(nominal.noun)
  return false
}

/** Nouns that bodies are called by as well as persons: "the ship's manager, Argolis Marine,". */
const OWNERS =
  /^(?:owner|co-owner|operator|manager|employer|insurer|publisher|charterer|sponsor|carrier|manufacturer|supplier|developer|contractor|producer|agent|subsidiary|parent)$/

/** Nouns that a body is called by right behind its name. */
const CLASS_NOUNS =
  /^(?:group|militia|movement|party|faction|gang|cartel|agency|newspaper|broadcaster|magazine|channel|station|website|portal|daily|weekly|outlet|charity|company|firm|organi[sz]ation|foundation|network|union|bloc|alliance|coalition|army|watchdog)$/

/**
 * "the Harbor Watch rights group", "the Vesta news agency": a body called by its name and, behind it, by what it is. The
 * name must be of no state or place, no possessor, and stand before the noun with nothing but small words between.
 */
function within(scene: Scene, nominal: Draft, names: readonly Draft[]): Draft | null {
  if (!CLASS_NOUNS.test(nominal.noun) || nominal.determiner === 'indefinite' || nominal.count !== null) return null
  const { tokens, words } = scene
  const name = names.findLast((one) => one.first >= nominal.first && one.last <= nominal.coreFirst)
  const known =
    name?.kind === 'organization' || name?.kind === 'outlet' || (name?.kind === 'place' && name.key === null)
  if (!name || name.last <= nominal.first || !known) return null
  if (name.coreLast - name.coreFirst === 1 && name.kind === 'organization' && name.key !== null && name.modifier)
    return null
  for (let at = name.last; at < nominal.coreFirst; at++)
    if (!/^(?:NN|JJ|HYPH|AFX|VBN)$/.test(tokens.xpos[at]!) || /^\p{Lu}/u.test(words[at]!)) return null
  // "the Harbor Party's army", "the UN agency": what belongs to a body is another one.
  return name.key?.startsWith('organization:') ? null : name
}

/** "Jane Roe, a deputy ...": the name ends right before a comma before the nominal, or the tree says appos. */
function before(scene: Scene, nominal: Draft, drafts: readonly Draft[]): Draft | null {
  const { tokens, lower } = scene
  const comma = nominal.first - 1
  const head = tokens.head[nominal.root]!
  const relation = baseRelation(tokens, nominal.root)
  for (const name of drafts) {
    if (name.sentence !== nominal.sentence || name.form !== 'name' || name.last > nominal.first || !fits(nominal, name))
      continue
    const inTree = head >= name.first && head < name.last
    if (inTree && relation === 'appos') return name
    if (inTree && relation === 'conj' && !hasConjunction(scene, nominal) && closes(scene, nominal)) return name
    // ", 46," may stand between.
    const adjacent =
      (lower[comma] === ',' &&
        (name.last === comma ||
          (lower[name.last] === ')' && name.last + 1 === comma) ||
          (lower[name.last] === ',' && tagOf(scene, name.last + 1) === 'CD' && name.last + 2 === comma))) ||
      (/^[(–—]$/.test(lower[comma] ?? '') && name.last === comma)
    if (!adjacent || (nominal.kind === 'group' && name.kind === 'person')) continue
    if (hasConjunction(scene, nominal)) continue
    // Another argument of the verb stands right after a name seldom; two subjects are an apposition misread.
    if (relation === 'obj') continue
    if (relation === 'nsubj' && !(baseRelation(tokens, name.root) === 'nsubj' && tokens.head[name.root] === head))
      continue
    if (nominal.determiner !== 'none' || closes(scene, nominal)) return name
  }
  return null
}

function hasConjunction(scene: Scene, draft: Draft): boolean {
  return scene.tree.children(draft.root).some((child) => child < draft.root && scene.tokens.relation[child] === 'cc')
}

/** True where a comma, a bracket, a dash or the sentence's end follows the description with its complements. */
function closes(scene: Scene, draft: Draft): boolean {
  const end = Math.max(draft.last, scene.tree.extent(draft.root).last)
  const word = scene.lower[end] ?? '.'
  const inside = scene.lower[draft.last] ?? '.'
  return /^[,.;:)–—!?-]$/.test(word) || /^[,.;:)–—!?]$/.test(inside)
}

/** "the envoy, Jane Roe, said", "rights group Harbor Watch": the name follows. */
function after(scene: Scene, nominal: Draft, starts: ReadonlyMap<number, readonly Draft[]>): Draft | null {
  const { tokens, lower } = scene
  const end = nominal.kind === 'person' ? postmodifierEnd(scene, nominal) : nominal.last
  for (const name of starts.get(end) ?? []) {
    if (name.form !== 'name' || !fits(nominal, name) || name.sentence !== nominal.sentence) continue
    const up = tokens.head[name.root]!
    const down = tokens.head[nominal.root]!
    const related = up === nominal.head || (down >= name.first && down < name.last)
    if (
      nominal.kind !== 'person' &&
      (related || name.key?.startsWith('outlet:') || !/^nsubj/.test(tokens.relation[name.root]!))
    )
      return name
    if (
      related &&
      /^(?:flat|appos|compound|nmod|dep)/.test(tokens.relation[up === nominal.head ? name.root : nominal.root]!)
    )
      return name
  }
  if (/^[,(–—]$/.test(lower[end] ?? '')) {
    for (const name of starts.get(end + 1) ?? []) {
      if (name.form !== 'name' || !fits(nominal, name) || name.sentence !== nominal.sentence) continue
      const stop = lower[name.last] ?? '.'
      const up = tokens.head[name.root]!
      const inTree = up === nominal.head && /^(?:appos|conj|flat|nmod)/.test(tokens.relation[name.root]!)
      if (inTree && !hasConjunction(scene, name)) return name
      if (
        /^[,.;)–—]$/.test(stop) &&
        !isListed(scene, name) &&
        (nominal.determiner !== 'none' || nominal.modifiers.length > 0)
      )
        return name
    }
  }
  return null
}

/** Words of a complement that may stand between an office and the name of who holds it. */
const LONGEST_COMPLEMENT = 10

/** "the ambassador in Oslo, Jane Roe,": the end of a short complement that a comma follows; else the nominal's own end. */
function postmodifierEnd(scene: Scene, nominal: Draft): number {
  const end = nominal.last
  if (!/^(?:in|to|for|at|on|with|of)$/.test(scene.lower[end] ?? '')) return end
  for (let i = end + 1; i < Math.min(end + LONGEST_COMPLEMENT, scene.tokens.length); i++) {
    if (scene.lower[i] === ',') return i
    if (!/^(?:of|neighbou?ring)$/.test(scene.lower[i]!) && !/^(?:NNPS?|NNS?|DT|JJ|POS)$/.test(tagOf(scene, i)))
      return end
  }
  return end
}

/** "Roe, Hale and Vance": the name is one of a row; a row without "and" is an apposition misread. */
function isListed(scene: Scene, name: Draft): boolean {
  const { tokens, tree } = scene
  const isConjunct = (at: number): boolean => baseRelation(tokens, at) === 'conj'
  if (tree.children(name.root).some(isConjunct)) return true
  return (
    isConjunct(name.root) &&
    tree
      .children(tokens.head[name.root]!)
      .some((one) => isConjunct(one) && tree.children(one).some((child) => tokens.relation[child] === 'cc'))
  )
}

/** "Roe is the envoy": the noun is a predicate, the name its subject; not where the clause is negated. */
function byCopula(scene: Scene, nominal: Draft, drafts: readonly Draft[]): Draft | null {
  const { tokens, tree, lower } = scene
  const children = tree.children(nominal.root)
  if (!children.some((child) => tokens.relation[child] === 'cop')) return null
  if (children.some((child) => /^(?:not|n't|never)$/.test(lower[child]!))) return null
  for (const child of children) {
    if (baseRelation(tokens, child) !== 'nsubj') continue
    const name = drafts.find(
      (one) =>
        one.form === 'name' && child >= one.first && child < one.last && one.root === child && fits(nominal, one),
    )
    if (name) return name
  }
  return null
}

/** "a man named Jane Roe", "the commander known as “El Profe”". */
function byName(scene: Scene, nominal: Draft, starts: ReadonlyMap<number, readonly Draft[]>): Draft | null {
  const { lower } = scene
  const called = lower[nominal.last] ?? ''
  let at = nominal.last + 1
  if (/^(?:known|identified)$/.test(called)) {
    if (/^(?:only|locally|widely|better)$/.test(lower[at] ?? '')) at++
    if (lower[at++] !== 'as') return null
  } else if (!/^(?:named|called|dubbed|nicknamed)$/.test(called)) return null
  if (/^["“‘']$/.test(lower[at] ?? '')) at++
  return (starts.get(at) ?? []).find((one) => one.form === 'name' && fits(nominal, one)) ?? null
}
