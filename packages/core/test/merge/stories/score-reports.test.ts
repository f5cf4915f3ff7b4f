import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/index.ts'
import { reportKeys } from '../../../src/merge/stories/report-keys.ts'
import { SAME_HAPPENING, scoreReports } from '../../../src/merge/stories/score-reports.ts'
import { reportOf } from './build-report.ts'

const JUNE = ['agent: Karsovia #kar (state)', 'patient: 14 political prisoners (group) =14']
const SEPTEMBER = ['agent: Karsovia #kar (state)', 'patient: 52 political prisoners (group) =52']

function same(a: Report, b: Report): boolean {
  const one = scoreReports(a, b)
  expect(scoreReports(b, a).score).toBe(one.score)
  const yes = one.score >= SAME_HAPPENING
  if (yes) {
    const keys = reportKeys(a)
    expect(reportKeys(b).some((key) => keys.includes(key))).toBe(true)
  }
  return yes
}

describe('scoreReports', () => {
  const june = reportOf(JUNE, { when: '2026-06-21' })

  it('joins two tellings of one release, and says why', () => {
    const other = reportOf(['agent: Karsovia #kar (state)', 'patient: 14 activists (group) =14'], {
      when: '2026-06-21',
    })
    expect(same(june, other)).toBe(true)
    expect(scoreReports(june, other).because).toBe('both a release; Karsovia; 14 activists; on the same day')
  })
  it('takes near numbers of the same people on one day for one number told twice, and no others', () => {
    const freed = (patient: string, when: string) =>
      scoreReports(june, reportOf(['agent: Karsovia #kar (state)', `patient: ${patient}`], { when })).score
    const near = freed('12 political prisoners (group) =12', '2026-06-21')
    // One such tie outweighs what else the article says of it in fewer words.
    expect(near).toBeGreaterThanOrEqual(SAME_HAPPENING + 0.12)
    expect(freed('12 fishermen (group) =12', '2026-06-21')).toBeLessThan(near)
    expect(freed('12 political prisoners (group) =12', '2026-06-22')).toBeLessThan(near)
    expect(freed('40 political prisoners (group) =40', '2026-06-21')).toBeLessThan(near)
  })
  it('takes a surname for the full name that ends in it, and no other', () => {
    const by = (agent: string) =>
      reportOf([`agent: ${agent} (person)`, 'patient: 14 prisoners (group) =14'], { when: '2026-06-21' })
    expect(same(by('Verek #v'), by('Anton Verek #a'))).toBe(true)
    expect(same(by('Anton Verek #a'), by('Pavel Orsk #o'))).toBe(false)
    expect(same(by('Ivan Verek #i'), by('Anton Verek #a'))).toBe(false)
  })
  it('takes a state and somebody of no known country for one doer, two states for two', () => {
    const by = (agent: string) =>
      reportOf([`agent: ${agent}`, 'patient: five smugglers (group) =5'], { when: '2026-06-21' })
    expect(same(by('Belarus #b (state) @BLR'), by('Lukash #l (person)'))).toBe(true)
    expect(same(by('Belarus #b (state) @BLR'), by('Poland #p (state) @POL'))).toBe(false)
  })
  it('keeps a release in June and one in September apart, dated or not', () => {
    expect(same(june, reportOf(SEPTEMBER, { when: '2026-09-11', published: '2026-09-12' }))).toBe(false)
    expect(same(june, reportOf(SEPTEMBER, { published: '2026-09-12' }))).toBe(false)
    expect(same(june, reportOf(['agent: Karsovia #kar (state)'], { published: '2026-09-12' }))).toBe(false)
  })
  it('joins the release of June told as background in September with its own date', () => {
    expect(same(june, reportOf(JUNE, { when: '2026-06', published: '2026-09-12' }))).toBe(true)
  })
  it('keeps numbers that differ on one day as one story with a disagreement, and without a common date apart', () => {
    const twelve = ['agent: Karsovia #kar (state)', 'patient: 12 political prisoners (group) =12']
    expect(same(june, reportOf(twelve, { when: '2026-06-21' }))).toBe(true)
    expect(same(june, reportOf(twelve, { when: '2026-06-20' }))).toBe(false)
  })
  it('keeps two named people apart', () => {
    const one = reportOf(['agent: Karsovia #kar (state)', 'patient: Milena Dravich #dra (person)'], {
      when: '2026-06-21',
    })
    const two = reportOf(['agent: Karsovia #kar (state)', 'patient: Ivo Lukan #luk (person)'], { when: '2026-06-21' })
    expect(same(one, two)).toBe(false)
  })
  it('keeps two countries apart', () => {
    const one = reportOf(['agent: Vardania #var (state) @VAR', 'patient: 14 prisoners (group) =14'], {
      when: '2026-06-21',
    })
    const two = reportOf(['agent: Karsovia #kar (state) @KAR', 'patient: 14 prisoners (group) =14'], {
      when: '2026-06-21',
    })
    expect(same(one, two)).toBe(false)
  })
  it('keeps what is asked apart from what happened', () => {
    expect(same(june, reportOf(JUNE, { when: '2026-06-21', status: 'requested' }))).toBe(false)
  })
  it('keeps a denial with what it denies', () => {
    expect(same(june, reportOf(JUNE, { when: '2026-06-21', stance: 'denies' }))).toBe(true)
  })
  it('joins a plan with what came of it only on a day both tell', () => {
    expect(same(june, reportOf(JUNE, { when: '2026-06-21', status: 'planned' }))).toBe(true)
    expect(same(june, reportOf(JUNE, { status: 'planned' }))).toBe(false)
  })
  it('takes talks and a visit of the same people for one', () => {
    const talks = ['agent: Ingrid Solvang #sol (person)', 'counterpart: Anton Verek #ver (person)']
    const one = reportOf(talks, { type: 'talks', trigger: 'talk', when: '2026-06-19' })
    const two = reportOf(['agent: Anton Verek #ver (person)', 'counterpart: Ingrid Solvang #sol (person)'], {
      type: 'meeting',
      trigger: 'meet',
      when: '2026-06-19',
    })
    expect(same(one, two)).toBe(true)
    expect(same(one, reportOf(talks, { type: 'phone-call', trigger: 'call', when: '2026-06-19' }))).toBe(false)
  })
  it('keeps two meetings of one day apart that share one side only', () => {
    const state = (name: string) => `${name} #${name.toLowerCase()} (state)`
    const with_ = (other: string) =>
      reportOf([`agent: ${state('Chile')}`, `counterpart: ${state(other)}`], {
        type: 'talks',
        trigger: 'talk',
        when: '2026-06-19',
      })
    expect(same(with_('Bolivia'), with_('Peru'))).toBe(false)
    expect(same(with_('Bolivia'), with_('Bolivia'))).toBe(true)
  })
  it('asks for more than the asker where somebody asks often', () => {
    const asks = (what: string, to: string) =>
      reportOf(['agent: Dawn House #dawn (organization)', `addressee: ${to}`, `theme: ${what}`], {
        type: 'request',
        trigger: 'urge',
      })
    const union = 'European Union #eu (organization)'
    expect(same(asks('keep its sanctions', union), asks('keep the sanctions', union))).toBe(true)
    expect(same(asks('keep its sanctions', union), asks('free them', 'Karsovia #kar (state)'))).toBe(false)
  })
  it('keeps steps of one affair apart: a pardon is no release', () => {
    expect(same(june, reportOf(JUNE, { type: 'pardon', trigger: 'pardon', when: '2026-06-21' }))).toBe(false)
  })
  it('compares by the word where there is no type', () => {
    const words = ['agent: a strong earthquake', 'patient: Aceh province']
    const one = reportOf(words, { type: '', trigger: 'hit', published: null })
    expect(
      same(one, reportOf(['patient: Aceh', 'agent: earthquake'], { type: '', trigger: 'jolt', published: null })),
    ).toBe(true)
    expect(same(one, reportOf(words, { type: '', trigger: 'kill', published: null }))).toBe(false)
  })
})
