import { checkCases, parsedOf } from '@backchannel/testkit'
import { loadGazetteers, mentions } from '../../../src/stages/mentions/index.ts'
import { diskAssets } from './disk-assets.ts'
import { printActors } from './print-reading.ts'

const stage = mentions({ gazetteers: await loadGazetteers(diskAssets) })

checkCases(new URL('./mentions.cases', import.meta.url), ({ input }) => {
  const { document, sentences, syntax } = parsedOf(input)
  const given = stage.run({ document, sentences, syntax }, { report() {} })
  return printActors(document, given.mentions, given.actors)
})
