import { join } from 'node:path'
import { EMPTY_LEXICON } from '@backchannel/core'
import { ingest } from '@backchannel/desk'
import { openStore } from '@backchannel/store'
import { dayOf, loadReadings, partsOfTellings, type Telling, tellingPool } from './readings.ts'

/*
 * `node merge-many.ts READINGS FOLDER COUNT`: places so many articles, read before, into an empty record in one go, in a
 * process of its own so that its memory is its own; prints what it took as one line of JSON.
 */
const [file = '', folder = '', count = '0'] = process.argv.slice(2)
const readings = loadReadings(file)
const tellings = new Map<string, Telling>()
for (let number = 0; number < Number(count); number++)
  tellings.set(`a${number}`, {
    reading: readings.all[number % readings.all.length]![1],
    number,
    published: dayOf(number),
  })
const store = await openStore(join(folder, 'many.db'))
const start = performance.now()
const before = process.cpuUsage()
const options = {
  store,
  pool: tellingPool(readings.pipeline, tellings),
  lexicon: EMPTY_LEXICON,
  now: () => '2026-12-31T00:00:00Z',
}
for await (const event of ingest(partsOfTellings(tellings.keys()), options))
  if ('done' in event && event.failed > 0) throw new Error(`${event.failed} articles failed`)
const { user, system } = process.cpuUsage(before)
const seconds = (performance.now() - start) / 1000
const counts = await store.counts()
await store.close()
console.log(
  JSON.stringify({ seconds, cpu: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1024, counts }),
)
