import type { EventStatus } from '../../model/index.ts'

/** Statuses that can be told of one happening: asking for a release is no release, but a denied release is told of one. */
export type StatusGroup = 'real' | 'ahead' | 'asked' | 'offered' | 'threatened' | 'supposed'

const GROUPS: Readonly<Record<EventStatus, StatusGroup>> = {
  happened: 'real',
  ongoing: 'real',
  planned: 'ahead',
  cancelled: 'ahead',
  requested: 'asked',
  offered: 'offered',
  threatened: 'threatened',
  hypothetical: 'supposed',
}

/** The group of a status. */
export function statusGroup(status: EventStatus): StatusGroup {
  return GROUPS[status]
}
