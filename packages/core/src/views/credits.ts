import type { ClaimId, Link, LinkId, Span } from '../model/index.ts'
import type { Lookup } from './lookup.ts'
import { claimPhrase } from './sentence.ts'
import { type ChainStep, chainOf } from './teller.ts'

/** A tie between two happenings as somebody tells it. */
export interface Credit {
  readonly link: LinkId
  readonly kind: Link['kind']
  /** One sentence: "The dinner brought about the release." or "Not in return for …". */
  readonly sentence: string
  readonly denied: boolean
  readonly chain: readonly ChainStep[]
  readonly quote: string
  readonly span: Span
  readonly to: ClaimId
}

/** How a tie reads: `{from}` and `{to}` are the ends. "no" is the same denied, "open" the same questioned. */
const READINGS: Readonly<Record<Link['kind'], { readonly yes: string; readonly no: string }>> = {
  cause: { yes: '{from} helped bring about {to}', no: '{from} did not bring about {to}' },
  motive: { yes: '{to} had this motive: {from}', no: '{to} did not have this motive: {from}' },
  'at-request-of': { yes: '{to} answered {from}', no: '{to} did not answer {from}' },
  'in-return-for': { yes: '{to} was in return for {from}', no: '{to} was not in return for {from}' },
  framing: { yes: '{to} is to be understood so: {from}', no: '{to} is not to be understood so: {from}' },
  sequence: { yes: '{to} came after {from}; no more is said', no: '{to} did not come after {from}' },
  'part-of': { yes: '{to} was part of {from}', no: '{to} was not part of {from}' },
  restates: { yes: '{to} is {from}', no: '{to} is not {from}' },
}

/** Who credits what with what: every link but `restates`, in text order. */
export function creditsOf(lookup: Lookup): Credit[] {
  return lookup.findings.links
    .filter((link) => link.kind !== 'restates')
    .map((link) => creditOf(lookup, link))
    .sort((a, b) => a.span.from - b.span.from)
}

function creditOf(lookup: Lookup, link: Link): Credit {
  const end = (id: ClaimId | null) => {
    const claim = id === null ? undefined : lookup.claims.get(id)
    return claim === undefined ? null : claimPhrase(lookup, claim)
  }
  const words = link.words === null ? '' : `“${lookup.words(link.words)}”`
  const from = end(link.from) ?? words
  const to = end(link.to) ?? 'the event'
  const denied = link.stance === 'denies'
  const pattern = READINGS[link.kind][denied ? 'no' : 'yes']
  const text = pattern.replace('{from}', () => from).replace('{to}', () => to)
  const asked = link.stance === 'questions' ? `It is asked whether ${text}` : text
  return {
    link: link.id,
    kind: link.kind,
    sentence: `${asked.slice(0, 1).toUpperCase()}${asked.slice(1)}.`,
    denied,
    chain: chainOf(lookup, link.told),
    quote: lookup.words(link.evidence),
    span: link.evidence,
    to: link.to,
  }
}
