import type { RoleSpec } from './event-type.ts'

/** Those who act: everybody but mere places. */
export const ACTORS: RoleSpec = { accepts: ['state', 'organization', 'group', 'person', 'outlet'] }
/** Those who are held, freed, moved. */
export const PEOPLE: RoleSpec = { accepts: ['person', 'group'] }
/** Those whom acts of states bear on: also places, where a land stands for its people or government. */
export const PARTIES: RoleSpec = { accepts: ['state', 'organization', 'group', 'person', 'outlet', 'place'] }
export const PLACES: RoleSpec = { accepts: ['place', 'state'] }
/** Things, acts and words: no actor. */
export const MATTERS: RoleSpec = { accepts: [] }
