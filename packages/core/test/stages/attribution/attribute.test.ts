import { checkCases, parsedOf } from '@backchannel/testkit'
import { attribute } from '../../../src/stages/attribution/attribute.ts'
import { peopleOf } from './hand-built.ts'
import { printAttributions } from './print-attributions.ts'

// Rules alone, on parses built by hand: nesting, speakers, chains and standing do not depend on the trained tagger.
checkCases(new URL('./attribute.cases', import.meta.url), ({ input, options }) => {
  const { document, sentences, syntax } = parsedOf(input)
  const { mentions, actors } = peopleOf(document.text, syntax, options['outlets'], options['pronouns'])
  const found = attribute({ document, syntax, sentences, mentions, actors }, null)
  return printAttributions(document.text, found, actors)
})
