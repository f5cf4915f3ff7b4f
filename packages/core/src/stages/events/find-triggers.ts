import { captives, type Pattern, people, type Trigger, type TriggerTable } from '../../ontology/index.ts'
import type { Candidate, Light } from './candidate.ts'
import type { Grammar } from './grammar.ts'
import { CONTAINERS, GIVING_LIGHT_VERBS, TAKING_LIGHT_VERBS } from './lexicon.ts'
import { isGoverned } from './own-words.ts'
import type { Positions } from './positions.ts'
import type { World } from './world.ts'

const OCCUR = new Set(
  'take begin start resume continue occur happen follow end open conclude focus go be last come break erupt fail center centre collapse stall culminate produce yield proceed leave kill wound injure destroy cause erupt target hit'.split(
    ' ',
  ),
)
const GIVEN = new Set(['grant', 'give', 'award', 'offer', 'hand', 'deny', 'promise'])
/** "counts forty reporters behind bars": whoever is counted is in the state. */
const COUNTING = new Set(['count', 'list'])
const STATAL_VERBS = new Set('be remain stay keep hold languish sit put place'.split(' '))
const LINKS = new Set(['obj', 'obl', 'nsubj:pass'])

/** Finds the words of the token table that name events, with the sense that fits best. At most one a word. */
export function findTriggers(grammar: Grammar, positions: Positions, world: World, table: TriggerTable): Candidate[] {
  const found: Candidate[] = []
  const { tokens } = grammar
  for (let i = 0; i < tokens.length; i++) {
    const tag = grammar.upos(i)
    const triggers = triggersOf(grammar, table, i)
    if (!triggers) continue
    const rel = tokens.relation[i] ?? ''
    if (tag === 'VERB' && rel === 'amod') continue
    // "the newly appointed minister": who he is.
    if (
      tag === 'VERB' &&
      i > 0 &&
      (grammar.form(i - 1) === 'newly' || grammar.form(i - 1) === 'recently') &&
      tokens.xpos[i] === 'VBN' &&
      grammar.childOf(i, 'aux:pass') < 0 &&
      grammar.childOf(i, 'aux') < 0
    )
      continue
    if (tag === 'NOUN' && rel === 'compound' && !CONTAINERS.has(grammar.lemma(grammar.head(i)))) continue
    // "ceasefire talks": what they are about.
    if (
      tag === 'NOUN' &&
      rel === 'compound' &&
      TALKED_OF.has(grammar.lemma(i)) &&
      TALKS.has(grammar.lemma(grammar.head(i)))
    )
      continue
    // "a note of protest", "a demand for protest notes": the noun that it is a part of is the act.
    if (tag === 'NOUN' && grammar.lemma(i) === 'protest' && grammar.lemma(grammar.head(i)) === 'note') continue
    if ((tag === 'ADJ' || tag === 'ADV') && !isPredicate(grammar, i)) continue
    // "called the trial a purge": what somebody calls it.
    if (tag === 'NOUN' && rel === 'xcomp' && NAMING.has(grammar.lemma(grammar.head(i)))) continue
    const light = tag === 'NOUN' ? lightOf(grammar, i) : null
    for (const trigger of triggers) {
      const candidate = fit(grammar, positions, world, trigger, i, light)
      if (candidate) {
        found.push(candidate)
        break
      }
    }
  }
  return found
}

/** Triggers that the word may be, by its tag: a name only of nouns that names hold, an adverb only of what somebody can be ("is out"). */
function triggersOf(grammar: Grammar, table: TriggerTable, index: number): readonly Trigger[] | undefined {
  const word = grammar.lemma(index)
  switch (grammar.upos(index)) {
    case 'VERB':
      return table.verbs.get(word)
    case 'NOUN':
      return table.nouns.get(word)
    case 'PROPN':
      return table.nouns.get(word.toLowerCase())?.filter(({ pattern }) => pattern.named)
    case 'ADJ':
    case 'ADV':
      return table.adjectives.get(word)
    default:
      return undefined
  }
}

const TALKED_OF = new Set(['ceasefire', 'cease-fire', 'truce', 'armistice'])
const NAMING = new Set(['call', 'brand', 'label', 'dub', 'term', 'deem'])
const TALKS = new Set(['talk', 'negotiation', 'round', 'session'])

function isPredicate(grammar: Grammar, index: number): boolean {
  const rel = grammar.tokens.relation[index]
  return rel === 'xcomp' || grammar.childOf(index, 'cop') >= 0 || rel === 'acl' || rel === 'appos'
}

