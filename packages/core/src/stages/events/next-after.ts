import type { Grammar } from './grammar.ts'
import { BOUNDING, QUANTIFIED } from './grammar-words.ts'

interface ObjectGrammar extends Pick<Grammar, 'tokens' | 'form' | 'upos' | 'relation' | 'head'> {
  isNominal(index: number): boolean
}

/** "at least 14", "more than 14" right behind the verb. */
function isCounted({ tokens, form, upos }: ObjectGrammar, verb: number): boolean {
  for (let at = verb + 1; at <= verb + 4 && at < tokens.length; at++) {
    if (upos(at) === 'NUM') return true
    if (!BOUNDING.has(form(at))) return false
  }
  return false
}

/** The nominal just right of an active verb whose object the parser lost ("freed more than 100 people"). */
export function nextAfter(g: ObjectGrammar, verb: number): number {
  const { tokens, form, upos, relation, head, isNominal } = g
  for (let at = verb + 1; at <= verb + 7 && at < tokens.length; at++) {
    if (tokens.sentence[at] !== tokens.sentence[verb]) return -1
    const tag = upos(at)
    if (tag === 'DET' || tag === 'ADJ' || tag === 'NUM' || tag === 'ADV') continue
    if (tag === 'PRON' && relation(at) === 'nmod') continue
    if (at <= verb + 3 && BOUNDING.has(form(at)) && isCounted(g, verb)) continue
    if (tag === 'ADP' && at === verb + 2 && QUANTIFIED.has(`${form(verb + 1)} ${form(at)}`)) continue
    if (!isNominal(at)) return -1
    let top = at
    for (let up = 0; up < 4; up++) {
      const above = head(top)
      const rel = relation(top)
      if (
        above <= top ||
        !isNominal(above) ||
        (rel !== 'compound' && rel !== 'nmod' && rel !== 'amod' && rel !== 'flat')
      )
        break
      top = above
    }
    const rel = relation(top)
    return rel === 'nsubj' || rel === 'conj' ? -1 : top
  }
  return -1
}
