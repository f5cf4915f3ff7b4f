import type { DocumentId, RecordActorId, Report, ReportVoice } from '../../model/index.ts'
import { foldName } from '../fold-name.ts'
import { findOutlet, type Lexicon, outletKeyOf } from '../lexicon.ts'
import { describeSource, officeStems } from './describe-source.ts'
import type { RootKind, SourceDocument } from './independence.ts'
import { authorOf } from './order-documents.ts'

/** Somebody whom a report names as the one who knows. */
export interface Source {
  /** The same for the same source in all documents, as far as names and ids tell. */
  readonly key: string
  readonly kind: RootKind
  readonly name: string
  readonly actor: RecordActorId | null
  /** Speaks for a body, not for itself: a ministry, a government. */
  readonly isCollective: boolean
  readonly office: ReadonlySet<string>
  /** The outlet it spoke to. */
  readonly outlet: string
  readonly count: number
  readonly isAnother: boolean
  readonly isSpokesman: boolean
  /** Key of the speaker who says that this source said so; null where the outlet heard it. */
  readonly relay: string | null
}

/** Where one report has it from. */
export type Origin =
  | { readonly kind: 'own' }
  | { readonly kind: 'cites'; readonly outlet: string; readonly name: string }
  | { readonly kind: 'source'; readonly source: Source }

/** What tracing knows of the other documents. */
export interface TraceContext {
  readonly lexicon: Lexicon
  /** Keys of outlets that have a document with a report of the story. */
  readonly outlets: ReadonlySet<string>
  /** The only one of these that ends in certain words, by these; null where several do. See `endsOf`. */
  readonly outletEnds: ReadonlyMap<string, string | null>
  /** Folded names of actors with an id, for voices that could not be placed. */
  readonly known: ReadonlyMap<string, RecordActorId>
}

/** Key of the outlet whose text a document is; its id where that is unknown, so that unknown outlets are never one. */
export function outletKey(lexicon: Lexicon, document: SourceDocument | undefined, id: DocumentId): string {
  const author = authorOf(document)
  return author ? outletKeyOf(lexicon, author) : `document ${id}`
}

/** Keys of all outlets that a citation of the document may name: whose text it is, and who prints it. */
export function outletKeys(lexicon: Lexicon, document: SourceDocument | undefined, id: DocumentId): readonly string[] {
  const printers = [document?.outlet, document?.carrier].flatMap((name) => (name ? [outletKeyOf(lexicon, name)] : []))
  return [...new Set([outletKey(lexicon, document, id), ...printers])]
}

/** Every end of words of each outlet that is shorter than it, and which outlet ends so; null where several do. */
export function endsOf(outlets: ReadonlySet<string>): ReadonlyMap<string, string | null> {
  const ends = new Map<string, string | null>()
  for (const outlet of outlets)
    for (let at = outlet.indexOf(' '); at >= 0; at = outlet.indexOf(' ', at + 1)) {
      const end = outlet.slice(at + 1)
      ends.set(end, ends.has(end) ? null : outlet)
    }
  return ends
}

