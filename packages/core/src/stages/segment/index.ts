import { readModelFile, readPerceptron } from '../../learn/index.ts'
import { type AssetSource, defineStage } from '../../pipeline/index.ts'
import { type Splitter, splitSentences } from './split-sentences.ts'

export { LONGEST_SENTENCE, type Splitter, splitSentences } from './split-sentences.ts'

const ASSET = 'models/segment/segment.bcm'

/** Reads the trained splitter. Throws `assets/missing` or `assets/bad-model`. */
export async function loadSplitter(assets: AssetSource): Promise<Splitter> {
  return readSplitter(ASSET, await assets.read(ASSET))
}

/** The splitter of a model file's bytes; `name` is used in messages. Throws `assets/bad-model`. */
export function readSplitter(name: string, bytes: Uint8Array): Splitter {
  const file = readModelFile(name, bytes)
  const bits = (tensor: string) => {
    const found = file.tensor(tensor, 1)
    if ((found.columns & (found.columns - 1)) !== 0) file.fail(`tensor "${tensor}" is no power of two wide`)
    return found.bytes
  }
  return { perceptron: readPerceptron(name, bytes), usualCase: { small: bits('small'), capital: bits('capital') } }
}

/** The stage that cuts the words into sentences. */
export function segment(options: { readonly model: Splitter }) {
  return defineStage({
    name: 'segment',
    version: 3,
    needs: ['tokens'],
    gives: ['sentences'],
    run({ document, tokens }) {
      return { sentences: splitSentences(document.text, tokens, options.model) }
    },
  })
}
