export * from './count-roots.ts'
export * from './independence.ts'
