import { countRoots } from '@backchannel/core'
import { checkCases, storyOf } from '@backchannel/testkit'

checkCases(new URL('count-roots.cases', import.meta.url), ({ input }) => {
  const found = countRoots(storyOf(input))
  const { low, high, roots, collapsed, loops, sentence, denied } = found
  return [
    sentence,
    `${low}..${high}`,
    ...roots.map(({ kind, name, documents }) => `${kind} ${name} [${documents.join(' ')}]`),
    ...collapsed.map(({ documents, into, why }) => `- [${documents.join(' ')}] into ${into}: ${why}`),
    ...loops.map((loop) => `loop ${loop.join(' > ')}`),
    ...(denied.high > 0
      ? [`denied ${denied.low}..${denied.high} ${denied.roots.map(({ name }) => name).join(', ')}`]
      : []),
  ].join('\n')
})
