export * from './errors.ts'
export * from './model/index.ts'
export * from './pipeline/index.ts'
export * from './text/index.ts'
