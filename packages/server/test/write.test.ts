import { createHash } from 'node:crypto'
import { claimId, documentId, EMPTY_LEXICON, packSketch, sketchKeys, sketchText } from '@backchannel/core'
import { placeDocument } from '@backchannel/desk'
import { afterAll, describe, expect, it } from 'vitest'
import { UPLOAD_DOCUMENTS_MAX } from '../src/limits.ts'
import { closePool, createDemo, errorOf, jsonOf, TOKEN, testPool } from './demo.ts'

afterAll(closePool)

interface Taken {
  readonly items: readonly {
    readonly origin: string
    readonly state: string
    readonly document: string
    readonly outlet: string
  }[]
  readonly complete: boolean
  readonly documents: number
}

const TEXT = 'Norland freed two prisoners on Monday, its foreign ministry said. They flew to Oslo.'

describe('uploads', () => {
  it('takes in a pasted text, once, and finds it', async () => {
    const demo = await createDemo({ empty: true })
    const body = { text: TEXT, outlet: 'Tarn Daily', published: '2026-03-17' }
    const first = await demo.post('/api/documents', body)
    expect(first.status).toBe(201)
    const taken = await jsonOf<Taken>(first)
    expect(taken).toMatchObject({ complete: true, documents: 1, items: [{ state: 'new', outlet: 'Tarn Daily' }] })
    const again = await demo.post('/api/documents', body)
    expect(again.status).toBe(200)
    expect(await jsonOf<Taken>(again)).toMatchObject({ documents: 1, items: [{ state: 'skipped' }] })
    const id = encodeURIComponent(taken.items[0]?.document ?? '')
    expect(await jsonOf(demo.ask(`/api/documents/${id}`))).toMatchObject({ document: { text: TEXT } })
    expect((await jsonOf(demo.ask('/api/search?q=Oslo'))).total).toBeGreaterThan(0)
    expect(JSON.stringify(demo.log)).not.toContain('Norland')
  })

  it('takes in the files of a form, each told of by itself', async () => {
    const demo = await createDemo({ empty: true })
    const form = new FormData()
    form.set('outlet', 'Tarn Daily')
    form.append('file', new Blob([TEXT]), '../a.txt')
    form.append(
      'file',
      new Blob([
        `<html><body><article><p>${TEXT} ${TEXT} The talks went on for days, two officials said.</p></article></body></html>`,
      ]),
      'b.html',
    )
    form.append('file', new Blob([]), 'c.txt')
    const response = demo.ask('/api/documents', {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
      body: form,
    })
    const { items } = await jsonOf<Taken>(response)
    expect(items.map(({ state }) => state)).toEqual(['new', 'new', 'failed'])
    const hash = createHash('sha256').update(TEXT).digest('hex').slice(0, 16)
    expect(items[0]?.origin).toBe(`upload:/${hash}/a.txt`)
  })

  it('takes in one file as the body, by its charset', async () => {
    const demo = await createDemo({ empty: true })
    const send = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
      demo.ask('/api/documents?name=a.txt&outlet=Tarn%20Daily', {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': type },
        body,
      })
    const latin = Buffer.from('Norland freed José Núñez on Monday, its foreign ministry said.', 'latin1')
    const { items } = await jsonOf<Taken>(send(new Uint8Array(latin), 'text/plain; charset=iso-8859-1'))
    const id = encodeURIComponent(items[0]?.document ?? '')
    expect(JSON.stringify(await jsonOf(demo.ask(`/api/documents/${id}`)))).toContain('José Núñez')
    expect(await errorOf(send('x', 'text/plain; charset=klingon'))).toBe('422 intake/unknown-charset')
    expect(await errorOf(send('', 'text/plain'))).toBe('422 intake/empty')
    expect(await errorOf(send('x', 'video/mp4'))).toBe('415 server/bad-media-type')
  })

  it('fetches nothing unless it was started for that, and takes nothing in where it may not', async () => {
    const demo = await createDemo({ empty: true })
    expect(await errorOf(demo.post('/api/documents', { address: 'https://news.example/1' }))).toBe(
      '403 server/no-fetch',
    )
    for (const address of ['file:///etc/passwd', 'ftp://x.example/', 'javascript:1'])
      expect(await errorOf(demo.post('/api/documents', { address }))).toBe('400 wire/bad-request')
    const fetching = await createDemo({ empty: true, fetches: true })
    expect(await errorOf(fetching.post('/api/documents', { address: 'http://127.0.0.1/' }))).toBe(
      '422 host/private-address',
    )
    const still = await createDemo({ empty: true, pool: null })
    expect(await errorOf(still.post('/api/documents', { text: TEXT }))).toBe('403 server/read-only')
  })

  it('reads no more uploads at once than it may, and gives the place back', async () => {
    const gate: { open: () => void } = { open: () => {} }
    const waiting = new Promise<void>((done) => {
      gate.open = done
    })
    const pool = async () => {
      await waiting
      return testPool()
    }
    const demo = await createDemo({ empty: true, pool })
    const sent = [1, 2].map((nth) => demo.post('/api/documents', { text: `${TEXT} ${nth}` }))
    await new Promise((done) => setTimeout(done, 50))
    const third = await demo.post('/api/documents', { text: TEXT })
    expect(third.headers.get('retry-after')).toBe('2')
    expect(await errorOf(third)).toBe('503 server/busy')
    gate.open()
    for (const one of sent) expect((await one).status).toBe(201)
    expect((await demo.post('/api/documents', { text: TEXT })).status).toBe(201)
  })

  it('ends at a limit of documents and goes on when sent again', async () => {
    const demo = await createDemo({ empty: true })
    const lines = Array.from({ length: UPLOAD_DOCUMENTS_MAX + 5 }, (_, nth) =>
      JSON.stringify({ id: `d${nth}`, text: `Norland met Karsovia in town ${nth}.` }),
    )
    const send = () =>
      demo.ask('/api/documents?name=a.jsonl', {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/jsonl' },
        body: lines.join('\n'),
      })
    expect(await jsonOf<Taken>(send())).toMatchObject({ complete: false, documents: UPLOAD_DOCUMENTS_MAX })
    expect(await jsonOf<Taken>(send())).toMatchObject({ complete: true, documents: UPLOAD_DOCUMENTS_MAX + 5 })
  })

  it('refuses a date and an address that are none', async () => {
    const demo = await createDemo({ empty: true })
    expect(await errorOf(demo.post('/api/documents', { text: TEXT, published: 'soon' }))).toBe(
      '422 intake/bad-published',
    )
    expect(await errorOf(demo.post('/api/documents', { text: TEXT, url: 'nowhere' }))).toBe('422 intake/bad-url')
  })
})

