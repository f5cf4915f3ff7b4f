import { EVENT_TYPES, type Lexicon } from '@backchannel/core'
import type { Listed, StoryFilter } from '@backchannel/store'
import type { RecordTable } from '@backchannel/wire/write'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { createPage, type Page } from '../../print/page.ts'
import type { CommandContext } from '../../program.ts'
import { textOptions } from '../../text-options.ts'
import { positiveWhole } from '../whole-number.ts'

/** The store that commands use where `--store` does not say another. */
export const DEFAULT_STORE = './backchannel.db'

export interface StoreOptions {
  readonly store: string
  readonly lexicon?: string
}

export interface OutputOptions {
  readonly json?: boolean
  readonly csv?: boolean
}

export interface FilterOptions {
  readonly actor?: readonly string[]
  readonly country?: readonly string[]
  readonly type?: readonly string[]
  readonly channel?: readonly string[]
  readonly status?: readonly string[]
  readonly outlet?: readonly string[]
  readonly speaker?: readonly string[]
  readonly from?: string
  readonly to?: string
  readonly independence?: number
}

/** Adds `--store` and `--lexicon`. */
export function withStoreOptions(command: Command): Command {
  return command
    .option('--store <FILE>', 'the record', DEFAULT_STORE)
    .option('--lexicon <DIR>', 'your own lists: actors.csv, outlets.csv; they win over what ships')
}

/** Adds `--json` and `--csv`. */
export function withOutputOptions(command: Command): Command {
  return command.addOption(new Option('--json', 'print JSON').conflicts('csv')).option('--csv', 'print CSV')
}

/** A page of a list: all of it where neither is given. */
export interface PageOptions {
  readonly limit?: number
  readonly after?: string
}

/** Adds `--limit` and `--after`. */
export function withPages(command: Command): Command {
  return command
    .option('--limit <N>', 'most rows, up to 1000; all where left out', positiveWhole)
    .option('--after <CURSOR>', 'the `next` of an earlier answer')
}

/** A list as it is printed: its rows, and where it is a page what comes after it. */
export interface PrintedList<Row> {
  readonly rows: readonly Row[]
  /** What `--json` prints: the rows, or with `--limit` or `--after` an object with `rows`, `next` and `total`. */
  readonly json: unknown
  /** A line for a person about the rest; null where there is none. */
  readonly rest: string | null
}

/** The page that is asked for, or all. */
export async function listOrPage<Row>(
  { limit, after }: PageOptions,
  all: () => Promise<readonly Row[]>,
  one: (page: { readonly limit?: number; readonly after: string | null }) => Promise<Listed<Row>>,
): Promise<PrintedList<Row>> {
  if (limit === undefined && after === undefined) {
    const rows = await all()
    return { rows, json: rows, rest: null }
  }
  const { rows, next, total } = await one({ ...(limit !== undefined && { limit }), after: after ?? null })
  const rest = next === null ? null : `${rows.length} of ${total}; more: --after ${next}`
  return { rows, json: { rows, next, total }, rest }
}

/** Adds the filters that lists share. */
export function withFilters(command: Command): Command {
  return command
    .option('--actor <NAME...>', 'takes part: an id, or any spelling of a name')
    .option('--country <ISO3...>', 'of a participant, for instance BLR', checkCountry)
    .option('--type <TYPE...>', 'event type, for instance release', checkType)
    .option('--channel <KIND...>', 'leaders, ministry, special-envoy, security-service, intermediary, ...', gather)
    .option('--status <STATUS...>', 'happened, ongoing, planned, requested, offered, threatened, ...', checkStatus)
    .option('--outlet <NAME...>', 'told by this outlet', gather)
    .option('--speaker <NAME...>', 'told by this voice', gather)
    .option(
      '--from <DATE>',
      'not before this day: YYYY-MM-DD; what is dated vaguely stays in where it may be',
      checkDay,
    )
    .option('--to <DATE>', 'not after this day', checkDay)
    .option('--independence <N>', 'at least so many independent roots', checkCount)
}

const gather = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value]

