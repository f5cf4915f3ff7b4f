import type { TokenTable } from '../../model/index.ts'
import { createMender, type Mended, rangeOf, wordAt } from './mended-columns.ts'

/*
 * What somebody is accused of or punished for belongs to the verb, not to whoever stands between. Own lists from general
 * knowledge of English (complements of judgement verbs: Quirk et al. 1985, section 16.56); no corpus text.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/* Codes into UPOS. */
const ADJECTIVE = 0
const NOUN = 7
const VERB = 15

const OF = set('accuse convict acquit suspect clear absolve exonerate')
const FOR = set(
  `sentence jail imprison convict arrest detain apprehend fine indict prosecute charge sue blame punish execute condemn try
  hold expel deport sanction pardon suspend sack dismiss`,
)
const CHARGES = set('charge count suspicion allegation accusation warrant')
/** Terms between the verb and what they are for: "sentenced to ten years for fraud". */
const TERMS = set(
  'year month week day life death prison jail term decade hour house labor labour reprieve imprisonment',
)
/** Wrongs that are nobody's office or land: "accused the government of murder", not "the head of state". */
const WRONGS = set(
  `abuse adultery aggression apostasy arson assault atrocity attack betrayal bias blackmail blasphemy bombing breach bribery
  bribe burglary complicity collusion conspiracy contempt corruption coup crime cruelty cowardice deception defamation desertion
  discrimination duplicity embezzlement espionage extortion extremism fabrication failure fraud genocide graft hypocrisy
  illegality incitement infringement insult interference involvement killing libel looting manslaughter massacre misconduct
  mismanagement misuse murder neglect negligence obstruction offence offense perjury piracy plotting possession provocation
  racism rape rebellion robbery sabotage sedition slander smuggling spying subversion terrorism theft torture trafficking
  treachery treason vandalism violation violence wrongdoing lying cheating stealing meddling bullying cronyism nepotism
  forgery falsification evasion laundering hooliganism heresy sorcery witchcraft propaganda kidnapping abduction`,
)
/** Farthest that the deed may stand behind the verb, in tokens. */
const FARTHEST = 24
/** Most steps from the deed up to the verb. */
const MOST_STEPS = 4

/**
 * "accused the police of planting evidence", "accused by residents of shooting", "sentenced him to ten years for fraud",
 * "arrested the chairman of a group on charges of fraud": hangs the deed on the verb. Returns the same table where nothing
 * is to mend.
 */
export function mendBlame(text: string, tokens: TokenTable): TokenTable {
  const { copy, result } = createMender(tokens)
  for (let verb = 0; verb + 2 < tokens.length; verb++) {
    const tag = tokens.upos[verb]
    const lemma = tokens.lemma[verb]!
    if (tag === ADJECTIVE && lemma === 'guilty') mendGuilty(text, tokens, verb, copy)
    else if (tag === VERB && (OF.has(lemma) || FOR.has(lemma))) mendDeed(text, tokens, verb, copy)
  }
  return result()
}

function mendDeed(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const lemma = tokens.lemma[verb]!
  const [, last] = rangeOf(tokens, verb)
  for (let mark = verb + 1; mark < Math.min(last, verb + FARTHEST); mark++) {
    const deed = tokens.head[mark]!
    const relation = tokens.relation[mark]
    if (deed <= mark || (relation !== 'mark' && relation !== 'case') || tokens.head[deed] === verb) continue
    const word = wordAt(text, tokens, mark)
    const isDeed = tokens.xpos[deed] === 'VBG' && relation === 'mark'
    const fits =
      (word === 'of' && OF.has(lemma) && (isDeed || isWrong(text, tokens, deed))) ||
      (word === 'for' && FOR.has(lemma) && (isDeed || isPunished(tokens, deed))) ||
      (word === 'over' && FOR.has(lemma) && tokens.upos[deed] === NOUN) ||
      (word === 'on' && FOR.has(lemma) && CHARGES.has(tokens.lemma[deed]!))
    if (!fits || !isBelow(tokens, deed, verb)) continue
    hang(deed, verb, isDeed, copy())
    return
  }
}

/** "found guilty of fraud": of what somebody is found guilty belongs to the verb as well. */
function mendGuilty(text: string, tokens: TokenTable, guilty: number, copy: () => Mended): void {
  const verb = tokens.head[guilty]!
  if (verb < 0 || tokens.upos[verb] !== VERB || tokens.relation[guilty] !== 'xcomp') return
  const [, last] = rangeOf(tokens, guilty)
  for (let deed = guilty + 1; deed < last; deed++) {
    if (tokens.head[deed] !== guilty) continue
    const mark = wordAt(text, tokens, guilty + 1)
    if (mark !== 'of' && mark !== 'on' && mark !== 'to') return
    if (tokens.head[guilty + 1] !== deed) continue
    hang(deed, verb, tokens.upos[deed] === VERB, copy())
    return
  }
}

function hang(deed: number, verb: number, isClause: boolean, { head, relation }: Mended): void {
  head[deed] = verb
  relation[deed] = isClause ? 'advcl' : 'obl'
}

/** "seven years for propaganda", "two men for the murder". */
function isPunished(tokens: TokenTable, deed: number): boolean {
  return TERMS.has(tokens.lemma[tokens.head[deed]!] ?? '') || WRONGS.has(tokens.lemma[deed]!)
}

/** "accused the state of murder", "the other side of stalling". */
function isWrong(text: string, tokens: TokenTable, deed: number): boolean {
  return (
    WRONGS.has(tokens.lemma[deed]!) || (tokens.xpos[deed] === 'NN' && /^[a-z]+ing$/.test(wordAt(text, tokens, deed)))
  )
}

/** Only phrases stand between the deed and the verb, and no clause. */
function isBelow(tokens: TokenTable, deed: number, verb: number): boolean {
  let at = tokens.head[deed]!
  for (let steps = 0; steps < MOST_STEPS && at > verb; steps++) {
    if (tokens.upos[at] === VERB || (tokens.relation[at] ?? '').startsWith('acl')) return false
    const above = tokens.head[at]!
    if (above === verb) return true
    at = above
  }
  return false
}
