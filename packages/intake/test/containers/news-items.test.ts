import { describe, expect, it } from 'vitest'
import { openSource, sourceOfPart } from '../../src/index.ts'
import { failuresOf, openAll, partsOf, textOf } from './open-all.ts'

const HTML = '<p>Norland freed nine prisoners on Friday.</p><p>A minister said so.</p>'
const TEXT = 'Norland freed nine prisoners on Friday.\n\nA minister said so.'

describe('ninjs', () => {
  const open = (value: unknown) => openAll(JSON.stringify(value), { name: 'item.json' })

  it('gives an item of version 1', async () => {
    const all = await open({
      uri: 'tag:agency.example,2026:7',
      version: '2',
      type: 'text',
      firstcreated: '2026-03-16T08:00:00Z',
      versioncreated: '2026-03-16T09:30:00Z',
      pubstatus: 'usable',
      headline: 'Prisoners go home',
      byline: 'By Ada Moss',
      infosource: [{ name: 'Northern Wire' }],
      body_html: HTML,
      body_text: 'not this',
    })
    expect(partsOf(all)[0]).toMatchObject({
      kind: 'news-item',
      origin: '#tag:agency.example,2026:7:2',
      withdrawn: false,
      diagnostics: [],
      hints: {
        title: 'Prisoners go home',
        outlet: 'Northern Wire',
        authors: ['Ada Moss'],
        published: '2026-03-16T08:00:00Z',
        modified: '2026-03-16T09:30:00Z',
        id: 'tag:agency.example,2026:7',
      },
    })
    const { document } = await openSource(sourceOfPart(partsOf(all)[0]!))
    expect(document).toMatchObject({ text: TEXT, outlet: 'Northern Wire', title: 'Prisoners go home' })
  })

  it('gives a list of items of later versions, pictures left out', async () => {
    const all = await open([
      {
        uri: 'https://agency.example/1',
        headlines: [
          { role: 'short', value: 'Home' },
          { role: 'main', value: 'Prisoners go home' },
        ],
        bodies: [
          { contenttype: 'text/plain', value: TEXT },
          { contenttype: 'text/html', value: HTML },
        ],
      },
      { uri: 'https://agency.example/2', type: 'picture', headline: 'A gate' },
    ])
    expect(partsOf(all).map(({ hints }) => [hints.title, hints.url])).toEqual([
      ['Prisoners go home', 'https://agency.example/1'],
    ])
    expect(await textOf(partsOf(all)[0])).toBe(TEXT)
  })

  it('gives the notice of an item that is withdrawn, and says what is not released', async () => {
    const all = await open([
      { uri: 'a:1', pubstatus: 'canceled', headline: 'Prisoners go home', ednote: 'The minister did not say so.' },
      { uri: 'a:2', pubstatus: 'withheld', body_text: TEXT },
      { uri: 'a:3', pubstatus: 'usable', embargoed: '2026-03-20T00:00:00Z', body_text: TEXT },
    ])
    expect(partsOf(all).map((part) => [part.withdrawn, part.diagnostics.map((one) => one.code)])).toEqual([
      [true, ['intake/withdrawn']],
      [true, ['intake/withdrawn']],
      [false, ['intake/embargoed']],
    ])
    expect(await textOf(partsOf(all)[0])).toBe('Prisoners go home')
  })

  it('is told from other JSON', async () => {
    for (const value of [{ a: 1 }, [], { uri: 'x' }])
      expect(failuresOf(await open(value))).toEqual([['', 'intake/unknown-json']])
    expect(failuresOf(await openAll('{"uri":', { name: 'a.json' }))).toEqual([['', 'intake/unknown-json']])
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(failuresOf(await openAll(deep, { name: 'a.json' }))).toEqual([['', 'intake/unknown-json']])
  })
})

