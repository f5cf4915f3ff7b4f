import { readFileSync } from 'node:fs'
import { EVENT_TYPES, type EventType } from '@backchannel/core'

/** Examples of each type: lines that start with "+" tell of one, lines that start with "-" are near misses. */
function readExamples(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(new URL('../../packages/core/test/ontology/examples.txt', import.meta.url), 'utf8')
  return new Map(
    text
      .trim()
      .split(/\n\n+/)
      .map((block): [string, readonly string[]] => {
        const [name = '', ...lines] = block.split('\n')
        return [name, lines]
      }),
  )
}

/** The generated part of docs/reference/event-types.md: one section a type, by family. */
export function renderEventTypes(): string {
  const examples = readExamples()
  const parts: string[] = []
  let family = ''
  for (const type of EVENT_TYPES) {
    if (type.family !== family) {
      family = type.family
      parts.push(`## ${family}`)
    }
    parts.push(renderType(type, examples.get(type.name) ?? []))
  }
  return parts.join('\n\n')
}

function renderType(type: EventType, lines: readonly string[]): string {
  const plover = type.plover === null ? 'none' : [type.plover.event, type.plover.mode].filter(Boolean).join(' ')
  const roles = Object.entries(type.roles).map(([role, spec]) =>
    spec.accepts.length === 0 ? `\`${role}\`` : `\`${role}\` (${spec.accepts.join(', ')})`,
  )
  const finer = finerCodes(type)
  const verbs = wordsOf(type, 'verb')
  const nouns = wordsOf(type, 'noun')
  return [
    `### \`${type.name}\``,
    '',
    `${type.label}. ${type.gloss}`,
    '',
    `- PLOVER: ${plover}. CAMEO: ${type.cameo.length === 0 ? 'none' : type.cameo.join(', ')}.`,
    ...(finer.length === 0 ? [] : [`- Finer CAMEO codes where the words say so: ${finer.join(', ')}.`]),
    `- Roles: ${roles.join('; ')}.`,
    ...(verbs === '' ? [] : [`- Verbs: ${verbs}.`]),
    ...(nouns === '' ? [] : [`- Nouns: ${nouns}.`]),
    '',
    ...lines.map((line) =>
      line.startsWith('+') ? `- tells of one: "${line.slice(2)}"` : `- near miss: "${line.slice(2)}"`,
    ),
  ].join('\n')
}

/** Codes beyond the base ones that words of the clause, the trigger or a threat of the act can give, in order. */
function finerCodes(type: EventType): readonly string[] {
  const codes = [...type.finer.map((one) => one.cameo), ...type.triggers.map((one) => one.cameo), type.threat]
  const known = new Set(codes.filter((code) => typeof code === 'string' && !type.cameo.includes(code)))
  return [...known].sort()
}

function wordsOf(type: EventType, kind: 'verb' | 'noun'): string {
  const words = type.triggers.filter((one) => one.kind === kind).flatMap((one) => one.lemmas)
  return [...new Set(words)].join(', ')
}
