import { BackchannelError } from '../errors.ts'
import type { Diagnostic, Document, LayerName, Layers, Reading, StageRun } from '../model/index.ts'
import type { Stage } from './stage.ts'

/**
 * An ordered list of stages whose needs are met. Immutable: `add` returns a longer one, and does not compile where a
 * need is not met by the stages before. Pipelines put together from configuration use `createPipeline`, which checks
 * at start.
 */
export class Pipeline<Have extends LayerName = never> {
  readonly stages: readonly Stage[]

  constructor(stages: readonly Stage[] = []) {
    this.stages = stages
  }

  add<Needs extends Have, Gives extends LayerName>(stage: Stage<Needs, Gives>): Pipeline<Have | Gives> {
    // A stage of narrower layers is used only with inputs that have them: checkOrder proves it.
    const stages = [...this.stages, stage as unknown as Stage]
    checkOrder(stages)
    return new Pipeline<Have | Gives>(stages)
  }

  /** Reads one document. Layers that no stage gives are missing from the result. */
  run(document: Document): Pick<Reading, Have> & Pick<Reading, 'document' | 'diagnostics' | 'provenance'> {
    const diagnostics: Diagnostic[] = []
    const provenance: StageRun[] = []
    let layers: Partial<Layers> = {}
    for (const stage of this.stages) {
      const cx = {
        report: (diagnostic: Omit<Diagnostic, 'stage'>) => {
          diagnostics.push({ ...diagnostic, stage: stage.name })
        },
      }
      // checkOrder has proved that the layers the stage needs are there.
      const given = stage.run({ ...(layers as Layers), document }, cx)
      layers = { ...layers, ...given }
      provenance.push({ stage: stage.name, version: stage.version, gives: stage.gives })
    }
    // Have is exactly what the stages gave.
    return { ...layers, document, diagnostics, provenance } as ReturnType<this['run']>
  }
}

/** A pipeline from a list known only at run time. Throws `pipeline/missing-layer` or `pipeline/layer-twice`. */
export function createPipeline(stages: readonly Stage[]): Pipeline<LayerName> {
  checkOrder(stages)
  return new Pipeline<LayerName>(stages)
}

function checkOrder(stages: readonly Stage[]): void {
  const givers = new Map<LayerName, string>()
  for (const stage of stages) {
    for (const layer of stage.needs) {
      if (!givers.has(layer)) throw new BackchannelError('pipeline/missing-layer', { stage: stage.name, layer })
    }
    for (const layer of stage.gives) {
      const earlier = givers.get(layer)
      if (earlier !== undefined)
        throw new BackchannelError('pipeline/layer-twice', { stage: stage.name, layer, earlier })
      givers.set(layer, stage.name)
    }
  }
}
