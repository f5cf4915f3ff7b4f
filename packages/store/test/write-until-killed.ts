// A program that writes to a store until somebody kills it: `node write-until-killed.ts FILE`. One article a write; it
// prints the number of each once it is kept.
import { storyId } from '@backchannel/core'
import { openStore } from '../src/index.ts'
import { actorOf, articleOf, profileOf, reportOf, storyOf } from './record.ts'

const [file = ''] = process.argv.slice(2)
const store = await openStore(file)
for (let number = (await store.counts()).documents + 1; ; number++) {
  const article = articleOf({
    id: `d${number}`,
    text: `Mara Holt met the envoy for the ${number}th time. ${'Nothing else took place there. '.repeat(100)}`,
    names: ['Mara Holt'],
    claims: ['Mara Holt met the envoy'],
  })
  await store.write(async (writer) => {
    await writer.saveDocument(article.stored, article.findings)
    await writer.saveActor(actorOf(`a${number}`, [profileOf(article.stored.document.id, 'p1', ['Mara Holt'])]), [
      `actor ${number}`,
    ])
    await writer.saveReport(reportOf(article, 'c1', { actors: [`a${number}`] }), storyId(`s${number}`), [
      `key ${number}`,
    ])
    // Another turn of the loop in the middle, so that the end can come there too.
    await new Promise((resolve) => setImmediate(resolve))
    await writer.saveStory(storyOf(`s${number}`))
    await writer.saveSetting('last', String(number))
  })
  process.stdout.write(`${number}\n`)
}
