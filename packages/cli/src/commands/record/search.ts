import type { SearchHitJson } from '@backchannel/wire/write'
import { type Command, Option } from 'commander'
import type { CommandContext } from '../../program.ts'
import { positiveWhole } from '../whole-number.ts'
import {
  type FilterOptions,
  filterOf,
  type OutputOptions,
  printAnswer,
  type StoreOptions,
  tabled,
  withFilters,
  withOutputOptions,
  withRecord,
  withStoreOptions,
} from './record-options.ts'

type SearchOptions = StoreOptions &
  OutputOptions &
  FilterOptions & { readonly in?: SearchHitJson['kind']; readonly limit: number; readonly after?: string }

/** Hits shown where nobody asks for more. */
const HITS = 20

/** Adds `search`. */
export function searchCommand(program: Command, cx: CommandContext): void {
  withFilters(withOutputOptions(withStoreOptions(program.command('search'))))
    .summary('find words in articles, quotations and claims')
    .description(
      'Full text search over articles, exact quotations and claims. All words must be there; "..." is a phrase, word* a beginning. Names are found in other transliterations too.',
    )
    .argument('<QUERY...>', 'words')
    .addOption(new Option('--in <KIND>', 'one kind only').choices(['article', 'quote', 'claim']))
    .option('--limit <N>', 'most hits, up to 256', positiveWhole, HITS)
    .option('--after <CURSOR>', 'the `next` of an earlier answer')
    .action((words: readonly string[], options: SearchOptions) =>
      withRecord(options, { create: false }, async (record) => {
        const query = {
          text: words.join(' '),
          filter: await filterOf(record, options),
          ...(options.in !== undefined && { kinds: [options.in] }),
        }
        const { desk, store } = record
        const answer = await desk.searchRecord(store, query, { limit: options.limit, after: options.after ?? null })
        const labels = await desk.labelDocuments(
          store,
          answer.hits.map(({ document }) => document),
        )
        await printAnswer(cx, options, {
          json: answer,
          table: (wire) => tabled(wire.SEARCH_TABLE, answer.hits),

          text: (page) => {
            page.lines(`${answer.total} found`)
            for (const hit of answer.hits) {
              page.gap()
              const kind = hit.rejected ? 'claim (withdrawn)' : hit.kind
              const name = hit.title ?? (hit.outlet === null ? labels.get(hit.document) : null) ?? hit.document
              const where = [kind, hit.outlet, name].filter((one) => one !== null)
              page.lines(where.join(', '), { tone: 'bold' })
              page.lines(hit.snippet, { indent: 2 })
              if (hit.story !== null) page.lines(hit.story, { indent: 2, tone: 'dim' })
            }
            if (answer.next !== null) {
              page.gap()
              page.lines(`more: --after ${answer.next}`)
            }
          },
        })
      }),
    )
}
