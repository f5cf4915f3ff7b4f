import type { CustodyJson } from '@backchannel/wire/write'
import { type Command, Option } from 'commander'
import type { Page } from '../../print/page.ts'
import { renderTable } from '../../print/record/table.ts'
import { countText, rootsText, whenText } from '../../print/record/when-words.ts'
import { quoted } from '../../print/words.ts'
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

/** Adds `engagements`, `custody` and `timeline`. */
export function listCommands(program: Command, cx: CommandContext): void {
  withPages(withFilters(withOutputOptions(withStoreOptions(program.command('engagements')))))
    .summary('who met whom, and through which channel')
    .description(
      'Lists meetings, talks, visits and calls, each once, with the channel (leaders, ministry, special envoy, ...) and its setting.',
    )
    .action((options: ListOptions) =>
      withRecord(options, { create: false }, async (record) => {
        const { desk, store } = record
        const filter = await filterOf(record, options)
        const list = await listOrPage(
          options,
          () => desk.listEngagements(store, filter),
          (page) => desk.pageEngagements(store, filter, page),
        )
        await printAnswer(cx, options, {
          ...list,
          table: (wire) => tabled(wire.ENGAGEMENT_TABLE, list.rows),
          text: (page) =>
            page.block(
              renderTable(
                list.rows,
                [
                  { title: 'when', value: (one) => whenText(one.when) },
                  { title: 'channel', value: (one) => one.channel },
                  { title: 'setting', value: (one) => one.setting },
                  { title: 'status', value: (one) => one.status },
                  { title: 'roots', value: (one) => rootsText(one.roots) },
                  { title: 'what', value: (one) => one.title },
                ],
                page.width,
              ) || 'no engagements\n',
            ),
        })
      }),
    )
  withPages(withFilters(withOutputOptions(withStoreOptions(program.command('custody')))))
    .summary('who was held, freed, pardoned, sent away: person by person')
    .description(
      'Follows each person and each counted group step by step: arrested, charged, sentenced, pardoned, released, exiled, with who says so.',
    )
    .action((options: ListOptions) =>
      withRecord(options, { create: false }, async (record) => {
        const { desk, store } = record
        const filter = await filterOf(record, options)
        const list = await listOrPage(
          options,
          () => desk.listCustody(store, filter),
          (page) => desk.pageCustody(store, filter, page),
        )
        const labels = await desk.labelDocuments(
          store,
          list.rows.flatMap(({ steps }) => steps.map(({ document }) => document)),
        )
        await printAnswer(cx, options, {
          ...list,
          table: (wire) => tabled(wire.CUSTODY_TABLE, list.rows),
          text: (page) => printCustody(page, list.rows, labels),
        })
      }),
    )
  withPages(withFilters(withOutputOptions(withStoreOptions(program.command('timeline')))))
    .summary('what happened in order of time')
    .description('Lists the stories in order of time; what has no date comes last.')
    .action((options: ListOptions) =>
      withRecord(options, { create: false }, async (record) => {
        const { desk, store } = record
        const filter = await filterOf(record, options)
        const list = await listOrPage(
          options,
          () => desk.listTimeline(store, filter),
          (page) => desk.pageTimeline(store, filter, page),
        )
        await printAnswer(cx, options, {
          ...list,
          table: (wire) => tabled(wire.TIMELINE_TABLE, list.rows),
          text: (page) =>
            page.block(
              renderTable(
                list.rows,
                [
                  { title: 'when', value: (one) => whenText(one.when) },
                  { title: 'status', value: (one) => one.status },
                  { title: 'what', value: (one) => one.title },
                ],
                page.width,
              ) || 'nothing in the record\n',
            ),
        })
      }),
    )
}

