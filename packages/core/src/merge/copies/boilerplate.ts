/*
 * Lines and phrases that belong to the page or the trade, not to the report: two articles that share them share nothing.
 * Own list from general knowledge of news sites and agency style.
 */

/** A whole line (or what is left of one) that is dropped. */
const LINES: readonly RegExp[] = [
  /^\W*(?:additional |with )?(?:reporting|writing|editing|compiled|translated|translation|photography) by\b.{0,300}$/i,
  /^\W*\(?(?:additional )?reporting by\b.{0,400}$/i,
  /^\W*(?:©|\(c\)|copyright\b).{0,200}$/i,
  /^.{0,120}\ball rights reserved\b.{0,120}$/i,
  /^\W*(?:subscribe|sign up|sign in|log in|register|follow us|share this|share on|read more|read also|see also|related|click here|download our|support our|donate|advertisement|sponsored|most read|watch)\b.{0,200}$/i,
  /^.{0,120}\b(?:subscribe (?:to|now|today)|sign up (?:for|to)|our newsletter|follow us on|join our telegram)\b.{0,160}$/i,
  /^\W*(?:photo|photograph|picture|image|file photo|caption|video|credit|source|via)\s*[:/–—-].{0,200}$/i,
  /^\W*this (?:article|story|text|report) (?:was|is|has been|first|originally)\b.{0,60}\b(?:published|appeared|generated|edited|republished|syndicated)\b.{0,160}$/i,
  /^\W*(?:our standards|the thomson reuters trust principles)\b.{0,100}$/i,
  /^\W*(?:[Bb]y|BY) [\p{Lu}][\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]+){0,3}(?:(?:,| and| in) .{0,60})?$/u,
  /^\W*(?:published|updated|posted|last updated|first published)\b.{0,80}\d.{0,40}$/i,
  /^\W*\d+ min(?:ute)?s? read\W*$/i,
]

/** "PORT SELIN, May 4 (Agency) - ", "MUSCAT: ", "OSLO, 21 June. /TASS/. " at the start of a line. */
const DATELINE =
  /^(?:[\p{Lu}][\p{Lu}\p{M}'’.-]+[ ,/]*){1,4}(?:,?\s*(?:[\p{Lu}][\p{L}]+\.?\s+\d{1,2}|\d{1,2}\s+[\p{Lu}][\p{L}]+)(?:,?\s+\d{4})?\.?)?\s*(?:[(/][^)/\n]{2,40}[)/]\.?)?\s*(?:[-–—:]+|\.\s)\s*/u

/** "(Reporting by A in B; Editing by C)" at the end of a paragraph. */
const CREDIT = /\((?:additional )?(?:reporting|writing|editing|compiled|translated) by [^()]{2,300}\)\s*$/i

/** Paragraphs of a text without boilerplate, trimmed, none empty. */
export function plainParagraphs(text: string): string[] {
  const out: string[] = []
  for (const line of text.split(/\r?\n/)) {
    let plain = line.replace(CREDIT, '').trim()
    if (plain === '' || LINES.some((pattern) => pattern.test(plain))) continue
    plain = plain.replace(DATELINE, '').trim()
    if (plain !== '') out.push(plain)
  }
  return out
}
