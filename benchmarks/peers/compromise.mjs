import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// compromise: `compromise.mjs home folder out.tsv rounds`, home is where npm installed it.
const [home, folder, out, rounds] = process.argv.slice(2)
const load = createRequire(join(home, 'package.json'))
const texts = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'))
const began = performance.now()
const nlp = load('compromise')
const loaded = (performance.now() - began) / 1000

/** Its tags as UPOS, the first that holds. */
const TAGS = [
  ['Modal', 'AUX'],
  ['Auxiliary', 'AUX'],
  ['Copula', 'AUX'],
  ['Pronoun', 'PRON'],
  ['ProperNoun', 'PROPN'],
  ['Value', 'NUM'],
  ['Determiner', 'DET'],
  ['Preposition', 'ADP'],
  ['Conjunction', 'CCONJ'],
  ['Negative', 'PART'],
  ['Adjective', 'ADJ'],
  ['Adverb', 'ADV'],
  ['Verb', 'VERB'],
  ['Noun', 'NOUN'],
  ['Expression', 'INTJ'],
  ['QuestionWord', 'PRON'],
]
const upos = (tags) => TAGS.find(([tag]) => tags.has(tag))?.[1] ?? 'X'
const read = (text) => {
  const doc = nlp(text)
  return { doc, people: doc.people(), places: doc.places(), organizations: doc.organizations() }
}
for (const text of texts.slice(0, 20)) read(text)

let seconds = Number.POSITIVE_INFINITY
let found = []
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now()
  found = texts.map(read)
  seconds = Math.min(seconds, (performance.now() - start) / 1000)
}

const lines = []
for (const [i, { doc, people, places, organizations }] of found.entries()) {
  const text = texts[i]
  let at = 0
  const spans = new Map()
  const push = (from, to, tag) => lines.push(['T', from, to, tag, '_', 0, '_'].join('\t'))
  /** Each sign before, between and after words is a token of its own; a run of one sign is one. */
  const punctuation = (from, to) => {
    for (const sign of text.slice(from, to).matchAll(/(\S)\1*/gu))
      push(from + sign.index, from + sign.index + sign[0].length, 'PUNCT')
  }
  lines.push('D')
  for (const sentence of doc.docs) {
    lines.push('S')
    for (let t = 0; t < sentence.length; t++) {
      const term = sentence[t]
      const from = term.text === '' ? -1 : text.indexOf(term.text, at)
      if (from < 0) continue
      const to = from + term.text.length
      punctuation(at, from)
      // "didn't" comes as two terms, the second without words of its own: its clitic is cut off here.
      const clitic = /(?:n['’]t|['’](?:s|re|ve|d|ll|m))$/i.exec(term.text)?.[0]
      if (clitic && clitic.length < term.text.length) {
        push(from, to - clitic.length, upos(term.tags))
        const possessive = /s$/i.test(clitic) && term.tags.has('Possessive')
        push(to - clitic.length, to, possessive || /^n/i.test(clitic) ? 'PART' : 'AUX')
      } else push(from, to, upos(term.tags))
      spans.set(`${term.index?.[0]}.${term.index?.[1]}`, { from, to: to - (clitic?.length ?? 0) })
      at = to
      const after = term.post.trimEnd()
      if (text.startsWith(after, at)) {
        punctuation(at, at + after.length)
        at += after.length
      }
    }
  }
  for (const [view, kind] of [
    [people, 'PER'],
    [places, 'LOC'],
    [organizations, 'ORG'],
  ]) {
    for (const terms of view.docs) {
      const places = terms.map((term) => spans.get(`${term.index?.[0]}.${term.index?.[1]}`)).filter(Boolean)
      if (places.length > 0) lines.push(['N', places[0].from, places.at(-1).to, kind].join('\t'))
    }
  }
}
writeFileSync(out, `${lines.join('\n')}\n`)
console.log(JSON.stringify({ load: loaded, seconds, version: `compromise ${nlp.version}` }))
