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

it.each([
  ['a dateline', 'OSLO, June 21 (AP) - The envoys met on Friday.', 'AP'],
  ['a reporting line', 'The envoys met on Friday.\n\nReporting by Yonhap.', 'Yonhap'],
  ['a list with the outlet itself', 'The envoys met on Friday.\n\nSOURCE: HARBOR WORLD, REUTERS', 'Reuters'],
  ['two agencies', 'The envoys met on Friday.\n\nReporting by AFP and dpa', null],
  ['none', 'The envoys met on Friday. They had read Reuters.', null],
] as const)('the agency behind a given outlet: %s', async (_, text, agency) => {
  const { document } = await createDocument(text, { outlet: 'Harbor World' })
  expect(document.agency).toBe(agency)
})

it('names no agency behind itself', async () => {
  const { document } = await createDocument('OSLO (AP) - The envoys met.', { outlet: 'The Associated Press' })
  expect(document.agency).toBe(null)
})
