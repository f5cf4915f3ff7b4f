import { fileInputs, type IngestInput, type MissingInput } from './ingest.ts'

/** Inputs of a command line: paths of files and folders. */
export async function* inputsOf(paths: readonly string[]): AsyncGenerator<IngestInput | MissingInput> {
  for (const path of paths) yield* fileInputs([path])
}
