import {
  type Actor,
  actorId,
  attributionId,
  BackchannelError,
  bySpan,
  claimId,
  type Findings,
  linkId,
  mentionId,
  timeId,
} from '@backchannel/core'
import { documentOf, envoyFindings } from '@backchannel/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromWire, toWire } from '../src/index.ts'

const engine = { version: '0.1.0', models: [] }

/** Findings with every union value and every null: structure is arbitrary, sense is not needed here. */
function anyFindings(): fc.Arbitrary<Findings> {
  const text = 'The two ministers met in Geneva on Tuesday 🕊 and left.'
  const span = fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 20 }))
    .map(([from, length]) => ({ from, to: Math.min(text.length, from + length) }))
  const spans = fc.array(span, { maxLength: 3 })
  const words = fc.string({ maxLength: 12 })
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
  const someActor = fc.constantFrom('a1', 'a2').map(actorId)
  const someVoice = fc.constantFrom('s1', 's2').map(attributionId)
  const someClaim = fc.constantFrom('c1', 'c2').map(claimId)
  const when = fc.record({
    earliest: maybe(fc.constant('2024-03-05')),
    latest: maybe(fc.constant('2024-03-07')),
    precision: fc.constantFrom('minute', 'day', 'week', 'month', 'quarter', 'year', 'vague' as const),
  })
  const kind = fc.constantFrom<Actor['kind'][]>('person', 'group', 'organization', 'state', 'outlet', 'place')
  const numbered = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 4 })
  return fc
    .record({
      title: maybe(words),
      outlet: maybe(words),
      published: maybe(when),
      mentions: fc.uniqueArray(span, { maxLength: 6, selector: (one) => `${one.from}-${one.to}` }),
      forms: fc.constantFrom('name', 'nominal', 'pronoun' as const),
      kind,
      owner: fc.array(maybe(fc.constantFrom(0, 1)), { minLength: 6, maxLength: 6 }),
      roles: fc.array(fc.record({ title: words, of: maybe(someActor), span }), { maxLength: 2 }),
      times: numbered(fc.record({ span }).chain((one) => when.map((more) => ({ ...one, ...more })))),
      attributions: numbered(
        fc.record({
          source: spans,
          actor: maybe(someActor),
          cue: spans,
          content: spans,
          manner: fc.constantFrom('quoted', 'reported', 'mixed' as const),
          standing: fc.constantFrom('named', 'anonymous', 'collective', 'document', 'outlet', 'unknown' as const),
          sense: fc.constantFrom('voice', 'attitude' as const),
          within: maybe(someVoice),
          stance: fc.constantFrom('confirms', 'denies', 'questions', 'refuses', 'retracts' as const),
          chain: fc.array(fc.record({ name: words, actor: maybe(someActor), by: maybe(words) }), { maxLength: 3 }),
        }),
      ),
      claims: numbered(
        fc.record({
          event: fc.record({
            type: words,
            status: fc.constantFrom('happened', 'ongoing', 'planned', 'hypothetical' as const),
            trigger: span,
            participants: fc.array(
              fc.record({
                role: fc.constantFrom('agent', 'place-to', 'theme' as const),
                span,
                head: span,
                actor: maybe(someActor),
                count: maybe(fc.record({ low: fc.nat(9), high: maybe(fc.nat(9)), words, about: fc.boolean() })),
                claim: maybe(someClaim),
                includes: fc.array(someActor, { maxLength: 2 }),
              }),
              { maxLength: 3 },
            ),
            when: maybe(fc.constant(timeId('t1'))),
            place: maybe(fc.record({ span, name: words, country: maybe(words) })),
            channel: maybe(
              fc.record({
                kind: fc.constantFrom('leaders', 'unknown' as const),
                setting: fc.constantFrom('secret', 'unknown' as const),
                evidence: spans,
              }),
            ),
            plover: maybe(fc.record({ event: words, mode: maybe(words) })),
            cameo: maybe(words),
          }),
          stance: fc.constantFrom('asserts', 'denies', 'questions' as const),
          told: fc.array(someVoice, { maxLength: 2 }),
          evidence: fc.record({ span, quote: words, prefix: words, suffix: words }),
          confidence: fc.record({ score: fc.constantFrom(0, 0.25, 1), because: words }),
        }),
      ),
      links: numbered(
        fc.record({
          kind: fc.constantFrom('cause', 'restates', 'framing' as const),
          from: maybe(someClaim),
          words: maybe(span),
          to: someClaim,
          stance: fc.constantFrom('asserts', 'denies' as const),
          told: fc.array(someVoice, { maxLength: 2 }),
          evidence: span,
        }),
      ),
      diagnostics: numbered(
        fc.record({
          code: words,
          severity: fc.constantFrom('note', 'warning', 'error' as const),
          message: words,
          span: maybe(span),
          stage: words,
        }),
      ),
    })
    .map((made): Findings => {
      const document = {
        ...documentOf(text, null, made.outlet),
        title: made.title,
        published: made.published && { text: '2024-03-06', when: made.published },
      }
      const mentions = [...made.mentions].sort(bySpan).map((at, index) => {
        const owner = made.owner[index] ?? null
        return {
          ...at,
          id: mentionId(`m${index + 1}`),
          form: made.forms,
          head: index,
          actor: owner === null ? null : actorId(`a${owner + 1}`),
          kind: made.kind,
        }
      })
      const actors = [0, 1].map((index) => ({
        id: actorId(`a${index + 1}`),
        name: `actor ${index}`,
        kind: made.kind,
        country: null,
        sector: null,
        roles: made.roles,
        mentions: mentions.filter((mention) => mention.actor === `a${index + 1}`).map((mention) => mention.id),
      }))
      return {
        document,
        mentions,
        actors,
        times: made.times.map((time, index) => ({ ...time, id: timeId(`t${index + 1}`) })),
        attributions: made.attributions.map((one, index) => ({ ...one, id: attributionId(`s${index + 1}`) })),
        claims: made.claims.map((one, index) => ({
          ...one,
          id: claimId(`c${index + 1}`),
          evidence: { ...one.evidence, document: document.id },
        })),
        links: made.links.map((one, index) => ({ ...one, id: linkId(`l${index + 1}`) })),
        diagnostics: made.diagnostics,
        provenance: [{ stage: 'events', version: 3, gives: ['claims'] }],
      }
    })
}

