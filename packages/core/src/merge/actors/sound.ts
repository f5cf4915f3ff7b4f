import { remember } from '../../text/index.ts'
import { GIVEN_NAME_GROUPS } from '../data/given-names.ts'

/** One word of a name with what it is compared by. */
export interface NameWord {
  /** Folded: Latin, lower case. */
  readonly form: string
  /** Spelled alike where romanizations differ: "tsikhonouski" and "tikhonovsky" both "tihonovski". */
  readonly sound: string
  /** The same with vowels that romanizations of one name often differ in made one. */
  readonly loose: string
  /** Consonants of the sound but g and h. */
  readonly bones: string
  /** Group of `GIVEN_NAME_GROUPS`; -1 for none. */
  readonly group: number
}

/*
 * Rewriting to one spelling, in this order. Own rules from the romanization tables of Russian, Ukrainian, Belarusian
 * (BGN/PCGN, 2008 instruction), Polish, Serbian and Arabic (newspaper use). Compiled once.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/szcz|shch/g, 'sh'],
  [/tsch|tch|cz/g, 'ch'],
  [/sch(?=[aeiouy])|sz/g, 'sh'],
  [/dzh/g, 'j'],
  [/dj/g, 'd'],
  [/ts(?=[iy])/g, 't'],
  [/tz/g, 'ts'],
  [/dz(?=[iey])/g, 'd'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/zh/g, 'z'],
  [/ck|q/g, 'k'],
  [/c(?![heiy])/g, 'k'],
  [/x/g, 'ks'],
  [/(?:ou|ov|ow|au|av|aw)(?=sk)/g, 'ov'],
  [/(?:skyy|skyi|skyj|skij|skiy|skii|sky|ski)$/, 'ski'],
  [/(?:skaya|skaia|skaja|ska)$/, 'ska'],
  [/(?:ichna|ivna)$/, 'ovna'],
  [/enka$/, 'enko'],
  [/w/g, 'v'],
  [/(?<=..)(?:yev|iev|yov|iov|iou|you|ev|eu|eff)$/, 'ev'],
  [/(?<=...)(?:ov|ou|au|av|off)$/, 'ov'],
  [/yia|iya|iia|ija|ia|ya|ja/g, 'a'],
  [/yo|io|jo/g, 'o'],
  [/yu|iu|ju/g, 'u'],
  [/(?<=.)(?:ye|ie|je)/g, 'e'],
  [/^(?:ye|je)/, 'e'],
  [/(?:iy|ij|yi|yy|ii|yj|ey|ei|ej|ay|ai|aj|y)$/, 'i'],
  [/ee/g, 'i'],
  [/oo|ou/g, 'u'],
  [/ay|ai|ei|ey/g, 'e'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
]

/** Words of names remembered with their sound; about 2 MB. */
const WORDS_REMEMBERED = 4096

/** How a word of a name is compared. */
export const nameWord: (form: string) => NameWord = remember((form) => {
  let sound = form
  if (form.length > 2) for (const [pattern, spelling] of RULES) sound = sound.replace(pattern, spelling)
  const loose = sound
    .replace(/o/g, 'a')
    .replace(/e/g, 'i')
    .replace(/^ha(?=[rln])/, 'ga')
  const bones = sound.replace(/[aeiouhg]/g, '')
  return { form, sound, loose, bones: bones === '' ? sound : bones, group: GIVEN_NAME_GROUPS.get(form) ?? -1 }
}, WORDS_REMEMBERED)

/** Least likeness at which two words can be one name. */
export const LIKE = 0.8

/**
 * How alike two words of names are, 0 to 1: 1 the same, about 0.95 another romanization, 0.8 to 0.9 a letter apart. A
 * feminine surname and its masculine are not alike: they are two people.
 */
export function likeness(a: NameWord, b: NameWord): number {
  if (a.form === b.form) return 1
  if (isFeminineOf(a, b) || isFeminineOf(b, a)) return 0
  if (a.sound === b.sound) return 0.97
  if (a.loose === b.loose) return 0.93
  const shorter = Math.min(a.sound.length, b.sound.length)
  if (shorter < 5 || Math.abs(a.sound.length - b.sound.length) > 2) return 0
  const apart = distance(a.sound, b.sound, 2)
  if (apart === 1 && shorter >= 8) return 0.87
  if (a.bones !== b.bones) return 0
  if (apart === 1) return 0.85
  return apart === 2 && shorter >= 6 ? 0.82 : 0
}

/** The same for given names, where other languages and short forms of one name count as it. */
export function givenLikeness(a: NameWord, b: NameWord): number {
  if (a.form.length === 1 || b.form.length === 1)
    return a.form[0] === b.form[0] || a.sound[0] === b.sound[0] ? INITIAL : 0
  if (a.group >= 0 && b.group >= 0) return a.group === b.group ? 0.95 : a.form === b.form ? 1 : 0
  return likeness(a, b)
}

/** Likeness of an initial and a name that starts with it. */
export const INITIAL = 0.81

function isFeminineOf(a: NameWord, b: NameWord): boolean {
  if (a.form.length < 4) return false
  if (a.sound === `${b.sound}a` || a.loose === `${b.loose}a`) return true
  return a.sound.endsWith('ska') && b.sound.endsWith('ski') && a.loose.slice(0, -1) === b.loose.slice(0, -1)
}

/** Letters to put in, leave out or change (Levenshtein 1966); more than `most` gives `most + 1`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const value = Math.min(
        before[j]! + 1,
        row[j - 1]! + 1,
        before[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1),
      )
      row.push(value)
      if (value < best) best = value
    }
    if (best > most) return most + 1
    before = row
  }
  return before[b.length]!
}
