import type { ExportStory } from './export-input.ts'
import { iriOf, webAddress } from './iri.ts'
import { xmlText } from './xml.ts'

/** Where an article can be read, and who published it. */
export interface AtomSource {
  readonly url: string | null
  readonly title: string | null
  readonly outlet: string | null
}

/** A feed that nobody has put anything into yet has no date of its own; RFC 4287 wants one. */
const NO_DATE = '1970-01-01T00:00:00Z'

/** When a story last got a telling, RFC 3339: the day of the latest publication, else of the event. */
export function storyUpdated({ story, reports }: ExportStory): string {
  const days = reports.flatMap(({ published }) => published?.latest ?? [])
  const day = days.sort().at(-1) ?? story.when?.latest ?? story.when?.earliest ?? null
  return day === null ? NO_DATE : `${day}T00:00:00Z`
}

/** The head of a feed (RFC 4287). `updated` is the latest `storyUpdated` of its entries; null where there are none. */
export function atomHead(updated: string | null): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:backchannel:stories</id>
  <title>Stories</title>
  <updated>${updated ?? NO_DATE}</updated>
  <author><name>backchannel</name></author>
  <generator>backchannel</generator>
`
}

/** One story as an entry: what happened, on how many roots it rests, and who says so in which words. */
export function atomEntry(one: ExportStory, sources: ReadonlyMap<string, AtomSource>): string {
  const { story, reports, corrections } = one
  const { low, high } = story.roots
  const roots = low === high ? String(low) : `${low} to ${high}`
  const links = story.documents.flatMap((id) => {
    const { url = null, title = null, outlet = null } = sources.get(id) ?? {}
    const address = webAddress(url)
    if (address === null) return []
    const name = [outlet, title].filter((part) => part !== null).join(': ')
    return [`    <link rel="via" href="${xmlText(address)}"${name === '' ? '' : ` title="${xmlText(name)}"`}/>\n`]
  })
  const tellings = reports.map(({ outlet, told, evidence }) => {
    const who = [outlet, ...told.flatMap(({ name, through }) => [...through.map((step) => step.name), name])]
    return `${who.filter((name) => name !== null).join(' > ') || 'an article'}: “${evidence.quote}”`
  })
  const documents = story.documents.length === 1 ? '1 document' : `${story.documents.length} documents`
  const summary = `${story.type}, ${story.status}; ${documents}, independent roots: ${roots}`
  return `  <entry>
    <id>${xmlText(iriOf('story', story.id))}</id>
    <title>${xmlText(story.title)}</title>
    <updated>${storyUpdated(one)}</updated>
    <category term="${xmlText(story.type)}"/>
    <category term="${xmlText(story.status)}"/>
${corrections.length > 0 ? '    <category term="corrected"/>\n' : ''}${links.join('')}    <summary>${xmlText(summary)}</summary>
    <content type="text">${xmlText([...tellings, ...corrections.map((text) => `Corrected: ${text}`)].join(' / '))}</content>
  </entry>
`
}

export const ATOM_END = '</feed>\n'
