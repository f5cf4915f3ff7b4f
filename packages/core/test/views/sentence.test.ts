import { type Claim, claimId, type EventStatus, ROLE_NAMES, type RoleName } from '@backchannel/core'
import { buildFindings, type Case, checkCases, documentOf, type ParticipantParts } from '@backchannel/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVENT_TYPES } from '../../src/ontology/index.ts'
import { createLookup } from '../../src/views/lookup.ts'
import { claimPhrase, claimSentence, markOf } from '../../src/views/sentence.ts'
import { WORDINGS } from '../../src/views/wording.ts'

/**
 * A case is a text, a blank line, and lines that build its findings:
 *
 *     actor state "Norway" as "Oslo"          an actor of a kind, its name, the words that mention it
 *     claim release "freed" patient="them":2  a claim of a type with its trigger; roles as role="words", then :count,
 *                                             @name of an actor, >n for the n-th claim as theme, +name of a member
 *     planned, denies, told, in="words", when="words" 2024-05-01..2024-05-31 month   further parts of a claim
 */
function sentencesOf(one: Case): string {
  const [text = '', ...rest] = one.input.split('\n\n')
  const build = buildFindings(documentOf(text))
  const actors = new Map<string, ReturnType<typeof build.actor>>()
  const teller = /\btold\b/.test(rest.join('\n')) ? build.attribution({ cue: text.split(' ')[0] ?? '' }) : null
  for (const line of rest.join('\n').split('\n')) {
    const actor = /^actor (\w+) "([^"]+)" as (.*)$/.exec(line)
    if (actor) {
      const mentions = [...(actor[3] ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '')
      // The kinds of the case file are those of the model: a slip shows at once as a wrong sentence.
      actors.set(actor[2] ?? '', build.actor(actor[2] ?? '', { kind: actor[1] as 'person', mentions }))
      continue
    }
    const head = /^claim ([\w-]+) "([^"]+)"/.exec(line)
    if (!head) throw new Error(`not understood: ${line}`)
    const participants: [RoleName, string, ParticipantParts][] = []
    let place: string | undefined
    for (const [, role = '', words = '', more = ''] of line.matchAll(/([a-z-]+)="([^"]+)"(\S*)/g)) {
      if (role === 'in') place = words
      else if (role !== 'when') {
        const count = /:(\d+)/.exec(more)?.[1]
        const theme = />(\d+)/.exec(more)?.[1]
        const name = /@([^>:+]+)/.exec(more)?.[1]?.replaceAll('_', ' ')
        const member = /\+([^>:@]+)/.exec(more)?.[1]?.replaceAll('_', ' ')
        const id = name === undefined ? undefined : actors.get(name)
        const memberId = member === undefined ? undefined : actors.get(member)
        // Role names of the case file are those of the model, as above.
        participants.push([
          role as RoleName,
          words,
          {
            ...(id === undefined ? {} : { actor: id }),
            ...(memberId === undefined ? {} : { includes: [memberId] }),
            ...(count === undefined ? {} : { count: { low: Number(count) } }),
            ...(theme === undefined ? {} : { claim: claimId(`c${theme}`) }),
          },
        ])
      }
    }
    const when = /when="([^"]+)" (\S+?)(?:\.\.(\S+))? (\w+)/.exec(line)
    const status = /\b(ongoing|planned|requested|offered|threatened|cancelled|hypothetical)\b/.exec(line)?.[1]
    const stance = /\b(denies|questions)\b/.exec(line)?.[1]
    build.claim(head[1] ?? '', {
      trigger: head[2] ?? '',
      participants,
      ...(place === undefined ? {} : { place }),
      ...(when
        ? // Precisions of the case file are those of the model.
          { when: build.time(when[1] ?? '', day(when[2]), day(when[3] ?? when[2]), when[4] as 'day') }
        : {}),
      // Both come out of the two patterns above.
      ...(status === undefined ? {} : { status: status as EventStatus }),
      ...(stance === undefined ? {} : { stance: stance as Claim['stance'] }),
      ...(/\btold\b/.test(line) && teller !== null ? { told: [teller] } : {}),
    })
  }
  const findings = build.finish()
  const lookup = createLookup(findings)
  return findings.claims
    .map((claim) => `${markOf(claim)}: ${claimSentence(lookup, claim)}\n  ${claimPhrase(lookup, claim)}`)
    .join('\n')
}

const day = (text: string | undefined) => (text === undefined || text === '?' ? null : text)

checkCases(new URL('sentence.cases', import.meta.url), sentencesOf)

describe('claimSentence', () => {
  const roles: readonly RoleName[] = ROLE_NAMES
  const statuses: EventStatus[] = [
    'happened',
    'ongoing',
    'planned',
    'requested',
    'offered',
    'threatened',
    'cancelled',
    'hypothetical',
  ]

  it('is one tidy sentence for every type, status, stance and set of roles, and names every role it is given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(WORDINGS), 'a-type-of-tomorrow'),
        fc.constantFrom(...statuses),
        fc.constantFrom<Claim['stance'][]>('asserts', 'denies', 'questions'),
        fc.subarray([...roles]),
        (type, status, stance, given) => {
          const build = buildFindings(
            documentOf(`Event word; ${given.map((role) => `Mr ${role.replace('-', '')}`).join(', ')}.`),
          )
          build.claim(type, {
            trigger: 'Event',
            status,
            stance,
            participants: given.map((role) => [role, `Mr ${role.replace('-', '')}`]),
          })
          const findings = build.finish()
          const claim = findings.claims[0]!
          const sentence = claimSentence(createLookup(findings), claim)
          expect(sentence).toMatch(/^(that |whether |[A-Z])[^\n]*[^ ,.]\.$/)
          expect(sentence).not.toMatch(/undefined|null| {2}| [,.:]|\b(to to|of of)\b/)
          for (const role of given) if (tellable(type, role)) expect(sentence).toContain(`Mr ${role.replace('-', '')}`)
        },
      ),
      { numRuns: 1500 },
    )
  })

  /** Roles that the wording of the type has a place for; others are in the dossier, not in its sentence. */
  function tellable(type: string, role: RoleName): boolean {
    const wording = WORDINGS[type]
    if (wording === undefined) return false
    return (
      (wording.subject ?? 'agent') === role || wording.object === role || wording.tails.some(([tail]) => tail === role)
    )
  }
})

describe('wordings', () => {
  it('know every event type of the ontology, and give its roles a place', () => {
    for (const type of EVENT_TYPES) {
      const wording = WORDINGS[type.name]
      expect(wording, type.name).toBeDefined()
      if (wording === undefined) continue
      const told = [wording.subject ?? 'agent', wording.object, ...wording.tails.map(([role]) => role), 'theme']
      for (const role of Object.keys(type.roles)) expect(told, `${type.name} ${role}`).toContain(role)
    }
  })
})
