export * from './assets.ts'
export * from './pipeline.ts'
export * from './stage.ts'
