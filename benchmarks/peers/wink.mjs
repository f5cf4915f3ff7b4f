import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// wink-nlp with its English lite web model: `wink.mjs home folder out.tsv rounds`, home is where npm installed it.
const [home, folder, out, rounds] = process.argv.slice(2)
const load = createRequire(join(home, 'package.json'))
const texts = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'))
const began = performance.now()
const wink = load('wink-nlp')(load('wink-eng-lite-web-model'))
const loaded = (performance.now() - began) / 1000
for (const text of texts.slice(0, 20)) wink.readDoc(text)

let seconds = Number.POSITIVE_INFINITY
let found = []
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now()
  found = texts.map((text) => wink.readDoc(text))
  seconds = Math.min(seconds, (performance.now() - start) / 1000)
}

const lines = []
for (const [i, doc] of found.entries()) {
  const text = texts[i]
  let at = 0
  lines.push('D')
  doc.sentences().each((sentence) => {
    lines.push('S')
    sentence.tokens().each((token) => {
      // It gives no offsets; its words come in the order of the text.
      const form = token.out()
      const from = text.indexOf(form, at)
      if (form.trim() === '' || from < 0) return
      at = from + form.length
      lines.push(['T', from, at, token.out(wink.its.pos), '_', 0, '_'].join('\t'))
    })
  })
}
writeFileSync(out, `${lines.join('\n')}\n`)
const version = (name) => load(`${name}/package.json`).version
console.log(
  JSON.stringify({
    load: loaded,
    seconds,
    version: `wink-nlp ${version('wink-nlp')}, wink-eng-lite-web-model ${version('wink-eng-lite-web-model')}`,
  }),
)
