import type { TokenTable } from '../../model/index.ts'
import { childrenOf, createMender, type Mended, wordAt } from './mended-columns.ts'

/*
 * Clauses that the parser is known to take for others. Own lists from general knowledge of English (reduced relatives:
 * Quirk et al. 1985, sections 17.28 to 17.30); no corpus text.
 */
const ADPOSITION = 1
const NOUN = 7
const NUMERAL = 8
const PROPER = 11
const VERB = 15
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Past forms that are participles as well, of verbs that need an object: without one, somebody it was done to stands before. */
const DONE_TO = set(
  `arrested detained jailed imprisoned interned held captured seized freed released pardoned deported extradited expelled
  exiled banished killed wounded injured murdered executed assassinated sentenced convicted charged indicted accused
  suspected abducted kidnapped sanctioned blacklisted attacked beaten tortured raped rescued evacuated displaced trapped
  stranded sacked dismissed ousted deposed summoned questioned interrogated recalled appointed elected named invited
  hired recruited trained employed involved implicated identified nominated acquitted exonerated repatriated
  transferred swapped exchanged rounded nabbed apprehended prosecuted tried punished fined whipped hanged poisoned
  banned barred targeted hit damaged destroyed bombed shelled raided looted occupied annexed`,
)
/** Clauses that a reduced relative may have swallowed. */
const SWALLOWED = /^(?:advcl|ccomp|xcomp|parataxis)/
/** Farthest, in tokens, that the main verb may stand behind such a participle. */
const FARTHEST_MAIN = 25

/**
 * Mends clauses: "the men arrested in May remain in jail" read as "the men arrested ..., remain", "said talks with the
 * rebels would resume" read as "said talks", and the bound before a number in "as many as 30 people". Returns the same
 * table where nothing is to mend; columns are copied, never changed in place. Linear but for sentences with such a fault.
 */
export function mendClauses(text: string, tokens: TokenTable): TokenTable {
  const { copy, result } = createMender(tokens)
  for (let i = 1; i < tokens.length; i++) {
    const tag = tokens.upos[i]
    if (tag === VERB && DONE_TO.has(wordAt(text, tokens, i))) {
      if (!mendWished(text, tokens, i, copy) && !mendReduced(text, tokens, i, copy)) mendHanging(text, tokens, i, copy)
    } else if (tag === VERB && tokens.relation[i] === 'acl') {
      if (!mendCalling(text, tokens, i, copy)) mendActive(text, tokens, i, copy)
    } else if (tag === VERB && tokens.relation[i] === 'conj') {
      if (!mendInfinitive(text, tokens, i, copy)) mendBareConjunct(text, tokens, i, copy)
    } else if (tag === VERB && tokens.relation[i] === 'advcl') mendAsked(text, tokens, i, copy)
    if (tag === VERB && tokens.relation[i] === 'acl' && tokens.xpos[i] === 'VB') mendUrged(text, tokens, i, copy)
    else if (tag === NUMERAL) mendBound(text, tokens, i, copy)
    else if (tag === NOUN && tokens.relation[i] === 'obj') mendTold(tokens, i, copy)
    else if (tag === NOUN && tokens.relation[i] === 'obl') mendCall(text, tokens, i, copy)
    else if (tag === PROPER && tokens.relation[i] === 'nsubj') mendAddressed(text, tokens, i, copy)
  }
  return result()
}

/** "wants the two men released": what is wanted is that they be, not men who were. */
function mendWished(text: string, tokens: TokenTable, participle: number, copy: () => Mended): boolean {
  const noun = participle - 1
  const verb = tokens.head[noun]!
  if (tokens.relation[noun] !== 'obj' || verb < 0 || !WANTING.test(wordAt(text, tokens, verb))) return false
  const relation = tokens.relation[participle]
  if (relation === 'acl' ? tokens.head[participle] !== noun : relation !== 'xcomp') return false
  // "wants the men released in May to testify"
  if (childrenOf(tokens, participle).some((child) => tokens.relation[child] === 'advcl')) return false
  const columns = copy()
  columns.head[participle] = verb
  columns.relation[participle] = 'xcomp'
  columns.head[noun] = participle
  columns.relation[noun] = 'nsubj:pass'
  return true
}
const WANTING = /^want(?:s|ed)?$/

