/** Every error of the command line itself, beside those of host, intake, wire and core. */
export const CLI_ERRORS = {
  'cli/usage': {
    message: '{why}',
    remedy: 'Run `{command} --help` for what it takes, with examples.',
  },
  'cli/cannot-write': {
    message: '"{path}" cannot be written: {why}',
    remedy: 'Name a file in a folder that is there and that you may write to.',
  },
  'cli/bad-utf-8': {
    message: 'line {line} is no UTF-8: byte {byte} at offset {offset} of the line',
    remedy: 'Batches are UTF-8; convert the file first, for instance with iconv.',
  },
  'cli/line-too-long': {
    message: 'line {line} is longer than {limit} bytes',
    remedy: 'Read that document alone, or cut it.',
  },
} as const
