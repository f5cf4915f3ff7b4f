import type { BelievedJson, CustodyStepJson, PairJson, SearchHitJson } from '@backchannel/wire/write'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Shell } from '../src/app/app.tsx'
import { labelDocuments } from '../src/app/label-documents.ts'
import { ActorView } from '../src/app/pages/actor.tsx'
import { CustodyView } from '../src/app/pages/custody.tsx'
import { EngagementsView } from '../src/app/pages/engagements.tsx'
import { ReaderView } from '../src/app/pages/reader.tsx'
import { HitsView } from '../src/app/pages/search.tsx'
import { StoriesView } from '../src/app/pages/stories.tsx'
import { StoryView, sortReports } from '../src/app/pages/story.tsx'
import { groupByMonth, TimelineView } from '../src/app/pages/timeline.tsx'
import { type Outcome, PairView } from '../src/app/parts/merge-desk.tsx'
import { Narrowing } from '../src/app/parts/narrowing.tsx'
import { EMPTY_QUERY, queryOf } from '../src/app/query.ts'
import { createDocumentAnswer, createFacets, createStory, createStoryAnswer } from './record-fixtures.ts'

const ROWS = [
  { id: 'doc:1a', title: 'Nine freed', outlet: 'Harbor Post', published: '2026-03-14', copyOf: null, name: 'a.txt' },
  { id: 'doc:2b', title: null, outlet: 'Coast Mail', published: '2026-03-13', copyOf: 'doc:1a', name: 'a.txt' },
  { id: 'doc:3c', title: null, outlet: 'Coast Mail', published: '2026-03-15', copyOf: 'doc:2b', name: 'a.txt' },
]
const LABELS = labelDocuments(ROWS)
/** What a person reads: the markup without its tags. */
const wordsOf = (html: string): string => html.replace(/<[^>]*>/g, '').replaceAll('&quot;', '"')

describe('labels of documents', () => {
  it('tell two documents of one outlet apart', () => {
    expect([...LABELS.values()].map(({ short }) => short)).toEqual([
      'Harbor Post',
      'Coast Mail (13 March 2026)',
      'Coast Mail (15 March 2026)',
    ])
  })
})

describe('the list of stories', () => {
  const draw = (search: string, rows = [createStory()], next: string | null = null, look = '') => {
    const query = queryOf(search)
    return render(
      h(Narrowing, {
        facets: { state: 'there', value: createFacets(query.not.outlet) },
        unfolded: true,
        query,
        onQuery: () => {},
        path: '/stories',
        look,
        name: 'Stories found',
        children: h(StoriesView, { listed: { rows, next, total: rows.length }, query }),
      }),
    )
  }

  it('has its filters before its results, and a way around them', () => {
    const html = draw('')
    expect(html.indexOf('Skip the filters')).toBeLessThan(html.indexOf('<fieldset>'))
    expect(html.indexOf('<fieldset>')).toBeLessThan(html.indexOf('id="results"'))
    expect(wordsOf(html)).toContain('Coast Mail 2')
    expect(wordsOf(html)).toContain('NOR 2')
  })

  it('escapes what comes from a text', () => {
    expect(draw('')).toContain('Norland freed nine &lt;men>.')
    expect(draw('?type=%3Cscript%3E')).not.toContain('<script>')
  })

  it('shows each choice of the address, also of values that no story has', () => {
    const html = draw('?type=release&not-outlet=Far%20Times')
    expect(html).toMatch(/<input type="checkbox" checked\s*\/?> Release/)
    expect(html).toMatch(/aria-pressed="true" aria-label="Leave out Far Times"/)
    expect(html).toContain('Clear all filters')
    expect(draw('')).not.toContain('Clear all filters')
  })

  it('says what narrows it, with the way to do without each, in words and with the look that stays', () => {
    const html = draw(
      '?type=release&not-outlet=Far%20Times&actor=actor:x&from=2026-03-01',
      undefined,
      null,
      'lanes=actor',
    )
    const list = html.slice(
      html.indexOf('aria-label="Narrowed by"'),
      html.indexOf('</ul>', html.indexOf('class="conditions"')),
    )
    expect(wordsOf(`<${list}`)).toMatch(/type Release ×actor actor:x ×not outlet Far Times ×from 1 March 2026 ×/)
    expect(list).toContain(
      'href="/stories?actor=actor%3Ax&amp;not-outlet=Far+Times&amp;from=2026-03-01&amp;lanes=actor"',
    )
    expect(draw('')).not.toContain('class="conditions"')
  })

  it('says how many stories each value has, and that vague dates count softly', () => {
    const html = draw('')
    expect(wordsOf(html)).toContain('Special envoy 1')
    expect(wordsOf(html)).toContain('Ann Example 4')
    expect(wordsOf(html)).toContain('1 March 2026 to 31 March 2026 2 and about 1.5')
    expect(wordsOf(html)).toContain('3 stories without a date: in no bar.')
    expect(html).toContain('href="/stories?from=2026-03-01&amp;to=2026-03-31"')
    expect(wordsOf(html)).toContain('2 independent roots (1)')
    expect(wordsOf(draw('?independence=9'))).toContain('9 independent roots (0)')
  })

  it('marks what people corrected by sign and word', () => {
    expect(wordsOf(draw('', [createStory({ correctedBy: ['A. Reader', 'B. Reader'] })]))).toContain(
      '✎ corrected by A. Reader, B. Reader',
    )
    expect(wordsOf(draw(''))).not.toContain('corrected')
  })

  it('says where nothing passes, and leads to the next page', () => {
    expect(draw('?type=release', [])).toContain('Nothing in the record passes these filters.')
    expect(draw('', [])).toContain('href="/inbox"')
    expect(draw('?type=release', [createStory()], 'x y')).toContain('href="/stories?type=release&amp;after=x+y"')
  })
})

