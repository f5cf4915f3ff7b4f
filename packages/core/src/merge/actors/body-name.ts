import { remember } from '../../text/index.ts'
import { PORTFOLIOS } from '../data/offices.ts'
import { PLACE_FORMS } from '../data/renamed-places.ts'
import { foldName } from '../fold-name.ts'

/** The name of a state, an organization, an outlet or a place as it is compared. */
export interface BodyName {
  /** Folded, one spelling of English. */
  readonly form: string
  readonly words: readonly string[]
  /** Initials of its words but small ones; for names of at least two words. */
  readonly initials: string | null
  /** True for a form in capitals of 2 to 7 letters. */
  readonly acronym: boolean
  /** What kind of body of a state it is, where the name is only that: "foreign ministry"; null for names of their own. */
  readonly generic: string | null
  /** Words beside the generic ones: whose it is ("norwegian"), where it is. */
  readonly rest: readonly string[]
}

const SMALL: ReadonlySet<string> = new Set(['of', 'the', 'for', 'and', 'in', 'on', 'to', 'at', 'de', 'la', 'du', 'des'])
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bdefence\b/g, 'defense'],
  [/\blabour\b/g, 'labor'],
  [/\bcentre\b/g, 'center'],
  [/\bprogramme\b/g, 'program'],
  [/\bco operation\b/g, 'cooperation'],
  [/isation\b/g, 'ization'],
  [/isations\b/g, 'izations'],
  [/\bunited nations\b/g, 'un'],
  [/\bu n\b/g, 'un'],
  [/\bharbour\b/g, 'harbor'],
]
const GENERIC =
  /\b((?:foreign|defense|interior|justice|finance|economy|economic|energy|culture|health|education|information|oil|trade|agriculture|transport|environment) ministry|(?:supreme|constitutional|high|appeals|military) court|central bank|state security committee|security council|national assembly|parliament|embassy|consulate|armed forces|air force|border guard|coast guard|army|navy|police|government|presidency|presidential office|presidential administration|state department|ministry|cabinet|senate|central election commission|election commission|intelligence service|secret service)\b/
const MINISTRY_OF =
  /\bministry (?:of|for) (?:the )?(foreign affairs|external affairs|foreign relations|internal affairs|home affairs|national defense|interior|defense|justice|finance|economy|energy|culture|health|education|information|oil|trade|agriculture|transport|environment)\b/
const CAPITALS = /^\p{Lu}[\p{Lu}.&]{1,8}$/u

/** Names remembered with their parts; about 2 MB. */
const NAMES_REMEMBERED = 4096

/** Parts of a name of a body. */
export const parseBodyName: (text: string) => BodyName = remember((text) => {
  let form = foldName(text.replace(/['’]s\b/g, ''))
  for (const [pattern, spelling] of SPELLINGS) form = form.replace(pattern, spelling)
  const of = MINISTRY_OF.exec(form)
  if (of) form = form.replace(of[0], `${PORTFOLIOS.get(of[1]!) ?? of[1]!} ministry`)
  form = PLACE_FORMS.get(form) ?? form
  const words = form.split(' ')
  const generic = GENERIC.exec(form)?.[1] ?? null
  const rest =
    generic === null
      ? words
      : form
          .replace(generic, ' ')
          .split(' ')
          .filter((word) => word !== '' && !SMALL.has(word))
  const weighty = words.filter((word) => !SMALL.has(word))
  return {
    form,
    words,
    initials: weighty.length > 1 ? weighty.map((word) => word[0]).join('') : null,
    acronym: CAPITALS.test(text.trim()) && form.length <= 7,
    generic,
    rest,
  }
}, NAMES_REMEMBERED)

const PEOPLE = /^(?:|n|an|ian|ans|ians|ean|ish|i|ese|ic|er|s|a|ia|land|y|e|h|ch|ne|ne?an|se|egian|enian|tan|istan)$/

/** "karsovian" of "karsovia", "norwegian" of "norway": a long common beginning and endings that make peoples of lands. */
export function isOfLand(a: string, b: string): boolean {
  if (a === b) return true
  const least = Math.max(3, Math.min(a.length, b.length) - 3)
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at >= least && PEOPLE.test(a.slice(at)) && PEOPLE.test(b.slice(at))
}

const TRIMMINGS =
  /^(?:republic of|kingdom of|state of|federal republic of|islamic republic of|city of|government of)\s+|\s+(?:group|inc|ltd|plc|corporation|company|news agency|newspaper|magazine|agency|government)$/g

/** The name without what only says what it is: "republic of", "news agency". */
export function bareName(name: BodyName): string {
  return name.form.replace(TRIMMINGS, '')
}
