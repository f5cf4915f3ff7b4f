import { dossierView } from '@backchannel/core'
import { buildFindings, documentOf, envoyFindings } from '@backchannel/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderHtml, renderMarkdown } from '../../src/index.ts'

/** Findings whose every text is hostile. */
function hostile(evil: string) {
  const text = `${evil} met Roe. ${evil}`
  const build = buildFindings({ ...documentOf(text, evil, evil), title: evil, url: `javascript:${evil}` })
  const actor = build.actor('Roe', { roles: [{ title: evil, words: 'Roe' }] })
  build.attribution({ cue: 'met', actor, content: ['Roe'], chain: [evil] })
  build.claim('meeting', {
    trigger: 'met',
    participants: [['counterpart', 'Roe', { actor }]],
    channel: { kind: 'leaders', words: 'met' },
  })
  build.diagnostic(evil, 'warning', evil)
  return dossierView(build.finish())
}

const tags = (html: string) => [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map((match) => match[0]).sort()

describe('renderHtml', () => {
  it('has the same tags whatever the document says', () => {
    const plain = tags(renderHtml(hostile('Peru'), '0.1.0'))
    for (const evil of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=y>',
      "' onmouseover='x",
      '&lt;b&gt;',
      ']]><!--',
    ])
      expect(tags(renderHtml(hostile(evil), '0.1.0'))).toEqual(plain)
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '/', ';', '!', '-') }), (evil) => {
        fc.pre(!/^\s*$/.test(evil))
        const html = renderHtml(hostile(`x${evil}`), '0.1.0')
        expect(tags(html)).toEqual(plain)
        expect(html).not.toMatch(/href="javascript:/)
      }),
      { numRuns: 50 },
    )
  })

  it('needs nothing but itself', () => {
    const html = renderHtml(dossierView(envoyFindings()), '0.1.0')
    expect(html).not.toMatch(/<script|<link|<img|src=|@import|url\(/)
    expect(html).toContain("default-src 'none'")
  })

  it('has every id once, and every link within the page leads somewhere', () => {
    const html = renderHtml(dossierView(envoyFindings()), '0.1.0')
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1])
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })

  it('keeps the text whole', () => {
    const findings = envoyFindings()
    const html = renderHtml(dossierView(findings), '0.1.0')
    const section = /<h2 id="text">[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
    const shown = section
      .replace(/<h2[\s\S]*?<\/h2>|<sup>.*?<\/sup>|<[^>]+>/g, '')
      .replaceAll('&#39;', "'")
      .replace(/\s+/g, ' ')
      .trim()
    expect(shown).toBe(findings.document.text.replace(/\s+/g, ' ').trim())
  })
})

describe('renderMarkdown', () => {
  it('lets no markup of the document through', () => {
    const markdown = renderMarkdown(hostile('# *x* [a](http://b) <i> | `c`'))
    expect(markdown).not.toMatch(/[^\\](<i>|\]\()|[^\\]\*x|[^\\]`|https?:\/\//)
  })
})