describe('a story', () => {
  const html = render(h(StoryView, { story: createStoryAnswer(), labels: LABELS }))

  it('marks a field in which accounts differ by sign and words, and no other', () => {
    // Once in the table of accounts, once in that of words.
    expect(html.match(/accounts differ/g)).toHaveLength(2)
    expect(wordsOf(html)).toContain('Accounts differ on: count.')
    expect(wordsOf(html)).toMatch(/Count≠ accounts differ/)
  })

  it('links each value to the words of the claim', () => {
    expect(html).toContain('href="/documents/1a#c1"')
    expect(html).toContain('ten &lt;were> freed')
  })

  it('folds copies of copies under what they copy', () => {
    const tree = html.slice(html.indexOf('class="tree"'), html.indexOf('Denied by'))
    expect(wordsOf(tree)).toMatch(/Harbor Post1 copy of it, not counted.*Light edit: nine of ten.*Identical: the same/)
    expect(tree.match(/href="\/documents\/3c"/g)).toHaveLength(1)
  })

  it('shows loops, why a branch does not count, who denies it, and what was corrected', () => {
    const words = wordsOf(html)
    expect(words).toContain('Coast Mail → Inland Mail → Coast Mail')
    expect(words).toContain('Coast Mail prints the text of Harbor Post. Counted for nobody.')
    expect(words).toContain('denied by the spokesman')
    expect(words).toContain('10 became 9')
    expect(words).toContain('It rests on ten.')
  })

  it('has its reports in order of publication', () => {
    expect(sortReports(createStoryAnswer().reports, LABELS).map(({ document }) => document)).toEqual([
      'doc:2b',
      'doc:1a',
    ])
    expect(sortReports(createStoryAnswer().reports, new Map()).map(({ document }) => document)).toEqual([
      'doc:2b',
      'doc:1a',
    ])
  })
})

describe('the reader', () => {
  const html = render(h(ReaderView, { answer: createDocumentAnswer() }))

  it('gives each claim one number, in the order of the text, on both sides', () => {
    expect([...html.matchAll(/id="(words|card)-(c\d)"/g)].map(([, side, id]) => `${side} ${id}`)).toEqual([
      'words c1',
      'words c2',
      'card c1',
      'card c2',
    ])
    expect(html).toContain('aria-label="Claim 1, quoted"')
    expect(html).toContain('aria-label="Claim 2, denied"')
  })

  it('shows the text as text', () => {
    expect(html).toContain('We freed &lt;b>nine&lt;/b> men')
    expect(html).not.toContain('<b>')
    expect(html).not.toContain('<i>')
  })

  it('has the chain from the outlet to the speaker, with the exact words', () => {
    expect(html).toMatch(/<li>Harbor Post<\/li><li>Agency &amp; Sons<\/li><li>the minister<\/li>/)
    expect(wordsOf(html)).toContain('Words: the minister … said; linked by “told”')
  })

  it('links to the story and to the passage, and says how sure it is and why', () => {
    expect(html).toContain('href="/stories/aa"')
    expect(html).toContain('href="/documents/1a#c1"')
    expect(wordsOf(html)).toContain('88 %: "freed" names it')
  })

  it('explains only the marks that there are', () => {
    const legend = html.slice(html.indexOf('class="legend"'), html.indexOf('class="reader"'))
    expect(legend).toContain('quoted')
    expect(legend).not.toContain('reported speech')
  })
})

