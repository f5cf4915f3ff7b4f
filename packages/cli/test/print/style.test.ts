import { describe, expect, it } from 'vitest'
import { createPaint, wantsColor } from '../../src/print/style.ts'

describe('wantsColor', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ TERM: 'dumb' }, true, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ])('%o on a terminal %s: %s', (environment, terminal, expected) => {
    expect(wantsColor(environment, terminal)).toBe(expected)
  })
})

describe('createPaint', () => {
  it('colors, or does nothing', () => {
    expect(createPaint(true)('red', 'no')).toBe('\u001b[31mno\u001b[39m')
    expect(createPaint(false)('red', 'no')).toBe('no')
  })
})