/** Whether a verb or predicate is finite by itself or by an auxiliary, and has no subject, mark or coordinator of its own. */
function isMain(text: string, tokens: TokenTable, index: number): boolean {
  const tag = tokens.xpos[index]
  let finite = tag === 'VBD' || tag === 'VBZ' || tag === 'VBP'
  for (const child of childrenOf(tokens, index)) {
    const rel = tokens.relation[child] ?? ''
    if (/^(?:nsubj|csubj|mark|cc|expl)/.test(rel) && child < index && !isInPhrase(tokens, child)) return false
    if ((rel.startsWith('aux') || rel === 'cop') && !/^(?:be|been|being|having)$/.test(wordAt(text, tokens, child)))
      finite = true
  }
  return finite
}

/** "on spying charges": what a preposition leads is no subject. */
function isInPhrase(tokens: TokenTable, index: number): boolean {
  return childrenOf(tokens, index).some(
    (child) => child < index && tokens.relation[child] === 'case' && tokens.upos[child] === ADPOSITION,
  )
}

/** "asked the ministry again and again to go public": nothing joins the infinitive to what it is asked by. */
function mendInfinitive(text: string, tokens: TokenTable, verb: number, copy: () => Mended): boolean {
  if (tokens.xpos[verb] !== 'VB' || wordAt(text, tokens, verb - 1) !== 'to' || tokens.head[verb - 1] !== verb)
    return false
  const first = tokens.head[verb] ?? -1
  if (first < 0 || tokens.upos[first] !== VERB || tokens.xpos[first] === 'VB') return false
  if (childrenOf(tokens, verb).some((child) => tokens.relation[child] === 'cc' || tokens.relation[child] === 'punct'))
    return false
  copy().relation[verb] = 'xcomp'
  return true
}

/**
 * "should drop the case against men sentenced in May, and free them": a bare verb goes on with the bare verb before it,
 * not with a participle between the two.
 */
function mendBareConjunct(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const first = tokens.head[verb] ?? -1
  if (mendPastConjunct(text, tokens, verb, first, copy)) return
  if (first < 0 || tokens.xpos[verb] !== 'VB') return
  // "for doing their jobs and drop the charges"
  const isGerund = tokens.xpos[first] === 'VBG' && /^(?:advcl|acl)$/.test(tokens.relation[first] ?? '')
  if (!isGerund && (tokens.xpos[first] !== 'VBN' || tokens.relation[first] !== 'acl')) return
  if (childrenOf(tokens, verb).some((child) => /^(?:nsubj|aux|mark)/.test(tokens.relation[child] ?? ''))) return
  for (let i = first - 1; i > 0 && tokens.sentence[i] === tokens.sentence[verb]; i--) {
    if (tokens.upos[i] !== VERB || tokens.xpos[i] !== 'VB') continue
    copy().head[verb] = i
    return
  }
}

/** "demanded that he be freed and threatened to leave": what is told as past does not go on with what is only demanded. */
function mendPastConjunct(text: string, tokens: TokenTable, verb: number, first: number, copy: () => Mended): boolean {
  if (first < 0 || tokens.relation[first] !== 'ccomp') return false
  const own = childrenOf(tokens, verb)
  // A participle with an object, or of a verb that only speakers do ("be freed and threatened to leave"), is a past too.
  const isActive = own.some(
    (child) =>
      child > verb &&
      (tokens.relation[child] === 'obj' ||
        (tokens.relation[child] === 'xcomp' && VOICED.has(wordAt(text, tokens, verb)))),
  )
  if (tokens.xpos[verb] !== 'VBD' && !(tokens.xpos[verb] === 'VBN' && isActive)) return false
  if (own.some((child) => /^(?:nsubj|aux|mark)/.test(tokens.relation[child] ?? ''))) return false
  const isSubjunctive =
    tokens.xpos[first] === 'VB' ||
    childrenOf(tokens, first).some(
      (child) => /^(?:aux|cop)/.test(tokens.relation[child] ?? '') && wordAt(text, tokens, child) === 'be',
    )
  const above = tokens.head[first] ?? -1
  if (!isSubjunctive || above < 0 || tokens.xpos[above] !== 'VBD') return false
  copy().head[verb] = above
  return true
}

