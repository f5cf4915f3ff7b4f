import { custodyView, type Findings } from '@backchannel/core'
import { buildFindings, documentOf, envoyFindings } from '@backchannel/testkit'
import { describe, expect, it } from 'vitest'

const view = (...findings: Findings[]) =>
  custodyView(findings.map((one) => ({ document: one.document.id, findings: one })))
const steps = (record: ReturnType<typeof view>[number] | undefined) =>
  record?.steps.map((step) => `${step.verb}${step.term === null ? '' : ` ${step.term}`}`)

describe('custodyView', () => {
  it('follows one person through all claims, in time, and a member of a group with it', () => {
    const dravich = view(envoyFindings()).find((record) => record.name === 'Milena Dravich')
    expect(steps(dravich)).toEqual(['arrested', 'sentenced six years', 'released'])
    expect(dravich?.steps.at(-1)).toMatchObject({
      by: 'Karsovia',
      whenWords: 'on 14 March 2026',
      as: '11 political prisoners',
      status: 'happened',
    })
  })

  it('shows a step told several times once, with every voice', () => {
    const [group] = view(envoyFindings())
    const release = group?.steps.find((step) => step.verb === 'released' && step.status === 'happened')
    expect(release?.also).toHaveLength(2)
    expect(release?.told).toEqual(['The Harbor Ledger', 'A senior Western diplomat'])
  })

  it('keeps a pardon, a release, exile and what is only asked for apart', () => {
    const build = buildFindings(
      documentOf('Peru pardoned Ada Roe. Peru freed Ada Roe. Peru deported Ada Roe. Chile asked Peru to free Ada Roe.'),
    )
    const roe = build.actor('Ada Roe', { mentions: ['Ada Roe', 'Ada Roe#2', 'Ada Roe#3', 'Ada Roe#4'] })
    const about = (words: string) => [['patient', words, { actor: roe }]] as const
    build.claim('pardon', { trigger: 'pardoned', participants: about('Ada Roe') })
    build.claim('release', { trigger: 'freed', participants: about('Ada Roe#2') })
    build.claim('deportation', { trigger: 'deported', participants: about('Ada Roe#3') })
    build.claim('release', { trigger: 'free', status: 'requested', participants: about('Ada Roe#4') })
    const [record] = view(build.finish())
    expect(record?.steps.map((step) => [step.verb, step.status])).toEqual([
      ['pardoned', 'happened'],
      ['released', 'requested'],
      ['released', 'happened'],
      ['exiled', 'happened'],
    ])
  })

  it('puts a dated past before an undated present', () => {
    const build = buildFindings(documentOf('Ada Roe was freed. She was jailed for 18 years in 2021.', '2026-03-16'))
    const roe = build.actor('Ada Roe', { mentions: ['Ada Roe', 'She'] })
    const then = build.time('2021', '2021-01-01', '2021-12-31', 'year')
    build.claim('release', { trigger: 'freed', participants: [['patient', 'Ada Roe', { actor: roe }]] })
    build.claim('conviction', {
      trigger: 'jailed',
      evidence: 'She was jailed for 18 years in 2021',
      when: then,
      participants: [['patient', 'She', { actor: roe }]],
    })
    const [record] = view(build.finish())
    expect(steps(record)).toEqual(['sentenced 18 years', 'released'])
    expect(record?.steps[0]?.whenWords).toBe('in 2021')
  })

  it('joins persons of one full name across documents, but not where their countries differ', () => {
    const of = (id: string, country: string, trigger: string) => {
      const build = buildFindings({ ...documentOf(`Ada Roe was ${trigger}.`), id: id as Findings['document']['id'] }) // test id
      const roe = build.actor('Ada Roe', { country })
      build.claim(trigger === 'freed' ? 'release' : 'arrest', {
        trigger,
        participants: [['patient', 'Ada Roe', { actor: roe }]],
      })
      return build.finish()
    }
    const [joined, ...others] = view(of('d1', 'PER', 'freed'), of('d2', 'PER', 'arrested'))
    expect(others).toEqual([])
    expect(steps(joined)).toEqual(['arrested', 'released'])
    expect(joined?.documents).toEqual(['d1', 'd2'])
    expect(view(of('d1', 'PER', 'freed'), of('d2', 'CHL', 'arrested'))).toHaveLength(2)
  })

  it('takes sameness from the caller where he knows better', () => {
    const of = (id: string, name: string) => {
      const build = buildFindings({ ...documentOf(`${name} was freed.`), id: id as Findings['document']['id'] }) // test id
      const roe = build.actor(name)
      build.claim('release', { trigger: 'freed', participants: [['patient', name, { actor: roe }]] })
      return build.finish()
    }
    const sources = [of('d1', 'Ada Roe'), of('d2', 'Mrs Roe')].map((findings) => ({
      document: findings.document.id,
      findings,
    }))
    const [record, ...others] = custodyView(sources, { actorKey: () => 'roe', storyKey: () => 'release-1' })
    expect(others).toEqual([])
    expect(record?.steps).toHaveLength(1)
    expect(record?.steps[0]?.alsoDocuments).toEqual(['d2'])
  })

  it('follows who is named among those that only a pronoun names', () => {
    const build = buildFindings(documentOf('Among those freed was Ada Roe.'))
    const roe = build.actor('Ada Roe')
    build.claim('release', { trigger: 'freed', participants: [['patient', 'those', { includes: [roe] }]] })
    expect(view(build.finish()).map((record) => [record.name, steps(record)])).toEqual([['Ada Roe', ['released']]])
  })

  it('leaves out travellers, states and pronouns that lead to nobody', () => {
    const build = buildFindings(documentOf('Ada Roe left Peru for Chile. The court convicted Peru. They freed them.'))
    const roe = build.actor('Ada Roe')
    const peru = build.actor('Peru', { kind: 'state', mentions: ['Peru', 'Peru#2'] })
    build.claim('departure', { trigger: 'left', participants: [['agent', 'Ada Roe', { actor: roe }]] })
    build.claim('conviction', { trigger: 'convicted', participants: [['patient', 'Peru#2', { actor: peru }]] })
    build.claim('release', { trigger: 'freed', participants: [['patient', 'them']] })
    expect(view(build.finish()).map((record) => record.kind)).toEqual(['unnamed'])
  })
})