interface DocumentBody {
  readonly claims: readonly {
    readonly event: { readonly type: string }
    readonly evidence: { readonly quote: string }
  }[]
  readonly record: {
    readonly corrections: readonly { readonly state: string; readonly correction: { readonly reason: string } }[]
  }
}

describe('corrections', () => {
  const by = { author: 'A. Reader', reason: 'the ministry calls it a pardon' }

  it('adds one to a claim by its words, and shows it beside the document', async () => {
    const demo = await createDemo()
    const { claims } = await jsonOf<DocumentBody>(demo.ask('/api/documents/wire'))
    const release = claims.find(({ event }) => event.type === 'release')
    const quote = release?.evidence.quote ?? ''
    const change = { kind: 'set', field: 'status', to: 'planned' }
    const body = { document: 'wire', quote, type: 'release', change, ...by }
    const response = await demo.post('/api/corrections', body)
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({
      anchor: { document: 'wire', quote },
      change,
      by: { kind: 'person', name: 'A. Reader' },
      at: '2026-03-20T08:00:00Z',
    })
    const after = await jsonOf<DocumentBody>(demo.ask('/api/documents/wire'))
    expect(after.record.corrections).toMatchObject([{ state: 'holds', correction: { reason: by.reason } }])
    expect((await jsonOf(demo.ask('/api/corrections?document=wire'))).total).toBe(1)
    expect((await jsonOf(demo.ask('/api/corrections?document=talk'))).total).toBe(0)
    const { rows } = await jsonOf(demo.ask('/api/stories?document=wire&type=release'))
    const history = await jsonOf<{ corrections: object[] }>(demo.ask(`/api/stories/${rows[0]?.['id']}/history`))
    expect(history.corrections).toMatchObject([{ document: 'wire', withdrawn: false, correction: { change } }])
    // Each list that has the claim says so, and by whom; so does its table.
    const story = String(rows[0]?.['id'])
    for (const list of ['stories', 'timeline']) {
      const found = await jsonOf(demo.ask(`/api/${list}?document=wire&type=release`))
      expect(found.rows.map((one) => [one['id'] ?? one['story'], one['correctedBy']])).toEqual([[story, ['A. Reader']]])
      const others = await jsonOf(demo.ask(`/api/${list}?not-type=release`))
      expect(others.rows.flatMap((one) => one['correctedBy'])).toEqual([])
      expect(await (await demo.ask(`/${list}.csv?document=wire&type=release`)).text()).toMatch(
        /correctedBy.*A\. Reader/s,
      )
    }
    const [hit] = (await jsonOf(demo.ask('/api/search?q=released&in=claim&document=wire'))).rows
    expect(hit).toMatchObject({ document: 'wire', correctedBy: ['A. Reader'] })
    // The same once more is one more: nothing that was said is ever taken for said before.
    expect((await demo.post('/api/corrections', body)).status).toBe(201)
    expect((await jsonOf(demo.ask('/api/corrections'))).total).toBe(2)
  })

  it('refuses what would be lost, and needs an author and a reason', async () => {
    const demo = await createDemo()
    const { claims } = await jsonOf<DocumentBody>(demo.ask('/api/documents/wire'))
    const quote = claims.find(({ event }) => event.type === 'release')?.evidence.quote ?? ''
    const change = { kind: 'withdraw' }
    const send = (parts: object) =>
      errorOf(demo.post('/api/corrections', { document: 'wire', quote, type: 'release', change, ...by, ...parts }))
    expect(await send({ document: 'nothing' })).toBe('404 desk/no-such-document')
    expect(await send({ quote: 'words that do not stand there' })).toBe('422 desk/words-gone')
    expect(await send({ quote: 'the' })).toBe('422 desk/words-twice')
    expect(await send({ quote: 'the', prefix: 'no such prefix' })).toBe('422 desk/words-gone')
    expect(await send({ quote: 'BELGARD' })).toBe('422 desk/correction-lost')
    expect(await send({ change: { kind: 'set', field: 'status', to: 'finished' } })).toBe('422 desk/correction-lost')
    expect(await send({ change: { kind: 'set', field: 'text', to: 'x' } })).toBe('400 wire/bad-request')
    expect(await send({ change: { kind: 'delete' } })).toBe('400 wire/bad-request')
    expect(await send({ author: ' ' })).toBe('400 wire/bad-request')
    expect(await send({ reason: undefined })).toBe('400 wire/bad-request')
    expect(await send({ quote: '' })).toBe('400 wire/bad-request')
    expect((await jsonOf(demo.ask('/api/corrections'))).total).toBe(0)
  })
})

