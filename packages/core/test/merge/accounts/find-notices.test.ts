import { noticesIn } from '@backchannel/core'
import { checkCases } from '@backchannel/testkit'

checkCases(new URL('find-notices.cases', import.meta.url), ({ input, options }) =>
  noticesIn({ text: input, title: options['title'] ?? null })
    .map((notice) => `${notice.kind}: ${notice.old ?? '?'} -> ${notice.new ?? '?'} | ${notice.words}`)
    .join('\n'),
)