/** The verb that carries a noun, if it is one of those that add nothing but who does it. */
export function lightOf(grammar: Grammar, noun: number): Light | null {
  const { tokens, tree } = grammar
  let at = noun
  // "a series of talks", "a round of negotiations": the verb governs the first noun; coordination shares it.
  for (let steps = 0; steps < 3; steps++) {
    const rel = grammar.relation(at)
    const above = grammar.head(at)
    if (above < 0) break
    if (rel === 'conj' && grammar.upos(above) === 'NOUN') at = above
    else if (rel === 'nmod' && SERIES.has(grammar.lemma(above))) at = above
    else if (rel === 'compound' && CONTAINERS.has(grammar.lemma(above))) at = above
    else break
  }
  for (const child of tree.children(noun)) {
    const rel = tokens.relation[child] ?? ''
    if (!rel.startsWith('acl') || grammar.upos(child) !== 'VERB') continue
    if (GIVING_LIGHT_VERBS.has(grammar.lemma(child)) && grammar.undergoer(child) === noun)
      return { verb: child, kind: 'gives' }
  }
  const verb = grammar.head(at)
  if (verb < 0 || (grammar.upos(verb) !== 'VERB' && grammar.upos(verb) !== 'AUX')) return null
  const rel = tokens.relation[at] ?? ''
  const word = grammar.lemma(verb)
  if (LINKS.has(rel)) {
    if (rel === 'obl' && !carriesOblique(grammar, verb, at)) return null
    if (word === 'face' && FACED.has(grammar.lemma(noun))) return { verb, kind: 'takes' }
    if (word === 'call' && !isCalled(grammar, verb, at)) return null
    if (GIVING_LIGHT_VERBS.has(word)) return { verb, kind: 'gives' }
    if (TAKING_LIGHT_VERBS.has(word)) return { verb, kind: 'takes' }
  }
  // "was granted a pardon": the thing given stays behind a passive.
  if (rel === 'xcomp' && grammar.isPassive(verb) && GIVEN.has(word)) return { verb, kind: 'gives' }
  if (rel === 'nsubj' && OCCUR.has(word)) return { verb, kind: 'occurs' }
  return null
}

/** "called a strike": what is called for a day to come; not "called the strike a mistake", "called for a strike". */
function isCalled(grammar: Grammar, verb: number, noun: number): boolean {
  return (
    grammar.undergoer(verb) === noun &&
    grammar.childOf(verb, 'xcomp') < 0 &&
    grammar.tree.children(noun).some((child) => /^(?:an?|another|new)$/.test(grammar.form(child)))
  )
}

/** What comes from others: whoever faces it is whom it is about. */
const FACED = new Set(
  'criticism condemnation backlash outrage outcry protest investigation inquiry probe demand rebuke censure pressure'.split(
    ' ',
  ),
)

const SERIES = new Set(
  'series round number set string wave spate day week hour couple dozen kind form campaign act'.split(' '),
)

/** "take part in talks", "engage in", "go on strike", "carry out": obliques that light verbs carry. */
function carriesOblique(grammar: Grammar, verb: number, noun: number): boolean {
  const word = grammar.lemma(verb)
  const preposition = grammar.prepositions(noun)[0]
  if (preposition === 'in') return word === 'take' || word === 'participate' || word === 'engage' || word === 'join'
  if (preposition === 'on') return word === 'go'
  return false
}

