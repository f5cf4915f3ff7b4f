import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { EVENT_TYPES, type Span } from '@backchannel/core'

/** A claim as `corpora/casebook/SOURCE.md` describes it: words in place of positions. */
export interface GoldClaim {
  readonly type: string
  readonly trigger: string
  readonly status: string
  readonly stance: string
  readonly teller: string | null
  readonly participants: readonly {
    readonly role: string
    readonly words: string
    readonly count?: readonly [number, number | null]
    /** Of a pronoun: whom it stands for, by the fullest name in the article; a list where several are as good. */
    readonly is?: string | readonly string[]
  }[]
  /** First and last day, null at an open end ("before 25 March"); null as a whole: no time. Left out where it is free. */
  readonly when?: readonly [string | null, string | null] | null
  readonly channel?: string
  /** Other answers that are as good by the contract: what differs. */
  readonly or?: readonly Partial<Omit<GoldClaim, 'or'>>[]
}

export interface GoldLink {
  readonly kind: string
  readonly from: number | null
  readonly words?: string
  readonly to: number
  readonly teller: string | null
  readonly stance?: string
  /** Other answers that are as good: what differs. */
  readonly or?: readonly Partial<Omit<GoldLink, 'or'>>[]
}

export interface GoldArticle {
  readonly name: string
  readonly text: string
  readonly outlet: string
  readonly published: string
  readonly claims: readonly GoldClaim[]
  readonly links: readonly GoldLink[]
  readonly forbidden: readonly string[]
}

/** The articles of a casebook in `corpora` with their gold, by name. */
export function readCasebook(name = 'casebook'): GoldArticle[] {
  const folder = fileURLToPath(new URL(`../../corpora/${name}/`, import.meta.url))
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.gold.json'.length)
      const text = readFileSync(`${folder}${name}.txt`, 'utf8')
      // The form is fixed by SOURCE.md there, and checked by faultsOf.
      const gold = JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Omit<GoldArticle, 'name' | 'text'>
      return { ...gold, name, text }
    })
}

/** Where gold words stand: the occurrence that "#2" names, else the first, as whole words. Null where they do not. */
export function goldSpan(text: string, words: string): Span | null {
  const [, plain = words, nth = '1'] = /^(.*)#(\d+)$/s.exec(words) ?? []
  return spansOf(text, plain)[Number(nth) - 1] ?? null
}

/** Every place where the words stand as whole words. */
export function spansOf(text: string, words: string): Span[] {
  const found: Span[] = []
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    const to = from + words.length
    const joined =
      /[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, from - 1), from + 1)) ||
      /[\p{L}\p{N}]{2}/u.test(text.slice(to - 1, to + 1))
    if (!joined) found.push({ from, to })
  }
  return found
}

/** The answers that are as good as one another: what is written first, and each `or` of it. */
export function answersOf<T extends object>(gold: T & { readonly or?: readonly Partial<T>[] }): readonly T[] {
  return [gold, ...(gold.or ?? []).map((other) => ({ ...gold, ...other }))]
}

/** Words that stand for somebody told elsewhere, and must say in the gold for whom. */
const PRONOUN = /^(he|she|they|them|him|her|his|it|we|us)(#\d+)?$/i

const STATUSES = /^(happened|ongoing|planned|requested|offered|threatened|cancelled|hypothetical)$/
const STANCES = /^(asserts|denies|questions)$/
/** Types that have a channel, by the contract. */
const CHANNELED: ReadonlySet<string> = new Set([
  'meeting',
  'visit',
  'phone-call',
  'third-place-meeting',
  'talks',
  'mediation',
])
const LINK_KINDS = /^(cause|motive|at-request-of|in-return-for|framing|sequence|part-of|restates)$/

/** What in a gold file is not of the contract, or not in the text; empty where all is well. */
export function faultsOf({ name, text, claims, links }: GoldArticle): string[] {
  return [
    ...claims.flatMap((claim, index) =>
      answersOf(claim).flatMap((one) => faultsOfClaim(text, one).map((fault) => `${name}, claim ${index}: ${fault}`)),
    ),
    ...links.flatMap((link, index) =>
      answersOf(link).flatMap((one) =>
        faultsOfLink(text, claims, one).map((fault) => `${name}, link ${index}: ${fault}`),
      ),
    ),
  ]
}

function faultsOfClaim(text: string, claim: GoldClaim): string[] {
  const faults: string[] = []
  const type = EVENT_TYPES.find((one) => one.name === claim.type)
  if (type === undefined) faults.push(`no type ${claim.type}`)
  if (goldSpan(text, claim.trigger) === null) faults.push(`no words “${claim.trigger}”`)
  if (!STATUSES.test(claim.status)) faults.push(`no status ${claim.status}`)
  if (!STANCES.test(claim.stance)) faults.push(`no stance ${claim.stance}`)
  if (type !== undefined && (claim.channel !== undefined) !== CHANNELED.has(type.name))
    faults.push('a channel is for engagements, and for every one')
  if (claim.when && (claim.when[0] ?? '') > (claim.when[1] ?? '9')) faults.push(claim.when.join(' after '))
  for (const { role, words, is } of claim.participants) {
    if (type !== undefined && !Object.keys(type.roles).includes(role)) faults.push(`${claim.type} has no ${role}`)
    if (goldSpan(text, words) === null) faults.push(`no words “${words}”`)
    // A theme is words, and nobody.
    if ((PRONOUN.test(words) && role !== 'theme') !== (is !== undefined))
      faults.push(`“${words}”: who it is, is for pronouns, and for each`)
    for (const name of [is ?? []].flat()) if (goldSpan(text, name) === null) faults.push(`no words “${name}”`)
  }
  return faults
}

function faultsOfLink(text: string, claims: readonly GoldClaim[], link: GoldLink): string[] {
  const faults: string[] = []
  if (!LINK_KINDS.test(link.kind)) faults.push(`no kind ${link.kind}`)
  if (claims[link.to] === undefined) faults.push(`no claim ${link.to}`)
  if (link.from !== null && claims[link.from] === undefined) faults.push(`no claim ${link.from}`)
  if (link.from === null && goldSpan(text, link.words ?? '') === null) faults.push(`no words “${link.words}”`)
  if (link.stance !== undefined && !STANCES.test(link.stance)) faults.push(`no stance ${link.stance}`)
  return faults
}
