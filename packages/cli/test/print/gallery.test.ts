import { custodyView, dossierView, engagementsView, type Findings } from '@backchannel/core'
import { buildFindings, checkFindings, documentOf, envoyFindings } from '@backchannel/testkit'
import { describe, expect, it } from 'vitest'
import { renderHtml, renderMarkdown, renderText } from '../../src/index.ts'
import { renderViewHtml } from '../../src/print/view-html.ts'
import { renderViewMarkdown } from '../../src/print/view-markdown.ts'
import { custodyPage, engagementsPage } from '../../src/print/view-page.ts'
import { renderViewText } from '../../src/print/view-text.ts'

// Committed outputs: a change in printing is a diff to read. `npx vitest run packages/cli -u` writes them anew.

/** Every status and stance once, in a text of two scripts, with passages that overlap and one voice inside another. */
function statusesFindings(): Findings {
  const build = buildFindings(
    documentOf(
      'Peru may free 周伟 and others, said Lima’s envoy (quoting “a friend”).\n\nChile refused to meet him: it expels staff if ties are cut. Did Ghana call? Talks were called off. <b>No</b> aid & no deal.',
      '2024-05-05',
      'El *Diario*',
    ),
  )
  const peru = build.actor('Peru', { kind: 'state', country: 'PER' })
  const envoy = build.actor('Lima’s envoy', { roles: [{ title: 'envoy', of: peru, words: 'envoy' }] })
  const friend = build.actor('a friend')
  const said = build.attribution({
    source: 'Lima’s envoy',
    actor: envoy,
    cue: 'said',
    content: ['Peru may free 周伟 and others'],
  })
  const inner = build.attribution({
    source: 'a friend',
    actor: friend,
    cue: 'quoting',
    content: ['Peru may free 周伟 and others'],
    within: said,
    standing: 'anonymous',
    chain: ['Lima’s envoy', 'a friend (quoting)'],
  })
  build.claim('release', {
    trigger: 'free',
    status: 'offered',
    participants: [
      ['agent', 'Peru', { actor: peru }],
      ['patient', '周伟 and others', { count: { low: 2, high: null, words: 'others' } }],
    ],
    told: [said, inner],
  })
  build.claim('meeting-refused', { trigger: 'refused to meet', participants: [['agent', 'Chile']] })
  build.claim('expulsion', { trigger: 'expels', status: 'threatened', participants: [['patient', 'staff']] })
  build.claim('ties-cut', { trigger: 'ties are cut', status: 'hypothetical' })
  build.claim('phone-call', {
    trigger: 'call',
    stance: 'questions',
    participants: [['agent', 'Ghana']],
    channel: { kind: 'unknown' },
  })
  build.claim('talks', { trigger: 'Talks', status: 'cancelled', channel: { kind: 'ministry', setting: 'formal' } })
  build.claim('aid', { trigger: 'aid', evidence: 'No</b> aid & no deal', stance: 'denies' })
  build.claim('agreement', { trigger: 'deal', evidence: 'aid & no deal', stance: 'denies' })
  build.diagnostic('intake/guessed-charset', 'warning', 'No charset is declared; windows-1252 was <assumed>.')
  return build.finish()
}

const READINGS: Readonly<Record<string, Findings>> = {
  envoy: envoyFindings(),
  statuses: statusesFindings(),
  empty: buildFindings(documentOf('Nothing happens here.', null, null)).finish(),
}

describe.each(Object.entries(READINGS))('%s', (name, findings) => {
  const view = dossierView(findings)
  const file = (ending: string) => new URL(`gallery/${name}.${ending}`, import.meta.url).pathname

  it('has no faults', () => {
    expect(checkFindings(findings)).toEqual([])
  })
  it('as text, 80 columns', async () => {
    await expect(renderText(view)).toMatchFileSnapshot(file('txt'))
  })
  it('as text, 44 columns with colors', async () => {
    await expect(renderText(view, { width: 44, color: true })).toMatchFileSnapshot(file('44.txt'))
  })
  it('as Markdown', async () => {
    await expect(renderMarkdown(view)).toMatchFileSnapshot(file('md'))
  })
  it('as HTML', async () => {
    await expect(renderHtml(view, '0.1.0')).toMatchFileSnapshot(file('html'))
  })
})

describe.each(Object.entries(READINGS))('views of %s', (name, findings) => {
  const sources = [{ document: findings.document.id, findings }]
  const pages = {
    custody: custodyPage(sources, custodyView(sources)),
    engagements: engagementsPage(sources, engagementsView(sources)),
  }
  const file = (ending: string) => new URL(`gallery/${name}-${ending}`, import.meta.url).pathname

  it.each(Object.entries(pages))('%s as text, Markdown and HTML', async (view, page) => {
    await expect(renderViewText(page)).toMatchFileSnapshot(file(`${view}.txt`))
    if (name !== 'statuses') return
    await expect(renderViewText(page, { width: 44, color: true })).toMatchFileSnapshot(file(`${view}.44.txt`))
    await expect(renderViewMarkdown(page)).toMatchFileSnapshot(file(`${view}.md`))
    await expect(renderViewHtml(page, '0.1.0')).toMatchFileSnapshot(file(`${view}.html`))
  })
})
