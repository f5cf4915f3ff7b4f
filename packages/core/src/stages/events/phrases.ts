import type { Actor, ActorId, ActorKind, Count, Mention, Span } from '../../model/index.ts'
import { spanOfTokens, tokensOfSpan } from '../../text/index.ts'
import { countOf } from './counts.ts'
import type { Grammar } from './grammar.ts'

/** What is known of the noun phrase that a token heads. */
export interface Phrase {
  readonly head: number
  readonly span: Span
  readonly headSpan: Span
  readonly mention: Mention | null
  readonly actor: Actor | null
  readonly kind: ActorKind | null
  readonly count: Count | null
  /** Members named in the phrase: "including X". */
  readonly includes: readonly ActorId[]
}

export interface Phrases {
  at(head: number): Phrase
  mentionAt(head: number): Mention | null
  actorOf(mention: Mention | null): Actor | null
  /** How many an actor is, by its mentions; null where they tell no number, or several. */
  countOfActor(actor: ActorId): Count | null
}

/** Longest of-complement, in tokens, that is kept within a phrase without a mention. */
const LONGEST_COMPLEMENT = 6
/** How far behind a noun, in tokens, "among them" may stand. */
const FARTHEST_AMONG = 8
/** Most appositions within one another. */
const DEEPEST_APPOSITION = 2
/** Most names that are told one by one behind the group that they are. */
const MOST_LISTED = 12
/** Longest phrase, in tokens, without a mention; a longer one is cut to its head's neighborhood. */
const LONGEST_PHRASE = 12
/** Nouns in small letters that belong to the place's name before them. */
const WATERS =
  /^(?:river|lake|strait|canal|valley|mountain|hill|province|district|region|island|peninsula|border|crossing)$/
/** What joins a phrase to what stands before it, and is no part of it. */
const JOINING = new Set(['CCONJ', 'PUNCT'])

