import { describe, expect, it } from 'vitest'
import { HELD_SET, type JudgedText, OPEN_SETS, readJudged } from '../../../../../evals/judged/gold.ts'
import { scoreText } from '../../../../../evals/judged/score.ts'
import { readMarkedEvents } from '../../../../../evals/marked/marked-events.ts'

type ClaimJson = Parameters<typeof scoreText>[1][number]

const text = 'Police arrested Ada Roe on Monday.\nA court may free Ada Roe.'
const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]
const span = (words: string) => ({ from: at(words)[0], to: at(words)[1] })
const roe = { span: at('Ada Roe'), head: at('Ada Roe'), words: 'Ada Roe' }
const judged: JudgedText = {
  id: 'x-1',
  text,
  no: [],
  claims: [
    {
      type: 'arrest',
      trigger: at('arrested'),
      words: 'arrested',
      status: 'happened',
      stance: 'asserts',
      origin: 'ok',
      roles: { agent: [{ span: at('Police'), words: 'Police' }], patient: [roe] },
    },
  ],
}

function claim(type: string, trigger: string, status: string, roles: readonly [string, string][]): ClaimJson {
  const participants = roles.map(([role, words]) => ({
    role,
    span: span(words),
    head: span(words),
    actor: null,
    count: null,
    claim: null,
    includes: [],
  }))
  // What the scorer reads of a claim.
  return { event: { type, trigger: span(trigger), status, participants }, stance: 'asserts' } as unknown as ClaimJson
}

describe('claims against judges', () => {
  it('matches type and words, then status and participants', () => {
    const right = claim('arrest', 'arrested', 'happened', [
      ['agent', 'Police'],
      ['patient', 'Ada Roe'],
    ])
    expect(scoreText(judged, [right])).toMatchObject([{ typed: true, wrong: [], roles: { right: 2, missing: 0 } }])
    const wrong = claim('arrest', 'arrested', 'planned', [['patient', 'Monday']])
    const [answer] = scoreText(judged, [wrong])
    expect(answer?.wrong).toEqual([
      'status planned, not happened',
      'agent: missing “Police”',
      'patient: missing “Ada Roe”',
      'patient: wrong “Monday”',
    ])
  })

  it('leaves a claim of another sentence alone, and one of another type untyped', () => {
    const other = claim('release', 'free', 'hypothetical', [])
    expect(
      scoreText(judged, [other]).map(({ gold, claim: ours }) => [gold?.type ?? null, ours?.event.type ?? null]),
    ).toEqual([
      ['arrest', null],
      [null, 'release'],
    ])
    expect(scoreText(judged, [claim('custody', 'arrested', 'happened', [])])).toMatchObject([{ typed: false }])
  })

  it('has offsets that hold the words beside them, in every set', () => {
    for (const set of [...OPEN_SETS, HELD_SET]) expect(readJudged(set).length).toBeGreaterThan(50)
  })
})

describe('marked events', () => {
  it('takes the marks out and keeps where they stood', () => {
    const [one] = readMarkedEvents(
      '# doc a-1 agency\nPolice {release|set free} Roe.\nHe {visit/planned|goes} to Minsk.\n',
      'a.txt',
    )
    expect(one).toEqual({
      id: 'a-1',
      text: 'Police set free Roe.\nHe goes to Minsk.',
      events: [
        { type: 'release', status: 'happened', from: 7, to: 15 },
        { type: 'visit', status: 'planned', from: 24, to: 28 },
      ],
    })
  })

  it('names the text in which a mark is broken', () => {
    expect(() => readMarkedEvents('# doc a-2 agency\nPolice {release set free} Roe.\n', 'a.txt')).toThrow(
      /a\.txt: a-2 has a "\{"/,
    )
  })
})
