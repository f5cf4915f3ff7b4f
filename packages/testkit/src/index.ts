export * from './build.ts'
export * from './check-cases.ts'