/**
 * "The rapporteur on prisons called in May for the law to go": in a sentence without a verb "called" with "for" is the verb,
 * and no participle of the noun before it.
 */
function mendCalling(text: string, tokens: TokenTable, verb: number, copy: () => Mended): boolean {
  if (!/^(?:called|appealed|pressed|pushed)$/.test(wordAt(text, tokens, verb))) return false
  let top = tokens.head[verb] ?? -1
  while (top >= 0 && (tokens.head[top] ?? -1) >= 0 && /^(?:nmod|compound)/.test(tokens.relation[top] ?? ''))
    top = tokens.head[top]!
  if (top < 0 || (tokens.head[top] ?? -1) >= 0 || (tokens.upos[top] !== NOUN && tokens.upos[top] !== PROPER))
    return false
  if (childrenOf(tokens, top).some((child) => /^(?:cop|nsubj|aux)/.test(tokens.relation[child] ?? ''))) return false
  let asks = false
  for (let i = verb + 1; i < verb + NEAR_FOR && tokens.sentence[i] === tokens.sentence[verb]; i++)
    if (wordAt(text, tokens, i) === 'for') asks = true
  if (!asks) return false
  const { head, relation, xpos } = copy()
  head[verb] = -1
  relation[verb] = 'root'
  xpos[verb] = 'VBD'
  head[top] = verb
  relation[top] = 'nsubj'
  return true
}
/** Words between "called" and its "for" at most. */
const NEAR_FOR = 5

const VOICED = new Set('threatened vowed promised agreed refused declined offered pledged'.split(' '))

/** "the 14 men arrested in May remain in jail": the parser took the participle for the verb of the sentence. */
function mendReduced(text: string, tokens: TokenTable, participle: number, copy: () => Mended): boolean {
  const tag = tokens.xpos[participle]
  if (tag !== 'VBD' && tag !== 'VBN') return false
  let subject = -1
  let main = -1
  for (const child of childrenOf(tokens, participle)) {
    const rel = tokens.relation[child] ?? ''
    if (rel.startsWith('aux') || rel === 'obj' || rel === 'mark' || rel === 'cop') return false
    if (rel.startsWith('nsubj') && child < participle) subject = child
    else if (main < 0 && child > participle && SWALLOWED.test(rel) && isMain(text, tokens, child)) main = child
  }
  if (subject < 0 || main < 0 || main - participle > FARTHEST_MAIN || subject + 1 !== participle) return false
  const { head, relation, xpos } = copy()
  head[main] = tokens.head[participle]!
  relation[main] = tokens.relation[participle]!
  const passive = childrenOf(tokens, main).some((child) => tokens.relation[child] === 'aux:pass')
  for (const child of childrenOf(tokens, participle)) {
    if (child === subject || child === main) continue
    if (child < participle || child > main) head[child] = main
  }
  for (const child of childrenOf(tokens, main))
    if (child < main && (tokens.relation[child] ?? '').startsWith('nsubj')) {
      head[child] = participle
      relation[child] = 'obl'
    }
  head[participle] = subject
  relation[participle] = 'acl'
  xpos[participle] = 'VBN'
  head[subject] = main
  relation[subject] = passive ? 'nsubj:pass' : 'nsubj'
  return true
}

