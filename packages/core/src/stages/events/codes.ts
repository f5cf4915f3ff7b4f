import { type AskRoot, codeOfAsk, type PloverCode, type ThemeConcept, themeOfWords } from '../../ontology/index.ts'
import type { Draft } from './draft.ts'
import type { Grammar } from './grammar.ts'

const ASKS: Readonly<Record<string, AskRoot>> = {
  request: 'appeal',
  demand: 'demand',
  promise: 'intent',
  refusal: 'reject',
  'meeting-agreed': 'intent',
  'meeting-refused': 'reject',
}
/** Most tokens around a trigger that are looked at for a finer code. */
const WINDOW = 40

/** What the thing asked, promised or refused is: its event's kind, else what its words point to. */
export function themeConcept(grammar: Grammar, draft: Draft): ThemeConcept | null {
  const theme = draft.participants.find((one) => one.role === 'theme')
  if (!theme) return null
  const of = theme.theme
  const words = lemmasAround(grammar, theme.head)
  const base = of?.type.theme ?? null
  if (of && base === null && of.type.name === 'demand') return null
  if (base === 'aid' || base === 'cooperation' || base === 'yield') {
    const finer = themeOfWords(words.filter((word) => themeOfWords([word])?.startsWith(base) === true))
    return finer ?? base
  }
  return base ?? themeOfWords(words)
}

/** CAMEO code of a draft: what its pattern says, else by the thing asked, else by the words around, else the type's. */
export function cameoOf(grammar: Grammar, draft: Draft): string | null {
  const { type } = draft
  const ask = ASKS[type.name]
  if (type.name === 'meeting-agreed' || type.name === 'meeting-refused') {
    const words = new Set(lemmasAround(grammar, draft.head))
    const mediates = words.has('mediation') || words.has('mediate') || words.has('mediator') || words.has('broker')
    if (type.name === 'meeting-refused') return mediates ? '126' : '125'
    return mediates ? (grammar.lemma(draft.head) === 'accept' ? '038' : '039') : '036'
  }
  if (type.name === 'protest') return protestCode(grammar, draft)
  if (draft.cameo !== null) return draft.cameo
  if (ask && draft.theme) return codeOfAsk(ask, draft.theme)
  if (type.name === 'threat') return threatCode(draft)
  if (type.finer.length > 0) {
    const words = new Set(lemmasAround(grammar, draft.carrier))
    words.add(grammar.lemma(draft.head))
    for (const finer of type.finer) {
      if (finer.cameo !== undefined && finer.words.some((word) => words.has(word))) return finer.cameo
    }
  }
  return type.cameo[0] ?? null
}

/** Last digit of the codes of protests, by what the protest is for (CAMEO 1411 to 1454). */
const CAUSES: Readonly<Partial<Record<ThemeConcept, string>>> = {
  'reform-leadership': '1',
  'reform-policy': '2',
  'reform-rights': '3',
  'yield-release': '3',
  'reform-institutions': '4',
}

function protestCode(grammar: Grammar, draft: Draft): string | null {
  const base = draft.cameo ?? draft.type.cameo[0] ?? null
  if (base === null || base.length > 3) return base
  for (const one of draft.participants) {
    if (one.role !== 'theme') continue
    const concept = themeOfWords(lemmasAround(grammar, one.head).filter((word) => causeOf(word) !== undefined))
    const digit = concept === null ? undefined : CAUSES[concept]
    if (digit !== undefined) return base + digit
  }
  return base
}

function causeOf(word: string): string | undefined {
  const concept = themeOfWords([word])
  return concept === null ? undefined : CAUSES[concept]
}

function threatCode(draft: Draft): string {
  const of = draft.participants.find((one) => one.role === 'theme')?.theme
  return of?.type.threat ?? '130'
}

/** PLOVER event of the pattern or the type, with a finer mode where the words have one. */
export function ploverOf(grammar: Grammar, draft: Draft): PloverCode | null {
  const base = draft.derived ? draft.type.plover : (draft.pattern.plover ?? draft.type.plover)
  if (base === null || draft.type.finer.length === 0) return base
  const words = new Set(lemmasAround(grammar, draft.carrier))
  words.add(grammar.lemma(draft.head))
  for (const finer of draft.type.finer) {
    if (finer.mode !== undefined && finer.words.some((word) => words.has(word)))
      return { event: base.event, mode: finer.mode }
  }
  return base
}

function lemmasAround(grammar: Grammar, head: number): string[] {
  const { first, last } = grammar.tree.extent(head)
  const from = Math.max(first, head - WINDOW)
  const to = Math.min(last, head + WINDOW)
  const found: string[] = []
  for (let i = from; i < to; i++) {
    const tag = grammar.upos(i)
    if (tag === 'NOUN' || tag === 'VERB' || tag === 'ADJ' || tag === 'PROPN') {
      const word = grammar.lemma(i)
      found.push(word)
      if (word.includes('-')) found.push(...word.split('-'))
    }
  }
  return found
}