describe('what people changed in a document', () => {
  const answer = createDocumentAnswer()
  const fields: BelievedJson['now'] = {
    type: 'release',
    status: 'planned',
    stance: 'asserts',
    when: null,
    place: null,
    channel: null,
    participants: [],
    speaker: 'the <envoy>',
  }
  const { evidence } = answer.claims[1] ?? { evidence: { span: { from: 0, to: 1 }, quote: '', prefix: '', suffix: '' } }
  const correction = (id: string, change: Readonly<Record<string, unknown>>, state: 'holds' | 'gone') => ({
    correction: {
      ...{ id, anchor: { document: 'doc:1a', ...evidence }, change, by: { kind: 'person', name: 'A. Reader' } },
      ...{ at: '2026-03-20T08:00:00Z', reason: 'read <it>' },
    },
    state,
  })
  const changed = {
    ...answer,
    record: {
      ...answer.record,
      corrections: [
        correction('k1', { kind: 'set', field: 'status', to: 'planned' }, 'holds'),
        correction('k2', { kind: 'withdraw' }, 'gone'),
      ],
      believed: {
        claims: [
          {
            ...{
              claim: 'c1',
              machine: { ...fields, status: 'happened' as const, speaker: 'the minister' },
              now: fields,
            },
            ...{ withdrawn: false, checked: 'accept' as const, evidence, corrections: ['k1'] },
          },
          {
            ...{ claim: 'added:k3', machine: null, now: { ...fields, type: 'visit' }, withdrawn: true, checked: null },
            ...{ evidence, corrections: ['k3'] },
          },
        ] satisfies readonly BelievedJson[],
        unlinked: [],
      },
    },
  }
  const acts = { correct: () => {}, undo: () => {}, unlink: () => {} }
  const html = render(h(ReaderView, { answer: changed, acts }))
  it('stands beside what was read, and an added claim among the others', () => {
    expect(wordsOf(html)).toContain('Status: before happened →, after planned')
    expect(wordsOf(html)).toContain('✎ corrected by A. Reader on 20 March 2026')
    expect(html).toMatch(/<li>Harbor Post<\/li><li>Agency &amp; Sons<\/li><li>the &lt;envoy><\/li>/)
    expect(wordsOf(html)).toContain('Withdrawn: the words do not tell this')
    expect(html).toContain('id="words-added:k3"')
  })
  it('is listed with who, when and why; what is lost is said to be so and cannot be taken back', () => {
    const list = html.slice(html.indexOf('What people changed'))
    expect(wordsOf(list)).toContain('lost: its words are not found any more')
    expect(list).toContain('read &lt;it>')
    expect(list.match(/Take back/g)).toHaveLength(1)
    expect(list).toMatch(/href="\/documents\/1a#p\d+-\d+"/)
  })
  it('can be changed only where that is offered', () => {
    expect(html.match(/>Correct</g)).toHaveLength(3)
    expect(render(h(ReaderView, { answer: changed }))).not.toMatch(/<button/)
  })
})

describe('what was found', () => {
  it('marks the hits and escapes the rest', () => {
    const html = render(
      h(HitsView, {
        query: EMPTY_QUERY,
        listed: {
          rows: [
            {
              kind: 'claim',
              document: 'doc:1a',
              outlet: null,
              title: null,
              id: 'c1',
              story: null,
              name: 'a.txt',
              snippet: '<p> freed',
              rejected: false,
              correctedBy: [],
              marks: [
                { from: 4, to: 9 },
                { from: 5, to: 6 },
                { from: 8, to: 99 },
              ],
            },
          ],
          next: null,
          total: 1,
        },
      }),
    )
    expect(html).toContain('&lt;p> <mark>freed</mark>')
    expect(html).toContain('href="/documents/1a#c1"')
  })

  it('says which claims people corrected or withdrew, and who did', () => {
    const hit: SearchHitJson = {
      ...{
        kind: 'claim',
        document: 'doc:1a',
        outlet: null,
        title: null,
        id: 'c1',
        story: 'story:aa',
        snippet: 'freed',
      },
      ...{ name: 'a.txt', marks: [], rejected: false, correctedBy: ['A. Reader'] },
    }
    const draw = (row: SearchHitJson) =>
      wordsOf(render(h(HitsView, { query: EMPTY_QUERY, listed: { rows: [row], next: null, total: 1 } })))
    expect(draw(hit)).toContain('✎ corrected by A. Reader')
    const gone = draw({ ...hit, story: null, rejected: true })
    expect(gone).toContain('✗ withdrawn by A. Reader')
    expect(gone).not.toContain('corrected')
    expect(draw({ ...hit, correctedBy: [] })).not.toMatch(/corrected|withdrawn/)
  })
})

