import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Claim, createReader, documentId, type Reading, type Span } from '../../src/index.ts'

const assets = {
  read: async (name: string) =>
    new Uint8Array(readFileSync(fileURLToPath(new URL(`../../../assets/${name}`, import.meta.url)))),
}

/** Reads a text through the whole pipeline, as a document of The Ledger where no other outlet is told. */
export async function createTextReader(): Promise<(text: string, published?: string, outlet?: string) => Reading> {
  const reader = await createReader({ assets })
  return (text, published, outlet = 'The Ledger') =>
    reader.read({
      id: documentId('doc:test'),
      text,
      title: null,
      outlet,
      carrier: null,
      agency: null,
      published:
        published === undefined
          ? null
          : { text: published, when: { earliest: published, latest: published, precision: 'day' } },
      url: null,
      language: 'en',
    })
}

/** Claims with participants and ties, a line each, for case files. */
export function printClaims(reading: Reading): string {
  const words = (span: Span) => `"${reading.document.text.slice(span.from, span.to)}"`
  const lines = reading.claims.map((claim: Claim) => {
    const { event } = claim
    const parts = event.participants.map((one) => {
      const count =
        one.count === null ? '' : ` ${one.count.low}..${one.count.high ?? ''}${one.count.about ? ' about' : ''}`
      const members = one.includes.map((id) => reading.actors.find((actor) => actor.id === id)?.name ?? id)
      return `${one.role} ${words(one.span)}${count}${members.length > 0 ? ` with ${members.join(', ')}` : ''}${one.claim ? ` = ${one.claim}` : ''}`
    })
    const channel = event.channel ? [`${event.channel.kind} ${event.channel.setting}`] : []
    return [
      `${claim.id} ${event.type} ${event.status} ${claim.stance} ${words(event.trigger)}`,
      ...parts,
      ...channel,
    ].join('; ')
  })
  return lines.join('\n')
}

/** Ties between claims, a line each. */
export function printLinks(reading: Reading): string {
  const words = (span: Span) => `"${reading.document.text.slice(span.from, span.to)}"`
  const name = (id: string | null) => {
    const claim = reading.claims.find((one) => one.id === id)
    return claim ? `${claim.event.type} ${words(claim.event.trigger)}` : 'nothing'
  }
  return reading.links
    .map((link) => {
      const from = link.from === null && link.words !== null ? words(link.words) : name(link.from)
      const stance = link.stance === 'asserts' ? '' : ` ${link.stance}`
      return `${link.kind}${stance}: ${from} -> ${name(link.to)}${link.told.length > 0 ? ' (told)' : ''}`
    })
    .join('\n')
}