/** The first speaker of a report, or the outlet that it cites, or the document's own voice. `ownOutlets` are `outletKeys`. */
export function traceReport(report: Report, ownOutlets: readonly string[], cx: TraceContext): Origin {
  const told = [...report.told]
  // "Reportedly" names nobody: whoever stands outside it is the one who tells.
  while (told.at(-1)?.standing === 'unknown') {
    const through = outletOf(told.at(-1)?.through.at(-1)?.name ?? null, cx)
    if (through !== null && !ownOutlets.includes(through.key))
      return { kind: 'cites', outlet: through.key, name: through.name }
    told.pop()
  }
  const voice = told.at(-1)
  if (!voice) return { kind: 'own' }
  if (voice.standing === 'outlet' || isOutletName(voice, cx)) return cite(voice.name, ownOutlets, cx)
  const outer = told.slice(0, -1)
  const outerOutlet = outer.findLast((one) => one.standing === 'outlet' || isOutletName(one, cx))?.name ?? null
  const through = voice.through.findLast(({ name }) => outletOf(name, cx) !== null) ?? voice.through.at(-1) ?? null
  const outletName = through?.name ?? outerOutlet
  const relay = outer.findLast((one) => one.standing === 'named' || one.standing === 'collective')
  const kind = kindOf(voice)
  const toldTo = outletName === null ? (ownOutlets[0] ?? '') : outletKeyOf(cx.lexicon, outletName)
  // An unnamed source known from another outlet's article is that article's, whatever it is called there.
  if (kind === 'anonymous' && outletName !== null && !ownOutlets.includes(toldTo) && cx.outlets.has(toldTo))
    return { kind: 'cites', outlet: toldTo, name: outletName }
  return { kind: 'source', source: sourceOf(voice, kind, toldTo, relay, cx) }
}

function cite(name: string, ownOutlets: readonly string[], cx: TraceContext): Origin {
  const outlet = outletOf(name, cx)?.key ?? outletKeyOf(cx.lexicon, name)
  return ownOutlets.includes(outlet) ? { kind: 'own' } : { kind: 'cites', outlet, name }
}

/** An outlet of the set by its name or, where only one fits, by the end of it ("the Courier" is the Northern Courier); or one of the lists. */
function outletOf(name: string | null, cx: TraceContext): { readonly key: string; readonly name: string } | null {
  if (name === null) return null
  const key = outletKeyOf(cx.lexicon, name)
  if (cx.outlets.has(key) || findOutlet(cx.lexicon, name) !== null) return { key, name }
  const longer = cx.outletEnds.get(key) ?? null
  return longer === null ? null : { key: longer, name }
}

/** A voice that is an outlet of the set or of the lists by its full name, whatever the reading took it for. */
function isOutletName({ name, standing }: ReportVoice, cx: TraceContext): boolean {
  if (standing === 'document') return false
  return (
    cx.outlets.has(outletKeyOf(cx.lexicon, name)) || (standing !== 'anonymous' && findOutlet(cx.lexicon, name) !== null)
  )
}

const PLURAL_PERSONS =
  /\b(?:officials|sources|diplomats|aides|people|persons|insiders|relatives|residents|witnesses|employees|advisers|advisors)\b/i

function kindOf(voice: ReportVoice): RootKind {
  if (voice.standing === 'document') return 'document'
  if (voice.standing === 'anonymous') return 'anonymous'
  if (voice.standing === 'collective' && voice.actor === null && PLURAL_PERSONS.test(voice.name)) return 'anonymous'
  return 'speaker'
}

function sourceOf(
  voice: ReportVoice,
  kind: RootKind,
  outlet: string,
  relay: ReportVoice | undefined,
  cx: TraceContext,
): Source {
  const described = describeSource(voice.name)
  return {
    key: kind === 'anonymous' ? anonymousKey(voice, outlet) : `${kind} ${voiceKey(voice, cx)}`,
    kind,
    name: voice.name,
    actor: voice.actor ?? cx.known.get(foldName(voice.name)) ?? null,
    isCollective: voice.standing === 'collective',
    office: kind === 'speaker' ? officeStems(voice.name) : described.office,
    outlet,
    count: described.count,
    isAnother: described.isAnother,
    isSpokesman: described.isSpokesman,
    relay: relay ? `speaker ${voiceKey(relay, cx)}` : null,
  }
}

function voiceKey(voice: ReportVoice, cx: TraceContext): string {
  return voice.actor ?? cx.known.get(foldName(voice.name)) ?? foldName(voice.name)
}

/** Two unnamed sources of one outlet under the same description are one; of two outlets they are two until shown otherwise. */
function anonymousKey(voice: ReportVoice, outlet: string): string {
  return `anonymous ${outlet} ${voice.actor ?? foldName(voice.name).replace(/^an? /, '')}`
}
