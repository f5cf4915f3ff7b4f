import type { TokenTable } from '../../model/index.ts'
import { bands, crowds, enforcers, people, politicalWords, troops } from '../../ontology/index.ts'
import { singular } from './grammar-words.ts'
import { createMender, isNominal, type Mended, rangeOf, wordAt } from './mended-columns.ts'

/* Codes into UPOS. */
const NOUN = 7
const PROPER = 11
const VERB = 15

/*
 * Verbs that the parser takes for nouns: in headlines, and behind a hyphen. Own lists from general knowledge of English; no corpus
 * text.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
/** Nouns that are verbs of headlines as well, as they stand behind a plural: "Lawyers boycott courts". */
const DOING = set(`
  march rally riot strike protest picket boycott storm raid kettle torch burn bomb shell attack ambush block ban jeer loot blockade
  besiege clash battle patrol ring guard swap shun snub mob pelt defy down
`)
/** What the police and troops do to others in headlines: "police arrest figures" is none of it. */
const FORCE = set('kettle torch storm raid bomb shell')
/** Words in the plural without -s. */
const PLURAL = set('police troops men women people children gunmen youth policemen fishermen firemen militiamen')
/** Who does such things. */
const DOERS = [crowds, bands, enforcers, people, politicalWords, troops]
/** First halves of verbs with a hyphen ("baton-charge"), and second halves. */
const FIRST = set('baton test tear fire car truck petrol strip water court force pepper')
const SECOND = set(
  'charged charges fired fires gassed bombed bombs searched searches cannoned martialled martialed fed sprayed launched',
)
/** Acts whose second half is a particle: "stages sit-in". */
const ACTS = set('sit-in walk-out die-in sleep-in love-in stay-away go-slow lock-in')
const STAGING = set('stage stages hold holds end ends begin begins plan plans start starts launch launches join joins')

/**
 * Mends verbs read as nouns: "Lawyers boycott courts", "Gang burns mast", "Farmers march on Velm"; and what is cut at its hyphen:
 * "police baton-charged pickets", "Union stages sit-in". Returns the same table where nothing is to mend; columns are copied, never
 * changed in place. Linear in tokens.
 */
export function mendVerbs(text: string, tokens: TokenTable): TokenTable {
  const { copy, result } = createMender(tokens)
  for (let i = 1; i + 1 < tokens.length; i++) {
    if (tokens.sentence[i] !== tokens.sentence[i - 1]) continue
    const form = wordAt(text, tokens, i)
    if (form === '-') {
      const first = wordAt(text, tokens, i - 1)
      const second = wordAt(text, tokens, i + 1)
      if (tokens.to[i - 1] !== tokens.from[i] || tokens.to[i] !== tokens.from[i + 1]) continue
      if (FIRST.has(first) && SECOND.has(second)) mendCut(text, tokens, i, copy)
      else if (ACTS.has(`${first}-${second}`)) mendAct(text, tokens, i, copy)
    } else if (DOING.has(form) || (form.endsWith('s') && DOING.has(stem(form)))) mendDoing(text, tokens, i, copy)
  }
  return result()
}

function stem(form: string): string {
  return /(?:ch|sh|ss)es$/.test(form) ? form.slice(0, -2) : form.slice(0, -1)
}

/** Whether the word is a plural, or a singular, of those who do things. */
function isDoer(text: string, tokens: TokenTable, index: number, plural: boolean): boolean {
  const form = wordAt(text, tokens, index)
  const one = singular(form)
  const isPlural = PLURAL.has(form) || (one !== form && tokens.xpos[index] !== 'NN')
  if (isPlural !== plural) return false
  if (!plural && tokens.upos[index] === PROPER) return true
  return DOERS.some(({ lemmas }) => lemmas.has(form) || lemmas.has(one)) || PLURAL.has(form)
}

/** A plural before a bare word, or a singular before one in -s, is no compound: "Lawyers boycott courts", "Gang burns mast". */
function mendDoing(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const doer = verb - 1
  const form = wordAt(text, tokens, verb)
  const bare = DOING.has(form)
  if (tokens.upos[doer] !== NOUN && tokens.upos[doer] !== PROPER) return
  const isUpper = /^[A-Z]{3,}$/.test(text.slice(tokens.from[verb], tokens.to[verb]))
  if (!isUpper && /^[A-Z]/.test(text.slice(tokens.from[verb], tokens.to[verb]))) return
  if (!isDoer(text, tokens, doer, bare)) return
  const isForce = /^(?:police|troops)$/.test(wordAt(text, tokens, doer))
  if (tokens.upos[verb] === VERB) {
    // "Russia shells the market": the verb is known, who does it is not.
    if (tokens.relation[doer] === 'compound' && tokens.head[doer] === verb) copy().relation[doer] = 'nsubj'
    return
  }
  if (isForce && !FORCE.has(form)) return
  const object = tokens.head[verb]!
  const isRoot = tokens.relation[verb] === 'root'
  // "Farmers march on Velm", "Thousands march in Velm".
  if (isRoot || (object === doer && tokens.relation[doer] === 'root')) {
    if (
      !bare ||
      isForce ||
      !/^(?:on|in|at|to|over|for|against|outside|through|across)$/.test(wordAt(text, tokens, verb + 1))
    )
      return
    if (isRoot && tokens.head[doer] !== verb) return
    lead(text, tokens, verb, doer, object, copy)
    return
  }
  if (object <= verb || tokens.upos[object] === VERB || (tokens.head[doer] !== object && tokens.head[doer] !== verb))
    return
  const above = tokens.head[object]!
  const isHead = tokens.relation[object] === 'root'
  if (
    !isHead &&
    !(tokens.relation[object] === 'nsubj' && tokens.relation[above] === 'root' && tokens.upos[above] === NOUN)
  )
    return
  const whole = isHead ? object : above
  lead(text, tokens, verb, doer, whole, copy)
  if (!isHead) copy().relation[object] = 'compound'
}

