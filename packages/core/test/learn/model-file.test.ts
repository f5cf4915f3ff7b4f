import { describe, expect, it } from 'vitest'
import { BackchannelError } from '../../src/errors.ts'
import { createCoreNet, readModelFile, unpackTensor } from '../../src/learn/index.ts'
import { TINY, type Written, writeModel, writeTinyCore } from './write-model.ts'

const VALUES = Float64Array.from([1, -2, 0.5, 3, 0, -1])

function modelOf(type: Written['type'], header: Readonly<Record<string, unknown>> = { config: {}, vocab: {} }) {
  return writeModel(header, [{ name: 'a', rows: 2, columns: 3, type, values: VALUES }], { words: ['the', 'élan', ''] })
}

/** The model's bytes with its header changed as text; the length must stay. */
function patched(from: string, to: string): Uint8Array {
  const { bytes } = modelOf('f32')
  const text = String.fromCharCode(...bytes)
  expect(text).toContain(from)
  return Uint8Array.from(text.replace(from, to.padEnd(from.length)), (char) => char.charCodeAt(0))
}

/** What the error says is wrong. */
function whyOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof BackchannelError && error.code === 'assets/bad-model') return String(error.details['why'])
    throw error
  }
  return 'nothing'
}

describe('reads what was written', () => {
  it.each(['f32', 'i8', 'i4'] as const)('%s', (type) => {
    const model = modelOf(type)
    const file = readModelFile('m', model.bytes)
    expect(Array.from(unpackTensor(file.tensor('a', 2, 3)))).toEqual(Array.from(model.tensors.get('a')!.values))
  })

  it('at any alignment of the bytes', () => {
    const { bytes, tensors } = modelOf('i8')
    const moved = new Uint8Array(bytes.length + 3)
    moved.set(bytes, 3)
    const file = readModelFile('m', moved.subarray(3))
    expect(Array.from(unpackTensor(file.tensor('a')))).toEqual(Array.from(tensors.get('a')!.values))
  })

  it('lines, also empty and non-ASCII ones', () => {
    expect(readModelFile('m', modelOf('f32').bytes).text('words')).toBe('the\nélan\n')
  })
})

describe('says what is wrong', () => {
  const good = modelOf('f32').bytes
  it.each<[string, () => unknown, string]>([
    [
      'other magic',
      () => readModelFile('m', new TextEncoder().encode('PK..')),
      'it starts with "PK..", not with "BCM1"',
    ],
    ['an empty file', () => readModelFile('m', new Uint8Array(0)), 'it starts with "", not with "BCM1"'],
    ['a cut magic', () => readModelFile('m', good.subarray(0, 6)), 'it ends after 6 bytes'],
    ['a cut header', () => readModelFile('m', good.subarray(0, 40)), 'the header is said to end at byte 192 of 40'],
    ['no JSON', () => readModelFile('m', patched('{"name":"test"', '{"name"')), 'the header is no JSON'],
    ['no config', () => readModelFile('m', patched('"config":{}', '"other":{}')), 'the header has no "config"'],
    ['a bad type', () => readModelFile('m', patched('"f32"', '"f64"')), 'tensor "a" has the type f64'],
    ['a bad shape', () => readModelFile('m', patched('[2,3]', '[2]')), 'tensor "a" has the shape [2]'],
    ['a shape too large', () => readModelFile('m', patched('[2,3]', '[9,9]')), 'ends at byte 532, the file has 232'],
    ['a missing tensor', () => readModelFile('m', good).tensor('b'), 'there is no tensor "b"'],
    ['a wrong shape', () => readModelFile('m', good).tensor('a', 3, 2), 'tensor "a" is 2 x 3, it should be 3 x 2'],
    ['a wrong count', () => readModelFile('m', good).count('layers'), 'config.layers is undefined, it should be'],
    ['missing labels', () => readModelFile('m', good).labels('upos'), 'vocab.upos is no list of labels'],
    ['a matrix read as text', () => readModelFile('m', good).text('a'), 'tensor "a" is f32, not text'],
  ])('%s', (_, read, why) => {
    expect(whyOf(read)).toContain(why)
  })
})

describe('a core net says what is wrong with its file', () => {
  it('of another kind', () => {
    expect(whyOf(() => createCoreNet(modelOf('f32').bytes))).toBe('it is for undefined, not for "core"')
  })

  it('with a tensor of another shape', () => {
    const { bytes } = writeTinyCore({ ...TINY, arc: 8 })
    const text = new TextDecoder('latin1').decode(bytes).replace('"arc":8', '"arc":9')
    const broken = Uint8Array.from(text, (char) => char.charCodeAt(0))
    broken.set(bytes.subarray(0, 8))
    expect(whyOf(() => createCoreNet(broken))).toContain('tensor "arc.dependent.weight" is 8 x 32, it should be 9 x 32')
  })

  it('with hidden units that fill no vector', () => {
    const { bytes } = writeTinyCore({ ...TINY, hidden: 12 })
    expect(whyOf(() => createCoreNet(bytes))).toContain('12 hidden units')
  })
})
