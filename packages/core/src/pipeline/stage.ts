import type { Diagnostic, Document, LayerName, Layers } from '../model/index.ts'

/** What a stage may see: the document, and the layers it said it needs. */
export type StageInput<Needs extends LayerName> = Pick<Layers, Needs> & { readonly document: Document }

/** A stage's only way to the outside: reports of trouble in the text. */
export interface StageContext {
  report(diagnostic: Omit<Diagnostic, 'stage'>): void
}

/**
 * One step of reading. `run` is pure: same input, same layers; it never throws because of what it reads. `version` goes
 * up whenever the output can change, because stored readings know what made them.
 */
export interface Stage<Needs extends LayerName = LayerName, Gives extends LayerName = LayerName> {
  readonly name: string
  readonly version: number
  readonly needs: readonly Needs[]
  readonly gives: readonly Gives[]
  run(input: StageInput<Needs>, cx: StageContext): Pick<Layers, Gives>
}

/** Returns the declaration as it is; its worth is in the inferred type. */
export function defineStage<Needs extends LayerName, Gives extends LayerName>(
  stage: Stage<Needs, Gives>,
): Stage<Needs, Gives> {
  return stage
}
