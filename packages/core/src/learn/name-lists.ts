/** Lists of names and of words around names; a bit each, in the order of the model's lists. */
export const NAME_LISTS = [
  'given',
  'surname',
  'city',
  'state',
  'region',
  'organization',
  'outlet',
  'company',
  'office',
  'organizationNoun',
  'placeNoun',
  'thingNoun',
  'adjective',
  'calendar',
  'person',
  'town',
  'states',
] as const

/** Most words of a phrase that is looked up. */
export const LONGEST_PHRASE = 5
/** Bits set for each phrase of a list (Bloom 1970): with ten bits of room for each, one lookup of a hundred is wrong. */
const PROBES = 5

/** Whether list `list` has the phrase of hash `phrase`; sometimes true of one that it has not. */
export function inList(bits: Uint8Array, list: number, phrase: number): boolean {
  let at = mix(phrase, list)
  const step = mix(phrase, list + 101) | 1
  const mask = bits.length * 8 - 1
  for (let i = 0; i < PROBES; i++) {
    const bit = at & mask
    if ((bits[bit >> 3]! & (1 << (bit & 7))) === 0) return false
    at = (at + step) | 0
  }
  return true
}

/** Puts the phrase of hash `phrase` on list `list`; the same bytes whatever the order. */
export function putOnList(bits: Uint8Array, list: number, phrase: number): void {
  let at = mix(phrase, list)
  const step = mix(phrase, list + 101) | 1
  const mask = bits.length * 8 - 1
  for (let i = 0; i < PROBES; i++) {
    const bit = at & mask
    bits[bit >> 3] = bits[bit >> 3]! | (1 << (bit & 7))
    at = (at + step) | 0
  }
}

function mix(hash: number, salt: number): number {
  let h = Math.imul(hash ^ Math.imul(salt + 1, 0x9e3779b1), 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** FNV-1a over the UTF-16 code units of a part of a string. */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** Hash of a phrase: that of its words in lower case, one after another. */
export function joinHash(left: number, right: number): number {
  return (Math.imul(left, 31) + right) | 0
}
