import { expect, it } from 'vitest'
import { cutSentence } from '../../src/learn/pieces.ts'

const cut = (text: string, limit: number): string[] => {
  const forms = text === '' ? [] : text.split(' ')
  return cutSentence(forms, limit).map(([from, to]) => forms.slice(from, to).join(' '))
}

it.each<[string, number, string[]]>([
  ['', 4, []],
  ['a b c d', 4, ['a b c d']],
  ['a b c d e', 4, ['a b c d', 'e']],
  ['a b c , e f', 6, ['a b c , e f']],
  ['a b c , e f g h', 6, ['a b c ,', 'e f g h']],
  ['a b ; d , f g h', 6, ['a b ; d ,', 'f g h']],
  ['a b c ; e , g h', 6, ['a b c ;', 'e , g h']],
  ['a , b c d e f g h', 6, ['a , b c d e', 'f g h']],
])('%s, at most %i', (text, limit, expected) => {
  expect(cut(text, limit)).toEqual(expected)
})
