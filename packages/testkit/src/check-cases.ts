import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** One case of a case file. */
export interface Case {
  /** The words after "# ". */
  readonly title: string
  /** `key: value` lines before the first blank line. */
  readonly options: Readonly<Record<string, string>>
  /** What stands between the options and `==>`, without blank lines at its ends. */
  readonly input: string
  /** What stands after `==>`, without blank lines at its ends. */
  readonly expected: string
}

/**
 * Runs every case of a case file as a test: `check(case)` returns the text that must equal what stands after `==>`.
 *
 *     # an anonymous official, through a wire service
 *     published: 2024-03-07
 *
 *     The two ministers met in Geneva on Tuesday, an official told Reuters.
 *
 *     ==>
 *
 *     2024-03-05 day "on Tuesday"
 *
 * A case starts at a line "# title"; options are optional (a first line `key: value` with a lower-case key). With
 * UPDATE_CASES=1 in the environment the file is rewritten with what `check` returns; read that diff line by line.
 */
export function checkCases(file: URL, check: (one: Case) => string | Promise<string>): void {
  const path = fileURLToPath(file)
  const cases = parseCases(readFileSync(path, 'utf8'))
  const update = process.env['UPDATE_CASES'] === '1'
  const results = new Map<Case, string>()
  describe(basename(path), () => {
    if (cases.length === 0) throw new Error(`${path} holds no case`)
    for (const one of cases) {
      it(one.title, async () => {
        const got = trimLines(await check(one))
        results.set(one, got)
        if (update) {
          if (results.size === cases.length) writeFileSync(path, printCases(cases, results))
        } else expect(got).toBe(one.expected)
      })
    }
  })
}

/** Cases of the text of a case file, in order. */
export function parseCases(text: string): Case[] {
  const cases: Case[] = []
  for (const block of text.split(/^(?=# )/m)) {
    if (!block.startsWith('# ')) continue
    const end = block.indexOf('\n')
    const title = block.slice(2, end).trim()
    const rest = block.slice(end + 1)
    const arrow = rest.search(/^==>[ \t]*$/m)
    if (arrow < 0) throw new Error(`case "${title}" has no line ==>`)
    const head = rest.slice(0, arrow).split('\n')
    const options: Record<string, string> = {}
    let at = 0
    for (; at < head.length; at++) {
      const match = /^([a-z][a-z-]*): (.*)$/.exec(head[at]!)
      if (!match) break
      options[match[1]!] = match[2]!.trim()
    }
    const input = trimLines(head.slice(at).join('\n'))
    const expected = trimLines(rest.slice(arrow).replace(/^==>[ \t]*\n?/, ''))
    cases.push({ title, options, input, expected })
  }
  return cases
}

function printCases(cases: readonly Case[], results: ReadonlyMap<Case, string>): string {
  return cases
    .map((one) => {
      const options = Object.entries(one.options)
        .map(([key, value]) => `${key}: ${value}\n`)
        .join('')
      return `# ${one.title}\n${options}\n${one.input}\n\n==>\n\n${results.get(one) ?? one.expected}\n`
    })
    .join('\n')
}

function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}