function fit(
  grammar: Grammar,
  positions: Positions,
  world: World,
  trigger: Trigger,
  head: number,
  light: Light | null,
): Candidate | null {
  const { pattern } = trigger
  const carrier = pattern.kind === 'noun' ? (light?.verb ?? -1) : head
  const companion = pattern.companion ? companionOf(grammar, pattern, head) : -1
  if (pattern.companion && companion < 0) return null
  if (pattern.voice && (pattern.voice === 'passive') !== grammar.isPassive(head)) return null
  if (pattern.plural && grammar.tokens.xpos[head] !== 'NNS') return null
  if (pattern.statal && !isState(grammar, world, head)) return null
  if (pattern.governed && !isGoverned(grammar, head)) return null
  if (pattern.again && !isPointedAt(grammar, head)) return null
  if (pattern.light.needed) {
    if (!light) return null
    if (pattern.light.verbs.length > 0 && !pattern.light.verbs.includes(grammar.lemma(light.verb))) return null
    if (light.kind === 'occurs') return null
  }
  const candidate: Candidate = { trigger, head, companion, carrier, light }
  const clause = grammar.clause(head)
  if (pattern.clause === true && clause < 0) return null
  if (pattern.clause === false && clause >= 0) return null
  if (pattern.clauseTag !== null && clause >= 0 && (grammar.upos(clause) === 'VERB') !== (pattern.clauseTag === 'verb'))
    return null
  if (pattern.infinitive && (clause < 0 || !grammar.isInfinitive(clause))) return null
  if (pattern.ahead && clause >= 0 && !isAhead(grammar, clause)) return null
  if (pattern.wished && clause >= 0 && !isWished(grammar, clause, head)) return null
  if (clause >= 0 && pattern.notClauseWords.includes(grammar.lemma(clause))) return null
  if (pattern.clauseWords.length > 0 && !(clause >= 0 && pattern.clauseWords.includes(grammar.lemma(clause))))
    return null
  if (pattern.objectMod.length > 0 && !hasModifier(grammar, grammar.undergoer(head), pattern.objectMod)) return null
  for (const need of pattern.needs) {
    const given = positions.at(candidate, need.optional ? need.at.replace('|mod', '') : need.at)
    if (given.length === 0) {
      if (need.optional || (need.oneOf.lemmas.has('*') && isClausalPreposition(grammar, head, need.at))) continue
      return null
    }
    // "completed their withdrawal": the possessor stands for who is said to do it.
    const isReflexive = light?.kind === 'gives' && given.every((one) => grammar.upos(one) === 'PRON')
    const told = isReflexive ? [...given, ...positions.at(candidate, 'subject')] : given
    if (!told.some((one) => grammar.conjuncts(one).some((each) => world.isOf(each, need.oneOf)))) return null
  }
  for (const bar of pattern.bars) {
    if (positions.at(candidate, bar.at).some((one) => world.isOf(one, bar.oneOf))) return null
  }
  if (pattern.unless.length > 0 && saysOneOf(grammar, carrier >= 0 ? carrier : head, pattern.unless)) return null
  if (pattern.political && !isPoliticalHere(positions, world, candidate)) return null
  return candidate
}

/** "the call", "a second exchange", and nothing more. */
function isPointedAt(grammar: Grammar, noun: number): boolean {
  const parts = grammar.tree.children(noun).filter((child) => child < noun && grammar.relation(child) !== 'case')
  const words = parts.map((child) => grammar.form(child)).join(' ')
  return (
    /^(?:the|another|(?:an?|the) (?:second|third|next|new|further))$/.test(words) && grammar.childOf(noun, 'nmod') < 0
  )
}

/**
 * Words with other senses count in a sentence that speaks of politics. In one that speaks of sport, shows or markets as
 * well, only where somebody of politics does it: "the Arab League urged", "the minister said of the team's goals".
 */
function isPoliticalHere(positions: Positions, world: World, candidate: Candidate): boolean {
  if (!world.isPoliticalSentence(candidate.head)) return false
  if (!world.isOtherWorld(candidate.head)) return true
  const position = candidate.trigger.pattern.kind === 'noun' ? 'subject|poss|by|mod*' : 'subject'
  // A state that meets, visits or beats another in such a sentence is its team.
  const isContest = candidate.trigger.type.family === 'engagement' || candidate.trigger.type.family === 'force'
  return positions.at(candidate, position).some((one) => world.isPolitical(one) && !(isContest && world.isState(one)))
}

