import { checkCases } from '@backchannel/testkit'
import { findQuotations } from '../../../src/stages/attribution/find-quotations.ts'
import { plainTokens } from './plain-tokens.ts'

checkCases(new URL('./find-quotations.cases', import.meta.url), ({ input }) => {
  const { tokens, paragraphs } = plainTokens(input)
  return findQuotations(input, tokens, paragraphs)
    .map((one) => {
      const words = input.slice(tokens.from[one.first], tokens.to[one.last - 1])
      const notes = [one.depth > 0 && 'inner', !one.closed && 'open', one.continues && 'continues'].filter(Boolean)
      return [words, ...notes].join(' | ')
    })
    .join('\n')
})
