export * from './agree-names.ts'
export * from './load-core-net.ts'
export * from './parse.ts'
