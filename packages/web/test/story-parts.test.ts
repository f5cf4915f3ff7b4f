import type { JudgedJson, ReportJson, WhenJson } from '@backchannel/wire/write'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { labelDocuments } from '../src/app/label-documents.ts'
import { DisagreementsView } from '../src/app/pages/disagreements.tsx'
import { SourcesView } from '../src/app/pages/sources.tsx'
import { AccountsMatrix, accountsOf } from '../src/app/parts/accounts-matrix.tsx'
import { Around } from '../src/app/parts/around.tsx'
import { citedBy } from '../src/app/parts/chain-tree.tsx'
import { FollowedView } from '../src/app/parts/followed.tsx'
import { History } from '../src/app/parts/history.tsx'
import { domainOf, placeBars, TimeLanes, ticksOf } from '../src/app/parts/time-lanes.tsx'
import { EMPTY_QUERY } from '../src/app/query.ts'
import { createStoryAnswer } from './record-fixtures.ts'

const LABELS = labelDocuments([
  { id: 'doc:1a', title: 'Nine freed', outlet: 'Harbor Post', published: '2026-03-14', copyOf: null, name: 'a.txt' },
  { id: 'doc:2b', title: null, outlet: 'Coast Mail', published: '2026-03-13', copyOf: 'doc:1a', name: 'a.txt' },
])
const wordsOf = (html: string): string => html.replace(/<[^>]*>/g, '').replaceAll('&quot;', '"')

describe('fields by account', () => {
  const { fields } = createStoryAnswer().accounts

  it('gives each voice a column, and an article that speaks for itself its own', () => {
    expect(accountsOf(fields, LABELS).map(({ name, says }) => [name, [...says.keys()]])).toEqual([
      ['the minister', ['count']],
      ['Coast Mail', ['count']],
    ])
  })

  it('says where an account does not say, and marks what differs', () => {
    const html = render(h(AccountsMatrix, { fields, reports: createStoryAnswer().reports, labels: LABELS }))
    expect(wordsOf(html)).toContain('Count≠ accounts differ9 ✎ corrected by A. Reader10 (taken back)')
    expect(html).toContain('<s>10</s>')
    expect(wordsOf(html)).toContain('Place fromdoes not saydoes not say')
    expect(html).toContain('href="/documents/1a#c1"')
  })
})

describe('who has it from whom', () => {
  const report = (told: ReportJson['told'], claim: string): ReportJson => ({
    document: 'doc:1a',
    claim,
    outlet: 'Harbor Post',
    status: 'happened',
    stance: 'asserts',
    told,
    when: null,
    quote: '',
    confidence: 1,
  })

  it('joins what begins alike, down to who speaks', () => {
    const envoy = { name: 'the envoy', standing: 'named', through: ['Agency'] } as const
    const clerk = { name: 'a clerk', standing: 'anonymous', through: ['agency'] } as const
    expect(citedBy([report([envoy], 'c1'), report([clerk], 'c2'), report([], 'c3')], 'doc:1a')).toEqual([
      {
        name: 'Agency',
        what: 'cited',
        claim: 'c1',
        cites: [
          { name: 'the envoy', what: 'named', claim: 'c1', cites: [] },
          { name: 'a clerk', what: 'not named', claim: 'c2', cites: [] },
        ],
      },
    ])
  })

  it('folds copies, explains each collapse, and names the roots', () => {
    const html = render(h(SourcesView, { story: createStoryAnswer(), labels: LABELS }))
    const words = wordsOf(html)
    expect(words).toMatch(/Harbor Post articleAgency & Sons cited|Harbor Post articleAgency &amp; Sons cited/)
    expect(words).toContain('the minister named ◆ root')
    expect(words).toContain('1 copy of it, not counted')
    expect(words).toContain('Light edit: nine of ten words are the same')
    expect(words).toContain('Coast Mail → Inland Mail → Coast Mail')
  })
})

