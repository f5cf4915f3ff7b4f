import { custodyView, engagementsView, type Findings } from '@backchannel/core'
import { buildFindings, documentOf, envoyFindings } from '@backchannel/testkit'
import { describe, expect, it } from 'vitest'
import { CAMEO_COLUMNS, cameoTable, custodyToWire, engagementsToWire, toCameo, toPlover } from '../src/index.ts'

const ENGINE = { version: '0.1.0' }

/** The envoy's findings with the codes that the events stage would give. */
function coded(findings: Findings): Findings {
  const codes: Record<string, [event: string, mode: string | null, cameo: string]> = {
    release: ['RETREAT', 'release', '0841'],
    meeting: ['CONSULT', null, '040'],
    visit: ['CONSULT', 'visit', '042'],
    'prisoner-swap': ['RETREAT', 'release', '0841'],
  }
  return {
    ...findings,
    claims: findings.claims.map((claim) => {
      const code = codes[claim.event.type]
      if (code === undefined) return claim
      return { ...claim, event: { ...claim.event, plover: { event: code[0], mode: code[1] }, cameo: code[2] } }
    }),
  }
}

describe('toPlover', () => {
  const records = toPlover(coded(envoyFindings()), ENGINE)

  it('writes one record a happening, with every teller', () => {
    const releases = records.filter((record) => record.mode?.includes('release'))
    expect(releases).toHaveLength(1)
    expect(releases[0]).toMatchObject({
      date: '2026-03-14',
      date_from: 'event',
      event: ['RETREAT'],
      actor: [{ text: 'Karsovia', identifier: 'Karsovia' }],
      recipient: [{ text: '11 political prisoners' }],
      size: { released: 11 },
      cite_info: { publication: 'The Harbor Ledger', coder: 'backchannel 0.1.0', codebook: 'plover-2.0' },
      status: 'happened',
    })
    expect(releases[0]?.told).toHaveLength(releases[0]?.event_text.length ?? 0)
  })

  it('puts all sides of a meeting into actor', () => {
    const meeting = records.find((record) => record.event[0] === 'CONSULT')
    expect(meeting?.actor.map((one) => one.identifier)).toEqual(['Ingrid Solvang', 'Anton Verek'])
    expect(meeting?.actor[0]).toMatchObject({ code: 'NOR', sector: 'GOV', office: 'special envoy' })
    expect(meeting).not.toHaveProperty('recipient')
  })

  it('leaves out what is only asked for, planned or denied, unless all is wanted', () => {
    expect(records.every((record) => record.status === 'happened' && record.stance === 'asserts')).toBe(true)
    const all = toPlover(coded(envoyFindings()), ENGINE, { all: true })
    expect(all.some((record) => record.status === 'requested')).toBe(true)
    expect(all.filter((record) => record.mode?.includes('release')).length).toBeGreaterThan(1)
  })

  it('takes the date of publication where the event has none, and says so', () => {
    const build = buildFindings(documentOf('Roe met Poe.', '2026-03-16'))
    build.claim('meeting', { trigger: 'met', participants: [['agent', 'Roe']], channel: { kind: 'unknown' } })
    expect(toPlover(coded(build.finish()), ENGINE)[0]).toMatchObject({ date: '2026-03-16', date_from: 'published' })
  })

  it('makes the host of a visit the recipient, and counts prisoners of a swap without making them a side', () => {
    const build = buildFindings(documentOf('Roe visited Peru. Peru and Chile swapped nine prisoners.'))
    build.claim('visit', {
      trigger: 'visited',
      participants: [
        ['agent', 'Roe'],
        ['host', 'Peru'],
      ],
      channel: { kind: 'unknown' },
    })
    build.claim('prisoner-swap', {
      trigger: 'swapped',
      participants: [
        ['agent', 'Peru#2'],
        ['counterpart', 'Chile'],
        ['patient', 'nine prisoners', { count: { low: 9 } }],
      ],
    })
    const [visit, swap] = toPlover(coded(build.finish()), ENGINE)
    expect([visit?.actor, visit?.recipient].map((side) => side?.map((one) => one.text))).toEqual([['Roe'], ['Peru']])
    expect(swap?.actor.map((one) => one.text)).toEqual(['Peru', 'Chile'])
    expect(swap).toMatchObject({ size: { released: 9 } })
    expect(swap).not.toHaveProperty('recipient')
  })
})

