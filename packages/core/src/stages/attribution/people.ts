import { type Actor, type ActorId, type Mention, type TokenTable, UPOS } from '../../model/index.ts'
import { tokensOfSpan } from '../../text/index.ts'
import type { TokenSpan } from './draft.ts'

/** Mentions and actors of a document, looked up by word. */
export interface People {
  /** The mention that a word heads: by its own account, or by the tree (the parser hangs "Jane Roe" on "Jane"). */
  mentionAt(head: number): Mention | undefined
  /** The mention that a phrase as a whole is, or the longest inside it. */
  mentionOf(span: TokenSpan): Mention | undefined
  actor(id: ActorId | null | undefined): Actor | undefined
  /** All actors of the document. */
  readonly all: readonly Actor[]
  /** Words of the mentions of an actor, in text order. */
  headsOf(id: ActorId): readonly number[]
  /** The person whose name the letters of an "@JaneRoe" are; null for other words, and where the text names no such person. */
  byHandle(word: string): ActorId | null
  /** True for an actor that the text calls by a name. */
  isNamed(id: ActorId | null | undefined): boolean
}

/** Indexes the mentions by their heads. */
export function createPeople(tokens: TokenTable, mentions: readonly Mention[], actors: readonly Actor[]): People {
  const byHead = new Map<number, Mention>()
  const inTree = new Map<number, Mention>()
  const longer = (map: Map<number, Mention>, at: number, mention: Mention) => {
    const other = map.get(at)
    if (!other || mention.to - mention.from > other.to - other.from) map.set(at, mention)
  }
  for (const mention of mentions) {
    longer(byHead, mention.head, mention)
    longer(inTree, headOf(tokens, tokensOfSpan(tokens, mention)), mention)
  }
  const sorted = [...byHead.values()].sort((a, b) => a.head - b.head)
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  // "Witness P-14": a letter is no name.
  const letters = new Set(
    actors.flatMap((one) => (one.kind === 'person' && /^\p{Lu}\.?$/u.test(one.name) ? [one.id] : [])),
  )
  const named = new Set(
    mentions.flatMap((one) =>
      one.form === 'name' && one.actor !== null && !letters.has(one.actor) ? [one.actor] : [],
    ),
  )
  const heads = new Map<ActorId, number[]>()
  for (const mention of sorted) {
    if (mention.actor === null) continue
    const list = heads.get(mention.actor)
    if (list) list.push(mention.head)
    else heads.set(mention.actor, [mention.head])
  }
  const handles = new Map(
    actors
      .filter((one) => one.kind === 'person' && named.has(one.id))
      .map((one) => [lettersOf(one.name), one.id] as const),
  )
  const mentionAt = (head: number) => byHead.get(head) ?? inTree.get(head)
  return {
    mentionAt,
    mentionOf(span) {
      const top = headOf(tokens, span)
      // "The captain's | log" where the parser hangs both on a later word: the log is meant.
      const head = top + 2 < span.last && tokens.xpos[top + 1] === 'POS' ? nounOf(tokens, span) : top
      const direct = inTree.get(head) ?? byHead.get(head) ?? byHead.get(nounOf(tokens, span))
      if (direct) return (direct.form === 'nominal' && outletIn(tokens, span, mentionAt)) || direct
      // "a transcript seen by AFP" is not AFP.
      const upos = UPOS[tokens.upos[head]!]
      if (upos !== 'PROPN' && upos !== 'PRON') return undefined
      let low = 0
      let high = sorted.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (sorted[middle]!.head < span.first) low = middle + 1
        else high = middle
      }
      let best: Mention | undefined
      for (let at = low; at < sorted.length && sorted[at]!.head < span.last; at++) {
        const mention = sorted[at]!
        if (!best || mention.to - mention.from > best.to - best.from) best = mention
      }
      return best
    },
    all: actors,
    actor: (id) => (id == null ? undefined : byId.get(id)),
    headsOf: (id) => heads.get(id) ?? [],
    byHandle: (word) => (word.startsWith('@') ? (handles.get(lettersOf(word)) ?? null) : null),
    isNamed: (id) => id != null && named.has(id),
  }
}

/** "the RIA agency", "the Kurdish news agency Hawar": the name beside the noun, in the phrase, is what speaks. */
function outletIn(
  tokens: TokenTable,
  span: TokenSpan,
  mentionAt: (head: number) => Mention | undefined,
): Mention | undefined {
  const noun = nounOf(tokens, span)
  for (let at = span.first; at < span.last; at++) {
    if (
      !/^(?:agency|service|newspaper|daily|channel|website|site|broadcaster|magazine|portal)$/.test(
        tokens.lemma[at]!.toLowerCase(),
      )
    )
      continue
    for (const beside of [at + 1, at + 2, at - 1, at - 2]) {
      if (beside < span.first || beside > noun + 2 || beside >= span.last) continue
      const mention = mentionAt(beside)
      if (mention?.form === 'name' && (mention.kind === 'outlet' || mention.kind === 'organization')) return mention
    }
    return undefined
  }
  return undefined
}

const lettersOf = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The word of a span that hangs on a word outside it (or is a root); the first such. */
function headOf(tokens: TokenTable, span: TokenSpan): number {
  for (let at = span.first; at < span.last; at++) {
    const head = tokens.head[at]!
    if ((head < span.first || head >= span.last) && UPOS[tokens.upos[at]!] !== 'PUNCT') return at
  }
  return span.first
}

/**
 * The noun that a source is about, read from left to right, because the parser may hang what follows it elsewhere: the
 * last of the first run of nouns ("Orlova's spokeswoman", "a transcript | seen by"). Else the head in the tree.
 */
export function nounOf(tokens: TokenTable, span: TokenSpan): number {
  let noun = -1
  for (let at = span.first; at < span.last; at++) {
    const upos = UPOS[tokens.upos[at]!]
    // "a cellmate who was released", "a letter she received": what tells more of the noun is none.
    if (noun >= 0 && /^(?:W|PRP$)/.test(tokens.xpos[at]!)) break
    if (upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON') noun = at
    else if (noun >= 0 && tokens.xpos[at] !== 'POS' && upos !== 'ADJ' && upos !== 'NUM' && tokens.xpos[at] !== 'HYPH')
      break
  }
  return noun < 0 ? headOf(tokens, span) : noun
}
