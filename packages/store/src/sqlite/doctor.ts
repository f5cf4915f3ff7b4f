import type { Fault } from '../store.ts'
import type { Connection } from './connection.ts'

export function findFaults(_connection: Connection): readonly Fault[] {
  return []
}
