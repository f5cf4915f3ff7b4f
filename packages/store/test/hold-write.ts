// A program that holds a write open until its standard input ends: `node hold-write.ts FILE`. It says when it has it.
import { openStore } from '../src/index.ts'

const [file = ''] = process.argv.slice(2)
const store = await openStore(file)
await store.write(async (writer) => {
  await writer.saveSetting('held', 'yes')
  process.stdout.write('held\n')
  for await (const _ of process.stdin) {
    // Until the end.
  }
})
await store.close()
