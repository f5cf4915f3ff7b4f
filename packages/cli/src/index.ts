export { EXIT, type Io, OutputClosed } from './io.ts'
export { renderText, type TextOptions } from './print/text.ts'
export { createProgram, run } from './program.ts'
export type { DocumentReader, Parser, Readers } from './readers.ts'
