/**
 * Writes what the attribution tagger learns from: PolNeAR's texts as the pipeline's own stages read them.
 *
 *     node -C source --import tsx training/attribution/export.ts --polnear DIR --out DIR
 *
 * DIR of --polnear holds train/ and dev/ of the unpacked corpus. One line a document: ids, offsets, forms, pieces and
 * the slots of `stages/attribution/features.ts`. The files hold the corpus and stay out of the repository.
 */
import { createWriteStream, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTree, Pipeline, plainDocument } from '@backchannel/core'
import { readLemmatizer } from '../../packages/core/src/learn/lemmatizer.ts'
import { cutPieces } from '../../packages/core/src/stages/attribution/cut-pieces.ts'
import { SLOTS, slotValues } from '../../packages/core/src/stages/attribution/features.ts'
import { findCandidates } from '../../packages/core/src/stages/attribution/find-candidates.ts'
import { findQuotations } from '../../packages/core/src/stages/attribution/find-quotations.ts'
import { findTurns } from '../../packages/core/src/stages/attribution/find-turns.ts'
import { loadCoreNet, parse } from '../../packages/core/src/stages/parse/index.ts'
import { loadSplitter, segment } from '../../packages/core/src/stages/segment/index.ts'
import { tokenize } from '../../packages/core/src/stages/tokenize/index.ts'
import { createDiskAssets } from '../../packages/host/src/disk-assets.ts'

function option(name: string): string {
  const at = process.argv.indexOf(`--${name}`)
  const value = at < 0 ? undefined : process.argv[at + 1]
  if (value === undefined) {
    process.stderr.write(`export: --${name} is missing; use --polnear DIR --out DIR\n`)
    process.exit(2)
  }
  return value
}

const polnear = option('polnear')
const out = option('out')
mkdirSync(out, { recursive: true })
const assets = createDiskAssets()
const lemmatizer = readLemmatizer('models/lemma/lemma.bcm', await assets.read('models/lemma/lemma.bcm'))
const pipeline = new Pipeline()
  .add(tokenize())
  .add(segment({ model: await loadSplitter(assets) }))
  .add(parse({ net: await loadCoreNet(assets), lemmatizer, encoding: false }))
for (const part of ['train', 'dev']) {
  const stream = createWriteStream(join(out, `${part}.slots.jsonl`))
  const folder = join(polnear, part, 'text')
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, name), 'utf8')
    const { syntax, sentences } = pipeline.run(plainDocument(text))
    const breaks = sentences.filter((sentence) => sentence.paragraph).map((sentence) => sentence.first)
    const quotations = findQuotations(text, syntax, breaks)
    const tree = createTree(syntax)
    const candidates = [
      ...findCandidates({ text, tokens: syntax, sentences, tree, quotations }),
      ...findTurns(text, syntax, breaks),
    ]
    const line = {
      id: name.replace(/\.txt$/, ''),
      from: Array.from(syntax.from),
      to: Array.from(syntax.to),
      forms: Array.from(syntax.from, (from, at) => text.slice(from, syntax.to[at])),
      breaks,
      pieces: cutPieces(sentences).map((piece) => piece.first),
      slotNames: SLOTS,
      slots: slotValues(syntax, sentences, quotations, tree, candidates),
    }
    // One line a document; the drain keeps memory flat.
    if (!stream.write(`${JSON.stringify(line)}\n`))
      await new Promise<void>((resolve) => stream.once('drain', () => resolve()))
  }
  await new Promise<void>((resolve) => stream.end(() => resolve()))
}
