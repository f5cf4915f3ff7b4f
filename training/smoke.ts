import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/**
 * `npm run test:training [-- --data ../shared/data] [--python /usr/bin/python3]`: trains the language core on 500
 * sentences for one epoch. Fails where training does not run, or where the loss does not fall. Where there is no PyTorch
 * or no data it says that it was left out and ends with status 0: neither is needed to use or to change anything else.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: { data: { type: 'string', default: join(root, '../shared/data') }, python: { type: 'string' } },
})
// Debian's package installs for Debian's Python, which need not be the first on the path.
const python = values.python ?? '/usr/bin/python3'
/** Longest time the run may take, in milliseconds. Measured: 130 s with Debian's PyTorch 1.13 beside other work on two cores. */
const LIMIT = 600_000

if (!existsSync(join(values.data, 'treebank'))) leftOut(`there is no ${resolve(values.data, 'treebank')}`)
else if (spawnSync(python, ['-c', 'import numpy, torch']).status !== 0)
  leftOut(`${python} has no PyTorch (Debian: apt-get install -y python3-torch)`)
else smoke()

function leftOut(why: string): void {
  console.log(`test:training: left out: ${why}`)
}

function smoke(): void {
  const out = mkdtempSync(join(tmpdir(), 'backchannel-training-'))
  try {
    const run = spawnSync(python, ['training/core/train.py', '--data', resolve(values.data), '--out', out, '--smoke'], {
      cwd: root,
      stdio: 'inherit',
      timeout: LIMIT,
    })
    const wrote = existsSync(join(out, 'core.bcm'))
    if (run.status === 0 && wrote) console.log('test:training: passed')
    else {
      const why = run.error?.message ?? (run.status === 0 ? 'it wrote no model file' : `status ${run.status}`)
      console.log(`test:training: FAILED: ${why}`)
      process.exitCode = 1
    }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}
