import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { EvalData } from '../data.ts'
import { readText } from '../data.ts'
import type { DossierLine } from '../dossiers.ts'
import type { Figures } from '../figures.ts'

interface Actor {
  readonly id: string
  readonly name: string
  readonly country: string | null
}

interface Claim {
  readonly id: string
  readonly event: {
    readonly type: string
    readonly status: string
    readonly participants: readonly {
      readonly role: string
      readonly actor: string | null
      readonly count: { readonly low: number } | null
      readonly includes: readonly string[]
    }[]
    readonly channel: { readonly classes?: readonly string[] } | null
  }
  readonly told: readonly string[]
}

interface Attribution {
  readonly id: string
  readonly within: string | null
  readonly chain: readonly { readonly name: string }[]
}

interface Link {
  readonly kind: string
  readonly from: string | null
  readonly to: string
  readonly told: readonly string[]
}

/** What is read of a dossier here; `docs/reference` and the contract have the whole of it. */
interface Dossier {
  readonly actors: readonly Actor[]
  readonly claims: readonly Claim[]
  readonly attributions: readonly Attribution[]
  readonly links: readonly Link[]
}

/**
 * The acceptance article of `shared/examples` against the rows of its README: each row is right or not. The text stays
 * outside of the repository; without it there is no figure.
 */
export async function evalAcceptance(read: DossierLine, at: EvalData): Promise<Figures> {
  const path = join(at.data, '../examples/minsk.txt')
  if (!existsSync(path)) return {}
  // The dossier is ours, and its schema is tested in wire.
  const dossier = JSON.parse(
    await read({ id: 'minsk', text: readText(path), outlet: 'RT', published: '2025-07-07' }),
  ) as Dossier
  const rows = rowsOf(dossier)
  for (const [name, right] of Object.entries(rows)) if (!right) console.log(`  acceptance: not right: ${name}`)
  const right = Object.values(rows).filter(Boolean).length
  return { 'rows right, of twelve': right }
}

function rowsOf({ actors, claims, attributions, links }: Dossier): Readonly<Record<string, boolean>> {
  const idOf = (name: string) => actors.find((one) => one.name === name)?.id ?? `no ${name}`
  const voice = (id: string) => attributions.find((one) => one.id === id)?.chain.at(-1)?.name ?? ''
  const toldBy = (one: Claim | Link, name: string) => one.told.some((id) => voice(id) === name)
  const ofType = (type: string) => claims.filter(({ event }) => event.type === type)
  const has = (claim: Claim, role: string, name: string) =>
    claim.event.participants.some((one) => one.role === role && one.actor === idOf(name))
  const typeOf = (id: string | null) => claims.find((one) => one.id === id)?.event.type
  const tied = (kind: string, to: string) => links.filter((one) => one.kind === kind && typeOf(one.to) === to)
  const channelled = (claim: Claim, channel: string) => JSON.stringify(claim.event.channel ?? '').includes(channel)
  const freed = ofType('release')
  const counts = (claim: Claim, low: number) => claim.event.participants.some((one) => one.count?.low === low)
  const [coale, leader, held] = ['John Coale', 'Alexander Lukashenko', 'Sergey Tikhanovsky']
  return {
    '1 who is who':
      ['John Coale', 'Keith Kellogg', 'Donald Trump', 'Politico'].every((name) =>
        actors.some((one) => one.name === name && one.country === 'USA'),
      ) &&
      [leader, held, 'officials in Minsk'].every((name) =>
        actors.some((one) => one.name === name && one.country === 'BLR'),
      ) &&
      !actors.some((one) => /senior US official/.test(one.name)),
    '2 the talks': ofType('talks').some((one) => one.event.status === 'happened' && channelled(one, 'special-envoy')),
    '3 the lunch': ofType('meeting').some((one) => channelled(one, 'informal') && channelled(one, 'special-envoy')),
    '4 the release':
      freed.filter((one) => counts(one, 14) && toldBy(one, coale)).length === 2 &&
      freed.some(
        (one) => one.told.length === 0 && one.event.participants.some((part) => part.includes.includes(idOf(held))),
      ) &&
      links.some((one) => one.kind === 'restates' && typeOf(one.to) === 'release') &&
      tied('sequence', 'release').length > 0,
    '5 the departure': ofType('departure').some((one) => one.told.length === 0 && has(one, 'agent', held)),
    '6 the pardon':
      ofType('pardon').some((one) => has(one, 'agent', leader) && toldBy(one, 'officials in Minsk')) &&
      tied('at-request-of', 'pardon').length > 0 &&
      tied('motive', 'pardon').length > 0,
    '7 the request':
      ofType('request').length > 0 && ofType('request').every((one) => toldBy(one, 'officials in Minsk')),
    '8 who credits what':
      tied('cause', 'release').some((one) => toldBy(one, coale) && typeOf(one.from) === 'meeting') &&
      tied('cause', 'release').some((one) => toldBy(one, 'Politico')) &&
      tied('cause', 'release').every((one) => one.told.length > 0),
    '9 the framing': links.some(
      (one) => one.kind === 'framing' && toldBy(one, leader) && /^(?:meeting|talks)$/.test(typeOf(one.to) ?? ''),
    ),
    '10 what is not over': ofType('ties-restored').every((one) => /^(?:planned|ongoing)$/.test(one.event.status)),
    '11 attributions':
      attributions.filter((one) => voice(one.id) === coale).length === 3 &&
      attributions.filter((one) => voice(one.id) === 'officials in Minsk').length === 2 &&
      attributions.filter((one) => voice(one.id) === 'Politico').length === 2 &&
      attributions.some((one) => voice(one.id) === leader && one.within !== null),
    '12 chains':
      attributions.some(({ chain }) => namesOf(chain) === 'RT, Politico, John Coale') &&
      attributions.some(({ chain }) => namesOf(chain) === 'RT, officials in Minsk, Alexander Lukashenko'),
  }
}

function namesOf(chain: Attribution['chain']): string {
  return chain.map(({ name }) => name).join(', ')
}