describe('two that may be one', () => {
  const pair: PairJson = {
    ...{ about: 'story', pair: ['story:a', 'story:b'], names: ['They met.', 'They <talked>.'], score: 0.5 },
    ...{
      because: 'the same day',
      fields: [{ field: 'when', values: ['1 May', '1 May'] }],
      judged: null,
      joined: false,
    },
  }
  const draw = (given: Partial<PairJson>, outcome: Outcome | null = null, onPart: (() => void) | null = () => {}) =>
    wordsOf(render(h(PairView, { pair: { ...pair, ...given }, outcome, onPart })))
  const judged = { verdict: 'same', by: 'A. Reader', at: '2026-03-20T08:00:00Z', reason: 'one lunch' } as const

  it('are shown field by field, with the way to part them once they are one', () => {
    expect(draw({})).toContain('50 %: the same day')
    expect(draw({})).not.toContain('Part them again')
    const joined = draw({ joined: true, score: 0, judged: { ...judged, state: 'holds' } })
    expect(joined).toContain('A. Reader on 20 March 2026: = the same, because one lunch')
    expect(joined).toContain('⋈ one nowBoth are found under one address')
    expect(joined).toContain('Part them again: They met. and They &lt;talked>.')
    expect(joined).not.toContain('0 %')
    expect(draw({ joined: true }, null, null)).not.toContain('Part them again')
  })

  it('say what became of them by a verdict', () => {
    expect(draw({}, { verdict: 'same', state: 'holds', joined: true })).toMatch(/found by both ids.*Part them again/)
    const parted = draw({ joined: true }, { verdict: 'different', state: 'holds', joined: false })
    expect(parted).toContain('Parted again: each has all that it had before.')
    expect(parted).not.toContain('Part them again')
    expect(draw({}, { verdict: 'same', state: 'contradicted', joined: false })).toContain('Other judgements forbid it')
    expect(draw({ judged: { ...judged, state: 'contradicted' } })).toContain('it does not count')
  })
})

describe('the timeline', () => {
  const when = (earliest: string | null, latest: string | null) => ({ earliest, latest, precision: 'vague' }) as const

  it('has a heading for each month, and one for what has no date', () => {
    const groups = groupByMonth([
      { when: when('2026-03-14', '2026-03-14') },
      { when: when(null, '2026-03-16') },
      { when: when('2026-04-01', null) },
      { when: null },
    ])
    expect(groups.map(({ month, rows }) => [month, rows.length])).toEqual([
      ['March 2026', 2],
      ['April 2026', 1],
      ['No date', 1],
    ])
  })

  it('says how vague a date is, and how to see all', () => {
    const entry = { story: 'story:aa', type: 'release', title: 'Freed.', status: 'planned', documents: 2 } as const
    const html = render(
      h(TimelineView, {
        query: queryOf('?type=release'),
        by: 'actor',
        listed: {
          rows: [
            {
              ...entry,
              when: when(null, '2026-03-16'),
              roots: { low: 0, high: 1 },
              actors: [{ id: 'actor:n', name: 'Norland' }],
              channel: null,
              correctedBy: ['A. Reader'],
            },
          ],
          next: null,
          total: 1,
        },
      }),
    )
    expect(wordsOf(html)).toContain('by 16 March 2026')
    expect(wordsOf(html)).toContain('✎ corrected by A. Reader')
    expect(wordsOf(html)).toContain('Norland 1')
    expect(html).toContain('href="/timeline?type=release&amp;lanes=channel"')
    expect(html).toContain('href="/timeline?type=release&amp;lanes=actor" aria-current="true"')
  })
})

