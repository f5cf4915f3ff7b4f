import type {
  CustodyRecord,
  CustodyStep,
  DossierView,
  EngagementRecord,
  EngagementSide,
  Mark,
  Telling,
  ViewSource,
} from '@backchannel/core'
import { chainWords, channelWords, MARK_MEANINGS, quoted, sourceWords, titleOf } from './words.ts'

/** A line of a view: how it stands, what it says, facts beside it, and who tells it in which words. */
export interface ViewItem {
  readonly mark: Mark
  readonly text: string
  readonly facts: readonly (readonly [label: string, words: string])[]
  readonly tellings: readonly string[]
}

export interface ViewBlock {
  readonly heading: string
  readonly notes: readonly string[]
  readonly items: readonly ViewItem[]
}

/** A view in words, ready to be laid out as text, Markdown or HTML. */
export interface ViewPage {
  readonly title: string
  readonly source: string
  readonly blocks: readonly ViewBlock[]
  /** What stands there where there is no block. */
  readonly empty: string
  /** Marks that are used, in the order of their key. */
  readonly marks: readonly Mark[]
}

/** The custody view in words: a block a person or group, an item a step. */
export function custodyPage(sources: readonly ViewSource[], records: readonly CustodyRecord[]): ViewPage {
  const blocks = records.map((record) => ({
    heading: headingOf(record),
    notes: [
      ...(record.members.length === 0 ? [] : [`Named among them: ${record.members.join(', ')}.`]),
      ...record.notes,
    ],
    items: record.steps.map((step) => ({
      mark: step.mark,
      text: `${step.whenWords ?? 'no date told'}: ${stepWords(step)}`,
      facts: unsureFact(step.unsure),
      tellings: tellingsOf(step),
    })),
  }))
  return pageOf(sources, 'People held and freed', blocks, 'Nobody is told to be held or freed.')
}

/** The engagements view in words: a block an engagement. */
export function engagementsPage(sources: readonly ViewSource[], records: readonly EngagementRecord[]): ViewPage {
  const numbers = new Map(records.map((record, index) => [record.id, index + 1]))
  const named = (ids: readonly string[]) => ids.flatMap((id) => numbers.get(id) ?? []).map((number) => `[${number}]`)
  const blocks = records.map((record, index) => {
    const { partOf, parts } = record
    const facts: [string, string][] = [
      ...sidesFact(record.sides),
      ...fact('host', record.host),
      ...fact('through', record.through),
      ...fact('when', record.whenWords),
      ...fact('where', record.where),
      ...fact('length', record.length),
      ...fact('manner', record.manner.join(', ')),
      ...fact('topics', record.topics.map(quoted).join('; ')),
      ...fact('channel', channelFact(record)),
      ...fact('part of', named(partOf).join(', ')),
      ...fact('holds', named(parts).join(', ')),
      ...unsureFact(record.unsure),
    ]
    return {
      heading: `[${index + 1}] ${toldWords(record)}`,
      notes: [],
      items: [{ mark: record.mark, text: record.sentence, facts, tellings: tellingsOf(record) }],
    }
  })
  return pageOf(sources, 'Engagements', blocks, 'No meeting, visit, call or talks are told.')
}

function pageOf(sources: readonly ViewSource[], what: string, blocks: readonly ViewBlock[], empty: string): ViewPage {
  const used = new Set(blocks.flatMap((block) => block.items.map((item) => item.mark)))
  const [only] = sources
  // titleOf and sourceWords look at the document alone.
  const view = only === undefined ? null : ({ document: only.findings.document } as DossierView)
  return {
    title: sources.length === 1 && view !== null ? `${what}: ${titleOf(view)}` : `${what}: ${sources.length} documents`,
    source: sources.length === 1 && view !== null ? sourceWords(view) : outletsOf(sources),
    blocks,
    empty,
    // Keys of MARK_MEANINGS are marks.
    marks: (Object.keys(MARK_MEANINGS) as Mark[]).filter((mark) => used.has(mark)),
  }
}

function outletsOf(sources: readonly ViewSource[]): string {
  const outlets = sources.map(({ findings }) => findings.document.outlet ?? 'outlet not known')
  return [...new Set(outlets)].join(', ')
}

/** "Marek Jadowski, POL"; "nine prisoners (9)" where the name does not say how many. */
function headingOf({ name, count, country }: CustodyRecord): string {
  const words = count?.words.trim() ?? ''
  const figure = count === null || name.toLowerCase().includes(words.toLowerCase()) ? '' : ` (${words})`
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}${figure}${country === null ? '' : `, ${country}`}`
}

/** "sentenced to 14 years by a court in Pskov"; what is not told as done reads "to be released". */
export function stepWords(step: CustodyStep): string {
  const done = ['happened', 'claimed', 'ongoing', 'denied', 'questioned'].includes(step.mark)
  const verb = done ? step.verb : (INFINITIVES[step.verb] ?? `to be ${step.verb}`)
  const parts = [verb]
  if (step.term !== null) parts.push(/^suspended/i.test(step.term) ? step.term : `to ${step.term}`)
  if (step.by !== null) parts.push(`${BY[step.verb] ?? 'by'} ${step.by}`)
  if (step.where !== null) parts.push(`${/^(the|an?) /i.test(step.where) ? 'at' : 'in'} ${step.where}`)
  if (step.to !== null) parts.push(`${step.verb === 'left' ? 'for' : 'to'} ${step.to}`)
  if (step.through !== null) parts.push(`through ${step.through}`)
  if (step.as !== null) parts.push(`as one of ${step.as}`)
  return parts.join(' ')
}

/** What joins the doer to the verb, where "by" does not do. */
const BY: Readonly<Record<string, string>> = { died: 'held by', swapped: 'between' }
const INFINITIVES: Readonly<Record<string, string>> = { left: 'to leave', died: 'to die' }

function tellingsOf(line: Telling & { readonly also: readonly Telling[] }): string[] {
  return [line, ...line.also].map((telling) => {
    const mark = telling.mark === line.mark ? '' : ` (${telling.mark})`
    return `${chainWords(telling.chain)}${mark}: ${quoted(telling.quote)}`
  })
}

/** "told once", "told 5 times, by The Harbor Ledger and Jane Roe". */
function toldWords({ also, told }: EngagementRecord): string {
  if (also.length === 0) return `told once, by ${told[0] ?? 'the document'}`
  return `told ${also.length + 1} times, by ${told.join(', ')}`
}

function sidesFact(sides: readonly EngagementSide[]): [string, string][] {
  return sides.map(({ name, people, head }) => {
    const led = head === null ? '' : `, led by ${head}`
    // Somebody of no known country is a side of his own: told once, with his office.
    const alone = people.length === 1 && people[0]?.startsWith(name) === true
    return ['side', people.length === 0 ? `${name}${led}` : `${alone ? '' : `${name}: `}${people.join('; ')}${led}`]
  })
}

function channelFact({ channel, setting, channelWords: words }: EngagementRecord): string | null {
  if (channel === null || (channel === 'unknown' && setting === 'unknown')) return null
  return `${channelWords(channel, setting)}${words.length === 0 ? '' : ` (${words.map(quoted).join(', ')})`}`
}

function fact(label: string, words: string | null): [string, string][] {
  return words === null || words === '' ? [] : [[label, words]]
}

function unsureFact(unsure: string | null): [string, string][] {
  return unsure === null ? [] : [['unsure', unsure]]
}
