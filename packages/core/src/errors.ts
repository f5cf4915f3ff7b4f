/** Every error that core throws: code, message (with `{name}` for details) and remedy. Text never causes one. */
export const CORE_ERRORS = {
  'pipeline/missing-layer': {
    message: 'stage "{stage}" needs the layer "{layer}", which no earlier stage gives',
    remedy: 'Add the stage that gives the layer before this one.',
  },
  'pipeline/layer-twice': {
    message: 'stage "{stage}" gives the layer "{layer}", which stage "{earlier}" gives already',
    remedy: 'Leave one of the two stages out.',
  },
  'assets/bad-model': {
    message: 'the model file "{name}" cannot be read: {why}',
    remedy: 'Restore the file from the package or train it again; `sha256` in its model.json is of the right one.',
  },
  'assets/bad-gazetteer': {
    message: 'the gazetteer "{name}" cannot be read: {why}',
    remedy: 'Restore the file from the package, or rebuild it with the script named in its SOURCE.md.',
  },
  'assets/missing': {
    message: 'there is no asset "{name}" in {where}',
    remedy: 'Install @backchannel/assets of the same version, or point the asset source at its folder.',
  },
  'merge/bad-sketch': {
    message: 'these {bytes} bytes are no sketch of version {expected}: they are of version {version}, or cut',
    remedy: 'Sketch the text again; a store does so when it re-reads its documents.',
  },
  'reader/bad-document': {
    message: 'this is no document: {field} is {value}, it should be {expected}',
    remedy: 'Pass { text } at least; see docs/guide/library.md.',
  },
} as const

export type CoreErrorCode = keyof typeof CORE_ERRORS

/**
 * Thrown for broken setups and misuse, in all packages. `code` is `room/what-happened`; `details` are the values seen.
 * Trouble in a text is a Diagnostic instead.
 */
export class BackchannelError extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
  readonly remedy: string

  constructor(
    code: string,
    details: Readonly<Record<string, string | number>>,
    catalogue: Readonly<Record<string, { readonly message: string; readonly remedy: string }>> = CORE_ERRORS,
  ) {
    const entry = catalogue[code]
    super((entry?.message ?? code).replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole)))
    this.name = 'BackchannelError'
    this.code = code
    this.details = details
    this.remedy = entry?.remedy ?? ''
  }
}