describe('codes of bodies that are no country’s', () => {
  const build = buildFindings(documentOf('The UN envoy met Dawn House. Norland met the UN.'))
  const body = build.actor('UN', { kind: 'organization', sector: 'IGO', mentions: ['UN', 'UN#2'] })
  const envoy = build.actor('The UN envoy', {
    kind: 'person',
    sector: 'GOV',
    roles: [{ title: 'envoy', of: body, words: 'envoy' }],
  })
  const house = build.actor('Dawn House', { kind: 'organization', sector: 'NGO' })
  const norland = build.actor('Norland', { kind: 'state', country: 'NLD' })
  build.claim('meeting', {
    trigger: 'met',
    participants: [
      ['agent', 'The UN envoy', { actor: envoy }],
      ['counterpart', 'Dawn House', { actor: house }],
    ],
    channel: { kind: 'unknown' },
  })
  build.claim('meeting', {
    trigger: 'met#2',
    participants: [
      ['agent', 'Norland', { actor: norland }],
      ['counterpart', 'UN#2', { actor: body }],
    ],
    channel: { kind: 'unknown' },
  })
  const findings = coded(build.finish())

  it('are IGO and NGO in PLOVER', () => {
    expect(toPlover(findings, ENGINE).map((one) => one.actor.map(({ code }) => code))).toEqual([
      ['IGO', 'NGO'],
      ['NLD', 'IGO'],
    ])
  })

  it('stand where the country stands in CAMEO, and are no country', () => {
    expect(
      toCameo(findings).map((row) => [row.source_code, row.target_code, row.source_country, row.target_country]),
    ).toEqual([
      ['IGOGOV', 'NGO', '', ''],
      ['NLD', 'IGO', 'NLD', ''],
    ])
  })
})

describe('toCameo', () => {
  const rows = toCameo(coded(envoyFindings()))

  it('writes a row a pair, with codes of both sides', () => {
    const meeting = rows.find((row) => row.cameo === '040')
    expect(meeting).toMatchObject({
      source_name: 'Ingrid Solvang',
      source_code: 'NORGOV',
      target_name: 'Anton Verek',
      target_sector: 'GOV',
      quad_class: '1',
      date: '2026-03-12',
      status: 'happened',
      publisher: 'The Harbor Ledger',
    })
    expect(rows.find((row) => row.cameo === '0841')).toMatchObject({ count: '11', cameo_root: '08', quad_class: '2' })
  })

  it('multiplies several doers and several others', () => {
    const build = buildFindings(documentOf('Peru and Chile met Ghana and Togo.'))
    build.claim('meeting', {
      trigger: 'met',
      participants: [
        ['agent', 'Peru'],
        ['agent', 'Chile'],
        ['counterpart', 'Ghana'],
        ['counterpart', 'Togo'],
      ],
      channel: { kind: 'unknown' },
    })
    const pairs = toCameo(coded(build.finish())).map((row) => `${row.event_id} ${row.source_name}-${row.target_name}`)
    expect(pairs).toEqual([
      'doc:test:c1:1 Peru-Ghana',
      'doc:test:c1:2 Peru-Togo',
      'doc:test:c1:3 Chile-Ghana',
      'doc:test:c1:4 Chile-Togo',
    ])
  })

  it('keeps tabs and line ends of the text out of the table', () => {
    const build = buildFindings(documentOf('Roe\tand\nPoe met.'))
    build.claim('meeting', {
      trigger: 'met',
      participants: [['agent', 'Roe\tand\nPoe']],
      channel: { kind: 'unknown' },
    })
    const [head, line, end] = cameoTable(toCameo(coded(build.finish()))).split('\n')
    expect(head).toBe(CAMEO_COLUMNS.join('\t'))
    expect(line?.split('\t')).toHaveLength(CAMEO_COLUMNS.length)
    expect(end).toBe('')
    expect(cameoTable([], { header: false })).toBe('')
  })
})

describe('views as JSON', () => {
  const findings = envoyFindings()
  const sources = [{ document: findings.document.id, findings }]

  it('has the shape of the contract for custody', () => {
    const json = custodyToWire(custodyView(sources))
    for (const record of json) {
      expect(Object.keys(record)).toEqual(expect.arrayContaining(['name', 'count', 'country', 'steps']))
      for (const step of record.steps)
        expect(Object.keys(step)).toEqual(
          expect.arrayContaining(['type', 'when', 'by', 'status', 'told', 'document', 'claim']),
        )
    }
    expect(json.find((record) => record.name === '11 political prisoners')?.count).toMatchObject({ low: 11, high: 11 })
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  })

  it('names claims, words and voices of an engagement', () => {
    const [meeting] = engagementsToWire(engagementsView(sources))
    expect(meeting).toMatchObject({
      type: 'meeting',
      channel: { kind: 'special-envoy', setting: 'informal', evidence: ['special envoy'] },
      told: ['The Harbor Ledger', 'Ingrid Solvang'],
    })
    expect(findings.document.text.slice(meeting?.span.from, meeting?.span.to)).toBe(meeting?.quote)
  })
})
