// `npm run demo:record`: takes the articles of this folder into a record of its own and asks it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../packages/cli/bin/backchannel.js', import.meta.url))
const folder = fileURLToPath(new URL('articles', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'backchannel-demo-'))
const store = ['--store', join(home, 'demo.db')]

function run(args, { quiet = false } = {}) {
  if (!quiet) console.log(`\n$ backchannel ${args.join(' ')}\n`)
  const done = spawnSync(process.execPath, [program, ...args, ...store], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (done.status !== 0) {
    console.error(`backchannel ${args[0]} ended with ${done.status}`)
    process.exit(done.status ?? 1)
  }
  if (!quiet) console.log(done.stdout.trimEnd())
  return done.stdout
}

try {
  run(['ingest', folder])
  const stories = JSON.parse(run(['stories', '--type', 'release', '--from', '2026-03-01', '--json'], { quiet: true }))
  const [most] = stories.sort((a, b) => b.documents.length - a.documents.length)
  run(['story', most.id])
  run(['disagreements', '--type', 'release'])
  run(['custody', '--from', '2026-03-01'])
} finally {
  rmSync(home, { recursive: true, force: true })
}
