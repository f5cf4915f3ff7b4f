import { describe, expect, it } from 'vitest'
import { changeOf, changeWords, type Draft, participantsOf } from '../src/app/correct.ts'
import { movedSelection, trimSpan, wordSpans } from '../src/app/select-words.ts'

const DRAFT: Draft = {
  ...{ kind: 'set', field: 'status', type: '', status: 'planned', stance: 'asserts', channel: 'unknown' },
  ...{ speaker: ' ', place: '', from: '', to: '', participants: [] },
}

describe('a correction form', () => {
  it.each([
    [{}, { kind: 'set', field: 'status', to: 'planned' }],
    [{ field: 'speaker' }, { kind: 'set', field: 'speaker', to: null }],
    [
      { field: 'speaker', speaker: ' the envoy ' },
      { kind: 'set', field: 'speaker', to: 'the envoy' },
    ],
    [
      { field: 'place', place: 'Tarn' },
      { kind: 'set', field: 'place', to: { name: 'Tarn' } },
    ],
    [
      { field: 'when', from: '2026-03-01', to: '2026-03-01' },
      { kind: 'set', field: 'when', to: { earliest: '2026-03-01', latest: '2026-03-01', precision: 'day' } },
    ],
    [
      { field: 'when', to: '2026-03-01' },
      { kind: 'set', field: 'when', to: { earliest: null, latest: '2026-03-01', precision: 'vague' } },
    ],
    [{ kind: 'withdraw' }, { kind: 'withdraw' }],
    [{ kind: 'quotation' }, { kind: 'quotation', speaker: null }],
  ] as const)('%j makes %j', (parts, change) => {
    expect(changeOf({ ...DRAFT, ...parts })).toEqual({ change })
  })

  it('says what is missing instead of sending nonsense', () => {
    expect(changeOf({ ...DRAFT, kind: 'add' })).toHaveProperty('why')
    expect(changeOf({ ...DRAFT, field: 'type' })).toHaveProperty('why')
    const add = { ...DRAFT, kind: 'add', type: 'release' } as const
    expect(changeOf({ ...add, participants: [{ role: '', name: 'somebody' }] })).toEqual({
      why: 'Say what “somebody” does in it: participant 1 has no role.',
    })
    expect(changeOf({ ...add, participants: [{ role: 'agent', name: ' ' }] })).toHaveProperty('why')
    expect(changeOf({ ...DRAFT, field: 'participants', participants: [{ role: 'agent', name: '' }] })).toHaveProperty(
      'why',
    )
    expect(changeOf({ ...DRAFT, field: 'participants', participants: [] })).toEqual({
      change: { kind: 'set', field: 'participants', to: [] },
    })
    expect(changeOf({ ...add, participants: [{ role: 'agent', name: ' Norland ' }] })).toMatchObject({
      change: { what: { type: 'release', participants: [{ role: 'agent', name: 'Norland' }] } },
    })
    expect(participantsOf([{ role: '', name: '' }])).toEqual({ participants: [] })
  })

  it('sends no more of participants than the form has, so that the rest of them stays', () => {
    const participants = [{ role: 'agent', name: 'Norland' }]
    expect(changeOf({ ...DRAFT, field: 'participants', participants })).toEqual({
      change: { kind: 'set', field: 'participants', to: [{ role: 'agent', name: 'Norland' }] },
    })
  })

  it('tells a change in words, whatever it is', () => {
    expect(changeWords({ kind: 'set', field: 'when', to: { earliest: null, latest: '2026-03-01' } })).toBe(
      'when is … to 2026-03-01',
    )
    expect(changeWords({ kind: 'add', what: { type: 'visit' } })).toBe('a new statement: visit')
    expect(changeWords({ kind: 'constructor' })).toBe('constructor')
    expect(changeWords({})).toBe('undefined')
  })
})

describe('selecting words', () => {
  const text = '“We freed — nine men,” U.S.-born Ann O’Hara said.'
  const words = wordSpans(text)
  it('goes word by word, signs between them too', () => {
    expect(words.map(({ from, to }) => text.slice(from, to))).toEqual([
      ...['“', 'We', 'freed', '—', 'nine', 'men', ',', '”', 'U.S', '.', '-', 'born', 'Ann', 'O’Hara', 'said', '.'],
    ])
  })
  it('moves by keys, and stays within the text', () => {
    const press = (anchor: number, head: number, key: string, shiftKey = false) =>
      movedSelection(words, { anchor, head }, { key, shiftKey })
    expect(press(-1, -1, 'ArrowRight')).toEqual({ anchor: 0, head: 0 })
    expect(press(2, 2, 'ArrowRight', true)).toEqual({ anchor: 2, head: 3 })
    expect(press(0, 0, 'ArrowLeft')).toEqual({ anchor: 0, head: 0 })
    expect(press(3, 3, 'End', true)).toEqual({ anchor: 3, head: words.length - 1 })
    expect(press(3, 3, 'a')).toBeNull()
    expect(press(3, 3, 'constructor')).toBeNull()
    expect(movedSelection([], { anchor: -1, head: -1 }, { key: 'End', shiftKey: false })).toBeNull()
  })
  it('leaves white space at the ends out', () => {
    expect(trimSpan('a  b ', { from: 1, to: 5 })).toEqual({ from: 3, to: 4 })
    expect(trimSpan('a  b ', { from: 1, to: 3 })).toBeNull()
  })
})
