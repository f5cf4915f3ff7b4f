import { expect, test } from 'vitest'
import { createTextReader } from '../read-text.ts'

const read = await createTextReader()

/** Why the first claim of a type is sure or not. */
function becauseOf(text: string, type: string): string {
  const claim = read(text).claims.find(({ event }) => event.type === type)
  return claim ? claim.confidence.because : 'no such claim'
}

test('whom a demand is about may not be who was spoken to', () => {
  const about = '"Jane Haddad" may only be what it is about'
  expect(becauseOf('Russia asked for news of Jane Haddad.', 'request')).toContain(about)
  expect(becauseOf('Russia asked Jane Haddad to leave the country.', 'request')).not.toContain('what it is about')
})

test('a pronoun may be another where two could be meant', () => {
  expect(becauseOf('Jane Roe spoke to Ada Novak in Oslo. Police arrested her on Monday.', 'arrest')).toContain(
    'may be another',
  )
  expect(becauseOf('Jane Roe spoke in Oslo. Police arrested her on Monday.', 'arrest')).not.toContain('may be another')
})
