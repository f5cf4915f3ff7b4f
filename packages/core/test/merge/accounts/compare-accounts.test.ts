import { compareAccounts, markShaken, noticesOf } from '@backchannel/core'
import { checkCases, storyOf } from '@backchannel/testkit'

checkCases(new URL('compare-accounts.cases', import.meta.url), ({ input, options }) => {
  const { reports, copies, links, lexicon } = storyOf(input)
  const fields = compareAccounts(reports, copies, links, markShaken(reports, copies, noticesOf(reports), lexicon))
  const wanted = options['fields']?.split(' ') ?? fields.map(({ field }) => field)
  return fields
    .filter(({ field }) => wanted.some((one) => one === field))
    .flatMap(({ field, agree, values }) => [
      `${field} ${agree ? 'agree' : 'differ'}`,
      ...values.map(
        ({ value, told, documents, quote, takenBack }) =>
          `  ${value} | ${told.join(', ')} | ${documents.join(' ')} | "${quote}"${takenBack ? ' | taken back' : ''}`,
      ),
    ])
    .join('\n')
})
