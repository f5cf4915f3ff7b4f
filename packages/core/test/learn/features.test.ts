import { expect, it } from 'vitest'
import { affixRows } from '../../src/learn/features.ts'
import { affixKeys, fnv1a } from './reference-net.ts'

it.each([
  ['Envoys', ['E', 'Env', 'ys', 'oys', 'voys', 'Xxx']],
  ['U.S.', ['U', 'U.S', 'S.', '.S.', 'U.S.', 'X.X.']],
  ['1,150', ['1', '1,1', '50', '150', ',150', 'd,dd']],
  ['ÉLAN', ['É', 'ÉLA', 'AN', 'LAN', 'ÉLAN', 'XX']],
  ['----', ['-', '---', '--', '---', '----', '--']],
  ['a', ['a', 'a', 'a', 'a', 'a', 'x']],
  ['', ['', '', '', '', '', '']],
  ['中国', ['中', '中国', '中国', '中国', '中国', '中国']],
  ['😀', ['\ud83d', '😀', '😀', '😀', '😀', '😀']],
])('%s', (form, keys) => {
  expect(affixKeys(form)).toEqual(keys)
  const rows = new Int32Array(8)
  affixRows(form, rows, 1)
  expect(Array.from(rows)).toEqual([0, ...keys.map((key, table) => table * 4096 + (fnv1a(key) % 4096)), 0])
})

it('looks at the first 64 units of a long form only', () => {
  const rows = new Int32Array(6)
  const same = new Int32Array(6)
  affixRows('ab'.repeat(32), rows)
  affixRows(`${'ab'.repeat(32)}XYZ`, same)
  expect(same).toEqual(rows)
})
