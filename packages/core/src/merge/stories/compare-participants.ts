import type { Count, ReportParticipant } from '../../model/index.ts'
import { remember } from '../../text/index.ts'
import { foldName, foldText } from '../fold-name.ts'
import { lightLemma } from './trigger-key.ts'

/** How two participants stand: how alike 0 to 1; `clash` where they cannot be one. */
export interface PartMatch {
  readonly alike: number
  readonly clash: boolean
  readonly because: string | null
}

const NOTHING: PartMatch = { alike: 0, clash: false, because: null }

/** Words for people who are held, or were: a paper's prisoners are another's activists. */
const HELD: ReadonlySet<string> = new Set(
  'prisoner detainee inmate captive hostage activist dissident convict people person citizen national man woman journalist opponent critic figure politician soldier abductee'.split(
    ' ',
  ),
)
const PEOPLE_KINDS: ReadonlySet<string> = new Set(['person', 'group'])
const POWERS: ReadonlySet<string> = new Set(['state', 'organization', 'place', 'person'])

/** Compares two participants. */
export function compareParticipants(a: ReportParticipant, b: ReportParticipant): PartMatch {
  if (a.actor !== null && a.actor === b.actor) return { alike: 1, clash: false, because: a.name }
  if (a.actor !== null && b.includes.includes(a.actor)) return { alike: 0.85, clash: false, because: a.name }
  if (b.actor !== null && a.includes.includes(b.actor)) return { alike: 0.85, clash: false, because: b.name }
  if (a.includes.some((one) => b.includes.includes(one)))
    return { alike: 0.9, clash: false, because: 'the same named members' }
  const groups = isCrowd(a) || isCrowd(b)
  const countries = a.country !== null && b.country !== null
  if (countries && a.country !== b.country) return { alike: 0, clash: !groups, because: `${a.name} and ${b.name}` }
  if (foldName(a.name) === foldName(b.name))
    return {
      alike: a.actor === null && b.actor === null && !countsEqual(a.count, b.count) ? 0.75 : 0.95,
      clash: false,
      because: a.name,
    }
  // Two persons of the record are two, and so are two states; "the president" and a name may be one, and a state and its minister may act as one.
  if (
    a.actor !== null &&
    b.actor !== null &&
    a.kind === b.kind &&
    ((a.kind === 'person' && isNamed(a) && isNamed(b)) || a.kind === 'state')
  ) {
    // A surname alone and a full name that ends in it: the record could not be sure, and nothing speaks against it.
    if (a.kind === 'person' && isShortOf(a.name, b.name)) return { alike: 0.7, clash: false, because: b.name }
    if (a.kind === 'person' && isShortOf(b.name, a.name)) return { alike: 0.7, clash: false, because: a.name }
    return { alike: 0, clash: true, because: `${a.name} and ${b.name}` }
  }
  if (countries && isPower(a) && isPower(b) && !groups)
    return {
      alike: a.kind === 'state' || b.kind === 'state' ? 0.7 : 0.5,
      clash: false,
      because: `both of ${a.country}`,
    }
  // A delegation, its government and its state act as one; prisoners of a state do not.
  if (countries && groups && (actsForState(a) || actsForState(b)) && actsOrIs(a) && actsOrIs(b))
    return { alike: 0.65, clash: false, because: `both of ${a.country}` }
  return groups ? crowds(a, b) : words(a, b)
}

/** True where the one word of a name is the last one of a longer name: "Verek" and "Anton Verek". */
export function isShortOf(short: string, long: string): boolean {
  const [one, two] = [foldName(short), foldName(long)]
  return one !== '' && !one.includes(' ') && two.endsWith(` ${one}`)
}

/** True where one is a state and the other somebody of whom no country is known: he may act for it. */
export function mayActFor(a: ReportParticipant, b: ReportParticipant): boolean {
  const isOf = (state: ReportParticipant, one: ReportParticipant): boolean =>
    state.kind === 'state' && one.kind === 'person' && one.country === null
  return isOf(a, b) || isOf(b, a)
}

/** Heads of groups that act in the name of a state. */
const OFFICIAL: ReadonlySet<string> = new Set(
  'delegation official authority government negotiator diplomat team police troop force leader envoy minister representative officer army guard court prosecutor side'.split(
    ' ',
  ),
)

function actsForState(one: ReportParticipant): boolean {
  return isCrowd(one) && OFFICIAL.has(headOf(one).replace(/ie$/, 'y'))
}

