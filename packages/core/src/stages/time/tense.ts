import type { TokenTable } from '../../model/index.ts'
import { baseRelation } from '../../text/index.ts'
import { AHEAD, SAYING } from './lexicon.ts'

/** Which side of the telling a date lies on, as far as the verb over it says. */
export interface Tense {
  readonly side: 'past' | 'future' | null
  /** True where the date hangs on a noun ("Sunday's meeting") and the verb speaks only of that noun. */
  readonly weak: boolean
  /** True where the verb over it is one of saying: it dates the saying. */
  readonly saying: boolean
}

const VERB = 15
const AUX = 3

// What people are taken from or found at: no happening of which a date could be told.
const SITES = new Set(
  'camp house home flat apartment office hotel airport station street road village town city prison jail cell checkpoint border hospital school car van bus boat ship vessel farm field mine market church mosque'.split(
    ' ',
  ),
)

// Steps up the tree: a date hangs at most a few words below its verb, and a broken parse must not cost more.
const MAX_STEPS = 8
// Words to the left that the second cue looks at.
const WINDOW = 8

/**
 * Looks for the verb over the token at `index`: up the tree, and where the tree gives none, to the left for "will".
 * `children` lists the dependents of a token.
 */
export function tenseOf(
  text: string,
  tokens: TokenTable,
  index: number,
  children: (index: number) => readonly number[],
): Tense {
  const formOf = (at: number): string => text.slice(tokens.from[at]!, tokens.to[at]!).toLowerCase()
  let weak = false
  let at = index
  for (let steps = 0; steps < MAX_STEPS && at >= 0; steps++) {
    let side = sideOf(at)
    // "He faces charges over the attack on Sunday": the present of the verb says nothing of the attack.
    if (weak && side === 'future' && isPlainPresent(at)) side = null
    // "first planned for April, it was put off": what was ahead of the plan may be behind the telling.
    if (side === 'future' && steps > 0 && isBareAhead(at)) weak = true
    if (side !== undefined) return { side, weak, saying: SAYING.has(tokens.lemma[at] ?? '') }
    const relation = baseRelation(tokens, at)
    if (steps > 0 && (relation === 'nmod' || relation === 'nsubj' || relation === 'compound' || relation === 'obj'))
      weak = true
    if (steps === 0 && (relation === 'compound' || (relation === 'nmod' && mayBePlanned(tokens.head[at]!)))) weak = true
    const head = tokens.head[at]!
    if (head === at) break
    at = head
  }
  return { side: leftward(), weak: true, saying: false }

  /** "agreed to a summit in October" may lie ahead; "was snatched from a camp in October" does not, though the parser hangs it there. */
  function mayBePlanned(noun: number): boolean {
    return noun < 0 || !SITES.has(tokens.lemma[noun] ?? '')
  }

  /** Undefined where the word decides nothing and the walk goes on. */
  function sideOf(word: number): 'past' | 'future' | null | undefined {
    const lemma = tokens.lemma[word] ?? ''
    const freed = lemma === 'set' && formOf(word + 1) === 'free'
    if (AHEAD.has(lemma) && word !== index && tokens.xpos[word] !== 'VBD' && !freed) {
      // "the meeting planned for Sunday", "is due on Sunday"; "agreed on Sunday" is past.
      if (tokens.upos[word] !== VERB || isParticiple(word) || tokens.xpos[word] === 'VBP') return 'future'
    }
    const below = children(word)
    const auxiliaries = below.filter((child) => tokens.upos[child] === AUX)
    if (tokens.upos[word] !== VERB && tokens.upos[word] !== AUX && auxiliaries.length === 0) return undefined
    const forms = auxiliaries.map(formOf)
    const xpos = tokens.xpos[word] ?? ''
    const perfect = forms.some((form) => /^(?:have|has|had|['’]ve|['’]d|having)$/.test(form))
    if (forms.some((form) => /^(?:will|shall|wo|['’]ll)$/.test(form))) return 'future'
    if (forms.some((form) => /^(?:would|may|might|could|should|can|must|['’]d)$/.test(form)) && !perfect)
      return 'future'
    if (perfect || xpos === 'VBD') return 'past'
    // "is to be received on Wednesday", "is due to travel on Friday".
    const ahead = forms.includes('be') && below.some((child) => formOf(child) === 'to')
    if (
      (ahead || below.some((child) => formOf(child) === 'due')) &&
      forms.some((form) => /^(?:is|are|['’]s|['’]re)$/.test(form))
    )
      return 'future'
    // "ordered that the papers be released by Thursday".
    if (forms.includes('be') && !below.some((child) => formOf(child) === 'to')) return 'future'
    if (forms.some((form) => /^(?:was|were|did|got)$/.test(form))) return 'past'
    if (SAYING.has(lemma) && (xpos === 'VBZ' || xpos === 'VBP')) return 'past'
    const present = forms.some((form) => /^(?:is|are|am|['’]s|['’]re|['’]m|does|do|be)$/.test(form))
    // "is meeting him on Sunday" is ahead; "is held since Sunday" and "are seen on Sunday" are not.
    if (xpos === 'VBG' && present) return 'future'
    if (xpos === 'VBZ' || xpos === 'VBP') return 'future'
    if (xpos === 'VB' && below.some((child) => formOf(child) === 'to')) return upward(word)
    if (isParticiple(word) && !present) return xpos === 'VBN' ? 'past' : undefined
    return present ? null : undefined
  }

  function isPlainPresent(word: number): boolean {
    const xpos = tokens.xpos[word]
    return (xpos === 'VBZ' || xpos === 'VBP') && !children(word).some((child) => tokens.upos[child] === AUX)
  }

  /** "planned", "due" without an auxiliary that would say from when it looks ahead. */
  function isBareAhead(word: number): boolean {
    if (!AHEAD.has(tokens.lemma[word] ?? '') || !isParticiple(word)) return false
    return !children(word).some((child) => tokens.upos[child] === AUX)
  }

  function isParticiple(word: number): boolean {
    return tokens.xpos[word] === 'VBN' || tokens.xpos[word] === 'VBG' || tokens.xpos[word] === 'JJ'
  }

  /** The side of "to meet": ahead of a verb of planning, else that of the verb over it. */
  function upward(word: number): 'past' | 'future' | null {
    const head = tokens.head[word]!
    if (head < 0 || head === word) return 'future'
    if (AHEAD.has(tokens.lemma[head] ?? '') || tokens.lemma[head] === 'be') return 'future'
    // "Crews in Arda plan to rally on Friday", where the parser found no verb: what a sentence without one tells is to come.
    if (tokens.upos[head] !== VERB) return tokens.head[head]! < 0 ? 'future' : null
    const xpos = tokens.xpos[head]
    return xpos === 'VBD' || xpos === 'VBN' ? 'past' : xpos === 'VBZ' || xpos === 'VBP' ? 'future' : null
  }

  function leftward(): 'past' | 'future' | null {
    const sentence = tokens.sentence[index]
    for (let back = index - 1; back >= 0 && back >= index - WINDOW && tokens.sentence[back] === sentence; back--) {
      if (/^(?:will|shall|would|wo|['’]ll)$/.test(formOf(back))) return 'future'
      if (tokens.xpos[back] === 'VBD') return 'past'
    }
    return null
  }
}
