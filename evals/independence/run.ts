import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { countRoots } from '@backchannel/core'
import { storyOf } from '@backchannel/testkit'
import type { Figures } from '../figures.ts'

/** One set of reports with what a careful reader would count. */
interface RootSet {
  readonly title: string
  readonly range: string
  readonly roots: readonly string[]
  readonly loop: readonly string[]
  readonly story: string
}

/** Sets of reports written by hand as chains from outlet to outlet: the range, the roots and the loops must be right. */
export function evalIndependence(): Figures {
  const sets = readSets()
  let ranges = 0
  let named = 0
  let loops = 0
  let missed = 0
  for (const set of sets) {
    const found = countRoots(storyOf(set.story))
    const names = found.roots.map(({ name }) => name)
    const hasRange = `${found.low}..${found.high}` === set.range
    const hasRoots = isSame(names, set.roots)
    if (hasRange) ranges++
    if (hasRoots) named++
    if (isSame(found.loops.flat(), set.loop)) loops++
    // Calling copies independent is the error that the record exists to avoid.
    if (found.low > Number(set.range.split('..')[0])) missed++
    if (!hasRange || !hasRoots) console.log(`  ${set.title}: ${found.low}..${found.high} ${names.join('; ')}`)
  }
  return {
    'range right': (100 * ranges) / sets.length,
    'roots right': (100 * named) / sets.length,
    'loops right': (100 * loops) / sets.length,
    'counted too many for sure (less is better)': (100 * missed) / sets.length,
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join('\n') === [...b].sort().join('\n')
}

function readSets(): RootSet[] {
  const text = readFileSync(fileURLToPath(new URL('sets.txt', import.meta.url)), 'utf8')
  return text
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const [title = '', expected = '', ...story] = block.split('\n')
      const [range = '', roots = '', loop = ''] = expected.replace(/^= /, '').split('|')
      const names = (list: string): string[] => list.split(';').flatMap((name) => name.trim() || [])
      return { title, range: range.trim(), roots: names(roots), loop: names(loop), story: story.join('\n') }
    })
}
