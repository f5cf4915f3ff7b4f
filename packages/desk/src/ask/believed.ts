import { type BelievedClaim, type DocumentId, foldLinks, type Report } from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'
import type { BelievedJson, ClaimFieldsJson } from '@backchannel/wire/write'
import { believedClaims } from '../believe.ts'

/** What people made of a document's claims and links. */
export interface BelievedDocument {
  /** The claims that corrections are laid on, added ones last; no other claim is here. */
  readonly claims: readonly BelievedJson[]
  /** Links that a person took back, with the correction that says so. */
  readonly unlinked: readonly { readonly link: string; readonly correction: string }[]
}

/** Claims of a document that people corrected, added or checked, and links that they took back. */
export async function showBelieved(reader: StoreReader, id: DocumentId): Promise<BelievedDocument> {
  const corrections = await reader.corrections(id)
  if (corrections.length === 0) return { claims: [], unlinked: [] }
  const findings = await reader.findings(id)
  const { links } = foldLinks(findings?.document.text ?? '', findings?.links ?? [], corrections)
  return {
    claims: (await believedClaims(reader, id, corrections))
      .filter((claim) => claim.corrections.length > 0)
      .map(believedToWire),
    unlinked: links.flatMap(({ link, withdrawn }) =>
      withdrawn === null ? [] : [{ link: link.id, correction: withdrawn.id }],
    ),
  }
}

/** A claim as it is believed, with what the machine read. */
export function believedToWire({ report, machine, withdrawn, corrections }: BelievedClaim): BelievedJson {
  const { span, quote, prefix, suffix } = report.evidence
  return {
    claim: report.ref.claim,
    machine: machine && fieldsOf(machine),
    now: fieldsOf(report),
    withdrawn,
    checked: checkedOf(corrections),
    evidence: { span, quote, prefix, suffix },
    corrections: corrections.map((one) => one.id),
  }
}

/** What the last person who checked a claim said; null where nobody has. */
export function checkedOf(corrections: BelievedClaim['corrections']): BelievedJson['checked'] {
  const checks = corrections.flatMap(({ change }) => (change.kind === 'check' ? [change.verdict] : []))
  return checks.at(-1) ?? null
}

/** The fields of a report that a person may set. */
export function fieldsOf(report: Report): ClaimFieldsJson {
  const { type, status, stance, when, place, channel, participants, told } = report
  return {
    type,
    status,
    stance,
    when: when && { earliest: when.earliest, latest: when.latest, precision: when.precision },
    place: place?.name ?? null,
    channel: channel?.kind ?? null,
    participants: participants.map(({ role, name }) => ({ role, name })),
    speaker: told.at(-1)?.name ?? null,
  }
}