/** "that it would strike", "against striking": a clause of what may come. */
function isAhead(grammar: Grammar, clause: number): boolean {
  const tag = grammar.tokens.xpos[clause]
  if (tag === 'VB' || tag === 'VBG') return true
  return grammar.tree
    .children(clause)
    .some((child) => /^(?:will|would|could|can|may|might|must|shall|'ll|’ll)$/.test(grammar.form(child)))
}

/** "that he leave", "that he must leave", "to leave", "on leaving": not a clause of what is or was. */
function isWished(grammar: Grammar, clause: number, verb: number): boolean {
  const tag = grammar.tokens.xpos[clause]
  // "asked whether they could", "asked if", "asked what": a question.
  if (
    grammar.tree
      .children(clause)
      .some((child) => child < clause && /^(?:whether|if|what|who|why|how|when|where)$/.test(grammar.form(child)))
  )
    return false
  // "insisted that they did not have him": what is not, and not what shall be.
  if (grammar.tree.children(clause).some((child) => /^(?:do|does|did)$/.test(grammar.form(child)))) return false
  // "insists that it will never pay": what will be, not what shall be.
  if (
    grammar.tree
      .children(clause)
      .some((child) => /^(?:will|would|can|could|wo|'ll|’ll|may|might)$/.test(grammar.form(child)))
  )
    return false
  // "insisted that they return": a present below a past is none.
  if (tag === 'VBP' && grammar.tokens.xpos[verb] === 'VBD') return true
  const obliged = grammar.tree
    .children(clause)
    // "that he be freed"
    .some((child) => /^(?:must|should|need|ought|be)$/.test(grammar.form(child)))
  return (
    obliged ||
    tag === 'VB' ||
    tag === 'VBG' ||
    grammar.tree.children(clause).some((child) => grammar.form(child) === 'to')
  )
}

/** "calls for lifting the ban": the preposition is a mark of a clause. */
function isClausalPreposition(grammar: Grammar, head: number, at: string): boolean {
  for (const child of grammar.tree.children(head)) {
    const rel = grammar.relation(child)
    if (rel !== 'advcl' && rel !== 'acl' && rel !== 'xcomp' && rel !== 'ccomp') continue
    for (const mark of grammar.tree.children(child)) {
      const part = grammar.relation(mark)
      if ((part === 'mark' || part === 'case') && at.split('|').includes(grammar.form(mark))) return true
    }
  }
  return false
}

function companionOf(grammar: Grammar, pattern: Pattern, head: number): number {
  const words = pattern.companion!
  // "pulling out of": the parser may take the particle for a preposition of what follows.
  if (pattern.kind === 'verb' && PARTICLES.has(grammar.form(head + 1)) && words.includes(grammar.form(head + 1)))
    return head + 1
  for (const child of grammar.tree.children(head)) {
    const word = grammar.lemma(child)
    // "pleaded not guilty" is its own word.
    if (grammar.form(child - 1) === 'not' && grammar.upos(child) === 'ADJ') {
      if (words.includes(`not-${word}`)) return child
      continue
    }
    if (words.includes(word) || words.includes(grammar.form(child))) return child
    const rel = grammar.relation(child)
    // "take into custody", "speak by phone", "take to the streets" have it as an oblique; nouns as a part of a modifier.
    if (rel === 'obl' || rel === 'obj' || rel === 'xcomp' || rel === 'nmod' || rel === 'amod' || rel === 'compound') {
      for (const below of grammar.tree.children(child)) {
        const part = grammar.relation(below)
        if (part !== 'compound' && part !== 'amod' && part !== 'obl' && part !== 'nmod') continue
        if (words.includes(grammar.lemma(below))) return below
        for (const deep of grammar.tree.children(below)) {
          if (grammar.relation(deep) === 'amod' && words.includes(grammar.lemma(deep))) return deep
        }
      }
    }
  }
  return -1
}

/** "in custody", "a hostage": the noun is a predicate, hangs on a verb of being or keeping, or on whom it is said of. */
function isState(grammar: Grammar, world: World, noun: number): boolean {
  const isSaid = grammar.childOf(noun, 'cop') >= 0
  const preposition = grammar.prepositions(noun)[0]
  if (preposition === undefined) return isSaid && captives.lemmas.has(grammar.lemma(noun)) && !isWhich(grammar, noun)
  if (!STATES.has(preposition)) return false
  if (isSaid) return true
  const above = grammar.head(noun)
  if (above < 0) return false
  const rel = grammar.relation(noun)
  if (rel === 'obl' || rel === 'xcomp' || rel === 'advmod')
    return (
      STATAL_VERBS.has(grammar.lemma(above)) ||
      (COUNTING.has(grammar.lemma(above)) && grammar.childOf(above, 'obj') > above)
    )
  // "forty reporters behind bars"; "had the editor in prison", "put him on trial" are the verb's.
  const first = grammar.tree.children(noun).find((child) => grammar.relation(child) === 'case') ?? noun
  const isNext = first === above + 1 || (first === above + 2 && grammar.upos(above + 1) === 'ADV')
  if (rel !== 'nmod' || !isNext || !world.isOf(above, people) || grammar.form(above - 1) === 'former') return false
  const role = grammar.relation(above)
  return (role !== 'obj' && role !== 'obl') || !PUTTING.has(grammar.lemma(grammar.head(above)))
}
/** "I am the prisoner" says which one, and "a hostage to fortune" is held by nobody. */
function isWhich(grammar: Grammar, noun: number): boolean {
  const det = grammar.childOf(noun, 'det')
  return grammar.form(noun + 1) === 'to' || (det >= 0 && grammar.form(det) === 'the')
}
const STATES = new Set(['in', 'at', 'inside', 'behind', 'on', 'under'])
/** Verbs of which a state may be a part. */
const PUTTING = new Set(
  'put place hold keep throw sentence send lock have leave get want remand detain jail'.split(' '),
)

const PARTICLES = new Set(['out', 'off', 'up', 'down', 'back', 'over', 'home'])

function hasModifier(grammar: Grammar, noun: number, words: readonly string[]): boolean {
  if (noun < 0) return false
  return grammar.tree.children(noun).some((child) => words.includes(grammar.lemma(child)))
}

function saysOneOf(grammar: Grammar, index: number, words: readonly string[]): boolean {
  const { first, last } = grammar.tree.extent(index)
  for (let i = first; i < last; i++)
    if (words.includes(grammar.lemma(i)) || words.includes(grammar.form(i))) return i !== index
  return false
}
