import type { EventStatus, Stance } from '@backchannel/core'
import type { AttributionJson, ClaimJson, FacetsJson, SourcesJson, StoryJson } from '@backchannel/wire/write'
import type { DocumentAnswer, StoryAnswer } from '../src/app/api.ts'

// Small records of our own words, as the server gives them.

export const TEXT = '“We freed <b>nine</b> men,” the minister said.\n\nThe ministry denied any talks.'

const spanOf = (words: string) => ({ from: TEXT.indexOf(words), to: TEXT.indexOf(words) + words.length })

export function createAttribution(id: string, manner: AttributionJson['manner']): AttributionJson {
  return {
    id,
    source: [spanOf('the minister')],
    actor: null,
    cue: [spanOf('said')],
    content: [spanOf('We freed <b>nine</b> men')],
    manner,
    standing: 'named',
    sense: 'voice',
    within: null,
    chain: [
      { name: 'Harbor Post', actor: null, by: null },
      { name: 'Agency & Sons', actor: null, by: 'told' },
      { name: 'the minister', actor: null, by: null },
    ],
  }
}

export function createClaim({
  id = 'c1',
  words = 'We freed <b>nine</b> men',
  told = [],
  stance = 'asserts',
  status = 'happened',
}: {
  readonly id?: string
  readonly words?: string
  readonly told?: readonly string[]
  readonly stance?: Stance
  readonly status?: EventStatus
}): ClaimJson {
  return {
    id,
    event: {
      type: 'release',
      plover: null,
      cameo: null,
      status,
      trigger: spanOf(words),
      participants: [],
      when: null,
      place: null,
      channel: null,
    },
    stance,
    told,
    evidence: { span: spanOf(words), quote: words, prefix: '', suffix: '' },
    confidence: { score: 0.875, because: '"freed" names it' },
  }
}

export function createDocumentAnswer(): DocumentAnswer {
  return {
    format: 'backchannel.dossier/1',
    engine: { version: '0', models: [] },
    document: {
      id: 'doc:1a',
      text: TEXT,
      title: 'Nine <i>men</i> freed',
      outlet: 'Harbor Post',
      carrier: null,
      agency: null,
      published: '2026-03-14',
      publishedWhen: null,
      url: null,
      language: 'en',
    },
    actors: [],
    attributions: [createAttribution('s1', 'quoted')],
    claims: [createClaim({ id: 'c2', words: 'denied any talks', stance: 'denies' }), createClaim({ told: ['s1'] })],
    links: [],
    times: [],
    diagnostics: [],
    looseMentions: [],
    provenance: [],
    record: {
      ...{
        origin: '/articles/nine.txt',
        copies: [],
        actors: [],
        stories: [{ claim: 'c1', story: 'story:aa', participants: [] }],
      },
      ...{ corrections: [], believed: { claims: [], unlinked: [] } },
    },
  }
}

export function createStory(given: Partial<StoryJson> = {}): StoryJson {
  return {
    id: 'story:aa',
    type: 'release',
    title: 'Norland freed nine <men>.',
    when: { earliest: null, latest: '2026-03-14', precision: 'vague' },
    status: 'happened',
    documents: ['doc:1a', 'doc:2b', 'doc:3c'],
    claims: [{ document: 'doc:1a', claim: 'c1' }],
    roots: { low: 1, high: 2 },
    actors: [{ id: 'actor:n', name: 'Norland' }],
    withdrawn: false,
    because: { score: 1, because: 'told by one report' },
    correctedBy: [],
    ...given,
  }
}

const SOURCES: SourcesJson = {
  story: 'story:aa',
  low: 1,
  high: 2,
  sentence: '1 to 2 independent roots, told in 3 documents.',
  roots: [{ name: 'the minister', kind: 'speaker', documents: ['doc:1a', 'doc:2b', 'doc:3c'] }],
  copies: [
    { document: 'doc:2b', of: 'doc:1a', how: 'light-edit', score: 0.9, why: 'nine of ten words are the same' },
    { document: 'doc:3c', of: 'doc:2b', how: 'identical', score: 1, why: 'the same words' },
  ],
  collapsed: [{ documents: ['doc:2b'], into: 'nobody', why: 'Coast Mail prints the text of Harbor Post.' }],
  loops: [['Coast Mail', 'Inland Mail']],
  denied: { low: 1, high: 1, roots: [{ name: 'the spokesman', kind: 'speaker', documents: ['doc:1a'] }] },
  withdrawn: { low: 0, high: 0, roots: [], why: [] },
  notices: [],
}

export function createStoryAnswer(): StoryAnswer {
  const report = {
    claim: 'c1',
    status: 'happened',
    stance: 'asserts',
    when: null,
    quote: 'We freed nine',
    confidence: 1,
  } as const
  return {
    ...createStory(),
    reports: [
      { ...report, document: 'doc:2b', outlet: 'Coast Mail', told: [] },
      {
        ...report,
        document: 'doc:1a',
        outlet: 'Harbor Post',
        told: [{ name: 'the minister', standing: 'named', through: ['Agency & Sons'] }],
        stance: 'denies',
      },
    ],
    sources: SOURCES,
    corrected: [],
    accounts: {
      story: 'story:aa',
      fields: [
        {
          field: 'count',
          values: [
            {
              ...{ value: '9', told: ['the minister'], documents: ['doc:1a'], quote: 'We freed nine' },
              ...{ takenBack: false, correctedBy: ['A. Reader'] },
            },
            {
              ...{ value: '10', told: [], documents: ['doc:2b'], quote: 'ten <were> freed' },
              ...{ takenBack: true, correctedBy: [] },
            },
          ],
          agree: false,
        },
        {
          field: 'place-from',
          values: [{ value: 'Tarn', told: [], documents: [], quote: 'from Tarn', takenBack: false, correctedBy: [] }],
          agree: true,
        },
      ],
      notices: [
        {
          ...{ document: 'doc:2b', kind: 'correction', quote: 'It was nine.', old: '10', new: '9' },
          ...{ outlet: 'Coast Mail', of: null },
        },
      ],
      shaken: [{ document: 'doc:3c', claim: 'c1', by: 'doc:2b', why: 'It rests on ten.' }],
    },
  }
}

/** Facets of a little record; `outlets` are chosen, and no story has them. */
export function createFacets(outlets: readonly string[] = []): FacetsJson {
  const facet = (...values: readonly (readonly [value: string, name: string, stories: number | null])[]) => ({
    values: values.map(([value, name, stories]) => ({ value, name, stories })),
    total: values.length,
  })
  return {
    stories: 4,
    type: facet(['release', 'release', 2], ['meeting', 'meeting', 2]),
    channel: facet(['special-envoy', 'special-envoy', 1]),
    status: facet(['happened', 'happened', 4]),
    country: facet(['NOR', 'NOR', 2]),
    actor: facet(['actor:n', 'Ann Example', 4]),
    outlet: facet(['Coast Mail', 'Coast Mail', 2], ...outlets.map((name) => [name, name, null] as const)),
    speaker: facet(),
    dates: {
      unit: 'month',
      bars: [
        { from: '2026-02-01', to: '2026-02-28', sure: 0, soft: 0 },
        { from: '2026-03-01', to: '2026-03-31', sure: 2, soft: 1.5 },
      ],
      undated: 3,
      open: 0,
    },
    independence: [
      { roots: 1, stories: 4 },
      { roots: 2, stories: 1 },
    ],
  }
}
