import { BackchannelError } from '@backchannel/core'

/** Every error that a store throws: code, message (with `{name}` for details) and remedy. */
export const STORE_ERRORS = {
  'store/no-driver': {
    message: 'the store needs better-sqlite3, which cannot be loaded here: {why}',
    remedy:
      'Install a compiler (on Debian: apt-get install build-essential python3), then run `npm ci` again. Reading single articles works without it.',
  },
  'store/no-such-file': {
    message: 'there is no store "{file}"',
    remedy: 'Check the path, or make one by taking documents in.',
  },
  'store/cannot-open': {
    message: 'the store "{file}" cannot be opened: {why}',
    remedy: 'Check that the folder is there and that you may read and write in it.',
  },
  'store/not-a-store': {
    message: '"{file}" is no store of Backchannel: {why}',
    remedy: 'Choose another file; this one was left as it is.',
  },
  'store/newer-file': {
    message: '"{file}" has format {found}; this version of Backchannel knows formats up to {known}',
    remedy: 'Use a newer Backchannel; the file was left as it is.',
  },
  'store/older-file': {
    message: '"{file}" has format {found}, older than {known}, and was to be opened without bringing it up to date',
    remedy: 'Back it up, then open it with migration allowed.',
  },
  'store/busy': {
    message: '"{file}" is being written by another program; waited {seconds} seconds',
    remedy: 'Let the other program finish, or stop it, and try again.',
  },
  'store/disk-full': {
    message: '"{file}" cannot grow: {why}',
    remedy: 'Free some space and run the command again; what was written before is kept.',
  },
  'store/damaged': {
    message: '"{file}" is damaged: {why}',
    remedy: 'Restore a backup. `doctor` tells what else is wrong.',
  },
  'store/closed': {
    message: 'the store is closed',
    remedy: 'Open it again.',
  },
  'store/write-in-write': {
    message: 'a write was begun inside another write of the same store',
    remedy: 'Use the writer that the outer one was given.',
  },
  'store/writer-over': {
    message: 'a writer was used after its write had ended',
    remedy: 'Await everything inside the work given to `write`.',
  },
  'store/no-such-document': {
    message: '{what} names the document "{document}", which is not stored',
    remedy: 'Save the document first, or in the same write.',
  },
  'store/no-such-raw': {
    message: 'a document names the raw bytes {sha256}, which are not stored',
    remedy: 'Save the raw bytes before the document.',
  },
  'store/no-such-story': {
    message: '{what} names the story "{story}", which is not stored',
    remedy: 'Save the story in the same write.',
  },
  'store/text-changed': {
    message: 'the document "{document}" is stored with another text',
    remedy: 'A stored text never changes, since quotes point into it; take the new text in as a document of its own.',
  },
  'store/story-merged': {
    message: 'the story "{story}" was merged into "{into}" and cannot be saved under its old id',
    remedy: 'Save it under the new id.',
  },
  'store/wrong-hash': {
    message: 'the bytes given as {sha256} have the hash {found}',
    remedy: 'Hash the bytes that are saved.',
  },
  'store/correction-twice': {
    message: 'the correction "{id}" is stored already with other contents',
    remedy: 'Give each correction an id of its own; corrections are only added.',
  },
  'store/file-exists': {
    message: '"{file}" is there already',
    remedy: 'Choose another name; nothing is ever written over.',
  },
  'store/bad-backup': {
    message: 'the backup "{file}" is not sound: {what}',
    remedy: 'Choose another backup; nothing was restored.',
  },
} as const

export type StoreErrorCode = keyof typeof STORE_ERRORS

/** A store's error with its message and remedy; kept internal so that codes are checked by the compiler. */
export function storeError(
  code: StoreErrorCode,
  details: Readonly<Record<string, string | number>> = {},
): BackchannelError {
  return new BackchannelError(code, details, STORE_ERRORS)
}
