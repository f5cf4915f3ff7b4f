export * from './accepts.ts'
export {
  agreements,
  captives,
  officials,
  people,
  police,
  politicalWords,
  proposals,
  sanctionNouns,
  talksNouns,
  troops,
  WORDS,
} from './classes.ts'
export * from './compile.ts'
export * from './event-type.ts'
export { EVENT_TYPES } from './event-types/index.ts'
export { bands, crowds, enforcers } from './force-classes.ts'
export * from './patterns.ts'
export * from './themes.ts'
