import type { Actor, ActorKind } from '../../model/index.ts'
import { politicalWords, type WordClass } from '../../ontology/index.ts'
import type { Grammar } from './grammar.ts'
import { OTHER_WORLDS } from './lexicon.ts'
import type { Phrases } from './phrases.ts'

/** What kind of thing phrases are, and what a sentence is about. */
export interface World {
  /** Whether a phrase is of the class. */
  isOf(head: number, wordClass: WordClass): boolean
  /** Whether a phrase stands for somebody who can act: a name, a person, a group, a body, a state, a pronoun. */
  isActor(head: number): boolean
  isPlace(head: number): boolean
  /** A state by its own name, not its government or its people. */
  isState(head: number): boolean
  isPolitical(head: number): boolean
  /** Words of amount, behind which the counted stand ("dozens of"). */
  isQuantity(head: number): boolean
  /** Whether the sentence speaks of states, offices, forces or the like. */
  isPoliticalSentence(index: number): boolean
  /** Whether the sentence speaks of sport, shows, markets or weather. */
  isOtherWorld(index: number): boolean
  /** Whether the document does: most of its sentences that speak of anything known, and at least three. */
  isOtherDocument(): boolean
}

const PLACE_NOUNS = new Set(
  'area town city region district village province border airport zone capital territory camp island strip enclave peninsula suburb neighborhood neighbourhood valley country'.split(
    ' ',
  ),
)
/** Heads of compounds that stand for their first part: "curfew order", "aid package". */
const FRAMES = new Set(
  'order measure regime package hour program programme delivery shipment supply effort process bid attempt round session mission donation'.split(
    ' ',
  ),
)
/** Words of amount: what is counted stands behind "of". */
const QUANTITIES = new Set(
  'some none number dozen hundred thousand group all many most several one part couple team handful majority rest worth any two three four five six seven eight nine ten series lot half member kg kilogram ton tonne pound liter litre truckload shipload planeload shipment batch load bag box percent third quarter'.split(
    ' ',
  ),
)
/** Words of amount that stand for people by themselves. */
/** First words of storms' names. */
const STORMS = /^(?:storm|hurricane|typhoon|cyclone)$/i
const COUNTED = new Set(['rest', 'majority', 'handful'])
/** Pronouns for one person. */
const SINGLE = new Set(['he', 'she', 'him', 'her'])
/** Words of amount that places have as well. */
const PARTS = new Set('part number half most some several rest all'.split(' '))
/** Nouns of war and its instruments: a sentence that has one speaks of no private matter. */
const WAR_WORDS = new Set(
  'airstrike air-strike missile warplane artillery mortar landmine minefield ceasefire cease-fire truce hostage massacre genocide bomb bomber bombing insurgency uprising coup civil-war peacekeeping sanctions embargo'.split(
    ' ',
  ),
)
/** Words of custody, justice and diplomacy that leave no doubt what a sentence is about. */
const STATE_WORDS = new Set(
  'prison jail inmate warden ombudsman treason espionage spy pardon amnesty clemency extradition deportation summit consul chancellery high-commission capital palace presidency premiership premier un eu nato vatican exile asylum sedition subversion bilateral trilateral diplomatic consular presidential prosecutor detention conscript ceasefire peacekeeping breakaway captor kidnapper abductor ransom jailer archbishop bishop pope houthi houthis taliban hamas hezbollah jihadi'.split(
    ' ',
  ),
)
/** Adjectives that a noun of sport or culture shares: "a final settlement", "novel means". */
const AMBIGUOUS_ADJECTIVES = new Set(['final', 'novel'])
const PRIVATE_SECTORS = new Set(['BUS', 'EDU', 'MED', 'CVL', 'UNS'])
/** Words for nobody: what is done to nobody is done to people all the same. */
const NOBODY = new Set(['nobody', 'none'])
/** Offices by which courts, prosecutors and police are told apart from those who rule. */
const OF_THE_LAW = ['magistrate', 'prosecutor', 'constable']
const BOTH = new Set(['both', 'all', 'those'])
const PRONOUNS = new Set([
  'he',
  'she',
  'they',
  'him',
  'her',
  'them',
  'who',
  'whom',
  'i',
  'we',
  'us',
  'me',
  'you',
  'everyone',
  'someone',
  'anyone',
  'one',
  'those',
  'himself',
  'herself',
  'themselves',
  'his',
  'their',
  'my',
  'our',
])

/** Fewest sentences of sport, shows or markets that make a document one of theirs. */
const LEAST_OTHERS = 3

