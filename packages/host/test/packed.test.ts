import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const PACKAGES = ['core', 'assets', 'intake', 'wire', 'host']

/** A program as a stranger would write it: only what the packages say in their entries. */
const PROGRAM = `
import { createReader } from '@backchannel/core'
import { createDiskAssets } from '@backchannel/host'
import { createDocument } from '@backchannel/intake'
import { toWire } from '@backchannel/wire'

const reader = await createReader({ assets: createDiskAssets() })
const { document } = await createDocument('Norland freed nine prisoners on Friday, a minister said.', { published: '2026-03-16' })
const dossier = toWire(reader.read(document), { version: '0.1.0', models: reader.models })
console.log(JSON.stringify({ format: dossier.format, claims: dossier.claims.map((claim) => claim.event.type) }))
`

describe('the packed packages', () => {
  const home = mkdtempSync(join(tmpdir(), 'backchannel-packed-'))
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('read a text as a library in an empty project', () => {
    const npm = (...args: string[]) =>
      execFileSync('npm', args, { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    for (const name of PACKAGES) npm('pack', join(ROOT, 'packages', name), '--ignore-scripts', '--silent')
    const archives = readdirSync(home).filter((name) => name.endsWith('.tgz'))
    expect(archives).toHaveLength(PACKAGES.length)
    writeFileSync(join(home, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }')
    npm(
      'install',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      ...archives.map((name) => `./${name}`),
    )
    writeFileSync(join(home, 'program.mjs'), PROGRAM)
    const printed = JSON.parse(
      execFileSync(process.execPath, ['program.mjs'], { cwd: home, encoding: 'utf8' }),
    ) as unknown
    expect(printed).toEqual({ format: 'backchannel.dossier/1', claims: ['release'] })
  }, 180_000)
})
