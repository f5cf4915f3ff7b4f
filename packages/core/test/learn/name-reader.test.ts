import { describe, expect, it } from 'vitest'
import { BackchannelError } from '../../src/errors.ts'
import {
  createNameReader,
  foldWord,
  hashText,
  NAME_COLUMNS,
  NAME_LABELS,
  NAME_LISTS,
  putOnList,
  type ScoredNames,
  viewNames,
} from '../../src/learn/index.ts'
import { createRandom } from './random.ts'
import { writeModel } from './write-model.ts'

const LABELS = NAME_LABELS.length
const flat = new Float32Array(LABELS * LABELS)
const net = { labels: LABELS, transition: flat, start: flat.slice(0, LABELS), end: flat.slice(0, LABELS) }

/** A model with a table of `size` rows; `weight` of a feature's row and column. */
function modelOf(weight: (row: number, column: number) => number, header: object = {}, size = 64): Uint8Array {
  const table = Float64Array.from({ length: NAME_COLUMNS * size }, (_, at) => weight(at % size, Math.floor(at / size)))
  return writeModel({ config: { kind: 'names', lists: NAME_LISTS, ...header } }, [
    { name: 'weights', rows: NAME_COLUMNS, columns: size, type: 'i4', values: table },
    { name: 'lists', rows: 1, columns: 64, type: 'i8', values: new Float64Array(64) },
    { name: 'transition', rows: LABELS, columns: LABELS, type: 'f32', values: new Float64Array(LABELS * LABELS) },
  ]).bytes
}

/** Sentences of "form/XPOS/TAG", each word hanging on the first; the net is sure of its tags by `sure`. */
function inputOf(rows: readonly string[], sure = 1): ScoredNames {
  const cells = rows.map((row) => row.split(' ').map((cell) => cell.split('/')))
  const words = cells.flat()
  const scores = new Float32Array(words.length * LABELS)
  words.forEach(([, , tag = 'O'], i) => {
    scores[i * LABELS + (NAME_LABELS as readonly string[]).indexOf(tag)] = sure
  })
  let last = 0
  const sentences = cells.map((sentence) => {
    last += sentence.length
    return { first: last - sentence.length, last }
  })
  return {
    forms: words.map(([form = '']) => form),
    xpos: words.map(([, xpos = '']) => xpos),
    names: words.map(([, , tag = 'O']) => tag),
    relations: words.map(() => 'dep'),
    heads: Int32Array.from(
      sentences.flatMap(({ first, last: end }) =>
        Array.from({ length: end - first }, (_, i) => (i === 0 ? -1 : first)),
      ),
    ),
    sentences,
    scores,
  }
}

const TEXT = [
  'Mira/NNP/B-PER Vask/NNP/I-PER met/VBD/O envoys/NNS/O of/IN/O Norland/NNP/B-LOC ././O',
  'Vask/NNP/B-PER left/VBD/O ././O',
]

describe('createNameReader', () => {
  it('says what the net says where no feature weighs anything', () => {
    const input = inputOf(TEXT)
    expect(
      createNameReader(
        modelOf(() => 0),
        net,
      ).read(input),
    ).toEqual(input.names)
  })

  it('turns what the net is not sure of, and leaves what it is sure of', () => {
    const places = modelOf((_, column) => (column === 2 ? 1 : 0))
    const kinds = (sure: number) => createNameReader(places, net).read(inputOf(TEXT, sure))
    expect(new Set(kinds(0.01).flatMap((tag) => (tag === 'O' ? [] : [tag.slice(2)])))).toEqual(new Set(['LOC']))
    expect(kinds(1e6)).toEqual(inputOf(TEXT).names)
  })

  it('never lets a name go on that did not begin, whatever the weights', () => {
    const random = createRandom(7)
    const names = createNameReader(
      modelOf(() => random.sign()),
      net,
    ).read(inputOf([...TEXT, ...TEXT], 0.1))
    names.forEach((tag, i) => {
      if (tag.startsWith('I-')) expect(['B', 'I'].map((sign) => `${sign}${tag.slice(1)}`)).toContain(names[i - 1])
    })
  })

  it('reads each document as if there were no other', () => {
    const random = createRandom(3)
    const reader = createNameReader(
      modelOf(() => random.sign()),
      net,
    )
    const first = reader.read(inputOf(TEXT))
    reader.read(inputOf(['Norland/NNP/B-ORG said/VBD/O']))
    expect(reader.read(inputOf(TEXT))).toEqual(first)
    expect(reader.read(inputOf([]))).toEqual([])
  })

  it.each<[string, object, string]>([
    ['another kind of model', { kind: 'core' }, 'it is for "core", not for "names"'],
    ['other lists', { lists: ['given'] }, 'its lists are not the ones that are read'],
  ])('refuses %s', (_, header, why) => {
    try {
      createNameReader(
        modelOf(() => 0, header),
        net,
      )
    } catch (error) {
      expect(error).toBeInstanceOf(BackchannelError)
      expect((error as BackchannelError).details['why']).toBe(why)
      return
    }
    throw new Error('it was read')
  })
})

describe('viewNames', () => {
  const lists = new Uint8Array(64)
  putOnList(lists, NAME_LISTS.indexOf('given'), hashText(foldWord('Mira')))
  const features = (rows: readonly string[], index: number): number[] => {
    const buffer = new Uint32Array(512)
    const view = viewNames(inputOf(rows), lists)
    return Array.from(buffer.subarray(0, view.features(index, buffer)))
  }

  it('takes small words between and beside names into the zone, and no others', () => {
    const row = 'He/PRP/O left/VBD/O the/DT/O Bank/NNP/B-ORG of/IN/O the/DT/O North/NNP/I-ORG at/IN/O once/RB/O ././O'
    expect(Array.from(viewNames(inputOf([row]), lists).zone).join('')).toBe('1111111100')
  })

  it('hears what the rest of the document says of a word', () => {
    const alone = features(['Vask/NNP/B-PER left/VBD/O ././O'], 0)
    const known = features(['Vask/NNP/B-PER left/VBD/O ././O', 'Mira/NNP/B-PER Vask/NNP/I-PER stayed/VBD/O'], 0)
    const other = features(['Vask/NNP/B-PER left/VBD/O ././O', 'Norland/NNP/B-LOC stayed/VBD/O'], 0)
    expect(known).not.toEqual(alone)
    expect(other).toEqual(alone)
  })
})
