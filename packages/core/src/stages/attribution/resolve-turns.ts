import { type ActorId, type TokenTable, UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import type { TokenSpan, Voiced } from './draft.ts'
import { INTERVIEWED } from './find-turns.ts'
import { isMarkup } from './markup.ts'
import type { People } from './people.ts'

export interface TurnsInput {
  readonly text: string
  readonly tokens: TokenTable
  readonly paragraphs: readonly number[]
  readonly drafts: readonly Voiced[]
  readonly turns: readonly Candidate[]
  readonly people: People
}

/** Who speaks in a turn of which the label tells only its part: an actor, or the words for one. */
export interface TurnSpeaker {
  readonly actor: ActorId | null
  readonly words: TokenSpan | null
  /** True where the document's outlet asks itself. */
  readonly own?: boolean
}

/** Paragraphs before the first and after the last turn that may say who is interviewed. */
const MAX_BEFORE = 8
const MAX_AFTER = 2

const ASKS = /^(?:q\.?|question|interviewer|reporter|journalist|correspondent|presenter|host|anchor|moderator)$/i
const ANSWERS = /^(?:a\.?|answer|interviewee|guest)$/i

/**
 * Who speaks where a transcript gives only "Q" and "A", initials, or nothing but dashes: who is interviewed and who asks
 * are looked up in the paragraphs before and behind the turns, lines of a dialogue alternate. By draft; drafts that are no such turn,
 * and labels of which the text does not tell, are missing.
 */
export function resolveTurns(
  input: TurnsInput,
  speakers: readonly (ActorId | null)[],
): ReadonlyMap<number, TurnSpeaker> {
  const { text, tokens, drafts, turns } = input
  const found = new Map<number, TurnSpeaker>()
  if (turns.length === 0) return found
  const starts = new Map(turns.map((turn) => [turn.content[0]!.first, turn]))
  const lines = drafts.flatMap((draft, at) => {
    const turn = draft.content[0] && starts.get(draft.content[0].first)
    return turn && turn.source.length === draft.source.length ? [{ at, turn }] : []
  })
  const cast = castOf(input)
  if (isMarkup(text, tokens, turns[0]!.head)) {
    for (const { at, turn } of lines) {
      const asks = isMarkup(text, tokens, turn.head)
      found.set(at, asks ? { actor: null, words: null, own: true } : { actor: cast.answers, words: null })
    }
    addressed(input, lines, speakers, found)
    return found
  }
  for (const { at, turn } of lines) {
    const label = turn.source[0]
    if (!label || (turn.cue[0] && turn.cue[0].first !== label.last)) continue
    const words = text.slice(tokens.from[label.first], tokens.to[label.last - 1])
    if (ASKS.test(words) && (cast.asks.actor || cast.asks.words)) found.set(at, cast.asks)
    else if (ANSWERS.test(words) && cast.answers) found.set(at, { actor: cast.answers, words: null })
    else if (/^\p{Lu}{2,3}$/u.test(words)) {
      const actor = cast.people.find((one) => initials(input.people.actor(one)?.name ?? '') === words)
      if (actor) found.set(at, { actor, words: null })
    }
  }
  const asks = ({ content }: Candidate) => text.slice(0, tokens.to[content.at(-1)!.last - 1]).endsWith('?')
  // Two who talk take turns: a line that names nobody is of who spoke two lines before, or two lines after.
  const mute = lines.map(({ turn }) => turn.source.length === 0)
  const known = (index: number) => {
    const line = lines[index]
    return line && beside(input, lines, index)
      ? (found.get(line.at)?.actor ?? (mute[index] ? null : speakers[line.at]))
      : null
  }
  for (let index = 0; index < lines.length; index++) {
    const actor = mute[index] ? known(index - 2) : null
    if (actor) found.set(lines[index]!.at, { actor, words: null })
  }
  for (let index = lines.length - 1; index >= 0; index--) {
    const { at } = lines[index]!
    if (!mute[index] || found.has(at)) continue
    // Where no line says who speaks, who answers is the one person that is told of around them.
    const asked = index % 2 === 1 && mute.every(Boolean) && asks(lines[index - 1]!.turn)
    found.set(at, { actor: known(index + 2) ?? (asked ? cast.answers : null), words: null })
  }
  addressed(input, lines, speakers, found)
  return found
}

/** "You once told a newspaper that ...": in an interview of two, whom one of them calls "you" is the other. */
function addressed(
  { text, tokens, drafts }: TurnsInput,
  lines: readonly { readonly at: number; readonly turn: Candidate }[],
  speakers: readonly (ActorId | null)[],
  found: Map<number, TurnSpeaker>,
): void {
  const speakerOf = (at: number) => (found.has(at) ? found.get(at)!.actor : (speakers[at] ?? null))
  const turns = new Set(lines.map(({ at }) => at))
  const all = new Set(lines.map(({ at }) => speakerOf(at)))
  if (all.size !== 2) return
  drafts.forEach(({ source: [who], cue: [cue] }, at) => {
    if (!who || !cue || turns.has(at) || who.last - who.first > 1) return
    if (!/^you$/i.test(text.slice(tokens.from[who.first], tokens.to[who.first]))) return
    const host = lines.find(({ turn }) => turn.content.some((span) => span.first <= cue.first && cue.first < span.last))
    if (!host) return
    for (const other of all)
      if (other !== null && other !== speakerOf(host.at)) found.set(at, { actor: other, words: null })
  })
}

/** True where a line stands in a row with its neighbors: nothing of the document lies between them. */
function beside({ paragraphs }: TurnsInput, lines: readonly { readonly turn: Candidate }[], index: number): boolean {
  const place = (at: number) => {
    const { head, source } = lines[at]!.turn
    return Math.max(paragraphs.indexOf(head), paragraphs.indexOf(source[0]?.first ?? -1))
  }
  const own = place(index)
  return [index - 1, index + 1].every((at) => !lines[at] || Math.abs(place(at) - own) === 1 || place(at) < 0)
}

const initials = (name: string) =>
  name
    .split(/[\s-]+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase()

interface Cast {
  readonly asks: TurnSpeaker
  readonly answers: ActorId | null
  /** Persons named outside the turns. */
  readonly people: readonly ActorId[]
}

/** Who is interviewed and who asks, by what stands before the first turn and behind the last. */
function castOf({ text, tokens, paragraphs, turns, people }: TurnsInput): Cast {
  const first = turns[0]!.source[0]?.first ?? turns[0]!.head
  const end = turns[turns.length - 1]!.content.at(-1)!.last
  const before = paragraphs.filter((one) => one < first).slice(-MAX_BEFORE)[0] ?? first
  const after = paragraphs.filter((one) => one >= end)[MAX_AFTER] ?? tokens.length
  const named: { readonly actor: ActorId; readonly at: number; readonly asks: boolean }[] = []
  let correspondent: TokenSpan | null = null
  for (const [low, high] of [
    [before, first],
    [end, after],
  ] as const) {
    for (let at = low; at < high; at++) {
      const lemma = tokens.lemma[at]!.toLowerCase()
      if (/^(?:correspondent|reporter|journalist|interviewer)$/.test(lemma) && tokens.lemma[at - 1] === 'our')
        correspondent = { first: at - 1, last: at + 1 }
      const mention = people.mentionAt(at)
      if (mention?.head !== at || mention.form !== 'name' || mention.kind !== 'person' || !mention.actor) continue
      let start = at
      while (start > low && tokens.from[start - 1]! >= mention.from) start--
      named.push({ actor: mention.actor, at, asks: asks(tokens, text, start, low, people) })
    }
  }
  const asking = named.find((one) => one.asks)?.actor ?? null
  const rest = named.filter((one) => one.actor !== asking)
  const others = [...new Set(rest.map((one) => one.actor))]
  // "Jane Roe spoke to Max Hale": of two, the one who is spoken to is interviewed.
  const addressed = rest.find((one) => isAddressed(tokens, one.at))?.actor ?? null
  const framed = INTERVIEWED.test(text.slice(tokens.from[before], tokens.to[first - 1] ?? 0))
  const answers = others.length === 1 ? others[0]! : (addressed ?? (framed ? (others[0] ?? null) : null))
  const second = others.length === 2 && answers === addressed ? others.find((one) => one !== answers) : undefined
  const asks_: TurnSpeaker = { actor: asking ?? second ?? null, words: asking || second ? null : correspondent }
  return { asks: asks_, answers, people: [...new Set(named.map((one) => one.actor))] }
}

const ASKER = /^(?:correspondent|reporter|journalist|editor|interviewer|presenter|host)$/i

/** "Interview by Jane Roe", "the Ledger's Jane Roe", "our correspondent Jane Roe": she asks. */
function asks(tokens: TokenTable, text: string, start: number, low: number, people: People): boolean {
  // "our correspondent Jane Roe": the mention may begin with the noun.
  for (let noun = start - 1; noun <= start + 1; noun++)
    if (noun > low && ASKER.test(tokens.lemma[noun]!) && /^(?:our|its|the)$/.test(tokens.lemma[noun - 1]!)) return true
  let at = start - 1
  if (tokens.lemma[at] === 'by' && INTERVIEWED.test(text.slice(tokens.from[Math.max(low, at - 3)], tokens.to[at])))
    return true
  while (
    at > low &&
    /^(?:correspondent|reporter|journalist|editor|interviewer|presenter|host)$/i.test(tokens.lemma[at]!)
  ) {
    at--
    if (tokens.lemma[at] === 'our') return true
  }
  return (
    tokens.xpos[at] === 'POS' && people.mentionAt(at - 1)?.kind !== 'person' && UPOS[tokens.upos[at - 1]!] === 'PROPN'
  )
}

/** "spoke to the foreign minister, Jane Roe": words from the preposition to the name at most. */
const MAX_TO_NAME = 7

function isAddressed(tokens: TokenTable, name: number): boolean {
  for (let at = name - 1; at > Math.max(0, name - MAX_TO_NAME); at--) {
    if (/^(?:interview|meet)$/.test(tokens.lemma[at]!) && UPOS[tokens.upos[at]!] === 'VERB')
      return tokens.xpos[at] !== 'VBN'
    if (/^(?:to|with)$/.test(tokens.lemma[at]!))
      return /^(?:speak|talk|interview|conversation)$/.test(tokens.lemma[at - 1] ?? '')
  }
  return false
}
