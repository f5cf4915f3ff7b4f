import { checkCases } from '@backchannel/testkit'
import { createTextReader } from '../read-text.ts'
import { printAttributions } from './print-attributions.ts'

const read = await createTextReader()

// The whole pipeline on words: names, outlets and chains depend on the stages before.
checkCases(new URL('./voices.cases', import.meta.url), ({ input, options }) => {
  const { document, attributions, actors } = read(input, options['published'], options['outlet'])
  return printAttributions(document.text, attributions, actors)
})
