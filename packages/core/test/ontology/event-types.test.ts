import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileTriggers, EVENT_TYPES, THEME_CODES } from '../../src/ontology/index.ts'

/** A frozen copy of the contract's table: the contract may grow, and this grows with it. */
const contract = readFileSync(new URL('./contract-types.tsv', import.meta.url), 'utf8').trim()
const codes = new Set(
  readFileSync(new URL('./cameo-codes.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n'),
)

describe('event types', () => {
  it('are those of the contract, with its labels, codes and roles', () => {
    const rows = EVENT_TYPES.map((type) =>
      [
        type.family,
        type.name,
        type.label,
        type.plover === null ? '' : `${type.plover.event}/${type.plover.mode ?? ''}`,
        type.cameo.join(' '),
        Object.keys(type.roles).join(' '),
      ].join('\t'),
    )
    expect(['family\ttype\tlabel\tplover\tcameo\troles', ...rows].join('\n')).toBe(contract)
  })

  it('carry only finer codes that CAMEO has', () => {
    const finer = EVENT_TYPES.flatMap((type) => [
      ...type.finer.map((one) => one.cameo),
      ...type.triggers.map((one) => one.cameo),
      type.threat,
    ]).filter((code) => typeof code === 'string')
    expect(finer.filter((code) => !codes.has(code))).toEqual([])
    expect(
      Object.values(THEME_CODES)
        .flat()
        .filter((code) => !codes.has(code)),
    ).toEqual([])
  })

  it('fill only roles that they have', () => {
    const wrong = EVENT_TYPES.flatMap((type) =>
      [type.slots.verb, type.slots.noun, ...type.triggers.map((one) => one.slots ?? {})]
        .flatMap((slots) => Object.entries(slots))
        .filter(([role, positions]) => positions.length > 0 && !(role in type.roles))
        .map(([role]) => `${type.name}: ${role}`),
    )
    expect(wrong).toEqual([])
  })

  it('each have a trigger, and each trigger is found by its lemma', () => {
    const table = compileTriggers(EVENT_TYPES)
    for (const type of EVENT_TYPES) {
      expect(type.triggers.length, type.name).toBeGreaterThan(0)
      for (const pattern of type.triggers) {
        const map = { verb: table.verbs, noun: table.nouns, adjective: table.adjectives }[pattern.kind]
        for (const lemma of pattern.lemmas) expect(map.get(lemma)?.some((one) => one.pattern === pattern)).toBe(true)
      }
    }
  })
})
