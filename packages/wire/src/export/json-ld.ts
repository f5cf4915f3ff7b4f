import type { ActorKind } from '@backchannel/core'
import {
  type ExportActor,
  type ExportDocument,
  type ExportNotice,
  type ExportReport,
  type ExportStory,
  voiceCorrections,
  voicesTelling,
} from './export-input.ts'
import { iriOf, webAddress } from './iri.ts'
import { noticeKind } from './tables.ts'

/** Names that a node uses, all written out in the file: nothing has to be fetched to read it. */
export const JSON_LD_CONTEXT = {
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  // What neither vocabulary has: status and stance, roots, confidence.
  bc: 'urn:backchannel:term:',
  'schema:url': { '@type': '@id' },
  'schema:datePublished': { '@type': 'schema:Date' },
  'schema:startDate': { '@type': 'schema:Date' },
  'schema:endDate': { '@type': 'schema:Date' },
  'prov:generatedAtTime': { '@type': 'xsd:dateTime' },
} as const

export type JsonLdNode = { readonly '@id': string; readonly '@type': string | readonly string[] } & Readonly<
  Record<string, unknown>
>

const ENGINE = 'urn:backchannel:engine'
const ref = (id: string) => ({ '@id': id })

/** The program that read everything, as a PROV agent. */
export function engineNode(version: string): JsonLdNode {
  return {
    '@id': ENGINE,
    '@type': 'prov:SoftwareAgent',
    'schema:name': 'backchannel',
    'schema:softwareVersion': version,
  }
}

const ACTOR_TYPES: Readonly<Record<ActorKind, readonly string[]>> = {
  person: ['schema:Person', 'prov:Agent', 'prov:Person'],
  group: ['schema:Organization', 'prov:Agent'],
  organization: ['schema:Organization', 'prov:Agent', 'prov:Organization'],
  state: ['schema:Country', 'prov:Agent'],
  outlet: ['schema:NewsMediaOrganization', 'prov:Agent', 'prov:Organization'],
  place: ['schema:Place', 'prov:Location'],
}

/** Somebody across documents. */
export function actorNode({ id, name, names, kind, country, sector, offices }: ExportActor): JsonLdNode {
  const others = names.filter((one) => one !== name)
  return {
    '@id': iriOf('actor', id),
    '@type': ACTOR_TYPES[kind],
    'schema:name': name,
    ...(others.length > 0 && { 'schema:alternateName': others }),
    ...(kind === 'person' &&
      offices.length > 0 && { 'schema:jobTitle': [...new Set(offices.map(({ title }) => title))] }),
    ...(country !== null && { 'bc:country': country }),
    ...(sector !== null && { 'bc:sector': sector }),
  }
}

/** A happening: an event that tellings are about. Who did it is told by qualified associations, each with a role. */
export function storyNode({ story, reports, corrections }: ExportStory): JsonLdNode {
  const roles = new Map<string, { actor: string; role: string }>()
  const places = new Set<string>()
  for (const { participants, place } of reports) {
    if (place) places.add(place.name)
    for (const { actor, role } of participants) if (actor) roles.set(`${role} ${actor}`, { actor, role })
  }
  return {
    '@id': iriOf('story', story.id),
    '@type': ['schema:Event', 'prov:Activity'],
    'schema:name': story.title,
    'schema:additionalType': ref(iriOf('type', story.type)),
    // A day "by which" it was is no end.
    ...(story.when?.earliest && { 'schema:startDate': story.when.earliest }),
    ...(story.when?.earliest && story.when.latest && { 'schema:endDate': story.when.latest }),
    ...(story.when && { 'bc:precision': story.when.precision }),
    ...(places.size > 0 && {
      'schema:location': [...places].map((name) => ({ '@type': 'schema:Place', 'schema:name': name })),
    }),
    ...(roles.size > 0 && {
      'prov:qualifiedAssociation': [...roles.values()].map(({ actor, role }) => ({
        '@type': 'prov:Association',
        'prov:agent': ref(iriOf('actor', actor)),
        'prov:hadRole': ref(iriOf('role', role)),
      })),
    }),
    'bc:status': story.status,
    'bc:rootsLow': story.roots.low,
    'bc:rootsHigh': story.roots.high,
    'bc:documents': story.documents.length,
    'bc:because': story.because.because,
    ...(story.withdrawn && { 'bc:withdrawn': true }),
    ...(corrections.length > 0 && { 'bc:corrected': true, 'bc:corrections': [...corrections] }),
  }
}

/** An article, its claims and its quotations. Texts are left out but for the words that are quoted. */
export function documentNodes(one: ExportDocument): readonly JsonLdNode[] {
  return [articleNode(one), ...one.reports.map((report) => claimNode(one, report)), ...quotationNodes(one)]
}

