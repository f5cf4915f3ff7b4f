import { type Io, OutputClosed } from './io.ts'
import { run } from './program.ts'

let closed = false
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads our output has enough ("| head"): stop quietly.
  if (error.code === 'EPIPE') closed = true
  else throw error
})

/** Resolves when standard output takes more, or never will. */
function roomInOutput(): Promise<void> {
  const { stdout } = process
  return new Promise((done) => {
    const events = ['drain', 'close', 'error'] as const
    const finish = () => {
      for (const event of events) stdout.off(event, finish)
      done()
    }
    for (const event of events) stdout.on(event, finish)
  })
}

const io: Io = {
  stdin: process.stdin,
  async write(text) {
    if (closed) throw new OutputClosed()
    if (!process.stdout.write(text)) await roomInOutput()
    if (closed) throw new OutputClosed()
  },
  complain: (text) => process.stderr.write(text),
  environment: process.env,
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  onInterrupt(stop) {
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  },
}

process.exitCode = await run(process.argv.slice(2), io)