/** Finds the words and the actor of noun phrases: the mention that a token heads, or else its near words. */
export function createPhrases(grammar: Grammar, mentions: readonly Mention[], actors: readonly Actor[]): Phrases {
  const { tokens, tree } = grammar
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const byTop = new Map<number, Mention>()
  for (const mention of mentions) {
    const { first, last } = tokensOfSpan(tokens, mention)
    let top = mention.head
    for (let steps = 0; steps < last - first; steps++) {
      const above = grammar.head(top)
      if (above < first || above >= last) break
      top = above
    }
    // A mention that the parser tore apart has several tops.
    const keys = new Set([top, mention.head])
    for (let i = first; i < last; i++) {
      const above = grammar.head(i)
      if ((above < first || above >= last) && grammar.upos(i) !== 'PUNCT' && grammar.upos(i) !== 'ADP') keys.add(i)
    }
    for (const key of keys) {
      const known = byTop.get(key)
      if (!known || known.to - known.from < mention.to - mention.from) byTop.set(key, mention)
    }
  }
  // A name within a larger name mention ("figure Jane Roe"), where the parser made the description its head.
  const inside = new Map<number, Mention>()
  for (const mention of mentions) {
    if (mention.form !== 'name') continue
    const { first, last } = tokensOfSpan(tokens, mention)
    for (let i = first; i < last; i++)
      if (i <= mention.head && grammar.upos(i) === 'PROPN' && isNamePart(i, mention)) inside.set(i, mention)
  }
  const cache = new Map<number, Phrase>()
  const bySentence = new Map<number, Mention[]>()
  for (const mention of mentions) {
    if (mention.form === 'pronoun') continue
    const sentence = tokens.sentence[mention.head] ?? -1
    const list = bySentence.get(sentence)
    if (list) list.push(mention)
    else bySentence.set(sentence, [mention])
  }

  function mentionAt(head: number): Mention | null {
    return byTop.get(head) ?? inside.get(head) ?? null
  }

  /** The token and the mention's head are parts of one flat name. */
  function isNamePart(index: number, mention: Mention): boolean {
    return grammar.head(mention.head) === index && grammar.relation(mention.head) === 'flat'
  }

  function actorOf(mention: Mention | null): Actor | null {
    return mention?.actor ? (byId.get(mention.actor) ?? null) : null
  }

  function at(head: number): Phrase {
    const known = cache.get(head)
    if (known) return known
    const own = mentionAt(head)
    const mention = own?.form === 'pronoun' ? (namedInSentence(own) ?? own) : own && withApposedName(own, head)
    const span = mention ? withoutParticle(mention) : nearWords(head)
    const actor = actorOf(mention)
    const made: Phrase = {
      head,
      span,
      headSpan: spanOfTokens(tokens, mention ? mention.head : head, (mention ? mention.head : head) + 1),
      mention,
      actor,
      kind: mention?.kind ?? actor?.kind ?? nameKind(head),
      count: countOf(grammar, span, head),
      includes: [],
    }
    const members = membersOf(head)
    const whole = { ...made, includes: members.length > 0 ? members : listedBehind(made) }
    cache.set(head, whole)
    return whole
  }

  /** "handed over 17 men": the particle is the verb's, where the mention has it. */
  function withoutParticle({ from, to }: Span): Span {
    const { first } = tokensOfSpan(tokens, { from, to })
    const isParticle = tokens.relation[first] === 'compound:prt' && grammar.head(first) < first
    return { from: isParticle ? (tokens.from[first + 1] ?? from) : from, to }
  }

  /** "one man, the unionist Jane Roe," or "a fourth defendant, Jane Roe,": somebody told in two ways is who the name says. */
  function withApposedName(own: Mention, head: number): Mention {
    if (own.form !== 'nominal' || own.kind === 'group' || !/^NNP?$/.test(tokens.xpos[head] ?? '')) return own
    const named = apposedName(head, 0)
    return named?.actor && named.kind === 'person' && own.kind === 'person' ? { ...own, actor: named.actor } : own
  }

  function apposedName(head: number, depth: number): Mention | null {
    for (const child of tree.children(head)) {
      if (child < head || tokens.relation[child] !== 'appos') continue
      const mention = mentionAt(child)
      if (mention?.form === 'name') return mention
      const below = depth < DEEPEST_APPOSITION ? apposedName(child, depth + 1) : null
      if (below) return below
    }
    return null
  }

  /** "two of his aides, Jane Roe and Ada Novak,": names behind a group, where they are as many as it counts. */
  function listedBehind(group: Phrase): readonly ActorId[] {
    const { count } = group
    if (count === null || count.high !== count.low || count.low < 2 || count.low > MOST_LISTED) return []
    let at = tokensOfSpan(tokens, group.span).last
    if (!/^(?:,|:|–|—|\()$/.test(grammar.form(at))) return []
    const found: ActorId[] = []
    const sentence = tokens.sentence[group.head]
    for (at++; at < tokens.length && tokens.sentence[at] === sentence; ) {
      const mention = mentionStartingAt(at)
      if (mention?.form !== 'name' || mention.kind !== 'person' || !mention.actor) break
      found.push(mention.actor)
      at = tokensOfSpan(tokens, mention).last
      while (/^(?:,|and|&)$/.test(grammar.form(at))) at++
      if (found.length === count.low) return found
    }
    return []
  }

  function mentionStartingAt(token: number): Mention | null {
    if (starts === null) {
      starts = new Map()
      for (const mention of mentions) starts.set(tokensOfSpan(tokens, mention).first, mention)
    }
    return starts.get(token) ?? null
  }
  let starts: Map<number, Mention> | null = null

  /** How many an actor is, where all its mentions that tell a number tell the same: "412 citizens", later "they". */
  function countOfActor(actor: ActorId): Count | null {
    const known = counts.get(actor)
    if (known !== undefined) return known
    counts.set(actor, null)
    let found: Count | null = null
    for (const mention of mentions) {
      if (mention.actor !== actor || mention.form === 'pronoun') continue
      const { count } = at(mention.head)
      if (count === null) continue
      if (found !== null && (found.low !== count.low || found.high !== count.high)) return null
      found ??= count
    }
    counts.set(actor, found)
    return found
  }
  const counts = new Map<ActorId, Count | null>()

  /** The words that a pronoun stands for, where they are in its sentence: the nearest before it, else the first after. */
  function namedInSentence(pronoun: Mention): Mention | null {
    if (!pronoun.actor) return null
    let best: Mention | null = null
    for (const mention of bySentence.get(tokens.sentence[pronoun.head] ?? -1) ?? []) {
      if (mention.actor !== pronoun.actor) continue
      if (mention.from < pronoun.from || best === null) best = mention
    }
    return best
  }

  function nameKind(head: number): ActorKind | null {
    // "the Ruhwa river"
    const water = tokens.name[head] === 'O' && WATERS.test(tokens.lemma[head]!)
    const name = (water ? tokens.name[head - 1] : tokens.name[head]) ?? 'O'
    if (name.endsWith('PER')) return 'person'
    if (name.endsWith('LOC')) return 'place'
    if (name.endsWith('ORG')) return 'organization'
    return null
  }

  function nearWords(head: number): Span {
    let first = head
    let last = head + 1
    for (const child of tree.children(head)) {
      const rel = tokens.relation[child] ?? ''
      const base = grammar.relation(child)
      const extent = tree.extent(child)
      if (child < head) {
        const keeps =
          base === 'det' ||
          base === 'amod' ||
          base === 'compound' ||
          base === 'nummod' ||
          rel === 'nmod:poss' ||
          base === 'flat' ||
          (base === 'nmod' && grammar.childOf(child, 'case') < 0) ||
          base === 'advmod'
        if (keeps && extent.last <= head && head - extent.first <= LONGEST_PHRASE && extent.first < first)
          first = extent.first
      } else {
        const keeps =
          base === 'flat' ||
          base === 'compound' ||
          base === 'nummod' ||
          (base === 'nmod' &&
            grammar.prepositions(child)[0] === 'of' &&
            extent.last - extent.first <= LONGEST_COMPLEMENT)
        if (keeps && extent.first <= last + 1 && extent.last > last) last = extent.last
      }
    }
    while (first < head && (JOINING.has(grammar.upos(first)) || grammar.form(first) === 'to')) first++
    return spanOfTokens(tokens, first, last)
  }

  /** Actors named after "including", "among them", "such as", within the phrase. */
  function membersOf(head: number): readonly ActorId[] {
    const found: ActorId[] = []
    for (const child of tree.children(head)) {
      if (child < head || !introducesMembers(child)) continue
      for (const one of grammar.conjuncts(child)) collect(one, found)
    }
    // "Among those freed was Jane Roe": who is named after the verb is one of them.
    const named = tokens.head[head] ?? -1
    const isCopular = grammar.childOf(named, 'cop') >= 0 || grammar.childOf(head, 'cop') >= 0
    if (named > head && isCopular && grammar.prepositions(head)[0] === 'among')
      for (const one of grammar.conjuncts(named)) collect(one, found)
    if (found.length === 0) collectAmong(head, found)
    return found
  }

  /** "40 people, among them Jane Roe and Ada Novak": the names behind, whatever the parser hung them on. */
  function collectAmong(head: number, found: ActorId[]): void {
    const sentence = tokens.sentence[head]
    let at = head + 1
    while (at < head + FARTHEST_AMONG && at < tokens.length && grammar.form(at) !== 'among') {
      if (grammar.upos(at) === 'VERB') return
      at++
    }
    if (grammar.form(at) !== 'among' || !/^(?:them|those|whom)$/.test(grammar.form(at + 1))) return
    for (let i = at + 2; i < tokens.length && tokens.sentence[i] === sentence; i++) {
      const tag = grammar.upos(i)
      if (tag === 'VERB' || tag === 'AUX' || tag === 'ADP') break
      const mention = byTop.get(i)
      if (mention?.form !== 'name' || mention.kind !== 'person' || !mention.actor) continue
      if (!found.includes(mention.actor)) found.push(mention.actor)
    }
  }

  /** "including X", "among them X", "such as X", after the head and perhaps after a comma. */
  function introducesMembers(child: number): boolean {
    const { first } = tree.extent(child)
    for (let i = first; i < first + 3 && i <= child; i++) {
      const word = grammar.form(i)
      if (word === 'including' || word === 'include' || word === 'among') return true
      if (word === 'such' && grammar.form(i + 1) === 'as') return true
    }
    return false
  }

  function collect(index: number, found: ActorId[]): void {
    const { first, last } = tree.extent(index)
    let best: Mention | null = mentionAt(index)
    if (best?.form !== 'name') {
      for (let i = first; i < last; i++) {
        const mention = byTop.get(i)
        if (mention?.form === 'name' && mention.kind === 'person') {
          best = mention
          break
        }
      }
    }
    if (best?.actor && !found.includes(best.actor)) found.push(best.actor)
  }

  return { at, mentionAt, actorOf, countOfActor }
}
