import type { TokenTable } from '../../model/index.ts'

/** What kind of thing a token is, as far as the end of a sentence is concerned. */
export const KIND = {
  none: 0,
  stop: 1,
  shout: 2,
  ellipsis: 3,
  colon: 4,
  semicolon: 5,
  comma: 6,
  openQuote: 7,
  closeQuote: 8,
  openBracket: 9,
  closeBracket: 10,
  dash: 11,
  lower: 12,
  capital: 13,
  capitals: 14,
  letter: 15,
  number: 16,
  lowerAbbreviation: 17,
  capitalAbbreviation: 18,
  initial: 19,
  initials: 20,
  symbol: 21,
  mixed: 22,
  address: 23,
  tag: 24,
  bullet: 25,
} as const

/** Columns about tokens that the features of gaps are made of; row i is token i. */
export interface Described {
  readonly kind: Uint8Array
  /** Hash of the form in small letters, digits as one sign, quotes and dashes by what they do, not by how they look. */
  readonly form: Int32Array
  /** Hash of the last three characters in small letters. */
  readonly suffix: Int32Array
  /** 1 where blanks stand before the token; 1 for the first. */
  readonly spaced: Uint8Array
  /** Length in code units, at most 15. */
  readonly size: Uint8Array
}

/** Describes all tokens of a text in one pass. */
export function describeTokens(text: string, tokens: TokenTable): Described {
  const n = tokens.length
  const kind = new Uint8Array(n)
  const form = new Int32Array(n)
  const suffix = new Int32Array(n)
  const spaced = new Uint8Array(n)
  const size = new Uint8Array(n)
  for (let i = 0; i < n; i++) {
    const from = tokens.from[i]!
    const to = tokens.to[i]!
    spaced[i] = i === 0 || tokens.to[i - 1]! < from ? 1 : 0
    size[i] = Math.min(15, to - from)
    let hash = 0x811c9dc5
    let tail = 0
    for (let k = from; k < to; k++) {
      let code = text.charCodeAt(k)
      if (code >= 0x41 && code <= 0x5a) code += 0x20
      else if (code >= 0x30 && code <= 0x39) code = 0x30
      else if (code === 0x2019 || code === 0x2bc) code = 0x27
      hash = Math.imul(hash ^ code, 0x01000193)
      tail = ((tail << 8) | (code & 0xff)) & 0xffffff
    }
    form[i] = hash
    suffix[i] = tail
    kind[i] = kindOf(text, from, to)
  }
  settleQuotes(text, tokens, kind, spaced)
  for (let i = 0; i < n; i++) {
    const k = kind[i]!
    const typographic = k === KIND.openQuote || k === KIND.closeQuote || k === KIND.dash || k === KIND.ellipsis
    if (typographic) form[i] = -k
  }
  return { kind, form, suffix, spaced, size }
}

/** Kind of a straight quotation mark until `settleQuotes` has said which way it looks. */
const STRAIGHT = 255

function kindOf(text: string, from: number, to: number): number {
  const first = text[from]!
  const last = text[to - 1]!
  const single = to - from === 1
  switch (first) {
    case '.':
      if (single) return KIND.stop
      if (last === '?' || last === '!') return KIND.shout
      if (last === '.') return KIND.ellipsis
      return KIND.number
    case '…':
      return KIND.ellipsis
    case '!':
    case '?':
    case '‽':
      return KIND.shout
    case ':':
      return single ? KIND.colon : KIND.symbol
    case ';':
      return single ? KIND.semicolon : KIND.symbol
    case ',':
      return KIND.comma
    case '"':
      return STRAIGHT
    case '“':
    case '‘':
    case '«':
    case '‹':
    case '„':
    case '‚':
      return KIND.openQuote
    case '”':
    case '»':
    case '›':
      return KIND.closeQuote
    case '`':
      return KIND.openQuote
    case "'":
    case '’':
      if (single) return STRAIGHT
      if (last === "'" || last === '’') return KIND.closeQuote
      return KIND.lower
    case '(':
    case '[':
    case '{':
      // "[...]" is one token and belongs to what stands before it.
      return single ? KIND.openBracket : KIND.closeBracket
    case ')':
    case ']':
    case '}':
      return KIND.closeBracket
    case '-':
    case '–':
    case '—':
    case '―':
      return text[to - 1] === first ? KIND.dash : KIND.symbol
    case '*':
    case '•':
    case '·':
    case '>':
    case '|':
      return KIND.bullet
    case '@':
    case '#':
      return single ? KIND.symbol : KIND.tag
  }
  return kindOfWord(text, from, to)
}

function kindOfWord(text: string, from: number, to: number): number {
  let uppers = 0
  let lowers = 0
  let digits = 0
  let dots = 0
  let others = 0
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x61 && code <= 0x7a) lowers++
    else if (code >= 0x41 && code <= 0x5a) uppers++
    else if (code >= 0x30 && code <= 0x39) digits++
    else if (code === 0x2e) dots++
    else if (code < 0x80) others++
    else {
      const character = text[i]!
      if (character !== character.toLowerCase()) uppers++
      else if (character !== character.toUpperCase()) lowers++
      else others++
    }
  }
  if (uppers + lowers === 0) return digits > 0 ? KIND.number : KIND.symbol
  if (text[to - 1] === '.') {
    if (dots > 1) return uppers > 0 ? KIND.initials : KIND.lowerAbbreviation
    if (to - from === 2) return uppers > 0 ? KIND.initial : KIND.lowerAbbreviation
    return uppers > 0 ? KIND.capitalAbbreviation : KIND.lowerAbbreviation
  }
  if (dots > 0 && others + dots > 1) return KIND.address
  if (digits > 0) return KIND.mixed
  if (uppers === 0) return KIND.lower
  if (lowers === 0) return to - from === 1 ? KIND.letter : KIND.capitals
  const head = text[from]!
  return head !== head.toLowerCase() ? KIND.capital : KIND.mixed
}

/** Decides which way straight quotation marks look: by blanks beside them where these tell, else by turns. */
function settleQuotes(text: string, tokens: TokenTable, kind: Uint8Array, spaced: Uint8Array): void {
  let open = false
  for (let i = 0; i < kind.length; i++) {
    if (kind[i] !== STRAIGHT) continue
    const before = i === 0 || spaced[i] === 1 || kind[i - 1] === KIND.openBracket || kind[i - 1] === KIND.openQuote
    const after = i + 1 >= kind.length || spaced[i + 1] === 1
    const double = text[tokens.from[i]!] === '"'
    const opens: boolean = before !== after ? before : double ? !open : false
    kind[i] = opens ? KIND.openQuote : KIND.closeQuote
    if (double) open = opens
  }
}
