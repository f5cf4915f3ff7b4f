import { checkCases } from '@backchannel/testkit'
import { expect, it } from 'vitest'
import { findAgency, isSameOutlet } from '../src/credits.ts'
import { agencyOf, createDocument, NOTHING_FOUND } from '../src/index.ts'

checkCases(new URL('./credits.cases', import.meta.url), ({ input }) => findAgency(input) ?? 'none')

it('knows agencies by every form of their names', () => {
  expect(agencyOf('The Associated Press')).toBe('Associated Press')
  expect(agencyOf('AP.')).toBe('Associated Press')
  expect(agencyOf('The Harbor Ledger')).toBe(null)
})

it('takes two forms of an outlet for one', () => {
  expect(isSameOutlet('The Harbor Ledger', 'harborledger.com')).toBe(true)
  expect(isSameOutlet('AP', 'The Associated Press')).toBe(true)
  expect(isSameOutlet('The Harbor Ledger', 'Radio Northland')).toBe(false)
})

const DISPATCH = 'OSLO, June 21 (Reuters) - The envoys met on Friday.'
const SITE = { ...NOTHING_FOUND, publisher: 'The Harbor Ledger' }

it.each([
  ['a dispatch alone is the agency’s', DISPATCH, {}, NOTHING_FOUND, 'Reuters', null],
  ['the site that prints it is the carrier', DISPATCH, {}, SITE, 'Reuters', 'The Harbor Ledger'],
  ['an agency’s own site is no carrier', DISPATCH, {}, { ...SITE, publisher: 'Reuters' }, 'Reuters', null],
  ['a given outlet wins', DISPATCH, { outlet: 'Harbor Ledger' }, SITE, 'Harbor Ledger', null],
  ['a site’s own text is the site’s', 'The envoys met.', {}, SITE, 'The Harbor Ledger', null],
  ['nobody is named', 'The envoys met.', {}, NOTHING_FOUND, null, null],
] as const)('outlet and carrier: %s', async (_, text, given, found, outlet, carrier) => {
  const { document } = await createDocument(text, given, found)
  expect([document.outlet, document.carrier]).toEqual([outlet, carrier])
})
