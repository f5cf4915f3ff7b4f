export * from './actors/index.ts'
export * from './lexicon.ts'