/** Makes the word the head of what had been another's: the doer its subject, what it bears on its object. */
function lead(text: string, tokens: TokenTable, verb: number, doer: number, old: number, copy: () => Mended): void {
  const [first, last] = rangeOf(tokens, verb)
  const { head, relation, upos, xpos } = copy()
  upos[verb] = VERB
  xpos[verb] = wordAt(text, tokens, verb).endsWith('s') ? 'VBZ' : 'VBP'
  head[verb] = -1
  relation[verb] = 'root'
  for (let i = first; i < last; i++) {
    if (i === verb || i === doer) continue
    if (old >= 0 && head[i] === old && i < verb) head[i] = doer
    else if (head[i] === verb && i < doer) head[i] = doer
    else if (old === doer && head[i] === doer && i > verb) head[i] = verb
    else if (old > verb && head[i] === old && i > old && /^(?:punct|appos|parataxis|advcl|obl)/.test(relation[i]!))
      head[i] = verb
    if (head[i] === verb && relation[i] === 'nmod') relation[i] = 'obl'
  }
  head[doer] = verb
  relation[doer] = 'nsubj'
  if (old > verb) {
    head[old] = verb
    relation[old] = 'obj'
  }
}

/** "police baton-charged pickets": the noun before the cut word does it, and the noun behind it suffers it. */
function mendCut(text: string, tokens: TokenTable, hyphen: number, copy: () => Mended): void {
  const first = hyphen - 1
  const verb = hyphen + 1
  const doer = first - 1
  if (tokens.upos[verb] === VERB && tokens.relation[verb] !== 'amod') {
    // "The army strip-searched two men": the first half is no subject.
    if (tokens.head[first] !== verb || tokens.relation[first] !== 'nsubj') return
    const columns = copy()
    columns.relation[first] = 'compound'
    const before = doer >= 0 && tokens.sentence[doer] === tokens.sentence[verb] && isNominal(tokens, doer) ? doer : -1
    if (before < 0) return
    for (let i = rangeOf(tokens, verb)[0]; i < first; i++)
      if (columns.head[i] === first && i !== before) columns.head[i] = before
    columns.head[before] = verb
    columns.relation[before] = 'nsubj'
    return
  }
  const object = tokens.head[verb]!
  if (object <= verb || tokens.relation[verb] !== 'amod' || doer < 0 || !isNominal(tokens, doer)) return
  const above = tokens.head[object]!
  if (above >= 0 && /^(?:nsubj|obj|obl|nmod)/.test(tokens.relation[object]!)) return
  if (tokens.sentence[doer] !== tokens.sentence[verb] || /^(?:the|a|an)$/.test(wordAt(text, tokens, doer))) return
  const [from, last] = rangeOf(tokens, verb)
  const { head, relation, xpos } = copy()
  head[verb] = above
  relation[verb] = tokens.relation[object] === 'appos' ? 'parataxis' : tokens.relation[object]!
  xpos[verb] = 'VBD'
  for (let i = from; i < last; i++) {
    if (head[i] !== object || i === verb) continue
    if (i < doer) head[i] = doer
    else if (i > object && /^(?:nmod|obl|punct|advcl)/.test(relation[i]!)) {
      head[i] = verb
      if (relation[i] === 'nmod') relation[i] = 'obl'
    }
  }
  head[doer] = verb
  relation[doer] = 'nsubj'
  head[first] = verb
  relation[first] = 'compound'
  head[object] = verb
  relation[object] = 'obj'
}

/** "Union stages sit-in at ministry": the cut word is a noun, and what stands before it the verb. */
function mendAct(text: string, tokens: TokenTable, hyphen: number, copy: () => Mended): void {
  const first = hyphen - 1
  const act = hyphen + 1
  const verb = first - 1
  const doer = verb - 1
  if (tokens.upos[first] !== VERB || tokens.relation[first] !== 'root' || doer < 0) return
  if (!STAGING.has(wordAt(text, tokens, verb)) || !isNominal(tokens, doer)) return
  const [from, last] = rangeOf(tokens, verb)
  if (verb <= from) return
  const { head, relation, upos, xpos } = copy()
  upos[verb] = VERB
  xpos[verb] = wordAt(text, tokens, verb).endsWith('s') ? 'VBZ' : 'VBP'
  head[verb] = -1
  relation[verb] = 'root'
  upos[act] = NOUN
  xpos[act] = 'NN'
  head[act] = verb
  relation[act] = 'obj'
  upos[first] = NOUN
  xpos[first] = 'NN'
  for (let i = from; i < last; i++) {
    if (i === verb || i === act || i === doer || i === first) continue
    if (head[i] === first || head[i] === verb) head[i] = i < verb ? doer : i > act ? verb : act
  }
  head[first] = act
  relation[first] = 'compound'
  head[doer] = verb
  relation[doer] = 'nsubj'
}
