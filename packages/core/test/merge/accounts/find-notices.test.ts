import { findNotices } from '@backchannel/core'
import { checkCases } from '@backchannel/testkit'

checkCases(new URL('find-notices.cases', import.meta.url), ({ input }) =>
  findNotices({ text: input })
    .map((notice) => `${notice.kind}: ${notice.old ?? '?'} -> ${notice.new ?? '?'} | ${notice.words}`)
    .join('\n'),
)
