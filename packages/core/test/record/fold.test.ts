import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  attributionId,
  type Change,
  type Correction,
  claimId,
  documentId,
  type Evidence,
  fold,
  foldLinks,
  type Judgement,
  type Link,
  linkId,
  type Report,
  type ReportVoice,
} from '../../src/index.ts'
import { reportOf } from '../merge/stories/build-report.ts'

const document = documentId('doc:a')

function evidence(quote: string, from = 0, prefix = '', suffix = ''): Evidence {
  return { document, span: { from, to: from + quote.length }, quote, prefix, suffix }
}

function claim(id: string, quote: string, more: Partial<Report> = {}): Report {
  const base = reportOf(['agent: Karsovia #kar (state)'], {
    ref: { document, claim: claimId(id) },
    evidence: evidence(quote),
  })
  return { ...base, ...more }
}

let serial = 0
function correction(anchor: Evidence, change: Change, more: Partial<Correction> = {}): Correction {
  serial++
  return {
    id: `k${String(serial).padStart(4, '0')}`,
    anchor,
    change,
    by: { kind: 'person', name: 'Ada' },
    at: '2026-06-30T10:00:00Z',
    reason: 'read it again',
    ...more,
  }
}

function judgement(a: string, b: string, verdict: Judgement['verdict'], more: Partial<Judgement> = {}): Judgement {
  return {
    pair: a < b ? [a, b] : [b, a],
    about: 'actor',
    verdict,
    by: { kind: 'person', name: 'Ada' },
    at: '2026-06-30T10:00:00Z',
    score: null,
    reason: 'knows them',
    ...more,
  }
}

const freed = claim('c1', 'Karsovia freed them')
const met = claim('c2', 'the envoy met Verek', { type: 'meeting' })

