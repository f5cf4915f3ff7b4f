import { BackchannelError } from '@backchannel/core'

/** Every error that intake throws: an input that cannot be read at all. Listed in docs/reference/errors.md. */
export const INTAKE_ERRORS = {
  'intake/empty': {
    message: '{name} is empty: it holds {bytes} bytes and no text',
    remedy: 'Give a file with the text of one article.',
  },
  'intake/too-big': {
    message: '{name} has {bytes} bytes; the limit for {kind} is {limit} bytes ({constant})',
    remedy: 'Cut it into single articles and read these; many go into one batch with --jsonl.',
  },
  'intake/binary': {
    message: '{name} is no text: it looks like {found} (byte {byte} at offset {offset})',
    remedy: 'Backchannel reads plain text, HTML and PDF. Save the article in one of these forms.',
  },
  'intake/unknown-media-type': {
    message: '{name} is said to be {mediaType}, which is not read',
    remedy: 'Use text/plain, text/html, application/xhtml+xml or application/pdf.',
  },
  'intake/unknown-charset': {
    message: '{name} is said to be in the charset {charset}, which is not known',
    remedy: 'Use a label of the WHATWG Encoding Standard, for instance utf-8 or windows-1251.',
  },
  'intake/feed': {
    message: '{name} is a feed ({format}), not one article',
    remedy: 'Read the page of one article. Feeds will be read by `backchannel ingest`, which is not there yet.',
  },
  'intake/too-many-elements': {
    message: '{name} has more than {limit} {what} ({constant})',
    remedy: 'Save the article alone (the print view, or its text) and read that.',
  },
  'intake/no-article': {
    message: '{name} is a web page without readable text: {paragraphs} paragraphs were found',
    remedy: 'The text may be loaded by a script or sit behind a wall: save the page as shown, or copy the text.',
  },
  'intake/pdf-encrypted': {
    message: '{name} is an encrypted PDF that needs a password',
    remedy: 'Save a copy without a password (`qpdf --decrypt --password=... in.pdf out.pdf`) and read that.',
  },
  'intake/pdf-broken': {
    message: '{name} is no PDF that can be read: {why}',
    remedy: 'Open it in a viewer and print it to a new PDF, or copy the text out of it.',
  },
  'intake/pdf-no-text': {
    message: '{name} has {pages} pages and no text layer: its words are pictures',
    remedy: 'Run a text recognition first (`ocrmypdf in.pdf out.pdf`) and read its result.',
  },
  'intake/bad-published': {
    message: 'the publication date {value} is none: {why}',
    remedy: 'Write YYYY-MM-DD, for instance 2025-07-07, or a date-time such as 2025-07-07T14:30:00+02:00.',
  },
  'intake/bad-url': {
    message: 'the address {value} is no http or https address',
    remedy: 'Give the full address of the article, for instance https://example.org/news/1, or leave it out.',
  },
  'intake/bad-line': {
    message: 'line {line} is no document: {why}',
    remedy: 'Each line is one JSON object: {"id", "text", "title"?, "outlet"?, "published"?, "url"?}.',
  },
} as const

export type IntakeErrorCode = keyof typeof INTAKE_ERRORS

/** The error of a code with its values filled in. */
export function intakeError(
  code: IntakeErrorCode,
  details: Readonly<Record<string, string | number>>,
): BackchannelError {
  return new BackchannelError(code, details, INTAKE_ERRORS)
}