const newsItem = (guid: string, more: { readonly meta?: string; readonly content?: string } = {}): string =>
  `<newsItem guid="${guid}" version="3" standard="NewsML-G2" xmlns="http://iptc.org/std/nar/2006-10-01/">
    <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:NW"><name>Northern Wire</name></provider>
    <versionCreated>2026-03-16T09:30:00Z</versionCreated><firstCreated>2026-03-16T08:00:00Z</firstCreated>${more.meta ?? '<pubStatus qcode="stat:usable"/>'}</itemMeta>
    <contentMeta><headline role="hld:sub">Home at last</headline><headline role="hld:main">Prisoners &amp; envoys go home</headline><by>By Ada Moss</by></contentMeta>
    <contentSet>${more.content ?? `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head><body>${HTML}</body></html></inlineXML>`}</contentSet></newsItem>`
const message = (...items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>${items.join('')}</itemSet></newsMessage>`

describe('NewsML-G2', () => {
  it('gives an item', async () => {
    const all = await openAll(`<?xml version="1.0"?>${newsItem('urn:newsml:nw:7')}`, { name: 'item.xml' })
    expect(failuresOf(all)).toEqual([])
    expect(partsOf(all)[0]).toMatchObject({
      kind: 'news-item',
      origin: '#urn:newsml:nw:7:3',
      hints: {
        title: 'Prisoners & envoys go home',
        outlet: 'Northern Wire',
        authors: ['Ada Moss'],
        published: '2026-03-16T08:00:00Z',
        modified: '2026-03-16T09:30:00Z',
      },
    })
    expect(await textOf(partsOf(all)[0])).toBe(TEXT)
  })

  it('gives the text items of a message, whatever their prefix and form', async () => {
    const nitf = `<inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>No</hl1></hedline></body.head><body.content>${HTML}</body.content></body></nitf></inlineXML>`
    const plain = `<inlineData contenttype="text/plain">${TEXT}</inlineData>`
    const picture = newsItem('p').replace('ninat:text', 'ninat:picture')
    const all = await openAll(message(newsItem('a', { content: nitf }), newsItem('b', { content: plain }), picture), {
      name: 'm.xml',
    })
    expect(partsOf(all).map((part) => part.hints.id)).toEqual(['a', 'b'])
    for (const part of partsOf(all)) expect(await textOf(part)).toBe(TEXT)
    const prefixed = newsItem('c')
      .replace(/<(\/?)(?=[a-zA-Z])/g, '<$1nar:')
      .replace('xmlns=', 'xmlns:nar=')
    const other = partsOf(await openAll(`<?xml version="1.0"?>${prefixed}`, { name: 'c.xml' }))
    expect(other[0]?.hints.title).toBe('Prisoners & envoys go home')
    expect(await textOf(other[0])).toBe(TEXT)
  })

  it('gives the notice of an item that is withdrawn', async () => {
    const meta = '<pubStatus qcode="stat:canceled"/><edNote>The minister did not say so.</edNote>'
    const all = await openAll(message(newsItem('a', { meta, content: '' })), { name: 'm.xml' })
    expect(partsOf(all)[0]).toMatchObject({ withdrawn: true, diagnostics: [{ code: 'intake/withdrawn' }] })
  })

  it('loses only what is cut off or broken', async () => {
    const whole = message(newsItem('a'), newsItem('b'), newsItem('c'))
    const all = await openAll(whole.slice(0, whole.indexOf('"c"') + 300), { name: 'm.xml' })
    expect(partsOf(all).map((part) => part.hints.id)).toEqual(['a', 'b'])
    expect(failuresOf(all)).toEqual([['#item-3', 'intake/feed-entry']])
  })

  it('expands no entities, fetches none, and is bounded in depth and number', async () => {
    const layers = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')
    const doctype = `<!DOCTYPE newsMessage [<!ENTITY e0 "boom">${layers}<!ENTITY x SYSTEM "file:///etc/passwd">]>`
    const bomb = message(
      newsItem('a').replace('Home at last', 'x').replace('Prisoners &amp; envoys', 'Prisoners &e12; &x;'),
    )
    const all = await openAll(bomb.replace('<newsMessage', `${doctype}<newsMessage`), { name: 'm.xml' })
    expect(partsOf(all)[0]?.hints.title).toBe('Prisoners &e12; &x; go home')
    const deep = message(newsItem('a', { content: `<inlineXML>${'<div>'.repeat(50_000)}` }))
    expect(failuresOf(await openAll(deep, { name: 'm.xml' }))).toEqual([['', 'intake/too-many-elements']])
  })
})