/** "two men jailed over a report were freed": a past form between the subject and its verb, hung on that verb. */
function mendHanging(text: string, tokens: TokenTable, participle: number, copy: () => Mended): void {
  const main = tokens.head[participle] ?? -1
  if (main === participle - 1 && tokens.relation[participle] === 'acl' && tokens.xpos[participle] === 'VBD') {
    if (!childrenOf(tokens, participle).some((child) => /^(?:nsubj|aux|mark|obj)/.test(tokens.relation[child] ?? '')))
      copy().xpos[participle] = 'VBN'
    return
  }
  if (main >= 0 && tokens.relation[participle] === 'xcomp' && tokens.xpos[participle] === 'VBN') {
    mendDescribed(text, tokens, participle, copy)
    return
  }
  if (main < participle || !/^(?:advcl|ccomp|dep|parataxis)/.test(tokens.relation[participle] ?? '')) return
  const subject = participle - 1
  if (tokens.head[subject] !== main || !(tokens.relation[subject] ?? '').startsWith('nsubj')) return
  for (const child of childrenOf(tokens, participle))
    if (/^(?:nsubj|aux|mark|obj|cop|cc)/.test(tokens.relation[child] ?? '')) return
  const { head, relation, xpos } = copy()
  head[participle] = subject
  relation[participle] = 'acl'
  xpos[participle] = 'VBN'
}

/** "as many as 30 people": the three words only bound the number. */
function mendBound(text: string, tokens: TokenTable, number: number, copy: () => Mended): void {
  if (number < 3 || tokens.sentence[number - 3] !== tokens.sentence[number]) return
  if (wordAt(text, tokens, number - 1) !== 'as' || wordAt(text, tokens, number - 3) !== 'as') return
  if (!/^(?:many|few|much|little)$/.test(wordAt(text, tokens, number - 2))) return
  const { head, relation } = copy()
  for (let i = number - 3; i < number; i++) {
    head[i] = number
    relation[i] = 'advmod'
  }
}

/** "said talks with the rebels would resume": what is told is the subject of the clause, not the object of the telling. */
function mendTold(tokens: TokenTable, object: number, copy: () => Mended): void {
  const telling = tokens.head[object] ?? -1
  const preposition = object + 1
  if (telling < 0 || telling > object || tokens.upos[telling] !== VERB) return
  const clause = tokens.head[preposition] ?? -1
  if (clause <= preposition || tokens.relation[preposition] !== 'mark' || tokens.xpos[preposition] !== 'IN') return
  if (tokens.head[clause] !== telling || tokens.relation[clause] !== 'ccomp') return
  const inner = childrenOf(tokens, clause).find(
    (child) => child > preposition && child < clause && (tokens.relation[child] ?? '').startsWith('nsubj'),
  )
  if (inner === undefined) return
  const { head, relation, upos } = copy()
  head[preposition] = inner
  relation[preposition] = 'case'
  upos[preposition] = ADPOSITION
  relation[object] = tokens.relation[inner]!
  head[object] = clause
  head[inner] = object
  relation[inner] = 'nmod'
}

/** Verbs of which nobody is the object: their past form behind a name is no passive. */
const ACTIVE_ONLY = set(
  `called appealed agreed refused declined vowed threatened insisted responded reacted apologized apologised resigned
  protested demonstrated marched negotiated arrived landed returned declared announced urged demanded condemned warned
  denied rejected accused`,
)

/** "Relief International called on the government to ...": with no other verb, the name's participle is the verb. */
function mendActive(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const tag = tokens.xpos[verb]
  if ((tag !== 'VBN' && tag !== 'VBD') || !ACTIVE_ONLY.has(wordAt(text, tokens, verb))) return
  let name = tokens.head[verb]!
  if (name !== verb - 1 || tokens.upos[name] !== PROPER) return
  if (childrenOf(tokens, verb).some((child) => /^(?:nsubj|aux|mark|obl:agent)/.test(tokens.relation[child] ?? '')))
    return
  while (/^(?:flat|compound)/.test(tokens.relation[name] ?? '') && tokens.upos[tokens.head[name]!] === PROPER)
    name = tokens.head[name]!
  if (tokens.relation[name] !== 'root') return
  const { head, relation, xpos } = copy()
  head[verb] = -1
  relation[verb] = 'root'
  xpos[verb] = 'VBD'
  for (let i = verb + 1; i < tokens.length && tokens.sentence[i] === tokens.sentence[verb]; i++)
    if (tokens.head[i] === name || tokens.head[i] === verb - 1) head[i] = verb
  head[name] = verb
  relation[name] = 'nsubj'
}

