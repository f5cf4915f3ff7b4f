import type {
  Attribution,
  AttributionId,
  Claim,
  DocumentId,
  Findings,
  Link,
  LinkReport,
  Report,
  ReportVoice,
} from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'

/** The links of the reports' documents that lead to one of the reports, made self-contained. */
export async function loadLinks(
  reader: Pick<StoreReader, 'findings'>,
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
    for (const link of findings.links) {
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