function printCustody(page: Page, found: readonly CustodyJson[], labels: ReadonlyMap<string, string>): void {
  if (found.length === 0) page.lines('nobody held or freed')
  for (const { name, country, steps, members, notes } of found) {
    page.gap()
    page.lines(country === null ? name : `${name} (${country})`, { tone: 'bold' })
    if (members.length > 0) page.lines(`among them ${members.join(', ')}`, { indent: 2 })
    for (const step of steps) {
      // An outlet that is not known is called by its document.
      const own = labels.get(step.document) ?? step.document
      const told = step.told.map((one) => (one === 'the document' ? own : one)).join(', ') || own
      const what = step.stance === 'asserts' ? step.status : `${step.stance}, ${step.status}`
      const again = step.also.length > 0 ? `, told ${countText(step.also.length + 1, 'time')}` : ''
      page.lines(`${whenText(step.when)}  ${step.sentence} (${what}${again}) — ${told}: ${quoted(step.quote)}`, {
        indent: 4,
        first: '  ',
      })
    }
    for (const note of notes) page.lines(note, { indent: 4, first: '  ', tone: 'yellow' })
  }
}

/** Adds `actors` and `actor`. */
export function actorCommands(program: Command, cx: CommandContext): void {
  withPages(withOutputOptions(withStoreOptions(program.command('actors'))))
    .summary('everybody in the record, with every spelling')
    .description(
      'Lists persons, bodies, states and outlets of the record with the spellings they go by, those of most documents first.',
    )
    .option('--name <NAME>', 'any spelling, or the beginning of one')
    .addOption(
      new Option('--kind <KIND>', 'one kind only').choices([
        'person',
        'group',
        'organization',
        'state',
        'outlet',
        'place',
      ]),
    )
    .option('--country <ISO3>', 'of one country only')
    .action(
      (options: StoreOptions & OutputOptions & PageOptions & { name?: string; kind?: string; country?: string }) =>
        withRecord(options, { create: false }, async ({ store, desk }) => {
          const { name, kind, country } = options
          const { officeWords } = await import('@backchannel/wire/write')
          const filter = {
            ...(name !== undefined && { name }),
            ...(kind !== undefined && { kind }),
            ...(country !== undefined && { country: country.toUpperCase() }),
          }
          const list = await listOrPage(
            options,
            () => desk.listActors(store, filter),
            (page) => desk.pageActors(store, filter, page),
          )
          await printAnswer(cx, options, {
            ...list,
            table: (wire) => tabled(wire.ACTOR_TABLE, list.rows),
            text: (page) =>
              page.block(
                renderTable(
                  list.rows,
                  [
                    { title: 'docs', value: (actor) => String(actor.documents.length) },
                    { title: 'kind', value: (actor) => actor.kind },
                    { title: 'country', value: (actor) => actor.country ?? '' },
                    { title: 'name', value: (actor) => actor.name, width: 32 },
                    {
                      title: 'also, and offices',
                      value: (actor) =>
                        [...actor.names.filter((one) => one !== actor.name), ...actor.offices.map(officeWords)].join(
                          '; ',
                        ),
                    },
                  ],
                  page.width,
                ) || 'nobody in the record\n',
              ),
          })
        }),
    )
  withOutputOptions(withStoreOptions(program.command('actor')))
    .summary('one actor: names, offices, stories')
    .description('Shows somebody across documents: every spelling, the offices told of him, and the stories he is in.')
    .argument('<NAME>', 'an id, or any spelling of the name')
    .action((name: string, options: StoreOptions & OutputOptions) =>
      withRecord(options, { create: false }, async ({ store, desk }) => {
        const { officeWords } = await import('@backchannel/wire/write')
        const actor = await desk.showActor(store, name)
        await printAnswer(cx, options, {
          json: actor,
          table: (wire) => tabled(wire.ACTOR_STORY_TABLE, actor.stories),

          text: (page) => {
            page.lines(actor.country === null ? actor.name : `${actor.name} (${actor.country})`, { tone: 'bold' })
            page.lines(`${actor.kind}, in ${countText(actor.documents.length, 'document')}; ${actor.id}`)
            const others = actor.names.filter((one) => one !== actor.name)
            if (others.length > 0) page.lines(`also ${others.join(', ')}`)
            for (const office of actor.offices) page.lines(officeWords(office), { indent: 2 })
            page.gap()
            for (const story of actor.stories)
              page.lines(`${whenText(story.when)}  ${story.title} (${story.status})`, { indent: 4, first: '  ' })
          },
        })
      }),
    )
}
