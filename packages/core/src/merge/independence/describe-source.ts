import { foldName } from '../fold-name.ts'

/** What words for a source tell apart: "two senior US officials" is an official, of the US, two of them. */
export interface DescribedSource {
  /** Stems of the words that say whose or where; empty for "an official" and "people familiar with the matter". */
  readonly office: ReadonlySet<string>
  /** How many the words stand on; 1 for a plural without a number, since it may be loose speech for one. */
  readonly count: number
  /** True where the words set this source apart from one named before: "another", "a second". */
  readonly isAnother: boolean
  /** True for a spokesman: the word of the office, whoever gives it. */
  readonly isSpokesman: boolean
}

const SPOKES = /\b(?:spokes(?:man|woman|person|people)|press secretary|press service|press office)\b/i

// Words that tell nobody apart. Own list.
const GENERIC = new Set(
  `a an the some several few of in at with from to by for on who whose that this and his her its their as
senior top high ranking level former current unnamed unidentified anonymous local another second third other one two three four five six
official officials source sources person people diplomat diplomats aide aides adviser advisers advisor advisors insider insiders
figure figures employee employees representative representatives member members individual individuals man woman men women
familiar close matter talks situation plan plans briefed knowledge knowing direct discussions issue speaking spoke condition
anonymity speak asked not be named identified because sensitivity statement press release spokesman spokeswoman spokesperson`.split(
    /\s+/,
  ),
)
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
])
// Words of one country that do not share their first five letters, each with the stem they get; general knowledge.
const ONE_COUNTRY: ReadonlyMap<string, string> = new Map(
  `us ameri|usa ameri|uk brita|british brita|eu europ|uae emira|norwegian norwa|swedish swede|french franc|polish polan|spanish spain
|swiss switz|danish denma|irish irela|dutch nethe|turkish turke|finnish finla|greek greec|chinese china|maltese malta|cypriot cypru
|omani oman|serbian serbi|serb serbi|nigerian nigri|nigeria nigri|welsh wales|lao laos|filipino phili|afghan afgha|thai thail`
    .split('|')
    .map((pair): readonly [string, string] => {
      const [word = '', stem = ''] = pair.trim().split(' ')
      return [word, stem]
    }),
)

/** Reads the words for an unnamed source. */
export function describeSource(name: string): DescribedSource {
  const words = foldName(name).split(' ')
  return {
    office: officeStems(name),
    count: words.reduce((count, word) => Math.max(count, COUNTS.get(word) ?? 1), 1),
    isAnother: words.some((word) => word === 'another' || word === 'second' || word === 'third'),
    isSpokesman: SPOKES.test(name),
  }
}

/** Stems of the words of a name that tell one office from another; five letters, so that Karsovia and Karsovian meet. */
export function officeStems(name: string): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const word of foldName(name.replace(/['’]s\b/g, ''))
    .replace(/\bunited states\b/g, 'us')
    .split(' ')) {
    if (word !== '' && !GENERIC.has(word)) stems.add(ONE_COUNTRY.get(word) ?? word.slice(0, 5))
  }
  return stems
}

/** True where one says all that the other says; never for a set that says nothing. */
export function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  if (part.size === 0) return false
  for (const word of part) if (!whole.has(word)) return false
  return true
}
