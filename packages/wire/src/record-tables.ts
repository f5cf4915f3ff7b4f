import type {
  AccountsJson,
  ActorAroundJson,
  AroundJson,
  DisagreementJson,
  EngagementStoryJson,
  FacetsJson,
  FollowedJson,
  MapJson,
  NetworkJson,
  RecordActorJson,
  SearchHitJson,
  SourcesJson,
  StoryJson,
  TimelineEntryJson,
} from './record.ts'
import type { CustodyJson } from './views.ts'

/** An answer of the record as a table: what its columns are called, and its rows. `renderCsv` writes it. */
export interface RecordTable<Answer> {
  readonly columns: readonly string[]
  readonly rows: (answer: Answer) => readonly Readonly<Record<string, unknown>>[]
}

/** A column for each end of a date and of the number of roots. */
function ends({ when, roots }: Pick<StoryJson, 'when' | 'roots'>) {
  return { earliest: when?.earliest, latest: when?.latest, rootsLow: roots.low, rootsHigh: roots.high }
}

/** One row a story. */
export const STORY_TABLE: RecordTable<readonly StoryJson[]> = {
  columns: [
    'id',
    'type',
    'status',
    'earliest',
    'latest',
    'rootsLow',
    'rootsHigh',
    'title',
    'actors',
    'documents',
    'correctedBy',
  ],
  rows: (stories) =>
    stories.map((story) => ({ ...story, ...ends(story), actors: story.actors.map(({ name }) => name) })),
}

/** One row a story that is an engagement. */
export const ENGAGEMENT_TABLE: RecordTable<readonly EngagementStoryJson[]> = {
  columns: [
    ...['story', 'type', 'status', 'earliest', 'latest', 'channel', 'setting', 'place', 'parties', 'title'],
    ...['rootsLow', 'rootsHigh', 'documents', 'correctedBy'],
  ],
  rows: (found) => found.map((one) => ({ ...one, ...ends(one), parties: one.parties.map(({ name }) => name) })),
}

/** One row a step. */
export const CUSTODY_TABLE: RecordTable<readonly CustodyJson[]> = {
  columns: [
    ...['name', 'count', 'country', 'type', 'earliest', 'latest', 'by', 'where', 'status', 'stance', 'told'],
    ...['document', 'claim', 'quote', 'correctedBy'],
  ],
  rows: (found) =>
    found.flatMap(({ name, count, country, steps }) =>
      steps.map((step) => ({
        ...step,
        name,
        count: count?.words,
        country,
        earliest: step.when?.earliest,
        latest: step.when?.latest,
      })),
    ),
}

/** One row a story, in order of time. */
export const TIMELINE_TABLE: RecordTable<readonly TimelineEntryJson[]> = {
  columns: [
    ...['earliest', 'latest', 'precision', 'story', 'type', 'status', 'documents', 'rootsLow', 'rootsHigh', 'title'],
    'correctedBy',
  ],
  rows: (found) => found.map((one) => ({ ...one, ...ends(one), precision: one.when?.precision })),
}

/** One row an actor. */
export const ACTOR_TABLE: RecordTable<readonly RecordActorJson[]> = {
  columns: ['id', 'name', 'kind', 'country', 'names', 'offices', 'documents'],
  rows: (actors) => actors.map((actor) => ({ ...actor, offices: actor.offices.map(officeWords) })),
}

/** The stories of one actor, one a row. */
export const ACTOR_STORY_TABLE: RecordTable<readonly StoryJson[]> = {
  columns: ['story', 'type', 'status', 'earliest', 'latest', 'title', 'correctedBy'],
  rows: (stories) => stories.map((story) => ({ ...story, ...ends(story), story: story.id })),
}

/** One row a value of a field. */
export const ACCOUNT_TABLE: RecordTable<AccountsJson> = {
  columns: ['field', 'value', 'agree', 'told', 'documents', 'quote', 'takenBack', 'correctedBy'],
  rows: ({ fields }) =>
    fields.flatMap(({ field, values, agree }) => values.map((value) => ({ field, agree, ...value }))),
}

/** One row a root, a copy, a branch that does not count, or a loop. */
export const SOURCE_TABLE: RecordTable<SourcesJson> = {
  columns: ['what', 'name', 'kind', 'documents', 'why'],
  rows: ({ roots, denied, withdrawn, copies, collapsed, loops }) => [
    ...roots.map((root) => ({ what: 'root', ...root })),
    ...denied.roots.map((root) => ({ what: 'denied by', ...root })),
    ...withdrawn.roots.map((root) => ({ what: 'withdrawn', ...root })),
    ...withdrawn.why.map(({ document, why }) => ({
      what: 'rested on a withdrawn article',
      documents: [document],
      why,
    })),
    ...copies.map(({ document, of, how, why }) => ({
      what: 'copy of',
      name: of,
      kind: how,
      documents: [document],
      why,
    })),
    ...collapsed.map(({ documents, into, why }) => ({ what: 'collapsed', name: into, documents, why })),
    ...loops.map((loop) => ({ what: 'loop', name: loop.join(' > '), why: 'they only cite each other' })),
  ],
}