describe('engagements', () => {
  it('lead to those of the same channel, and say where none is known', () => {
    const row = {
      type: 'meeting',
      title: 'They met.',
      when: null,
      status: 'happened',
      setting: 'secret',
      place: 'Tarn',
      parties: [{ name: 'Norland', role: 'agent', country: 'NOR' }],
      documents: [],
      roots: { low: 1, high: 1 },
      correctedBy: ['A. Reader'],
    } as const
    const html = render(
      h(EngagementsView, {
        query: queryOf('?country=NOR'),
        listed: {
          rows: [
            { ...row, story: 'story:a', channel: 'special-envoy' },
            { ...row, story: 'story:b', channel: 'unknown', correctedBy: [] },
          ],
          next: null,
          total: 2,
        },
      }),
    )
    expect(html).toContain('href="/engagements?country=NOR&amp;channel=special-envoy"')
    expect(wordsOf(html)).toContain('Special envoy, secret, in Tarn')
    expect(wordsOf(html)).toContain('not said, secret')
    expect(html.match(/corrected by/g)).toHaveLength(1)
  })
})

describe('custody', () => {
  it('has each step with its words, its voices and every other telling', () => {
    const telling = { document: 'doc:1a', claim: 'c1', mark: 'claimed', span: { from: 0, to: 1 } } as const
    const step: CustodyStepJson = {
      ...telling,
      type: 'release',
      verb: 'released',
      sentence: 'Norland freed the <group>.',
      when: null,
      by: null,
      where: null,
      to: null,
      through: null,
      term: null,
      as: null,
      count: null,
      status: 'planned',
      stance: 'asserts',
      told: [],
      chain: ['Harbor Post', 'the minister'],
      quote: 'We freed nine',
      correctedBy: ['A. Reader'],
      confidence: { score: 0.5, because: 'a guess' },
      also: [{ ...telling, document: 'doc:2b', chain: [], quote: 'they were freed' }],
    }
    const person = { name: 'nine men', kind: 'group', country: null, documents: ['doc:1a'] } as const
    const html = render(
      h(CustodyView, {
        labels: LABELS,
        query: EMPTY_QUERY,
        listed: {
          rows: [{ ...person, count: null, members: ['A. Person'], steps: [step], notes: [] }],
          next: null,
          total: 1,
        },
      }),
    )
    expect(html).toContain('Norland freed the &lt;group>.')
    expect(wordsOf(html)).toContain('✎ corrected by A. Reader')
    expect(html).toContain('href="/documents/1a#c1"')
    expect(html).toContain('href="/documents/2b#c1"')
    expect(wordsOf(html)).toContain('Among them: A. Person.')
    expect(wordsOf(html)).toContain('Also told 1 time of: Norland')
  })
})

describe('an actor', () => {
  it('has spellings, offices and stories', () => {
    const html = render(
      h(ActorView, {
        labels: LABELS,
        actor: {
          id: 'actor:n',
          name: 'Ann Example',
          names: ['Ann Example', 'Anna Example'],
          kind: 'person',
          country: 'NOR',
          documents: ['doc:2b'],
          offices: [],
          stories: [createStory()],
        },
        around: {
          actor: 'actor:n',
          spellings: [
            { name: 'Ann Example', script: 'Latin', documents: ['doc:2b'] },
            { name: 'Anna Example', script: 'Latin', documents: ['doc:1a', 'doc:2b', 'doc:3c', 'doc:4d'] },
          ],
          offices: [
            { title: 'envoy', of: 'Norland', first: '2026-03-14', last: '2026-03-15', documents: ['doc:2b'] },
            { title: 'judge', of: null, first: null, last: null, documents: [] },
          ],
          said: [],
          about: [],
          custody: [],
          engagements: [],
        },
      }),
    )
    const words = wordsOf(html)
    expect(words).toContain('Anna Example')
    expect(words).toContain('envoy, Norland14 March 202615 March 2026Coast Mail')
    expect(words).toContain('and 1 more')
    expect(html).toContain('href="/stories/aa"')
    expect(words).toContain('Coast Mail (13 March 2026)')
  })
})

describe('the frame', () => {
  it('says where one is', () => {
    const html = render(h(Shell, { route: { page: 'story', id: 'story:a' }, children: h('p', null, 'x') }))
    expect(html).toContain('<a href="/stories" aria-current="page">Stories</a>')
    expect(html.match(/aria-current/g)).toHaveLength(1)
  })
})
