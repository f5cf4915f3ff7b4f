import { remember } from '../../text/index.ts'
import { COMMON_SURNAMES } from '../data/common-names.ts'
import { PATRONYMIC } from '../data/given-names.ts'
import { toLatin } from '../fold-name.ts'
import { givenLikeness, INITIAL, LIKE, likeness, type NameWord, nameWord } from './sound.ts'

/** The name of a person in parts. */
export interface PersonName {
  readonly words: readonly NameWord[]
  /** "jr", "sr", "ii" to "xvi"; null for none. */
  readonly suffix: string | null
  readonly text: string
}

/** How two names of persons stand to each other. */
export interface NameMatch {
  /** `full`: both have given name and surname; `surname`: one has a single word, which the other holds; `none`: not one name. */
  readonly how: 'full' | 'surname' | 'none'
  /** 0 to 1. */
  readonly likeness: number
  /** True where the names forbid that they are one person, rather than only fail to agree. */
  readonly conflict: boolean
  readonly because: string
}

const HONORIFICS: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady hon rev sheikh shaikh sheik sayyid ayatollah imam mullah haji president premier chancellor minister secretary general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm commander brigadier marshal senator sen congressman congresswoman representative rep governor gov mayor ambassador envoy judge justice prince princess king queen emir sultan pope cardinal archbishop bishop father patriarch prime foreign defense defence special comrade'.split(
    ' ',
  ),
)
const SUFFIX = /^(?:jr|sr|junior|senior|ii|iii|iv|vi|vii|viii|ix|xi|xii|xiii|xiv|xv|xvi)$/
const PARTICLES: ReadonlySet<string> = new Set(
  'al el ul de da do dos das di du del della der den van von zu zur la le ter ten af av och e y i'.split(' '),
)
const ARTICLE = /(?<!\p{L})(?:al|el|ul|as|ash|an|ar|ad|at|az|ed|es|ech|us|as)[-‑–](?=\p{L}{3})/gu
const NICKNAME = /(?<=\s)["“'‘(][^"”'’)]+["”'’)](?=\s)/gu
const BREAK = /[^\p{L}\p{N}']+/gu
const APOSTROPHES = /['’ʼʹ`´]/g

/** Names remembered with their parts; about 2 MB. */
const NAMES_REMEMBERED = 4096

/** Parts of a name. Honorifics in front are left out where a name remains; particles are left out. */
export const parsePersonName: (text: string) => PersonName = remember((text) => {
  const all = toLatin(text.replace(NICKNAME, ' '))
    .replace(ARTICLE, '')
    .replace(APOSTROPHES, '')
    .replace(BREAK, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
  let suffix: string | null = null
  let end = all.length
  if (end > 1 && SUFFIX.test(all[end - 1]!)) {
    end--
    suffix = all[end]!.replace('junior', 'jr').replace('senior', 'sr')
  }
  let start = 0
  while (start < end - 1 && HONORIFICS.has(all[start]!)) start++
  const body = all.slice(start, end)
  const kept = joinServants(body.filter((word) => !PARTICLES.has(word)))
  const words = (kept.length > 0 ? kept : body).map((word) =>
    nameWord(word === 'ibn' || word === 'ben' ? 'bin' : word === 'bint' ? 'bint' : word),
  )
  return { words, suffix, text }
}, NAMES_REMEMBERED)

/** "Abdel Fattah" and "Abd al-Fattah" are the one name "Abdulfattah". */
function joinServants(words: readonly string[]): string[] {
  const joined: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const next = words[i + 1]
    if (SERVANT.test(word) && next !== undefined) {
      joined.push(`abdul${next}`)
      i++
    } else joined.push(word.replace(SERVANT_OF, 'abdul'))
  }
  return joined
}

const SERVANT = /^abd(?:[aeou]l)?$/
const SERVANT_OF = /^abd[aeo]l(?=\p{L}{4})/u

/** True where the surname is so common that with it a name says little. */
export function isCommonName(name: PersonName): boolean {
  const last = name.words.at(-1)
  const first = name.words[0]
  return (
    last !== undefined && (COMMON_SURNAMES.has(last.form) || (first !== undefined && COMMON_SURNAMES.has(first.form)))
  )
}

/** Compares two names of persons. */
export function matchNames(a: PersonName, b: PersonName): NameMatch {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  if (short.words.length === 0) return none('no name')
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix)
    return conflict(`"${a.suffix}" and "${b.suffix}" are two people`)
  const match = short.words.length === 1 ? matchSingle(short.words[0]!, long) : matchFull(short, long)
  if (match.how === 'full' && (a.suffix === null) !== (b.suffix === null))
    return {
      ...match,
      likeness: Math.min(match.likeness, 0.85),
      because: `${match.because}; only one is "${a.suffix ?? b.suffix}"`,
    }
  return match
}

function matchSingle(word: NameWord, long: PersonName): NameMatch {
  const last = long.words.at(-1)!
  if (long.words.length === 1) {
    const same = likeness(word, last)
    return same >= LIKE
      ? { how: 'surname', likeness: same, conflict: false, because: `both are called "${last.form}" alone` }
      : none('other names')
  }
  // A single word is a surname; with names that put it first, as Korean and Chinese ones, it is the first word.
  let best = likeness(word, last)
  for (let i = 0; i < long.words.length - 1; i++) {
    const here = likeness(word, long.words[i]!) - (i === 0 ? 0.02 : 0.04)
    if (here > best) best = here
  }
  return best >= LIKE
    ? { how: 'surname', likeness: best, conflict: false, because: `"${word.form}" is the surname of the other` }
    : none('other names')
}

function matchFull(short: PersonName, long: PersonName): NameMatch {
  const s = short.words
  const l = long.words
  const surname = likeness(s.at(-1)!, l.at(-1)!)
  const given = givenLikeness(s[0]!, l[0]!)
  if (surname >= LIKE && given >= LIKE) {
    const clash = middlesClash(s, l)
    if (clash !== null) return conflict(clash)
    const both = Math.min(surname, given)
    return { how: 'full', likeness: both, conflict: false, because: spelled(surname, given) }
  }
  // The same words in another order: "Orban Viktor", "KIM Jong Un".
  if (
    s.length === l.length &&
    s.length <= 3 &&
    s.every((word) => l.some((other) => givenLikeness(word, other) >= 0.93 && word.form.length > 1))
  )
    return { how: 'full', likeness: 0.93, conflict: false, because: 'the same names in another order' }
  // "Nicolas Madero" of "Nicolas Madero Moros": all of the shorter, in order, from the first name on.
  if (s.length < l.length && given >= 0.93 && holds(l, s, 0.93))
    return { how: 'full', likeness: 0.93, conflict: false, because: 'one name is the beginning of the longer one' }
  // "J. Robert Hale" and "Robert Hale".
  if (surname >= LIKE && l.length > 2 && givenLikeness(s[0]!, l[1]!) >= 0.93 && l[0]!.form.length === 1)
    return {
      how: 'full',
      likeness: 0.9,
      conflict: false,
      because: 'the second given name of the one is the first of the other',
    }
  if (surname >= LIKE) return conflict(`"${s[0]!.form}" and "${l[0]!.form}" are two given names`)
  if (given >= LIKE) return conflict(`"${s.at(-1)!.form}" and "${l.at(-1)!.form}" are two surnames`)
  return conflict('other names')
}

function spelled(surname: number, given: number): string {
  if (surname === 1 && given === 1) return 'given name and surname are the same'
  if (given === INITIAL) return 'the same surname, and the initial fits'
  return surname === 1 ? 'the same surname, and forms of one given name' : 'spellings of one name'
}

/** What forbids: two patronymics, or two middle names of which neither fits the other. Null for nothing. */
function middlesClash(short: readonly NameWord[], long: readonly NameWord[]): string | null {
  const some = short.slice(1, -1)
  const others = long.slice(1, -1)
  if (some.length === 0 || others.length === 0) return null
  const fits = some.some((word) => others.some((other) => givenLikeness(word, other) >= LIKE))
  if (fits) return null
  const fathers = PATRONYMIC.test(some[0]!.form) && PATRONYMIC.test(others[0]!.form)
  return `"${some[0]!.form}" and "${others[0]!.form}" are two ${fathers ? 'patronymics' : 'middle names'}`
}

/** True where `all` holds the words of `some` in their order, each at least so alike. */
function holds(all: readonly NameWord[], some: readonly NameWord[], least: number): boolean {
  let at = 0
  for (const word of some) {
    while (at < all.length && likeness(word, all[at]!) < least) at++
    if (at === all.length) return false
    at++
  }
  return true
}

function conflict(because: string): NameMatch {
  return { how: 'none', likeness: 0, conflict: true, because }
}

function none(because: string): NameMatch {
  return { how: 'none', likeness: 0, conflict: false, because }
}