/** Verbs that ask, order or allow somebody. */
const ASKING = set(
  'asked urged told ordered invited called begged implored pressed encouraged persuaded allowed ask asks urge urges',
)

/** "asked Norland, which speaks for others there, to mediate": what is asked stands behind the relative clause. */
function mendAsked(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const clause = tokens.head[verb]!
  if (clause < 0 || clause > verb || !(tokens.relation[clause] ?? '').startsWith('acl:relcl')) return
  const to = verb - 1
  if (wordAt(text, tokens, to) !== 'to' || wordAt(text, tokens, to - 1) !== ',') return
  const asked = tokens.head[clause]!
  const asking = tokens.head[asked] ?? -1
  if (asking < 0 || asking > asked || !ASKING.has(wordAt(text, tokens, asking))) return
  const { head, relation } = copy()
  head[verb] = asking
  relation[verb] = 'xcomp'
}

/** "urged the crowd to sit down": what they are asked, and not which crowd. "had orders to" is no asking. */
function mendUrged(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const asked = tokens.head[verb]!
  const asking = tokens.head[asked] ?? -1
  if (asking < 0 || asking > asked || tokens.relation[asked] !== 'obj' || wordAt(text, tokens, verb - 1) !== 'to')
    return
  if (!URGING.has(tokens.lemma[asking]!)) return
  const { head, relation } = copy()
  head[verb] = asking
  relation[verb] = 'xcomp'
}
/** Verbs that take somebody and what they shall do, and things hardly ever. */
const URGING = set('urge tell order instruct command implore beg exhort persuade convince encourage compel pressure')

/** Nouns by which somebody asks or hopes, with the phrase that says for what. */
const CALLS = set('call calls appeal appeals plea pleas demand demands request requests bid hope hopes')

/** "renewed its call for her release": the parser may hang the phrase on the verb. */
function mendCall(text: string, tokens: TokenTable, noun: number, copy: () => Mended): void {
  const verb = tokens.head[noun]!
  if (verb < 0 || verb > noun || tokens.upos[verb] !== VERB) return
  const first = childrenOf(tokens, noun)[0] ?? -1
  if (first < 1 || wordAt(text, tokens, first) !== 'for' || tokens.head[first - 1] !== verb) return
  if (tokens.relation[first - 1] !== 'obj' || !CALLS.has(wordAt(text, tokens, first - 1))) return
  const { head, relation } = copy()
  head[noun] = first - 1
  relation[noun] = 'nmod'
}

/** "told Li the army was ready": of two subjects the one right behind a verb of telling is told. */
function mendAddressed(text: string, tokens: TokenTable, name: number, copy: () => Mended): void {
  const clause = tokens.head[name]!
  const telling = tokens.head[clause] ?? -1
  if (
    telling !== name - 1 ||
    !/^(?:told|tells|tell|warned|informed|assured|reminded)$/.test(wordAt(text, tokens, telling))
  )
    return
  const others = childrenOf(tokens, clause).filter((child) => tokens.relation[child]?.startsWith('nsubj'))
  if (others.length < 2) return
  const { head, relation } = copy()
  head[name] = telling
  relation[name] = 'iobj'
}

/** Verbs whose object is seen, kept or wanted in a state: "saw the men arrested", "want him freed". */
const STATE_VERBS = set(
  `have had has having get got gets getting see saw seen hear heard find found keep kept leave left want wanted wants make
  made report reported consider believe believed think thought feel felt watch watched need needs like order ordered
  declare declared call called`,
)

/** "acquitted an official charged with fraud": the participle tells which official. */
function mendDescribed(text: string, tokens: TokenTable, participle: number, copy: () => Mended): void {
  const noun = participle - 1
  const verb = tokens.head[participle]!
  if (verb < 0 || tokens.head[noun] !== verb || tokens.relation[noun] !== 'obj') return
  // "released three Norlanders convicted of spying"
  if (tokens.upos[noun] !== NOUN && tokens.xpos[noun] !== 'NNPS') return
  if (STATE_VERBS.has(wordAt(text, tokens, verb))) return
  const { head, relation } = copy()
  head[participle] = noun
  relation[participle] = 'acl'
}
