import { countRoots, markShaken, noticesOf, withdrawnClaims } from '@backchannel/core'
import { checkCases, storyOf } from '@backchannel/testkit'

checkCases(new URL('count-roots.cases', import.meta.url), ({ input }) => {
  const story = storyOf(input)
  const shaken = markShaken(story.reports, story.copies, noticesOf(story.reports), story.lexicon)
  const found = countRoots({ ...story, withdrawn: withdrawnClaims(story.reports, shaken) })
  const { low, high, roots, collapsed, loops, sentence, denied, withdrawn } = found
  return [
    sentence,
    `${low}..${high}`,
    ...roots.map(({ kind, name, documents }) => `${kind} ${name} [${documents.join(' ')}]`),
    ...collapsed.map(({ documents, into, why }) => `- [${documents.join(' ')}] into ${into}: ${why}`),
    ...loops.map((loop) => `loop ${loop.join(' > ')}`),
    ...(denied.high > 0
      ? [`denied ${denied.low}..${denied.high} ${denied.roots.map(({ name }) => name).join(', ')}`]
      : []),
    ...(withdrawn.high > 0
      ? [`withdrawn ${withdrawn.low}..${withdrawn.high} ${withdrawn.roots.map(({ name }) => name).join(', ')}`]
      : []),
  ].join('\n')
})
