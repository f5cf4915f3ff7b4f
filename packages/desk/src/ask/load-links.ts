import {
  type Attribution,
  type AttributionId,
  type Claim,
  type DocumentId,
  type Findings,
  foldLinks,
  type Link,
  type LinkReport,
  type Report,
  type ReportVoice,
} from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'

/** The links of a document that nobody took back. */
export async function standingLinks(
  reader: Pick<StoreReader, 'corrections'>,
  { document, links }: Findings,
): Promise<readonly Link[]> {
  if (links.length === 0) return links
  const corrections = await reader.corrections(document.id)
  if (corrections.length === 0) return links
  return foldLinks(document.text, links, corrections).links.flatMap(({ link, withdrawn }) => (withdrawn ? [] : [link]))
}

/** The links of the reports' documents that lead to one of the reports and that stand, made self-contained. */
export async function loadLinks(
  reader: Pick<StoreReader, 'findings' | 'corrections'>,
  reports: readonly Report[],
): Promise<readonly LinkReport[]> {
  const byDocument = new Map<DocumentId, Report[]>()
  for (const report of reports)
    byDocument.set(report.ref.document, [...(byDocument.get(report.ref.document) ?? []), report])
  const found: LinkReport[] = []
  for (const [id, own] of byDocument) {
    const findings = await reader.findings(id)
    if (!findings) continue
    const claims = new Map(findings.claims.map((claim) => [claim.id, claim]))
    const told = new Map(findings.attributions.map((one) => [one.id, one]))
    const names = new Map(findings.actors.map((actor) => [actor.id, actor.name]))
    for (const link of await standingLinks(reader, findings)) {
      const report = own.find(({ ref }) => ref.claim === link.to)
      const value = report && otherEnd(link, claims, findings)
      if (!report || !value) continue
      found.push({
        ref: report.ref,
        kind: link.kind,
        stance: link.stance,
        value,
        told: link.told.flatMap((one) => voiceOf(told.get(one), names, findings.document.text)),
        outlet: report.outlet,
        quote: findings.document.text.slice(link.evidence.from, link.evidence.to),
      })
    }
  }
  return found
}

/** The other end in words: the link's own, else the evidence of the claim that it comes from. */
function otherEnd(link: Link, claims: ReadonlyMap<Claim['id'], Claim>, findings: Findings): string | null {
  if (link.words !== null) return findings.document.text.slice(link.words.from, link.words.to)
  const from = link.from === null ? undefined : claims.get(link.from)
  return from?.evidence.quote ?? null
}

function voiceOf(
  attribution: Attribution | undefined,
  names: ReadonlyMap<NonNullable<Attribution['actor']>, string>,
  text: string,
): readonly ReportVoice[] {
  if (!attribution) return []
  const [source] = attribution.source
  const own = source === undefined ? '' : text.slice(source.from, source.to)
  const name = attribution.actor === null ? own : (names.get(attribution.actor) ?? own)
  const { id, standing, manner, chain } = attribution
  const through = chain.slice(1, -1).map((voice) => ({ name: voice.name, actor: null, by: voice.by }))
  const voice: ReportVoice = { attribution: id satisfies AttributionId, name, actor: null, standing, manner, through }
  return [voice]
}
