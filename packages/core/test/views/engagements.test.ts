import { engagementsView, type Findings } from '@backchannel/core'
import { buildFindings, documentOf, envoyFindings } from '@backchannel/testkit'
import { describe, expect, it } from 'vitest'

const view = (findings: Findings) => engagementsView([{ document: findings.document.id, findings }])

describe('engagementsView', () => {
  it('shows a meeting told several times once, with sides, channel and manner from whichever telling has them', () => {
    const [meeting] = view(envoyFindings())
    expect(meeting).toMatchObject({
      type: 'meeting',
      channel: 'special-envoy',
      setting: 'informal',
      channelWords: ['special envoy'],
      manner: ['dinner'],
      length: 'four-hour',
      whenWords: 'on 12 March 2026',
    })
    expect(meeting?.also).toHaveLength(1)
    expect(meeting?.told).toEqual(['The Harbor Ledger', 'Ingrid Solvang'])
    expect(meeting?.sides.flatMap((side) => side.people).join()).toContain('Ingrid Solvang')
  })

  it('puts people under their country and tells who heads a delegation', () => {
    const build = buildFindings(
      documentOf('A Norwegian delegation led by Ada Roe met Peru’s envoy Ian Poe in Lima for six and a half hours.'),
    )
    const norway = build.actor('Norway', { kind: 'state', country: 'NOR', mentions: ['Norwegian'] })
    expect(norway).toBeDefined()
    const delegation = build.actor('A Norwegian delegation', { kind: 'group', country: 'NOR' })
    build.actor('Ada Roe', { country: 'NOR' })
    const poe = build.actor('Ian Poe', { country: 'PER', roles: [{ title: 'envoy', words: 'envoy' }] })
    build.claim('meeting', {
      trigger: 'met',
      place: 'Lima',
      participants: [
        ['agent', 'A Norwegian delegation', { actor: delegation }],
        ['counterpart', 'Ian Poe', { actor: poe }],
      ],
      channel: { kind: 'unknown' },
    })
    const [meeting] = view(build.finish())
    expect(meeting?.sides).toEqual([
      { name: 'Norway', country: 'NOR', people: ['a Norwegian delegation'], head: 'Ada Roe' },
      { name: 'Ian Poe', country: 'PER', people: ['Ian Poe, envoy'], head: null },
    ])
    expect(meeting).toMatchObject({ where: 'Lima', length: 'six and a half hours' })
  })

  it('names the parts of a visit, and the visit of its parts', () => {
    const build = buildFindings(documentOf('During a visit to Peru, Roe met Poe.'))
    const visit = build.claim('visit', { trigger: 'visit', channel: { kind: 'unknown' } })
    const meeting = build.claim('meeting', { trigger: 'met', channel: { kind: 'unknown' } })
    build.link('part-of', { from: visit, to: meeting, evidence: 'During' })
    const [whole, part] = view(build.finish())
    expect(whole?.parts).toEqual([part?.id])
    expect(part?.partOf).toEqual([whole?.id])
  })

  it('gives a length to the engagement beside it alone', () => {
    const build = buildFindings(documentOf('Roe met Poe for 90 minutes and later telephoned Moe.'))
    build.claim('meeting', { trigger: 'met', channel: { kind: 'unknown' } })
    build.claim('phone-call', { trigger: 'telephoned', channel: { kind: 'unknown' } })
    expect(view(build.finish()).map((one) => one.length)).toEqual(['90 minutes', null])
  })

  it('shows a planned meeting alone, not its announcement in the same words', () => {
    const build = buildFindings(documentOf('Roe plans to meet Poe. Peru appointed Moe.'))
    build.claim('meeting', { trigger: 'meet', status: 'planned', channel: { kind: 'unknown' } })
    build.claim('meeting-agreed', { trigger: 'meet' })
    build.claim('envoy-appointed', { trigger: 'appointed' })
    expect(view(build.finish()).map((one) => one.type)).toEqual(['meeting'])
  })

  it('puts an envoy of a body under the body, and a length before or after its word', () => {
    const build = buildFindings(
      documentOf('Roe, envoy of the League, saw General Poe of the northern army for 90 minutes; later he had lunch.'),
    )
    const league = build.actor('the League', { kind: 'organization' })
    const roe = build.actor('Roe', { country: 'PER', roles: [{ title: 'envoy', of: league, words: 'envoy' }] })
    build.claim('meeting', {
      trigger: 'saw',
      participants: [['agent', 'Roe', { actor: roe }]],
      channel: { kind: 'unknown' },
    })
    build.claim('meeting', { trigger: 'lunch', channel: { kind: 'unknown' } })
    const [meeting, lunch] = view(build.finish())
    expect(meeting?.sides).toEqual([{ name: 'the League', country: null, people: ['Roe, envoy'], head: null }])
    expect([meeting?.length, lunch?.length, lunch?.manner]).toEqual(['90 minutes', null, ['lunch']])
  })

  it('leaves talks refused without a channel', () => {
    const build = buildFindings(documentOf('Peru rejected talks.'))
    build.claim('meeting-refused', { trigger: 'rejected talks' })
    expect(view(build.finish())[0]).toMatchObject({ channel: null, setting: 'unknown' })
  })
})
