import { checkCases } from '@backchannel/testkit'
import { readDocument } from '../../src/index.ts'

checkCases(new URL('./pages.cases', import.meta.url), async ({ input }) => {
  const { document, diagnostics } = await readDocument(new TextEncoder().encode(input), { name: 'page.html' })
  const { title, outlet, carrier, published, url } = document
  const when = published
    ? `${published.text} ${published.when.earliest}..${published.when.latest} ${published.when.precision}`
    : '-'
  return [
    `title: ${title ?? '-'}`,
    `outlet: ${outlet ?? '-'}`,
    ...(carrier === null ? [] : [`carrier: ${carrier}`]),
    `published: ${when}`,
    `url: ${url ?? '-'}`,
    ...diagnostics.map(({ severity, code, message }) => `${severity} ${code} ${message}`),
    '',
    document.text,
  ].join('\n')
})
