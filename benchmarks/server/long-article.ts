import {
  type Claim,
  claimId,
  contentHash,
  type Document,
  documentId,
  type EventStatus,
  type Findings,
  type Stance,
} from '@backchannel/core'
import type { Store } from '@backchannel/store'
import { seeded } from '../store/generate.ts'

/** A name, eleven words and a full stop a sentence: with 400 of them 4,800 words and the names' 400. */
const WORDS =
  'the envoy met minister after talks and freed prisoners left on Saturday with deal ministry said in Tarn'.split(' ')
const WORDS_A_SENTENCE = 12

/** Saves an article of `marks` sentences of some twelve words, each told as a claim, and returns its id. */
export async function saveLongArticle(store: Store, marks: number): Promise<string> {
  const random = seeded(marks)
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(random() * values.length)]
  let text = ''
  const spans = Array.from({ length: marks }, (_, at) => {
    const words = Array.from({ length: WORDS_A_SENTENCE }, () => pick(WORDS) ?? '')
    const from = text.length
    text += `Norland ${words.join(' ')}.`
    const to = text.length - 1
    text += at % 5 === 4 ? '\n\n' : ' '
    return { from, to }
  })
  const document: Document = {
    id: documentId(`doc:${contentHash(text)}`),
    text,
    title: 'A long article',
    outlet: 'The Long Post',
    carrier: null,
    agency: null,
    published: { text: '2026-03-14', when: { earliest: '2026-03-14', latest: '2026-03-14', precision: 'day' } },
    url: null,
    language: 'en',
  }
  const statuses: readonly EventStatus[] = ['happened', 'happened', 'planned', 'requested']
  const stances: readonly Stance[] = ['asserts', 'asserts', 'asserts', 'denies']
  const claims = spans.map(
    (span, at): Claim => ({
      id: claimId(`c${at + 1}`),
      event: {
        type: 'release',
        status: pick(statuses) ?? 'happened',
        trigger: { from: span.from, to: span.from + 7 },
        participants: [],
        when: null,
        place: null,
        channel: null,
        plover: null,
        cameo: null,
      },
      stance: pick(stances) ?? 'asserts',
      told: [],
      evidence: { document: document.id, span, quote: text.slice(span.from, span.to), prefix: '', suffix: '' },
      confidence: { score: 0.9, because: 'generated' },
    }),
  )
  const findings: Findings = {
    ...{ document, claims, mentions: [], actors: [], times: [], attributions: [] },
    ...{ links: [], diagnostics: [], provenance: [] },
  }
  await store.write((writer) =>
    writer.saveDocument(
      {
        document,
        raw: null,
        extractor: { name: 'generated', version: '1' },
        pipeline: 'generated 1',
        found: '2026-03-15T00:00:00Z',
        origin: '/generated/long.txt',
      },
      findings,
    ),
  )
  return document.id
}