/** One row a happening between two. */
export const NETWORK_TABLE: RecordTable<NetworkJson> = {
  columns: [
    ...['source', 'target', 'role', 'directed', 'type', 'status', 'earliest', 'latest', 'rootsLow', 'rootsHigh'],
    ...['story', 'title', 'document', 'claim', 'quote', 'correctedBy'],
  ],
  rows: ({ nodes, edges }) => {
    const names = new Map(nodes.map(({ id, name }) => [id, name]))
    return edges.map(({ evidence, ...edge }) => ({
      ...edge,
      ...ends(edge),
      ...evidence,
      source: names.get(edge.source),
      target: names.get(edge.target),
    }))
  },
}

/** One row a story at a place; places that are not on the map have no coordinates. */
export const MAP_TABLE: RecordTable<MapJson> = {
  columns: [
    'place',
    'country',
    'latitude',
    'longitude',
    'precision',
    'story',
    'type',
    'status',
    'title',
    'correctedBy',
  ],
  rows: ({ places, unlocated }) =>
    [...places, ...unlocated].flatMap(({ name, stories, ...place }) =>
      stories.map(({ id, ...story }) => ({ ...place, ...story, place: name, story: id })),
    ),
}

/** One row what a story is claimed to have caused, or what followed it. */
export const FOLLOWED_TABLE: RecordTable<FollowedJson> = {
  columns: ['what', 'daysLow', 'daysHigh', 'type', 'status', 'words', 'told', 'quote', 'document', 'claim', 'story'],
  rows: ({ claimed, followed }) => [
    ...claimed.map((one) => ({ ...one, what: 'claimed', type: one.kind })),
    ...followed.map(({ days, title, ...one }) => ({
      ...one,
      what: 'followed',
      daysLow: days.low,
      daysHigh: days.high,
      words: title,
    })),
  ],
}

/** One row a telling by somebody, or of him. */
export const SAYING_TABLE: RecordTable<ActorAroundJson> = {
  columns: [
    ...['what', 'by', 'type', 'status', 'stance', 'outlet', 'published', 'quote', 'document', 'claim', 'story'],
    'correctedBy',
  ],
  rows: ({ said, about }) => [
    ...said.map((one) => ({ what: 'said', ...one })),
    ...about.map((one) => ({ what: 'about', ...one })),
  ],
}

/** One row a claim about a story, or what it is tied to. */
export const AROUND_TABLE: RecordTable<AroundJson> = {
  columns: [
    ...['what', 'type', 'way', 'status', 'stance', 'by', 'told', 'words', 'quote', 'document', 'claim', 'story'],
    'correctedBy',
  ],
  rows: ({ asks, ties }) => [
    ...asks.map((ask) => ({ what: 'ask', ...ask })),
    ...ties.map((tie) => ({ what: 'tie', type: tie.kind, ...tie })),
  ],
}

/** One row a value of a field in which accounts differ. */
export const DISAGREEMENT_TABLE: RecordTable<readonly DisagreementJson[]> = {
  columns: ['story', 'title', 'field', 'value', 'told', 'documents', 'quote', 'takenBack', 'correctedBy'],
  rows: (found) =>
    found.flatMap(({ story, title, fields }) =>
      fields.flatMap(({ field, values }) => values.map((value) => ({ story, title, field, ...value }))),
    ),
}

const FACET_LISTS = ['type', 'channel', 'status', 'country', 'actor', 'outlet', 'speaker'] as const

/** One row a value of a facet, a bar of dates, a least number of roots. */
export const FACET_TABLE: RecordTable<FacetsJson> = {
  columns: ['facet', 'value', 'name', 'stories', 'soft'],
  rows: (facets) => [
    ...FACET_LISTS.flatMap((facet) => facets[facet].values.map((value) => ({ facet, ...value }))),
    ...facets.dates.bars.map(({ from, to, sure, soft }) => ({
      facet: 'dates',
      value: from,
      name: `${from} to ${to}`,
      stories: sure,
      soft,
    })),
    ...facets.independence.map(({ roots, stories }) => ({ facet: 'independence', value: roots, stories })),
  ],
}

/** One row a hit. */
export const SEARCH_TABLE: RecordTable<readonly SearchHitJson[]> = {
  columns: ['kind', 'document', 'outlet', 'title', 'id', 'story', 'snippet', 'rejected', 'correctedBy'],
  rows: (hits) => hits.map((hit) => ({ ...hit })),
}

/** "president of Norland", or the office alone where its owner is not told. */
export function officeWords({ title, of }: { readonly title: string; readonly of: string | null }): string {
  return of === null ? title : `${title} of ${of}`
}
