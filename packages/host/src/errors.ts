import { BackchannelError } from '@backchannel/core'

/** Errors that host throws or hands back, beside core's and intake's. */
export const HOST_ERRORS = {
  'host/no-such-file': {
    message: 'there is no file "{path}"',
    remedy: 'Check the path; - reads standard input.',
  },
  'host/is-a-folder': {
    message: '"{path}" is a folder, not a file',
    remedy: 'Name the files themselves, for instance with a glob: read news/*.txt',
  },
  'host/cannot-read-file': {
    message: '"{path}" cannot be read: {why}',
    remedy: 'Check its permissions.',
  },
  'host/file-too-large': {
    message: '"{path}" holds {bytes} bytes; at most {limit} are read',
    remedy: 'Split the file, or read its documents one by one with --jsonl.',
  },
  'host/timeout': {
    message: 'reading "{id}" took longer than {seconds} seconds and was stopped',
    remedy: 'Read the document alone to see whether its text is what you expect.',
  },
  'host/worker-died': {
    message: 'the thread that read "{id}" ended: {why}',
    remedy: 'Read the document alone; if it ends the same way, report it with the text.',
  },
  'host/closed': {
    message: 'the reader pool is closed',
    remedy: 'Create a new pool.',
  },
  'host/bad-address': {
    message: '{url} is not fetched: {why}',
    remedy: 'Give a plain http or https address; a port beside 80 and 443 must be allowed first.',
  },
  'host/private-address': {
    message: '{url} is not fetched: it leads to {address}, which is no address of the public net',
    remedy: 'Save the page and give the file: addresses inside a network are never asked.',
  },
  'host/fetch-failed': {
    message: '{url} could not be fetched: {why}',
    remedy: 'Try again later, or save the page and give the file.',
  },
  'host/fetch-status': {
    message: '{url} could not be fetched: the server answered {status}',
    remedy: 'Open the address in a browser; if the page is there, save it and give the file.',
  },
  'host/fetch-type': {
    message: '{url} is {mediaType}, which is not taken in',
    remedy: 'Give the address of an article, a feed, a PDF or an archive.',
  },
  'host/fetch-too-big': {
    message: '{url} has more than {limit} bytes',
    remedy: 'Fetch it with another program and give the file.',
  },
  'host/fetch-timeout': {
    message: '{url} took longer than {seconds} seconds and was given up',
    remedy: 'Try again later, or save the page and give the file.',
  },
  'host/too-many-redirects': {
    message: '{url} leads through more than {limit} redirects',
    remedy: 'Open it in a browser and give the address that it ends at.',
  },
  'host/no-feed': {
    message: '{url} gave no feed but {mediaType}',
    remedy: 'Open it in a browser: the feed may have moved, or a page that asks for consent stands before it.',
  },
} as const

export type HostErrorCode = keyof typeof HOST_ERRORS

/** The error of a code with its values filled in. */
export function hostError(code: HostErrorCode, details: Readonly<Record<string, string | number>>): BackchannelError {
  return new BackchannelError(code, details, HOST_ERRORS)
}
