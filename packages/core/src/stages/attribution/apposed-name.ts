import { type ActorId, type TokenTable, UPOS } from '../../model/index.ts'
import { isPunctuation, type TokenSpan, type Voiced } from './draft.ts'
import { nounOf, type People } from './people.ts'
import { someBetween } from './several-of.ts'

/**
 * "the lawyer for two of them, Jane Roe," and "ex-minister Jane Roe": the person named right behind the noun or its
 * complements, where the words before tell of nobody who has a name. Null where there is none, or more than one.
 */
export function apposedName(tokens: TokenTable, span: TokenSpan, people: People): ActorId | null {
  let found: ActorId | null = null
  const oneOf = tokens.lemma[span.first]!.toLowerCase() === 'one' && tokens.lemma[span.first + 1] === 'of'
  const plural = !oneOf && /^NNP?S$/.test(tokens.xpos[nounOf(tokens, span)]!)
  for (let at = span.first; at < span.last; at++) {
    if (tokens.lemma[at] === '(') return found
    const mention = people.mentionAt(at)
    if (mention?.form !== 'name' || mention.kind !== 'person' || mention.actor === null) continue
    let first = at
    while (first > span.first && tokens.from[first - 1]! >= mention.from) first--
    const before = first - 1
    if (before < span.first) continue
    const upos = UPOS[tokens.upos[before]!]
    const behindComma = upos === 'PUNCT' && tokens.lemma[before] === ',' && !plural
    const compound = tokens.lemma[before - 1] === '-' && before - 1 > span.first
    const behindNoun =
      compound || ((upos === 'NOUN' || upos === 'ADJ') && !someBetween(tokens, span.first, before, 'ADP', 'VERB'))
    const closes = at + 1 >= span.last || isPunctuation(tokens, at + 1)
    if (!(behindComma && closes) && !behindNoun && !isCalled(tokens, span.first, before)) continue
    if (found !== null && found !== mention.actor) return null
    found = mention.actor
  }
  return found
}

/** "a Polish daily, Kurier Morski,": the outlet named right behind the noun and its comma; null for other words. */
export function apposedOutlet(tokens: TokenTable, span: TokenSpan, people: People): ActorId | null {
  const noun = nounOf(tokens, span)
  if (UPOS[tokens.upos[noun]!] !== 'NOUN' || tokens.lemma[noun + 1] !== ',') return null
  for (let at = noun + 2; at < span.last; at++) {
    const mention = people.mentionAt(at)
    if (mention?.form === 'name' && mention.kind === 'outlet' && mention.from === tokens.from[noun + 2])
      return mention.actor
  }
  return null
}

/** "a man identifying himself as Jane Roe", "one of them, known as Hawk". */
function isCalled(tokens: TokenTable, first: number, as: number): boolean {
  if (tokens.lemma[as] !== 'as') return false
  for (let at = as - 1; at > Math.max(first, as - MAX_TO_AS); at--)
    if (/^(identify|know|call|introduce|name|describe|give)$/.test(tokens.lemma[at]!))
      return tokens.lemma[at] !== 'describe'
  return false
}

/** Words from "identifying" to "as" at most: "who gave his first name as". */
const MAX_TO_AS = 5

/** Words from an office to the comma before its holder's name at most: "ambassador to the United Nations, Jane Roe,". */
const MAX_TO_HOLDER = 5

/**
 * "Finland's ambassador, Jane Roe, was let in. She said": speakers without a name whose office the text gives somewhere with a
 * name between commas behind it, with whom that names.
 */
export function apposedNames(
  tokens: TokenTable,
  drafts: readonly Voiced[],
  known: readonly (ActorId | null)[],
  people: People,
): ReadonlyMap<ActorId, ActorId> {
  const found = new Map<ActorId, ActorId>()
  for (const actor of new Set(drafts.map((_, at) => known[at]))) {
    if (!actor || people.isNamed(actor) || people.actor(actor)?.kind !== 'person') continue
    for (const head of people.headsOf(actor)) {
      const name = UPOS[tokens.upos[head]!] === 'NOUN' ? nameBehind(tokens, head, people) : null
      if (!name) continue
      found.set(actor, name)
      break
    }
  }
  return found
}

function nameBehind(tokens: TokenTable, office: number, people: People): ActorId | null {
  if (tokens.xpos[office] === 'NNS') return null
  let comma = office + 1
  while (comma - office <= MAX_TO_HOLDER && /^(?:ADP|DET|PROPN|ADJ|NOUN)$/.test(UPOS[tokens.upos[comma] ?? 0]!)) comma++
  if (tokens.lemma[comma] !== ',') return null
  for (let at = comma + 1; at <= comma + MAX_TO_HOLDER; at++) {
    const mention = people.mentionAt(at)
    if (mention?.head !== at || mention.form !== 'name' || mention.kind !== 'person') continue
    // Nothing but the name stands between the commas.
    const whole = tokens.from[comma + 1]! >= mention.from && tokens.to[at]! <= mention.to
    const closes = tokens.lemma[at + 1] === ',' && tokens.sentence[at + 1] === tokens.sentence[office]
    return whole && closes ? mention.actor : null
  }
  return null
}
