import { type Document, documentId, EMPTY_LEXICON, packSketch, sketchKeys, sketchText } from '@backchannel/core'
import { placeDocument } from '@backchannel/desk'
import type { Store } from '@backchannel/store'
import { buildFindings, documentOf } from '@backchannel/testkit'

/** One sentence of one outlet on a release by Norland of Ola Berg; `name` is how it spells him. */
export async function placeTelling(
  store: Store,
  id: string,
  outlet: string,
  name = 'Ola Berg',
  pipeline = 'p',
  { day = '10 June', shifted = false } = {},
): Promise<void> {
  const text = `Norland released ${name} on ${day}.`
  const document: Document = { ...documentOf(text, '2026-06-11', outlet), id: documentId(id) }
  const build = buildFindings(document)
  // Something more, read first, shifts the ids of actors and claims, as another pipeline may.
  if (shifted) {
    const june = build.actor('June', { kind: 'person' })
    build.claim('pardon', {
      trigger: 'released',
      evidence: 'released',
      participants: [['patient', 'June', { actor: june }]],
    })
  }
  build.claim('release', {
    trigger: 'released',
    evidence: text.slice(0, -1),
    participants: [
      ['agent', 'Norland', { actor: build.actor('Norland', { kind: 'state', country: 'NOR' }) }],
      ['patient', name, { actor: build.actor(name, { kind: 'person' }) }],
    ],
    when: build.time(`on ${day}`, `2026-06-${day.split(' ')[0]}`),
  })
  // Told in words of their own: no copies.
  const sketch = sketchText(`${outlet} has it from its own man in the harbor.`)
  const reading = { findings: build.finish(), sketch: packSketch(sketch), sketchKeys: sketchKeys(sketch), notices: [] }
  const extractor = { name: 'given', version: '1' }
  const stored = { document, raw: null, extractor, pipeline, found: '2026-06-11T00:00:00Z', origin: `/${id}` }
  await store.write((writer) => placeDocument(writer, stored, reading, EMPTY_LEXICON))
}