describe('fromWire', () => {
  it('gives back what went in, through text', () => {
    const findings = envoyFindings()
    expect(fromWire(JSON.stringify(toWire(findings, engine))).findings).toEqual(findings)
  })

  it('gives back any findings', () => {
    fc.assert(
      fc.property(anyFindings(), (findings) => {
        const back = fromWire(JSON.stringify(toWire(findings, engine)))
        expect(back.findings).toEqual(findings)
        expect(back.engine).toEqual(engine)
      }),
      { numRuns: 200 },
    )
  })

  it('reads a dossier of the required properties alone', () => {
    const span = { from: 0, to: 4 }
    const { findings } = fromWire({
      format: 'backchannel.dossier/1',
      engine,
      document: { id: 'x', text: 'Rome said.', language: 'en', outlet: null, published: '2024-03-07T10:00:00Z' },
      actors: [{ id: 'a1', name: 'Rome', kind: 'state', mentions: [{ span, form: 'name' }] }],
      attributions: [
        { id: 's1', source: [span], cue: [], content: [], manner: 'quoted', standing: 'named', within: null },
      ],
      claims: [
        {
          id: 'c1',
          event: { type: 'talks', status: 'happened', trigger: span, participants: [{ role: 'agent', span }] },
          stance: 'asserts',
          told: [],
          evidence: { span, quote: 'Rome' },
        },
      ],
      links: [],
      times: [],
      diagnostics: [{ code: 'x/y', severity: 'note', message: 'so' }],
    })
    expect(findings.document.published?.when).toEqual({
      earliest: '2024-03-07',
      latest: '2024-03-07',
      precision: 'day',
    })
    expect(findings.actors[0]?.mentions).toEqual(['a1/1'])
    expect(findings.claims[0]?.event.participants[0]?.head).toEqual(span)
  })

  it.each([
    ['{', 'wire/not-json', /JSON/],
    [{ format: 'backchannel.dossier/2' }, 'wire/bad-dossier', /format is "backchannel\.dossier\/2"/],
    [null, 'wire/bad-dossier', /the whole is null, it should be object/],
    [
      { ...toWire(envoyFindings(), engine), links: [{ id: 7 }] },
      'wire/bad-dossier',
      /links\[0\]\.id is 7, it should be string/,
    ],
  ])('says what is wrong: %#', (json, code, message) => {
    let thrown: unknown
    try {
      fromWire(json)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(BackchannelError)
    expect(thrown).toMatchObject({ code, message: expect.stringMatching(message) })
  })
})
