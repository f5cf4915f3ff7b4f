import { remember } from '@backchannel/core'
import { foldWord } from './words.ts'

/**
 * Respellings that bring the Latin spellings of one Cyrillic (or Polish, Czech) name together, applied in order to a
 * folded word. After the romanisation tables of ISO 9, BGN/PCGN, the Belarusian national system of 2007 and the Ukrainian
 * one of 2010: where these write one letter in several ways, the ways become one.
 */
const RESPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:y|j|i)(?=[aeou])/, ''], // Yevgeny, Jevgenij, Evgeny
  [/shch|sch|szcz|stsch/g, 's'],
  [/tsch|tch|cz|ch(?=[eiy])/g, 'c'], // before the kh of ch below
  [/sh|sz/g, 's'],
  [/dzh|dj|zh|rz/g, 'z'],
  [/kh|ch|gh|g/g, 'h'], // Grodno, Hrodna
  [/ts|tz/g, 't'], // Tikhonovsky, Tsikhonouski
  [/dz(?=[ieyvm])/g, 'd'], // Dmitry, Dzmitry
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/q|ck/g, 'k'],
  [/w/g, 'v'],
  [/([oae])u(?=[bcdfghklmnpqrstvz]|$)/g, '$1v'], // -ouski, -ovsky
]

/** Fewer consonants than this tell too little: such a word is looked up as it is written only. */
export const NAME_KEY_MIN = 3

/**
 * What the spellings of one name in different transliterations have in common: "Tikhonovsky", "Tsikhonouski" and
 * "Tsikhonousky" share a key, "Tikhonovskaya" has another; so do "Marchenko" and "Marchenka". Null for words that are
 * too short to tell. Two names may share a key by chance: good for finding, not for deciding who somebody is.
 */
export function maybeNameKey(word: string): string | null {
  const key = nameKey(word)
  return key === '' ? null : key
}

/** Words remembered with their keys; about 1 MB. */
const WORDS_REMEMBERED = 4096

/** Empty where there is none. */
const nameKey = remember((word) => {
  let key = foldWord(word).replace(/[^a-z]/g, '')
  if (key === '') return ''
  const feminine = /(?:a[yij]a|[oe]va|[oe]uva)$/.test(key)
  for (const [from, to] of RESPELLINGS) key = key.replace(from, to)
  const first = key[0] ?? ''
  const rest = key
    .slice(1)
    .replace(/[aeiouyj]/g, '')
    .replace(/(.)\1+/g, '$1')
  const start = /[aeiouyj]/.test(first) ? 'a' : first
  const bare = start === rest[0] ? rest : start + rest
  if (bare.length < NAME_KEY_MIN) return ''
  return feminine ? `${bare}a` : bare
}, WORDS_REMEMBERED)
