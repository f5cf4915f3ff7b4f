import { renderCsv, SOURCE_TABLE } from '@backchannel/wire'
import { expect, it } from 'vitest'

it('tells of every branch of a story in one table: roots, denials, copies, what does not count, loops', () => {
  const rows = SOURCE_TABLE.rows({
    story: 'story:a',
    low: 1,
    high: 1,
    sentence: '1 independent root: Ingrid Solvang.',
    roots: [{ name: 'Ingrid Solvang', kind: 'speaker', documents: ['a', 'b'] }],
    copies: [{ document: 'b', of: 'a', how: 'excerpt', score: 0.9, why: 'nine words of ten' }],
    collapsed: [{ documents: ['c'], into: 'Ingrid Solvang', why: 'The Star cites The Ledger.' }],
    loops: [['The Star', 'The Sun']],
    withdrawn: {
      low: 1,
      high: 1,
      roots: [{ name: 'a US official', kind: 'anonymous', documents: ['e'] }],
      why: [{ document: 'e', why: 'It stands in the text of The Sun, which has been withdrawn.' }],
    },
    notices: [],
    denied: { low: 1, high: 1, roots: [{ name: 'Belgard', kind: 'speaker', documents: ['d'] }] },
  })
  expect(renderCsv(rows, SOURCE_TABLE.columns).trimEnd().split('\r\n')).toEqual([
    'what,name,kind,documents,why',
    'root,Ingrid Solvang,speaker,a; b,',
    'denied by,Belgard,speaker,d,',
    'withdrawn,a US official,anonymous,e,',
    'rested on a withdrawn article,,,e,"It stands in the text of The Sun, which has been withdrawn."',
    'copy of,a,excerpt,b,nine words of ten',
    'collapsed,Ingrid Solvang,,c,The Star cites The Ledger.',
    'loop,The Star > The Sun,,,they only cite each other',
  ])
})
