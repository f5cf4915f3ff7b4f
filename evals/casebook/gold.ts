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
  }[]
  /** First and last day; null at an open end ("before 25 March"). */
  readonly when?: readonly [string | null, string | null]
  readonly channel?: string
}

export interface GoldLink {
  readonly kind: string
  readonly from: number | null
  readonly words?: string
  readonly to: number
  readonly teller: string | null
  readonly stance?: string
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

/** The articles of the casebook with their gold, by name. */
export function readCasebook(): GoldArticle[] {
  const folder = fileURLToPath(new URL('../../corpora/casebook/', import.meta.url))
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
  const faults: string[] = []
  for (const [index, claim] of claims.entries()) {
    const what = `${name}, claim ${index}`
    const type = EVENT_TYPES.find((one) => one.name === claim.type)
    if (type === undefined) faults.push(`${what}: no type ${claim.type}`)
    if (goldSpan(text, claim.trigger) === null) faults.push(`${what}: no words “${claim.trigger}”`)
    if (!STATUSES.test(claim.status)) faults.push(`${what}: no status ${claim.status}`)
    if (!STANCES.test(claim.stance)) faults.push(`${what}: no stance ${claim.stance}`)
    if (type !== undefined && (claim.channel !== undefined) !== CHANNELED.has(type.name))
      faults.push(`${what}: a channel is for engagements, and for every one`)
    if (claim.when !== undefined && (claim.when[0] ?? '') > (claim.when[1] ?? '9'))
      faults.push(`${what}: ${claim.when.join(' after ')}`)
    for (const { role, words } of claim.participants) {
      if (type !== undefined && !Object.keys(type.roles).includes(role))
        faults.push(`${what}: ${claim.type} has no ${role}`)
      if (goldSpan(text, words) === null) faults.push(`${what}: no words “${words}”`)
    }
  }
  for (const [index, link] of links.entries()) {
    const what = `${name}, link ${index}`
    if (!LINK_KINDS.test(link.kind)) faults.push(`${what}: no kind ${link.kind}`)
    if (claims[link.to] === undefined) faults.push(`${what}: no claim ${link.to}`)
    if (link.from !== null && claims[link.from] === undefined) faults.push(`${what}: no claim ${link.from}`)
    if (link.from === null && goldSpan(text, link.words ?? '') === null)
      faults.push(`${what}: no words “${link.words}”`)
    if (link.stance !== undefined && !STANCES.test(link.stance)) faults.push(`${what}: no stance ${link.stance}`)
  }
  return faults
}
