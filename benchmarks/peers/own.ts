import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createReader, UPOS } from '@backchannel/core'
import { createDiskAssets } from '@backchannel/host'
import { createDocument } from '@backchannel/intake'

/** Backchannel as one of the peers: `own.ts parse|read folder out.tsv rounds`. */
const [mode, folder = '', out = '', rounds = '1'] = process.argv.slice(2)
const texts = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'))
const began = performance.now()
const reader = await createReader({ assets: createDiskAssets() })
const load = (performance.now() - began) / 1000
const documents = []
for (const text of texts) documents.push((await createDocument(text, {})).document)
for (const text of texts.slice(0, 20)) reader.parse(text)

let seconds = Number.POSITIVE_INFINITY
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now()
  for (const document of documents) {
    if (mode === 'read') reader.read(document)
    else reader.parse(document.text)
  }
  seconds = Math.min(seconds, (performance.now() - start) / 1000)
}

const lines: string[] = []
for (const text of texts) {
  const { sentences, syntax } = reader.parse(text)
  lines.push('D')
  for (const { first, last } of sentences) {
    lines.push('S')
    for (let t = first; t < last; t++) {
      const head = syntax.head[t] ?? -1
      const cells = [UPOS[syntax.upos[t] ?? 0], syntax.xpos[t], head < 0 ? 0 : head - first + 1, syntax.relation[t]]
      lines.push(['T', syntax.from[t], syntax.to[t], ...cells].join('\t'))
    }
    for (let t = first; t < last; t++) {
      const [begins, kind] = (syntax.name[t] ?? 'O').split('-')
      if (begins !== 'B') continue
      let end = t
      while (end + 1 < last && syntax.name[end + 1] === `I-${kind}`) end++
      lines.push(['N', syntax.from[t], syntax.to[end], kind].join('\t'))
    }
  }
}
writeFileSync(out, `${lines.join('\n')}\n`)
console.log(JSON.stringify({ load, seconds, version: 'this commit' }))
