import type { StoryJson } from '@backchannel/wire/write'
import type { Command } from 'commander'
import { renderTable } from '../../print/record/table.ts'
import { countText, rootsText, whenText } from '../../print/record/when-words.ts'
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

type ListOptions = StoreOptions & OutputOptions & FilterOptions & PageOptions

/** Adds `stories` and `story`. */
export function storyCommands(program: Command, cx: CommandContext): void {
  withPages(withFilters(withOutputOptions(withStoreOptions(program.command('stories')))))
    .summary('list what happened, each happening once')
    .description(
      'Lists the stories of the record, latest first: what happened, how sure, and on how many independent roots it rests.',
    )
    .action((options: ListOptions) =>
      withRecord(options, { create: false }, async (record) => {
        const { desk, store } = record
        const filter = await filterOf(record, options)
        const list = await listOrPage(
          options,
          () => desk.listStories(store, filter),
          (page) => desk.pageStories(store, filter, page),
        )
        await printAnswer(cx, options, {
          ...list,
          table: (wire) => tabled(wire.STORY_TABLE, list.rows),
          text: (page) => {
            page.block(
              renderTable(
                list.rows,
                [
                  { title: 'when', value: (story) => whenText(story.when) },
                  { title: 'status', value: (story) => story.status },
                  { title: 'roots', value: (story) => rootsText(story.roots) },
                  { title: 'docs', value: (story) => String(story.documents.length) },
                  { title: 'id', value: (story) => story.id },
                  { title: 'what', value: (story) => story.title },
                ],
                page.width,
              ) || 'no stories\n',
            )
          },
        })
      }),
    )
  withOutputOptions(withStoreOptions(program.command('story')))
    .summary('show one story: who says what, and on whom it rests')
    .description(
      'Shows one story whole: what happened, who says what, on how many independent roots it rests and why, and every report with its words.',
    )
    .argument('<ID>', 'as `stories` lists it')
    .action((id: string, options: StoreOptions & OutputOptions) =>
      withRecord(options, { create: false }, async ({ store, lexicon, desk }) => {
        const story = await desk.showWholeStory(store, id, lexicon)
        const { sources, accounts } = story
        const labels = await desk.labelDocuments(store, [
          ...story.documents,
          ...sources.copies.map(({ of }) => of),
          ...accounts.notices.map(({ document }) => document),
          ...story.corrected.map(({ document }) => document),
        ])
        const { printAccounts, printCorrected, printSources } = await import('../../print/record/story.ts')
        const wire = await import('@backchannel/wire/write')
        await printAnswer(cx, options, {
          json: story,
          table: () => ({
            rows: story.reports.map((report) => ({
              ...report,
              told: report.told.map(({ name }) => name),
            })),
            columns: ['document', 'claim', 'outlet', 'status', 'stance', 'told', 'quote', 'confidence'],
          }),
          text: (page) => {
            page.lines(story.title, { tone: 'bold' })
            page.lines(headOf(story))
            page.section('Who says what')
            printAccounts(page, accounts, labels, { except: sources.withdrawn.why })
            page.section('On whom it rests')
            printSources(page, sources, labels)
            page.section('Reports')
            for (const { outlet, document, told, quote, status, stance } of story.reports) {
              const voices = [
                outlet ?? labels.get(document) ?? document,
                ...told.flatMap(({ name, through }) => [...through, name]),
              ]
              const what = stance === 'asserts' ? status : `${stance}, ${status}`
              page.lines(`${voices.join(' > ')} (${what}): “${quote}”`, { indent: 2 })
            }
            if (story.corrected.length > 0) printCorrected(page, story.corrected, labels, wire)
          },
        })
      }),
    )
}

function headOf(story: StoryJson): string {
  const count = countText(story.documents.length, 'document')
  const roots = story.roots.low === 1 && story.roots.high === 1 ? 'root' : 'roots'
  return `${story.type}, ${story.status}, ${whenText(story.when)}; ${count}, ${rootsText(story.roots)} independent ${roots}; ${story.id}`
}
