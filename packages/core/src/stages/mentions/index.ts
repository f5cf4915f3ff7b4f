export { createGazetteers, type GazetteerFiles, type Gazetteers, loadGazetteers } from './gazetteers.ts'
export { type MentionsOptions, mentions } from './mentions.ts'
