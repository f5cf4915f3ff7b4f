import { buildFindings, documentOf } from '@backchannel/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedaction } from '../../src/write.ts'

const redaction = createRedaction(
  [
    { id: 'a', names: ['Jane Roe', 'Roe'] },
    { id: 'b', names: ['Per Åsgård'] },
  ],
  [
    { id: 'c', names: ['Jane Poe'] },
    { id: 'd', names: ['The Roe Foundation'] },
  ],
)

describe('redaction', () => {
  it.each([
    ['Jane Roe was freed.', 'a person (1) was freed.'],
    ['JANE ROE FREED; ROE’S LAWYER SPEAKS', 'a person (1) FREED; a person (1)’S LAWYER SPEAKS'],
    ['Jane\nRoe and Per Åsgård', 'a person (1) and a person (2)'],
    ['Åsgård said that Per wept.', 'a person (2) said that a person (2) wept.'],
    // Another bears the first name, and another a longer name with the surname.
    ['Jane called the Roe Foundation.', 'Jane called the Roe Foundation.'],
    [
      'See https://news.example/jane-roe-freed and #Jane_Roe.',
      'See https://news.example/a person (1)-freed and #a person (1).',
    ],
    ['The roe deer of Monroe fled.', 'The roe deer of Monroe fled.'],
    ['https://news.example/2026/monroe-doctrine', 'https://news.example/2026/monroe-doctrine'],
    ['https://news.example/2026/Roe_freed', 'https://news.example/'],
    ['https://news.example/2026/per-asgard-freed?a=1', 'https://news.example/'],
  ])('turns %j into %j', (text, expected) => {
    expect(redaction.text(text)).toBe(expected)
  })

  it('moves every span of findings to where its words are now, and cuts surroundings anew', () => {
    const text = 'On Sunday Karsovia freed Jane Roe, Roe said. Roe left for Norway.'
    const build = buildFindings(documentOf(text, '2026-03-16'))
    build.claim('release', {
      trigger: 'freed',
      participants: [
        ['agent', 'Karsovia'],
        ['patient', 'Jane Roe'],
      ],
    })
    const findings = build.finish()
    const redacted = redaction.findings(findings)
    expect(redacted.document.text).toBe(
      'On Sunday Karsovia freed a person (1), a person (1) said. a person (1) left for Norway.',
    )
    const [claim] = redacted.claims
    const words = ({ from, to }: { readonly from: number; readonly to: number }) =>
      redacted.document.text.slice(from, to)
    expect(claim?.event.participants.map(({ span }) => words(span))).toEqual(['Karsovia', 'a person (1)'])
    expect(words(claim!.event.trigger)).toBe('freed')
    expect(words(claim!.evidence.span)).toBe(claim!.evidence.quote)
    expect(JSON.stringify(redacted)).not.toMatch(/Roe/)
    // What it was made from is as it was.
    expect(findings.document.text).toBe(text)
  })

  it('finds folded names in what the program writes itself', () => {
    const value = { score: 1, because: 'both a release; asgard; on the same day', about: ['roe', 'norway'] }
    expect(redaction.value({ because: value, name: 'roe deer' })).toEqual({
      because: {
        score: 1,
        because: 'both a release; a person (2); on the same day',
        about: ['a person (1)', 'norway'],
      },
      name: 'roe deer',
    })
  })

  it('keeps the words of every span that holds no part of a name, and shows no part of one', () => {
    const piece = fc.constantFrom(
      'Jane Roe',
      'Roe',
      'Per Åsgård',
      'was freed',
      ' ',
      '. ',
      '🎉',
      '\n',
      'The Roe Foundation',
      'x',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(60), fc.nat(60), (pieces, start, length) => {
        const text = pieces.join(' ')
        const from = Math.min(start, text.length)
        const to = Math.min(from + length, text.length)
        const value = { document: { text }, at: { from, to } }
        const moved = redaction.pointing(value, text)
        const now = moved.document.text.slice(moved.at.from, moved.at.to)
        const words = text.slice(from, to)
        expect(moved.at.from <= moved.at.to && moved.at.to <= moved.document.text.length).toBe(true)
        expect(now.replace(/The Roe Foundation/g, '')).not.toMatch(/Jane Roe|Åsgård/)
        // Where no name is cut, the moved words are the words without the names.
        const cut = [...text.matchAll(/Jane\s+Roe|Per\s+Åsgård|The\s+Roe\s+Foundation|Roe/g)].some(
          ({ index, 0: name }) =>
            (index < from && index + name.length > from) || (index < to && index + name.length > to),
        )
        if (!cut) expect(now).toBe(redaction.text(words))
      }),
    )
  })

  const wider = createRedaction(
    [
      { id: 'a', names: ['Svetlana Ivanovna Petrenko', 'Petrenko'] },
      { id: 'b', names: ['Ana-Maria de la Cruz'] },
      { id: 'c', names: ['Mohammed al-Tamimi'] },
      { id: 'd', names: ['Jack London'] },
      { id: 'e', names: ['Pavel Anders'] },
    ],
    [
      { id: 'f', names: ['London'], isPlace: true },
      { id: 'g', names: ['Justice Minister Ola Anders', 'Anders'] },
      { id: 'h', names: ['Committee to Free Svetlana Petrenko', 'Petrenko Group'] },
    ],
  )

  it.each([
    ['Ms. Petrenko and S. I. Petrenko', 'Ms. a person (1) and a person (1)'],
    ['Svetlana Petrenko; Svetlana Ivanovna; SVETLANA', 'a person (1); a person (1); a person (1)'],
    ['The Petrenkos fled the U.S. Petrenko stayed.', 'The a person (1) fled the U.S. a person (1) stayed.'],
    ['De la Cruz met de la Cruz.', 'a person (2) met a person (2).'],
    ['Tamimi’s brother', 'a person (3)’s brother'],
    // A city called like him stays, his whole name does not.
    ['Jack London was held in London.', 'a person (4) was held in London.'],
    // Which of the two is meant cannot be told, and the minister is nobody to hide.
    ['Anders met Justice Minister Ola Anders.', 'a person met Justice Minister Ola Anders.'],
    ['Pavel Anders', 'a person (5)'],
    // A body called by a surname stays; one that has the whole name in it does not.
    ['the Petrenko Group', 'the Petrenko Group'],
    ['the Committee to Free Svetlana Petrenko', 'the Committee to Free a person (1)'],
  ])('goes by surnames, initials and what others are called: %j', (text, expected) => {
    expect(wider.text(text)).toBe(expected)
  })

  it('takes out nothing where nobody is hidden', () => {
    expect(createRedaction([], [{ id: 'a', names: ['Jane Roe'] }]).text('Jane Roe')).toBe('Jane Roe')
  })
})
