import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimId, documentId, EVENT_TYPES, type Report, type StoryId } from '../../../src/index.ts'
import { TITLE_WORDS } from '../../../src/merge/data/title-words.ts'
import { describeStory } from '../../../src/merge/stories/describe-story.ts'
import { placeReport } from '../../../src/merge/stories/place-report.ts'
import { reportKeys } from '../../../src/merge/stories/report-keys.ts'
import { reportOf } from './build-report.ts'

// A brand has no run-time form; these ids are made by hand.
const sid = (text: string) => text as StoryId
const KAR = 'agent: Karsovia #kar (state)'

/** The desk in small: reports come one by one, candidates are those that share a key. */
function storiesOf(reports: readonly Report[]): string[] {
  const placed: { story: StoryId; report: Report; keys: ReadonlySet<string> }[] = []
  let next = 0
  for (const report of reports) {
    const keys = reportKeys(report)
    const candidates = placed.filter((one) => keys.some((key) => one.keys.has(key)))
    const { story, joins } = placeReport(report, candidates)
    const own = story ?? sid(`story:${next++}`)
    for (const one of placed) if (joins.includes(one.story)) one.story = own
    placed.push({ story: own, report, keys: new Set(keys) })
  }
  const groups = new Map<StoryId, string[]>()
  for (const { story, report } of placed) groups.set(story, [...(groups.get(story) ?? []), report.ref.document])
  return [...groups.values()].map((list) => list.sort().join(' ')).sort()
}

const june = [
  reportOf([KAR, 'patient: 14 political prisoners (group) =14'], { when: '2026-06-21' }),
  reportOf([KAR, 'patient: 14 prisoners (group) =14']),
  reportOf([KAR, 'patient: 14 activists (group) =14'], { when: '2026-06-21', stance: 'denies' }),
  reportOf(['agent: Anton Verek #ver (person)', 'patient: 14 people (group) =14'], {
    when: '2026-06-21',
    published: '2026-06-23',
  }),
]
const september = [
  reportOf([KAR, 'patient: 52 prisoners (group) =52'], { when: '2026-09-11', published: '2026-09-11' }),
  reportOf([KAR, 'patient: 52 detainees (group) =52'], { published: '2026-09-12' }),
  reportOf([KAR, 'patient: political prisoners (group)'], { when: '2026-09-11', published: '2026-09-13' }),
]

describe('placeReport', () => {
  it('parts June from September in every order of arrival', () => {
    const expected = storiesOf([...june, ...september])
    expect(expected).toHaveLength(2)
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...june, ...september], { minLength: june.length + september.length }),
        (order) => {
          expect(storiesOf(order)).toEqual(expected)
        },
      ),
      { numRuns: 60, seed: 7 },
    )
  })
  it('does not care for the order of the candidates', () => {
    const candidates = [...june, ...september].map((report, i) => ({
      report,
      story: sid(i < june.length ? 's:june' : 's:sept'),
    }))
    const fresh = reportOf([KAR, 'patient: 14 prisoners (group) =14'], { when: '2026-06-21' })
    fc.assert(
      fc.property(fc.shuffledSubarray(candidates, { minLength: candidates.length }), (order) => {
        expect(placeReport(fresh, order)).toMatchObject({ story: 's:june', joins: [] })
      }),
      { numRuns: 30, seed: 7 },
    )
  })
  it('keeps two affairs apart though an article tells both', () => {
    const raid = (names: readonly string[], places: readonly string[]) =>
      reportOf(
        ['agent: police (group)', 'patient: a man (person)', ...places.map((place) => `beneficiary: ${place}`)],
        {
          type: '',
          trigger: 'arrest',
          about: names,
        },
      )
    const north = ['brask', 'ullvik', 'police', 'bank']
    const south = ['tolmar', 'serrano', 'police', 'casino']
    const both = [...north, ...south]
    const stories = (about: readonly string[]) =>
      placeReport(raid(both, ['Ullvik', 'Serrano']), [
        { story: sid('s:north'), report: raid(north, ['Ullvik']) },
        { story: sid('s:south'), report: raid(about, ['Ullvik', 'Serrano']) },
      ])
    expect(stories(north).joins).toHaveLength(1)
    expect(stories(south)).toMatchObject({ joins: [] })
  })
  it('makes one story of two where a report shows them to be one', () => {
    const one = reportOf(['patient: Milena Dravich #dra (person)'], { when: '2026-06-21' })
    const two = reportOf([KAR, 'patient: 14 prisoners (group) =14'], { when: '2026-06-21' })
    const group = reportOf([KAR, 'patient: 14 political prisoners (group) =14'], { when: '2026-06-21' })
    const bridge = {
      ...group,
      participants: group.participants.map((part) =>
        part.role === 'patient'
          ? { ...part, includes: [...(one.participants[0]!.actor === null ? [] : [one.participants[0]!.actor])] }
          : part,
      ),
    }
    const placed = placeReport(bridge, [
      { story: sid('s:a'), report: one },
      { story: sid('s:b'), report: two },
    ])
    expect(placed.story).toBe('s:b')
  })
  it('believes an article that ties two of its claims, and is strict where it does not', () => {
    const document = documentId('doc:own')
    const first = reportOf([KAR, 'patient: 14 prisoners (group) =14'], {
      ref: { document, claim: claimId('c1') },
      when: '2026-06-21',
    })
    const bare = { ref: { document, claim: claimId('c2') } }
    const candidates = [{ story: sid('s:a'), report: first }]
    expect(placeReport(reportOf([], { ...bare, restates: [claimId('c1')] }), candidates).story).toBe('s:a')
    expect(placeReport(reportOf(['patient: prisoners (group)'], bare), candidates).story).toBeNull()
  })
})

