import type { Command } from 'commander'
import { printAccounts, printSources } from '../../print/record/story.ts'
import type { CommandContext } from '../../program.ts'
import {
  type FilterOptions,
  filterOf,
  listOrPage,
  type OutputOptions,
  type PageOptions,
  printAnswer,
  type StoreOptions,
  tabled,
  withFilters,
  withOutputOptions,
  withPages,
  withRecord,
  withStoreOptions,
} from './record-options.ts'

type AboutOptions = StoreOptions & OutputOptions

/** Adds `accounts`, `sources` and `disagreements`. */
export function aboutStoryCommands(program: Command, cx: CommandContext): void {
  withOutputOptions(withStoreOptions(program.command('accounts')))
    .summary('who says what of a story, field by field')
    .description(
      'Lays the tellings of a story side by side: each field, each value, who gives it, in which words, and whether all can be true.',
    )
    .argument('<STORY>', 'as `stories` lists it')
    .action((id: string, options: AboutOptions) =>
      withRecord(options, { create: false }, async ({ store, lexicon, desk }) => {
        const accounts = await desk.showAccounts(store, id, lexicon)
        const labels = await desk.labelDocuments(store, [
          ...(await desk.findStory(store, id)).claims.map(({ document }) => document),
          ...accounts.notices.map(({ document }) => document),
        ])
        await printAnswer(cx, options, {
          json: accounts,
          table: (wire) => tabled(wire.ACCOUNT_TABLE, accounts),
          text: (page) => printAccounts(page, accounts, labels),
        })
      }),
    )
  withOutputOptions(withStoreOptions(program.command('sources')))
    .summary('on whom a story rests: independent roots, copies, loops')
    .description('Counts the independent roots of a story and says for every other branch why it does not count.')
    .argument('<STORY>', 'as `stories` lists it')
    .action((id: string, options: AboutOptions) =>
      withRecord(options, { create: false }, async ({ store, lexicon, desk }) => {
        const sources = await desk.showSources(store, id, lexicon)
        const labels = await desk.labelDocuments(store, [
          ...(await desk.findStory(store, id)).claims.map(({ document }) => document),
          ...sources.copies.map(({ of }) => of),
          ...sources.notices.map(({ document }) => document),
        ])
        await printAnswer(cx, options, {
          json: sources,
          table: (wire) => tabled(wire.SOURCE_TABLE, sources),
          text: (page) => printSources(page, sources, labels),
        })
      }),
    )
  withPages(withFilters(withOutputOptions(withStoreOptions(program.command('disagreements')))))
    .summary('where accounts of one happening differ')
    .description(
      'Lists the stories whose tellings cannot all be true, with the fields in which they differ and who says what.',
    )
    .action((options: AboutOptions & FilterOptions & PageOptions) =>
      withRecord(options, { create: false }, async (record) => {
        const { store, lexicon, desk } = record
        const filter = await filterOf(record, options)
        const list = await listOrPage(
          options,
          () => desk.listDisagreements(store, filter, lexicon),
          (page) => desk.pageDisagreements(store, filter, lexicon, page),
        )
        const labels = await desk.labelDocuments(
          store,
          list.rows.flatMap(({ fields, notices, shaken }) => [
            ...shaken.map(({ document }) => document),
            ...fields.flatMap(({ values }) => values.flatMap(({ documents }) => documents)),
            ...notices.map(({ document }) => document),
          ]),
        )
        await printAnswer(cx, options, {
          ...list,
          table: (wire) => tabled(wire.DISAGREEMENT_TABLE, list.rows),
          text: (page) => {
            if (list.rows.length === 0) page.lines('no disagreements')
            for (const one of list.rows) {
              page.section(one.title)
              page.lines(one.story, { tone: 'dim' })
              printAccounts(page, one, labels)
            }
          },
        })
      }),
    )
}