interface Believed {
  readonly claims: readonly {
    readonly id: string
    readonly event: { readonly type: string }
    readonly evidence: { readonly quote: string }
  }[]
  readonly document: { readonly text: string }
  readonly record: {
    readonly corrections: readonly { readonly state: string }[]
    readonly believed: {
      readonly claims: readonly {
        readonly claim: string
        readonly withdrawn: boolean
        readonly checked: string | null
        readonly machine: { readonly speaker: string } | null
        readonly now: { readonly type: string; readonly speaker: string }
      }[]
    }
  }
}

describe('what is believed of a document', () => {
  const by = { author: 'A. Reader', reason: 'read it again' }
  const open = async () => {
    const demo = await createDemo()
    const show = () => jsonOf<Believed>(demo.ask('/api/documents/wire'))
    const { claims, document } = await show()
    const quote = claims.find(({ event }) => event.type === 'release')?.evidence.quote ?? ''
    const send = (parts: object) =>
      demo.post('/api/corrections', { document: 'wire', quote, type: 'release', ...by, ...parts })
    return { demo, show, send, quote, text: document.text }
  }

  it('has another speaker, and tells what the machine read', async () => {
    const { show, send } = await open()
    await jsonOf(send({ change: { kind: 'set', field: 'speaker', to: 'the interior minister' } }))
    const { believed } = (await show()).record
    expect(believed.claims).toMatchObject([
      { now: { speaker: 'the interior minister' }, machine: { speaker: expect.stringContaining('ministry') } },
    ])
  })

  it('has a new statement, at words of a place, and one quotation of somebody', async () => {
    const { show, send, text } = await open()
    const quote = 'the ministry said'
    // The words stand there once; the place alone would do where they stood there twice.
    const from = text.indexOf(quote)
    const what = { type: 'meeting', status: 'planned', speaker: 'the envoy' }
    await jsonOf(send({ quote, from, type: undefined, change: { kind: 'add', what } }))
    expect(await errorOf(send({ quote, from: from + 1, change: { kind: 'add', what } }))).toBe('422 desk/words-gone')
    await jsonOf(send({ quote: text, type: undefined, change: { kind: 'quotation', speaker: 'Anton Verek' } }))
    const { believed } = (await show()).record
    const added = believed.claims.find(({ machine }) => machine === null)
    expect(added?.now).toMatchObject({ type: 'meeting', status: 'planned' })
    expect(believed.claims.length).toBeGreaterThan(1)
    expect(new Set(believed.claims.map(({ now }) => now.speaker))).toEqual(new Set(['Anton Verek']))
  })

  it('is checked, and can be taken back, and none of it is forgotten', async () => {
    const { demo, show, send } = await open()
    await jsonOf(send({ change: { kind: 'check', verdict: 'accept' } }))
    expect((await show()).record.believed.claims).toMatchObject([{ checked: 'accept', withdrawn: false }])
    const { id } = await jsonOf<{ id: string }>(send({ change: { kind: 'withdraw' } }))
    expect((await show()).record.believed.claims).toMatchObject([{ withdrawn: true }])
    await jsonOf(send({ change: { kind: 'undo', correction: id } }))
    expect((await show()).record.believed.claims).toMatchObject([{ checked: 'accept', withdrawn: false }])
    expect((await show()).record.corrections.map(({ state }) => state)).toEqual(['holds', 'undone', 'holds'])
    expect((await jsonOf(demo.ask('/api/corrections'))).total).toBe(3)
    expect(await errorOf(send({ change: { kind: 'undo', correction: 'correction:none' } }))).toBe(
      '422 desk/correction-lost',
    )
    expect(await errorOf(send({ change: { kind: 'unlink', link: 'motive' } }))).toBe('422 desk/correction-lost')
  })

  it('outlives a reading by another pipeline, and what finds no words is listed and not moved', async () => {
    const { demo, show, send, text } = await open()
    await jsonOf(send({ change: { kind: 'set', field: 'status', to: 'planned' } }))
    const pardon = (await show()).claims.find(({ event }) => event.type === 'pardon')?.evidence.quote ?? ''
    await jsonOf(send({ quote: pardon, type: 'pardon', change: { kind: 'withdraw' } }))
    const { store } = demo
    const id = documentId('wire')
    const [stored, findings] = [await store.document(id), await store.findings(id)]
    if (!stored || !findings) throw new Error('it is there')
    // A newer pipeline finds no pardon, numbers its claims otherwise and takes a word more into the evidence.
    const kept = findings.claims
      .filter(({ event }) => event.type === 'release')
      .map((claim, nth) => {
        const span = { from: claim.evidence.span.from, to: claim.evidence.span.to + 3 }
        const evidence = {
          ...claim.evidence,
          span,
          quote: text.slice(span.from, span.to),
          suffix: text.slice(span.to, span.to + 32),
        }
        return { ...claim, id: claimId(`n${nth}`), evidence, told: [] }
      })
    const newer = { ...findings, claims: kept, links: [] }
    const sketch = sketchText(text)
    await store.write((writer) =>
      placeDocument(
        writer,
        { ...stored, pipeline: 'newer/1' },
        { findings: newer, sketch: packSketch(sketch), sketchKeys: sketchKeys(sketch), notices: [] },
        EMPTY_LEXICON,
      ),
    )
    const { corrections, believed } = (await show()).record
    expect(corrections.map(({ state }) => state)).toEqual(['holds', 'gone'])
    expect(believed.claims).toMatchObject([{ claim: 'n0', now: { type: 'release', status: 'planned' } }])
    const lost = await jsonOf(demo.ask('/api/corrections/lost'))
    expect(lost.rows).toMatchObject([{ state: 'gone', there: true, correction: { anchor: { quote: pardon } } }])
  })
})

