import type { Correction } from '@backchannel/core'
import type { BelievedJson, ClaimFieldsJson } from './record.ts'

/** What changed in a claim, field by field: "status: planned, where the machine read happened". Empty where nothing did. */
export function changedFields({ machine, now }: Pick<BelievedJson, 'machine' | 'now'>): readonly string[] {
  if (machine === null) return ['added by a person']
  // The fields of both are those of one type.
  return (Object.keys(now) as (keyof ClaimFieldsJson)[]).flatMap((field) => {
    const [is, was] = [shown(now[field]), shown(machine[field])]
    return is === was ? [] : [`${field}: ${is}, where the machine read ${was}`]
  })
}

/** The same as sentences, with who changed it, when and why. */
export function changeSentences(
  claim: Pick<BelievedJson, 'machine' | 'now' | 'withdrawn'>,
  corrections: readonly Pick<Correction, 'by' | 'at' | 'reason'>[],
): readonly string[] {
  const what = claim.withdrawn ? ['withdrawn'] : changedFields(claim)
  const who = corrections.map(({ by, at, reason }) => `${by.name}, ${at}: ${reason}`)
  return [...what, ...who]
}

function shown(value: ClaimFieldsJson[keyof ClaimFieldsJson]): string {
  if (value === null) return 'nothing'
  if (typeof value === 'string') return value
  if ('precision' in value) {
    const { earliest, latest } = value
    return earliest === latest ? (earliest ?? 'no date') : `${earliest ?? 'any day'} to ${latest ?? 'any day'}`
  }
  return value.map(({ role, name }) => `${name} (${role})`).join(', ') || 'nobody'
}
