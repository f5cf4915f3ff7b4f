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
    remedy: 'Read the page of one article, or take in the whole feed with `backchannel ingest`.',
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
  'intake/bad-archive': {
    message: '{name} is no {format} that can be read: {why}',
    remedy: 'Fetch or make it again; if it opens elsewhere, unpack it there and give the folder.',
  },
  'intake/bad-entry': {
    message: '"{path}" in {name} is left out: {why}',
    remedy: 'The other parts are read. If you trust the archive, unpack it yourself and give the folder.',
  },
  'intake/bad-record': {
    message: 'record {id} of {name} is left out: {why}',
    remedy: 'The other records are read. Capture the page again, or take the archive from where it came from.',
  },
  'intake/too-much': {
    message: '{name} has more than {limit} {what} ({constant}); the rest is left out',
    remedy: 'What was read before stays. Cut it into smaller ones and give these.',
  },
  'intake/too-deep': {
    message: '{name} is packed into {depth} containers, the limit is {limit} (MAX_CONTAINER_DEPTH)',
    remedy: 'Unpack the outer ones and give the folder.',
  },
  'intake/bad-feed': {
    message: '{name} is no feed that can be read: {why}',
    remedy: 'Open its address in a browser: it may be an error page, or cut off.',
  },
  'intake/feed-entry': {
    message: 'entry {number} of {name} is left out: {why}',
    remedy: 'The other entries are read. Fetch the feed again, or the page of the article.',
  },
  'intake/feed-list': {
    message: '{name} is a list of feeds (OPML), not a feed',
    remedy: 'Poll the feeds it lists with `backchannel watch`.',
  },
  'intake/unknown-xml': {
    message: '{name} is XML with the root element "{root}", which is not read',
    remedy: 'Read are RSS, Atom, RDF, NewsML-G2 and XHTML; convert it, or save its text.',
  },
  'intake/unknown-json': {
    message: '{name} is JSON, but none that is read: {why}',
    remedy: 'Read are JSON Feed, ninjs, and batches with one object with "id" and "text" a line (.jsonl).',
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
