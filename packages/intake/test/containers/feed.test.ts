import { describe, expect, it } from 'vitest'
import { openSource, sourceOfPart } from '../../src/index.ts'
import { failuresOf, openAll, partsOf, textOf } from './open-all.ts'

const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
const rss = (items: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<rss version="2.0" ${NAMESPACES}><channel><title>The Harbor Ledger</title><link>https://ledger.example/</link>${items}</channel></rss>`
const item = (id: string, text: string, more = ''): string =>
  `<item><title>Story ${id}</title><guid isPermaLink="false">${id}</guid><link>/news/${id}</link>${more}<content:encoded><![CDATA[${text}]]></content:encoded></item>`
const FULL = '<p>Norland freed nine prisoners on Friday.</p><p>A minister said so.</p>'

describe('a feed', () => {
  it('gives its entries with what it says of them', async () => {
    const all = await openAll(
      rss(item('a', FULL, '<pubDate>Mon, 16 Mar 2026 08:00:00 GMT</pubDate><dc:creator>Ada Moss</dc:creator>')),
      { name: 'feed.xml', url: 'https://ledger.example/rss', found: '2026-03-17T00:00:00Z' },
    )
    const [part] = partsOf(all)
    expect(part).toMatchObject({
      kind: 'feed-entry',
      origin: '#a',
      summary: false,
      diagnostics: [],
      hints: {
        title: 'Story a',
        outlet: 'The Harbor Ledger',
        authors: ['Ada Moss'],
        published: '2026-03-16T08:00:00Z',
        url: 'https://ledger.example/news/a',
        id: 'a',
        found: '2026-03-17T00:00:00Z',
      },
    })
    const { document, extractor } = await openSource(sourceOfPart(part!))
    expect(document).toMatchObject({
      text: 'Norland freed nine prisoners on Friday.\n\nA minister said so.',
      title: 'Story a',
      outlet: 'The Harbor Ledger',
      url: 'https://ledger.example/news/a',
      published: { text: '2026-03-16T08:00:00Z' },
    })
    expect(extractor).toEqual({ name: 'fragment', version: 1 })
  })

  it('names the agency of an entry, and the feed as its carrier', async () => {
    const all = await openAll(rss(item('a', `<p>OSLO, March 16 (Reuters) - Norland freed nine prisoners.</p>`)), {
      name: 'f',
    })
    const { document } = await openSource(sourceOfPart(partsOf(all)[0]!))
    expect(document).toMatchObject({ outlet: 'Reuters', carrier: 'The Harbor Ledger' })
  })

  it('marks what is only a summary', async () => {
    const all = await openAll(
      rss(
        `<item><title>A</title><guid>a</guid><description>Nine were freed.</description></item>` +
          item('b', '<p>Nine were freed on Friday [&#8230;]</p>') +
          item('c', FULL) +
          '<item><title>Only a headline</title><link>https://ledger.example/d</link></item>',
      ),
      { name: 'f' },
    )
    expect(partsOf(all).map((part) => [part.origin, part.summary])).toEqual([
      ['#a', true],
      ['#b', true],
      ['#c', false],
      ['#https://ledger.example/d', true],
    ])
    expect(await textOf(partsOf(all)[3])).toBe('Only a headline')
    expect(partsOf(all)[0]?.diagnostics.map((one) => one.code)).toEqual(['intake/summary-only'])
  })

  it('reads titles and texts by their type', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://ledger.example/news/"><title type="html">Ledger &amp;amp; Sons</title>
      <entry xml:base="2026/"><id>tag:1</id><title type="html">Nine &lt;b&gt;freed&lt;/b&gt; &amp;amp; home</title><link rel="self" href="x.atom"/><link href="one.html"/><updated>2026-03-16T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Nine were <b>freed</b>.</p><p>All are home.</p></div></content></entry>
      <entry><id>tag:2</id><title>5 &lt; 6, &lt;b&gt;he wrote&lt;/b&gt;</title><link href="two.html"/><published>2026-03-15T08:00:00Z</published><updated>2026-03-16T08:00:00Z</updated><content type="text">Plain &lt;words&gt; only.</content></entry></feed>`
    const all = partsOf(await openAll(atom, { name: 'f' }))
    expect(all.map(({ hints }) => [hints.title, hints.url, hints.published, hints.modified])).toEqual([
      [
        'Nine freed & home',
        'https://ledger.example/news/2026/one.html',
        '2026-03-16T08:00:00Z',
        '2026-03-16T08:00:00Z',
      ],
      ['5 < 6, he wrote', 'https://ledger.example/news/two.html', '2026-03-15T08:00:00Z', '2026-03-16T08:00:00Z'],
    ])
    expect(await Promise.all(all.map(textOf))).toEqual(['Nine were freed.\n\nAll are home.', 'Plain <words> only.'])
    expect(all[0]?.hints.outlet).toBe('Ledger & Sons')
  })

  it('reads RSS 1.0 and JSON Feed', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${NAMESPACES}><channel rdf:about="https://ledger.example"><title>R</title><link>https://ledger.example/</link></channel><item rdf:about="https://ledger.example/1"><title>t</title><link>https://ledger.example/1</link><description>Nine were freed.</description><dc:date>2026-03-16T03:04:05Z</dc:date></item></rdf:RDF>`
    expect(partsOf(await openAll(rdf, { name: 'f.rdf' }))[0]?.hints).toMatchObject({
      outlet: 'R',
      id: 'https://ledger.example/1',
      published: '2026-03-16T03:04:05Z',
    })
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      items: [
        { id: 5, url: '/1', title: 't', content_html: FULL, authors: [{ name: 'Ada Moss' }] },
        { id: 'b', content_text: 'Nine were freed.' },
      ],
    })
    const parts = partsOf(await openAll(json, { name: 'f.json', url: 'https://ledger.example/feed.json' }))
    expect(parts.map((part) => [part.origin, part.hints.url, part.hints.authors])).toEqual([
      ['#5', 'https://ledger.example/1', ['Ada Moss']],
      ['#b', null, []],
    ])
    expect(await textOf(parts[1])).toBe('Nine were freed.')
  })

  it('keeps a bad date as written', async () => {
    const all = await openAll(rss(item('a', FULL, '<pubDate>32 Foo 2026</pubDate>')), { name: 'f' })
    expect(partsOf(all)[0]).toMatchObject({
      hints: { published: null, publishedRaw: '32 Foo 2026' },
      diagnostics: [{ code: 'intake/date-unread' }],
    })
  })

  it('says so where a date lies ahead of the fetch', async () => {
    const dated = (day: string) => rss(item('a', FULL, `<pubDate>${day}</pubDate>`))
    const codes = async (day: string) =>
      partsOf(await openAll(dated(day), { name: 'f', found: '2026-03-16T23:00:00Z' }))[0]?.diagnostics.map(
        (one) => one.code,
      )
    expect(await codes('2026-03-17')).toEqual([])
    expect(await codes('2026-04-01')).toEqual(['intake/date-ahead'])
  })

  it('gives an entry that comes twice once, and one with another text twice', async () => {
    const changed = '<p>Norland freed sixteen prisoners on Friday.</p>'
    const all = await openAll(rss(item('a', FULL) + item('a', FULL) + item('a', changed)), { name: 'f' })
    expect(partsOf(all).map((part) => [part.origin, part.diagnostics.map((one) => one.code)])).toEqual([
      ['#a', []],
      ['#a~2', ['intake/changed-entry']],
    ])
  })

  it('gives the whole entries of one that is cut off', async () => {
    const whole = rss(item('a', FULL) + item('b', FULL) + item('c', FULL))
    const all = await openAll(whole.slice(0, whole.indexOf('Story c') + 3), { name: 'f' })
    expect(partsOf(all).map((part) => part.origin)).toEqual(['#a', '#b'])
    expect(partsOf(all)[0]?.hints).toMatchObject({ outlet: 'The Harbor Ledger', url: 'https://ledger.example/news/a' })
    expect(failuresOf(all)).toEqual([['#entry-3', 'intake/feed-entry']])
  })

  it('gives the entries beside one that is broken', async () => {
    const broken = '<item><title>B</b></title><guid>b</guid></itm></item>'
    const all = await openAll(rss(item('a', FULL) + broken + item('c', FULL)), { name: 'f' })
    // The parser may mend the broken one, but never at the cost of the next.
    expect(partsOf(all).map((part) => part.origin)).toEqual(['#a', '#b', '#c'])
    const bad = '<item><title>B</title><description>Fish & <chips</description></item>'
    const rest = await openAll(rss(item('a', FULL) + bad + item('c', `${FULL}<!-- <item> -->`)), { name: 'f' })
    expect(partsOf(rest).map((part) => part.origin)).toEqual(['#a', '#c'])
    expect(failuresOf(rest)).toEqual([['#entry-2', 'intake/feed-entry']])
  })

  it('expands no entities and fetches none', async () => {
    const layers = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')
    const bomb = `<!DOCTYPE rss [<!ENTITY e0 "boom ]> ">${layers}<!ENTITY x SYSTEM "file:///etc/passwd">]>`
    const all = await openAll(rss(item('a', FULL).replace('Story a', 'Story &e12; &x;'), bomb), { name: 'f' })
    expect(partsOf(all)[0]?.hints.title).toBe('Story &e12; &x;')
  })

  it('takes a document type inside an entry for content', async () => {
    const all = await openAll(rss(item('a', `<!DOCTYPE html [ x>${FULL}`) + item('b', FULL)), { name: 'f' })
    expect(partsOf(all).map((part) => part.origin)).toEqual(['#a', '#b'])
    const late = await openAll(rss(item('a', FULL), `${'<!-- x -->'.repeat(60)}${' '.repeat(200)}`), { name: 'f' })
    expect(partsOf(late).map((part) => part.origin)).toEqual(['#a'])
  })

  it('reads the charset that its declaration names, and does not believe one that the bytes refute', async () => {
    const latin = (declared: string): Uint8Array =>
      Uint8Array.from(rss(item('a', '<p>Émile was freed.</p>')).replace('?>', ` encoding="${declared}"?>`), (char) =>
        char.charCodeAt(0),
      )
    for (const declared of ['ISO-8859-1', 'utf-8']) {
      const [part] = partsOf(await openAll(latin(declared), { name: 'f' }))
      expect(await textOf(part)).toBe('Émile was freed.')
      expect(part?.diagnostics.map((one) => one.code)).toEqual(declared === 'utf-8' ? ['intake/charset-guessed'] : [])
    }
  })

  it('survives 100,000 entries and 50,000 nested elements', async () => {
    const many = rss(
      Array.from(
        { length: 100_000 },
        (_, i) => `<item><title>t${i}</title><link>https://e.example/${i}</link></item>`,
      ).join(''),
    )
    expect(partsOf(await openAll(many, { name: 'f' }))).toHaveLength(100_000)
    const deep = rss(
      `<item><guid>d</guid><description>${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</description></item>${item('a', FULL)}`,
    )
    expect(partsOf(await openAll(deep, { name: 'f' })).map((part) => part.origin)).toContain('#a')
  }, 60_000)

  it('refuses what is no feed', async () => {
    const cases = [
      ['<rss version="2.0"><channel>', 'intake/bad-feed'],
      ['<?xml version="1.0"?><opml version="2.0"><body/></opml>', 'intake/feed-list'],
      ['<?xml version="1.0"?><x:kml xmlns:x="k"/>', 'intake/unknown-xml'],
      // RDF that is no feed.
      [
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:foaf="http://xmlns.com/foaf/0.1/"><foaf:Person/></rdf:RDF>',
        'intake/unknown-xml',
      ],
      ['{"version":"https://jsonfeed.org/version/1","items":[', 'intake/bad-feed'],
    ] as const
    for (const [text, code] of cases) expect(failuresOf(await openAll(text, { name: 'f.xml' }))).toEqual([['', code]])
    expect(failuresOf(await openAll('{"a": 1}', { name: 'a.json' }))).toEqual([['', 'intake/unknown-json']])
    expect(await openAll('<rss version="2.0"><channel></channel></rss>', { name: 'f.xml' })).toEqual([])
  })
})

describe('a batch', () => {
  it('gives its lines with their ids, and errors for bad ones', async () => {
    const text =
      '{"id":"d1","text":"Talks began.","published":"2026-03-16","outlet":"The Harbor Ledger"}\n\nnot json\n{"id":"d3"}\n'
    const all = await openAll(text, { name: 'in.jsonl' })
    const [part] = partsOf(all)
    expect(part).toMatchObject({ kind: 'batch-line', origin: '#d1', hints: { id: 'd1', outlet: 'The Harbor Ledger' } })
    expect((await openSource(sourceOfPart(part!))).document).toMatchObject({ id: 'd1', outlet: 'The Harbor Ledger' })
    expect(failuresOf(all)).toEqual([
      ['#line-3', 'intake/bad-line'],
      ['#d3', 'intake/bad-line'],
    ])
  })
})

describe('an input that is one document', () => {
  it('gives itself', async () => {
    const [part] = partsOf(await openAll('Talks began.', { name: 'a.txt', url: 'https://ledger.example/a.txt' }))
    expect(part).toMatchObject({
      kind: 'file',
      origin: '',
      name: 'a.txt',
      hints: { url: 'https://ledger.example/a.txt' },
    })
  })
})
