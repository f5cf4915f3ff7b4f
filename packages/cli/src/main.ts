import { once } from 'node:events'
import { type Io, OutputClosed } from './io.ts'
import { run } from './program.ts'

let closed = false
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads our output has enough ("| head"): stop quietly.
  if (error.code === 'EPIPE') closed = true
  else throw error
})

const io: Io = {
  stdin: process.stdin,
  async write(text) {
    if (closed) throw new OutputClosed()
    if (!process.stdout.write(text)) await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')])
    if (closed) throw new OutputClosed()
  },
  complain: (text) => process.stderr.write(text),
  environment: process.env,
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
}

process.exitCode = await run(process.argv.slice(2), io)
