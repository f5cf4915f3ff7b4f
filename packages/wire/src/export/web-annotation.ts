import type { Span } from '@backchannel/core'
import { type ExportDocument, type ExportReport, voiceCorrections, voicesTelling } from './export-input.ts'
import { iriOf, toWellFormed, webAddress } from './iri.ts'

/** The context that every annotation of the W3C's model names. */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

export interface TextualBody {
  readonly type: 'TextualBody'
  readonly purpose: 'tagging' | 'describing'
  readonly value: string
  readonly format?: 'text/plain'
}

export interface QuoteSelector {
  readonly type: 'TextQuoteSelector'
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** Counts Unicode code points, as the model wants. */
export interface PositionSelector {
  readonly type: 'TextPositionSelector'
  readonly start: number
  readonly end: number
}

export interface AnnotationTarget {
  readonly source: string
  readonly selector: readonly (QuoteSelector | PositionSelector)[]
}

export interface AnnotationJson {
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'describing' | 'identifying'
  readonly body: readonly TextualBody[]
  readonly target: readonly AnnotationTarget[]
}

/** Code units of text on either side of a quote. */
const AROUND = 32

/**
 * The claims and voices of a document as annotations (W3C Web Annotation Data Model, 2017). The frozen text is one target,
 * with quote and position; the page it came from another, with the quote alone, since its positions are those of its markup.
 */
export function documentAnnotations(one: ExportDocument): readonly AnnotationJson[] {
  const { document, attributions } = one.findings
  const points = codePointsOf(document.text)
  const used = new Set<string>(one.reports.flatMap((report) => voicesTelling(one, report)))
  return [
    ...one.reports.map((report) => claimAnnotation(one, report, points)),
    ...attributions.flatMap((voice): AnnotationJson[] => {
      if (voice.content.length === 0 || (!used.has(voice.id) && (!one.whole || voice.sense !== 'voice'))) return []
      const source = voice.source.map(({ from, to }) => document.text.slice(from, to)).join(' ')
      return [
        {
          id: iriOf('attribution', document.id, voice.id),
          type: 'Annotation',
          motivation: 'identifying',
          body: [
            { type: 'TextualBody', purpose: 'tagging', value: voice.standing },
            { type: 'TextualBody', purpose: 'tagging', value: voice.manner },
            describing(`said by ${voice.chain.at(-1)?.name ?? source}`),
            ...correctedBodies(voiceCorrections(one, voice)),
          ],
          target: voice.content.flatMap((span) => targetsOf(one, span, points)),
        },
      ]
    }),
  ]
}

function claimAnnotation(
  one: ExportDocument,
  { report, story, roots, corrections }: ExportReport,
  points: Points,
): AnnotationJson {
  const tellers = [report.outlet, ...report.told.map(({ name }) => name)].filter((name) => name !== null)
  const count = roots.low === roots.high ? String(roots.low) : `${roots.low} to ${roots.high}`
  return {
    id: iriOf('claim', report.ref.document, report.ref.claim),
    type: 'Annotation',
    motivation: 'describing',
    body: [
      tag(report.type),
      tag(report.status),
      tag(report.stance),
      tag(iriOf('story', story)),
      describing(`told by ${tellers.join(', ') || 'nobody named'}; independent roots of the story: ${count}`),
      ...(report.corrected === undefined ? [] : correctedBodies(corrections)),
    ],
    target: targetsOf(one, report.evidence.span, points),
  }
}

const tag = (value: string): TextualBody => ({ type: 'TextualBody', purpose: 'tagging', value })

/** That people changed it, and what, with who, when and why. */
function correctedBodies(corrections: readonly string[]): readonly TextualBody[] {
  return corrections.length === 0 ? [] : [tag('corrected'), describing(`corrected: ${corrections.join('; ')}`)]
}

function describing(value: string): TextualBody {
  return { type: 'TextualBody', purpose: 'describing', value: toWellFormed(value), format: 'text/plain' }
}

function targetsOf(
  { findings, redacted }: ExportDocument,
  { from, to }: Span,
  points: Points,
): readonly AnnotationTarget[] {
  const { id, text, url } = findings.document
  const quote: QuoteSelector = {
    type: 'TextQuoteSelector',
    exact: toWellFormed(text.slice(from, to)),
    prefix: toWellFormed(text.slice(points.back(from, AROUND), from)),
    suffix: toWellFormed(text.slice(to, points.on(to, AROUND))),
  }
  const position: PositionSelector = { type: 'TextPositionSelector', start: points.of(from), end: points.of(to) }
  // The words of the page are not those of a text without its names.
  const address = redacted ? null : webAddress(url)
  return [
    { source: iriOf('document', id), selector: [quote, position] },
    ...(address === null ? [] : [{ source: address, selector: [quote] }]),
  ]
}

/** Turns offsets in code units into offsets in code points. */
export interface Points {
  of(offset: number): number
  /** The offset so many code units before or after, moved out of the middle of a pair. */
  back(offset: number, units: number): number
  on(offset: number, units: number): number
}

/** Offsets of a text in code points; the middle of a surrogate pair counts as after it. */
export function codePointsOf(text: string): Points {
  const pairs: number[] = []
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(match.index)
  const inPair = (offset: number): boolean =>
    /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '')
  return {
    of(offset) {
      let low = 0
      let high = pairs.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((pairs[middle] ?? 0) < offset) low = middle + 1
        else high = middle
      }
      return offset - low + (inPair(offset) ? 1 : 0)
    },
    back(offset, units) {
      const at = Math.max(0, offset - units)
      return inPair(at) ? at + 1 : at
    },
    on(offset, units) {
      const at = Math.min(text.length, offset + units)
      return inPair(at) ? at - 1 : at
    },
  }
}
