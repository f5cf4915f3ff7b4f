import { describe, expect, it } from 'vitest'
import { readFeedList } from '../src/index.ts'

const read = (text: string) => readFeedList(new TextEncoder().encode(text), { name: 'feeds.opml' })

describe('a list of feeds', () => {
  it('gives the feeds of all folders, each once', async () => {
    const opml = `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml version="2.0"><head><title>Mine</title></head><body>
      <outline text="World"><outline text="Ledger" title="The Harbor Ledger" type="rss" xmlUrl="https://ledger.example/rss" htmlUrl="https://ledger.example/"/>
      <outline text="Deeper"><outline text="Two &amp; Co" xmlUrl="https://two.example/atom"/></outline></outline>
      <outline text="again" xmlUrl="https://ledger.example/rss"/><outline text="bad" xmlUrl="javascript:alert(1)"/><outline text="a note"/></body></opml>`
    expect(await read(opml)).toEqual({
      feeds: [
        { url: 'https://ledger.example/rss', title: 'The Harbor Ledger' },
        { url: 'https://two.example/atom', title: 'Two & Co' },
      ],
      refused: ['javascript:alert(1)'],
    })
  })

  it('may be plain lines', async () => {
    expect(await read('# mine\nhttps://ledger.example/rss\n\n  https://two.example/atom\r\nnot an address\n')).toEqual({
      feeds: [
        { url: 'https://ledger.example/rss', title: null },
        { url: 'https://two.example/atom', title: null },
      ],
      refused: ['not an address'],
    })
  })

  it('is refused where it is none', async () => {
    await expect(read('<rss version="2.0"/>')).rejects.toMatchObject({ code: 'intake/bad-feed' })
    await expect(read('<opml version="2.0"><body><outline')).rejects.toMatchObject({ code: 'intake/bad-feed' })
  })
})
