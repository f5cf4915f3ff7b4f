import type { ActorKind } from '@backchannel/core'
import { alpha2Of } from './alpha-2.ts'
import type { ExportActor, ExportDocument, ExportStory } from './export-input.ts'
import { iriOf, toWellFormed, webAddress } from './iri.ts'
import { noticeKind } from './tables.ts'

/** An entity of FollowTheMoney (followthemoney.tech, model 3.8): every property is a list of texts. */
export interface FtmEntity {
  readonly id: string
  readonly schema: 'Person' | 'Organization' | 'PublicBody' | 'Event' | 'Article' | 'Mention'
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** Sectors of bodies that are a public authority's. */
const PUBLIC_SECTORS: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'SPY', 'JUD', 'LEG', 'IGO'])

/** The schema for somebody; null for places, which are no entities of their own. */
export function ftmSchema(kind: ActorKind, sector: string | null): 'Person' | 'Organization' | 'PublicBody' | null {
  switch (kind) {
    case 'place':
      return null
    case 'person':
      return 'Person'
    case 'state':
      return 'PublicBody'
    default:
      return sector !== null && PUBLIC_SECTORS.has(sector) ? 'PublicBody' : 'Organization'
  }
}

/** Somebody across documents; null for places. */
export function actorToFtm({ id, name, names, kind, country, sector, offices }: ExportActor): FtmEntity | null {
  const schema = ftmSchema(kind, sector)
  if (schema === null) return null
  return entity(iriOf('actor', id), schema, {
    name: [name],
    alias: names.filter((one) => one !== name),
    country: [alpha2Of(country)?.toLowerCase()],
    position: schema === 'Person' ? offices.map(({ title, of }) => (of === null ? title : `${title}, ${of}`)) : [],
  })
}

/** A happening with those in it and the articles that tell it as its proof; `actors` and `proof` are ids of what is exported. */
export function storyToFtm(
  { story, reports, notices, corrections }: ExportStory,
  actors: ReadonlySet<string>,
  proof: readonly string[],
): FtmEntity {
  const { low, high } = story.roots
  return entity(iriOf('story', story.id), 'Event', {
    name: [story.title],
    startDate: [story.when?.earliest],
    // A day "by which" it was is no end.
    endDate: [story.when?.earliest ? story.when.latest : null],
    involved: story.actors.flatMap(({ id }) => (actors.has(id) ? [iriOf('actor', id)] : [])),
    location: reports.map(({ place }) => place?.name),
    country: reports.map(({ place }) => alpha2Of(place?.country ?? null)?.toLowerCase()),
    keywords: [
      ...[story.type, story.status, story.withdrawn ? 'withdrawn' : null],
      reports.some(({ corrected }) => corrected !== undefined) ? 'corrected' : null,
    ],
    notes: [...[...notices.values()].flat().map(({ why }) => why), ...corrections],
    summary: [`independent roots: ${low === high ? low : `${low} to ${high}`}; documents: ${story.documents.length}`],
    proof: proof.map((id) => iriOf('document', id)),
  })
}

/** An article without its text, and whom it mentions. `actors` are those that are entities, with their schema. */
export function documentToFtm(
  { findings, found, cast, reports }: ExportDocument,
  actors: ReadonlyMap<string, string>,
): readonly FtmEntity[] {
  const { id, title, outlet, published, url, language } = findings.document
  const article = iriOf('document', id)
  const notices = reports.flatMap((one) => one.notices)
  const mentions = new Map<string, { names: string[]; country: string | null }>()
  for (const actor of findings.actors) {
    const is = cast.get(actor.id)
    if (is === undefined || !actors.has(is)) continue
    const known = mentions.get(is) ?? { names: [], country: actor.country }
    known.names.push(actor.name)
    mentions.set(is, known)
  }
  return [
    entity(article, 'Article', {
      // The model wants a name of a file; there is none, so it is the id.
      fileName: [id],
      title: [title],
      publisher: [outlet],
      publishedAt: [published?.when.earliest],
      retrievedAt: [/^\d{4}-\d{2}-\d{2}/.exec(found)?.[0]],
      sourceUrl: [webAddress(url)],
      language: [language === 'en' ? 'eng' : null],
      keywords: [
        noticeKind(notices),
        reports.some(({ report }) => report.corrected !== undefined) ? 'claims corrected' : null,
      ],
      notes: [
        ...notices.map(({ why }) => why),
        ...reports.flatMap(({ report, corrections }) => corrections.map((one) => `${report.ref.claim}: ${one}`)),
      ],
    }),
    ...[...mentions].map(([is, { names, country }]) =>
      entity(iriOf('mention', id, is), 'Mention', {
        document: [article],
        resolved: [iriOf('actor', is)],
        name: names,
        detectedSchema: [actors.get(is)],
        contextCountry: [alpha2Of(country)?.toLowerCase()],
      }),
    ),
  ]
}

function entity(
  id: string,
  schema: FtmEntity['schema'],
  values: Readonly<Record<string, readonly (string | null | undefined)[]>>,
): FtmEntity {
  const properties = Object.entries(values).flatMap(([name, list]) => {
    const own = list
      .filter((one) => one !== null && one !== undefined && one !== '')
      .map((one) => toWellFormed(one ?? ''))
    return own.length === 0 ? [] : [[name, [...new Set(own)]] as const]
  })
  return { id, schema, properties: Object.fromEntries(properties) }
}
