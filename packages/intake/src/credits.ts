import { agencyOf, signedForm } from './agencies.ts'

/** Characters at the start of a text where a dateline may stand, and at its end where a credit may. */
const HEAD_LENGTH = 600
const TAIL_LENGTH = 800

// "OSLO, June 21 (Reuters) - ", "MINSK, 21 June. /TASS/. ", "(Xinhua) -- ": brackets or slashes right before a dash, a
// full stop or the end of the line.
const DATELINE = /[([/]([\p{L}][\p{L}\p{N} .&-]{1,40})[)\]/]\s*(?:\.?[-–—]{1,3}\s|\.\s|$)/gmu
// "By Reuters", "Reuters" and "AFP" as a line of their own.
const BYLINE = /^(?:By\s+)?([\p{L}][\p{L} .&-]{1,40})$/gmu
const CREDIT =
  /(?:^|[.\n(]\s*)(?:credit|source|via|copyright|©|\(c\))\s*:?\s*(?:©\s*)?(?:\d{4}\s+)?([\p{L}][\p{L} .&-]{1,40}?)(?=\s*(?:[.,;)\n/]|$))/gimu
// The house style of one agency: "(Reporting by A in B; Editing by C)".
const REPORTING = /\breporting by\b[^\n]{3,200}[;.]\s*(?:writing by\b[^\n]{3,100}[;.]\s*)?edit(?:ing|ed) by\b/i

// "Reporting by Yonhap", "with reporting by AFP and dpa", "Source: Harbor World, Reuters": the names as one list.
const CREDITED =
  /(?:^|[.\n(]\s*)(?:(?:with )?(?:additional )?reporting by|(?:photo )?credits?\s*:|sources?\s*:|via)\s+([^\n.;)]{2,80})/gimu

/**
 * The news agency whose dispatch a text is, from its dateline, byline or closing credit; null where none is named. A
 * mixed line ("with reporting by Reuters and AP") makes no dispatch.
 */
export function findAgency(text: string): string | null {
  const found = signatures(text).next().value
  return found === undefined ? null : agencyOf(found)
}

/**
 * The agency behind an outlet's text, as it is signed there ("AP", not its full name), from the dateline, byline or
 * closing credit; null where none is named but the outlet itself, and where several others are.
 */
export function findBacker(text: string, outlet: string): string | null {
  const others = new Map<string, string>()
  for (const name of [...signatures(text), ...credited(text)]) {
    if (!isSameOutlet(name, outlet)) others.set(agencyOf(name) ?? name, signedForm(name))
  }
  return others.size === 1 ? ([...others.values()][0] ?? null) : null
}

/** Names of agencies that sign the text as theirs, the surest first. */
function* signatures(text: string): Generator<string, undefined> {
  const head = text.slice(0, HEAD_LENGTH)
  const tail = text.slice(Math.max(0, text.length - TAIL_LENGTH))
  for (const match of head.matchAll(DATELINE)) {
    const name = match[1] ?? ''
    if (agencyOf(name) !== null && isDatelinePlace(head, match.index)) yield name
  }
  for (const match of head.matchAll(BYLINE)) if (agencyOf(match[1] ?? '') !== null) yield match[1] ?? ''
  for (const match of tail.matchAll(CREDIT)) {
    const name = (match[1] ?? '').replace(/\s+\d{4}$/, '')
    if (agencyOf(name) !== null) yield name
  }
  for (const line of tail.split('\n').slice(-4)) {
    const name = line.replace(/^[-–—(\s]+|[)\s]+$/g, '')
    if (agencyOf(name) !== null) yield name
  }
  if (REPORTING.test(tail) && !isOfAnother(head)) yield 'Reuters'
}

/** "PORT HALE, March 12 (Harbor Press) - ": the dateline of an agency that is not known signs for that one. */
function isOfAnother(head: string): boolean {
  for (const match of head.matchAll(DATELINE)) {
    const name = match[1] ?? ''
    if (!/\d/.test(name) && agencyOf(name) === null && isDatelinePlace(head, match.index)) return true
  }
  return false
}

/** Names of agencies in credits that list several outlets, in the text's last lines. */
function credited(text: string): string[] {
  const tail = text.slice(Math.max(0, text.length - TAIL_LENGTH))
  return [...tail.matchAll(CREDITED)].flatMap((match) =>
    (match[1] ?? '').split(/,|\/|\band\b|&/).filter((name) => agencyOf(name) !== null),
  )
}

/** A dateline's bracket stands early in its line: a place and a date at most before it, and no sentence. */
function isDatelinePlace(head: string, index: number): boolean {
  const line = head.slice(head.lastIndexOf('\n', index - 1) + 1, index)
  return line.length <= 60 && !/[\p{Ll}]{3,}\s+[\p{Ll}]{3,}/u.test(line)
}

/** True for two names of one outlet: case, "The" and a domain's ending do not matter. */
export function isSameOutlet(a: string, b: string): boolean {
  const plain = (name: string): string =>
    name
      .toLowerCase()
      .replace(/^the /, '')
      .replace(/\.(?:com|org|net|co\.uk|news)$/, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
  return plain(a) === plain(b) || agencyOf(a) === (agencyOf(b) ?? 0)
}