describe('fold', () => {
  it('sets a field, keeps what the machine read, and leaves the rest', () => {
    const change = correction(freed.evidence, { kind: 'set', field: 'status', to: 'planned' })
    const { claims, orphans } = fold([freed, met], [], [change])
    expect(claims[0]).toMatchObject({
      report: { status: 'planned' },
      machine: { status: 'happened' },
      withdrawn: false,
    })
    expect(claims[0]?.corrections).toEqual([change])
    expect(claims[1]?.report).toEqual(met)
    expect(orphans).toEqual([])
    expect(freed.status).toBe('happened')
  })
  it('withdraws, and lets the later of two values stand', () => {
    const { claims } = fold(
      [freed],
      [],
      [
        correction(freed.evidence, { kind: 'set', field: 'stance', to: 'denies' }, { at: '2026-07-02T00:00:00Z' }),
        correction(freed.evidence, { kind: 'set', field: 'stance', to: 'questions' }, { at: '2026-07-01T00:00:00Z' }),
        correction(freed.evidence, { kind: 'withdraw' }),
      ],
    )
    expect(claims[0]).toMatchObject({ withdrawn: true, report: { stance: 'denies' } })
  })
  it('adds a claim at its words, which can be corrected in turn', () => {
    const anchor = evidence('They were pardoned', 40)
    const { claims } = fold(
      [freed],
      [],
      [
        correction(anchor, { kind: 'set', field: 'status', to: 'planned' }, { at: '2026-01-01T00:00:00Z' }),
        correction(anchor, {
          kind: 'add',
          what: { type: 'pardon', when: { earliest: '2026-06-20', latest: '2026-06-20', precision: 'day' } },
        }),
      ],
    )
    expect(claims).toHaveLength(2)
    expect(claims[1]).toMatchObject({ machine: null, report: { type: 'pardon', status: 'planned', evidence: anchor } })
  })
  it('keeps who a participant is where only role and name are given, and knows others by their name in the document', () => {
    const held = claim('c1', 'Karsovia held nine men', {
      participants: reportOf(['agent: Karsovia #kar (state) @KAR', 'patient: nine men (group) =9']).participants,
      place: { name: 'Belgard', country: 'KAR' },
    })
    const talked = claim('c2', 'Ann Roe and the other John Doe met John Doe', {
      participants: reportOf([
        'agent: Ann Roe #roe (person) @NOR',
        'agent: John Doe #doe1',
        'counterpart: John Doe #doe2',
      ]).participants,
    })
    const set = (field: 'participants' | 'place', to: unknown) =>
      fold([held, talked], [], [correction(held.evidence, { kind: 'set', field, to })]).claims[0]?.report
    const to = [
      { role: 'agent', name: 'Ann Roe' },
      { role: 'counterpart', name: 'Karsovia' },
      { role: 'patient', name: 'nine men' },
      { role: 'host', name: 'John Doe' },
      { role: 'intermediary', name: 'Karsovia', actor: null, country: null },
    ]
    expect(set('participants', to)?.participants).toMatchObject([
      { role: 'agent', name: 'Ann Roe', head: 'Roe', actor: 'roe', kind: 'person', country: 'NOR', count: null },
      { role: 'counterpart', name: 'Karsovia', actor: 'kar', kind: 'state', country: 'KAR' },
      { role: 'patient', name: 'nine men', actor: null, kind: 'group', count: { low: 9 } },
      // Two of the document have this name.
      { role: 'host', name: 'John Doe', actor: null, kind: null, country: null, count: null, includes: [] },
      // What is given counts.
      { role: 'intermediary', name: 'Karsovia', actor: null, kind: 'state', country: null },
    ])
    expect(set('place', { name: 'Belgard' })?.place).toEqual({ name: 'Belgard', country: 'KAR' })
    expect(set('place', { name: 'Tarn' })?.place).toEqual({ name: 'Tarn', country: null })
    const what = { type: 'visit', participants: [{ role: 'agent', name: 'Ann Roe' }] }
    const added = fold([held, talked], [], [correction(evidence('He came', 90), { kind: 'add', what })]).claims.at(-1)
    expect(added?.report.participants).toMatchObject([{ name: 'Ann Roe', actor: 'roe', country: 'NOR' }])
    const nobody = fold(
      [held],
      [],
      [correction(held.evidence, { kind: 'set', field: 'participants', to: [{ role: 'agent' }] })],
    )
    expect(nobody.orphans).toMatchObject([{ why: 'value' }])
  })
  it('finds the claim again after a reading with other edges', () => {
    const wider = claim('c9', 'On Saturday Karsovia freed them, officials said')
    const { claims, orphans } = fold([wider, met], [], [correction(freed.evidence, { kind: 'withdraw' })])
    expect(claims[0]?.withdrawn).toBe(true)
    expect(orphans).toEqual([])
  })
  it('tells two claims of one quote apart by surroundings, place and type, and does not guess', () => {
    const first = claim('c1', 'they met', { evidence: evidence('they met', 10, 'On Monday ', '.') })
    const second = claim('c2', 'they met', { evidence: evidence('they met', 90, 'On Friday ', '.') })
    const both = fold(
      [first, second],
      [],
      [correction(evidence('they met', 92, 'On Friday ', '.'), { kind: 'withdraw' })],
    )
    expect(both.claims.map((one) => one.withdrawn)).toEqual([false, true])
    const arrest = claim('c3', 'held and tried', { type: 'arrest' })
    const trial = claim('c4', 'held and tried', { type: 'conviction' })
    const open = fold([arrest, trial], [], [correction(arrest.evidence, { kind: 'withdraw' })])
    expect(open.orphans.map((one) => one.why)).toEqual(['ambiguous'])
    const told = fold([arrest, trial], [], [correction(arrest.evidence, { kind: 'withdraw' }, { type: 'conviction' })])
    expect(told.claims.map((one) => one.withdrawn)).toEqual([false, true])
  })
  it('reports what fits no claim or no field as an orphan', () => {
    const { claims, orphans } = fold(
      [freed],
      [],
      [
        correction(evidence('words that are gone'), { kind: 'withdraw' }),
        correction(freed.evidence, { kind: 'set', field: 'status', to: 'perhaps' }),
        correction(freed.evidence, {
          kind: 'set',
          field: 'when',
          to: { earliest: '2026-07-02', latest: '2026-07-01', precision: 'day' },
        }),
        correction(freed.evidence, { kind: 'add', what: { status: 'happened' } }),
        correction({ ...freed.evidence, document: documentId('doc:b') }, { kind: 'withdraw' }),
      ],
    )
    expect(orphans.map((one) => one.why)).toEqual(['gone', 'value', 'value', 'value', 'gone'])
    expect(claims).toHaveLength(1)
    expect(claims[0]?.report).toEqual(freed)
  })
  it('lets another be the speaker, through whom it came as before, or the outlet itself', () => {
    const voice: ReportVoice = {
      ...{ attribution: attributionId('s1'), name: 'the minister', actor: null, standing: 'named', manner: 'reported' },
      through: [{ name: 'Nordwire', actor: null, by: 'told' }],
    }
    const spoken = { ...freed, told: [voice] }
    const set = (to: unknown) => fold([spoken], [], [correction(freed.evidence, { kind: 'set', field: 'speaker', to })])
    expect(set('the envoy').claims[0]?.report.told).toMatchObject([
      { name: 'the envoy', through: [{ name: 'Nordwire' }] },
    ])
    expect(set(null).claims[0]?.report.told).toEqual([])
    expect(set(7).orphans.map((one) => one.why)).toEqual(['value'])
    const own = fold([freed], [], [correction(freed.evidence, { kind: 'set', field: 'speaker', to: 'the envoy' })])
    expect(own.claims[0]?.report.told).toMatchObject([{ name: 'the envoy', standing: 'named' }])
  })
  it('makes words one quotation: what is told in them is told by its speaker, and nothing else', () => {
    const inner = claim('c1', 'We freed them', { evidence: evidence('We freed them', 10) })
    const outer = claim('c2', 'they flew home', { evidence: evidence('they flew home', 80) })
    const words = evidence('“We freed them” and “they ate”', 9)
    const { claims, orphans } = fold([inner, outer], [], [correction(words, { kind: 'quotation', speaker: 'Verek' })])
    expect(claims.map(({ report }) => report.told.map(({ name, manner }) => [name, manner]))).toEqual([
      [['Verek', 'quoted']],
      [],
    ])
    expect(claims[0]?.corrections).toHaveLength(1)
    expect(orphans).toEqual([])
  })
  it('keeps that a person has checked a claim, and changes nothing', () => {
    const { claims } = fold([freed], [], [correction(freed.evidence, { kind: 'check', verdict: 'accept' })])
    expect(claims[0]).toMatchObject({ report: freed, withdrawn: false, corrections: [{ change: { kind: 'check' } }] })
  })
  it('takes a correction back, and the taking back too', () => {
    const at = (hour: number) => ({ at: `2026-06-30T${hour}:00:00Z` })
    const gone = correction(freed.evidence, { kind: 'withdraw' }, at(10))
    const back = correction(freed.evidence, { kind: 'undo', correction: gone.id }, at(11))
    const again = correction(freed.evidence, { kind: 'undo', correction: back.id }, at(12))
    const withdrawn = (list: Correction[]) => fold([freed], [], list).claims[0]?.withdrawn
    expect([withdrawn([gone]), withdrawn([back, gone]), withdrawn([again, gone, back])]).toEqual([true, false, true])
    expect([...fold([freed], [], [gone, back]).undone]).toEqual([gone.id])
    const once = [gone, back, again].map((one) => ({ ...one, at: gone.at }))
    expect(withdrawn(once)).toBe(true)
    expect(withdrawn(once.slice(0, 2))).toBe(false)
    const stray = correction(freed.evidence, { kind: 'undo', correction: 'k-nothing' }, at(13))
    expect(fold([freed], [], [stray]).orphans.map((one) => one.why)).toEqual(['gone'])
  })

  it('does not care for the order of corrections', () => {
    const quotes = ['Karsovia freed them', 'the envoy met Verek', 'words that are gone']
    const anyChange: fc.Arbitrary<Change> = fc.oneof(
      fc.constant<Change>({ kind: 'withdraw' }),
      fc.constantFrom('planned', 'ongoing', 'nonsense').map((to): Change => ({ kind: 'set', field: 'status', to })),
      fc.constantFrom('denies', 'asserts').map((to): Change => ({ kind: 'set', field: 'stance', to })),
      fc.constant<Change>({ kind: 'add', what: { type: 'pardon' } }),
      fc.constantFrom('k0', 'k1', 'k5').map((of): Change => ({ kind: 'undo', correction: of })),
      fc.constantFrom('Verek', null).map((speaker): Change => ({ kind: 'quotation', speaker })),
    )
    const some = fc.array(
      fc.record({ quote: fc.constantFrom(...quotes), change: anyChange, hour: fc.integer({ min: 10, max: 20 }) }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(some, fc.integer(), (rows, turn) => {
        const all = rows.map(({ quote, change, hour }, i) =>
          correction(evidence(quote), change, { id: `k${i}`, at: `2026-06-30T${hour}:00:00Z` }),
        )
        const cut = all.length === 0 ? 0 : Math.abs(turn) % all.length
        const turned = [...all.slice(cut), ...all.slice(0, cut)].reverse()
        expect(fold([freed, met], [], turned)).toEqual(fold([freed, met], [], all))
      }),
      { seed: 11, numRuns: 150 },
    )
  })
  it('does not care for the times of independent corrections', () => {
    const status = (at: string) =>
      correction(freed.evidence, { kind: 'set', field: 'status', to: 'planned' }, { id: 'a', at })
    const stance = (at: string) =>
      correction(freed.evidence, { kind: 'set', field: 'stance', to: 'denies' }, { id: 'b', at })
    const early = '2026-06-30T10:00:00Z'
    const late = '2026-06-30T11:00:00Z'
    const report = (list: Correction[]) => fold([freed], [], list).claims[0]?.report
    expect(report([status(early), stance(late)])).toEqual(report([status(late), stance(early)]))
  })
})

describe('foldLinks', () => {
  const text = 'They were freed in return for aid, in return for talks.'
  const link = (id: string, from: number): Link => ({
    ...{ id: linkId(id), kind: 'in-return-for', from: null, words: null, to: claimId('c1') },
    ...{ stance: 'asserts', told: [], evidence: { from, to: from + 'in return for'.length } },
  })
  const links = [link('l1', text.indexOf('in return')), link('l2', text.lastIndexOf('in return'))]
  it('takes back the link that is meant, by its words and place', () => {
    const second = correction(evidence('in return for', text.lastIndexOf('in return')), {
      kind: 'unlink',
      link: 'in-return-for',
    })
    const folded = foldLinks(text, links, [second])
    expect(folded.links.map(({ withdrawn }) => withdrawn?.id)).toEqual([undefined, second.id])
    const undo = correction(second.anchor, { kind: 'undo', correction: second.id }, { at: '2026-07-01T00:00:00Z' })
    expect(foldLinks(text, links, [second, undo]).links.every(({ withdrawn }) => withdrawn === null)).toBe(true)
    expect(fold([freed], [], [second]).orphans).toEqual([])
  })
  it('says what is lost', () => {
    const lost = [
      correction(evidence('in return for', 3), { kind: 'unlink', link: 'in-return-for' }),
      correction(evidence('because of', 3), { kind: 'unlink', link: 'in-return-for' }),
      correction(evidence('in return for', 16), { kind: 'unlink', link: 'restates' }),
    ]
    expect(foldLinks(text, links, lost).orphans.map(({ why }) => why)).toEqual(['ambiguous', 'gone', 'gone'])
  })
})

describe('judgements', () => {
  it('gives actors judged the same one id in the claims', () => {
    const told = claim('c1', 'x', { participants: reportOf(['agent: A #r2', 'patient: B #r3']).participants })
    const { claims, actors } = fold([told], [judgement('r2', 'r1', 'same')], [])
    expect(claims[0]?.report.participants.map((one) => one.actor)).toEqual(['r1', 'r3'])
    expect(actors.same.get('r2')).toBe('r1')
  })
  it('counts a person before a program, and the latest before earlier ones', () => {
    const machine = judgement('r1', 'r2', 'same', {
      by: { kind: 'program', name: 'merge 1' },
      at: '2027-01-01T00:00:00Z',
    })
    expect(fold([], [machine, judgement('r1', 'r2', 'different')], []).actors.same.size).toBe(0)
    const later = judgement('r2', 'r1', 'same', { at: '2026-07-01T00:00:00Z' })
    expect(fold([], [later, judgement('r1', 'r2', 'different')], []).actors.same.size).toBe(2)
  })
  it('does not join through a third what a person keeps apart', () => {
    const all = [
      judgement('r1', 'r2', 'same'),
      judgement('r2', 'r3', 'same', { at: '2026-05-01T00:00:00Z' }),
      judgement('r1', 'r3', 'different'),
    ]
    const { same, contradicted } = fold([], all, []).actors
    expect(same.get('r2')).toBe('r1')
    expect(same.has('r3')).toBe(false)
    expect(contradicted.map((one) => one.pair)).toEqual([['r2', 'r3']])
    expect(fold([], [...all].reverse(), []).actors).toEqual(fold([], all, []).actors)
  })
})
