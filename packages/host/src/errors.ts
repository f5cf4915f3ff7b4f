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
} as const

export type HostErrorCode = keyof typeof HOST_ERRORS

/** The error of a code with its values filled in. */
export function hostError(code: HostErrorCode, details: Readonly<Record<string, string | number>>): BackchannelError {
  return new BackchannelError(code, details, HOST_ERRORS)
}