function articleNode({ findings, copy, found, reports }: ExportDocument): JsonLdNode {
  const { id, title, outlet, published, url, language } = findings.document
  const address = webAddress(url)
  const day = published?.when.earliest ?? null
  return {
    '@id': iriOf('document', id),
    '@type': ['schema:NewsArticle', 'prov:Entity'],
    'schema:identifier': id,
    ...(title !== null && { 'schema:headline': title }),
    ...(address !== null && { 'schema:url': address }),
    ...(day !== null && { 'schema:datePublished': day }),
    ...(outlet !== null && { 'schema:publisher': { '@type': 'schema:NewsMediaOrganization', 'schema:name': outlet } }),
    'schema:inLanguage': language,
    'prov:generatedAtTime': found,
    ...(copy !== null && {
      'prov:wasDerivedFrom': ref(iriOf('document', copy.of)),
      'schema:isBasedOn': ref(iriOf('document', copy.of)),
      'bc:copyKind': copy.how,
    }),
    ...noticeProperties(reports.flatMap(({ notices }) => notices)),
  }
}

/** What outlets took back, as schema.org has it, with the document that says so. */
function noticeProperties(notices: readonly ExportNotice[]): Readonly<Record<string, unknown>> {
  const kind = noticeKind(notices)
  if (kind === null) return {}
  const by = [...new Set(notices.flatMap((one) => one.by ?? []))]
  return {
    ...(kind === 'withdrawn' && { 'schema:creativeWorkStatus': 'withdrawn' }),
    'schema:correction': [...new Set(notices.map(({ why }) => why))],
    ...(by.length > 0 && { 'bc:noticeBy': by.map((id) => ref(iriOf('document', id))) }),
  }
}

function claimNode(exported: ExportDocument, one: ExportReport): JsonLdNode {
  const { report, story, corrections, notices } = one
  const told = voicesTelling(exported, one)
  const { document, claim } = report.ref
  const article = ref(iriOf('document', document))
  const speaker = report.told.at(-1)
  return {
    '@id': iriOf('claim', document, claim),
    '@type': ['schema:Claim', 'prov:Entity'],
    'schema:text': report.evidence.quote,
    'schema:about': ref(iriOf('story', story)),
    'schema:appearance': article,
    'prov:wasQuotedFrom': article,
    'prov:wasGeneratedBy': {
      '@type': 'prov:Activity',
      'prov:wasAssociatedWith': ref(ENGINE),
      'prov:used': article,
    },
    ...(speaker?.actor && { 'prov:wasAttributedTo': ref(iriOf('actor', speaker.actor)) }),
    ...(told.length > 0 && { 'schema:isPartOf': told.map((id) => ref(iriOf('attribution', document, id))) }),
    ...(report.told.length > 0 && {
      'bc:tellers': { '@list': report.told.map(({ name }) => name) },
    }),
    'bc:type': ref(iriOf('type', report.type)),
    'bc:status': report.status,
    'bc:stance': report.stance,
    'bc:confidence': report.confidence.score,
    'bc:start': report.evidence.span.from,
    'bc:end': report.evidence.span.to,
    'schema:inLanguage': exported.findings.document.language,
    ...(report.corrected !== undefined && { 'bc:corrected': true, 'bc:corrections': [...corrections] }),
    ...noticeProperties(notices),
  }
}

/** What voices are told to say, in their words or in those of the article; voices of exported claims alone under a filter. */
function quotationNodes(exported: ExportDocument): readonly JsonLdNode[] {
  const { findings, reports, cast, whole } = exported
  const { document, attributions } = findings
  const used = new Set<string>(reports.flatMap((one) => voicesTelling(exported, one)))
  const words = (spans: readonly { readonly from: number; readonly to: number }[]) =>
    spans.map(({ from, to }) => document.text.slice(from, to)).join(' … ')
  return attributions.flatMap((one) => {
    if (!used.has(one.id) && (!whole || one.sense !== 'voice')) return []
    const article = ref(iriOf('document', document.id))
    const speaker = one.actor === null ? undefined : cast.get(one.actor)
    const corrections = voiceCorrections(exported, one)
    return [
      {
        '@id': iriOf('attribution', document.id, one.id),
        '@type': ['schema:Quotation', 'prov:Entity'],
        'schema:text': words(one.content),
        'schema:isPartOf': one.within === null ? article : ref(iriOf('attribution', document.id, one.within)),
        'prov:wasQuotedFrom': article,
        ...(speaker !== undefined && {
          'schema:spokenByCharacter': ref(iriOf('actor', speaker)),
          'prov:wasAttributedTo': ref(iriOf('actor', speaker)),
        }),
        // A speaker whom a person named has no words of his own.
        'schema:creditText': corrections.length > 0 ? (one.chain.at(-1)?.name ?? '') : words(one.source),
        'bc:manner': one.manner,
        'bc:standing': one.standing,
        'bc:chain': { '@list': one.chain.map(({ name }) => name) },
        ...(corrections.length > 0 && { 'bc:corrected': true, 'bc:corrections': [...corrections] }),
      },
    ]
  })
}
