import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** The most frequent words of the GloVe list (PDDL) with their ranks, 0 the most frequent. */
export function readWordRanks(data: string, most: number): Map<string, number> {
  const path = join(data, 'vectors/words-120k.txt.gz')
  if (!existsSync(path)) {
    process.stderr.write(
      `There is no ${path}. Pass the folder that holds vectors/ with --data (for instance ../shared/data).\n`,
    )
    process.exit(3)
  }
  const ranks = new Map<string, number>()
  for (const word of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (ranks.size >= most) break
    if (/^[a-z]{2,}$/.test(word)) ranks.set(word, ranks.size)
  }
  return ranks
}

/**
 * The regular lemma of a form with the given Penn tag, where the list can tell: of the spellings that may lie behind
 * the form, the one in the list that is most frequent. Undefined where the form does not look regular or no spelling
 * is in the list.
 */
export function regularLemma(form: string, xpos: string, ranks: ReadonlyMap<string, number>): string | undefined {
  let found: string | undefined
  let best = Number.POSITIVE_INFINITY
  for (const candidate of candidates(form, xpos)) {
    const rank = ranks.get(candidate)
    if (rank !== undefined && rank < best && candidate.length > 2) {
      best = rank
      found = candidate
    }
  }
  return found
}

function candidates(form: string, xpos: string): string[] {
  const ending = xpos === 'VBG' ? 'ing' : xpos === 'VBZ' || xpos === 'NNS' ? 's' : 'ed'
  if (!form.endsWith(ending)) return []
  const stem = form.slice(0, -ending.length)
  if (!/[aeiouy]/.test(stem) || stem.length < 2) return []
  if (ending === 's') {
    if (/(?:ss|us|is)$/.test(form)) return []
    if (stem.endsWith('ie')) return [`${stem.slice(0, -2)}y`, stem]
    // Boxes, watches: without "e" only after what cannot take a bare s.
    if (/(?:s|x|z|ch|sh|o)e$/.test(stem)) return [stem.slice(0, -1), stem]
    return [stem]
  }
  const options: string[] = []
  if (ending === 'ed' && stem.endsWith('i')) return [`${stem.slice(0, -1)}y`, `${stem}e`]
  const double = /([bdfgklmnprstvz])\1$/.test(stem)
  if (double) options.push(stem.slice(0, -1), stem)
  else {
    // "Starring" is doubled, so "staring" has lost an e: a single consonant after a single vowel at the end of a short
    // word was doubled if there was no e.
    const short = /^[^aeiou]*[aeiou][bdgklmnprtv]$/.test(stem)
    options.push(`${stem}e`)
    if (!short) options.push(stem)
  }
  return options
}