describe('counts of the custody view', () => {
  const notesOf = (text: string, count: number) => {
    const build = buildFindings(documentOf(text))
    const words = /\S+ (prisoners|people)/.exec(text)?.[0] ?? ''
    const group = build.actor(words, { kind: 'group' })
    build.claim('release', {
      trigger: 'freed',
      participants: [['patient', words, { actor: group, count: { low: count, words: words.split(' ')[0] ?? '' } }]],
    })
    return view(build.finish())[0]?.notes
  }

  it.each([
    [
      'Peru freed ten prisoners, five Belarusians, three Poles and two Latvians.',
      10,
      ['“five Belarusians, three Poles and two Latvians” adds up to 10.'],
    ],
    [
      'Peru freed ten prisoners: five Belarusians and three Poles.',
      10,
      ['“five Belarusians and three Poles” adds up to 8 of 10; who the others are is not told.'],
    ],
    ['Peru freed 12 people, seven women and six men.', 12, ['“seven women and six men” adds up to 13, more than 12.']],
    ['Peru freed ten prisoners after three rounds of talks and two visits.', 10, []],
    ['Peru freed ten prisoners: five were pardoned and three were moved.', 10, []],
    ['Peru freed ten prisoners.', 10, []],
  ])('%s', (text, count, notes) => {
    expect(notesOf(text, count)).toEqual(notes)
  })

  it('calls nobody "their": whom a possessive leads to nobody is not named', () => {
    const build = buildFindings(documentOf('The Ledger reported their release.'))
    build.claim('release', { trigger: 'release', participants: [['patient', 'their']] })
    const [record] = view(build.finish())
    expect(record).toMatchObject({ name: 'people not named', kind: 'unnamed' })
    expect(record?.steps[0]?.sentence).not.toMatch(/their/i)
  })

  it('notes counts that cannot both be', () => {
    const build = buildFindings(documentOf('Peru freed 14 people. Chile said it freed 12 people.'))
    const people = build.actor('14 people', { kind: 'group' })
    const fewer = build.actor('12 people', { kind: 'group' })
    const chile = build.attribution({ source: 'Chile', cue: 'said', content: ['it freed 12 people'] })
    const one = build.claim('release', {
      trigger: 'freed',
      participants: [['patient', '14 people', { actor: people, count: { low: 14 } }]],
    })
    const two = build.claim('release', {
      trigger: 'freed#2',
      told: [chile],
      participants: [['patient', '12 people', { actor: fewer, count: { low: 12 } }]],
    })
    build.link('restates', { from: one, to: two, evidence: 'freed#2' })
    expect(view(build.finish())[0]?.notes).toEqual(['Counts differ: 14 (The Ledger), 12 (The Ledger < Chile).'])
  })
})
