import { type CoreNet, createNameReader, type Lemmatizer, type NameReader, readLemmatizer } from './learn/index.ts'
import {
  type Document,
  type Layers,
  plainDocument,
  type Reading,
  type Sentence,
  type TokenTable,
  UPOS,
  type Upos,
} from './model/index.ts'
import { type AssetSource, Pipeline, readJsonAsset } from './pipeline/index.ts'
import { attribution, loadAttributionTagger } from './stages/attribution/index.ts'
import { events } from './stages/events/index.ts'
import { links } from './stages/links/index.ts'
import { loadGazetteers, mentions } from './stages/mentions/index.ts'
import { agreeNames, loadCoreNet, parse } from './stages/parse/index.ts'
import { loadSplitter, segment } from './stages/segment/index.ts'
import { time } from './stages/time/index.ts'
import { tokenize } from './stages/tokenize/index.ts'

/** A trained model that took part in a reading, as its `model.json` names it. */
export interface ModelInfo {
  readonly name: string
  readonly version: string
  readonly sha256: string
}

/** One word as the language core sees it. `head` counts words of the sentence from 1; 0 is the root. */
export interface AnalyzedWord {
  readonly form: string
  readonly lemma: string
  readonly upos: Upos
  readonly xpos: string
  readonly head: number
  readonly relation: string
  /** O, B-PER, I-PER, ... */
  readonly name: string
}

/** What the language core makes of a text, without the later stages. */
export interface Parse {
  readonly sentences: readonly Sentence[]
  readonly syntax: TokenTable
}

/**
 * Reads documents. Runs alike in Node, in a worker and in a browser: only the asset source differs. One document at a
 * time; results depend on nothing but the document.
 */
export interface Reader {
  /** The models that read, in the order of their names. */
  readonly models: readonly ModelInfo[]
  /** Versions of the stages and hashes of the models in one string: two readers with the same one read alike. */
  readonly pipeline: string
  /** Everything: words, actors, times, attributions, claims, links. Never throws because of the text. */
  read(document: Document): Reading
  /** Words, sentences, tags, trees and names only. */
  parse(text: string): Parse
  /** The same for the sentences of one document whose words are given. */
  analyze(sentences: readonly (readonly string[])[]): readonly (readonly AnalyzedWord[])[]
}

/** Where a reader takes its models and gazetteers from. */
export interface ReaderOptions {
  readonly assets: AssetSource
}

/** Digits of a model's hash that the name of a pipeline carries. */
const SHORT_HASH = 12
const MODELS = ['attribution', 'core', 'lemma', 'names', 'segment'] as const
const LEMMATIZER_ASSET = 'models/lemma/lemma.bcm'
const NAMES_ASSET = 'models/names/names.bcm'

/** The names of all assets that a reader reads: what a host hands to its threads, or a page fetches ahead. */
export const READER_ASSETS: readonly string[] = [
  ...MODELS.flatMap((name) => [`models/${name}/${name}.bcm`, `models/${name}/model.json`]),
  ...['world-countries', 'names', 'additions', 'regions'].map((name) => `gazetteers/countries/${name}.json`),
  ...['cities', 'organizations', 'outlets'].map((name) => `gazetteers/${name}/${name}.json`),
  ...['offices', 'nouns', 'given-names', 'leaders'].map((name) => `gazetteers/people/${name}.json`),
]

/** Languages that are read; any other gives words and sentences only, so that nothing is invented. */
const READ_LANGUAGES: ReadonlySet<string> = new Set(['en'])

/** Loads models and gazetteers and makes a reader. Rejects with `assets/...` where one is missing or broken. */
export async function createReader(options: ReaderOptions): Promise<Reader> {
  const { assets } = options
  const [net, splitter, lemmas, nameModel, gazetteers, tagger, models] = await Promise.all([
    loadCoreNet(assets),
    loadSplitter(assets),
    assets.read(LEMMATIZER_ASSET),
    assets.read(NAMES_ASSET),
    loadGazetteers(assets),
    loadAttributionTagger(assets),
    Promise.all(MODELS.map((name) => readJsonAsset<ModelInfo>(assets, `models/${name}/model.json`))),
  ])
  const lemmatizer = readLemmatizer(LEMMATIZER_ASSET, lemmas)
  const names = createNameReader(nameModel, net.nameChain, NAMES_ASSET)
  const words = new Pipeline().add(tokenize()).add(segment({ model: splitter }))
  const parsed = words.add(parse({ net, lemmatizer, names, encoding: false }))
  const all = parsed.add(time()).add(mentions({ gazetteers })).add(attribution({ tagger })).add(events()).add(links())

  const used = models
    .map(({ name, version, sha256 }) => ({ name, version, sha256 }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    models: used,
    pipeline: [
      ...all.stages.map(({ name, version }) => `${name}/${version}`),
      ...used.map(({ name, version, sha256 }) => `${name}@${version}:${sha256.slice(0, SHORT_HASH)}`),
    ].join(' '),
    read(document) {
      const read = READ_LANGUAGES.has(document.language.split('-')[0]!.toLowerCase())
      return { ...EMPTY, ...(read ? all.run(document) : words.run(document)) }
    },
    parse(text) {
      const { sentences, syntax } = parsed.run(plainDocument(text))
      return { sentences, syntax }
    },
    analyze: (sentences) => analyzeSentences({ net, lemmatizer, names }, sentences),
  }
}

/** Layers of a document that was not read in full. */
const EMPTY: Omit<Layers, 'tokens' | 'sentences'> = {
  syntax: emptyTokens(),
  encoding: { width: 0, values: new Float32Array(0) },
  mentions: [],
  actors: [],
  times: [],
  attributions: [],
  claims: [],
  links: [],
}

function emptyTokens(): TokenTable {
  const none = new Int32Array(0)
  const bytes = new Uint8Array(0)
  return {
    length: 0,
    from: none,
    to: none,
    glued: bytes,
    sentence: none,
    upos: bytes,
    xpos: [],
    lemma: [],
    head: none,
    relation: [],
    name: [],
  }
}

function analyzeSentences(
  {
    net,
    lemmatizer,
    names: reader,
  }: { readonly net: CoreNet; readonly lemmatizer: Lemmatizer; readonly names: NameReader },
  sentences: readonly (readonly string[])[],
): readonly (readonly AnalyzedWord[])[] {
  const analyzed = net.analyze(sentences, { encoding: false, nameScores: true })
  const { upos, xpos, heads, relations, nameScores } = analyzed
  const forms = sentences.flat()
  let end = 0
  const bounds = sentences.map((sentence) => {
    end += sentence.length
    return { first: end - sentence.length, last: end }
  })
  const names = agreeNames(forms, xpos, reader.read({ ...analyzed, forms, sentences: bounds, scores: nameScores }))
  let first = 0
  return sentences.map((sentence) => {
    let start = true
    const described = sentence.map((form, i): AnalyzedWord => {
      const at = first + i
      const tag = UPOS[upos[at]!] ?? 'X'
      const lemma = lemmatizer.lemma(form, tag, xpos[at]!, start)
      if (tag !== 'PUNCT') start = false
      const head = heads[at]!
      return {
        form,
        lemma,
        upos: tag,
        xpos: xpos[at]!,
        head: head < 0 ? 0 : head - first + 1,
        relation: relations[at]!,
        name: names[at]!,
      }
    })
    first += sentence.length
    return described
  })
}
