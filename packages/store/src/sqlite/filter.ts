import { type RawBuilder, sql } from 'kysely'
import {
  type Days,
  DOCUMENT_LISTS,
  daysOf,
  FACET_KINDS,
  type FacetKind,
  FILTER_LISTS,
  type FilterList,
  type FilterLists,
  listsOf,
  STORY_LISTS,
} from '../facets.ts'
import type { StoryFilter } from '../store.ts'

type Condition = RawBuilder<boolean>

const EMPTY = listsOf({})
const CLAIM_LISTS = FILTER_LISTS.filter((list) => !DOCUMENT_LISTS.includes(list))
const TOLD_LISTS = FILTER_LISTS.filter((list) => !STORY_LISTS.includes(list))

/** The number of a facet's kind in its table. */
export function facetCode(kind: FacetKind): number {
  return FACET_KINDS.indexOf(kind) + 1
}

/** A list of values as one parameter, so that a query's text does not depend on how many there are. */
export function valuesIn(values: readonly (string | number)[]): RawBuilder<unknown> {
  return sql`(select value from json_each(${JSON.stringify(values)}))`
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

function anyOf(conditions: readonly Condition[]): Condition {
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`
}

/**
 * How a query is to go about it: from the reports that pass, as one set, or from each report, asking whether it passes.
 * Both give the same; which is faster depends on how many pass.
 */
type Way = 'set' | 'each'

/** One condition for each given list, on the tables `report` and `claim`. */
function reportLists(lists: FilterLists, which: readonly FilterList[], way: Way = 'set'): Condition[] {
  return which.filter((list) => lists[list].length > 0).map((list) => reportList(list, lists[list], way))
}

function reportList(list: FilterList, values: readonly string[], way: Way): Condition {
  const wanted = valuesIn(values)
  switch (list) {
    case 'actor':
    case 'country':
    case 'speaker':
      if (way === 'each')
        return sql<boolean>`exists (select 1 from facet
          where kind = ${facetCode(list)} and value in ${wanted} and facet.story = report.story and facet.report = report.row)`
      return sql<boolean>`report.row in (select report from facet where kind = ${facetCode(list)} and value in ${wanted})`
    case 'type':
    case 'status':
    case 'channel':
    case 'outlet':
      return sql<boolean>`${sql.ref(`report.${list}`)} in ${wanted}`
    case 'document':
      return sql<boolean>`claim.document in (select arrival from document where id in ${wanted})`
  }
}

/** See `mayOverlap`: what is not known may be anywhere. */
function daysPass(table: 'report' | 'story' | 'document', { from, to }: Days): Condition[] {
  const earliest = sql.ref(`${table}.earliest`)
  const latest = sql.ref(`${table}.latest`)
  return [
    ...(to === null ? [] : [sql<boolean>`(${earliest} is null or ${earliest} <= ${to})`]),
    ...(from === null ? [] : [sql<boolean>`(${latest} is null or ${latest} >= ${from})`]),
  ]
}

/** What only the story answers for, also where its reports are asked. */
function ownPass({ independence, differs, story = [] }: StoryFilter): Condition[] {
  return [
    ...(independence === undefined ? [] : [sql<boolean>`story.low >= ${independence}`]),
    // Written out: only so does SQLite see that the index holds them.
    ...(differs === undefined ? [] : [differs ? sql<boolean>`story.differs = 1` : sql<boolean>`story.differs = 0`]),
    ...(story.length === 0 ? [] : [sql<boolean>`story.id in ${valuesIn(story)}`]),
  ]
}

function notLists(filter: StoryFilter): FilterLists {
  return filter.not ? listsOf(filter.not) : EMPTY
}

/** Whether a report passes, on the tables `report`, `claim` and `story`. */
export function reportPasses(filter: StoryFilter, way: Way = 'set'): Condition {
  const not = reportLists(notLists(filter), FILTER_LISTS, way)
  return allOf([
    ...reportLists(listsOf(filter), FILTER_LISTS, way),
    ...(not.length === 0 ? [] : [sql<boolean>`${anyOf(not)} is not true`]),
    ...daysPass('report', daysOf(filter)),
    ...ownPass(filter),
  ])
}

/**
 * Whether a story passes, on the table `story`. One that is only reserved has no data; to ask for its type instead leaves the
 * row alone where an index has the rest.
 */
export function storyPasses(filter: StoryFilter, by: 'data' | 'type' = 'data'): Condition {
  const lists = listsOf(filter)
  const not = notLists(filter)
  return allOf([
    by === 'data' ? sql<boolean>`story.data is not null` : sql<boolean>`story.type <> ''`,
    ...(['type', 'status'] as const).flatMap((list) => [
      ...(lists[list].length === 0 ? [] : [sql<boolean>`${sql.ref(`story.${list}`)} in ${valuesIn(lists[list])}`]),
      ...(not[list].length === 0 ? [] : [sql<boolean>`${sql.ref(`story.${list}`)} not in ${valuesIn(not[list])}`]),
    ]),
    ...daysPass('story', daysOf(filter)),
    ...ownPass(filter),
    ...toldIn(lists),
    ...notToldIn(not),
  ])
}

/** Lists that few reports pass: there the set of these is the shorter way to their stories. */
const NARROW_LISTS: readonly FilterList[] = ['actor', 'speaker', 'outlet', 'document']

/** That a story has no report with a value of any list that it does not answer for itself. */
function notToldIn(lists: FilterLists): Condition[] {
  return TOLD_LISTS.filter((list) => lists[list].length > 0).map(
    (list) => sql<boolean>`story.row not in ${storiesWith(list, lists[list])}`,
  )
}

/** That a story has a report which passes all that it does not answer for itself. */
function toldIn(lists: FilterLists): Condition[] {
  const given = TOLD_LISTS.filter((list) => lists[list].length > 0)
  if (given.length === 0) return []
  const [only] = given
  if (given.length === 1 && only) return [sql<boolean>`story.row in ${storiesWith(only, lists[only])}`]
  const narrow = given.some(isNarrow)
  const conditions = allOf(reportLists(lists, given, narrow ? 'set' : 'each'))
  const tables = given.includes('document') ? sql`report join claim on claim.row = report.row` : sql`report`
  return [
    narrow
      ? sql<boolean>`story.row in (select report.story from ${tables} where ${conditions})`
      : sql<boolean>`exists (select 1 from ${tables} where report.story = story.row and ${conditions})`,
  ]
}

/** Stories that have a report with one of the values. */
function storiesWith(list: FilterList, values: readonly string[]): RawBuilder<unknown> {
  switch (list) {
    case 'actor':
    case 'country':
    case 'speaker':
      return sql`(select story from facet where kind = ${facetCode(list)} and value in ${valuesIn(values)})`
    case 'document':
      return sql`(select report.story from document join claim on claim.document = document.arrival
        join report on report.row = claim.row where document.id in ${valuesIn(values)})`
    default:
      return sql`(select story from report where ${sql.ref(list)} in ${valuesIn(values)})`
  }
}

function isNarrow(list: FilterList): boolean {
  return NARROW_LISTS.includes(list)
}

/** Whether an article passes, or a quote: on the table `document`, and `quote` for a quote. See memory/filter.ts. */
export function documentPasses(filter: StoryFilter, kind: 'article' | 'quote'): Condition {
  const lists = listsOf(filter)
  const not = notLists(filter)
  const claims = [...reportLists(lists, CLAIM_LISTS, 'each'), ...ownPass(filter)]
  const notClaims = reportLists(not, CLAIM_LISTS, 'each')
  const told =
    kind === 'article'
      ? sql``
      : sql`and exists (select 1 from facet where kind = ${facetCode('told')} and value = quote.id
          and facet.story = report.story and facet.report = report.row)`
  const reports = sql`select 1 from claim join report on report.row = claim.row join story on story.row = report.story
    where claim.document = document.arrival ${told} and `
  return allOf([
    ...(lists.outlet.length === 0 ? [] : [sql<boolean>`document.outlet in ${valuesIn(lists.outlet)}`]),
    ...(lists.document.length === 0 ? [] : [sql<boolean>`document.id in ${valuesIn(lists.document)}`]),
    ...(not.outlet.length === 0 ? [] : [sql<boolean>`(document.outlet in ${valuesIn(not.outlet)}) is not true`]),
    ...(not.document.length === 0 ? [] : [sql<boolean>`document.id not in ${valuesIn(not.document)}`]),
    ...daysPass('document', daysOf(filter)),
    ...(claims.length === 0 ? [] : [sql<boolean>`exists (${reports} ${allOf(claims)})`]),
    ...(notClaims.length === 0 ? [] : [sql<boolean>`not exists (${reports} ${anyOf(notClaims)})`]),
  ])
}