describe('describeStory', () => {
  const titleOf = (reports: readonly (readonly string[])[], more = {}) =>
    describeStory(
      sid('s:1'),
      reports.map((participants) => reportOf(participants, { when: '2026-06-21', ...more })),
      { low: 1, high: 1 },
    ).title

  it('names a state or its leader, not both, where no report tells both', () => {
    const group = 'patient: 14 prisoners (group) =14'
    expect(
      titleOf([
        [`agent: Belarus #b (state) @BLR`, group],
        [`agent: Verek #v (person)`, group],
      ]),
    ).toBe('Belarus released 14 prisoners on 21 June 2026.')
    expect(titleOf([[`agent: Belarus #b (state) @BLR`, `agent: Verek #v (person)`, group]])).toBe(
      'Belarus and Verek released 14 prisoners on 21 June 2026.',
    )
  })

  it('names somebody once, by surname or in full', () => {
    const group = 'patient: 14 prisoners (group) =14'
    expect(
      titleOf([
        [`agent: Anton Verek #a (person)`, group],
        [`agent: Verek #v (person)`, group],
      ]),
    ).toBe('Anton Verek released 14 prisoners on 21 June 2026.')
  })

  it('has each side of a meeting once, whoever is named first', () => {
    const meeting = { type: 'meeting', trigger: 'meet' }
    const [solvang, verek] = ['Ingrid Solvang #s (person)', 'Anton Verek #v (person)']
    const both = [
      [`agent: ${solvang}`, `counterpart: ${verek}`],
      [`agent: ${verek}`, `counterpart: ${solvang}`],
    ]
    expect(titleOf(both, meeting)).toBe('Ingrid Solvang met Anton Verek on 21 June 2026.')
  })

  it('leaves out words that name nobody', () => {
    expect(titleOf([['agent: Karsovia (state)', 'patient: their']])).toBe(
      'A release by Karsovia was reported on 21 June 2026.',
    )
  })

  it('tells it in one sentence with status, time and weakest tie', () => {
    const story = describeStory(sid('s:1'), june, { low: 1, high: 2 })
    expect(story).toMatchObject({
      type: 'release',
      title: 'Karsovia released 14 political prisoners on 21 June 2026.',
      status: 'happened',
      when: { earliest: '2026-06-21', latest: '2026-06-21', precision: 'day' },
      actors: ['kar', 'ver'],
      roots: { low: 1, high: 2 },
    })
    expect(story.because.because).toContain('release')
    expect(story.claims).toHaveLength(4)
  })
  it('says what is only planned, asked or denied', () => {
    const roots = { low: 1, high: 1 }
    const title = (status: Report['status'], stance: Report['stance'] = 'asserts') =>
      describeStory(
        sid('s:1'),
        [reportOf([KAR, 'patient: 3 sailors (group) =3'], { status, stance, when: '2026-07' })],
        roots,
      ).title
    expect(title('planned')).toBe('Karsovia plans to release 3 sailors in July 2026.')
    expect(title('requested')).toBe('Karsovia is asked to release 3 sailors in July 2026.')
    expect(
      describeStory(
        sid('s:1'),
        [reportOf(['patient: Milena Dravich #dra (person)'], { type: 'arrest', when: '2023' })],
        roots,
      ).title,
    ).toBe('Milena Dravich was arrested in 2023.')
    expect(title('happened', 'denies')).toBe('Karsovia released 3 sailors in July 2026, which is denied.')
  })
})

describe('title words', () => {
  it('has words for every type of the ontology and for no other', () => {
    expect([...TITLE_WORDS.keys()].sort()).toEqual(EVENT_TYPES.map((type) => type.name).sort())
  })
})
