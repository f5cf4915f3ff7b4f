/** Every error that wire throws: code, message (with `{name}` for details) and remedy. */
export const WIRE_ERRORS = {
  'wire/not-json': {
    message: 'this is no JSON: {why}',
    remedy: 'Pass what `backchannel read --json` printed, whole and unchanged.',
  },
  'wire/bad-dossier': {
    message: 'this is no dossier: {path} is {value}, it should be {expected}',
    remedy: 'Compare with packages/wire/schema/dossier.schema.json, or print the dossier again with `read --json`.',
  },
  'wire/bad-backup': {
    message: 'line {line} of the backup cannot be used: {why}',
    remedy: 'Export the record again with `export --format backup`, and keep the file whole and unchanged.',
  },
  'wire/bad-request': {
    message: 'this request cannot be answered: {path}: {why}',
    remedy: '/openapi.json tells what each address takes.',
  },
  'wire/bad-conllu': {
    message: 'line {line} is no CoNLL-U: it has {value}, it should have {expected}',
    remedy: 'See https://universaldependencies.org/format.html; raw text is parsed by `parse` without --conllu.',
  },
} as const

export type WireErrorCode = keyof typeof WIRE_ERRORS