function actsOrIs(one: ReportParticipant): boolean {
  return actsForState(one) || (!isCrowd(one) && isPower(one))
}

function isCrowd(one: ReportParticipant): boolean {
  return one.kind === 'group' || (one.count !== null && one.count.low > 1)
}

function isPower(one: ReportParticipant): boolean {
  return one.kind !== null && POWERS.has(one.kind)
}

/** Members named beside a group that is told as "others", at most. */
const NAMED_BESIDE = 3

/** "13 others" are told beside somebody who is named: together they are a few more. */
function wholeOf({ name }: ReportParticipant, count: Count): Count {
  if (!/\bothers?\b/i.test(`${name} ${count.words}`)) return count
  return { ...count, low: count.low + 1, high: count.high === null ? null : count.high + NAMED_BESIDE }
}

/** True where the numbers of two groups can be of the same people, or one has none. */
export function numbersMeet(a: ReportParticipant, b: ReportParticipant): boolean {
  return a.count === null || b.count === null || countsMeet(wholeOf(a, a.count), wholeOf(b, b.count))
}

/** Groups: as many people of the same sort. */
function crowds(a: ReportParticipant, b: ReportParticipant): PartMatch {
  const one = headOf(a)
  const two = headOf(b)
  const people = (HELD.has(one) || a.kind === 'person') && (HELD.has(two) || b.kind === 'person')
  const sort = one === two || people
  if (a.count !== null && b.count !== null) {
    if (!numbersMeet(a, b))
      return { alike: sort ? 0.2 : 0, clash: false, because: `${a.count.words} and ${b.count.words}` }
    if (sort && a.count.low > 2 && countsEqual(a.count, b.count))
      return { alike: 0.95, clash: false, because: `${a.count.words} ${two}s`.replace('ss', 's') }
    return sort ? { alike: 0.6, clash: false, because: two } : { alike: 0.2, clash: false, because: null }
  }
  if (one === two && one !== '') return { alike: 0.6, clash: false, because: one }
  return sort ? { alike: 0.45, clash: false, because: two } : NOTHING
}

/** Neither is an actor of the record in both: the words decide. */
function words(a: ReportParticipant, b: ReportParticipant): PartMatch {
  const one = wordsOf(a.name)
  const two = wordsOf(b.name)
  if (one.length === 0 || two.length === 0) return NOTHING
  const shared = one.filter((word) => two.includes(word))
  if (shared.length === 0) {
    const both = a.kind !== null && a.kind === b.kind && PEOPLE_KINDS.has(a.kind)
    return { alike: 0, clash: both && isNamed(a) && isNamed(b), because: null }
  }
  const share = shared.length / Math.min(one.length, two.length)
  const heads = headOf(a) === headOf(b)
  return { alike: (heads ? 0.55 : 0.3) + 0.4 * share, clash: false, because: shared.join(' ') }
}

const CAPITAL = /^\p{Lu}/u

/** A head with a capital is a name; "the president of Tajikistan" has none. */
function isNamed(one: ReportParticipant): boolean {
  return CAPITAL.test(one.head)
}

const SMALL: ReadonlySet<string> = new Set(
  'the a an of to in on at for and or by with from his her its their our some any all this that these those s two three one former new'.split(
    ' ',
  ),
)

/** Names and heads remembered with their words; about 3 MB together. */
const NAMES_REMEMBERED = 8192

/** Weighty words of a text, folded, with plurals off. */
export function cutWords(text: string): readonly string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word.length > 1 && !SMALL.has(word))
    .map(lightLemma)
}

/** The same of a name. */
export const wordsOf: (name: string) => readonly string[] = remember(cutWords, NAMES_REMEMBERED)

const headWord = remember((head) => lightLemma(foldName(head).split(' ').at(-1) ?? ''), NAMES_REMEMBERED)

/** Head word, folded, in the singular. */
export function headOf(one: ReportParticipant): string {
  return headWord(one.head)
}

/** True where some number fits both; "about" allows a tenth. */
export function countsMeet(a: Count, b: Count): boolean {
  const slack = a.about || b.about ? 0.1 : 0
  const top = (one: Count) => (one.high === null ? Number.POSITIVE_INFINITY : one.high * (1 + slack))
  const low = (one: Count) => one.low * (1 - slack)
  return low(a) <= top(b) && low(b) <= top(a)
}

function countsEqual(a: Count | null, b: Count | null): boolean {
  return a !== null && b !== null && a.low === b.low && a.high === b.high
}
