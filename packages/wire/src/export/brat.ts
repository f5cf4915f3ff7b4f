import { type ActorId, type Attribution, type Participant, ROLE_NAMES, type Span } from '@backchannel/core'
import { type ExportDocument, type ExportReport, voiceCorrections, voicesTelling } from './export-input.ts'
import { codePointsOf } from './web-annotation.ts'

/** A document for brat (brat.nlplab.org/standoff.html): the text, and annotations whose positions count code points. */
export interface BratFiles {
  readonly text: string
  readonly annotations: string
}

/** What the names of types are made of; brat takes letters, digits, `-` and `_`. */
const typeName = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase()).replace(/[^A-Za-z0-9_]/g, '_')

/** Types of text-bound annotations of actors. */
const ACTOR_TYPES = ['Person', 'Group', 'Organization', 'State', 'Outlet', 'Place', 'Words'] as const

/** One document; claims are events with their participants, voices are events of type `Attribution`. */
export function documentToBrat(one: ExportDocument): BratFiles {
  const { document, actors, attributions } = one.findings
  const { text } = document
  const points = codePointsOf(text)
  const kinds = new Map<ActorId, string>(actors.map(({ id, kind }) => [id, typeName(kind)]))
  const lines: string[] = []
  const bound = new Map<string, string>()
  let [texts, events, attributes, notes] = [0, 0, 0, 0]

  /** The id of a text-bound annotation; the same words of the same type are one. Null for words that are only blanks. */
  const bind = (type: string, spans: readonly Span[]): string | null => {
    const parts = spans.flatMap((span) => linesOf(text, span))
    if (parts.length === 0) return null
    const where = parts.map(({ from, to }) => `${points.of(from)} ${points.of(to)}`).join(';')
    const key = `${type} ${where}`
    const known = bound.get(key)
    if (known !== undefined) return known
    const id = `T${++texts}`
    bound.set(key, id)
    lines.push(`${id}\t${key}\t${parts.map(({ from, to }) => text.slice(from, to)).join(' ')}`)
    return id
  }
  const attribute = (name: string, of: string, value: string): void => {
    lines.push(`A${++attributes}\t${name} ${of} ${typeName(value)}`)
  }
  const note = (of: string, words: string): void => {
    lines.push(`#${++notes}\tAnnotatorNotes ${of}\t${words.replace(/\s+/g, ' ')}`)
  }
  const event = (
    type: string,
    trigger: readonly Span[],
    roles: readonly (readonly [string, string | null])[],
  ): string | null => {
    const bindTrigger = bind(type, trigger)
    if (bindTrigger === null) return null
    const id = `E${++events}`
    const times = new Map<string, number>()
    const filled = roles.flatMap(([role, target]) => {
      if (target === null) return []
      const count = (times.get(role) ?? 0) + 1
      times.set(role, count)
      return [`${role}${count === 1 ? '' : count}:${target}`]
    })
    lines.push(`${id}\t${[`${type}:${bindTrigger}`, ...filled].join(' ')}`)
    return id
  }

  const wordsOf = ({ span, actor }: Participant) => bind((actor && kinds.get(actor)) ?? 'Words', [span])
  for (const { report, story, roots, corrections } of one.reports) {
    const claim = one.findings.claims.find(({ id }) => id === report.ref.claim)
    if (!claim) continue
    const id = event(
      typeName(claim.event.type),
      [claim.event.trigger],
      claim.event.participants.map((each) => [typeName(each.role), wordsOf(each)] as const),
    )
    if (id === null) continue
    attribute('Status', id, report.status)
    attribute('Stance', id, report.stance)
    const count = roots.low === roots.high ? roots.low : `${roots.low} to ${roots.high}`
    note(id, `${report.ref.claim} of ${story}; independent roots: ${count}; told by ${tellersOf(one, report)}`)
    if (report.corrected !== undefined) note(id, `corrected: ${corrections.join('; ')}`)
  }
  for (const voice of voicesOf(one, attributions)) {
    const id = event('Attribution', voice.cue, [
      ['Source', bind('Source', voice.source)],
      ['Content', bind('Content', voice.content)],
    ])
    if (id === null) continue
    attribute('Manner', id, voice.manner)
    attribute('Standing', id, voice.standing)
    const named = voiceCorrections(one, voice)
    if (named.length > 0) note(id, `corrected: ${named.join('; ')}`)
  }
  return { text, annotations: lines.map((line) => `${line}\n`).join('') }
}

function tellersOf({ findings }: ExportDocument, { outlet, told }: ExportReport['report']): string {
  return [outlet ?? findings.document.id, ...told.map(({ name }) => name)].join(' < ')
}

function voicesOf(one: ExportDocument, all: readonly Attribution[]): readonly Attribution[] {
  const used = new Set<string>(one.reports.flatMap((report) => voicesTelling(one, report)))
  return all.filter(({ id, sense }) => used.has(id) || (one.whole && sense === 'voice'))
}

/** The pieces of a span that lie within one line each, without blanks at their ends: brat knows no words over a line's end. */
function linesOf(text: string, { from, to }: Span): readonly Span[] {
  const parts: Span[] = []
  for (const match of text.slice(from, to).matchAll(/[^\r\n\u0085\u2028\u2029]+/g)) {
    const start = from + match.index + (match[0].length - match[0].trimStart().length)
    const words = match[0].trim()
    if (words !== '') parts.push({ from: start, to: start + words.length })
  }
  return parts
}

/** The configuration that brat wants beside the documents: every type, role and attribute that may occur. */
export function bratConfiguration(types: readonly string[]): string {
  const arguments_ = ROLE_NAMES.map((role) => `${typeName(role)}*:<ENTITY>`).join(', ')
  return [
    '[entities]',
    ...ACTOR_TYPES,
    'Source',
    'Content',
    '',
    '[relations]',
    '',
    '[events]',
    ...types.map((type) => `${typeName(type)}\t${arguments_}`),
    'Attribution\tSource?:<ENTITY>, Content?:<ENTITY>',
    '',
    '[attributes]',
    'Status\tArg:<EVENT>, Value:Happened|Ongoing|Planned|Requested|Offered|Threatened|Cancelled|Hypothetical',
    'Stance\tArg:<EVENT>, Value:Asserts|Denies|Questions',
    'Manner\tArg:<EVENT>, Value:Quoted|Reported|Mixed',
    'Standing\tArg:<EVENT>, Value:Named|Anonymous|Collective|Document|Outlet|Unknown',
    '',
  ].join('\n')
}

/** Names of files for documents: their ids with what file systems refuse replaced; a number where two become one. */
export function createFileNames(): (id: string) => string {
  const taken = new Set<string>()
  return (id) => {
    const base =
      id
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[.-]+/, '')
        .slice(0, 100) || 'document'
    let name = base
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}-${count}`
    taken.add(name.toLowerCase())
    return name
  }
}