describe('judgements', () => {
  it('adds one about two that are there, in one order', async () => {
    const demo = await createDemo()
    const { rows } = await jsonOf(demo.ask('/api/stories?limit=2'))
    const [a = '', b = ''] = rows.map(({ id }) => String(id)).sort()
    const parts = { about: 'story', verdict: 'different', author: 'A. Reader', reason: 'half a year apart' }
    const response = await demo.post('/api/judgements', { ...parts, pair: [b, a] })
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ pair: [a, b], verdict: 'different', by: { name: 'A. Reader' } })
    expect((await jsonOf(demo.ask('/api/judgements?about=story'))).total).toBe(1)
    expect((await jsonOf(demo.ask('/api/judgements?about=actor'))).total).toBe(0)
    expect(await jsonOf(demo.ask(`/api/stories/${b}/history`))).toMatchObject({
      corrections: [],
      judgements: [{ pair: [a, b], verdict: 'different' }],
    })
    expect(await errorOf(demo.post('/api/judgements', { ...parts, pair: [a, a] }))).toBe('422 desk/same-pair')
    expect(await errorOf(demo.post('/api/judgements', { ...parts, pair: [a, 'x'] }))).toBe('404 desk/no-such-story')
    expect(await errorOf(demo.post('/api/judgements', { ...parts, pair: [a, b, a] }))).toBe('400 wire/bad-request')
    const copies = { ...parts, about: 'copy', pair: ['print', 'nothing'] }
    expect(await errorOf(demo.post('/api/judgements', copies))).toBe('404 desk/no-such-document')
  })
})