function checkType(value: string, before: readonly string[] | undefined): readonly string[] {
  if (!EVENT_TYPES.some((type) => type.name === value))
    throw new InvalidArgumentError('docs/reference/event-types lists the event types.')
  return gather(value, before)
}

function checkCountry(value: string, before: readonly string[] | undefined): readonly string[] {
  if (!/^[A-Za-z]{3}$/.test(value))
    throw new InvalidArgumentError('It should be an ISO 3166-1 alpha-3 code, such as BLR.')
  return gather(value.toUpperCase(), before)
}

const STATUSES = ['happened', 'ongoing', 'planned', 'requested', 'offered', 'threatened', 'cancelled', 'hypothetical']

function checkStatus(value: string, before: readonly string[] | undefined): readonly string[] {
  if (!STATUSES.includes(value)) throw new InvalidArgumentError(`It should be one of ${STATUSES.join(', ')}.`)
  return gather(value, before)
}

function checkDay(value: string): string {
  const day = new Date(`${value}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value))
    throw new InvalidArgumentError('It should be a day, YYYY-MM-DD.')
  return value
}

function checkCount(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 0) throw new InvalidArgumentError('It should be a whole number from 0.')
  return count
}

/** An open record with what the lists of the user say. */
export interface OpenRecord {
  readonly store: import('@backchannel/store').Store
  readonly lexicon: Lexicon
  readonly desk: typeof import('@backchannel/desk')
}

/** Opens the record, does the work, and closes it again whatever happens. */
export async function withRecord<Result>(
  options: StoreOptions,
  { create }: { readonly create: boolean },
  work: (record: OpenRecord) => Promise<Result>,
): Promise<Result> {
  const [desk, { openStore }] = await Promise.all([import('@backchannel/desk'), import('@backchannel/store')])
  const lexicon = await desk.loadLexicon(options.lexicon)
  const store = await openStore(options.store, { create })
  try {
    return await work({ store, lexicon, desk })
  } finally {
    await store.close()
  }
}

/** The filter that the options say; names of actors become ids. Throws `desk/no-such-actor`. */
export async function filterOf({ store, desk }: OpenRecord, options: FilterOptions): Promise<StoryFilter> {
  const { actor, from, to, independence, ...lists } = options
  const actors = []
  for (const name of actor ?? []) actors.push((await desk.findActor(store, name)).id)
  return {
    ...(actors.length > 0 && { actor: actors }),
    ...listsOf(lists),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(independence !== undefined && { independence }),
  }
}

function listsOf({ country, type, channel, status, outlet, speaker }: FilterOptions): StoryFilter {
  return {
    ...(country && { country }),
    ...(type && { type }),
    ...(channel && { channel }),
    // checkStatus has let only statuses pass.
    ...(status && { status: status as NonNullable<StoryFilter['status']> }),
    ...(outlet && { outlet }),
    ...(speaker && { speaker }),
  }
}

/** Rows and columns as `renderCsv` takes them. */
interface Tabled {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly columns: readonly string[]
}

/** An answer as its table has it. */
export function tabled<Answer>({ columns, rows }: RecordTable<Answer>, answer: Answer): Tabled {
  return { columns, rows: rows(answer) }
}

/** Prints an answer as JSON, as CSV, or as a text for people. */
export async function printAnswer(
  cx: CommandContext,
  options: OutputOptions,
  answer: {
    readonly json: unknown
    /** For CSV; the formats of wire are loaded only where they are asked for. */
    readonly table: (wire: typeof import('@backchannel/wire/write')) => Tabled
    readonly text: (page: Page) => void
    /** Of a page: what is left, as a line below the text, and beside a CSV. */
    readonly rest?: string | null
  },
): Promise<void> {
  const { io } = cx
  if (options.json) await io.write(`${JSON.stringify(answer.json, null, 2)}\n`)
  else if (options.csv) {
    const wire = await import('@backchannel/wire/write')
    const { rows, columns } = answer.table(wire)
    await io.write(wire.renderCsv(rows, columns))
    if (answer.rest) io.complain(`${answer.rest}\n`)
  } else {
    const page = createPage(textOptions(io))
    answer.text(page)
    if (answer.rest) {
      page.gap()
      page.lines(answer.rest)
    }
    await io.write(page.text())
  }
}
