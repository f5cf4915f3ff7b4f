import { type TokenTable, UPOS, type Upos } from '../../model/index.ts'
import { people, politicalWords } from '../../ontology/index.ts'
import { baseRelation, createTree } from '../../text/index.ts'
import { standsInDateline } from './datelines.ts'
import type { Grammar } from './grammar.ts'
import { NEGATIONS, singular, wholeOf } from './grammar-words.ts'

/** What the grammar reads straight off the tokens, without finding who does what. */
export interface Words
  extends Pick<
    Grammar,
    | 'text'
    | 'tokens'
    | 'tree'
    | 'lemma'
    | 'form'
    | 'upos'
    | 'relation'
    | 'head'
    | 'childOf'
    | 'prepositions'
    | 'isNegated'
    | 'isInfinitive'
  > {
  /** Penn tag. */
  xpos(index: number): string
  isNominal(index: number): boolean
  /** Verbs and auxiliaries. */
  isVerbal(index: number): boolean
  isHuman(noun: number): boolean
  /** Whether a word stands in the dateline that opens a report. */
  isDateline(index: number): boolean
}

/** Reads words and their relations; `forms` gives lemmas of regular verb forms, which win over those of the token table. */
export function createWords(text: string, tokens: TokenTable, forms?: ReadonlyMap<string, string>): Words {
  const tree = createTree(tokens)
  const lemmas: string[] = new Array(tokens.length)

  const lemma = (index: number): string => {
    const known = lemmas[index]
    if (known !== undefined) return known
    const tag = tokens.upos[index]
    const whole = wholeOf({ tokens, form }, index)
    if (whole !== '') {
      lemmas[index] = whole
      return whole
    }
    let made = (tag === 15 ? forms?.get(form(index)) : undefined) ?? (tokens.lemma[index] ?? '').toLowerCase()
    if (tokens.xpos[index] === 'NNS' && made === form(index)) made = singular(made)
    lemmas[index] = made
    return made
  }
  const form = (index: number): string => text.slice(tokens.from[index], tokens.to[index]).toLowerCase()
  const upos = (index: number): Upos => UPOS[tokens.upos[index] ?? 16] ?? 'X'
  const relation = (index: number): string => baseRelation(tokens, index)
  const head = (index: number): number => tokens.head[index] ?? -1
  const xpos = (index: number): string => tokens.xpos[index] ?? ''

  function childOf(index: number, wanted: string): number {
    for (const child of tree.children(index)) if (tokens.relation[child] === wanted) return child
    return -1
  }

  function prepositions(index: number): readonly string[] {
    const found: string[] = []
    for (const child of tree.children(index)) {
      if (relation(child) !== 'case') continue
      // Whoever follows "according to" speaks and has no part in what happened.
      if (form(child) === 'according' || (form(child) === 'to' && child > 0 && form(child - 1) === 'according'))
        return ['according to']
      // "in return for the men": what is paid with has no part in what is paid.
      found.push(/^(?:return|exchange)$/.test(form(child - 1)) ? 'in return for' : form(child))
      for (const part of tree.children(child)) if (relation(part) === 'fixed') found.push(form(part))
    }
    // "with President Jane Roe": the parser may hang the preposition on the title.
    if (found.length === 0) {
      for (const child of tree.children(index)) {
        if (child > index) break
        const rel = tokens.relation[child]
        if (rel !== 'nmod:desc' && rel !== 'compound' && rel !== 'amod') continue
        for (const below of tree.children(child)) {
          if (relation(below) === 'case' && upos(below) === 'ADP') found.push(form(below))
          // "of former Norland President Jane Roe": or on the country before the title.
          if (relation(below) !== 'compound' || found.length > 0) continue
          for (const deep of tree.children(below))
            if (relation(deep) === 'case' && upos(deep) === 'ADP') found.push(form(deep))
        }
      }
    }
    // "around the world" and the like have one; a phrase with none may inherit that of its first conjunct.
    if (found.length === 0 && relation(index) === 'conj') return prepositions(head(index))
    return found
  }

  function isNominal(index: number): boolean {
    const tag = upos(index)
    return tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON' || tag === 'NUM'
  }

  function isVerbal(index: number): boolean {
    const tag = tokens.upos[index]
    return tag === 15 || tag === 3
  }

  function isHuman(noun: number): boolean {
    return people.lemmas.has(lemma(noun)) || politicalWords.lemmas.has(lemma(noun))
  }

  const isDateline = (index: number): boolean => standsInDateline({ text, tokens, form, upos }, index)

  function isInfinitive(verb: number): boolean {
    if (tree.children(verb).some((child) => relation(child) === 'mark' && form(child) === 'to')) return true
    // "due to be signed": read as the preposition "due to".
    const above = head(verb)
    return (
      above >= 0 &&
      tokens.relation[verb] === 'advcl' &&
      tree.children(above).some((child) => child < verb && relation(child) === 'fixed' && form(child) === 'to')
    )
  }

  function isNegated(index: number): boolean {
    for (const child of tree.children(index)) {
      const rel = relation(child)
      if ((rel === 'advmod' || rel === 'aux' || rel === 'cc' || rel === 'det') && NEGATIONS.has(form(child)))
        return true
      if (rel === 'det' && form(child) === 'no') return true
      if (rel === 'nsubj' && (form(child) === 'nobody' || form(child) === 'none' || isNegated(child))) return true
    }
    return false
  }

  return {
    text,
    tokens,
    tree,
    lemma,
    form,
    upos,
    relation,
    head,
    xpos,
    childOf,
    prepositions,
    isNominal,
    isVerbal,
    isHuman,
    isDateline,
    isInfinitive,
    isNegated,
  }
}
