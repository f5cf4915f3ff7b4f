import { readFile } from 'node:fs/promises'
import { createTree } from '@backchannel/core'
import { parsedOf } from '@backchannel/testkit'
import { describe, expect, it } from 'vitest'
import { cutPieces } from '../../../src/stages/attribution/cut-pieces.ts'
import { slotValues } from '../../../src/stages/attribution/features.ts'
import { findCandidates } from '../../../src/stages/attribution/find-candidates.ts'
import { findQuotations } from '../../../src/stages/attribution/find-quotations.ts'
import { createAttributionTagger } from '../../../src/stages/attribution/tagger.ts'

const models = new URL('../../../../assets/models/', import.meta.url)
const own = new Uint8Array(await readFile(new URL('attribution/attribution.bcm', models)))
const core = new Uint8Array(await readFile(new URL('core/core.bcm', models)))

const SAID = `Orlov PROPN NNP Orlov 2 nsubj B-PER
said VERB VBD say 0 root O
that SCONJ IN that 6 mark O
the DET DT the 5 det O
men NOUN NNS man 6 nsubj O
left VERB VBD leave 2 ccomp O
. PUNCT . . 2 punct O`
const MET = `The DET DT the 2 det O
ministers NOUN NNS minister 3 nsubj O
met VERB VBD meet 0 root O
in ADP IN in 5 case O
Lomar PROPN NNP Lomar 3 obl B-LOC
. PUNCT . . 3 punct O`

/** The spans that the shipped tagger finds in a parse, as "role words". */
function tagged(rows: string): string[] {
  const { document, sentences, syntax } = parsedOf(rows)
  const { text } = document
  const paragraphs = sentences.filter((sentence) => sentence.paragraph).map((sentence) => sentence.first)
  const quotations = findQuotations(text, syntax, paragraphs)
  const tree = createTree(syntax)
  const candidates = findCandidates({ text, tokens: syntax, sentences, tree, quotations })
  const slots = slotValues(syntax, sentences, quotations, tree, candidates)
  return createAttributionTagger(own, core)
    .tag(text, syntax, cutPieces(sentences), slots)
    .map((span) => `${span.role} ${text.slice(syntax.from[span.first], syntax.to[span.last - 1])}`)
}

describe('createAttributionTagger', () => {
  it('finds source, cue and content', () => {
    expect(tagged(SAID)).toEqual(['source Orlov', 'cue said', 'content that the men left'])
  })

  it('finds nothing where nobody says anything', () => {
    expect(tagged(MET)).toEqual([])
  })

  it('finds the same whatever stands in the paragraphs beside', () => {
    const alone = tagged(SAID)
    const among = tagged([MET, SAID, MET, MET, SAID].join('\n---\n'))
    expect(among).toEqual([...alone, ...alone])
  })

  it('refuses the file of another net', () => {
    expect(() => createAttributionTagger(core, core)).toThrowError(/not for "attribution"/)
  })

  it('refuses a core net without word vectors', () => {
    expect(() => createAttributionTagger(own, own)).toThrowError(/glove/)
  })
})
