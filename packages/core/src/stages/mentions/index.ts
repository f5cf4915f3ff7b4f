export { loadGazetteers } from './gazetteers.ts'
export { mentions } from './mentions.ts'
