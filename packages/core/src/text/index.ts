export * from './sha256.ts'
export * from './tree.ts'
export * from './phrase-trie.ts'
