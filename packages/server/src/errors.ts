import { BackchannelError } from '@backchannel/core'

/** Every error of the server itself: code, message (with `{name}` for details) and remedy. `status.ts` gives each its HTTP status. */
export const SERVER_ERRORS = {
  'server/no-such-route': {
    message: 'there is nothing at {path}',
    remedy: '/openapi.json lists every address.',
  },
  'server/no-such-method': {
    message: '{path} takes {allowed}, not {method}',
    remedy: '/openapi.json tells what each address takes.',
  },
  'server/no-such-document': {
    message: 'there is no document "{id}" in this record',
    remedy: '/api/documents lists the ids.',
  },
  'server/no-such-job': {
    message: 'there is no upload "{id}" in the inbox',
    remedy: '/api/inbox lists them; the oldest are forgotten, and all are when the server stops.',
  },
  'server/job-decided': {
    message: 'the upload is {state}, it asks nothing',
    remedy: 'Only what is looked at, asks or is being read can be decided.',
  },
  'server/no-demo': {
    message: 'this server has no demo collection',
    remedy: 'Take documents in with `backchannel ingest`.',
  },
  'server/bad-cursor': {
    message: 'the cursor is not of this list',
    remedy: 'Give `after` as the page before gave `next`, with the same filters; leave it out for the first page.',
  },
  'server/bad-address': {
    message: 'the address cannot be read: {why}',
    remedy: 'Escape it as UTF-8, as in %C3%A9.',
  },
  'server/address-too-long': {
    message: 'the address has {length} characters, the limit is {limit} (URL_LENGTH_MAX)',
    remedy: 'Ask with fewer filters.',
  },
  'server/wrong-host': {
    message: 'this server does not go by the name {host}',
    remedy: 'Open the address that `backchannel serve` printed, or name the host with --name.',
  },
  'server/wrong-origin': {
    message: 'a page of {origin} may not write here',
    remedy: 'Write from a page of this server, or from a program.',
  },
  'server/no-token': {
    message: 'writing needs the token',
    remedy: 'Send `Authorization: Bearer TOKEN` with the token that `backchannel serve` printed.',
  },
  'server/wrong-token': {
    message: 'this is not the token',
    remedy: 'Each start of `backchannel serve` prints a new one.',
  },
  'server/body-too-big': {
    message: 'the body has more than {limit} bytes ({constant})',
    remedy: 'Send less at once; large collections are taken in by `backchannel ingest`.',
  },
  'server/bad-media-type': {
    message: 'a body of type {type} is not taken here',
    remedy: 'Send {expected}.',
  },
  'server/bad-charset': {
    message: 'a body in the charset {charset} is not taken here',
    remedy: 'Send UTF-8.',
  },
  'server/bad-body': {
    message: 'the body cannot be read: {why}',
    remedy: '/openapi.json tells what each address takes.',
  },
  'server/too-deep': {
    message: 'the body is nested deeper than {limit} (JSON_DEPTH_MAX)',
    remedy: 'Nothing here is nested so deep.',
  },
  'server/too-many-files': {
    message: 'the form has more than {limit} files (UPLOAD_FILES_MAX)',
    remedy: 'Send them in several forms, or as one archive.',
  },
  'server/no-fetch': {
    message: 'this server fetches nothing',
    remedy: 'Start it with `backchannel serve --fetch`, or paste the text.',
  },
  'server/read-only': {
    message: 'this server takes nothing in',
    remedy: 'Take documents in with `backchannel ingest`.',
  },
  'server/not-taken': {
    message: '{origin} was not taken in: {why}',
    remedy: 'The message says what would be right.',
  },
  'server/too-many': {
    message: 'this looks at {found} stories, the limit is {limit} (SCAN_STORIES_MAX)',
    remedy: 'Narrow the filter: a span of days, a country, a type.',
  },
  'server/too-slow': {
    message: 'this took longer than {seconds} seconds (QUERY_SECONDS)',
    remedy: 'Narrow the filter: a span of days, a country, a type.',
  },
  'server/busy': {
    message: 'too much is going on: {what}',
    remedy: 'Try again in a moment.',
  },
  'server/port-taken': {
    message: 'port {port} of {host} cannot be used: {why}',
    remedy: 'Choose another with --port, or leave it to the system with --port 0.',
  },
  'server/failed': {
    message: 'the server failed; request {request} in its log',
    remedy: 'This is a fault of the program. Report it with the lines of the log.',
  },
} as const

export type ServerErrorCode = keyof typeof SERVER_ERRORS

/** An error of the server with its details. */
export function serverError(
  code: ServerErrorCode,
  details: Readonly<Record<string, string | number>> = {},
): BackchannelError {
  return new BackchannelError(code, details, SERVER_ERRORS)
}
