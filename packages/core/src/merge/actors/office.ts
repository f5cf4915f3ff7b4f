import { remember } from '../../text/index.ts'
import { IDLE, LESSER, NOT_NOW, PORTFOLIOS, SAME_OFFICE, UNIQUE_OFFICES } from '../data/offices.ts'
import { foldName } from '../fold-name.ts'

/** An office in the form it is compared by. */
export interface OfficeKey {
  /** "foreign minister", "special envoy". */
  readonly title: string
  /** The last word: "minister", "envoy". */
  readonly head: string
  /** True for a deputy and the like. */
  readonly lesser: boolean
  /** False for former and future holders. */
  readonly now: boolean
  /** One holder at a time. */
  readonly unique: boolean
}

const MINISTER_OF = /^(minister|secretary) (?:of|for) (?:the )?(.+)$/
const AFFAIRS = /^(.+) (minister|secretary|ministry)$/

/** Titles remembered as read; about 1 MB. */
const TITLES_REMEMBERED = 2048

/** Reads a title: modifiers off, "minister of foreign affairs" to "foreign minister", "defence" to "defense". */
export const officeKey: (title: string) => OfficeKey = remember((title) => {
  let lesser = false
  let now = true
  const words: string[] = []
  for (const word of foldName(title)
    .replace(/defence/g, 'defense')
    .split(' ')) {
    if (LESSER.test(word)) lesser = true
    else if (NOT_NOW.test(word)) now = false
    else if (!IDLE.test(word) && word !== '') words.push(word)
  }
  const joined = portfolio(words.join(' '))
  const known = SAME_OFFICE.get(joined) ?? joined
  return {
    title: known,
    head: known.slice(known.lastIndexOf(' ') + 1),
    lesser,
    now,
    unique: !lesser && UNIQUE_OFFICES.has(known),
  }
}, TITLES_REMEMBERED)

function portfolio(title: string): string {
  const of = MINISTER_OF.exec(title)
  const turned = of ? `${PORTFOLIOS.get(of[2]!) ?? of[2]!} ${of[1]!}` : title
  const affairs = AFFAIRS.exec(turned)
  const field = affairs ? PORTFOLIOS.get(affairs[1]!) : undefined
  return field === undefined ? turned : `${field} ${affairs![2]!}`
}

/** The same office: the same title, or one more exact than the other ("special envoy" and "envoy"); both held or neither. */
export function sameOffice(a: OfficeKey, b: OfficeKey): boolean {
  if (a.lesser !== b.lesser || a.now !== b.now || a.head === '' || a.head !== b.head) return false
  return a.title === b.title || a.title.endsWith(` ${b.title}`) || b.title.endsWith(` ${a.title}`)
}