describe('lanes of time', () => {
  const item = (key: string, earliest: string | null, latest: string | null) => ({
    key,
    title: `<${key}>`,
    href: `/stories/${key}`,
    when: { earliest, latest, precision: 'vague' } satisfies WhenJson,
    status: 'happened' as const,
  })

  it('draws a vague date over all its days, and leaves open what has no bound', () => {
    const items = [
      item('day', '2026-03-01', '2026-03-01'),
      item('month', '2026-03-01', '2026-03-31'),
      item('by', null, '2026-03-10'),
    ]
    const domain = domainOf(items) ?? [0, 0]
    expect(domain[1] - domain[0]).toBe(33)
    const bars = new Map(placeBars(items, domain).map((bar) => [bar.item.key, bar]))
    expect(bars.get('day')).toMatchObject({ exact: true, open: null })
    expect(bars.get('month')).toMatchObject({ exact: false })
    expect(bars.get('month')?.width).toBeCloseTo((31 * 100) / 33)
    expect(bars.get('by')).toMatchObject({ open: 'left', exact: false })
    // The stub ends where the others are under way.
    expect(new Set([...bars.values()].map(({ row }) => row)).size).toBeGreaterThan(1)
  })

  it('has nothing to draw without dates, and says so', () => {
    expect(domainOf([item('x', null, null)])).toBeNull()
    expect(wordsOf(render(h(TimeLanes, { name: 'x', lanes: [{ name: 'a', items: [item('x', null, null)] }] })))).toBe(
      'Nothing here has a date.',
    )
  })

  it('names at most seven days and at least one, whatever the span', () => {
    for (const last of [1, 8, 9, 17, 18, 40, 70, 400, 4000, 40_000]) {
      const { length } = ticksOf([20_002, 20_002 + last])
      expect({ last, some: length > 0 && length <= 7 }).toEqual({ last, some: true })
    }
    expect(ticksOf([20_089, 20_150]).map(({ name }) => name)).toEqual(
      ['1 January', '1 February', '1 March'].map((name) => (name === '1 January' ? '2025' : name)),
    )
  })

  it('is a list of links in words', () => {
    const html = render(
      h(TimeLanes, { name: 'x', lanes: [{ name: 'a', items: [item('x', '2026-03-01', '2026-03-02')] }] }),
    )
    expect(html).toContain('href="/stories/x"')
    expect(wordsOf(html)).toContain('1 March 2026 to 2 March 2026: &lt;x> (happened)')
  })
})

it('shows asks, ties with who claims them, and steps of custody', () => {
  const at = {
    told: ['the envoy'],
    quote: 'Norway asked',
    document: 'doc:1a',
    claim: 'c2',
    story: 'story:bb',
    correctedBy: [],
  }
  const html = render(
    h(Around, {
      labels: LABELS,
      around: {
        story: 'story:aa',
        asks: [{ ...at, way: 'asks', type: 'request', status: 'happened', stance: 'asserts', by: 'Norway' }],
        ties: [{ ...at, kind: 'cause', way: 'to', stance: 'denies', words: 'the talks' }],
        custody: [],
        documents: [],
      },
    }),
  )
  const words = wordsOf(html)
  expect(words).toContain('Request by Norway')
  expect(words).toContain('Claimed cause the talksdenies it')
  expect(words).toContain('told by the envoy')
  expect(html).toContain('href="/stories/bb"')
})

it('tells who changed what and why, or that nobody did', () => {
  const nothing = { story: 'story:aa', corrections: [], judgements: [] }
  expect(wordsOf(render(h(History, { history: nothing, labels: LABELS })))).toContain('Nobody has changed')
  const judgement: JudgedJson = {
    ...{ about: 'story', pair: ['story:aa', 'story:bb'], names: ['They met.', 'They <talked>.'], verdict: 'same' },
    ...{ by: { kind: 'person', name: 'A. Reader' }, at: '2026-03-20T08:00:00Z', score: null, reason: 'one lunch' },
    ...{ state: 'holds', now: ['story:aa', 'story:aa'] },
  }
  const judgements = [judgement, { ...judgement, verdict: 'different', state: 'overruled' }] as const
  const html = render(h(History, { history: { ...nothing, judgements }, labels: LABELS }))
  expect(wordsOf(html)).toContain('They met. and They &lt;talked>. are the same. one lunch Part them again at the desk')
  expect(wordsOf(html)).toContain('are not the same. one lunch a later judgement counts')
  expect(html.match(/href="\/review\?desk=stories&amp;joined=true"/g)).toHaveLength(1)
})

it('lists disagreements field by field', () => {
  const { accounts } = createStoryAnswer()
  const listed = { rows: [{ ...accounts, title: 'They <met>.', correctedBy: ['B. Editor'] }], next: null, total: 1 }
  const html = render(h(DisagreementsView, { listed, query: EMPTY_QUERY }))
  expect(html).toContain('They &lt;met>.')
  expect(wordsOf(html)).toContain('✎ corrected by B. Editor')
  expect(wordsOf(html)).toContain('9, says the minister: We freed nine ✎ corrected by A. Reader its words for 9')
})

it('keeps what is claimed to be caused apart from what only followed, in days', () => {
  const tie = { told: ['the envoy'], quote: 'led to', document: 'doc:1a', claim: 'c2', story: null } as const
  const words = wordsOf(
    render(
      h(FollowedView, {
        followed: {
          ...{ story: 'story:aa', within: 30 },
          claimed: [{ ...tie, kind: 'cause', way: 'from', stance: 'asserts', words: 'the <release>' }],
          followed: [
            { story: 'story:bb', title: 'Freed.', type: 'release', status: 'happened', days: { low: 2, high: 2 } },
            { story: 'story:cc', title: 'Met.', type: 'meeting', status: 'happened', days: { low: 1, high: 5 } },
          ],
        },
      }),
    ),
  )
  expect(words).toMatch(
    /Claimed.*Cause: the &lt;release>, says the envoy.*Followed.*2 days later: Freed\..*1 to 5 days later: Met\./,
  )
  const none = { story: 'story:aa', within: 30, claimed: [], followed: [] }
  expect(wordsOf(render(h(FollowedView, { followed: none })))).toContain('No teller says')
})
