export * from './dateline.ts'
export * from './phrase-trie.ts'
export * from './sha256.ts'
export * from './tree.ts'
