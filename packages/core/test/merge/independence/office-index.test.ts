import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWithin } from '../../../src/merge/independence/describe-source.ts'
import { createOfficeIndex } from '../../../src/merge/independence/office-index.ts'
import type { Source } from '../../../src/merge/independence/trace-report.ts'

const office = fc.uniqueArray(fc.constantFrom('karso', 'norla', 'minis', 'forei', 'defen', 'embas'), { maxLength: 4 })

it('finds the offices that going through all of them finds, in their order', () => {
  fc.assert(
    fc.property(fc.array(office, { maxLength: 12 }), office, (all, asked) => {
      const offices = all.map((words, at) => ({ key: `k${at}`, office: new Set(words) }))
      const index = createOfficeIndex(
        // Only the office is looked at.
        offices.map(({ key, office }) => [key, { source: { office } as unknown as Source }] as const),
      )
      const own = new Set(asked)
      const keysOf = (fits: (other: ReadonlySet<string>) => boolean): string[] =>
        offices.filter(({ office }) => fits(office)).map(({ key }) => key)
      expect(index.holding(own)).toEqual(keysOf((other) => isWithin(own, other)))
      expect(index.fitting(own)).toEqual(keysOf((other) => isWithin(own, other) || isWithin(other, own)))
    }),
  )
})
