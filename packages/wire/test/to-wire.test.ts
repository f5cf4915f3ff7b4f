import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFindings, checkFindings, documentOf, envoyFindings } from '@backchannel/testkit'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { type EngineJson, fromWire, toWire } from '../src/index.ts'

const engine: EngineJson = {
  version: '0.1.0',
  models: [{ name: 'core', version: '1', sha256: 'ab'.repeat(32) }],
}
const schemaFile = fileURLToPath(new URL('../schema/dossier.schema.json', import.meta.url))
const schema = JSON.parse(readFileSync(schemaFile, 'utf8'))
const shared = fileURLToPath(new URL('../../../../shared', import.meta.url))

describe('toWire', () => {
  const dossier = toWire(envoyFindings(), engine)

  it('gives what the schema of the contract asks for', () => {
    const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema)
    validate(dossier)
    expect(validate.errors).toBeNull()
  })

  it('names every property of the contract, also the optional ones', () => {
    const named = Object.keys(schema.properties)
    expect(Object.keys(dossier)).toEqual(expect.arrayContaining(named))
    const claim = schema.properties.claims.items.properties
    for (const one of dossier.claims) {
      expect(Object.keys(one)).toEqual(expect.arrayContaining(Object.keys(claim)))
      expect(Object.keys(one.event)).toEqual(expect.arrayContaining(Object.keys(claim.event.properties)))
      for (const participant of one.event.participants)
        expect(Object.keys(participant)).toEqual(
          expect.arrayContaining(Object.keys(claim.event.properties.participants.items.properties)),
        )
    }
    for (const list of ['actors', 'attributions', 'links', 'times', 'diagnostics'] as const)
      for (const one of dossier[list])
        expect(Object.keys(one)).toEqual(expect.arrayContaining(Object.keys(schema.properties[list].items.properties)))
  })

  it('is the same bytes for the same reading', () => {
    expect(JSON.stringify(toWire(envoyFindings(), engine))).toBe(JSON.stringify(dossier))
  })

  it('keeps mentions that no actor lists', () => {
    const build = buildFindings(documentOf('She met him.'))
    build.actor('She')
    const findings = build.finish()
    const lonely = { ...findings.mentions[0]!, id: 'm9', from: 8, to: 11, actor: null }
    // An id made up for the test.
    const all = { ...findings, mentions: [...findings.mentions, lonely as (typeof findings.mentions)[number]] }
    expect(toWire(all, engine).looseMentions.map((mention) => mention.id)).toEqual(['m9'])
    expect(fromWire(toWire(all, engine)).findings).toEqual(all)
  })

  it('has no faults by our own check', () => {
    expect(checkFindings(envoyFindings())).toEqual([])
  })

  it.skipIf(!existsSync(shared))('is the contract of the shared folder, and passes its checker', () => {
    expect(schema).toEqual(JSON.parse(readFileSync(join(shared, 'contract/dossier.schema.json'), 'utf8')))
    const folder = mkdtempSync(join(tmpdir(), 'backchannel-'))
    const file = join(folder, 'dossier.jsonl')
    writeFileSync(file, `${JSON.stringify(dossier)}\n`)
    const run = spawnSync(process.execPath, [join(shared, 'tools/check-dossier.mjs'), file], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(run.stdout).toMatch(/^0 faults/)
  })
})
