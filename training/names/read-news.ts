import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Pipeline, plainDocument } from '@backchannel/core'
import { type MarkedDocument, readMarked } from '../../evals/names/marked.ts'
import { loadSplitter, segment } from '../../packages/core/src/stages/segment/index.ts'
import { tokenize } from '../../packages/core/src/stages/tokenize/index.ts'
import { createDiskAssets } from '../../packages/host/src/disk-assets.ts'
import type { NamedDocument } from './train.ts'

/** Cuts a text into sentences and words. */
type Cutter = Pipeline<'tokens' | 'sentences'>

/** The articles written for this (news/SOURCE.md) in sentences and words as the pipeline cuts them, in the order of the files. */
export async function readNews(folder: string): Promise<NamedDocument[]> {
  const cutter = new Pipeline().add(tokenize()).add(segment({ model: await loadSplitter(createDiskAssets()) }))
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => readMarked(readFileSync(join(folder, file), 'utf8'), join(folder, file)))
    .map((document) => toNamed(document, cutter))
}

/** A word that a mark touches is of the name, the first one begins it. */
function toNamed({ text, names }: MarkedDocument, cutter: Cutter): NamedDocument {
  const { tokens, sentences } = cutter.run(plainDocument(text))
  const tags: string[] = new Array(tokens.length).fill('O')
  for (const { kind, from, to } of names) {
    let begins = true
    for (let i = 0; i < tokens.length; i++) {
      if (tokens.from[i]! >= to || tokens.to[i]! <= from) continue
      tags[i] = `${begins ? 'B' : 'I'}-${kind}`
      begins = false
    }
  }
  const forms = tags.map((_, i) => text.slice(tokens.from[i]!, tokens.to[i]!))
  return {
    named: true,
    unseen: true,
    sentences: sentences.map(({ first, last }) => ({
      forms: forms.slice(first, last),
      names: tags.slice(first, last),
    })),
  }
}
