import { checkCases } from '@backchannel/testkit'
import { createTextReader, printClaims } from '../read-text.ts'

const read = await createTextReader()

/** How real an event is: the expected line is one of the sentence's claims. */
checkCases(new URL('./status.cases', import.meta.url), ({ input, expected, options }) => {
  const found = read(input, options['published']).claims.map(
    (claim) => `${claim.event.type} ${claim.event.status} ${claim.stance}`,
  )
  return found.includes(expected) ? expected : found.join('\n')
})

/** Who does what to whom, with counts, members, themes and channels. */
checkCases(new URL('./participants.cases', import.meta.url), ({ input, options }) =>
  printClaims(read(input, options['published'])),
)

/** Who does what a clause without a subject of its own tells. */
checkCases(new URL('./control.cases', import.meta.url), ({ input, options }) =>
  printClaims(read(input, options['published'])),
)

/** Participles that stand behind whom they are told of. */
checkCases(new URL('./reduced-relatives.cases', import.meta.url), ({ input, options }) =>
  printClaims(read(input, options['published'])),
)

/** What states and offices do to and for each other, and how they meet, in the many words of news. */
checkCases(new URL('./relations.cases', import.meta.url), ({ input, options }) =>
  printClaims(read(input, options['published'])),
)

/** How courts, prisons and police are told of, with near misses. */
checkCases(new URL('./custody.cases', import.meta.url), ({ input, options }) =>
  printClaims(read(input, options['published'])),
)

/** What is asked, demanded, promised and refused, with near misses. */
checkCases(new URL('./asks.cases', import.meta.url), ({ input, options }) =>
  printClaims(read(input, options['published'])),
)