export function createWorld(grammar: Grammar, phrases: Phrases): World {
  const { tokens } = grammar
  const political = new Map<number, boolean>()
  const sentences = new Map<number, { political: boolean; other: boolean }>()

  function isOf(head: number, wordClass: WordClass): boolean {
    if (wordClass.lemmas.has('*')) return true
    const word = grammar.lemma(head)
    if (wordClass.lemmas.has(word) || wordClass.lemmas.has(grammar.form(head))) return true
    if (FRAMES.has(word) && wordClass.kinds.length === 0) {
      for (const child of grammar.tree.children(head)) {
        if (grammar.relation(child) === 'compound' && wordClass.lemmas.has(grammar.lemma(child))) return true
      }
    }
    if (QUANTITIES.has(word)) {
      for (const child of grammar.tree.children(head)) {
        if (grammar.relation(child) === 'nmod' && grammar.prepositions(child)[0] === 'of' && isOf(child, wordClass))
          return true
      }
    }
    // "frees the rest": people told by their number alone.
    if (COUNTED.has(word) && wordClass.pronouns && grammar.childOf(head, 'nmod') < 0) return true
    const tag = grammar.upos(head)
    // "expel him", "expel Roe", who is an ambassador: somebody is of the class by office.
    if (wordClass.kinds.length === 0 && wordClass.lemmas.has('attache') && (tag === 'PRON' || tag === 'PROPN')) {
      const roles = phrases.at(head).actor?.roles ?? []
      if (roles.some(({ title }) => wordClass.lemmas.has(title.toLowerCase().split(' ').at(-1) ?? ''))) return true
    }
    // "Judge Tove Krarup": who is named with an office is of it.
    if (tag === 'PROPN' && wordClass.kinds.length === 0 && hasTitle(head, wordClass)) return true
    // "Storm Gertrud": nobody acts by it, though it is named like a person.
    if (tag === 'PROPN' && (STORMS.test(grammar.lemma(head)) || STORMS.test(grammar.lemma(head - 1)))) return false
    if (tag === 'PRON') {
      const pronoun = grammar.form(head)
      if (wordClass.pronouns && (PRONOUNS.has(pronoun) || NOBODY.has(pronoun))) return true
      // "their withdrawal": whoever they are.
      const { mention, actor } = phrases.at(head)
      // "He travelled to the capital": whoever he is, he is a person.
      if (SINGLE.has(pronoun) && wordClass.kinds.includes('person') && actor !== null) return true
      return mention !== null && mention.form !== 'pronoun' && mention.head !== head && isOf(mention.head, wordClass)
    }
    if (NOBODY.has(word)) return wordClass.pronouns
    // "Both are held": people told by their number alone.
    if (tag === 'DET' && BOTH.has(word)) return wordClass.pronouns
    if (tag === 'NUM' || (tag === 'ADJ' && grammar.form(head) === 'several')) return wordClass.pronouns
    if (wordClass.kinds.length === 0) return false
    const phrase = phrases.at(head)
    if (phrase.kind !== null) return hasKind(wordClass, phrase.kind, phrase.actor)
    return tag === 'PROPN' && (wordClass.kinds.includes('person') || wordClass.kinds.includes('place'))
  }

  function hasKind(wordClass: WordClass, kind: ActorKind, actor: Actor | null): boolean {
    return wordClass.kinds.includes(kind) || (actor !== null && wordClass.kinds.includes(actor.kind))
  }

  function isActor(head: number): boolean {
    const tag = grammar.upos(head)
    if (tag === 'PRON') return PRONOUNS.has(grammar.form(head)) || grammar.form(head) === 'it'
    if (tag === 'PROPN') return true
    const phrase = phrases.at(head)
    return phrase.kind !== null || politicalWords.lemmas.has(grammar.lemma(head))
  }

  function isPlace(head: number): boolean {
    if (PLACE_NOUNS.has(grammar.lemma(head))) return true
    const phrase = phrases.at(head)
    if (phrase.kind !== null) return phrase.kind === 'place' || phrase.kind === 'state'
    if (PARTS.has(grammar.lemma(head))) return isPartOfPlace(head)
    return (
      tokens.name[head]?.endsWith('LOC') === true ||
      (grammar.upos(head) === 'PROPN' && !tokens.name[head]?.endsWith('PER'))
    )
  }

  /** "parts of Belmarra", "a number of towns". */
  function isPartOfPlace(head: number): boolean {
    return grammar.tree
      .children(head)
      .some((child) => child > head && grammar.prepositions(child)[0] === 'of' && isPlace(child))
  }

  function isPolitical(head: number): boolean {
    const known = political.get(head)
    if (known !== undefined) return known
    const made = findPolitical(head)
    political.set(head, made)
    return made
  }

  function findPolitical(head: number): boolean {
    if (politicalWords.lemmas.has(grammar.lemma(head))) return true
    const { actor, kind } = phrases.at(head)
    if (kind === 'state' || actor?.kind === 'state') return true
    if (actor?.sector) return !PRIVATE_SECTORS.has(actor.sector) || (actor.country !== null && actor.kind !== 'person')
    if (actor && actor.country !== null) return true
    for (const child of grammar.tree.children(head)) {
      const rel = grammar.relation(child)
      if (
        (rel === 'compound' || rel === 'amod' || rel === 'nmod' || rel === 'flat' || rel === 'appos') &&
        isWord(child)
      )
        return true
    }
    return false
  }

  function isWord(index: number): boolean {
    if (politicalWords.lemmas.has(grammar.lemma(index))) return true
    const { kind } = phrases.at(index)
    return kind === 'state'
  }

  /** Somebody of a public sector. */
  function isPublic(actor: Actor | null): boolean {
    return actor?.sector != null && !PRIVATE_SECTORS.has(actor.sector)
  }

  /** "Albanians", "Kurds": people named by their nation. */
  function isNation(index: number): boolean {
    return tokens.xpos[index] === 'NNPS' && phrases.actorOf(phrases.mentionAt(index))?.country != null
  }

  /** A sentence without a political word counts as political in a document where most sentences have one. */
  function isPoliticalAt(index: number): boolean {
    const own = sentenceAt(index)
    if (own.political) return true
    if (own.other) return false
    if (documentIsPolitical === null) {
      let political = 0
      let all = 0
      let last = -1
      for (let i = 0; i < tokens.length; i++) {
        if (tokens.sentence[i] === last) continue
        last = tokens.sentence[i] ?? -1
        all++
        if (sentenceAt(i).political) political++
      }
      documentIsPolitical = all > 1 && political * 5 >= all * 2
    }
    return documentIsPolitical
  }
  let documentIsPolitical: boolean | null = null
  let documentIsOther: boolean | null = null

  function hasTitle(name: number, wordClass: WordClass): boolean {
    if (!OF_THE_LAW.some((one) => wordClass.lemmas.has(one))) return false
    return grammar.tree
      .children(name)
      .some((child) => tokens.relation[child] === 'nmod:desc' && wordClass.lemmas.has(grammar.lemma(child)))
  }

  function isOtherDocument(): boolean {
    if (documentIsOther !== null) return documentIsOther
    let others = 0
    let politicals = 0
    let last = -1
    for (let i = 0; i < tokens.length; i++) {
      if (tokens.sentence[i] === last) continue
      last = tokens.sentence[i] ?? -1
      const { political: own, other } = sentenceAt(i)
      if (other) others++
      else if (own) politicals++
    }
    documentIsOther = others >= LEAST_OTHERS && others > politicals
    return documentIsOther
  }

  function sentenceAt(index: number): { political: boolean; other: boolean } {
    const sentence = tokens.sentence[index] ?? 0
    const known = sentences.get(sentence)
    if (known) return known
    let isPoliticalSentence = false
    let other = false
    let first = index
    while (first > 0 && tokens.sentence[first - 1] === sentence) first--
    for (let i = first; i < tokens.length && tokens.sentence[i] === sentence; i++) {
      const tag = grammar.upos(i)
      if (tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'ADJ') continue
      const word = grammar.lemma(i)
      if (OTHER_WORLDS.has(word) && (tag !== 'ADJ' || !AMBIGUOUS_ADJECTIVES.has(word))) other = true
      if (isPoliticalSentence) continue
      if (politicalWords.lemmas.has(word) || WAR_WORDS.has(word) || STATE_WORDS.has(word)) isPoliticalSentence = true
      else {
        const rel = grammar.relation(i)
        // "the Kenyan runner": an adjective of a country makes no politics.
        if (rel === 'amod' || (rel === 'compound' && tag === 'ADJ')) continue
        const mention = phrases.mentionAt(i)
        const actor = phrases.actorOf(mention)
        if (mention?.kind === 'state' || actor?.kind === 'state' || isPublic(actor) || isNation(i))
          isPoliticalSentence = true
      }
    }
    const made = { political: isPoliticalSentence, other }
    sentences.set(sentence, made)
    return made
  }

  return {
    isOf,
    isActor,
    isPlace,
    isState: (head) => phrases.at(head).kind === 'state' && phrases.at(head).mention?.form === 'name',
    isPolitical,
    isQuantity: (head) => QUANTITIES.has(grammar.lemma(head)),
    isPoliticalSentence: isPoliticalAt,
    isOtherWorld: (index) => sentenceAt(index).other,
    isOtherDocument,
  }
}
