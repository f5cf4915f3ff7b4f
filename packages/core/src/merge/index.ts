export * from './actors/index.ts'
export * from './lexicon.ts'
export * from './stories/index.ts'
