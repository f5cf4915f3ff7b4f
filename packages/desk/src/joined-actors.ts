import { foldActors, type RecordActorId, type Report } from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'

/** A report as it is saved: with actors as they are believed, and beside it as the machine has them, where that is another. */
export interface JoinedReport {
  readonly report: Report
  readonly read?: Report
}

/** Lays on reports whom people joined: an actor that is a part of another goes by the id of the whole. */
export async function joinedActors(
  reader: Pick<StoreReader, 'recordActors'>,
  reports: readonly Report[],
): Promise<readonly JoinedReport[]> {
  const same = new Map<string, string>()
  for (const id of new Set(reports.flatMap(actorsOf))) {
    const [actor] = await reader.recordActors([id])
    if (actor !== undefined && actor.id !== id) same.set(id, actor.id)
  }
  return reports.map((read) => joinedReport(read, same))
}

/** The same of one report, by what each part goes by. */
export function joinedReport(read: Report, same: ReadonlyMap<string, string>): JoinedReport {
  return actorsOf(read).some((id) => same.has(id)) ? { report: foldActors(read, same), read } : { report: read }
}

/** Everybody of the record that a report names. */
function actorsOf({ participants, told }: Report): readonly RecordActorId[] {
  return [
    ...participants.flatMap(({ actor, includes }) => [actor, ...includes]),
    ...told.flatMap(({ actor, through }) => [actor, ...through.map((one) => one.actor)]),
  ].filter((id) => id !== null)
}
