import { BackchannelError } from '@backchannel/core'

/** Every error that the desk throws: code, message (with `{name}` for details) and remedy. */
export const DESK_ERRORS = {
  'desk/no-such-story': {
    message: 'there is no story "{id}" in this record',
    remedy: '`backchannel stories` lists the ids.',
  },
  'desk/no-such-actor': {
    message: 'nobody in this record goes by "{name}"',
    remedy: '`backchannel actors` lists ids and names.',
  },
  'desk/no-such-document': {
    message: 'there is no document "{id}" in this record',
    remedy: '`backchannel story` and `search` tell the ids of documents.',
  },
  'desk/words-gone': {
    message: 'the words do not stand in the document "{document}"',
    remedy: 'Give them exactly as the text has them.',
  },
  'desk/words-twice': {
    message: 'the words stand {times} times in the document "{document}"',
    remedy: 'Give what stands before and after them as `prefix` and `suffix`, or where they begin as `from`.',
  },
  'desk/correction-lost': {
    message: 'the correction would change nothing: {why}',
    remedy: 'Anchor it in the words of a claim of the document, and set what the field can be.',
  },
  'desk/same-pair': {
    message: '"{id}" is one, a judgement is of two',
    remedy: 'Give two ids.',
  },
  'desk/bad-lexicon': {
    message: 'the list "{file}" cannot be used: {why}',
    remedy: 'docs/guide/the-record.md shows the columns of each list.',
  },
  'desk/record-not-empty': {
    message: 'a backup can be imported into an empty record only; this one holds {documents} documents',
    remedy: 'Name a file with `--store` that is not there yet.',
  },
  'desk/bad-filter': {
    message: '{value} is no {what}',
    remedy: 'It should be {expected}.',
  },
} as const satisfies Record<string, { readonly message: string; readonly remedy: string }>

export type DeskErrorCode = keyof typeof DESK_ERRORS

/** An error of the desk with its details. */
export function deskError(
  code: DeskErrorCode,
  details: Readonly<Record<string, string | number>> = {},
): BackchannelError {
  return new BackchannelError(code, details, DESK_ERRORS)
}
